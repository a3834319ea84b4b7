// What the card pages read: the queue with the names to print, the blanks of the year, the packets that wait. Must stay true:
// only what an officer's services and places reach; reading names is journalled; no list costs more than its page.
import { formatDate, formatDateShort, formatInstant } from '../../kernel/date-format.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { stateOf } from '../catalogue/process.ts'
import { sumCardDays } from '../documents/blank-store.ts'
import { findNextBlank } from '../documents/blanks.ts'
import { listCardsOfCase, listCardsOfCases, listStock, listStockMoves } from '../documents/card-store.ts'
import { MAIN_OFFICE, UNCOLLECTED_DAYS } from '../documents/cards.ts'
import type { CardKind } from '../documents/tables.ts'
import { officeCase, unitOf } from './access.ts'
import { countDesk, type DeskCardRow, listDesk } from './card-desk-store.ts'
import type { DeskCard, DeskView, PacketLine, PacketListView, PacketView, StockLine, StockView } from './card-port.ts'
import { isStockKeeper } from './card-stock-commands.ts'
import { CARD_STATES, KIND_NAMES, MOVE_CAUSES } from './card-words.ts'
import { findConflict } from './commands.ts'
import type { CasesContext } from './context.ts'
import { IDENTITY } from './hand-over-commands.ts'
import { readKey, scopesOf } from './work-list-queries.ts'
import { countWork, listWork } from './worklist-store.ts'

const PAGE = 20
const COUNT_BOUND = 1000
const MOVE_DAYS = 30
const DAY_MS = 86_400_000
const KINDS: readonly CardKind[] = ['ktp-el', 'kia']

const scopesFor = (visitor: Visitor, turn: string) => scopesOf(visitor).filter((scope) => scope.turn === turn)

async function namesOf(
  tx: Tx,
  context: CasesContext,
  visitor: Visitor,
  personIds: readonly string[],
  role: string,
  /** The one packet that is opened; whose it is then learns of it. A list is noted without the names on it. */
  packet?: string,
): Promise<(personId: string) => string> {
  const region = visitor.region!.code
  if (personIds.length === 0) return () => ''
  const people = [...new Set(personIds)]
  const snapshot = await context.register.loadSnapshot(tx, region, { personIds: people })
  const read = {
    at: context.clock.now(),
    actor: visitor.actor!.accountId,
    role,
    ...unitOf(visitor, role),
    device: visitor.device,
    fields: ['name'],
  }
  if (packet === undefined) await writeJournal(tx, { ...read, action: 'card.list-read' })
  else
    await writeJournal(
      tx,
      people.map((subject) => ({ ...read, action: 'card.read', caseId: packet, subject })),
    )
  return (personId) => snapshot.persons.get(personId)?.name ?? ''
}

/** The queue of one kind: what is to be printed, oldest first, and what was printed and is to be checked. */
export async function readDesk(
  context: CasesContext,
  visitor: Visitor,
  kind: CardKind,
  after?: string,
  from = 1,
): Promise<DeskView> {
  const region = visitor.region!
  const scopes = scopesFor(visitor, 'production')
  const key = readKey(after)
  return context.database.inRegion(region.code, async (tx) => {
    const filter = (state: 'wanted' | 'printed', of: CardKind = kind) => ({ office: MAIN_OFFICE, kind: of, state })
    const rows = await listDesk(tx, region.code, scopes, filter('wanted'), {
      limit: PAGE + 1,
      ...(key === undefined ? {} : { after: { at: key.dueAt, cardId: key.caseId } }),
    })
    const checks = await listDesk(tx, region.code, scopes, filter('printed'), { limit: 50 })
    const shown = rows.slice(0, PAGE)
    const nameOf = await namesOf(
      tx,
      context,
      visitor,
      [...shown, ...checks].map((row) => row.person_id),
      'production',
    )
    const line = (row: DeskCardRow): Promise<DeskCard> => deskCard(context, visitor, row, nameOf(row.person_id))
    const counts: Record<CardKind, number> = { 'ktp-el': 0, kia: 0 }
    for (const of of KINDS)
      for (const state of ['wanted', 'printed'] as const)
        counts[of] += await countDesk(tx, region.code, scopes, filter(state, of), COUNT_BOUND)
    const stock = (await listStock(tx, region.code, MAIN_OFFICE)).find((one) => one.kind === kind)
    const next = await findNextBlank(tx, region.code, MAIN_OFFICE, kind)
    const last = shown.at(-1)
    return {
      kind,
      counts,
      toPrint: await Promise.all(shown.map(line)),
      toCheck: await Promise.all(checks.map(line)),
      ...(next === undefined ? {} : { nextBlank: next }),
      stock: { level: stock?.level ?? 0, isLow: stock?.isLow ?? true },
      from,
      ...(rows.length > PAGE && last !== undefined ? { next: `${last.wanted_at.toISOString()}~${last.card_id}` } : {}),
    }
  })
}

async function deskCard(context: CasesContext, visitor: Visitor, row: DeskCardRow, name: string): Promise<DeskCard> {
  const region = visitor.region!
  const offered = await context.services.find(region.code, row.service_id)
  const place = row.village_code === null ? '' : (context.villageName(row.village_code) ?? row.village_code)
  const [village = '', district = ''] = place.split(', ')
  return {
    cardId: row.card_id,
    caseId: row.case_id,
    number: row.number ?? '',
    name,
    serviceName: offered?.service.definition.texts.name ?? { id: row.service_id, en: row.service_id },
    village,
    district,
    wantedOn: formatDateShort(todayIn(region.timeZone, row.wanted_at.getTime()), visitor.language),
    spoiled: row.spoiled,
    ...(row.blank_number === null ? {} : { blank: row.blank_number }),
  }
}

/** The blanks of this year: where they came from and what became of them, and the last movements. */
export async function readStock(context: CasesContext, visitor: Visitor): Promise<StockView> {
  const region = visitor.region!
  const now = context.clock.now()
  const today = todayIn(region.timeZone, now.getTime())
  const year = today.slice(0, 4)
  return context.database.inRegion(
    region.code,
    async (tx) => {
      const levels = await listStock(tx, region.code, MAIN_OFFICE)
      const sums = await sumCardDays(tx, region.code, `${year}-01-01`, today, MAIN_OFFICE)
      const lines: StockLine[] = []
      const moves = []
      for (const kind of KINDS) {
        const stock = levels.find((one) => one.kind === kind)
        const sum = sums.find((one) => one.kind === kind)
        const { received = 0, printed = 0, spoiled = 0, counted = 0, handed = 0 } = sum ?? {}
        const level = stock?.level ?? 0
        const next = await findNextBlank(tx, region.code, MAIN_OFFICE, kind)
        lines.push({
          kind,
          level,
          warnBelow: stock?.warnBelow ?? 50,
          isLow: stock?.isLow ?? true,
          opening: level - received + printed - counted,
          received,
          printed,
          spoiled,
          counted,
          handed,
          ...(next === undefined ? {} : { nextBlank: next }),
        })
        const since = new Date(now.getTime() - MOVE_DAYS * DAY_MS)
        moves.push(
          ...(await listStockMoves(tx, region.code, MAIN_OFFICE, kind, since, new Date(now.getTime() + 1))).slice(
            0,
            25,
          ),
        )
      }
      return {
        year,
        now: formatDate(today, visitor.language),
        mayChange: isStockKeeper(visitor),
        lines,
        moves: moves
          .sort((a, b) => b.at.getTime() - a.at.getTime())
          .slice(0, 30)
          .map((move) => ({
            when: formatInstant(move.at.getTime(), region.timeZone, visitor.language),
            kind: move.kind,
            cause: MOVE_CAUSES[move.cause] ?? { id: move.cause, en: move.cause },
            change: move.change,
            note: move.note ?? '',
          })),
      }
    },
    { readOnly: true },
  )
}

/** Packets that wait for their receiver, those due first; or those that have waited 30 days and more. */
export async function readPackets(
  context: CasesContext,
  visitor: Visitor,
  filter: 'all' | 'uncollected',
  after?: string,
  from = 1,
): Promise<PacketListView> {
  const region = visitor.region!
  const scopes = scopesFor(visitor, 'delivery')
  const key = readKey(after)
  const limit = new Date(context.clock.now().getTime() - UNCOLLECTED_DAYS * DAY_MS)
  return context.database.inRegion(region.code, async (tx) => {
    const options = { state: 'ready', ...(filter === 'uncollected' ? { sinceBefore: limit } : {}) }
    const pages = []
    for (const scope of scopes)
      pages.push(
        ...(await listWork(tx, region.code, scope, {
          limit: PAGE + 1,
          ...options,
          ...(key === undefined ? {} : { after: key }),
        })),
      )
    const rows = pages.sort((a, b) => a.due_at!.getTime() - b.due_at!.getTime() || (a.case_id < b.case_id ? -1 : 1))
    const shown = rows.slice(0, PAGE)
    const cards = await listCardsOfCases(
      tx,
      region.code,
      shown.map((row) => row.case_id),
    )
    const nameOf = await namesOf(
      tx,
      context,
      visitor,
      cards.map((card) => card.person_id),
      'delivery',
    )
    const lines = shown.map((row): PacketLine => {
      const own = cards.filter((card) => card.case_id === row.case_id)
      const since = Math.max(...own.map((card) => card.ready_at?.getTime() ?? 0), 0)
      const held = KINDS.map((kind) => ({ kind, count: own.filter((card) => card.kind === kind).length })).filter(
        (one) => one.count > 0,
      )
      return {
        caseId: row.case_id,
        number: row.number ?? '',
        names: [...new Set(own.map((card) => nameOf(card.person_id)))],
        village: row.village_code === null ? '' : (context.villageName(row.village_code) ?? row.village_code),
        cards: {
          id: held.map((one) => `${one.count} ${KIND_NAMES[one.kind].id}`).join(', '),
          en: held.map((one) => `${one.count} ${KIND_NAMES[one.kind].en}`).join(', '),
        },
        readySince: since === 0 ? '' : formatDate(todayIn(region.timeZone, since), visitor.language),
        isUncollected: since > 0 && since <= limit.getTime(),
      }
    })
    const count = async (more: { readonly sinceBefore?: Date }): Promise<number> => {
      let sum = 0
      for (const scope of scopes)
        sum += await countWork(tx, region.code, scope, COUNT_BOUND, { state: 'ready', ...more })
      return sum
    }
    const last = shown.at(-1)
    return {
      filter,
      counts: { all: await count({}), uncollected: await count({ sinceBefore: limit }) },
      lines,
      from,
      ...(rows.length > PAGE && last !== undefined ? { next: `${last.due_at!.toISOString()}~${last.case_id}` } : {}),
    }
  })
}

/** One packet at the counter: names, village, cards, what has to be shown. Refuses `not-found` where the officer has no part. */
export async function readPacket(context: CasesContext, visitor: Visitor, caseId: string): Promise<Result<PacketView>> {
  const region = visitor.region!
  return context.database.inRegion(region.code, async (tx): Promise<Result<PacketView>> => {
    const found = isUuid(caseId) ? await officeCase(tx, context, visitor, caseId) : refuse('not-found')
    if (!found.ok) return found
    const file = found.value
    const offered = await context.services.get(region.code, file.serviceId, file.revision)
    const cards = await listCardsOfCase(tx, region.code, caseId)
    const nameOf = await namesOf(
      tx,
      context,
      visitor,
      cards.map((card) => card.person_id),
      'delivery',
      caseId,
    )
    const conflict = await findConflict(tx, context, visitor, file)
    const state = stateOf(offered.service.process, file.state)
    const held = cards.filter((card) => card.state !== 'withdrawn')
    return accept({
      caseId,
      number: file.number ?? '',
      stateLabel: state?.label ?? { id: file.state, en: file.state },
      village: file.villageCode === undefined ? '' : (context.villageName(file.villageCode) ?? file.villageCode),
      cards: held.map((card) => ({
        kind: card.kind,
        name: nameOf(card.person_id),
        ...(card.blank_number === null ? {} : { blank: card.blank_number }),
        state: CARD_STATES[card.state] ?? { id: card.state, en: card.state },
      })),
      originals: [
        { value: IDENTITY, label: { id: 'KTP atau identitas penerima', en: 'Identity card of the receiver' } },
        ...offered.service.definition.documents
          .filter((document) => document.original === 'at-handover')
          .map((document) => ({ value: document.id, label: document.label })),
      ],
      hasCode: file.contact !== undefined && file.contact.channel !== 'none',
      isHandedOver: held.length > 0 && held.every((card) => card.state === 'handed-over'),
      mayHandOver:
        file.state === 'ready' &&
        scopesFor(visitor, 'delivery').length > 0 &&
        held.every((card) => card.state === 'ready'),
      ...(conflict === undefined ? {} : { blocked: visitor.tell(conflict) }),
    })
  })
}
