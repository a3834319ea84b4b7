// Who a sent case would enter in the register, for comparing them with those who are in it. Reads only; whoever asks has been
// let in by the register's own rules, and learns nothing of the case but its number, service and these people.
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Text } from '../../kernel/text.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { stateOf } from '../catalogue/process.ts'
import type { Comparable } from '../register/duplicates.ts'
import { caseOf } from './case-codec.ts'
import type { CasesContext } from './context.ts'
import { openSession } from './open-session.ts'
import { findCase } from './store.ts'

export type NewcomersOfCase = {
  readonly number: string
  readonly service: Text
  /** Still on its way to a number. */
  readonly isOpen: boolean
  readonly people: readonly Comparable[]
}

export async function newcomersOfCase(
  tx: Tx,
  context: CasesContext,
  region: RegionCode,
  caseId: string,
): Promise<NewcomersOfCase | undefined> {
  const row = await findCase(tx, region, caseId)
  if (row === undefined || row.number === null) return undefined
  const file = caseOf(row, context.ring)
  const offered = await context.services.get(region, file.serviceId, file.revision)
  const { service } = offered
  const about = { number: row.number, service: service.definition.texts.name }
  const prepared = await context.writer.readPrepared(tx, region, caseId)
  if (stateOf(service.process, file.state)?.kind === 'final' || prepared !== undefined)
    return { ...about, isOpen: false, people: [] }
  const opened = await openSession(tx, context, offered, file)
  const preview = context.writer.preview({ file, service, ...opened })
  return { ...about, isOpen: true, people: preview.ok ? preview.value.newcomers : [] }
}
