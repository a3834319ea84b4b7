// What other modules hear of a plan: person.born, died, moved, corrected, with the key of the person and the date, and
// nothing else. Must stay true: signed, in order for each person (the person's version), no cause, no name, no number.
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import type { Change } from './change.ts'
import type { Plan } from './plan.ts'
import type { EventRow } from './tables.ts'

export type RegisterEventKind = 'person.born' | 'person.died' | 'person.moved' | 'person.corrected'
export type RegisterEvent = {
  readonly eventId: string
  readonly personId: string
  readonly seq: number
  readonly kind: RegisterEventKind
  readonly date: string
}

/** Elements of a person that others keep a copy of. */
const COPIED = new Set([
  'name',
  'sex',
  'birthDate',
  'birthPlace',
  'motherId',
  'fatherId',
  'motherName',
  'fatherName',
  'citizenship',
  'duplicateOf',
])
const LEFT = new Set(['moving', 'moved-out', 'abroad'])

/** The events of a plan, at most one of a kind for each person. */
export function eventsOf(
  plan: Pick<Plan, 'changes' | 'result' | 'from'>,
  newId: () => string,
): readonly RegisterEvent[] {
  const found = new Map<string, { personId: string; kind: RegisterEventKind; date: string }>()
  const created = new Set(
    plan.changes.flatMap((change) => (change.kind === 'person-created' ? [change.person.id] : [])),
  )
  for (const change of plan.changes) {
    const event = eventOf(change, plan.from)
    if (event === undefined) continue
    // Of somebody who is new others hear once: that they came, or that they died.
    if (created.has(event.personId) && change.kind !== 'person-created') {
      if (event.kind !== 'person.died') continue
      for (const kind of ['person.born', 'person.moved']) found.delete(`${event.personId} ${kind}`)
    }
    found.set(`${event.personId} ${event.kind}`, event)
  }
  const versions = new Map(plan.result.persons.map(({ person }) => [person.id, person.version]))
  return [...found.values()].map((event) => ({ ...event, eventId: newId(), seq: versions.get(event.personId) ?? 1 }))
}

function eventOf(
  change: Change,
  from: string,
): { personId: string; kind: RegisterEventKind; date: string } | undefined {
  if (change.kind === 'person-created') {
    const isBirth = change.origin === 'birth'
    return {
      personId: change.person.id,
      kind: isBirth ? 'person.born' : 'person.moved',
      date: isBirth ? change.person.birthDate : from,
    }
  }
  if (change.kind !== 'field-set') return undefined
  const { personId, field, after, before } = change
  if (field === 'status') {
    if (after === 'deceased') return { personId, kind: 'person.died', date: change.from }
    const moved = LEFT.has(String(after)) || (after === 'active' && LEFT.has(String(before)))
    return { personId, kind: moved ? 'person.moved' : 'person.corrected', date: change.from }
  }
  if (field === 'villageCode') return { personId, kind: 'person.moved', date: change.from }
  return COPIED.has(field) ? { personId, kind: 'person.corrected', date: change.from } : undefined
}

const PURPOSE = 'journal-sign'
/** DER of an Ed25519 private key (RFC 8410) up to its 32 bytes of seed. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const keys = new WeakMap<Buffer, KeyObject>()

function privateKey(bytes: Buffer): KeyObject {
  const known = keys.get(bytes)
  if (known !== undefined) return known
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, bytes]), format: 'der', type: 'pkcs8' })
  keys.set(bytes, key)
  return key
}

function form(region: string, event: RegisterEvent): Buffer {
  return Buffer.from(
    `puja-register-event 1\n${region}\n${event.eventId}\n${event.personId}\n${event.seq}\n${event.kind}\n${event.date}\n`,
  )
}

export function eventRow(ring: KeyRing, region: string, event: RegisterEvent, recordedAt: Date): EventRow {
  const secret = ring.current(PURPOSE)
  return {
    region_code: region,
    event_id: event.eventId,
    person_id: event.personId,
    person_seq: event.seq,
    kind: event.kind,
    event_date: event.date,
    recorded_at: recordedAt,
    key_id: secret.id,
    signature: sign(null, form(region, event), privateKey(secret.bytes)),
    position: null,
  }
}

/** True when the event was signed by the key it names and nothing in it was changed. */
export function isEventGenuine(
  ring: KeyRing,
  region: string,
  event: RegisterEvent,
  keyId: string,
  signature: Uint8Array,
): boolean {
  if (!ring.all(PURPOSE).some((key) => key.id === keyId)) return false
  return verify(null, form(region, event), createPublicKey(privateKey(ring.byId(PURPOSE, keyId).bytes)), signature)
}
