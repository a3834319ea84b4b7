// The page on which an officer types what a moving letter on paper says. Must stay true: everything typed comes back; one
// person is enough, empty rows are left out.
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { type VillageFind, VillagePicker } from '../../platform/ui/village-picker.tsx'
import type { TypedLetter, TypedPerson } from './paper-letter-rules.ts'

const t = (id: string, en: string): Text => ({ id, en })
export const PAPER_WORDS = {
  title: t('Catat surat pindah di kertas', 'Enter a moving letter on paper'),
  lead: t(
    'Untuk surat dari daerah yang belum memakai Puja Indah. Salin persis; warga lalu mengajukan pindah datang dengan nomor ini.',
    'For a letter of a region that is not on Puja Indah. Copy it exactly; the citizen then applies to arrive with this number.',
  ),
  letter: t('Nomor surat pindah', 'Number of the moving letter'),
  letterHint: t(
    'Seperti tercetak, misalnya SKPWNI/6308/02042026/0007',
    'As printed, for example SKPWNI/6308/02042026/0007',
  ),
  village: t('Desa atau kelurahan asal', 'Village of origin'),
  person: t('Orang ke-{n} pada surat', 'Person {n} on the letter'),
  optional: t('kosongkan bila tidak ada', 'leave empty if there is none'),
  nik: t('NIK', 'NIK'),
  name: t('Nama', 'Name'),
  sex: t('Jenis kelamin', 'Sex'),
  male: t('Laki-laki', 'Male'),
  female: t('Perempuan', 'Female'),
  birth: t('Tanggal lahir', 'Date of birth'),
  birthPlace: t('Tempat lahir', 'Place of birth'),
  relation: t('Hubungan dalam KK', 'Place on the family card'),
  maritalStatus: t('Status perkawinan', 'Marital status'),
  religion: t('Agama', 'Religion'),
  save: t('Simpan surat', 'Keep the letter'),
  back: t('Pindah datang', 'Moves'),
  saved: t(
    'Surat tersimpan. Warga dapat mengajukan pindah datang dengan nomor itu.',
    'The letter is kept. The citizen can apply to arrive with its number.',
  ),
  open: t('Catat surat di kertas', 'Enter a letter on paper'),
} as const
const w = PAPER_WORDS

type Option = { readonly value: string; readonly label: Text }
export type PaperChoices = {
  readonly relations: readonly Option[]
  readonly maritalStatuses: readonly Option[]
  readonly religions: readonly Option[]
}
type Fault = { readonly at?: string; readonly text: string }

export function PaperLetterPage({
  action,
  typed,
  choices,
  finds,
  chosen,
  errors,
  language,
}: {
  action: string
  typed: TypedLetter
  choices: PaperChoices
  finds?: readonly VillageFind[]
  chosen?: VillageFind
  errors: readonly Fault[]
  language: Language
}) {
  const faultOf = (name: string) => {
    const found = errors.find((one) => one.at === name)
    return found === undefined ? {} : { error: found.text }
  }
  return (
    <form method="post" action={action} class="stack stack-l narrow">
      <ErrorSummary errors={errors} />
      <div class="stack stack-s">
        <h1>{say(w.title, language)}</h1>
        <p class="lead">{say(w.lead, language)}</p>
      </div>
      <Field
        name="letter"
        label={w.letter}
        hint={w.letterHint}
        value={typed.letter}
        maxlength={60}
        autocapitalize="characters"
        {...faultOf('letter')}
      />
      <VillagePicker
        name="village"
        label={w.village}
        query={typed.villageQuery}
        {...(finds === undefined ? {} : { finds })}
        {...(chosen === undefined ? {} : { chosen })}
        {...faultOf('village')}
      />
      {typed.people.map((person, index) => {
        const fields = <Person index={index} person={person} choices={choices} faultOf={faultOf} language={language} />
        // Most letters name one or two people: the places of the others are opened when they are needed.
        const isOpen = index < 2 || Object.values(person).some((value) => value !== '')
        return isOpen ? (
          fields
        ) : (
          <details class="panel">
            <summary>{fill(say(w.person, language), { n: String(index + 1) })}</summary>
            {fields}
          </details>
        )
      })}
      <p>
        <Button label={w.save} />
      </p>
    </form>
  )
}

function Person({
  index,
  person,
  choices,
  faultOf,
  language,
}: {
  index: number
  person: TypedPerson
  choices: PaperChoices
  faultOf: (name: string) => { error?: string }
  language: Language
}) {
  const at = (field: string): string => `${field}-${index}`
  return (
    <fieldset class="panel stack stack-m">
      <legend>
        <b>{fill(say(w.person, language), { n: String(index + 1) })}</b>
        {index === 0 ? null : <small class="quiet"> ({say(w.optional, language)})</small>}
      </legend>
      <Field name={at('nik')} kind="number" width={16} label={w.nik} value={person.nik} {...faultOf(at('nik'))} />
      <Field name={at('name')} label={w.name} value={person.name} autocapitalize="words" {...faultOf(at('name'))} />
      <SelectField
        name={at('sex')}
        label={w.sex}
        value={person.sex}
        options={[
          { value: 'L', label: w.male },
          { value: 'P', label: w.female },
        ]}
        {...faultOf(at('sex'))}
      />
      <DateOfBirth
        name={at('birth')}
        label={w.birth}
        value={{ day: person.day, month: person.month, year: person.year }}
        {...faultOf(at('birth'))}
      />
      <Field name={at('birthPlace')} label={w.birthPlace} value={person.birthPlace} {...faultOf(at('birthPlace'))} />
      <SelectField
        name={at('relation')}
        label={w.relation}
        value={person.relation}
        options={choices.relations}
        {...faultOf(at('relation'))}
      />
      <SelectField
        name={at('maritalStatus')}
        label={w.maritalStatus}
        value={person.maritalStatus}
        options={choices.maritalStatuses}
        {...faultOf(at('maritalStatus'))}
      />
      <SelectField
        name={at('religion')}
        label={w.religion}
        value={person.religion}
        options={choices.religions}
        {...faultOf(at('religion'))}
      />
    </fieldset>
  )
}
