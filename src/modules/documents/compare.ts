// Someone holds the paper and types values printed on it; the answer is "agrees" or "does not agree" for each.
// Must stay true: ten comparisons per paper and hour, then a pause (counted before the answer, in one statement, so that
// two at once count twice); no value ever leaves; nothing is compared for a revoked paper.
import { sql } from 'kysely'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { keyedHashes } from '../../platform/secrets/seal.ts'
import { printedText } from './prepare.ts'
import { comparable, printedFieldsOf } from './proof/printed.ts'
import type { StoredDocument } from './store.ts'
import type { DocumentTables } from './tables.ts'
import type { Templates } from './templates.ts'

export const TRIES_PER_HOUR = 10
const HOUR_MS = 3_600_000

export type Comparison = {
  readonly answers: readonly { readonly key: string; readonly agrees: boolean }[]
  readonly triesLeft: number
}

/** Refusals: `document-compare-closed` (revoked), `document-compare-two`, `document-compare-paused` with `minutes`. */
export async function compareWithPaper(
  tx: Tx,
  document: StoredDocument,
  typed: Readonly<Record<string, string>>,
  tools: { readonly ring: KeyRing; readonly templates: Templates; readonly at: Date },
): Promise<Result<Comparison>> {
  const template = tools.templates.byKind.get(document.kind)?.template
  if (document.state === 'revoked' || template === undefined) return refuse('document-compare-closed')
  const asked = printedFieldsOf(template).filter(
    ({ key }) => document.printed[key] !== undefined && (typed[key] ?? '').trim() !== '',
  )
  if (asked.length < 2) return refuse('document-compare-two')
  const { tries, windowSince } = await countTry(tx, document.region_code, document.document_id, tools.at)
  if (tries > TRIES_PER_HOUR) {
    const minutes = Math.max(1, Math.ceil((windowSince.getTime() + HOUR_MS - tools.at.getTime()) / 60_000))
    return refuse('document-compare-paused', undefined, { minutes })
  }
  const answers = asked.map(({ key, type }) => {
    const text = printedText(document.document_id, key, comparable(type, typed[key]!))
    return { key, agrees: keyedHashes(tools.ring, text).includes(document.printed[key]!) }
  })
  return accept({ answers, triesLeft: TRIES_PER_HOUR - tries })
}

async function countTry(
  tx: Tx,
  region: RegionCode,
  documentId: string,
  at: Date,
): Promise<{ tries: number; windowSince: Date }> {
  const oldest = new Date(at.getTime() - HOUR_MS)
  const row = await tx
    .withTables<DocumentTables>()
    .insertInto('document_comparison')
    .values({ region_code: region, document_id: documentId, window_since: at, tries: 1 })
    .onConflict((conflict) =>
      conflict.columns(['region_code', 'document_id']).doUpdateSet({
        tries: sql<number>`case when document_comparison.window_since <= ${oldest} then 1 else document_comparison.tries + 1 end`,
        window_since: sql<Date>`case when document_comparison.window_since <= ${oldest} then ${at} else document_comparison.window_since end`,
      }),
    )
    .returning(['tries', 'window_since'])
    .executeTakeFirstOrThrow()
  return { tries: row.tries, windowSince: row.window_since }
}
