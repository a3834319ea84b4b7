// The parts of a second factor that invitation and account share: the QR with its text, the first code, recovery codes once.
import type { Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { usePhrase } from '../../platform/ui/language.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import type { Authenticator } from './account-port.ts'

export const FACTOR_WORDS = {
  scan: {
    id: 'Buka aplikasi autentikator di ponsel (Google Authenticator, Aegis, atau lainnya), pilih tambah, lalu pindai gambar ini.',
    en: 'Open an authenticator app on your phone (Google Authenticator, Aegis or another), choose add, and scan this picture.',
  },
  picture: { id: 'Kode QR untuk aplikasi autentikator', en: 'QR code for the authenticator app' },
  type: { id: 'Tidak bisa memindai? Ketik kunci ini:', en: 'Cannot scan? Type this key:' },
  code: { id: 'Kode 6 angka di aplikasi sekarang', en: 'The 6 digits the app shows now' },
  confirm: { id: 'Pastikan kodenya', en: 'Confirm the code' },
  codesTitle: { id: 'Simpan kode pemulihan', en: 'Keep your recovery codes' },
  codesFact: { id: 'Kode ini hanya tampil sekarang.', en: 'These codes are shown only now.' },
  codesText: {
    id: 'Bila ponsel hilang, satu kode membuka akun satu kali, di tempat kode 6 angka. Cetak atau tulis, lalu simpan terkunci.',
    en: 'If the phone is lost, one code opens the account once, in place of the 6 digits. Print or write them down and lock them away.',
  },
} as const satisfies Record<string, Text>
const w = FACTOR_WORDS

export function AuthenticatorForm({
  action,
  authenticator,
  error,
}: {
  action: string
  authenticator: Authenticator
  error?: string
}) {
  const phrase = usePhrase()
  return (
    <form method="post" action={action} class="stack stack-m">
      <p>{phrase(w.scan)}</p>
      <p>
        <img src={authenticator.picture} alt={String(phrase(w.picture))} width="208" height="208" />
      </p>
      <p>
        {phrase(w.type)}{' '}
        {authenticator.secret.split(' ').map((four) => (
          <>
            <b class="code">{four}</b>{' '}
          </>
        ))}
      </p>
      <Field
        name="code"
        kind="number"
        label={w.code}
        width={8}
        maxlength={8}
        autocomplete="one-time-code"
        error={error}
      />
      <Button label={w.confirm} />
    </form>
  )
}

export function RecoveryCodes({ codes, next, label }: { codes: readonly string[]; next: string; label: Text }) {
  const phrase = usePhrase()
  return (
    <div class="stack stack-m narrow">
      <h1>{phrase(w.codesTitle)}</h1>
      <Notice tone="care" icon="key" fact={w.codesFact} text={w.codesText} />
      <div class="panel">
        {codes.map((code) => (
          <div>
            <b class="code">{code}</b>
          </div>
        ))}
      </div>
      <p>
        <Button href={next} label={label} />
      </p>
    </div>
  )
}
