// A record on a past day beside what it is today: the two times of every fact made visible. Must stay true: a fact learned
// later is not shown to whoever asks what was known before; what is closed to the officer's role stays closed in the past.
import { addDays, completedMonths } from '../../kernel/date.ts'
import { parseDateParts } from '../../kernel/date-parse.ts'
import { accept, type Result, refuseAll } from '../../kernel/refusal.ts'
import { instantOf, todayIn } from '../../kernel/zone.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { codeText } from '../catalogue/code-lists.ts'
import { addressLine } from './facts-of-register.ts'
import { type AsOf, findFamilyAsOf, findPersonAsOf, type PersonThen } from './history.ts'
import { familyOf } from './kinship.ts'
import type { DateFields, Difference, PastTyped, PastView } from './office-port.ts'
import { both, fieldText, NOTHING, t, thingMark, valueText } from './office-texts.ts'
import { isClosed } from './record-facts.ts'
import type { FieldValue, Person, RegisterSnapshot } from './snapshot.ts'
import { FIELD_WORDS } from './words.ts'

export type PastAsk = {
  readonly on: string
  readonly knownOn?: string
  readonly asOf: AsOf
  readonly zone: string
}

const isEmpty = ({ day, month, year }: DateFields) => `${day}${month}${year}`.trim() === ''

/** The two days as typed; undefined when nothing was asked. A day that is left out means today. */
export function readPast(typed: PastTyped, today: string, zone: string): Result<PastAsk | undefined> {
  if (isEmpty(typed.on) && isEmpty(typed.known)) return accept(undefined)
  const on = isEmpty(typed.on) ? accept(today) : parseDateParts(typed.on, 'on', { today, when: 'past' })
  const known = isEmpty(typed.known) ? undefined : parseDateParts(typed.known, 'known', { today, when: 'past' })
  const refusals = [...(on.ok ? [] : on.refusals), ...(known === undefined || known.ok ? [] : known.refusals)]
  if (!on.ok || refusals.length > 0) return refuseAll(refusals)
  const knownOn = known?.ok === true ? known.value : undefined
  const knownAt = knownOn === undefined ? undefined : new Date(instantOf(zone, addDays(knownOn, 1), 0) - 1)
  return accept({
    on: on.value,
    zone,
    ...(knownOn === undefined ? {} : { knownOn }),
    asOf: { on: on.value, ...(knownAt === undefined ? {} : { knownAt }) },
  })
}

/** Compared from one day to the next; numbers and protected fields are no part of it. */
const COMPARED = Object.keys(FIELD_WORDS).filter(
  (field) =>
    ![
      'nikStatus',
      'bloodType',
      'disability',
      'phone',
      'email',
      'travelDocument',
      'stayPermit',
      'sealed',
      'flags',
    ].includes(field),
)
/** What a life changes: of somebody first recorded as a grown person, nobody knows it for the days before. */
const CHANGED_BY_LIFE = ['maritalStatus', 'education', 'occupation', 'religion', 'citizenship', 'villageCode']
const MONTHS_OF_A_NEWBORN = 12
const NEVER_MARRIED = '1'

/** Is this a value of the first recording that says nothing about a day so long before it? The first state is dated from the
 *  birth, because name, sex and birth are; a bride of today was no bride as a child. Never married holds backwards. */
export function isUnknownThen(
  field: string,
  value: FieldValue | undefined,
  first: { readonly on: string; readonly recordedOn: string; readonly birthDate: string; readonly alone: boolean },
): boolean {
  if (value === undefined || value === null || !first.alone || !CHANGED_BY_LIFE.includes(field)) return false
  if (field === 'maritalStatus' && value === NEVER_MARRIED) return false
  return first.on < first.recordedOn && completedMonths(first.birthDate, first.recordedOn) >= MONTHS_OF_A_NEWBORN
}

const NAMED = ['motherId', 'fatherId', 'duplicateOf']

export async function readPersonPast(
  tx: Tx,
  ring: KeyRing,
  snapshot: RegisterSnapshot,
  person: Person,
  ask: PastAsk,
  tools: { readonly roles: readonly string[]; villageName(code: string): string | undefined },
): Promise<PastView> {
  const days = { on: ask.on, ...(ask.knownOn === undefined ? {} : { knownOn: ask.knownOn }) }
  const then = await findPersonAsOf(tx, ring, snapshot.region, person.id, ask.asOf)
  if (then === undefined) return days
  const word = (field: string, value: FieldValue | undefined) => {
    if (value === undefined || value === null) return NOTHING
    if (NAMED.includes(field)) return both(snapshot.persons.get(String(value))?.name ?? '–')
    if (field === 'villageCode') return both(tools.villageName(String(value)) ?? String(value))
    return valueText(field, value) ?? NOTHING
  }
  const recordedOn = todayIn(ask.zone, then.firstRecordedAt.getTime())
  let isPartlyUnknown = false
  const past = (field: string, value: FieldValue | undefined) => {
    const first = { on: ask.on, recordedOn, birthDate: then.birthDate, alone: then.fromFirst.has(field) }
    if (!isUnknownThen(field, value, first)) return word(field, value)
    isPartlyUnknown = true
    return t('tidak diketahui', 'not known')
  }
  const rows = COMPARED.filter((field) => !isClosed(person, field, tools.roles)).flatMap((field): Difference[] => {
    const before = fieldOf(then, field)
    const now = fieldOf(person, field)
    return before === undefined && now === undefined
      ? []
      : [{ term: fieldText(field), past: past(field, before), now: word(field, now) }]
  })
  const family = familyOf(snapshot, person.id)
  const relationNow = family?.members.find((one) => one.personId === person.id && one.until === undefined)?.relation
  return {
    ...days,
    facts: [...rows, cardRow(then.card, family?.id, relationNow)],
    ...(isPartlyUnknown ? { unknownBefore: recordedOn } : {}),
  }
}

function fieldOf(thing: object, field: string): FieldValue | undefined {
  return (thing as Readonly<Record<string, FieldValue | undefined>>)[field]
}

function cardRow(then: PersonThen['card'], familyNow: string | undefined, relationNow: string | undefined): Difference {
  const as = (relation: string | undefined) =>
    relation === undefined ? NOTHING : (codeText('familyRelation', relation) ?? both(relation))
  const before = as(then?.relation)
  const moved = then !== undefined && familyNow !== undefined && then.familyId !== familyNow
  const now = as(relationNow)
  return {
    term: t('Di Kartu Keluarga sebagai', 'On a family card as'),
    past: moved ? { id: `${before.id} (kartu lain)`, en: `${before.en} (another card)` } : before,
    now,
  }
}

export async function readFamilyPast(
  tx: Tx,
  ring: KeyRing,
  snapshot: RegisterSnapshot,
  familyId: string,
  ask: PastAsk,
  villageName: (code: string) => string | undefined,
  namesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<PastView> {
  const days = { on: ask.on, ...(ask.knownOn === undefined ? {} : { knownOn: ask.knownOn }) }
  const then = await findFamilyAsOf(tx, ring, snapshot.region, familyId, ask.asOf)
  const now = snapshot.families.get(familyId)
  if (then === undefined || now === undefined) return days
  const names = await namesOf([
    ...then.members.map((one) => one.personId),
    ...(then.headId === undefined ? [] : [then.headId]),
  ])
  const place = (address: { readonly village: string }) => both(villageName(address.village) ?? address.village)
  const head = now.headId === undefined ? undefined : snapshot.persons.get(now.headId)?.name
  return {
    ...days,
    facts: [
      {
        term: t('Status KK', 'State of the card'),
        past: thingMark(then.status).label,
        now: thingMark(now.status).label,
      },
      {
        term: fieldText('headId'),
        past: both(then.headId === undefined ? '–' : (names.get(then.headId) ?? '–')),
        now: both(head ?? '–'),
      },
      { term: fieldText('address'), past: both(addressLine(then.address)), now: both(addressLine(now.address)) },
      { term: t('Desa', 'Village'), past: place(then.address), now: place(now.address) },
    ],
    members: then.members.map((member) => ({
      name: names.get(member.personId) ?? '–',
      as: codeText('familyRelation', member.relation) ?? both(member.relation),
    })),
  }
}
