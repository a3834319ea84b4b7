// SQL of waiting rows, answers, comments and counts. Must stay true: no statement here names an invitation; answers of a
// period are only ever replaced as a whole, in an order given from outside.
import { sql } from 'kysely'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Mark } from './patterns.ts'
import type { GroupCount, StoredAnswer } from './result.ts'
import type { SatisfactionTables } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<SatisfactionTables>()

export async function putWaiting(
  tx: Tx,
  region: RegionCode,
  periodId: string,
  place: string,
  sealed: Uint8Array,
): Promise<void> {
  await tables(tx)
    .insertInto('satisfaction_waiting')
    .values({ region_code: region, period_id: periodId, place, sealed })
    .onConflict((c) => c.columns(['region_code', 'period_id', 'place']).doUpdateSet({ sealed }))
    .execute()
}

export async function listWaiting(
  tx: Tx,
  region: RegionCode,
  periodId: string,
): Promise<readonly { place: string; sealed: Uint8Array }[]> {
  return tables(tx)
    .selectFrom('satisfaction_waiting')
    .select(['place', 'sealed'])
    .where('region_code', '=', region)
    .where('period_id', '=', periodId)
    .execute()
}

export async function countWaiting(tx: Tx, region: RegionCode, periodId: string): Promise<number> {
  const row = await tables(tx)
    .selectFrom('satisfaction_waiting')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('region_code', '=', region)
    .where('period_id', '=', periodId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export async function deleteWaiting(
  tx: Tx,
  region: RegionCode,
  periodId: string,
  places: readonly string[],
): Promise<void> {
  for (const part of chunks(places, 5000))
    await tables(tx)
      .deleteFrom('satisfaction_waiting')
      .where('region_code', '=', region)
      .where('period_id', '=', periodId)
      .where('place', 'in', part)
      .execute()
}

/** All answers of a period, in no order. Those alike in service and marks come as one text (`43-4…,3333…`, a hyphen for an empty
 *  answer): 100,000 rows would take seconds to read. */
export async function listAnswers(tx: Tx, region: RegionCode, periodId: string): Promise<readonly StoredAnswer[]> {
  const rows = await tables(tx)
    .selectFrom('satisfaction_answer')
    .select(['service_id', 'marks', sql<string>`string_agg(array_to_string(answers, '', '-'), ',')`.as('packed')])
    .where('region_code', '=', region)
    .where('period_id', '=', periodId)
    .groupBy(['service_id', 'marks'])
    .execute()
  return rows.flatMap(({ service_id, marks, packed }) =>
    packed.split(',').map((answers) => ({
      service: service_id,
      marks: marks as Mark[],
      answers: Array.from(answers, (sign) => (sign === '-' ? null : Number(sign))),
    })),
  )
}

export async function countAnswers(
  tx: Tx,
  region: RegionCode,
  periodId: string,
): Promise<readonly { service: string | null; answers: number }[]> {
  const rows = await tables(tx)
    .selectFrom('satisfaction_answer')
    .select(['service_id', (e) => e.fn.countAll<number>().as('n')])
    .where('region_code', '=', region)
    .where('period_id', '=', periodId)
    .groupBy('service_id')
    .execute()
  return rows.map((row) => ({ service: row.service_id, answers: Number(row.n) }))
}

/** Everything stored of a period goes and comes back with new ids, in the order given: shuffled by the caller. */
export async function replaceAnswers(
  tx: Tx,
  region: RegionCode,
  periodId: string,
  answers: readonly (StoredAnswer & { readonly id: string })[],
): Promise<void> {
  await tables(tx)
    .deleteFrom('satisfaction_answer')
    .where('region_code', '=', region)
    .where('period_id', '=', periodId)
    .execute()
  // Four arrays instead of six parameters a row, which would meet the limit of 65,535 at some 10,000 answers.
  await sql`
    insert into satisfaction_answer (region_code, period_id, answer_id, service_id, marks, answers)
    select ${region}, ${periodId}, id, service, string_to_array(marks, ','), string_to_array(answers, ',', '-')::smallint[]
      from unnest(
        ${answers.map(({ id }) => id)}::uuid[],
        ${answers.map(({ service }) => service)}::text[],
        ${answers.map(({ marks }) => marks.join(','))}::text[],
        ${answers.map((answer) => answer.answers.map((one) => one ?? '-').join(','))}::text[]
      ) as fresh (id, service, marks, answers)`.execute(tx)
}

export async function listComments(tx: Tx, region: RegionCode, periodId: string): Promise<readonly string[]> {
  const rows = await tables(tx)
    .selectFrom('satisfaction_comment')
    .select('comment')
    .where('region_code', '=', region)
    .where('period_id', '=', periodId)
    .orderBy('comment_id')
    .execute()
  return rows.map((row) => row.comment)
}

/** As `replaceAnswers`, for comments. */
export async function replaceComments(
  tx: Tx,
  region: RegionCode,
  periodId: string,
  comments: readonly { readonly id: string; readonly comment: string }[],
): Promise<void> {
  await tables(tx)
    .deleteFrom('satisfaction_comment')
    .where('region_code', '=', region)
    .where('period_id', '=', periodId)
    .execute()
  for (const part of chunks(comments, 5000))
    await tables(tx)
      .insertInto('satisfaction_comment')
      .values(part.map(({ id, comment }) => ({ region_code: region, period_id: periodId, comment_id: id, comment })))
      .execute()
}

export async function addCounts(
  tx: Tx,
  region: RegionCode,
  periodId: string,
  counts: readonly { readonly attribute: string; readonly value: string; readonly answers: number }[],
): Promise<void> {
  if (counts.length === 0) return
  await tables(tx)
    .insertInto('satisfaction_count')
    .values(counts.map((count) => ({ region_code: region, period_id: periodId, ...count })))
    .onConflict((c) =>
      c
        .columns(['region_code', 'period_id', 'attribute', 'value'])
        .doUpdateSet({ answers: sql`satisfaction_count.answers + excluded.answers` }),
    )
    .execute()
}

/** Counts by attribute (`channel`, `sex`, `extra:KEY`, …). */
export async function listCounts(
  tx: Tx,
  region: RegionCode,
  periodId: string,
): Promise<Readonly<Record<string, readonly GroupCount[]>>> {
  const rows = await tables(tx)
    .selectFrom('satisfaction_count')
    .select(['attribute', 'value', 'answers'])
    .where('region_code', '=', region)
    .where('period_id', '=', periodId)
    .orderBy('attribute')
    .orderBy('value')
    .execute()
  const found: Record<string, GroupCount[]> = {}
  for (const { attribute, value, answers } of rows) found[attribute] = [...(found[attribute] ?? []), { value, answers }]
  return found
}

function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size)
}
