// One record of the register for an officer: person, family or deed, with its past. Must stay true: outside the officer's
// place it does not exist; without a purpose nothing is read; every look is noted for the people it is about.
import { formatDate } from '../../kernel/date-format.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Assignment, Visitor } from '../../platform/http/visitor.ts'
import { codeText } from '../catalogue/code-lists.ts'
import { type HistoryEntry, listHistory } from './history.ts'
import { familyOf, openMembers } from './kinship.ts'
import { loadSnapshot } from './load.ts'
import { mayReach, NUMBER_OPENERS, READERS, reachOf } from './office-access.ts'
import { noteLook, type RegisterOffice } from './office-context.ts'
import type { HistoryLine, PaperLine, RecordAsk, RecordKind, RecordView } from './office-port.ts'
import { isPurpose, type Purpose } from './office-purposes.ts'
import { maskedOf } from './office-search-queries.ts'
import { both, dayText, fieldText, statusMark, t, thingMark, valueText } from './office-texts.ts'
import { readFamilyPast, readPast, readPersonPast } from './past-queries.ts'
import {
  deedFacts,
  deedLines,
  familyFacts,
  isClosed,
  kinOf,
  memberLines,
  openedFacts,
  partyLines,
  personFacts,
  type RecordLens,
} from './record-facts.ts'
import type { Person, RegisterSnapshot } from './snapshot.ts'
import type { RegisterTables } from './tables.ts'
import { DEED_WORDS } from './words.ts'

const HISTORY_PAGE = 20
const NO_DAY = { day: '', month: '', year: '' }

export function recordHref(base: string, kind: RecordKind, id: string, purpose: Purpose): string {
  const folder = { person: 'persons', family: 'families', deed: 'deeds' }[kind]
  return `${base}/office/register/${folder}/${id}?for=${purpose}`
}

type Seen = {
  readonly tx: Tx
  readonly office: RegisterOffice
  readonly visitor: Visitor
  readonly region: string
  readonly today: string
  readonly purpose: Purpose
  readonly snapshot: RegisterSnapshot
  readonly as: Assignment
  readonly lens: RecordLens
}

/** Refusals: `not-found`, `register-purpose-missing`, those of the two days. */
export async function readRecord(
  office: RegisterOffice,
  visitor: Visitor,
  kind: RecordKind,
  id: string,
  ask: RecordAsk,
): Promise<Result<RecordView>> {
  return look(office, visitor, kind, id, ask)
}

/** With whole numbers and protected fields. Refusals: also `register-reason-missing`, `register-reason-number`. */
export async function openRecord(
  office: RegisterOffice,
  visitor: Visitor,
  kind: RecordKind,
  id: string,
  ask: { readonly purpose?: string; readonly reason: string },
): Promise<Result<RecordView>> {
  const reason = ask.reason.trim().slice(0, 300)
  return look(office, visitor, kind, id, { ...ask, past: { on: NO_DAY, known: NO_DAY } }, reason)
}

async function look(
  office: RegisterOffice,
  visitor: Visitor,
  kind: RecordKind,
  id: string,
  ask: RecordAsk,
  reason?: string,
): Promise<Result<RecordView>> {
  const region = visitor.region
  if (region === undefined || !isUuid(id)) return refuse('not-found')
  const today = todayIn(region.timeZone, office.clock.now().getTime())
  return office.database.inRegion(region.code, async (tx) => {
    const found = await findRecord(tx, office, visitor, kind, id)
    if (found === undefined) return refuse('not-found')
    const { purpose } = ask
    if (!isPurpose(purpose)) return refuse('register-purpose-missing', 'for')
    const past = readPast(ask.past, today, region.timeZone)
    if (!past.ok) return past
    const mayOpen = kind !== 'deed' && mayReach(visitor, NUMBER_OPENERS, found.village) !== undefined
    if (reason !== undefined) {
      const wrong = mayOpen ? wrongReason(reason) : { code: 'not-found' }
      if (wrong !== undefined) return refuseAll([wrong])
    }
    const roles = reachOf(visitor, READERS).map((one) => one.role)
    const lens: RecordLens = {
      snapshot: found.snapshot,
      roles,
      linkTo: (to, other, village) =>
        mayReach(visitor, READERS, village) === undefined
          ? undefined
          : recordHref(`/${region.code}`, to, other, purpose),
      villageName: (code) => office.villageName(code),
    }
    const seen: Seen = { tx, office, visitor, region: region.code, today, purpose, lens, ...found }
    const body = await { person: personView, family: familyView, deed: deedView }[kind](seen, id, past.value)
    const history = await historyOf(seen, id, ask.before)
    await noteLook(tx, office, visitor, found.as, {
      action: reason === undefined ? `${kind}.read` : `${kind}.opened`,
      purpose,
      subjects: body.subjects,
      fields: [...body.view.facts.map((fact) => fact.term.en), ...(past.value === undefined ? [] : ['history'])],
      ...(reason === undefined ? {} : { words: reason }),
    })
    return accept({
      kind,
      id,
      purpose,
      ...body.view,
      papers: await papersOf(seen, body.paperIds),
      ...history,
      typed: ask.past,
      mayOpen: mayOpen && reason === undefined,
      ...(reason === undefined ? {} : { opened: body.opened }),
    })
  })
}

function wrongReason(reason: string): Refusal | undefined {
  // Signs alone tell nobody anything: the reason is read by whoever watches over reads.
  if ((reason.match(/\p{L}/gu)?.length ?? 0) < 5) return { code: 'register-reason-missing', at: 'reason' }
  return /\d{16}/.test(reason.replace(/[\s.]/g, '')) ? { code: 'register-reason-number', at: 'reason' } : undefined
}

/** The record and the village by which it may be seen; a deed by the village of any of its people. */
async function findRecord(
  tx: Tx,
  office: RegisterOffice,
  visitor: Visitor,
  kind: RecordKind,
  id: string,
): Promise<{ snapshot: RegisterSnapshot; as: Assignment; village: string } | undefined> {
  const region = visitor.region?.code ?? ''
  const keys =
    kind === 'person' ? { personIds: [id] } : kind === 'family' ? { familyIds: [id] } : await deedKeys(tx, region, id)
  const snapshot = await loadSnapshot(tx, office.ring, region, keys)
  const villages =
    kind === 'person'
      ? [snapshot.persons.get(id)?.villageCode]
      : kind === 'family'
        ? [snapshot.families.get(id)?.address.village]
        : (snapshot.deeds.get(id)?.parties ?? []).map((one) => snapshot.persons.get(one.personId ?? '')?.villageCode)
  for (const village of villages) {
    if (village === undefined) continue
    const as = mayReach(visitor, READERS, village)
    if (as !== undefined) return { snapshot, as, village }
  }
  return undefined
}

async function deedKeys(tx: Tx, region: string, deedId: string) {
  const rows = await tx
    .withTables<RegisterTables>()
    .selectFrom('deed_party')
    .select('person_id')
    .where('region_code', '=', region)
    .where('deed_id', '=', deedId)
    .limit(20)
    .execute()
  return { personIds: rows.map((row) => row.person_id) }
}

type Body = {
  readonly view: Pick<RecordView, 'title' | 'lead' | 'status' | 'facts' | 'kin' | 'deeds' | 'nik' | 'kk' | 'past'>
  readonly subjects: readonly string[]
  readonly paperIds: readonly string[]
  readonly opened: RecordView['opened'] & object
}
type Past = Parameters<typeof readPersonPast>[4] | undefined

async function personView(seen: Seen, id: string, past: Past): Promise<Body> {
  const { snapshot, lens, tx, office } = seen
  const person = personIn(snapshot, id)
  const family = familyOf(snapshot, id)
  const born = dayText(person.birthDate)
  return {
    view: {
      title: [person.titleBefore, person.name, person.titleAfter].filter(Boolean).join(' '),
      lead: { id: `Lahir di ${person.birthPlace}, ${born.id}`, en: `Born in ${person.birthPlace}, ${born.en}` },
      status: statusMark(person.status),
      ...(person.nik === undefined ? {} : { nik: maskedOf(person.nik) }),
      facts: personFacts(person, lens),
      kin: kinOf(person, lens),
      deeds: deedLines(person, lens),
      ...(past === undefined
        ? {}
        : {
            past: await readPersonPast(tx, office.ring, snapshot, person, past, {
              roles: lens.roles,
              villageName: (code) => office.villageName(code),
            }),
          }),
    },
    subjects: [id],
    paperIds: [
      id,
      ...(family === undefined ? [] : [family.id]),
      ...[...snapshot.deeds.values()]
        .filter((deed) => deed.parties.some((one) => one.personId === id))
        .map((deed) => deed.id),
    ],
    opened: openedFacts(person, family, lens.roles),
  }
}

function personIn(snapshot: RegisterSnapshot, id: string): Person {
  const person = snapshot.persons.get(id)
  if (person === undefined) throw new Error('A record that was found is not in its snapshot.')
  return person
}

async function familyView(seen: Seen, id: string, past: Past): Promise<Body> {
  const { snapshot, lens, tx, office, region } = seen
  const family = snapshot.families.get(id)
  if (family === undefined) throw new Error('A record that was found is not in its snapshot.')
  const head = family.headId === undefined ? undefined : snapshot.persons.get(family.headId)
  return {
    view: {
      title: head?.name ?? '–',
      lead: t('Kartu Keluarga', 'Family card'),
      status: thingMark(family.status),
      ...(family.kk === undefined ? {} : { kk: maskedOf(family.kk) }),
      facts: familyFacts(family, lens),
      kin: memberLines(family, lens),
      deeds: [],
      ...(past === undefined
        ? {}
        : {
            past: await readFamilyPast(
              tx,
              office.ring,
              snapshot,
              id,
              past,
              (code) => office.villageName(code),
              (ids) => namesOf(tx, region, ids),
            ),
          }),
    },
    subjects: openMembers(family).map((one) => one.personId),
    paperIds: [id],
    opened: [{ term: fieldText('kk'), value: both(family.kk ?? '–') }],
  }
}

async function deedView({ snapshot, lens }: Seen, id: string): Promise<Body> {
  const deed = snapshot.deeds.get(id)
  if (deed === undefined) throw new Error('A record that was found is not in its snapshot.')
  return {
    view: {
      title: deed.number,
      lead: DEED_WORDS[deed.register],
      status: thingMark(deed.status),
      facts: deedFacts(deed, lens),
      kin: partyLines(deed, lens),
      deeds: [],
    },
    subjects: deed.parties.flatMap((one) => (one.personId === undefined ? [] : [one.personId])),
    paperIds: [id],
    opened: [],
  }
}

async function namesOf(tx: Tx, region: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .withTables<RegisterTables>()
    .selectFrom('person')
    .select(['person_id', 'name'])
    .where('region_code', '=', region)
    .where('person_id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.name]))
}

async function papersOf({ tx, office, region, visitor }: Seen, ids: readonly string[]): Promise<readonly PaperLine[]> {
  const zone = visitor.region?.timeZone ?? 'Asia/Makassar'
  return (await office.papersOf(tx, region, ids)).map((paper) => ({
    name: paper.name,
    number: paper.number,
    since: formatDate(todayIn(zone, paper.since.getTime()), visitor.language),
    state: thingMark(paper.state),
  }))
}

/** The history of a thing, one page; the values of closed fields stay out. */
async function historyOf(
  { tx, region, visitor, snapshot, lens }: Seen,
  id: string,
  before: string | undefined,
): Promise<Pick<RecordView, 'history' | 'olderFrom'>> {
  const zone = visitor.region?.timeZone ?? 'Asia/Makassar'
  const person = snapshot.persons.get(id)
  const isOfficer = reachOf(visitor, ['front-office', 'verifier', 'validator', 'head']).length > 0
  const rows = await listHistory(tx, region, id, {
    limit: HISTORY_PAGE + 1,
    ...(before !== undefined && isUuid(before) ? { before } : {}),
  })
  const history = rows.slice(0, HISTORY_PAGE).map((entry): HistoryLine => {
    const isShut = entry.isSealed || (person !== undefined && isClosed(person, entry.field, lens.roles))
    const value = isShut ? undefined : contentOf(entry, lens)
    return {
      factId: entry.factId,
      title: fieldText(entry.field),
      ...(value === undefined ? {} : { value }),
      isSealed: isShut,
      validFrom: entry.validFrom,
      recordedOn: todayIn(zone, entry.recordedAt.getTime()),
      ...(entry.caseId === undefined || !isOfficer ? {} : { caseHref: `/${region}/office/cases/${entry.caseId}` }),
    }
  })
  const last = history.at(-1)
  return rows.length > HISTORY_PAGE && last !== undefined ? { history, olderFrom: last.factId } : { history }
}

const NAMED = ['motherId', 'fatherId', 'headId', 'duplicateOf']

function contentOf({ field, value }: HistoryEntry, lens: RecordLens): Text | undefined {
  if (NAMED.includes(field) && typeof value === 'string') return both(lens.snapshot.persons.get(value)?.name ?? '–')
  if (field === 'villageCode' && typeof value === 'string') return both(lens.villageName(value) ?? value)
  if (field === 'card' && typeof value === 'object' && value !== null && 'relation' in value) {
    const as = codeText('familyRelation', String(value.relation)) ?? both(String(value.relation))
    return 'until' in value
      ? { id: `keluar, sebelumnya ${as.id.toLowerCase()}`, en: `left, was ${as.en.toLowerCase()}` }
      : { id: `masuk sebagai ${as.id.toLowerCase()}`, en: `joined as ${as.en.toLowerCase()}` }
  }
  return value === undefined || value === null ? undefined : valueText(field, value)
}
