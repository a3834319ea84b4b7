// What an officer's own ties are, read from the register: the card they are on, their close kin.
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Process } from '../catalogue/process-definition.ts'
import { familyOf, spousesOf } from '../register/kinship.ts'
import type { RegisterSnapshot } from '../register/snapshot.ts'
import type { CasesContext } from './context.ts'

export type OwnTies = {
  readonly officerPerson?: string
  readonly officerFamily?: string
  readonly officerKin: readonly string[]
}

export async function kinOf(
  tx: Tx,
  context: CasesContext,
  region: RegionCode,
  personId: string | undefined,
): Promise<OwnTies> {
  if (personId === undefined) return { officerKin: [] }
  const snapshot = await context.register.loadSnapshot(tx, region, { personIds: [personId] })
  return {
    officerPerson: personId,
    ...(familyOf(snapshot, personId) === undefined ? {} : { officerFamily: familyOf(snapshot, personId)!.id }),
    officerKin: closeKin(snapshot, personId),
  }
}

/** Spouse, parents, children, siblings, as far as the register knows them. */
export function closeKin(snapshot: RegisterSnapshot, personId: string): readonly string[] {
  const self = snapshot.persons.get(personId)
  if (self === undefined) return []
  const parents = [self.motherId, self.fatherId].filter((id): id is string => id !== undefined)
  const others = [...snapshot.persons.values()].filter((one) => one.id !== personId)
  const children = others.filter((one) => one.motherId === personId || one.fatherId === personId)
  const siblings = others.filter((one) => parents.some((parent) => one.motherId === parent || one.fatherId === parent))
  return [
    ...new Set([
      ...spousesOf(snapshot, personId),
      ...parents,
      ...children.map((one) => one.id),
      ...siblings.map((one) => one.id),
    ]),
  ]
}

export function isOfficerRole(process: Process, role: string): boolean {
  return process.roles.some((one) => one.id === role && one.kind === 'officer')
}
