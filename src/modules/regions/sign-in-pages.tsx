// Signing in: one field, one code; officers with a password and a second step; the demo's people by name.
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { usePhrase } from '../../platform/ui/language.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { PasskeyForm } from './passkey-form.tsx'
import type { DemoPerson } from './sign-in-port.ts'

export const SIGN_IN_WORDS = {
  title: { id: 'Masuk', en: 'Sign in' },
  lead: {
    id: 'Tanpa kata sandi. Kami kirim kode 6 angka ke nomor atau alamat ini.',
    en: 'No password. We send a 6-digit code to this number or address.',
  },
  address: { id: 'Nomor ponsel atau alamat email', en: 'Mobile number or e-mail address' },
  addressHint: { id: 'Contoh: 0812 3456 7890', en: 'Example: 0812 3456 7890' },
  send: { id: 'Kirim kode', en: 'Send the code' },
  codeTitle: { id: 'Tulis kode dari pesan', en: 'Write the code from the message' },
  codeLead: {
    id: 'Kode dikirim ke {to}. Berlaku 5 menit.',
    en: 'The code was sent to {to}. It is valid for 5 minutes.',
  },
  code: { id: 'Kode 6 angka', en: '6-digit code' },
  confirm: { id: 'Masuk', en: 'Sign in' },
  again: { id: 'Kirim kode lagi', en: 'Send the code again' },
  other: { id: 'Pakai nomor atau alamat lain', en: 'Use another number or address' },
  noPhone: { id: 'Tidak punya ponsel?', en: 'No phone?' },
  noPhoneText: {
    id: 'Keluarga dapat mengurusnya dari ponsel mereka. Atau datang ke operator di kantor desa, atau ke loket pada jam kerja.',
    en: 'A relative can apply from their phone. Or go to the operator at the village office, or to the counter in office hours.',
  },
  officer: { id: 'Masuk sebagai petugas', en: 'Sign in as an officer' },
  email: { id: 'Alamat email dinas', en: 'Office e-mail address' },
  password: { id: 'Kata sandi', en: 'Password' },
  next: { id: 'Lanjut', en: 'Continue' },
  secondTitle: { id: 'Langkah kedua', en: 'Second step' },
  secondLead: {
    id: 'Buka aplikasi autentikator, lalu tulis 6 angka yang tampil sekarang.',
    en: 'Open your authenticator app and write the 6 digits it shows now.',
  },
  stepUpTitle: { id: 'Pastikan ini Anda', en: 'Confirm that it is you' },
  stepUpLead: {
    id: 'Tanda tangan perlu kode baru, meski Anda sudah masuk. Kode dikirim ke email dinas Anda.',
    en: 'Signing needs a fresh code although you are signed in. It was sent to your office e-mail.',
  },
  demoTitle: { id: 'Contoh Balangan: masuk sebagai', en: 'Demo of Balangan: sign in as' },
  demoLead: {
    id: 'Orang, angka, dan permohonan di sini rekaan. Pilih satu orang untuk melihat bagiannya.',
    en: 'People, figures and cases here are invented. Choose someone to see their part.',
  },
  citizens: { id: 'Warga', en: 'Citizens' },
  offices: { id: 'Petugas Disdukcapil', en: 'Officers of the registry' },
  health: { id: 'Posyandu dan Puskesmas', en: 'Posyandu and health centres' },
  planning: { id: 'Balanting: perencana, program, desa', en: 'Balanting: planners, programmes, villages' },
  others: { id: 'Daerah tetangga', en: 'The neighbouring region' },
  be: { id: 'Masuk', en: 'Sign in' },
  as: { id: 'sebagai {name}', en: 'as {name}' },
  chat: { id: 'Coba lewat percakapan WhatsApp contoh', en: 'Try a talk on the WhatsApp stand-in' },
  messages: { id: 'Pesan keluar contoh', en: 'Outgoing messages of the demo' },
  messagesLead: {
    id: 'SMS, WhatsApp, dan email yang seharusnya terkirim. Di contoh ini semuanya berhenti di sini.',
    en: 'SMS, WhatsApp and e-mail that would have been sent. In the demo they end here.',
  },
  noMessages: {
    id: 'Belum ada pesan. Pesan pertama muncul setelah ada permohonan atau kode masuk.',
    en: 'No message yet. The first appears after an application or a sign-in code.',
  },
  passkey: { id: 'Masuk dengan kunci sandi', en: 'Sign in with a passkey' },
  passkeyStep: { id: 'Pakai kunci sandi', en: 'Use the passkey' },
  orCode: { id: 'Kode pemulihan juga diterima di sini.', en: 'A recovery code is accepted here too.' },
  stepUpApp: {
    id: 'Tanda tangan dan perubahan kunci perlu kode baru, meski Anda sudah masuk. Tulis 6 angka dari aplikasi autentikator.',
    en: 'Signing and changing keys need a fresh code although you are signed in. Write the 6 digits of your authenticator app.',
  },
  stepUpPasskey: {
    id: 'Tanda tangan dan perubahan kunci perlu bukti baru, meski Anda sudah masuk. Pakai kunci sandi perangkat ini.',
    en: 'Signing and changing keys need fresh proof although you are signed in. Use the passkey of this device.',
  },
  stepUpNone: {
    id: 'Akun ini belum punya langkah kedua. Pasang dulu di Akun saya, lalu kembali ke sini.',
    en: 'This account has no second step. Set one up on My account, then return here.',
  },
  account: { id: 'Akun saya', en: 'My account' },
} as const satisfies Record<string, Text>
const w = SIGN_IN_WORDS

type Fault = { readonly at?: string; readonly text: string }
const errorAt = (faults: readonly Fault[], at: string): string | undefined =>
  faults.find((fault) => fault.at === at)?.text

export function AddressForm({
  back,
  typed,
  faults,
  demo,
}: {
  back: string
  typed: string
  faults: readonly Fault[]
  demo: boolean
}) {
  return (
    <div class="stack stack-m narrow">
      <ErrorSummary errors={faults} />
      <form method="post" action="/sign-in" class="stack stack-m">
        <input type="hidden" name="back" value={back} />
        <Field
          name="address"
          asTitle
          label={w.address}
          hint={w.addressHint}
          value={typed}
          autocomplete="username"
          error={errorAt(faults, 'address')}
        />
        <p class="quiet">{words(w.lead)}</p>
        <Button label={w.send} />
      </form>
      <PasskeyForm
        action="/sign-in/passkey"
        options="/sign-in/passkey/options"
        kind="get"
        label={w.passkey}
        back={back}
      />
      <p>
        <a href={`/sign-in/officer?${new URLSearchParams({ back })}`}>{words(w.officer)}</a>
      </p>
      {demo ? (
        <p>
          <a href="/demo">{words(w.demoTitle)}</a>
        </p>
      ) : null}
      <Notice fact={w.noPhone} text={w.noPhoneText} icon="people" />
    </div>
  )
}

function Say({ text, params = {} }: { text: Text; params?: Readonly<Record<string, string>> }) {
  const phrase = usePhrase()
  return <>{phrase({ id: fill(text.id, params), en: fill(text.en, params) })}</>
}
const words = (text: Text, params?: Readonly<Record<string, string>>) => <Say text={text} params={params} />

export function CodeForm({
  action,
  fields,
  lead,
  title,
  faults,
  again,
  passkey,
  isLong = false,
}: {
  action: string
  fields: Readonly<Record<string, string>>
  title: Text
  lead: string
  faults: readonly Fault[]
  again?: string
  /** Where a passkey's answer goes, when the account has one. */
  passkey?: string
  /** Recovery codes are longer than six digits. */
  isLong?: boolean
}) {
  const hidden = Object.entries(fields).map(([name, value]) => <input type="hidden" name={name} value={value} />)
  return (
    <div class="stack stack-m narrow">
      <ErrorSummary errors={faults} />
      <h1>{words(title)}</h1>
      <p class="lead">{lead}</p>
      <form method="post" action={action} class="stack stack-m">
        {hidden}
        <Field
          name="code"
          kind={isLong ? 'text' : 'number'}
          label={w.code}
          hint={isLong ? w.orCode : undefined}
          width={isLong ? 16 : 8}
          maxlength={isLong ? 24 : 8}
          autocapitalize="none"
          autocomplete="one-time-code"
          error={errorAt(faults, 'code')}
          autofocus={faults.length === 0}
        />
        <Button label={w.confirm} />
      </form>
      {passkey === undefined ? null : (
        <PasskeyForm
          action={passkey}
          options="/sign-in/passkey/options"
          kind="get"
          label={w.passkeyStep}
          back={fields.back ?? '/'}
        />
      )}
      {again === undefined ? null : (
        <form method="post" action={again} class="row">
          {hidden}
          <Button kind="second" small label={w.again} />
          <a href={`/sign-in?${new URLSearchParams({ back: fields.back ?? '/' })}`}>{words(w.other)}</a>
        </form>
      )}
    </div>
  )
}

export function OfficerForm({ back, email, faults }: { back: string; email: string; faults: readonly Fault[] }) {
  return (
    <div class="stack stack-m narrow">
      <form method="post" action="/sign-in/officer" class="stack stack-m">
        <ErrorSummary errors={faults} />
        <h1>{words(w.officer)}</h1>
        <input type="hidden" name="back" value={back} />
        <Field
          name="email"
          kind="email"
          label={w.email}
          value={email}
          autocomplete="username"
          error={errorAt(faults, 'email')}
        />
        <Field name="password" kind="password" label={w.password} autocomplete="current-password" />
        <Button label={w.next} />
      </form>
      <PasskeyForm
        action="/sign-in/passkey"
        options="/sign-in/passkey/options"
        kind="get"
        label={w.passkey}
        back={back}
      />
    </div>
  )
}

/** Before signing, for an account whose only second step is a passkey, or that has none. */
export function StepUpWithout({ back, passkey }: { back: string; passkey: boolean }) {
  return (
    <div class="stack stack-m narrow">
      <h1>{words(w.stepUpTitle)}</h1>
      <p class="lead">{words(passkey ? w.stepUpPasskey : w.stepUpNone)}</p>
      {passkey ? (
        <PasskeyForm
          action="/sign-in/step-up/passkey"
          options="/sign-in/passkey/options"
          kind="get"
          label={w.passkeyStep}
          back={back}
        />
      ) : null}
      <p>
        <a href="/me/account">{words(w.account)}</a>
      </p>
    </div>
  )
}

export function DemoPeople({ people, language }: { people: readonly DemoPerson[]; language: Language }) {
  const group = (name: DemoPerson['group'], title: Text) => {
    const members = people.filter((person) => person.group === name)
    return members.length === 0 ? null : (
      <section class="stack">
        <h2>{say(title, language)}</h2>
        <Table
          caption={title}
          phone="table"
          columns={[
            { key: 'name', label: { id: 'Nama', en: 'Name' }, title: true },
            { key: 'act', label: w.be, hidden: true },
          ]}
          rows={members.map((person) => ({
            cells: {
              name: (
                <>
                  {person.name} <small class="quiet">{say(person.role, language)}</small>
                </>
              ),
              act: (
                <form method="post" action="/demo/sign-in">
                  <input type="hidden" name="account" value={person.accountId} />
                  <Button small kind="second" label={w.be} hidden={fill(say(w.as, language), { name: person.name })} />
                </form>
              ),
            },
          }))}
        />
      </section>
    )
  }
  return (
    <div class="stack stack-l narrow">
      <div class="stack">
        <h1>{say(w.demoTitle, language)}</h1>
        <p class="lead">{say(w.demoLead, language)}</p>
        <p>
          <a href="/demo/messages">{say(w.messages, language)}</a>
        </p>
        <p>
          <a href="/demo/whatsapp">{say(w.chat, language)}</a>
        </p>
      </div>
      {group('citizen', w.citizens)}
      {group('office', w.offices)}
      {group('health', w.health)}
      {group('planning', w.planning)}
      {group('other', w.others)}
    </div>
  )
}

export function StandInMessages({
  messages,
  language,
}: {
  messages: readonly {
    readonly channel: string
    readonly recipient: string
    readonly body: string
    readonly at: string
  }[]
  language: Language
}) {
  return (
    <div class="stack stack-m">
      <h1>{say(w.messages, language)}</h1>
      <p class="lead">{say(w.messagesLead, language)}</p>
      {messages.length === 0 ? (
        <p>{say(w.noMessages, language)}</p>
      ) : (
        <Table
          caption={w.messages}
          phone="cards"
          columns={[
            { key: 'at', label: { id: 'Waktu', en: 'Time' } },
            { key: 'to', label: { id: 'Kepada', en: 'To' } },
            { key: 'body', label: { id: 'Isi', en: 'Text' }, title: true },
          ]}
          rows={messages.map((message) => ({
            cells: { at: message.at, to: `${message.channel}, ${message.recipient}`, body: message.body },
          }))}
        />
      )}
    </div>
  )
}
