// Giving and ending a mandate, and acting under one. Must stay true: it names one person by NIK and name, has a last day, ends
// at once when its giver says so, and is asked for again at each step (help-access.ts).

import { addDays } from '../../kernel/date.ts'
import { parseDateParts } from '../../kernel/date-parse.ts'
import { readNik } from '../../kernel/nik.ts'
import { readStoredName } from '../../kernel/person-name.ts'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import { instantOf, todayIn } from '../../kernel/zone.ts'
import { once } from '../../platform/db/once.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import type { CasesContext } from './context.ts'
import { insertDraft, sameName } from './draft-commands.ts'
import { termsOf } from './help-access.ts'
import { decideMandate } from './help-rules.ts'
import { endMandate, findAccountOfPerson, findMandate, insertHelp, insertMandate } from './help-store.ts'

export type MandateTyped = {
  readonly nik: string
  readonly name: string
  readonly service: string
  readonly until: { readonly day: string; readonly month: string; readonly year: string }
}
const MOST_DAYS = 366

/** Refuses all faults of the form at once, `mandate-no-match`, `mandate-self`, `too-many`. */
export async function giveMandate(
  context: CasesContext,
  visitor: Visitor,
  typed: MandateTyped,
  key: string,
): Promise<Result<{ mandateId: string }>> {
  const region = visitor.region!
  const { personId, accountId } = visitor.actor!
  if (personId === undefined) return refuse('identify-needed')
  const now = context.clock.now()
  const today = todayIn(region.timeZone, now.getTime())
  const nik = readNik(typed.nik, { at: 'nik', today })
  const name = readStoredName(typed.name, 'name')
  const until = parseDateParts(typed.until, 'until', { today })
  const isOffered = typed.service === '*' || (await context.services.find(region.code, typed.service)) !== undefined
  const outside = until.ok && (until.value <= today || until.value > addDays(today, MOST_DAYS))
  const faults: Refusal[] = [
    ...(nik.ok ? [] : nik.refusals),
    ...(name.ok ? [] : name.refusals),
    ...(isOffered ? [] : [{ code: 'choice-missing', at: 'service' }]),
    ...(until.ok ? [] : until.refusals),
    ...(outside ? [{ code: 'mandate-until', at: 'until' }] : []),
  ]
  if (!nik.ok || !until.ok || faults.length > 0) return refuseAll(faults)
  const wait = await context.limits.take('person-lookup', accountId)
  if (wait !== undefined) return refuse('too-many', 'nik', { seconds: wait })
  return context.database.inRegion(region.code, async (tx) => {
    const holder = await context.register.findByNik(tx, region.code, nik.value.nik)
    if (holder?.id === personId) return refuse('mandate-self', 'nik')
    if (holder === undefined || holder.status !== 'active' || !sameName(holder.name, typed.name))
      return refuse('mandate-no-match', 'nik')
    return once(tx, `mandate:${accountId}:${key}`, `${holder.id} ${typed.service} ${until.value}`, async () => {
      const mandateId = newId()
      await insertMandate(tx, {
        region_code: region.code,
        mandate_id: mandateId,
        giver_person: personId,
        holder_account: (await findAccountOfPerson(tx, region.code, holder.id)) ?? null,
        holder_person: holder.id,
        service_id: typed.service,
        file_hash: null,
        valid_from: now,
        // Until the end of the day named.
        valid_until: new Date(instantOf(region.timeZone, addDays(until.value, 1), 0)),
        ended_at: null,
        created_at: now,
      })
      await writeJournal(tx, {
        at: now,
        actor: accountId,
        role: 'citizen',
        device: visitor.device,
        subject: personId,
        action: 'mandate.give',
      })
      return accept({ mandateId })
    })
  })
}

/** Ends at once; a second time nothing happens. Refuses `not-found` for one that is not the visitor's own. */
export async function takeBackMandate(
  context: CasesContext,
  visitor: Visitor,
  mandateId: string,
): Promise<Result<void>> {
  const region = visitor.region!.code
  const { personId, accountId } = visitor.actor!
  return context.database.inRegion(region, async (tx) => {
    const row = await findMandate(tx, region, mandateId)
    if (row === undefined || personId === undefined || row.giver_person !== personId) return refuse('not-found')
    if (await endMandate(tx, region, mandateId, personId, context.clock.now()))
      await writeJournal(tx, {
        at: context.clock.now(),
        actor: accountId,
        role: 'citizen',
        device: visitor.device,
        subject: personId,
        action: 'mandate.end',
      })
    return accept(undefined)
  })
}

/** Begins a draft for the giver. Refuses `not-found`, `mandate-ended`, `service-not-offered`. */
export async function beginUnderMandate(
  context: CasesContext,
  visitor: Visitor,
  mandateId: string,
  serviceId: string,
  key: string,
): Promise<Result<{ caseId: string; step: string }>> {
  const region = visitor.region!.code
  const { accountId } = visitor.actor!
  const offered = await context.services.find(region, serviceId)
  if (offered === undefined) return refuse('service-not-offered')
  return context.database.inRegion(region, async (tx) => {
    const row = await findMandate(tx, region, mandateId)
    const refusal = decideMandate(row === undefined ? undefined : termsOf(row), visitor.actor!, {
      giverPerson: row?.giver_person,
      serviceId,
      nowMs: context.clock.now().getTime(),
    })
    if (row === undefined || refusal !== undefined) return refuseAll([refusal ?? { code: 'not-found' }])
    const giver = await context.register.loadSnapshot(tx, region, { personIds: [row.giver_person] })
    if (giver.persons.get(row.giver_person)?.status === 'deceased') return refuse('mandate-giver-died')
    return once(tx, `under:${accountId}:${key}`, `${mandateId} ${serviceId}`, async () => {
      const owner = await findAccountOfPerson(tx, region, row.giver_person)
      const draft = await insertDraft(tx, context, visitor, offered, {
        helper: true,
        channel: 'web',
        personId: row.giver_person,
        ...(owner === undefined ? {} : { owner }),
      })
      if (!draft.ok) return draft
      const { caseId } = draft.value
      await insertHelp(tx, {
        region_code: region,
        case_id: caseId,
        helper_account: accountId,
        way: 'mandate',
        unit: '',
        village_code: null,
        mandate_id: mandateId,
        consent_at: row.created_at,
      })
      await writeJournal(tx, {
        at: context.clock.now(),
        actor: accountId,
        role: 'mandate',
        device: visitor.device,
        caseId,
        subject: row.giver_person,
        action: 'help.begin',
      })
      return draft
    })
  })
}
