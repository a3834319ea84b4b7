// A case's effects on the register and the papers that follow from them: prepare freezes both, sign makes the PDFs, commit
// writes all of it in one transaction. Must stay true: no paper without its register entry, no entry without its paper.
import { addDays } from '../../kernel/date.ts'
import { accept, refuse } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { openSealedText, seal } from '../../platform/secrets/seal.ts'
import type { Answer } from '../catalogue/answers.ts'
import { orderCard, type WithdrawReason, withdrawCards } from '../documents/cards.ts'
import {
  type By,
  extendDocument,
  issueDocument,
  reinstateDocuments,
  revokeDocument,
  revokeDocuments,
  supersedeDocuments,
} from '../documents/commands.ts'
import type { IssuingOffice, SignedDocument } from '../documents/prepare.ts'
import type { DocumentData } from '../documents/template.ts'
import type { Change } from '../register/change.ts'
import { commitEffects, newcomerOf, prepareEffects, type Request, releaseReservations } from '../register/commands.ts'
import { findDuplicatesOf } from '../register/duplicate-commands.ts'
import { noteWaitingCase } from '../register/duplicate-pair-store.ts'
import { neededKeys } from '../register/needed-keys.ts'
import type { Plan } from '../register/plan.ts'
import { planEffects } from '../register/plan.ts'
import { findPrepared, lockPrepared } from '../register/prepared-store.ts'
import { mergeSnapshots, type RegisterSnapshot, snapshotOf } from '../register/snapshot.ts'
import { LETTER_DAYS, requestTransfer } from '../register/transfers.ts'
import { undoCase } from '../register/undo-case.ts'
import { differencesSince } from '../register/versions.ts'
import type { CaseForRegister, Prepared, RegisterWriter } from './context.ts'
import { documentData, type PlaceNames } from './document-data.ts'
import { nationalAnswerFor } from './national-check.ts'
import { asksNation } from './national-wait.ts'
import { aboutOf } from './paper-about.ts'
import { drawAhead, paperContext, type SigningTools, signedContext, signPapers } from './paper-signing.ts'
import { findLastPaper, listPapers, type PaperRow, replacePapers } from './paper-store.ts'
import { caseIdsByNumber } from './past-cases.ts'
import { whyCardsGo } from './why-cards-go.ts'

export type WriterTools = SigningTools & {
  /** Who signs in the head's place, when this account does. */
  actingSigner?(region: RegionCode, account: string, at: Date): Promise<IssuingOffice['signer'] | undefined>
  placesOf(village: string): PlaceNames | undefined
  /** The name of a regency or city, by its code. */
  regionName(code: string): string | undefined
}

/** Printed by the office, not signed as a file. */
const NO_PAPER = new Set(['kia', 'ktp-el', 'ikd'])
/** Papers that carry the number the destination asks for. */
const MOVING_LETTERS = new Set(['skpwni', 'skpoa'])
const isCard = (document: string): document is 'kia' | 'ktp-el' => document === 'kia' || document === 'ktp-el'

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
          const rows = await withExtended(tx, tools, input, plan, papersOf(tools, input, plan))
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
          Promise.all(
            byPaper(requests).map(async (ofPaper) => {
              for (const request of withoutDoubled(tools, ofPaper, papers))
                await carryOut(tools, tx, file.region, request, papers, whyCardsGo(plan, request.of), by)
            }),
          ),
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
      for (const letter of neededKeys({
        effects: service.definition.effects.filter((effect) => effect.op === 'acceptTransfer'),
        answers: file.answers,
      }).letters ?? [])
        await requestTransfer(tx, writing, letter)
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

/** The register as it will be: what the plan leaves alone, and what it makes. */
function afterPlan(snapshot: RegisterSnapshot, plan: Plan): RegisterSnapshot {
  const made = snapshotOf(snapshot.region, {
    persons: plan.result.persons.map((one) => one.person),
    families: plan.result.families,
    deeds: plan.result.deeds,
  })
  return mergeSnapshots(made, snapshot)
}

/** What will be printed, frozen: one row for each paper that the plan issues and the office does not print as a card. */
function papersOf(tools: WriterTools, input: CaseForRegister, plan: Plan): readonly PaperRow[] {
  const { file, service, session, snapshot, today } = input
  const after = afterPlan(snapshot, plan)
  const rows: PaperRow[] = []
  const letter = plan.changes.find((change) => change.kind === 'transfer-offered')
  for (const change of plan.changes) {
    if (
      change.kind !== 'document' ||
      (change.action !== 'issue' && change.action !== 'extend') ||
      NO_PAPER.has(change.document)
    )
      continue
    const known = tools.documents.templates.byKind.get(change.document)
    if (known === undefined) continue
    const issue = service.definition.issues.find(
      (one) =>
        one.document === change.document && (one.when === undefined || session.scope.holds(one.when).truth !== false),
    )
    const given: Record<string, Answer | undefined> = {}
    for (const [name, value] of Object.entries(issue?.data ?? {})) {
      const found = session.scope.value(value)
      given[name] = found.is === 'known' ? found.value : undefined
    }
    const documentId = newId()
    const moved = plan.changes.flatMap((one) =>
      one.kind === 'field-set' && one.field === 'status' ? [one.personId] : [],
    )
    const letterNumber =
      letter?.kind === 'transfer-offered' && MOVING_LETTERS.has(change.document)
        ? letter.letter
        : `${change.document.toUpperCase()}/${file.region.replace('.', '')}/${(file.number ?? documentId).slice(3, 11)}/${(file.number ?? documentId).slice(-7)}`
    const data = documentData({
      template: known.template,
      thing: change.of,
      after,
      before: snapshot,
      service,
      answers: session.answersThatCount,
      given,
      today,
      letterNumber,
      moved,
      ...aboutOf(plan, change),
      placesOf: tools.placesOf,
      ...(file.applicantPerson === undefined ? {} : { applicant: file.applicantPerson }),
    })
    rows.push({
      region_code: file.region,
      case_id: file.caseId,
      document_id: documentId,
      seq: rows.length + 1,
      kind: change.document,
      of_kind: change.of.kind,
      of_id: change.of.id,
      holders: holdersOf(file.applicantPerson, change.of, after),
      data: seal(tools.ring, JSON.stringify(data), paperContext(documentId)),
      signed: null,
      created_at: tools.now(),
    })
  }
  return rows
}

/** A paper that is extended says what it said before, with its new term. */
async function withExtended(
  tx: Tx,
  tools: WriterTools,
  { file, today }: CaseForRegister,
  plan: Plan,
  papers: readonly PaperRow[],
): Promise<readonly PaperRow[]> {
  const extended = new Set(
    plan.changes.flatMap((change) =>
      change.kind === 'document' && change.action === 'extend' ? [`${change.document} ${change.of.id}`] : [],
    ),
  )
  const renewed: PaperRow[] = []
  for (const paper of papers) {
    const before = extended.has(`${paper.kind} ${paper.of_id}`)
      ? await findLastPaper(tx, file.region, paper.kind, paper.of_id, file.caseId)
      : undefined
    if (before === undefined) {
      renewed.push(paper)
      continue
    }
    const said = JSON.parse(openSealedText(tools.ring, before.data, paperContext(before.document_id))) as DocumentData
    const data = { ...said, validUntil: addDays(today, LETTER_DAYS), extendedOn: today }
    renewed.push({ ...paper, data: seal(tools.ring, JSON.stringify(data), paperContext(paper.document_id)) })
  }
  return renewed
}

/** Who may download: the applicant, the person it is about, the adults of the card. */
function holdersOf(
  applicant: string | undefined,
  of: { readonly kind: string; readonly id: string },
  after: RegisterSnapshot,
): string[] {
  const people =
    of.kind === 'person'
      ? [of.id]
      : of.kind === 'family'
        ? (after.families.get(of.id)?.members ?? []).filter((one) => one.until === undefined).map((one) => one.personId)
        : (after.deeds.get(of.id)?.parties ?? []).flatMap((party) =>
            party.personId === undefined ? [] : [party.personId],
          )
  return [...new Set([...(applicant === undefined ? [] : [applicant]), ...people])]
}

type DocumentRequest = Extract<Request, { kind: 'document' }>

/** What is asked of one paper, in order. Different papers know nothing of each other, so they are written in the same journeys. */
function byPaper(requests: readonly Request[]): readonly (readonly DocumentRequest[])[] {
  const papers = new Map<string, DocumentRequest[]>()
  for (const request of requests) {
    if (request.kind !== 'document') continue
    const paper = `${request.document} ${request.of.id}`
    papers.set(paper, [...(papers.get(paper) ?? []), request])
  }
  return [...papers.values()]
}

/** Issuing a paper of which there is one at a time ends the edition before by itself: nobody looks for it twice. */
function withoutDoubled(
  tools: WriterTools,
  requests: readonly DocumentRequest[],
  papers: readonly PaperRow[],
): readonly DocumentRequest[] {
  return requests.filter(({ action, document, of }, index) => {
    const isIssued =
      requests[index + 1]?.action === 'issue' && papers.some((one) => one.kind === document && one.of_id === of.id)
    return (
      action !== 'supersede' ||
      !isIssued ||
      tools.documents.templates.byKind.get(document)?.template.onePer === 'number'
    )
  })
}

async function carryOut(
  tools: WriterTools,
  tx: Tx,
  region: RegionCode,
  request: DocumentRequest,
  papers: readonly PaperRow[],
  why: WithdrawReason,
  by: By,
): Promise<void> {
  const { action, document, of } = request
  if (action === 'keep') return
  if (isCard(document)) {
    if (action === 'issue')
      await orderCard(tx, region, { kind: document, personId: of.id, caseId: by.caseId ?? '' }, by.at)
    else await withdrawCards(tx, region, of.id, [document], action === 'revoke' ? why : 'data-change', by)
    return
  }
  // The digital identity lives on the person's phone; the register keeps that it was bound.
  if (document === 'ikd') return
  if (action === 'supersede') await supersedeDocuments(tx, region, of, document, 'data-change', by)
  else if (action === 'revoke') await revokeDocuments(tx, region, of, document, 'office-decision', by)
  else {
    const paper = papers.find((one) => one.kind === document && one.of_id === of.id)
    if (paper === undefined) return
    const signed = JSON.parse(
      openSealedText(tools.ring, paper.signed!, signedContext(paper.document_id)),
    ) as SignedDocument
    await issueDocument(tx, signed, by, action === 'extend' ? 'extension' : 'data-change')
    if (action === 'extend' && signed.validUntil !== undefined)
      await extendDocument(tx, region, of, document, signed.validUntil, by)
  }
}
