// History rows of a plan: one for each small change, with both times. Must stay true: the first fact of a thing holds
// its whole first state, so that every later day can be rebuilt; numbers are not in it, protected elements only sealed.
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { openSealedText, seal } from '../../platform/secrets/seal.ts'
import { aspectOf, type Change } from './change.ts'
import { isSealedField, SEALED_FIELDS } from './person-row.ts'
import type { FieldValue, Person } from './snapshot.ts'
import type { FactRow } from './tables.ts'

export const factContext = (factId: string) => `register.fact:${factId}`

type Recording = {
  readonly region: string
  readonly caseId: string | null
  readonly recordedAt: Date
  readonly newId: () => string
  /** Since when changes are true that do not say so themselves. */
  readonly from: string
}

export function factRows(ring: KeyRing, changes: readonly Change[], recording: Recording): readonly FactRow[] {
  return changes.flatMap((change) => {
    const about = aspectOf(change)
    if (about === undefined) return []
    const fact_id = recording.newId()
    const { value, hidden } = contentOf(change)
    return [
      {
        region_code: recording.region,
        thing_id: about.thing.id,
        fact_id,
        kind: about.thing.kind,
        field: about.aspect,
        value: value === undefined ? null : JSON.stringify(value),
        sealed: hidden === undefined ? null : seal(ring, JSON.stringify(hidden), factContext(fact_id)),
        valid_from: validFrom(change, recording.from),
        recorded_at: recording.recordedAt,
        case_id: recording.caseId,
        proof: change.kind === 'field-set' ? (change.proof ?? null) : null,
      },
    ]
  })
}

/** The sealed part of a fact, opened. */
export function openFact(ring: KeyRing, factId: string, sealed: Uint8Array): FieldValue {
  return JSON.parse(openSealedText(ring, sealed, factContext(factId))) as FieldValue
}

type Content = { readonly value?: FieldValue; readonly hidden?: FieldValue }

function contentOf(change: Change): Content {
  switch (change.kind) {
    case 'person-created':
      return firstState(change.person)
    case 'field-set':
      return isSealedField(change.field) ? { hidden: change.after } : { value: change.after }
    case 'membership-opened':
      return { value: { familyId: change.familyId, relation: change.relation } }
    case 'membership-closed':
      return {
        value: { familyId: change.familyId, relation: change.relation, until: change.until, reason: change.reason },
      }
    case 'family-created':
      return { value: { status: change.family.status, address: change.family.address as FieldValue } }
    case 'family-set':
      return change.field === 'kk' ? { hidden: change.after } : { value: change.after }
    case 'deed-recorded':
      return { value: { register: change.deed.register, number: change.deed.number, status: change.deed.status } }
    case 'deed-set':
      return change.field === 'fields' || change.field === 'place' ? { hidden: change.after } : { value: change.after }
    case 'note-added':
      return { value: { noteId: change.note.id, kind: change.note.kind } }
    case 'deed-corrected':
      return { hidden: { ...change.correction } }
    case 'stay-recorded':
      return { value: { stayId: change.stayId, until: change.until } }
    default:
      return {}
  }
}

function firstState(person: Person): Content {
  const { nik: _nik, id: _id, version: _version, ...open } = person
  if (SEALED_FIELDS.every((field) => open[field] === undefined)) return { value: open as FieldValue }
  const { bloodType, disability, phone, email, travelDocument, stayPermit, ...value } = open
  const hidden = { bloodType, disability, phone, email, travelDocument, stayPermit } satisfies {
    readonly [Field in (typeof SEALED_FIELDS)[number]]: string | undefined
  }
  // What is undefined is left out where it becomes text.
  return { value: value as FieldValue, hidden: hidden as FieldValue }
}

function validFrom(change: Change, from: string): string {
  switch (change.kind) {
    case 'person-created':
      return change.origin === 'transfer' ? from : change.person.birthDate
    case 'field-set':
    case 'membership-opened':
    case 'family-created':
    case 'family-set':
    case 'stay-recorded':
      return change.from
    case 'membership-closed':
      return change.until
    case 'deed-recorded':
      return change.deed.date
    default:
      return from
  }
}
