// Families and deeds between their rows and the types that rules use. Must stay true: the card number is sealed and
// found by a keyed hash; circumstances of a deed (cause of death, people of elsewhere) are sealed as a whole.
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { keyedHash, openSealedText, seal } from '../../platform/secrets/seal.ts'
import type { LeaveReason, Relation } from './effect-parts.ts'
import type { Deed, DeedParty, Family, FieldValue, MarginNote, Membership } from './snapshot.ts'
import type { DeedRow, FamilyRow, MemberRow, NoteRow } from './tables.ts'

export const kkContext = (familyId: string) => `register.family.kk:${familyId}`
export const deedContext = (deedId: string) => `register.deed:${deedId}`
export const noteContext = (noteId: string) => `register.note:${noteId}`

/** The hash a family card number is found by, under the current key. */
export function kkHash(ring: KeyRing, kk: string): string {
  return keyedHash(ring, kk)
}

export function familyRow(ring: KeyRing, region: string, family: Family, recordedAt: Date): FamilyRow {
  return {
    region_code: region,
    family_id: family.id,
    version: family.version,
    status: family.status,
    kk_hash: family.kk === undefined ? null : kkHash(ring, family.kk),
    kk_sealed: family.kk === undefined ? null : seal(ring, family.kk, kkContext(family.id)),
    head_id: family.headId ?? null,
    address: family.address,
    village_code: family.address.village,
    recorded_at: recordedAt,
  }
}

export function familyOfRow(ring: KeyRing, row: FamilyRow, members: readonly MemberRow[]): Family {
  return {
    id: row.family_id,
    version: row.version,
    status: row.status as Family['status'],
    ...(row.kk_sealed === null ? {} : { kk: openSealedText(ring, row.kk_sealed, kkContext(row.family_id)) }),
    ...(row.head_id === null ? {} : { headId: row.head_id }),
    address: row.address as Family['address'],
    members: members.map(membershipOfRow),
  }
}

export function membershipOfRow(row: MemberRow): Membership {
  return {
    personId: row.person_id,
    relation: row.relation as Relation,
    from: row.started_on,
    ...(row.ended_on === null ? {} : { until: row.ended_on }),
    ...(row.reason === null ? {} : { reason: row.reason as LeaveReason }),
  }
}

type DeedDetails = Pick<Deed, 'place' | 'fields' | 'witnesses' | 'corrections'> & {
  readonly outsiders: readonly DeedParty[]
}

export function deedRow(ring: KeyRing, region: string, deed: Deed, caseId: string | null, recordedAt: Date): DeedRow {
  const { place, fields, witnesses, corrections } = deed
  const outsiders = deed.parties.filter((party) => party.personId === undefined)
  const details: DeedDetails = { ...(place === undefined ? {} : { place }), fields, witnesses, corrections, outsiders }
  return {
    region_code: region,
    deed_id: deed.id,
    version: deed.version,
    register: deed.register,
    number: deed.number,
    year: deed.year,
    event_date: deed.date,
    entered_on: deed.enteredOn,
    status: deed.status,
    ended_on: deed.endedOn ?? null,
    ended_by: deed.endedBy ?? null,
    details: seal(ring, JSON.stringify(details), deedContext(deed.id)),
    case_id: deed.caseId ?? caseId,
    recorded_at: recordedAt,
  }
}

export function deedOfRow(
  ring: KeyRing,
  row: DeedRow,
  parties: readonly { readonly role: string; readonly person_id: string }[],
  notes: readonly NoteRow[],
): Deed {
  const { outsiders, ...details } = JSON.parse(
    openSealedText(ring, row.details, deedContext(row.deed_id)),
  ) as DeedDetails
  return {
    ...details,
    id: row.deed_id,
    version: row.version,
    register: row.register as Deed['register'],
    number: row.number,
    year: row.year,
    date: row.event_date,
    enteredOn: row.entered_on,
    status: row.status as Deed['status'],
    ...(row.ended_on === null ? {} : { endedOn: row.ended_on }),
    ...(row.ended_by === null ? {} : { endedBy: row.ended_by }),
    ...(row.case_id === null ? {} : { caseId: row.case_id }),
    parties: [...parties.map(({ role, person_id }) => ({ role, personId: person_id })), ...outsiders],
    notes: notes.map((note) => noteOfRow(ring, note)),
  }
}

export function noteRow(
  ring: KeyRing,
  region: string,
  deedId: string,
  note: MarginNote,
  caseId: string | null,
  recordedAt: Date,
): NoteRow {
  return {
    region_code: region,
    deed_id: deedId,
    note_id: note.id,
    kind: note.kind,
    noted_on: note.on,
    details: seal(ring, JSON.stringify(note.fields), noteContext(note.id)),
    case_id: caseId,
    recorded_at: recordedAt,
  }
}

function noteOfRow(ring: KeyRing, row: NoteRow): MarginNote {
  const fields = JSON.parse(openSealedText(ring, row.details, noteContext(row.note_id))) as Record<string, FieldValue>
  return { id: row.note_id, kind: row.kind as MarginNote['kind'], on: row.noted_on, fields }
}
