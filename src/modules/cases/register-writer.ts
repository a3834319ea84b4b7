// A case's effects on the register and the papers that follow from them: prepare freezes both, sign makes the PDFs, commit
// writes all of it in one transaction. Must stay true: no paper without its register entry, no entry without its paper.
import { accept, refuse } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import { newId } from '../../platform/ids.ts'
import type { CompiledService } from '../catalogue/compile.ts'
import { withdrawCards } from '../documents/cards.ts'
import { type By, reinstateDocuments, revokeDocument, supersedeDocuments } from '../documents/commands.ts'
import type { IssuingOffice } from '../documents/prepare.ts'
import type { Change } from '../register/change.ts'
import { commitEffects, newcomerOf, prepareEffects, releaseReservations } from '../register/commands.ts'
import { findDuplicatesOf } from '../register/duplicate-commands.ts'
import { noteWaitingCase } from '../register/duplicate-pair-store.ts'
import { neededKeys } from '../register/needed-keys.ts'
import { type Plan, planEffects } from '../register/plan.ts'
import { findPrepared, lockPrepared } from '../register/prepared-store.ts'
import type { RegisterSnapshot } from '../register/snapshot.ts'
import { releaseTransfer, requestTransfer } from '../register/transfers.ts'
import { undoCase } from '../register/undo-case.ts'
import { differencesSince } from '../register/versions.ts'
import type { CaseFile } from './case.ts'
import type { CaseForRegister, Prepared, RegisterWriter } from './context.ts'
import { nationalAnswerFor } from './national-check.ts'
import { asksNation } from './national-wait.ts'
import { carryOutRequests, isCard } from './paper-requests.ts'
import { drawAhead, type SigningTools, signPapers } from './paper-signing.ts'
import { listPapers, replacePapers } from './paper-store.ts'
import { caseIdsByNumber } from './past-cases.ts'
import { freezePapers, type PaperTools } from './prepared-papers.ts'
import { whyCardsGo } from './why-cards-go.ts'

export type WriterTools = SigningTools &
  PaperTools & {
    /** Who signs in the head's place, when this account does. */
    actingSigner?(region: RegionCode, account: string, at: Date): Promise<IssuingOffice['signer'] | undefined>
    /** The name of a regency or city, by its code. */
    regionName(code: string): string | undefined
  }

/** A village by its name and district, with the regency when that is another one; a region by its own name. */
function nameOfPlace(tools: WriterTools, region: string, code: string): string | undefined {
  const places = tools.placesOf(code)
  if (places === undefined) return tools.regionName(code)
  const near = [places.village, places.district]
  return (code.startsWith(`${region}.`) ? near : [...near, places.regency]).join(', ')
}

export function registerWriter(tools: WriterTools): RegisterWriter {
  const registerTools = () => ({ ring: tools.ring, now: tools.now(), newId })
  const prepareInput = ({ file, service, session, snapshot, today }: CaseForRegister) => {
    const effective =
      service.definition.effectiveDate === undefined ? undefined : session.scope.value(service.definition.effectiveDate)
    return {
      region: file.region,
      caseId: file.caseId,
      effects: service.definition.effects,
      snapshot,
      scope: session.scope,
      today,
      // Officers compare and decide at /office/duplicates: nobody gets a number while somebody alike is undecided.
      decidePossible: true,
      placeName: (code: string) => nameOfPlace(tools, file.region, code),
      ...(file.applicantPerson === undefined ? {} : { aliases: { applicant: file.applicantPerson } }),
      ...(effective?.is === 'known' && typeof effective.value === 'string' ? { eventDate: effective.value } : {}),
    }
  }
  return {
    preview(input) {
      const { pastCases } = input.snapshot
      const plan = planEffects(input.service.definition.effects, {
        ...prepareInput(input),
        newId,
        ...(pastCases === undefined ? {} : { pastCases }),
      })
      return plan.ok ? accept(shown(plan.value, input.snapshot)) : plan
    },
    async prepare(tx, input) {
      const numbers = await caseIdsByNumber(
        tx,
        input.file.region,
        input.service.definition.effects,
        input.session.scope,
      )
      const whole = prepareInput(input)
      const national = await nationalAnswerFor(tx, whole, () => planEffects(whole.effects, { ...whole, newId }))
      if (!national.ok) return national
      const prepared = await prepareEffects(tx, registerTools(), {
        ...whole,
        caseIdsByNumber: numbers,
        ...(national.value === undefined ? {} : { nationalAnswer: national.value }),
        beside: async (plan) => {
          const rows = await freezePapers(tx, tools, input, plan)
          await replacePapers(tx, input.file.region, input.file.caseId, rows)
          drawAhead(tools, input.file.region, rows)
        },
      })
      if (!prepared.ok) return prepared
      return accept(shown(prepared.value.plan, input.snapshot))
    },
    async readPrepared(tx, region, caseId) {
      const prepared = await findPrepared(tx, tools.ring, region, caseId)
      return prepared === undefined || prepared.state === 'released' || prepared.state === 'stale'
        ? undefined
        : shown(prepared.plan)
    },
    async countLookalikes(tx, region, caseId, newcomers) {
      let open = 0
      let same = 0
      for (const person of newcomers)
        for (const { decision } of await findDuplicatesOf(
          tx,
          { ring: tools.ring, region },
          { ...person, subjectId: caseId },
        ))
          if (decision === undefined || decision.verdict === 'unsure') open++
          else if (decision.verdict === 'same') same++
      await noteWaitingCase(tx, region, caseId, open, tools.now())
      return { open, same }
    },
    async readDifferences(tx, region, caseId) {
      const prepared = await findPrepared(tx, tools.ring, region, caseId)
      if (prepared?.state !== 'stale') return []
      const found = await differencesSince(tx, region, prepared.plan.touched, prepared.preparedAt)
      return found.map(({ about, field, now }) => ({
        id: `${about === '' ? '' : `${about}, `}${field.id}: ${now.id}`,
        en: `${about === '' ? '' : `${about}, `}${field.en}: ${now.en}`,
      }))
    },
    async findToSign(region, caseId, account) {
      const [papers, acting] = await Promise.all([
        tools.inRegion(region, (tx) => listPapers(tx, region, caseId)),
        account === undefined ? undefined : tools.actingSigner?.(region, account, tools.now()),
      ])
      return { papers: papers.filter((paper) => paper.signed === null), acting }
    },
    async sign(region, { papers, acting }) {
      if (papers.length > 0 && (await tools.signer.status()).state === 'down') return refuse('signer-unavailable')
      return signPapers(tools, region, papers, acting)
    },
    async commit(tx, file) {
      const [papers, prepared] = await Promise.all([
        listPapers(tx, file.region, file.caseId),
        lockPrepared(tx, tools.ring, file.region, file.caseId),
      ])
      if (papers.some((paper) => paper.signed === null)) return refuse('signer-unavailable')
      const account = file.hands.sign ?? 'system:cases'
      const by: By = { actor: account, role: 'head', caseId: file.caseId, at: tools.now() }
      const done = await commitEffects(tx, registerTools(), {
        region: file.region,
        caseId: file.caseId,
        actor: { account, role: 'head' },
        prepared,
        beside: (requests, plan) =>
          carryOutRequests(tx, tools, file.region, requests, papers, (of) => whyCardsGo(plan, of), by),
      })
      if (!done.ok) return { ok: false, refusals: done.refusals }
      return accept({
        starts: done.value.requests.flatMap((request) =>
          request.kind === 'service' &&
          request.action === 'start' &&
          request.service !== undefined &&
          request.personId !== undefined
            ? [{ service: request.service, personId: request.personId }]
            : [],
        ),
      })
    },
    async release(tx, region, caseId) {
      await releaseReservations(tx, { now: tools.now() }, { region, caseId, cause: 'released' })
      await replacePapers(tx, region, caseId, [])
    },
    async ask(tx, file, service) {
      const writing = { ...registerTools(), region: file.region, caseId: file.caseId }
      for (const letter of lettersOf(file, service)) await requestTransfer(tx, writing, letter)
    },
    async letGo(tx, file, service) {
      const writing = { ...registerTools(), region: file.region, caseId: file.caseId }
      for (const letter of lettersOf(file, service)) await releaseTransfer(tx, writing, letter)
    },
    async reverse(tx, region, undoing) {
      const { caseId } = undoing
      const undone = await undoCase(tx, { ...registerTools(), region, caseId }, undoing)
      if (!undone.ok) return undone
      const { account: actor, role, unit } = undoing.actor
      const by: By = { actor, role, ...(unit === undefined ? {} : { unit }), caseId, at: tools.now() }
      for (const paper of await listPapers(tx, region, caseId)) {
        const revoked = await revokeDocument(tx, region, paper.document_id, 'office-decision', by)
        if (!revoked.ok) return revoked
      }
      const back = await reinstateDocuments(tx, region, caseId, by)
      for (const change of undone.value)
        if (change.kind === 'document' && change.action === 'revoke' && isCard(change.document))
          await withdrawCards(tx, region, change.of.id, [change.document], 'case-annulled', by)
      // A card issued after the case still names whoever came by it.
      for (const id of familiesChanged(undone.value))
        if (!back.some(({ kind, of }) => kind === 'kk' && of === id))
          await supersedeDocuments(tx, region, { kind: 'family', id }, 'kk', 'correction', by)
      return accept(undefined)
    },
  }
}

/** Moving letters of other regions that the answers name. */
const lettersOf = (file: CaseFile, service: CompiledService): readonly string[] =>
  neededKeys({
    effects: service.definition.effects.filter((effect) => effect.op === 'acceptTransfer'),
    answers: file.answers,
  }).letters ?? []

const familiesChanged = (changes: readonly Change[]): ReadonlySet<string> =>
  new Set(
    changes.flatMap((change) =>
      change.kind === 'membership-opened' || change.kind === 'membership-closed' || change.kind === 'family-set'
        ? [change.familyId]
        : [],
    ),
  )

/** A stored plan has its numbers already: whoever it makes was compared before. */
const shown = (plan: Plan, snapshot?: RegisterSnapshot): Prepared => ({
  beforeAfter: plan.beforeAfter,
  warnings: plan.warnings,
  asksNation: asksNation(plan.done),
  goes: plan.changes.flatMap((change) =>
    change.kind === 'document' && change.action === 'revoke' && (isCard(change.document) || change.document === 'ikd')
      ? [{ document: change.document, of: change.of.id }]
      : [],
  ),
  newcomers:
    snapshot === undefined
      ? []
      : plan.changes.flatMap((change) =>
          change.kind === 'person-created' && change.origin !== 'transfer' ? [newcomerOf(change.person, snapshot)] : [],
        ),
})
