// The invitation: what it is for, then one step at a time to an account that is ready for work.
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { usePhrase } from '../../platform/ui/language.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { Steps } from '../../platform/ui/steps.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { AuthenticatorForm } from './factor-parts.tsx'
import type { InvitationView } from './invitation-port.ts'
import { PasskeyForm } from './passkey-form.tsx'

export const INVITATION_WORDS = {
  title: { id: 'Undangan bertugas', en: 'Invitation to work here' },
  resetTitle: { id: 'Kunci masuk baru', en: 'New keys to sign in' },
  lead: {
    id: 'Untuk {name}. Dua langkah, sekitar 3 menit. Siapkan ponsel Anda.',
    en: 'For {name}. Two steps, about 3 minutes. Have your phone ready.',
  },
  email: { id: 'Alamat email', en: 'E-mail address' },
  role: { id: 'Peran', en: 'Role' },
  unit: { id: 'Unit kerja', en: 'Unit' },
  place: { id: 'Wilayah tugas', en: 'Place' },
  until: { id: 'Sampai', en: 'Until' },
  expires: { id: 'Tautan berlaku sampai', en: 'The link holds until' },
  stepPassword: { id: 'Kata sandi', en: 'Password' },
  stepFactor: { id: 'Langkah kedua', en: 'Second step' },
  password: { id: 'Kata sandi baru', en: 'New password' },
  passwordHint: {
    id: 'Paling sedikit 12 huruf. Empat kata yang tidak berhubungan sudah kuat.',
    en: 'At least 12 characters. Four unrelated words are strong.',
  },
  repeated: { id: 'Sekali lagi', en: 'Once more' },
  save: { id: 'Simpan, lanjut ke langkah kedua', en: 'Save, on to the second step' },
  factorTitle: { id: 'Pasang langkah kedua', en: 'Set up the second step' },
  factorLead: {
    id: 'Kata sandi saja bisa dicuri. Langkah kedua memastikan Anda yang masuk dan Anda yang menandatangani.',
    en: 'A password alone can be stolen. The second step makes sure that it is you who signs in and signs.',
  },
  app: { id: 'Dengan aplikasi autentikator', en: 'With an authenticator app' },
  passkeyTitle: { id: 'Atau dengan kunci sandi', en: 'Or with a passkey' },
  passkeyHint: {
    id: 'Sidik jari, wajah, atau PIN perangkat ini. Tanpa kode yang harus diketik.',
    en: 'Fingerprint, face or PIN of this device. No code to type.',
  },
  passkey: { id: 'Buat kunci sandi di perangkat ini', en: 'Make a passkey on this device' },
  again: { id: 'Tulis kata sandi Anda untuk memulai', en: 'Write your password to begin' },
  start: { id: 'Tampilkan kode QR', en: 'Show the QR code' },
  signInFact: { id: 'Alamat ini sudah punya akun.', en: 'This address has an account.' },
  signInText: {
    id: 'Masuk dulu dengan akun itu. Setelah masuk Anda kembali ke sini.',
    en: 'Sign in with it first. You return here afterwards.',
  },
  signIn: { id: 'Masuk sebagai petugas', en: 'Sign in as an officer' },
  signInCode: { id: 'Masuk dengan kode', en: 'Sign in with a code' },
  strongFact: { id: 'Masuk lagi dengan langkah kedua Anda.', en: 'Sign in again with your second step.' },
  otherFact: { id: 'Orang lain sedang masuk di perangkat ini.', en: 'Someone else is signed in on this device.' },
  otherText: { id: 'Keluar dulu, lalu buka tautan ini lagi.', en: 'Sign out first, then open this link again.' },
  signOut: { id: 'Keluar', en: 'Sign out' },
  joinText: {
    id: 'Anda sudah masuk. Peran ini ditambahkan ke akun Anda.',
    en: 'You are signed in. This role is added to your account.',
  },
  join: { id: 'Lanjut dengan akun ini', en: 'Continue with this account' },
  accept: { id: 'Mulai bertugas', en: 'Begin to work' },
  begin: { id: 'Sudah saya simpan, mulai bertugas', en: 'I have kept them, begin to work' },
} as const satisfies Record<string, Text>
const w = INVITATION_WORDS

type Fault = { readonly at?: string; readonly text: string }
const at = (faults: readonly Fault[], name: string): string | undefined => faults.find((one) => one.at === name)?.text

export function InvitationPage({
  base,
  view,
  faults,
  language,
}: {
  /** Address of this invitation. */
  base: string
  view: InvitationView
  faults: readonly Fault[]
  language: Language
}) {
  const words = (text: Text): string => say(text, language)
  const isFactor = view.step === 'factor' || view.step === 'accept' || view.step === 'sign-in-strong'
  return (
    <div class="stack stack-m narrow">
      <ErrorSummary errors={faults} />
      <h1>{words(view.kind === 'reset' ? w.resetTitle : w.title)}</h1>
      <p class="lead">{fill(words(w.lead), { name: view.name })}</p>
      <Steps now={isFactor ? 1 : 0} steps={[{ label: w.stepPassword }, { label: w.stepFactor }]} />
      {isFactor ? null : (
        <SummaryList
          small
          rows={[
            { term: w.email, value: view.email },
            ...(view.role === undefined ? [] : [{ term: w.role, value: view.role }]),
            ...(view.unit === undefined ? [] : [{ term: w.unit, value: view.unit }]),
            ...(view.place === undefined ? [] : [{ term: w.place, value: view.place }]),
            ...(view.until === undefined ? [] : [{ term: w.until, value: view.until }]),
            { term: w.expires, value: view.expires },
          ]}
        />
      )}
      <Step base={base} view={view} faults={faults} />
    </div>
  )
}

function Step({ base, view, faults }: { base: string; view: InvitationView; faults: readonly Fault[] }) {
  const back = new URLSearchParams({ back: base })
  switch (view.step) {
    case 'password':
      return (
        <form method="post" action={`${base}/password`} class="stack stack-m">
          <Field
            name="password"
            kind="password"
            label={w.password}
            hint={w.passwordHint}
            autocomplete="new-password"
            error={at(faults, 'password')}
          />
          <Field
            name="repeated"
            kind="password"
            label={w.repeated}
            autocomplete="new-password"
            error={at(faults, 'repeated')}
          />
          <Button label={w.save} />
        </form>
      )
    case 'sign-in':
    case 'sign-in-strong':
      return (
        <Notice icon="key" fact={view.step === 'sign-in' ? w.signInFact : w.strongFact} text={w.signInText}>
          <p>
            <Button href={`/sign-in/officer?${back}`} label={w.signIn} />
          </p>
          {view.step === 'sign-in' ? (
            <p>
              <Button kind="second" small href={`/sign-in?${back}`} label={w.signInCode} />
            </p>
          ) : null}
        </Notice>
      )
    case 'other-account':
      return (
        <Notice tone="care" icon="person" fact={w.otherFact} text={w.otherText}>
          <form method="post" action="/sign-out">
            <Button kind="second" label={w.signOut} />
          </form>
        </Notice>
      )
    case 'join':
      return (
        <form method="post" action={`${base}/join`} class="stack stack-m">
          <Notice fact={w.joinText} />
          <Button label={w.join} />
        </form>
      )
    case 'accept':
      return (
        <form method="post" action={`${base}/accept`}>
          <Button label={w.accept} />
        </form>
      )
    case 'factor':
      return <Factor base={base} view={view} faults={faults} />
  }
}

function Factor({ base, view, faults }: { base: string; view: InvitationView; faults: readonly Fault[] }) {
  return (
    <div class="stack stack-l">
      <Notice fact={w.factorTitle} text={w.factorLead} icon="shield" />
      <section class="stack stack-m">
        <Heading text={w.app} />
        {view.authenticator === undefined ? (
          <form method="post" action={`${base}/authenticator`} class="stack stack-m">
            <Field
              name="password"
              kind="password"
              label={w.again}
              autocomplete="current-password"
              error={at(faults, 'password')}
            />
            <Button label={w.start} />
          </form>
        ) : (
          <AuthenticatorForm action={`${base}/confirm`} authenticator={view.authenticator} error={at(faults, 'code')} />
        )}
      </section>
      <PasskeyForm
        action={`${base}/passkey`}
        options="/me/passkeys/options"
        kind="create"
        label={w.passkey}
        hint={w.passkeyHint}
      />
    </div>
  )
}

function Heading({ text }: { text: Text }) {
  return (
    <h2>
      <Phrase text={text} />
    </h2>
  )
}
function Phrase({ text }: { text: Text }) {
  const phrase = usePhrase()
  return <>{phrase(text)}</>
}
