// Who applies, as one line: for the applicant before sending, for officers above all they decide. Pure. Must stay true: a number
// is masked; whoever the register does not have is called by the name given with the contact.
import { maskNik } from '../../kernel/nik.ts'
import type { Text } from '../../kernel/text.ts'
import { codeText } from '../catalogue/code-lists.ts'
import type { Person } from '../register/snapshot.ts'
import type { CaseFile } from './case.ts'
import type { AnswerLine } from './port.ts'

const APPLICANT: Text = { id: 'Pemohon', en: 'Applicant' }
/** Roles that say nothing more than the name: whoever applies for themselves, or as any adult of the card, its head too. */
const PLAIN = new Set(['self', 'adult', 'anyone'])

/** "Hamdi Darmawan, NIK 6311************11, Ayah atau ibu"; nothing when nobody is known yet. */
export function applicantLines(
  file: Pick<CaseFile, 'applicantPerson' | 'applicantRole' | 'contact'>,
  persons: ReadonlyMap<string, Pick<Person, 'name' | 'nik'>>,
): readonly AnswerLine[] {
  const person = file.applicantPerson === undefined ? undefined : persons.get(file.applicantPerson)
  const name = person?.name ?? file.contact?.name
  if (name === undefined) return []
  const nik = person?.nik === undefined ? undefined : `NIK ${maskNik(person.nik)}`
  const role =
    file.applicantRole === undefined || PLAIN.has(file.applicantRole)
      ? undefined
      : codeText('applicantRole', file.applicantRole)
  const line = (language: 'id' | 'en') => [name, nik, role?.[language]].filter(Boolean).join(', ')
  return [{ label: APPLICANT, value: { id: line('id'), en: line('en') } }]
}
