// Possible duplicates for officers: pairs of the register, cases that wait, two entries side by side with every reason. Must
// stay true: a comparison is computed again from today's entries; each person shown is noted in the journal.
import { formatInstant } from '../../kernel/date-format.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { type DuplicateHit, findDuplicatesOf, openDecisions } from './duplicate-commands.ts'
import {
  countPairs,
  keepPair,
  keepScanned,
  listPairs,
  listWaitingCases,
  lockPair,
  nextToScan,
  noteWaitingCase,
  type PairState,
} from './duplicate-pair-store.ts'
import type { CaseDuplicatesView, CaseOfNewcomers, DuplicateListView, PairLine, SideBySide } from './duplicate-port.ts'
import { comparedRows, reasonsText } from './duplicate-words.ts'
import { type Comparable, comparePersons } from './duplicates.ts'
import { DUPLICATE_WEIGHTS } from './duplicates-weights.ts'
import { familyOf } from './kinship.ts'
import { loadSnapshot } from './load.ts'
import {
  DUPLICATE_DECIDERS,
  DUPLICATE_JOINERS,
  DUPLICATE_READERS,
  mayReach,
  READERS,
  regionWide,
} from './office-access.ts'
import { noteLook, type RegisterOffice } from './office-context.ts'
import { t } from './office-texts.ts'
import { recordHref } from './record-queries.ts'
import type { Person, RegisterSnapshot } from './snapshot.ts'
import type { Writing } from './write-changes.ts'

const PAGE = 15
const COUNT_BOUND = 1000

export type DuplicateOffice = RegisterOffice & {
  /** The people a sent case would make; undefined for a case that is none. */
  newcomersOf(tx: Tx, region: string, caseId: string): Promise<CaseOfNewcomers | undefined>
}

export function comparableOf(person: Person, snapshot: RegisterSnapshot): Comparable {
  const mother = snapshot.persons.get(person.motherId ?? '')?.name ?? person.motherName
  return {
    name: person.name,
    birthDate: person.birthDate,
    sex: person.sex,
    villageCode: person.villageCode,
    ...(person.otherName === undefined ? {} : { aliases: [person.otherName] }),
    ...(mother === undefined ? {} : { motherName: mother }),
  }
}

const MARKS = {
  sure: { label: t('Hampir pasti sama', 'Almost surely the same'), tone: 'stop' },
  possible: { label: t('Mungkin sama', 'Possibly the same'), tone: 'care' },
} as const

export async function listDuplicates(
  office: DuplicateOffice,
  visitor: Visitor,
  state: PairState,
  after?: string,
): Promise<Result<DuplicateListView>> {
  const region = visitor.region
  const as = regionWide(visitor, DUPLICATE_READERS)
  if (region === undefined || as === undefined) return refuse('not-found')
  const [score = '', a = '', b = ''] = (after ?? '').split('~')
  const key = /^-?\d{1,6}\.\d\d$/.test(score) && isUuid(a) && isUuid(b) ? { score, a, b } : undefined
  return office.database.inRegion(region.code, async (tx) => {
    const rows = await listPairs(tx, region.code, state, {
      limit: PAGE + 1,
      ...(key === undefined ? {} : { after: key }),
    })
    const shown = rows.slice(0, PAGE)
    const ids = shown.flatMap((row) => [row.person_a, row.person_b])
    const snapshot = await loadSnapshot(tx, office.ring, region.code, { personIds: ids })
    const pairs = shown.flatMap((row): PairLine[] => {
      const one = snapshot.persons.get(row.person_a)
      const other = snapshot.persons.get(row.person_b)
      if (one === undefined || other === undefined) return []
      const match = comparePersons(comparableOf(one, snapshot), comparableOf(other, snapshot), DUPLICATE_WEIGHTS)
      return [
        {
          a: row.person_a,
          b: row.person_b,
          names: [one.name, other.name],
          reasons: reasonsText(match),
          score: Number(row.score),
          mark: row.band === 'sure' ? MARKS.sure : MARKS.possible,
        },
      ]
    })
    const waiting = []
    for (const row of await listWaitingCases(tx, region.code, 30)) {
      const file = await office.newcomersOf(tx, region.code, row.case_id)
      if (file === undefined || !file.isOpen) continue
      const { number, service } = file
      const since = formatInstant(row.found_at.getTime(), region.timeZone, visitor.language)
      waiting.push({ caseId: row.case_id, number, service, waiting: row.waiting, since })
    }
    if (ids.length > 0)
      await noteLook(tx, office, visitor, as, { action: 'person.compared', purpose: 'duplicate', subjects: ids })
    const last = shown.at(-1)
    return accept({
      state,
      counts: await countPairs(tx, region.code, COUNT_BOUND),
      pairs,
      ...(rows.length > PAGE && last !== undefined ? { next: `${last.score}~${last.person_a}~${last.person_b}` } : {}),
      waiting,
    })
  })
}

/** Is one of these people the officer, or on the officer's family card? */
export function isOwn(visitor: Visitor, snapshot: RegisterSnapshot, ids: readonly string[]): boolean {
  const own = visitor.actor?.personId
  if (own === undefined) return false
  return ids.some((id) => id === own || familyOf(snapshot, id)?.members.some((one) => one.personId === own) === true)
}

type About = {
  readonly office: RegisterOffice
  readonly visitor: Visitor
  readonly snapshot: RegisterSnapshot
  readonly subjectId: string
  readonly isJoined: boolean
}

function sideBySide(
  { office, visitor, snapshot, subjectId, isJoined }: About,
  a: Comparable & { readonly person?: Person },
  hit: DuplicateHit,
): SideBySide {
  const region = visitor.region
  const { candidate, match, decision } = hit
  const account = visitor.actor?.accountId
  const own = isOwn(visitor, snapshot, [subjectId, candidate.personId])
  const may = (roles: Parameters<typeof regionWide>[1]) => regionWide(visitor, roles) !== undefined && !own
  const isOpen = decision === undefined || decision.verdict === 'unsure'
  const link = (id: string, village: string) =>
    mayReach(visitor, READERS, village) === undefined
      ? {}
      : { href: recordHref(`/${region?.code ?? ''}`, 'person', id, 'duplicate') }
  return {
    a: { id: subjectId, name: a.name, ...(a.person === undefined ? {} : link(a.person.id, a.person.villageCode)) },
    b: { id: candidate.personId, name: candidate.name, ...link(candidate.personId, candidate.villageCode ?? '') },
    rows: comparedRows(a, candidate, match, (code) => office.villageName(code)),
    score: match.score,
    bands: DUPLICATE_WEIGHTS.bands,
    band: match.band,
    ...(decision === undefined
      ? {}
      : {
          decision: {
            decisionId: decision.decisionId,
            verdict: decision.verdict,
            reason: decision.reason,
            isMine: decision.by === account,
            at: formatInstant(decision.at.getTime(), region?.timeZone ?? 'Asia/Makassar', visitor.language),
          },
        }),
    isJoined,
    mayDecide: isOpen && !isJoined && may(DUPLICATE_DECIDERS),
    mayJoin:
      a.person !== undefined &&
      decision?.verdict === 'same' &&
      !isJoined &&
      decision.by !== account &&
      may(DUPLICATE_JOINERS),
    mayUndo: decision !== undefined && may([...DUPLICATE_DECIDERS, ...DUPLICATE_JOINERS]),
  }
}

/** Two entries of the register, whatever their score is today. */
export async function pairIn(
  tx: Tx,
  office: RegisterOffice,
  visitor: Visitor,
  a: string,
  b: string,
): Promise<
  | {
      readonly view: SideBySide
      readonly hit: DuplicateHit
      readonly snapshot: RegisterSnapshot
      readonly state: PairState
    }
  | undefined
> {
  const region = visitor.region?.code ?? ''
  if (!isUuid(a) || !isUuid(b)) return undefined
  const row = await lockPair(tx, region, a, b)
  const snapshot = await loadSnapshot(tx, office.ring, region, { personIds: [a, b] })
  const one = snapshot.persons.get(a)
  const other = snapshot.persons.get(b)
  if (row === undefined || one === undefined || other === undefined) return undefined
  const first = comparableOf(one, snapshot)
  const second = comparableOf(other, snapshot)
  const decision = (await openDecisions(tx, region, a)).get(b)
  const hit: DuplicateHit = {
    candidate: { ...second, personId: b, status: other.status },
    match: comparePersons(first, second, DUPLICATE_WEIGHTS),
    ...(decision === undefined ? {} : { decision }),
  }
  const about = { office, visitor, snapshot, subjectId: a, isJoined: row.state === 'joined' }
  return { view: sideBySide(about, { ...first, person: one }, hit), hit, snapshot, state: row.state as PairState }
}

export async function readPair(
  office: RegisterOffice,
  visitor: Visitor,
  a: string,
  b: string,
): Promise<Result<SideBySide>> {
  const as = regionWide(visitor, DUPLICATE_READERS)
  if (visitor.region === undefined || as === undefined) return refuse('not-found')
  return office.database.inRegion(visitor.region.code, async (tx) => {
    const found = await pairIn(tx, office, visitor, a, b)
    if (found === undefined) return refuse('not-found')
    await noteLook(tx, office, visitor, as, { action: 'person.compared', purpose: 'duplicate', subjects: [a, b] })
    return accept(found.view)
  })
}

/** Everybody a case would make, each beside those of the register who look alike. */
export async function caseIn(
  tx: Tx,
  office: DuplicateOffice,
  visitor: Visitor,
  caseId: string,
): Promise<
  | { readonly view: CaseDuplicatesView; readonly hits: readonly DuplicateHit[]; readonly snapshot: RegisterSnapshot }
  | undefined
> {
  const region = visitor.region?.code ?? ''
  const file = isUuid(caseId) ? await office.newcomersOf(tx, region, caseId) : undefined
  if (file === undefined) return undefined
  const all: DuplicateHit[] = []
  const people = []
  for (const person of file.people) {
    const hits = await findDuplicatesOf(tx, { ring: office.ring, region }, { ...person, subjectId: caseId })
    all.push(...hits)
    people.push({ person, hits })
  }
  const snapshot = await loadSnapshot(tx, office.ring, region, { personIds: all.map((hit) => hit.candidate.personId) })
  await noteWaitingCase(tx, region, caseId, file.isOpen ? openCount(all) : 0, office.clock.now())
  const about = { office, visitor, snapshot, subjectId: caseId, isJoined: !file.isOpen }
  return {
    view: {
      number: file.number,
      service: file.service,
      caseHref: `/${region}/office/cases/${caseId}`,
      people: people.map(({ person, hits }) => ({
        name: person.name,
        compared: hits.map((hit) => sideBySide(about, person, hit)),
      })),
    },
    hits: all,
    snapshot,
  }
}

/** Those who are not yet found to be somebody else; whoever is found the same waits for the case to be rejected. */
export function openCount(hits: readonly DuplicateHit[]): number {
  return hits.filter((hit) => hit.decision === undefined || hit.decision.verdict === 'unsure').length
}

export async function readCaseDuplicates(
  office: DuplicateOffice,
  visitor: Visitor,
  caseId: string,
): Promise<Result<CaseDuplicatesView>> {
  const as = regionWide(visitor, DUPLICATE_READERS)
  if (visitor.region === undefined || as === undefined) return refuse('not-found')
  return office.database.inRegion(visitor.region.code, async (tx) => {
    const found = await caseIn(tx, office, visitor, caseId)
    if (found === undefined) return refuse('not-found')
    const subjects = found.hits.map((hit) => hit.candidate.personId)
    if (subjects.length > 0)
      await noteLook(tx, office, visitor, as, { action: 'person.compared', purpose: 'duplicate', subjects })
    return accept(found.view)
  })
}

/** Compares people who came since the last look with the whole register; gives how many were compared. Runs at night. */
export async function scanForPairs(
  tx: Tx,
  writing: Pick<Writing, 'ring' | 'region' | 'now'>,
  limit: number,
): Promise<number> {
  const { region, now } = writing
  const people = await nextToScan(tx, region, limit)
  for (const row of people) {
    const hits = await findDuplicatesOf(tx, writing, {
      subjectId: row.person_id,
      name: row.name,
      birthDate: row.birth_date,
      sex: row.sex,
      villageCode: row.village_code,
      ...(row.other === null ? {} : { aliases: [row.other] }),
      ...(row.mother === null ? {} : { motherName: row.mother }),
    })
    for (const hit of hits) await keepPair(tx, region, row.person_id, hit.candidate.personId, hit.match, now)
  }
  const last = people.at(-1)
  if (last !== undefined) await keepScanned(tx, region, last.person_id, now)
  return people.length
}
