// A register in a database for tests: regions, settings for test numbers, a small example written as rows, and the steps
// of a case (load, prepare, commit) in one call each.
import * as v from 'valibot'
import { openTestDatabase } from '../../../../tests/support/database.ts'
import type { Result } from '../../../kernel/refusal.ts'
import type { Database } from '../../../platform/db/database.ts'
import { readMigrations } from '../../../platform/db/migrate.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { newId } from '../../../platform/ids.ts'
import { memoryKeyRing } from '../../../platform/secrets/memory-key-ring.ts'
import type { Answers } from '../../catalogue/answers.ts'
import { type CommitResult, commitEffects, type PreparedEffects, prepareEffects } from '../commands.ts'
import { effectsSchema } from '../effect.ts'
import { importSnapshot } from '../import-snapshot.ts'
import { loadSnapshot, type RegisterKeys } from '../load.ts'
import { DEFAULT_SETTINGS, setRegisterSettings } from '../settings.ts'
import type { RegisterSnapshot } from '../snapshot.ts'
import { plainScope } from './plain-scope.ts'

export const ring = memoryKeyRing('register')
// A ring that has been turned once keeps its keys at hand instead of deriving them for each value.
for (const purpose of ['seal', 'nik-hash', 'journal-sign']) await ring.rotate(purpose)
export const officer = { account: 'account-1', role: 'signer', unit: 'capil' }

/** With the ground and the register's own tables only, unless `tables` asks for those of every module. */
export async function openRegister(tables: 'register' | 'all' = 'register'): Promise<Database> {
  const migrations = readMigrations().filter(({ name }) => tables === 'all' || /^(000|004|0132)/.test(name))
  const db = await openTestDatabase({ migrations })
  await db.asPlatform(async (tx) => {
    await tx
      .withTables<{ regions: { code: string; name: string; level: string; time_zone: string } }>()
      .insertInto('regions')
      .values([
        { code: '63.11', name: 'Balangan', level: 'regency', time_zone: 'Asia/Makassar' },
        { code: '63.09', name: 'Tabalong', level: 'regency', time_zone: 'Asia/Makassar' },
      ])
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
  for (const region of ['63.11', '63.09'])
    await db.inRegion(region, (tx) =>
      setRegisterSettings(tx, region, { ...DEFAULT_SETTINGS, firstSerial: 9901 }, new Date()),
    )
  return db
}

/** Writes an example register as if it had been imported; ids become UUIDs that end in the number given by order. */
export async function seedExample(db: Database, snapshot: RegisterSnapshot): Promise<void> {
  await db.inRegion(snapshot.region, (tx) =>
    importSnapshot(
      tx,
      { ring, region: snapshot.region, caseId: null, now: new Date('2020-01-01T00:00:00Z'), newId },
      snapshot,
    ),
  )
}

export type Case = {
  readonly region?: string
  readonly caseId?: string
  readonly effects: unknown
  readonly answers?: Answers
  readonly applicant?: string
  readonly today?: string
  readonly at?: string
  readonly eventDate?: string
  readonly decidePossible?: boolean
  readonly keys: RegisterKeys
}

export function prepare(tx: Tx, test: Case): Promise<Result<PreparedEffects>> {
  return prepareIn(tx, test)
}

async function prepareIn(tx: Tx, test: Case): Promise<Result<PreparedEffects>> {
  const { region = '63.11', caseId = newId(), answers = {}, applicant, today = '2026-04-10' } = test
  const snapshot = await loadSnapshot(tx, ring, region, test.keys)
  const scope = plainScope({ snapshot, answers, today, applicant })
  const effects = v.parse(effectsSchema, test.effects)
  const now = new Date(test.at ?? `${today}T01:00:00Z`)
  return prepareEffects(
    tx,
    { ring, now, newId },
    {
      region,
      caseId,
      effects,
      snapshot,
      scope,
      today,
      eventDate: test.eventDate,
      decidePossible: test.decidePossible,
      aliases: applicant === undefined ? {} : { applicant },
    },
  )
}

export async function commit(
  db: Database,
  caseId: string,
  at = '2026-04-10T02:00:00Z',
  region = '63.11',
): Promise<CommitResult> {
  return db.inRegion(region, (tx) =>
    commitEffects(tx, { ring, now: new Date(at), newId }, { region, caseId, actor: officer }),
  )
}

/** Prepares and commits; throws with the refusals. */
export async function carryOut(
  db: Database,
  test: Case,
): Promise<{ readonly caseId: string; readonly prepared: PreparedEffects }> {
  const caseId = test.caseId ?? newId()
  const region = test.region ?? '63.11'
  const prepared = await db.inRegion(region, (tx) => prepare(tx, { ...test, caseId }))
  if (!prepared.ok) throw new Error(`not prepared: ${JSON.stringify(prepared.refusals)}`)
  const done = await commit(db, caseId, test.at ?? `${test.today ?? '2026-04-10'}T02:00:00Z`, region)
  if (!done.ok) throw new Error(`not committed: ${JSON.stringify(done.refusals)}`)
  return { caseId, prepared: prepared.value }
}

export async function read(db: Database, keys: RegisterKeys, region = '63.11'): Promise<RegisterSnapshot> {
  return db.inRegion(region, (tx) => loadSnapshot(tx, ring, region, keys), { readOnly: true })
}
