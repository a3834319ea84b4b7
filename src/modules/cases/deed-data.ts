// What a deed itself gives to a paper: its numbers, event, court, notes and corrections. Pure.
import { isPlainDate } from '../../kernel/date.ts'
import { formatDate } from '../../kernel/date-format.ts'
import type { Deed, RegisterSnapshot } from '../register/snapshot.ts'
import { elementsOf } from './deed-elements.ts'
import type { DataInput, Values } from './document-data.ts'

export function deedValues(deed: Deed, input: DataInput): Values {
  const court = deed.fields
  return {
    ...court,
    deedKind: deed.register,
    deedNumber: deed.number,
    deedDate: deed.enteredOn,
    recordedDate: deed.enteredOn,
    ...eventValues(deed),
    eventDate: deed.date,
    eventPlace: deed.place,
    elements: elementsOf(deed, input.after),
    // The office that cancels its own deed decides by this very letter.
    basisNumber: input.letterNumber,
    basisDate: input.today,
    marginNotes: deed.notes.map((note) => ({ text: noteText(note.kind, note.on, note.fields) })),
    corrections: deed.corrections.map((one) => ({ element: one.element, before: one.old, after: one.new })),
    marriageDeedNumber: marriageBehind(deed, input)?.number,
  }
}

/** Place and date under the name of the event, so that a death never lends its place to the birth. */
function eventValues(deed: Deed): Values {
  switch (deed.register) {
    case 'birth':
      return { birthPlace: deed.place, birthDate: deed.date }
    case 'death':
      return { deathPlace: deed.place, deathDate: deed.date }
    case 'marriage':
      return { marriagePlace: deed.place, marriageDate: deed.date }
    case 'divorce':
      return { divorceDate: deed.date }
    default:
      return {}
  }
}

/** The marriage that this deed ended, else one of both its parties. */
function marriageBehind(deed: Deed, { before, after }: DataInput): Deed | undefined {
  const marriages = (view: RegisterSnapshot) => [...view.deeds.values()].filter((one) => one.register === 'marriage')
  const people = deed.parties.flatMap((party) => (party.personId === undefined ? [] : [party.personId]))
  const shared = (one: Deed) =>
    one.parties.filter((party) => party.personId !== undefined && people.includes(party.personId)).length
  return (
    marriages(after).find((one) => one.endedBy === deed.id) ??
    marriages(before)
      .filter((one) => shared(one) > 0)
      .sort((a, b) => shared(b) - shared(a))[0]
  )
}

const NOTES: Readonly<Record<string, string>> = {
  adoption: 'Pengangkatan anak',
  acknowledgment: 'Pengakuan anak',
  legitimation: 'Pengesahan anak',
  'name-change': 'Perubahan nama',
  citizenship: 'Perubahan kewarganegaraan',
  'marriage-agreement': 'Perjanjian perkawinan',
  'marriage-agreement-changed': 'Perubahan perjanjian perkawinan',
  'marriage-agreement-withdrawn': 'Pencabutan perjanjian perkawinan',
  'sex-change': 'Perubahan jenis kelamin',
  'other-event': 'Peristiwa penting lainnya',
  correction: 'Pembetulan',
  'cancelled-by-court': 'Dibatalkan dengan putusan pengadilan',
  'cancelled-by-office': 'Dibatalkan oleh dinas',
  annulled: 'Pembatalan',
}

function noteText(kind: string, on: string, fields: Readonly<Record<string, unknown>>): string {
  const facts = Object.values(fields)
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map((value) => (typeof value === 'string' && isPlainDate(value) ? formatDate(value, 'id') : value))
    .join(', ')
  return `${NOTES[kind] ?? 'Catatan'}, ${formatDate(on, 'id')}${facts === '' ? '' : `: ${facts}`}`
}
