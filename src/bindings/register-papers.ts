// Papers and cards about a person, a family or a deed, for the register's pages: what the archive holds, newest first.
import type { Text } from '../kernel/text.ts'
import type { Templates } from '../modules/documents/templates.ts'
import type { HeldPaper } from '../modules/register/office-context.ts'
import type { Tx } from '../platform/db/tx.ts'

type Tables = {
  document: {
    region_code: string
    kind: string
    of_id: string
    number: string
    state: 'valid' | 'superseded' | 'revoked'
    state_since: Date
    document_id: string
  }
  card: { region_code: string; kind: string; person_id: string; state: string; state_since: Date }
}
const CARDS: Readonly<Record<string, Text>> = {
  'ktp-el': { id: 'KTP-el', en: 'KTP-el' },
  kia: { id: 'Kartu Identitas Anak (KIA)', en: 'Child identity card (KIA)' },
}
const CARD_STATES: Readonly<Record<string, string>> = {
  wanted: 'menunggu dicetak',
  printed: 'sudah dicetak',
  ready: 'siap diambil',
  'handed-over': 'sudah diserahkan',
  withdrawn: 'ditarik',
}
const MOST = 30

export async function readPapersOf(
  tx: Tx,
  templates: Templates,
  region: string,
  ids: readonly string[],
): Promise<readonly HeldPaper[]> {
  if (ids.length === 0) return []
  const tables = tx.withTables<Tables>()
  const papers = await tables
    .selectFrom('document')
    .select(['kind', 'of_id', 'number', 'state', 'state_since'])
    .where('region_code', '=', region)
    .where('of_id', 'in', [...ids])
    .orderBy('document_id', 'desc')
    .limit(MOST)
    .execute()
  const cards = await tables
    .selectFrom('card')
    .select(['kind', 'person_id', 'state', 'state_since'])
    .where('region_code', '=', region)
    .where('person_id', 'in', [...ids])
    .orderBy('state_since', 'desc')
    .limit(MOST)
    .execute()
  return [
    ...papers.map((paper) => ({
      ofId: paper.of_id,
      name: templates.byKind.get(paper.kind)?.template.name ?? { id: paper.kind, en: paper.kind },
      // A family card's number is the KK itself: its edges only.
      number: paper.number.replace(/\b(\d{4})\d{10}(\d{2})\b/, '$1••••••••••$2'),
      state: paper.state,
      since: paper.state_since,
    })),
    ...cards.map((card) => ({
      ofId: card.person_id,
      name: CARDS[card.kind] ?? { id: card.kind, en: card.kind },
      number: CARD_STATES[card.state] ?? card.state,
      state: card.state === 'withdrawn' ? ('revoked' as const) : ('card' as const),
      since: card.state_since,
    })),
  ]
}
