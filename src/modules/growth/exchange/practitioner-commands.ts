// Who measured, by the number the nation knows them by. There is no connection that would look a number up: an administrator does, and
// writes it here. Must stay true: administrators only; a number belongs to one account; what is emptied is forgotten.
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../../kernel/refusal.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import type { GrowthContext } from '../context.ts'
import { shiftMonth } from '../rules/measurement.ts'
import { mayAdminister } from './outgoing-commands.ts'
import type { PractitionerView } from './outgoing-port.ts'
import { numbersByHand } from './practitioner-numbers.ts'
import { dropPractitioner, listMeasurers, putPractitioner } from './practitioner-store.ts'

export type AccountNames = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
const MONTHS = 2
const NUMBER = /^[A-Za-z0-9.-]{1,40}$/

/** Who measured or verified lately, and their numbers. Refuses `not-found`. */
export async function readPractitioners(
  context: GrowthContext,
  namesOf: AccountNames,
  visitor: Visitor,
): Promise<Result<readonly PractitionerView[]>> {
  if (!mayAdminister(visitor)) return refuse('not-found')
  const region = visitor.region!.code
  const month = context.today(region).slice(0, 7)
  const months = Array.from({ length: MONTHS }, (_, back) => shiftMonth(month, -back))
  const { active, known } = await context.database.inRegion(
    region,
    async (tx) => ({ active: await listMeasurers(tx, region, months), known: await numbersByHand.find(tx, region) }),
    { readOnly: true },
  )
  const accounts = [...new Set([...active.map(({ account }) => account), ...known.keys()])]
  const names = await namesOf(accounts)
  return accept(
    accounts.flatMap((account): PractitionerView[] => {
      const name = names.get(account)
      if (name === undefined) return []
      const did = active.find((one) => one.account === account)
      return [
        {
          account,
          name,
          measured: did?.measured ?? 0,
          verified: did?.verified ?? 0,
          ihs: known.get(account) ?? '',
        },
      ]
    }),
  )
}

/** Writes the numbers of those shown. Refuses `not-found`, `exchange.number-malformed`, `exchange.number-twice`. Twice writes once. */
export async function savePractitioners(
  context: GrowthContext,
  namesOf: AccountNames,
  visitor: Visitor,
  typed: Readonly<Record<string, string>>,
): Promise<Result<true>> {
  const shown = await readPractitioners(context, namesOf, visitor)
  if (!shown.ok) return shown
  const region = visitor.region!.code
  const faults: Refusal[] = []
  const taken = new Set<string>()
  const changes = shown.value.flatMap(({ account, ihs: before }) => {
    const ihs = (typed[account] ?? before).trim()
    if (ihs !== '' && !NUMBER.test(ihs)) faults.push({ code: 'exchange.number-malformed', at: `ihs-${account}` })
    else if (ihs !== '' && taken.has(ihs)) faults.push({ code: 'exchange.number-twice', at: `ihs-${account}` })
    taken.add(ihs)
    return ihs === before ? [] : [{ account, ihs }]
  })
  if (faults.length > 0) return refuseAll(faults)
  if (changes.length === 0) return accept(true)
  const at = context.clock.now()
  const by = visitor.actor!.accountId
  await context.database.inRegion(region, async (tx) => {
    for (const { account, ihs } of changes)
      if (ihs === '') await dropPractitioner(tx, region, account)
      else await putPractitioner(tx, { region_code: region, account_id: account, ihs, changed_by: by, changed_at: at })
    await writeJournal(
      tx,
      changes.map(({ account }) => ({
        at,
        actor: by,
        role: 'service-admin',
        action: 'exchange-practitioner.set',
        fields: [account],
      })),
    )
  })
  return accept(true)
}
