// Signing in two steps: the documents of a prepared case are signed outside any transaction, then register, deed, documents
// and journal are written in one. Must stay true: nothing is committed unsigned; a signer that is down puts the case on
// hold with its cause and it is signed later, once; a stale preparation sends the case back (rule 4).
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { allOrNothing } from '../../platform/db/all-or-nothing.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { asksFacts, refuseAction } from '../catalogue/process.ts'
import { officeCase } from './access.ts'
import type { CaseFile } from './case.ts'
import { caseOf } from './case-codec.ts'
import { findConflict, officerMover, refuseAndTell } from './commands.ts'
import type { CasesContext, ToSign } from './context.ts'
import { type Mover, moveCase, SYSTEM_MOVER } from './move-case.ts'
import { type OpenSession, openSession } from './open-session.ts'
import { findCase, type HistoryLine, listHistory, lockCase } from './store.ts'

/** How long a shown code counts as fresh. */
const STEP_UP_MS = 10 * 60_000
/** The date of the hold that the applicant reads, past which it raises an alarm; the signer is asked every minute. */
const HOLD_MS = 3_600_000

export function isSteppedUp(visitor: Visitor, nowMs: number): boolean {
  const at = visitor.actor?.steppedUpAt
  return at !== undefined && nowMs - at < STEP_UP_MS
}

/** The head signs one case. Refuses `step-up-needed`, `not-found`, conflicts (journalled), and what the process refuses. */
export async function signCase(context: CasesContext, visitor: Visitor, caseId: string): Promise<Result<CaseFile>> {
  const nowMs = context.clock.now().getTime()
  if (!isSteppedUp(visitor, nowMs)) return refuse('step-up-needed')
  const region = visitor.region!.code
  // Read beside the question whether they may: no paper is signed before its answer.
  const toSign = context.writer.findToSign(region, caseId, visitor.actor!.accountId)
  // Whoever signs hears of a failure; who may not sign asks no further.
  toSign.catch(() => undefined)
  const allowed = await context.database.inRegion(
    region,
    async (tx): Promise<Result<{ file: CaseFile; mover: Mover }>> => {
      const found = await officeCase(tx, context, visitor, caseId)
      if (!found.ok) return found
      const file = found.value
      const offered = await context.services.get(region, file.serviceId, file.revision)
      const mover = officerMover(visitor, file, offered)
      // Asked before the signer is: no paper is signed for somebody who may not.
      const { process } = offered.service
      const [conflict, opened, history] = await Promise.all([
        findConflict(tx, context, visitor, file),
        asksFacts(process, 'sign') ? openSession(tx, context, offered, file) : undefined,
        listHistory(tx, region, caseId),
      ])
      if (conflict !== undefined) return refuseAndTell(tx, context, visitor, file, 'sign', conflict)
      const { state, cameFrom } = file
      const refusals = refuseAction(
        process,
        { state, ...(cameFrom === undefined ? {} : { cameFrom }), history },
        { id: 'sign' },
        mover,
        opened?.session,
      )
      if (refusals.some((one) => one.code === 'four-eyes'))
        return refuseAndTell(tx, context, visitor, file, 'sign', refusals[0]!)
      if (refusals.length > 0) return refuseAll(refusals)
      return accept({ file, mover })
    },
    { plans: 'kept' },
  )
  if (!allowed.ok) return allowed
  const { mover, file } = allowed.value
  return finishSigning(context, region, caseId, mover, { file, toSign: await toSign })
}

/** Differences told in one line of the batch; the rest stand on the page of the case. */
const MOST_DIFFERENCES = 3

/** What became of a case that was not refused and is not signed either, for the line under the batch; undefined when it was signed. */
export async function whyNotSigned(
  context: CasesContext,
  visitor: Visitor,
  file: CaseFile,
): Promise<string | undefined> {
  if (file.state === 'on_hold') return visitor.tell({ code: 'signer-unavailable' })
  if (file.state !== 'verification') return undefined
  const differences = await context.database.inRegion(
    file.region,
    (tx) => context.writer.readDifferences(tx, file.region, file.caseId),
    { readOnly: true },
  )
  const named = differences.slice(0, MOST_DIFFERENCES).map((one) => say(one, visitor.language))
  const told = visitor.tell({ code: 'register-changed', params: { count: Math.max(1, differences.length) } })
  return named.length === 0 ? told : `${told} ${named.join('; ')}.`
}

/** Signs and commits; when the signer is away, holds the case until `signHeld` comes by. Safe to repeat. `known`: the case and its papers as they were just read. */
export async function finishSigning(
  context: CasesContext,
  region: string,
  caseId: string,
  mover: Mover,
  known?: { readonly file: CaseFile; readonly toSign: ToSign },
): Promise<Result<CaseFile>> {
  const file =
    known?.file ??
    (await context.database.inRegion(
      region,
      async (tx) => caseOf((await findCase(tx, region, caseId))!, context.ring),
      { readOnly: true },
    ))
  const toSign = known?.toSign ?? (await context.writer.findToSign(region, caseId, mover.id))
  const [signed, read] = await Promise.all([context.writer.sign(region, toSign), readAhead(context, file)])
  if (!signed.ok)
    return signed.refusals.some((one) => one.code === 'signer-unavailable')
      ? holdForSigner(context, region, caseId, mover, signed.refusals)
      : signed
  const { keep, keepStored } = signed.value
  try {
    return await context.database.inRegion(
      region,
      async (tx) => {
        const locked = caseOf((await lockCase(tx, region, caseId))!, context.ring)
        const offered = await context.services.get(region, locked.serviceId, locked.revision)
        if (locked.state === 'on_hold' && locked.holdCause === 'signer-down') {
          await keep(tx)
          return allOrNothing(tx, async () => {
            const resumed = await moveCase({ tx, context, offered }, locked, { id: 'resume' }, SYSTEM_MOVER)
            return resumed.ok ? moveCase({ tx, context, offered }, resumed.value, { id: 'sign' }, mover) : resumed
          })
        }
        // Somebody else was quicker: the papers of the register are theirs.
        if (locked.state !== 'signing') return accept(locked)
        const isSame = read?.version === locked.version
        // The papers go first; the step reads them behind it.
        const [, moved] = await Promise.all([
          keep(tx),
          moveCase({ tx, context, offered }, locked, { id: 'sign' }, mover, isSame ? read : {}),
        ])
        return moved
      },
      { plans: 'kept' },
    )
  } catch (error) {
    // What the provider gave is there for the next try; a provider may count signatures.
    await keepStored().catch(() => undefined)
    throw error
  }
}

type ReadAhead = { readonly version: number; readonly opened: OpenSession; readonly history: readonly HistoryLine[] }

/**
 * The answers and the history of a case, read while its papers are at the signer: they are those of the locked case if that still has
 * its version. The register itself is compared at the commit. Undefined when signing asks the register something, or the reading failed.
 */
async function readAhead(context: CasesContext, file: CaseFile): Promise<ReadAhead | undefined> {
  const { region, caseId, version } = file
  const offered = await context.services.get(region, file.serviceId, file.revision)
  if (asksFacts(offered.service.process, 'sign')) return undefined
  return context.database
    .inRegion(
      region,
      async (tx) => {
        const [opened, history] = await Promise.all([
          openSession(tx, context, offered, file),
          listHistory(tx, region, caseId),
        ])
        return { version, opened, history }
      },
      { readOnly: true, plans: 'kept' },
    )
    .catch(() => undefined)
}

async function holdForSigner(
  context: CasesContext,
  region: string,
  caseId: string,
  mover: Mover,
  refusals: readonly Refusal[],
): Promise<Result<CaseFile>> {
  const nowMs = context.clock.now().getTime()
  return context.database.inRegion(region, async (tx) => {
    const locked = caseOf((await lockCase(tx, region, caseId))!, context.ring)
    if (locked.state !== 'signing') return { ok: false as const, refusals }
    const offered = await context.services.get(region, locked.serviceId, locked.revision)
    return moveCase(
      { tx, context, offered },
      locked,
      {
        id: 'hold',
        reason: 'signer-down',
        until: new Date(nowMs + HOLD_MS).toISOString(),
        holdUntilMs: nowMs + HOLD_MS,
        extra: { approvedBy: mover.id, approvedAs: mover.role, approvedIn: mover.unit },
      },
      SYSTEM_MOVER,
    )
  })
}
