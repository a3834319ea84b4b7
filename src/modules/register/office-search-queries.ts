// An officer's search in the register: by the sound of a name, a number, a birth date. Must stay true: nobody browses (a
// place alone finds nobody); numbers leave masked; each person shown is noted in the journal with the purpose.

import { formatDate } from '../../kernel/date-format.ts'
import { parseDateParts } from '../../kernel/date-parse.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import { readSixteenDigits } from '../../kernel/sixteen-digits.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { openSealedText } from '../../platform/secrets/seal.ts'
import { PERSON_STATUSES } from './effect-parts.ts'
import { mayReach, placesOf, READERS } from './office-access.ts'
import { noteLook, type RegisterOffice } from './office-context.ts'
import type { FoundPerson, Masked, SearchTyped, SearchView } from './office-port.ts'
import { isPurpose, type Purpose } from './office-purposes.ts'
import { statusMark } from './office-texts.ts'
import { nikContext } from './person-row.ts'
import { type PersonHit, type PersonQuery, searchPersons } from './search.ts'
import type { RegisterTables } from './tables.ts'

const PAGE = 20
const SHORTEST_NAME = 3
const LONGEST_NAME = 60

export const maskedOf = (digits: string): Masked => ({ start: digits.slice(0, 4), end: digits.slice(-2) })

/** Refusals: `not-found` for somebody who may not search, `register-purpose-missing`, `register-search-empty`, `-short`, `-long`, those of numbers and dates, `too-many`. */
export async function searchRegister(
  office: RegisterOffice,
  visitor: Visitor,
  typed: SearchTyped,
): Promise<Result<SearchView>> {
  const region = visitor.region
  const places = placesOf(visitor, READERS)
  if (region === undefined || places.length === 0) return refuse('not-found')
  const today = todayIn(region.timeZone, office.clock.now().getTime())
  const read = readSearch(typed, today)
  if (!read.ok) return read
  const wait = await office.limits.take('population-search', visitor.actor?.accountId ?? '')
  if (wait !== undefined) return refuse('too-many', undefined, { seconds: wait })
  const { query, purpose, fields } = read.value
  return office.database.inRegion(region.code, async (tx) => {
    const page = {
      limit: PAGE,
      ...(typed.after !== undefined && isUuid(typed.after) ? { after: typed.after } : {}),
    }
    const pages = []
    for (const place of places)
      pages.push(
        await searchPersons(
          tx,
          office.ring,
          region.code,
          { ...query, ...(place === region.code ? {} : { place }), statuses: [...PERSON_STATUSES] },
          page,
        ),
      )
    // The villages of an operator are few; what they found is one list in the order of keys.
    const all = pages.flatMap((one) => one.hits).sort((a, b) => (a.personId < b.personId ? -1 : 1))
    const hits = all.slice(0, PAGE)
    const isMore = all.length > PAGE || pages.some((one) => one.next !== undefined)
    const last = hits.at(-1)
    await noteFound(tx, office, visitor, purpose, hits, fields)
    return accept({
      purpose,
      found: await shown(tx, office, region.code, hits),
      ...(isMore && last !== undefined ? { next: last.personId } : {}),
      within: places
        .map((place) => (place === region.code ? region.name : (office.placeName(place) ?? place)))
        .join(', '),
    })
  })
}

function readSearch(
  typed: SearchTyped,
  today: string,
): Result<{ readonly query: PersonQuery; readonly purpose: Purpose; readonly fields: readonly string[] }> {
  const refusals: Refusal[] = []
  const name = typed.name.trim()
  const letters = name.replace(/[^\p{L}]/gu, '').length
  if (name !== '' && letters < SHORTEST_NAME) refusals.push({ code: 'register-search-short', at: 'name' })
  if ([...name].length > LONGEST_NAME) refusals.push({ code: 'register-search-long', at: 'name' })
  const nik = typed.nik.trim() === '' ? undefined : readSixteenDigits(typed.nik, 'nik', 'nik')
  const kk = typed.kk.trim() === '' ? undefined : readSixteenDigits(typed.kk, 'kk', 'kk')
  const { day, month, year } = typed.birthDate
  const born =
    `${day}${month}${year}`.trim() === ''
      ? undefined
      : parseDateParts(typed.birthDate, 'birthDate', { today, when: 'past' })
  for (const part of [nik, kk, born]) if (part !== undefined && !part.ok) refusals.push(...part.refusals)
  const nothing = name === '' && nik === undefined && kk === undefined && born === undefined
  if (nothing) refusals.push({ code: 'register-search-empty', at: 'name' })
  if (!isPurpose(typed.purpose)) refusals.push({ code: 'register-purpose-missing', at: 'purpose' })
  if (refusals.length > 0 || !isPurpose(typed.purpose)) return refuseAll(refusals)
  const query = {
    ...(name === '' ? {} : { name }),
    ...(nik?.ok === true ? { nik: nik.value } : {}),
    ...(kk?.ok === true ? { kk: kk.value } : {}),
    ...(born?.ok === true ? { birthDate: born.value } : {}),
  }
  return accept({ query, purpose: typed.purpose, fields: Object.keys(query) })
}

async function noteFound(
  tx: Tx,
  office: RegisterOffice,
  visitor: Visitor,
  purpose: Purpose,
  hits: readonly PersonHit[],
  fields: readonly string[],
): Promise<void> {
  const as = mayReach(visitor, READERS, hits[0]?.villageCode ?? placesOf(visitor, READERS)[0] ?? '')
  if (as === undefined) return
  const subjects = hits.map((hit) => hit.personId)
  const action = hits.length === 0 ? 'register.search' : 'person.listed'
  await noteLook(tx, office, visitor, as, { action, purpose, subjects, fields })
}

async function shown(
  tx: Tx,
  office: RegisterOffice,
  region: string,
  hits: readonly PersonHit[],
): Promise<readonly FoundPerson[]> {
  const niks = await maskedNiks(
    tx,
    office,
    region,
    hits.map((hit) => hit.personId),
  )
  return hits.map((hit) => {
    const nik = niks.get(hit.personId)
    return {
      personId: hit.personId,
      name: hit.name,
      ...(nik === undefined ? {} : { nik }),
      born: {
        id: `${hit.birthPlace}, ${formatDate(hit.birthDate, 'id')}`,
        en: `${hit.birthPlace}, ${formatDate(hit.birthDate, 'en')}`,
      },
      village: office.villageName(hit.villageCode) ?? hit.villageCode,
      status: statusMark(hit.status),
    }
  })
}

/** The edges of the numbers of a few people. */
export async function maskedNiks(
  tx: Tx,
  office: Pick<RegisterOffice, 'ring'>,
  region: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Masked>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .withTables<RegisterTables>()
    .selectFrom('person')
    .select(['person_id', 'nik_sealed'])
    .where('region_code', '=', region)
    .where('person_id', 'in', [...ids])
    .execute()
  return new Map(
    rows.flatMap(({ person_id, nik_sealed }) =>
      nik_sealed === null
        ? []
        : [[person_id, maskedOf(openSealedText(office.ring, nik_sealed, nikContext(person_id)))] as const],
    ),
  )
}
