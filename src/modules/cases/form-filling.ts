// Fills a paper form from an application and the register, in Indonesian as the law has it. Pure. Must stay true: what the register
// knows is printed only of the applicant and who shares their card, of others what was answered; a question without a place on the
// form (a region's own) stands at its end, never left out.
import { formatDate } from '../../kernel/date-format.ts'
import { type Answer, isAddressAnswer, isPersonAnswer, personIdOf } from '../catalogue/answers.ts'
import { CODE_LISTS } from '../catalogue/code-lists.ts'
import type { CompiledService } from '../catalogue/compile.ts'
import { APPLICANT, type PrintedForm } from '../catalogue/printed-form.ts'
import type { Session, SessionField } from '../catalogue/session.ts'
import type { FormPart, FormRow, FormSheet } from '../documents/form-sheet.ts'
import type { Person, RegisterSnapshot } from '../register/snapshot.ts'
import { answerInWords } from './draft-view.ts'

export type Filling = {
  readonly form: PrintedForm
  /** All forms of the service; what has a place on none of them stands at the end of the first. */
  readonly forms: readonly PrintedForm[]
  readonly service: CompiledService
  readonly session: Session
  readonly snapshot: Pick<RegisterSnapshot, 'persons' | 'families'>
  readonly applicant?: string
  /** Name of who applies where the register does not know them. */
  readonly applicantName?: string
  readonly number: string
  readonly place: string
  readonly sentOn: string
  readonly printedOn: string
  villageName(code: string): string | undefined
}
type Answered = { readonly field: SessionField['field']; readonly answer: Answer }

export function fillForm(filling: Filling): FormSheet {
  const { form, service, session, applicant, snapshot } = filling
  const answered = new Map<string, Answered>()
  for (const { field, answer } of [...session.pages.flatMap((page) => page.fields), ...session.derived])
    if (answer !== undefined) answered.set(field.key, { field, answer })
  const named = new Set(filling.forms.flatMap((one) => one.sections.flatMap((section) => section.fields)))
  const rest = filling.forms[0] === form ? [...answered.keys()].filter((key) => !named.has(key)) : []
  const sections = [
    ...form.sections.map(({ title, fields }) => ({ title: title.id, parts: partsOf(fields, answered, filling) })),
    { title: 'Keterangan lain', parts: partsOf(rest, answered, filling) },
  ]
  const name = (applicant === undefined ? undefined : snapshot.persons.get(applicant)?.name) ?? filling.applicantName
  return {
    code: form.code,
    title: form.title.id,
    number: filling.number,
    boxes: (form.events ?? []).map(({ label, services }) => ({
      label: label.id,
      isTicked: services.includes(service.id),
    })),
    ...(form.statement === undefined ? {} : { statement: form.statement.id }),
    sections: sections.filter(({ parts }) => parts.some(({ rows }) => rows.length > 0)),
    attachments: session.documents.map(({ document, status }) => ({
      label: document.label.id,
      value: status === 'missing' ? 'tidak dilampirkan' : status === 'held' ? 'ada di register' : 'dilampirkan',
    })),
    signer: {
      role: form.signer.id,
      name: name ?? '',
      place: filling.place,
      date: formatDate(filling.sentOn, 'id'),
    },
    origin: `Diisi oleh sistem dari permohonan ${filling.number} dan data register, dicetak ${formatDate(filling.printedOn, 'id')}. Bukan dokumen kependudukan.${form.confirmed ? '' : ' Tata letak formulir ini belum dicocokkan dengan formulir resmi.'}`,
  }
}

/** Plain questions in their order, a part of its own for each person and each item of a list. */
function partsOf(
  keys: readonly string[],
  answered: ReadonlyMap<string, Answered>,
  filling: Filling,
): readonly FormPart[] {
  const parts: FormPart[] = []
  for (const key of keys) {
    const one = answered.get(key)
    const found = key === APPLICANT ? applicantPart(filling) : one === undefined ? [] : partOf(one, filling)
    for (const part of found) {
      const last = parts.at(-1)
      // Questions that follow each other stand together.
      if (last === undefined || last.heading !== undefined || part.heading !== undefined) parts.push(part)
      else parts[parts.length - 1] = { rows: [...last.rows, ...part.rows] }
    }
  }
  return parts
}

function partOf({ field, answer }: Answered, filling: Filling): readonly FormPart[] {
  const heading = ('short' in field ? field.short : undefined)?.id ?? field.label.id
  if (field.type === 'list' && Array.isArray(answer)) return itemsOf(field, answer, filling)
  if (field.type === 'people' && Array.isArray(answer))
    return [
      {
        heading,
        rows: answer.map((id, n) => ({ label: `${n + 1}.`, value: nameAndNumber(String(id), filling) })),
      },
    ]
  if (isPersonAnswer(answer) && !('none' in answer)) return [{ heading, rows: personRows(answer, filling) }]
  return [{ rows: [{ label: heading, value: inWords(field, answer, filling) }] }]
}

function itemsOf(
  field: Extract<SessionField['field'], { type: 'list' }>,
  items: readonly unknown[],
  filling: Filling,
): readonly FormPart[] {
  return items.map((item, n) => ({
    heading: `${field.item.id} ${n + 1}`,
    rows: field.fields.flatMap((inner): readonly FormRow[] => {
      const answer = (item as Readonly<Record<string, Answer | undefined>>)[inner.key]
      return answer === undefined ? [] : [{ label: inner.label.id, value: inWords(inner, answer, filling) }]
    }),
  }))
}

function inWords(field: SessionField['field'], answer: Answer, filling: Filling): string {
  if (isAddressAnswer(answer) && answer.street !== undefined) return addressInWords(answer, filling)
  return answerInWords(field, answer, (id) => filling.snapshot.persons.get(id)?.name, filling.villageName).id
}

function addressInWords(
  address: {
    readonly street?: string
    readonly rt?: string
    readonly rw?: string
    readonly village: string
    readonly postalCode?: string
  },
  filling: Filling,
): string {
  const { street = '', rt, rw, village, postalCode } = address
  const units = [rt === undefined ? '' : `RT ${rt}`, rw === undefined ? '' : `RW ${rw}`].filter((part) => part !== '')
  return [street, units.join(' '), filling.villageName(village) ?? village, postalCode ?? '']
    .filter((part) => part !== '')
    .join(', ')
}

/** Whoever applies: from the register where it knows them, with card and address; else by the name given. */
function applicantPart(filling: Filling): readonly FormPart[] {
  const { applicant, applicantName, snapshot } = filling
  const person = applicant === undefined ? undefined : snapshot.persons.get(applicant)
  if (person === undefined)
    return applicantName === undefined ? [] : [{ rows: [{ label: 'Nama lengkap', value: applicantName }] }]
  const card = cardOf(person.id, filling)
  return [
    {
      rows: [
        ...registerRows(person),
        ...(card?.kk === undefined ? [] : [{ label: 'Nomor KK', value: card.kk }]),
        ...(card === undefined ? [] : [{ label: 'Alamat', value: addressInWords(card.address, filling) }]),
      ],
    },
  ]
}

const cardOf = (person: string, { snapshot }: Filling) =>
  [...snapshot.families.values()].find(
    ({ status, members }) =>
      status === 'active' && members.some((one) => one.personId === person && one.until === undefined),
  )

/** The applicant knows what stands on their own card; what the register knows of anybody else is not theirs to print. */
function isOnCardOfApplicant(person: string, filling: Filling): boolean {
  const { applicant } = filling
  if (applicant === undefined) return false
  const card = cardOf(applicant, filling)
  return (
    person === applicant || (card?.members.some((one) => one.personId === person && one.until === undefined) ?? false)
  )
}

const sexInWords = (code: string): string => CODE_LISTS.sex.find((row) => row.code === code)?.text.id ?? code
const birthRow = (place: string, date: string): FormRow => ({
  label: 'Tempat, tanggal lahir',
  value: `${place}, ${formatDate(date, 'id')}`,
})

function registerRows(person: Person): readonly FormRow[] {
  return [
    { label: 'Nama lengkap', value: person.name },
    ...(person.nik === undefined ? [] : [{ label: 'NIK', value: person.nik }]),
    birthRow(person.birthPlace, person.birthDate),
    { label: 'Jenis kelamin', value: sexInWords(person.sex) },
    { label: 'Kewarganegaraan', value: person.citizenship },
  ]
}

function personRows(answer: Answer, filling: Filling): readonly FormRow[] {
  const id = personIdOf(answer)
  const person = id === undefined ? undefined : filling.snapshot.persons.get(id)
  if (person !== undefined && isOnCardOfApplicant(person.id, filling)) return registerRows(person)
  const told = answer as Readonly<Record<string, unknown>>
  const text = (key: string): string | undefined => (typeof told[key] === 'string' ? told[key] : undefined)
  const [nik, passport, place, date, sex, citizenship] = (
    ['nik', 'travelDocument', 'birthPlace', 'birthDate', 'sex', 'citizenship'] as const
  ).map(text)
  return [
    { label: 'Nama lengkap', value: text('name') ?? person?.name ?? '' },
    ...(nik === undefined ? [] : [{ label: 'NIK', value: nik }]),
    ...(passport === undefined ? [] : [{ label: 'Dokumen perjalanan', value: passport }]),
    ...(place === undefined || date === undefined ? [] : [birthRow(place, date)]),
    ...(sex === undefined ? [] : [{ label: 'Jenis kelamin', value: sexInWords(sex) }]),
    ...(citizenship === undefined ? [] : [{ label: 'Kewarganegaraan', value: citizenship }]),
  ]
}

function nameAndNumber(id: string, filling: Filling): string {
  const person = filling.snapshot.persons.get(id)
  const name = person?.name ?? '?'
  return person?.nik !== undefined && isOnCardOfApplicant(id, filling) ? `${name}, NIK ${person.nik}` : name
}
