// The register as a plan sees it: the few persons, families and deeds a case touches, at one moment, in memory.
// Must stay true: nothing in here is ever changed in place; a plan works on its own copy (working-register.ts). Ids are
// text (UUID v7 in production, made by whoever makes the thing), dates 'YYYY-MM-DD'.
import type {
  Address,
  DeedRegister,
  DocumentKind,
  LeaveReason,
  MarginNoteKind,
  NikStatus,
  PersonStatus,
  Relation,
} from './effect-parts.ts'

export type PersonId = string
export type FamilyId = string
export type DeedId = string
export type Sex = 'L' | 'P'
export type Citizenship = 'WNI' | 'OA'
/** 1 never married, 2 married recorded, 3 married unrecorded, 4 divorced recorded, 5 divorced unrecorded, 6 widowed. */
export type MaritalStatus = '1' | '2' | '3' | '4' | '5' | '6'

export type Person = {
  readonly id: PersonId
  /** Counts the changes of this person; a plan is void when it moved meanwhile. */
  readonly version: number
  readonly nik?: string
  readonly nikStatus: NikStatus
  readonly status: PersonStatus
  readonly name: string
  readonly titleBefore?: string
  readonly titleAfter?: string
  /** A second spelling found on old papers: searched, never printed. */
  readonly otherName?: string
  readonly sex: Sex
  readonly birthDate: string
  readonly birthPlace: string
  readonly birthTime?: string
  readonly citizenship: Citizenship
  readonly religion?: string
  readonly beliefOrganisation?: string
  readonly maritalStatus: MaritalStatus
  readonly previousMaritalStatus?: MaritalStatus
  readonly education?: string
  readonly occupation?: string
  readonly bloodType?: string
  readonly disability?: string
  readonly motherId?: PersonId
  readonly fatherId?: PersonId
  readonly motherName?: string
  readonly fatherName?: string
  readonly villageCode: string
  readonly deathDate?: string
  readonly travelDocument?: string
  readonly travelDocumentUntil?: string
  readonly stayPermit?: string
  readonly stayPermitUntil?: string
  readonly phone?: string
  readonly email?: string
  /** Number of a birth deed of elsewhere or of old books, which this register does not hold as an entry. */
  readonly birthDeedNumber?: string
  /** Answers of national systems and the day an officer recorded them. */
  readonly enrolledOn?: string
  readonly uniqueness?: 'unique' | 'duplicate' | 'pending'
  readonly deviceBoundOn?: string
  /** Kinds of vulnerability and other marks, sorted, separated by spaces. */
  readonly flags?: string
  /** The person who is meant instead, when this one was found to be the same. */
  readonly duplicateOf?: PersonId
  /** Fields only the named roles may read: `field=role,role;field=role`. */
  readonly sealed?: string
}

export type Membership = {
  readonly personId: PersonId
  readonly relation: Relation
  readonly from: string
  readonly until?: string
  readonly reason?: LeaveReason
}

/** `moving`: on the way to another region, no card of ours is valid, but the way back is open until it is accepted. */
export type FamilyStatus = 'active' | 'moving' | 'retired'
export type Family = {
  readonly id: FamilyId
  readonly version: number
  /** Number of the card; a family that left without one (some members moved away) has none. */
  readonly kk?: string
  readonly status: FamilyStatus
  readonly headId?: PersonId
  readonly address: Address & { readonly village: string }
  /** Open memberships first come first; closed ones only when the history was asked for. */
  readonly members: readonly Membership[]
}

/** Someone a deed names who is not in this register. */
export type Outsider = {
  readonly name: string
  readonly nik?: string
  readonly travelDocument?: string
  readonly birthPlace?: string
  readonly birthDate?: string
  readonly sex?: Sex
  readonly citizenship?: Citizenship
  readonly regionCode?: string
}
export type DeedParty = { readonly role: string; readonly personId?: PersonId; readonly outsider?: Outsider }
export type FieldValue =
  | string
  | number
  | boolean
  | null
  | readonly FieldValue[]
  | { readonly [key: string]: FieldValue }
export type MarginNote = {
  readonly id: string
  readonly kind: MarginNoteKind
  readonly on: string
  readonly fields: Readonly<Record<string, FieldValue>>
}
export type DeedCorrection = {
  readonly element: string
  readonly old: string
  readonly new: string
  readonly on: string
}
export type Deed = {
  readonly id: DeedId
  readonly version: number
  readonly register: DeedRegister
  /** Text, because old ones have every shape. */
  readonly number: string
  readonly year: number
  /** Day of the event, and the day it was entered. */
  readonly date: string
  readonly enteredOn: string
  readonly place?: string
  readonly parties: readonly DeedParty[]
  readonly fields: Readonly<Record<string, FieldValue>>
  readonly witnesses: readonly FieldValue[]
  readonly status: 'valid' | 'cancelled'
  /** A marriage ends by a divorce or an annulment; by a death without any mark. */
  readonly endedOn?: string
  readonly endedBy?: DeedId
  readonly caseId?: string
  readonly notes: readonly MarginNote[]
  readonly corrections: readonly DeedCorrection[]
}

/** A document of ours that is valid now, as the documents module or an example tells it. */
export type HeldDocument = {
  readonly kind: DocumentKind
  readonly of: string
  readonly number?: string
  /** In force, but its paper was never signed here: nobody is asked for it, and nobody can download it. */
  readonly isUnsigned?: true
}

/** What a region tells of a marriage to where its people go: when, where and between whom, and by which book it is known. */
export type TravellingMarriage = Pick<Deed, 'number' | 'year' | 'date' | 'enteredOn' | 'place'> & {
  readonly parties: readonly (DeedParty & { readonly name: string })[]
}

/** A moving letter of another region, fetched and ready to be accepted. */
export type IncomingTransfer = {
  readonly id: string
  readonly letter: string
  readonly from: string
  /** Persons as the origin knows them; ids are kept, so that both sides speak of the same person. */
  readonly persons: readonly Person[]
  readonly headId?: PersonId
  readonly relations: Readonly<Record<PersonId, Relation>>
  readonly marriages?: readonly TravellingMarriage[]
  readonly state: 'granted' | 'accepted'
}

export type RegisterSnapshot = {
  readonly region: string
  readonly persons: ReadonlyMap<PersonId, Person>
  readonly families: ReadonlyMap<FamilyId, Family>
  readonly deeds: ReadonlyMap<DeedId, Deed>
  readonly documents: readonly HeldDocument[]
  readonly transfers: ReadonlyMap<string, IncomingTransfer>
}

export function emptySnapshot(region: string): RegisterSnapshot {
  return { region, persons: new Map(), families: new Map(), deeds: new Map(), documents: [], transfers: new Map() }
}

/** Two snapshots of one region in one; where both know a thing, the first one counts. */
export function mergeSnapshots(one: RegisterSnapshot, other: RegisterSnapshot): RegisterSnapshot {
  return {
    region: one.region,
    persons: new Map([...other.persons, ...one.persons]),
    families: new Map([...other.families, ...one.families]),
    deeds: new Map([...other.deeds, ...one.deeds]),
    documents: [...one.documents, ...other.documents],
    transfers: new Map([...other.transfers, ...one.transfers]),
  }
}

/** A snapshot from plain lists, for examples, tests and the store. */
export function snapshotOf(
  region: string,
  lists: {
    readonly persons?: readonly Person[]
    readonly families?: readonly Family[]
    readonly deeds?: readonly Deed[]
    readonly documents?: readonly HeldDocument[]
    readonly transfers?: readonly IncomingTransfer[]
  },
): RegisterSnapshot {
  return {
    region,
    persons: new Map((lists.persons ?? []).map((person) => [person.id, person])),
    families: new Map((lists.families ?? []).map((family) => [family.id, family])),
    deeds: new Map((lists.deeds ?? []).map((deed) => [deed.id, deed])),
    documents: lists.documents ?? [],
    transfers: new Map((lists.transfers ?? []).map((transfer) => [transfer.letter, transfer])),
  }
}
