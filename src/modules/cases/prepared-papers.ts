// The papers of a prepared case, frozen: what each will say is decided with the plan, before anybody signs. Must stay true: what is
// printed later is what stands here, sealed.
import { addDays } from '../../kernel/date.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { openSealedText, seal } from '../../platform/secrets/seal.ts'
import type { Answer } from '../catalogue/answers.ts'
import type { DocumentData } from '../documents/template.ts'
import type { Plan } from '../register/plan.ts'
import { mergeSnapshots, type RegisterSnapshot, snapshotOf } from '../register/snapshot.ts'
import { LETTER_DAYS } from '../register/transfers.ts'
import type { CaseForRegister } from './context.ts'
import { documentData, type PlaceNames } from './document-data.ts'
import { aboutOf } from './paper-about.ts'
import { paperContext, type SigningTools } from './paper-signing.ts'
import { findLastPaper, type PaperRow } from './paper-store.ts'

export type PaperTools = Pick<SigningTools, 'ring' | 'documents' | 'now'> & {
  placesOf(village: string): PlaceNames | undefined
}

/** Printed by the office, not signed as a file. */
const NO_PAPER = new Set(['kia', 'ktp-el', 'ikd'])
/** Papers that carry the number the destination asks for. */
const MOVING_LETTERS = new Set(['skpwni', 'skpoa'])

/** One row for each paper that the plan issues or extends; not for cards, which the office prints. */
export function freezePapers(
  tx: Tx,
  tools: PaperTools,
  input: CaseForRegister,
  plan: Plan,
): Promise<readonly PaperRow[]> {
  return withExtended(tx, tools, input, plan, papersOf(tools, input, plan))
}

/** The register as it will be: what the plan leaves alone, and what it makes. */
function afterPlan(snapshot: RegisterSnapshot, plan: Plan): RegisterSnapshot {
  const made = snapshotOf(snapshot.region, {
    persons: plan.result.persons.map((one) => one.person),
    families: plan.result.families,
    deeds: plan.result.deeds,
  })
  return mergeSnapshots(made, snapshot)
}

function papersOf(tools: PaperTools, input: CaseForRegister, plan: Plan): readonly PaperRow[] {
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
  tools: PaperTools,
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
