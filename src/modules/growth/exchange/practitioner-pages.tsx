// The national numbers of those who measure and verify: one box a person. Must stay true: what was typed stays when it is refused.
import { fill, type Language, say, type Text } from '../../../kernel/text.ts'
import { Button } from '../../../platform/ui/button.tsx'
import { EmptyState } from '../../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx'
import { Field } from '../../../platform/ui/field.tsx'
import type { FormErrors } from '../posyandu-frame.ts'
import type { PractitionerView } from './outgoing-port.ts'

export const PRACTITIONER_WORDS = {
  title: { id: 'Nomor IHS petugas', en: 'IHS numbers of staff' },
  lead: {
    id: 'Kiriman SATUSEHAT menyebut siapa yang mengukur. Cari nomornya di SATUSEHAT, lalu tulis di sini; kader tidak punya nomor, jadi yang disebut petugas yang memastikan.',
    en: 'Items for SATUSEHAT name who measured. Look the number up in SATUSEHAT and write it here; cadres have none, so whoever verified is named.',
  },
  did: {
    id: '{measured} diukur, {verified} dipastikan dalam dua bulan terakhir; dokter yang memutuskan diagnosis juga ada di sini',
    en: '{measured} measured, {verified} verified in two months; doctors who decided on a diagnosis are here too',
  },
  none: { id: 'Belum ada yang mengukur', en: 'Nobody has measured yet' },
  noneText: {
    id: 'Nama muncul di sini setelah ada pengukuran dua bulan terakhir.',
    en: 'Names appear here once somebody measured within two months.',
  },
  save: { id: 'Simpan nomor', en: 'Save the numbers' },
} as const satisfies Record<string, Text>
const w = PRACTITIONER_WORDS

export function PractitionersPage({
  base,
  people,
  typed,
  language,
  errors,
}: {
  base: string
  people: readonly PractitionerView[]
  typed: Readonly<Record<string, string>>
  language: Language
  errors: FormErrors
}) {
  return (
    <div class="stack stack-l">
      {errors.length === 0 ? null : <ErrorSummary errors={errors} />}
      <div class="stack narrow">
        <h1>{say(w.title, language)}</h1>
        <p class="lead">{say(w.lead, language)}</p>
      </div>
      {people.length === 0 ? (
        <EmptyState title={w.none} text={w.noneText} />
      ) : (
        <form class="stack" method="post" action={`${base}/practitioners`}>
          {people.map(({ account, name, measured, verified, ihs }) => {
            const error = errors.find(({ at }) => at === `ihs-${account}`)?.text
            return (
              <Field
                name={`ihs-${account}`}
                label={name}
                hint={fill(say(w.did, language), { measured, verified })}
                value={typed[account] ?? ihs}
                width={16}
                autocapitalize="none"
                optional
                {...(error === undefined ? {} : { error })}
              />
            )
          })}
          <p>
            <Button label={w.save} />
          </p>
        </form>
      )}
    </div>
  )
}
