// Filling in for somebody who stands there: begun with their consent, sent only when they confirmed what is written. Must
// stay true: a wrong name, another village and an unknown number are answered alike; who helped may never verify.
import { readEmail } from '../../kernel/email.ts'
import { readNik } from '../../kernel/nik.ts'
import { readStoredName } from '../../kernel/person-name.ts'
import { readPhone } from '../../kernel/phone.ts'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import { todayIn } from '../../kernel/zone.ts'
import { once } from '../../platform/db/once.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { type JournalEntry, writeJournal } from '../../platform/journal/journal.ts'
import { keyedHash, keyedHashes } from '../../platform/secrets/seal.ts'
import type { Person } from '../register/snapshot.ts'
import { ownCase } from './access.ts'
import type { CaseFile } from './case.ts'
import { submitCase } from './commands.ts'
import type { CasesContext } from './context.ts'
import { insertDraft, sameName } from './draft-commands.ts'
import { isHelper, isOwner } from './help-access.ts'
import { CODE_MS, decideCode, helpingUnit, type OfficeWay, waysOf } from './help-rules.ts'
import { findAccountOfPerson, findHelp, insertHelp, updateHelp } from './help-store.ts'
import { decideKinship } from './kinship.ts'
import { worksWithoutRecord } from './newcomer-rules.ts'
import { kinOf } from './officer.ts'

export type HelpStart = {
  readonly service: string
  readonly way: string
  readonly nik: string
  readonly name: string
  readonly phone: string
  readonly email: string
  /** Not in this region's register: known by name and contact only. Counter and mobile round. */
  readonly outsider: boolean
  readonly consent: boolean
}

const ENDED = ['deceased', 'duplicate', 'cancelled']

/** Begins a draft for a person present. Refuses all faults of the form at once, then `help-no-match`, `too-many`, `own-case`, `kin-case`. */
export async function beginHelp(
  context: CasesContext,
  visitor: Visitor,
  start: HelpStart,
  key: string,
): Promise<Result<{ caseId: string; step: string }>> {
  const region = visitor.region!
  const nowMs = context.clock.now().getTime()
  const today = todayIn(region.timeZone, nowMs)
  const way = waysOf(visitor).find((one) => one === start.way)
  const offered = await context.services.find(region.code, start.service)
  const nik = start.outsider ? undefined : readNik(start.nik, { at: 'nik', today })
  const name = readStoredName(start.name, 'name')
  const phone = start.phone.trim() === '' ? undefined : readPhone(start.phone, 'phone')
  const email = start.email.trim() === '' ? undefined : readEmail(start.email, 'email')
  const faults: Refusal[] = [
    ...(offered === undefined ? [{ code: 'choice-missing', at: 'service' }] : []),
    ...(way === undefined ? [{ code: 'choice-missing', at: 'way' }] : []),
    ...[nik, name, phone, email].flatMap((read) => (read === undefined || read.ok ? [] : read.refusals)),
    ...(start.outsider && start.phone.trim() === '' && start.email.trim() === ''
      ? [{ code: 'help-contact-missing', at: 'phone' }]
      : []),
    ...(start.consent ? [] : [{ code: 'help-consent-missing', at: 'consent' }]),
  ]
  if (faults.length > 0 || offered === undefined || way === undefined || !name.ok) return refuseAll(faults)
  if (
    start.outsider &&
    (helpingUnit(visitor, way, offered.service.id, undefined) === undefined || !worksWithoutRecord(offered.service))
  )
    return refuse('help-needs-record', 'outsider')
  const wait = await context.limits.take('person-lookup', visitor.actor!.accountId)
  if (wait !== undefined) return refuse('too-many', 'nik', { seconds: wait })
  return context.database.inRegion(region.code, async (tx) => {
    const person = nik?.ok === true ? await context.register.findByNik(tx, region.code, nik.value.nik) : undefined
    const unit = unitFor(visitor, way, offered.service.id, start, person)
    if (unit === undefined) {
      await note(tx, context, visitor, 'help.begin-refused')
      return refuse('help-no-match', 'nik')
    }
    if (person !== undefined && ENDED.includes(person.status)) return refuse('help-number-ended', 'nik')
    const conflict = await findTie(tx, context, visitor, person)
    if (conflict !== undefined) {
      await note(tx, context, visitor, 'help.begin-refused', { subject: person?.id, reason: conflict.code, unit })
      return refuseAll([{ ...conflict, at: 'nik' }])
    }
    const owner = person === undefined ? undefined : await findAccountOfPerson(tx, region.code, person.id)
    // One press is one draft, however often the form arrives.
    return once(
      tx,
      `help:${visitor.actor!.accountId}:${key}`,
      `${offered.service.id} ${person?.id ?? ''}`,
      async () => {
        const draft = await insertDraft(tx, context, visitor, offered, {
          helper: true,
          channel: way,
          ...(person === undefined ? { name: name.value.name } : { personId: person.id }),
          ...(owner === undefined ? {} : { owner }),
          ...(phone?.ok === true ? { phone: phone.value } : { digits: fourDigits() }),
          ...(email?.ok === true ? { email: email.value } : {}),
        })
        if (!draft.ok) return draft
        const { caseId } = draft.value
        await insertHelp(tx, {
          region_code: region.code,
          case_id: caseId,
          helper_account: visitor.actor!.accountId,
          way,
          unit,
          village_code: person?.villageCode ?? null,
          mandate_id: null,
          consent_at: context.clock.now(),
        })
        await note(tx, context, visitor, 'help.begin', {
          caseId,
          subject: person?.id,
          reason: 'consent-spoken',
          unit,
        })
        return draft
      },
    )
  })
}

/** The unit that may help this person; undefined when there is nobody of that name, or not for this visitor. */
function unitFor(
  visitor: Visitor,
  way: OfficeWay,
  serviceId: string,
  start: HelpStart,
  person: Person | undefined,
): string | undefined {
  if (start.outsider) return helpingUnit(visitor, way, serviceId, undefined)
  if (person === undefined || !sameName(person.name, start.name)) return undefined
  return helpingUnit(visitor, way, serviceId, person.villageCode)
}

/** Nobody fills in officially for self or kin; they have their own account, and another officer. */
async function findTie(
  tx: Tx,
  context: CasesContext,
  visitor: Visitor,
  person: Person | undefined,
): Promise<Refusal | undefined> {
  if (person === undefined) return undefined
  const own = await kinOf(tx, context, visitor.region!.code, visitor.actor!.personId)
  const snapshot = await context.register.loadSnapshot(tx, visitor.region!.code, { personIds: [person.id] })
  const families = [...snapshot.families.values()]
    .filter((family) => family.members.some((one) => one.until === undefined && one.personId === person.id))
    .map((family) => family.id)
  return decideKinship(
    visitor.actor!.accountId,
    { helpers: [] },
    { casePersons: [person.id], caseFamilies: families, ...own },
  )
}

export type SendCode = (phone: string, code: string, file: CaseFile) => Promise<void>

/** Sends the person a code that says yes to what is written now. Refuses `confirm-no-phone`, `too-many`. */
export async function sendConfirmCode(
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
  send: SendCode,
): Promise<Result<void>> {
  const region = visitor.region!.code
  const code = String(crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000).padStart(6, '0')
  const kept = await context.database.inRegion(region, async (tx) => {
    const found = await helpedCase(tx, context, visitor, caseId)
    if (!found.ok) return found
    const phone = found.value.contact?.phone
    if (phone === undefined) return refuse('confirm-no-phone', 'code')
    const wait = await context.limits.take('code-sent', `${region} ${caseId}`)
    if (wait !== undefined) return refuse('too-many', 'code', { seconds: wait })
    const help = await findHelp(tx, region, caseId)
    await updateHelp(tx, region, caseId, {
      code_hash: keyedHash(context.ring, `confirm:${caseId}:${code}`),
      code_until: new Date(context.clock.now().getTime() + CODE_MS),
      code_tries: 0,
    })
    await note(tx, context, visitor, 'help.code-sent', {
      caseId,
      subject: found.value.applicantPerson,
      unit: help?.unit,
    })
    return accept({ phone, file: found.value })
  })
  if (!kept.ok) return kept
  await send(kept.value.phone, code, kept.value.file)
  return accept(undefined)
}

export type Confirming = { readonly how: string; readonly code: string; readonly signed: boolean }

/** The person says yes: by the code on their phone or by signing the printed form before the helper. Then it is sent. */
export async function confirmAndSubmit(
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
  confirming: Confirming,
): Promise<Result<{ caseId: string; number: string }>> {
  const region = visitor.region!.code
  const done = await context.database.inRegion(region, async (tx): Promise<Result<Refusal | undefined>> => {
    const found = await helpedCase(tx, context, visitor, caseId)
    if (!found.ok) return found
    const file = found.value
    if (confirming.how !== 'code' && confirming.how !== 'signature') return refuse('choice-missing', 'how')
    if (confirming.how === 'signature' && !confirming.signed) return refuse('confirm-not-signed', 'signed')
    const row = (await findHelp(tx, region, caseId))!
    if (confirming.how === 'code') {
      const wrong = decideCode(
        {
          hash: row.code_hash,
          tries: row.code_tries,
          ...(row.code_until === null ? {} : { untilMs: row.code_until.getTime() }),
        },
        keyedHashes(context.ring, `confirm:${caseId}:${confirming.code.replace(/\D/g, '')}`),
        context.clock.now().getTime(),
      )
      if (wrong !== undefined) {
        // Kept, although it is refused: a try is a try.
        await updateHelp(tx, region, caseId, { code_tries: row.code_tries + 1 })
        return accept(wrong)
      }
    }
    await updateHelp(tx, region, caseId, {
      code_hash: null,
      code_until: null,
      confirmed_version: file.version,
      confirmed_how: confirming.how,
      confirmed_at: context.clock.now(),
    })
    await note(tx, context, visitor, 'help.confirmed', {
      caseId,
      subject: file.applicantPerson,
      reason: confirming.how,
      unit: row.unit,
    })
    return accept(undefined)
  })
  if (!done.ok) return done
  return done.value === undefined ? submitCase(context, visitor, caseId) : refuseAll([done.value])
}

/** A draft that this visitor fills in for somebody, locked; its own applicant needs no confirming. */
async function helpedCase(tx: Tx, context: CasesContext, visitor: Visitor, caseId: string): Promise<Result<CaseFile>> {
  const found = await ownCase(tx, context, visitor, caseId, 'lock')
  if (!found.ok) return found
  if (isOwner(visitor, found.value) || !isHelper(visitor, found.value)) return refuse('not-found')
  return found.value.state === 'draft' || found.value.state === 'returned' ? found : refuse('case-sent')
}

function fourDigits(): string {
  return String(crypto.getRandomValues(new Uint32Array(1))[0]! % 10_000).padStart(4, '0')
}

/** The unit stands beside the role, because the person helped reads it under *who looked at my data*. */
async function note(
  tx: Tx,
  context: CasesContext,
  visitor: Visitor,
  action: string,
  about: Pick<JournalEntry, 'caseId' | 'subject' | 'reason' | 'unit'> = {},
): Promise<void> {
  await writeJournal(tx, {
    at: context.clock.now(),
    actor: visitor.actor!.accountId,
    role: 'helper',
    device: visitor.device,
    action,
    ...about,
  })
}
