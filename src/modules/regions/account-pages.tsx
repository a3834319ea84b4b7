// "My account": how one signs in, and where one is signed in. The same page for citizens and officers.
import { type Language, say, type Text } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { AccountView } from './account-port.ts'
import { AuthenticatorForm } from './factor-parts.tsx'
import { PasskeyForm } from './passkey-form.tsx'

export const ACCOUNT_WORDS = {
  title: { id: 'Akun saya', en: 'My account' },
  name: { id: 'Nama', en: 'Name' },
  phone: { id: 'Nomor ponsel', en: 'Mobile number' },
  email: { id: 'Alamat email', en: 'E-mail address' },
  passkeys: { id: 'Kunci sandi', en: 'Passkeys' },
  passkeysLead: {
    id: 'Masuk dengan sidik jari, wajah, atau PIN perangkat, tanpa menunggu kode. Kode tetap bisa dipakai.',
    en: 'Sign in with fingerprint, face or PIN of your device, without waiting for a code. The code still works.',
  },
  officerLead: {
    id: 'Masuk dan menandatangani dengan sidik jari, wajah, atau PIN perangkat.',
    en: 'Sign in and sign with fingerprint, face or PIN of your device.',
  },
  noPasskeys: { id: 'Belum ada kunci sandi.', en: 'No passkey yet.' },
  noScript: {
    id: 'Peramban ini tidak menawarkan kunci sandi? Cara masuk yang lain tetap berlaku.',
    en: 'Does this browser offer no passkey? The other ways to sign in still work.',
  },
  add: { id: 'Tambah kunci sandi di perangkat ini', en: 'Add a passkey on this device' },
  made: { id: 'Dibuat', en: 'Made' },
  used: { id: 'Terakhir dipakai', en: 'Last used' },
  never: { id: 'belum pernah', en: 'never' },
  remove: { id: 'Hapus', en: 'Remove' },
  proveFact: { id: 'Mengubah kunci perlu bukti baru.', en: 'Changing keys needs fresh proof.' },
  prove: { id: 'Pastikan ini Anda', en: 'Confirm that it is you' },
  authenticator: { id: 'Aplikasi autentikator', en: 'Authenticator app' },
  on: { id: 'Terpasang', en: 'Set up' },
  off: { id: 'Belum terpasang', en: 'Not set up' },
  password: { id: 'Kata sandi Anda', en: 'Your password' },
  start: { id: 'Pasang autentikator', en: 'Set up the authenticator' },
  sessions: { id: 'Perangkat yang sedang masuk', en: 'Devices signed in' },
  sessionsLead: {
    id: 'Ada yang tidak Anda kenal? Keluarkan, lalu masuk lagi.',
    en: 'One you do not know? End it, then sign in again.',
  },
  device: { id: 'Perangkat', en: 'Device' },
  since: { id: 'Sejak', en: 'Since' },
  here: { id: 'perangkat ini', en: 'this device' },
  end: { id: 'Keluarkan', en: 'End' },
  endOthers: { id: 'Keluarkan semua perangkat lain', en: 'End all other devices' },
  done: { id: 'Kembali ke akun saya', en: 'Back to my account' },
} as const satisfies Record<string, Text>
const w = ACCOUNT_WORDS

type Fault = { readonly at?: string; readonly text: string }
const at = (faults: readonly Fault[], name: string): string | undefined => faults.find((one) => one.at === name)?.text

export function AccountPage({
  view,
  faults,
  language,
}: {
  view: AccountView
  faults: readonly Fault[]
  language: Language
}) {
  const words = (text: Text): string => say(text, language)
  return (
    <div class="stack stack-l narrow">
      <div class="stack stack-m">
        <ErrorSummary errors={faults} />
        <h1>{words(w.title)}</h1>
        <SummaryList
          rows={[
            ...(view.name === '' ? [] : [{ term: w.name, value: view.name }]),
            ...(view.phone === undefined ? [] : [{ term: w.phone, value: view.phone }]),
            ...(view.email === undefined ? [] : [{ term: w.email, value: view.email }]),
          ]}
        />
      </div>
      {view.mayChange ? null : (
        <Notice icon="lock" fact={w.proveFact}>
          <p>
            <Button kind="second" small href="/sign-in/step-up?back=%2Fme%2Faccount" label={w.prove} />
          </p>
        </Notice>
      )}
      <PasskeySection view={view} language={language} />
      {view.isOfficer ? <AuthenticatorSection view={view} faults={faults} language={language} /> : null}
      <SessionSection view={view} language={language} />
    </div>
  )
}

function PasskeySection({ view, language }: { view: AccountView; language: Language }) {
  return (
    <section class="stack stack-m">
      <h2>{say(w.passkeys, language)}</h2>
      <p>{say(view.isOfficer ? w.officerLead : w.passkeysLead, language)}</p>
      {view.passkeys.length === 0 ? (
        <p class="quiet">
          {say(w.noPasskeys, language)} {say(w.noScript, language)}
        </p>
      ) : (
        <Table
          caption={w.passkeys}
          phone="cards"
          columns={[
            { key: 'name', label: w.device, title: true },
            { key: 'made', label: w.made },
            { key: 'used', label: w.used },
            { key: 'act', label: w.remove, hidden: true },
          ]}
          rows={view.passkeys.map((key) => ({
            cells: {
              name: key.name,
              made: key.since,
              used: key.used ?? say(w.never, language),
              act: view.mayChange ? (
                <form method="post" action="/me/passkeys/remove">
                  <input type="hidden" name="passkey" value={key.id} />
                  <Button small kind="second" label={w.remove} hidden={key.name} />
                </form>
              ) : (
                ''
              ),
            },
          }))}
        />
      )}
      {view.mayChange ? (
        <PasskeyForm action="/me/passkeys" options="/me/passkeys/options" kind="create" label={w.add} />
      ) : null}
    </section>
  )
}

function AuthenticatorSection({
  view,
  faults,
  language,
}: {
  view: AccountView
  faults: readonly Fault[]
  language: Language
}) {
  return (
    <section class="stack stack-m">
      <h2>{say(w.authenticator, language)}</h2>
      <p>
        <Badge tone={view.hasAuthenticator ? 'done' : 'care'} label={view.hasAuthenticator ? w.on : w.off} />
      </p>
      {view.hasAuthenticator || !view.mayChange ? null : view.authenticator === undefined ? (
        <form method="post" action="/me/authenticator" class="stack stack-m">
          <Field
            name="password"
            kind="password"
            label={w.password}
            autocomplete="current-password"
            error={at(faults, 'password')}
          />
          <Button kind="second" label={w.start} />
        </form>
      ) : (
        <AuthenticatorForm
          action="/me/authenticator/confirm"
          authenticator={view.authenticator}
          error={at(faults, 'code')}
        />
      )}
    </section>
  )
}

function SessionSection({ view, language }: { view: AccountView; language: Language }) {
  return (
    <section class="stack stack-m">
      <h2>{say(w.sessions, language)}</h2>
      <p>{say(w.sessionsLead, language)}</p>
      <Table
        caption={w.sessions}
        phone="cards"
        columns={[
          { key: 'device', label: w.device, title: true },
          { key: 'since', label: w.since },
          { key: 'used', label: w.used },
          { key: 'act', label: w.end, hidden: true },
        ]}
        rows={view.sessions.map((session) => ({
          cells: {
            device: session.device,
            since: session.since,
            used: session.used,
            act: session.current ? (
              say(w.here, language)
            ) : (
              <form method="post" action="/me/sessions/end">
                <input type="hidden" name="session" value={session.sessionId} />
                <Button small kind="second" label={w.end} hidden={session.device} />
              </form>
            ),
          },
        }))}
      />
      {view.sessions.length > 1 ? (
        <form method="post" action="/me/sessions/end-others">
          <Button kind="second" label={w.endOthers} />
        </form>
      ) : null}
    </section>
  )
}
