// The form in which an officer notes what the national centre's screen says about an application. Must stay true: it claims no
// connection.
import { type Language, say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { Field } from '../../platform/ui/field.tsx'

const t = (id: string, en: string): Text => ({ id, en })
const w = {
  title: t('Cek ketunggalan pusat', 'National uniqueness check'),
  lead: t(
    'Belum ada sambungan ke pusat: tanyakan di layar pusat, lalu catat jawabannya di sini.',
    'There is no connection to the centre: ask on its own screen, then note the answer here.',
  ),
  answer: t('Jawaban pusat', 'The centre’s answer'),
  asked: t('Sudah ditanyakan, belum dijawab', 'Asked, not answered yet'),
  askedHint: t(
    'Permohonan ditunda: menunggu jawaban pusat.',
    'The application is put on hold: waiting for the centre.',
  ),
  unique: t('Tunggal', 'Unique'),
  uniqueHint: t('Nomor dan kartu boleh disiapkan.', 'Numbers and cards may be prepared.'),
  duplicate: t('Ganda', 'Duplicate'),
  duplicateHint: t('Tidak dapat disahkan. Tolak dengan alasan.', 'Cannot be approved. Reject it with the reason.'),
  reference: t('Rujukan di layar pusat', 'Reference on the centre’s screen'),
  referenceHint: t('Untuk tunggal atau ganda. Bukan NIK.', 'For unique or duplicate. Not a NIK.'),
  save: t('Catat jawaban', 'Note the answer'),
} as const

export function NationalCheck({
  href,
  actionKey,
  errors,
  language,
}: {
  href: string
  actionKey: string
  errors: readonly { readonly at?: string; readonly text: string }[]
  language: Language
}) {
  const faultOf = (name: string) => {
    const found = errors.find((one) => one.at === name)
    return found === undefined ? {} : { error: found.text }
  }
  return (
    <form method="post" action={`${href}/national`} class="panel stack stack-m">
      <h2>{say(w.title, language)}</h2>
      <p class="s">{say(w.lead, language)}</p>
      <input type="hidden" name="key" value={`${actionKey}:national`} />
      <ChoiceCards
        name="answer"
        label={w.answer}
        choices={[
          { value: 'asked', label: w.asked, hint: w.askedHint },
          { value: 'unique', label: w.unique, hint: w.uniqueHint },
          { value: 'duplicate', label: w.duplicate, hint: w.duplicateHint },
        ]}
        {...faultOf('answer')}
      />
      <Field name="reference" label={w.reference} hint={w.referenceHint} maxlength={60} {...faultOf('reference')} />
      <Button kind="second" fill="always" label={w.save} />
    </form>
  )
}
