// A growth card as the answer to a request: drawn, named without whose it is, kept by nobody on the way.
import type { Context } from 'hono'
import type { PlainDate } from '../../kernel/date.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { Report } from '../documents/report.ts'
import { type Card, cardReport } from './card-paper.tsx'

export type CardTools = {
  now(): Date
  today(visitor: Visitor): PlainDate
  drawReport(report: Report): Promise<Uint8Array>
}

export async function cardFile(c: Context, tools: CardTools, visitor: Visitor, card: Card): Promise<Response> {
  const report = cardReport(card, {
    today: tools.today(visitor),
    nowMs: tools.now().getTime(),
    region: visitor.region!.name,
    language: visitor.language,
  })
  return c.body(new Uint8Array(await tools.drawReport(report)), 200, {
    'content-type': 'application/pdf',
    'content-disposition': 'inline; filename="kms.pdf"',
    'cache-control': 'no-store',
  })
}
