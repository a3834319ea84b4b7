// Which services somebody may begin whom this region's register does not know: those that bring people into it. Must stay
// true: a service whose effects touch the applicant's own record is never among them. Pure.
import type { CompiledService } from '../catalogue/compile.ts'

const BRINGS_IN = new Set(['acceptTransfer', 'recordStay'])

/** True when nothing that the service does needs the applicant's record. */
export function worksWithoutRecord({ definition }: Pick<CompiledService, 'definition'>): boolean {
  return !JSON.stringify(definition.effects).includes('"applicant"')
}

/** May be begun from home. Some need the person and their papers before an officer; answers at once need nobody. */
export function startsOnline({ definition, process }: Pick<CompiledService, 'definition' | 'process'>): boolean {
  return definition.channels.includes('web') || process.kind === 'instant'
}

/** Arrivals, stays, first recordings: whoever comes may apply, with an account and nothing else. */
export function isForNewcomers(service: Pick<CompiledService, 'definition'>): boolean {
  const { effects, applicants } = service.definition
  if (!worksWithoutRecord(service)) return false
  const ops = new Set<string>(effects.map((effect) => effect.op))
  return [...BRINGS_IN].some((op) => ops.has(op)) || (ops.has('createPerson') && applicants.includes('self'))
}
