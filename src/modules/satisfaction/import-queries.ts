// What stands of old reports, and what waits for a second person. Must stay true: what waits is shown with its doubts and is in no list of results.
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { editions } from './editions.ts'
import type { CheckedImport } from './import-check.ts'
import { listWaiting } from './import-store.ts'
import type { Officer } from './period-commands.ts'
import { listImports } from './period-store.ts'
import type { ImportsView } from './port.ts'
import type { Names } from './queries.ts'

export async function readImports(
  tx: Tx,
  region: RegionCode,
  units: readonly { readonly id: string }[],
  names: Names,
  officer: Officer,
): Promise<Omit<ImportsView, 'units'>> {
  const stored: ImportsView['stored'][number][] = []
  for (const unit of units)
    for (const row of await listImports(tx, region, unit.id))
      stored.push({
        unitName: names.unit(unit.id),
        from: row.from_day,
        to: row.to_day,
        index: row.printed.index,
        answers: row.answers,
        checked: row.checked as CheckedImport,
      })
  return {
    editions: editions.map(({ id, name, orders }) => ({ id, name, orders })),
    mayType: officer.step.managesSurvey,
    waiting: (await listWaiting(tx, region)).map(({ waiting_id, draft, doubts, typed_by }) => ({
      id: waiting_id,
      unitName: names.unit(draft.unitId),
      from: draft.from,
      to: draft.to,
      index: draft.index,
      doubts,
      isMine: typed_by === officer.accountId,
    })),
    stored,
  }
}
