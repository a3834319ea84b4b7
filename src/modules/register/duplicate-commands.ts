// Before a person exists, and whenever two entries look alike: who might it be, what was decided and why. Must stay
// true: a sure match blocks until somebody has decided; each decision is kept and can be undone; merging keeps both
// numbers, one in use, the other pointing to it.
import { sql } from 'kysely'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { keyedHashes } from '../../platform/secrets/seal.ts'
import { recordDirectly } from './direct-change.ts'
import { type Comparable, findDuplicates, type Match } from './duplicates.ts'
import { DUPLICATE_WEIGHTS } from './duplicates-weights.ts'
import { childrenOf, deedsOf } from './kinship.ts'
import { loadSnapshot } from './load.ts'
import { loadPastCaseById } from './past-cases.ts'
import { keysOf } from './person-row.ts'
import { undoPastCase } from './reverse.ts'
import type { PersonId } from './snapshot.ts'
import type { RegisterTables } from './tables.ts'
import { WorkingRegister } from './working-register.ts'
import type { Writing } from './write-changes.ts'

/** `unsure` decides nothing: it keeps what was seen until somebody can tell. */
export type DuplicateVerdict = 'same' | 'different' | 'unsure'
export type Candidate = Comparable & { readonly personId: PersonId; readonly status: string }
export type DuplicateHit = {
  readonly candidate: Candidate
  readonly match: Match
  readonly decision?: {
    readonly decisionId: string
    readonly verdict: DuplicateVerdict
    readonly reason: string
    readonly by: string
    readonly at: Date
  }
}
export type Decider = { readonly account: string; readonly role: string; readonly unit?: string }

const MOST_CANDIDATES = 400
const table = (tx: Tx) => tx.withTables<RegisterTables>()

/**
 * People of the register who might be this one, the likeliest first, with what was decided about each. `subjectId` is
 * the person, or the case while the person does not exist yet.
 */
export async function findDuplicatesOf(
  tx: Tx,
  writing: Pick<Writing, 'ring' | 'region'>,
  subject: Comparable & { readonly subjectId: string },
): Promise<readonly DuplicateHit[]> {
  const { ring, region } = writing
  const keys = keysOf(region, { ...subject, otherName: subject.aliases?.[0] })
  const hashes = subject.nik === undefined ? [] : [...keyedHashes(ring, subject.nik)]
  const people = sql<{
    person_id: string
    name: string
    other: string | null
    birth_date: string
    sex: 'L' | 'P'
    mother: string | null
    village_code: string
    status: string
    is_nik: boolean
  }>`
    select p.person_id::text, p.name, p.more ->> 'otherName' as other, p.birth_date, p.sex, p.village_code, p.status,
           coalesce(m.name, p.more ->> 'motherName') as mother, coalesce(p.nik_hash = any(${hashes}::text[]), false) as is_nik
    from person p left join person m on m.region_code = p.region_code and m.person_id = p.mother_id
    where p.region_code = ${region} and p.person_id = any(array(
        select register_candidates(${`{${keys.join(',')}}`}::bigint[], ${MOST_CANDIDATES})
        union select person_id from person where region_code = ${region} and nik_hash = any(${hashes}::text[])))
      and p.status not in ('cancelled', 'duplicate') and p.person_id <> ${subject.subjectId}
    limit ${MOST_CANDIDATES + 1}`
  const [{ rows }, decisions] = await Promise.all([people.execute(tx), openDecisions(tx, region, subject.subjectId)])
  const candidates = rows.map(
    (row): Candidate => ({
      personId: row.person_id,
      status: row.status,
      name: row.name,
      birthDate: row.birth_date,
      sex: row.sex,
      villageCode: row.village_code,
      ...(row.other === null ? {} : { aliases: [row.other] }),
      ...(row.mother === null ? {} : { motherName: row.mother }),
      ...(row.is_nik && subject.nik !== undefined ? { nik: subject.nik } : {}),
    }),
  )
  const found = findDuplicates(subject, candidates, DUPLICATE_WEIGHTS)
  return found.map(({ candidate, match }) => {
    const decision = decisions.get(candidate.personId)
    return { candidate, match, ...(decision === undefined ? {} : { decision }) }
  })
}

/** What was decided about somebody and is not taken back, by the person it was compared with. */
export async function openDecisions(
  tx: Tx,
  region: string,
  subjectId: string,
): Promise<ReadonlyMap<PersonId, NonNullable<DuplicateHit['decision']>>> {
  const rows = await table(tx)
    .selectFrom('duplicate_decision')
    .select(['decision_id', 'person_id', 'verdict', 'reason', 'decided_by', 'decided_at'])
    .where('region_code', '=', region)
    .where('subject_id', '=', subjectId)
    .where('undone_at', 'is', null)
    .execute()
  return new Map(
    rows.map((row) => [
      row.person_id,
      {
        decisionId: row.decision_id,
        verdict: row.verdict as DuplicateVerdict,
        reason: row.reason,
        by: row.decided_by,
        at: row.decided_at,
      },
    ]),
  )
}

/**
 * May a new person be entered? Refusals: `same-person-sure` while a sure match is undecided or was found to be the same,
 * `same-person-undecided` while possible ones are; nothing stands in the way of someone found to be different.
 */
export function decideMayCreate(hits: readonly DuplicateHit[]): Result<null> {
  const open = hits.filter((hit) => hit.decision?.verdict !== 'different')
  const refusals: Refusal[] = []
  if (open.some((hit) => hit.match.band === 'sure' || hit.decision?.verdict === 'same'))
    refusals.push({ code: 'same-person-sure' })
  else if (open.length > 0) refusals.push({ code: 'same-person-undecided', params: { count: open.length } })
  return refusals.length === 0 ? accept(null) : refuseAll(refusals)
}

/** Keeps a decision about one pair. Refusals: `duplicate-decided`, `duplicate-reason-missing`. */
export async function decideDuplicate(
  tx: Tx,
  writing: Writing,
  input: {
    readonly subjectId: string
    readonly hit: Pick<DuplicateHit, 'candidate' | 'match'>
    readonly verdict: DuplicateVerdict
    readonly reason: string
    readonly by: Decider
  },
): Promise<Result<{ readonly decisionId: string }>> {
  const { region, now, newId, caseId } = writing
  if (input.reason.trim().length < 5) return refuse('duplicate-reason-missing', 'reason')
  const { candidate, match } = input.hit
  const decisions = await openDecisions(tx, region, input.subjectId)
  const earlier = decisions.get(candidate.personId)
  if (earlier !== undefined) {
    if (earlier.verdict !== 'unsure') return refuse('duplicate-decided')
    await table(tx)
      .updateTable('duplicate_decision')
      .set({ undone_by: input.by.account, undone_at: now, undo_reason: 'decided' })
      .where('region_code', '=', region)
      .where('decision_id', '=', earlier.decisionId)
      .execute()
  }
  const decisionId = newId()
  await table(tx)
    .insertInto('duplicate_decision')
    .values({
      region_code: region,
      decision_id: decisionId,
      subject_id: input.subjectId,
      person_id: candidate.personId,
      verdict: input.verdict,
      reason: input.reason.trim(),
      edition: match.edition,
      score: match.score.toFixed(2),
      band: match.band,
      decided_by: input.by.account,
      decided_at: now,
      undone_by: null,
      undone_at: null,
      undo_reason: null,
      case_id: caseId,
    })
    .execute()
  return accept({ decisionId })
}

/**
 * Two entries are one person: `keep` goes on, `drop` becomes its duplicate and leaves its card; children and a birth deed
 * known only there come over. Refusals: `duplicate-same-entry`, `duplicate-gone`, and the register's own.
 */
export async function mergePersons(
  tx: Tx,
  writing: Writing,
  input: {
    readonly decisionId: string
    readonly keep: PersonId
    readonly drop: PersonId
    readonly today: string
    readonly by: Decider
  },
): Promise<Result<null>> {
  const { ring, region } = writing
  if (input.keep === input.drop) return refuse('duplicate-same-entry')
  const snapshot = await loadSnapshot(tx, ring, region, { personIds: [input.keep, input.drop] })
  const register = new WorkingRegister(snapshot, input.today)
  const keep = register.persons.get(input.keep)
  const drop = register.persons.get(input.drop)
  if (keep === undefined || drop === undefined || keep.status === 'duplicate' || drop.status === 'duplicate')
    return refuse('duplicate-gone')
  register.touch('person', keep.id)
  register.closeMembership(drop.id, 'correction')
  register.setPerson(drop.id, 'status', 'duplicate')
  if (drop.nikStatus !== 'none') register.setPerson(drop.id, 'nikStatus', 'duplicate')
  register.setPerson(drop.id, 'duplicateOf', keep.id)
  for (const child of childrenOf(register, drop.id)) {
    if (child.motherId === drop.id) register.setPerson(child.id, 'motherId', keep.id)
    if (child.fatherId === drop.id) register.setPerson(child.id, 'fatherId', keep.id)
  }
  const birth = deedsOf(snapshot, drop.id, 'birth')[0]?.number ?? drop.birthDeedNumber
  if (birth !== undefined && keep.birthDeedNumber === undefined && deedsOf(snapshot, keep.id, 'birth').length === 0)
    register.setPerson(keep.id, 'birthDeedNumber', birth)
  if (drop.name !== keep.name && keep.otherName === undefined) register.setPerson(keep.id, 'otherName', drop.name)
  retireEmpty(register)
  const done = await recordDirectly(tx, writing, {
    id: input.decisionId,
    register,
    today: input.today,
    action: 'register.merge',
    actor: input.by,
  })
  return done.ok ? accept(null) : done
}

function retireEmpty(register: WorkingRegister): void {
  for (const { kind, id } of register.changedThings()) {
    const family = kind === 'family' ? register.families.get(id) : undefined
    if (family?.status === 'active' && family.members.every((member) => member.until !== undefined))
      register.setFamily(id, 'status', 'retired')
  }
}

/**
 * Takes a decision back; a merge that followed from it is undone as well. Refusals: `duplicate-not-decided`, and those of
 * undoing (`register-later-cases`, `register-changed-since`).
 */
export async function undoDuplicate(
  tx: Tx,
  writing: Writing,
  input: { readonly decisionId: string; readonly reason: string; readonly today: string; readonly by: Decider },
): Promise<Result<null>> {
  const { ring, region, now, newId } = writing
  const done = await table(tx)
    .updateTable('duplicate_decision')
    .set({ undone_by: input.by.account, undone_at: now, undo_reason: input.reason })
    .where('region_code', '=', region)
    .where('decision_id', '=', input.decisionId)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) return refuse('duplicate-not-decided')
  const past = await loadPastCaseById(tx, ring, region, input.decisionId)
  if (past === undefined) return accept(null)
  const snapshot = await loadSnapshot(tx, ring, region, past.keys)
  const undone = undoPastCase(snapshot, past.past, input.today, newId)
  if (!undone.ok) return undone
  const written = await recordDirectly(tx, writing, {
    id: newId(),
    register: undone.value,
    today: input.today,
    action: 'register.unmerge',
    actor: input.by,
    reason: input.reason,
    undoes: [input.decisionId],
  })
  return written.ok ? accept(null) : written
}
