// What a plan wants to happen, as a closed list of small changes in order. The store writes exactly these, the screen
// shows them, and the opposite of a case is computed from them. Must stay true: plain JSON, every change names what was
// before, and nothing is deleted.
import type { DocumentKind, LeaveReason, Relation } from './effect-parts.ts'
import type {
  Deed,
  DeedCorrection,
  DeedId,
  Family,
  FamilyId,
  FieldValue,
  MarginNote,
  Outsider,
  Person,
  PersonId,
} from './snapshot.ts'

export type PersonField = Exclude<keyof Person, 'id' | 'version' | 'nik'>
export type FamilyField = 'status' | 'headId' | 'address' | 'kk'
export type DeedField = 'status' | 'endedOn' | 'endedBy' | 'fields' | 'date' | 'place'
export type ThingKind = 'person' | 'family' | 'deed'
export type Thing = { readonly kind: ThingKind; readonly id: string }
/** What a paper or card is about: a thing of this register, or somebody it does not have (a stay's tenant, a card printed for another region). */
export type DocumentSubject = Thing | { readonly kind: 'outsider'; readonly id: string }
/** A thing as it was when the plan was made; version 0 = made by the plan itself. */
export type TouchedThing = Thing & { readonly version: number }
export type DocumentAction = 'issue' | 'supersede' | 'revoke' | 'extend' | 'keep'
export type CloseReason = LeaveReason | 'relation-changed'

export type Change =
  | { readonly kind: 'person-created'; readonly person: Person; readonly origin: 'birth' | 'registration' | 'transfer' }
  | {
      readonly kind: 'field-set'
      readonly personId: PersonId
      readonly field: PersonField
      readonly before: FieldValue
      readonly after: FieldValue
      /** Since when it is true. */
      readonly from: string
      /** The deed that proves it, when one does. */
      readonly proof?: DeedId
    }
  | {
      readonly kind: 'membership-opened'
      readonly familyId: FamilyId
      readonly personId: PersonId
      readonly relation: Relation
      readonly from: string
    }
  | {
      readonly kind: 'membership-closed'
      readonly familyId: FamilyId
      readonly personId: PersonId
      readonly relation: Relation
      readonly from: string
      readonly until: string
      readonly reason: CloseReason
    }
  | { readonly kind: 'family-created'; readonly family: Omit<Family, 'members' | 'headId'>; readonly from: string }
  | {
      readonly kind: 'family-set'
      readonly familyId: FamilyId
      readonly field: FamilyField
      readonly before: FieldValue
      readonly after: FieldValue
      readonly from: string
    }
  | { readonly kind: 'deed-recorded'; readonly deed: Deed }
  | {
      readonly kind: 'deed-set'
      readonly deedId: DeedId
      readonly field: DeedField
      readonly before: FieldValue
      readonly after: FieldValue
    }
  | { readonly kind: 'note-added'; readonly deedId: DeedId; readonly note: MarginNote }
  | { readonly kind: 'deed-corrected'; readonly deedId: DeedId; readonly correction: DeedCorrection }
  | {
      readonly kind: 'document'
      readonly action: DocumentAction
      readonly document: DocumentKind
      readonly of: DocumentSubject
      /** Who it is, when the register does not have them. */
      readonly outsider?: Outsider
    }
  | {
      readonly kind: 'service'
      readonly action: 'start' | 'suggest'
      readonly service?: string
      readonly personId?: PersonId
    }
  | {
      readonly kind: 'transfer-offered'
      readonly letter: string
      readonly to: string
      readonly familyId: FamilyId
      readonly personIds: readonly PersonId[]
    }
  | { readonly kind: 'transfer-accepted'; readonly transferId: string; readonly letter: string; readonly from: string }
  | { readonly kind: 'transfer-withdrawn'; readonly letter: string }
  | {
      readonly kind: 'stay-recorded'
      readonly stayId: string
      readonly personId?: PersonId
      readonly outsider?: Outsider
      readonly address: FieldValue
      readonly from: string
      readonly until: string
    }

/** What a change is about, as text: two cases that changed the same aspect built on one another. */
export function aspectOf(change: Change): { readonly thing: Thing; readonly aspect: string } | undefined {
  switch (change.kind) {
    case 'person-created':
      return { thing: { kind: 'person', id: change.person.id }, aspect: 'created' }
    case 'field-set':
      return { thing: { kind: 'person', id: change.personId }, aspect: change.field }
    case 'membership-opened':
    case 'membership-closed':
      return { thing: { kind: 'person', id: change.personId }, aspect: 'card' }
    case 'family-created':
      return { thing: { kind: 'family', id: change.family.id }, aspect: 'created' }
    case 'family-set':
      return { thing: { kind: 'family', id: change.familyId }, aspect: change.field }
    case 'deed-recorded':
      return { thing: { kind: 'deed', id: change.deed.id }, aspect: 'created' }
    case 'deed-set':
      return { thing: { kind: 'deed', id: change.deedId }, aspect: change.field }
    case 'note-added':
      return { thing: { kind: 'deed', id: change.deedId }, aspect: 'notes' }
    case 'deed-corrected':
      return { thing: { kind: 'deed', id: change.deedId }, aspect: 'fields' }
    case 'stay-recorded':
      return change.personId === undefined
        ? undefined
        : { thing: { kind: 'person', id: change.personId }, aspect: 'stay' }
    default:
      return undefined
  }
}
