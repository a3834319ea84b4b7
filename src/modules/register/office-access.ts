// Who in an office may look into the register, and how far. Must stay true: an assignment reaches the places below its
// own and nothing else; whatever lies outside is answered as if it did not exist; a village operator never opens a number.
import { type Assignment, assignmentsFor, type Role, type Visitor } from '../../platform/http/visitor.ts'

/** May search and open records, as far as the place of the assignment reaches. */
export const READERS: readonly Role[] = [
  'front-office',
  'verifier',
  'validator',
  'head',
  'data-officer',
  'village-operator',
]
/** May open a masked number and the protected fields, with a reason. */
export const NUMBER_OPENERS: readonly Role[] = ['front-office', 'verifier', 'validator', 'head', 'data-officer']
/** May look at possible duplicates, and decide about them. */
export const DUPLICATE_READERS: readonly Role[] = ['data-officer', 'verifier', 'validator', 'head']
export const DUPLICATE_DECIDERS: readonly Role[] = ['data-officer', 'verifier']
/** May join two entries after somebody else found them to be the same, and may undo it. */
export const DUPLICATE_JOINERS: readonly Role[] = ['data-officer', 'validator', 'head']
/** May see the figures of coverage; whoever may also read records sees the names behind them. */
export const FIGURE_READERS: readonly Role[] = [...READERS, 'coordinator', 'auditor']
/** May write down why somebody still lacks a document. */
export const REASON_WRITERS: readonly Role[] = ['village-operator', 'front-office', 'data-officer']
export const SNAPSHOT_TAKERS: readonly Role[] = ['data-officer', 'validator', 'head']
export const TRANSFER_READERS: readonly Role[] = ['front-office', 'verifier', 'validator', 'head', 'data-officer']
/** May see which numbers were given back and not used since. */
export const GAP_READERS: readonly Role[] = ['data-officer', 'validator', 'head']

/** The assignments of a visitor for any of the roles in the region at hand, in the order of the roles. */
export function reachOf(visitor: Visitor, roles: readonly Role[]): readonly Assignment[] {
  const region = visitor.region?.code
  return region === undefined ? [] : roles.flatMap((role) => assignmentsFor(visitor.actor, region, role))
}

/** The assignment under which a place may be seen; undefined when none reaches it. */
export function mayReach(visitor: Visitor, roles: readonly Role[], place: string): Assignment | undefined {
  return reachOf(visitor, roles).find((one) => place === one.place || place.startsWith(`${one.place}.`))
}

/** An assignment over the whole region; what belongs to no village (duplicates, moves) asks for one. */
export function regionWide(visitor: Visitor, roles: readonly Role[]): Assignment | undefined {
  return reachOf(visitor, roles).find((one) => one.place === visitor.region?.code)
}

/** The places a visitor reaches, the outermost only: a district swallows its villages. */
export function placesOf(visitor: Visitor, roles: readonly Role[]): readonly string[] {
  const places = [...new Set(reachOf(visitor, roles).map((one) => one.place))]
  return places.filter((place) => !places.some((other) => place !== other && place.startsWith(`${other}.`))).sort()
}
