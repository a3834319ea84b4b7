// A partner's question and its answer. Must stay true: signed and fresh before anything is looked at; counted before it is
// answered; asked again with the same id it gets the same answer and counts once; the person it was about sees it in "who
// looked at my data"; nothing tells whether a number exists.
import { isUuid } from '../../kernel/id.ts'
import { accept, refuse } from '../../kernel/refusal.ts'
import { isTenantCode } from '../../kernel/region-code.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { once } from '../../platform/db/once.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Limits } from '../../platform/http/limits.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { isGenuine } from '../../platform/notify/carrier.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { keyedHash, openSealedText } from '../../platform/secrets/seal.ts'
import { loadSnapshot } from '../register/load.ts'
import type { CheckAnswer, SignedQuestion } from './port.ts'
import { compare, faultOfTime, type Known, outcomeOf, type PartnerState, type Question, readQuestion } from './rules.ts'
import { countAsked, countOutcome, findPartner, type PartnerRow } from './store.ts'

export type CheckTools = {
  readonly database: Database
  readonly ring: KeyRing
  readonly clock: Clock
  readonly limits: Limits
  /** The zone of a region, undefined where there is none. */
  readonly zoneOf: (region: string) => Promise<string | undefined>
}
export const partnerKeyContext = (partnerId: string): string => `partner.key:${partnerId}`
const UNKNOWN: CheckAnswer = { ok: false, status: 401, refusal: { code: 'partner-unknown' } }
/** Somebody who left or died is nobody to a partner. */
const ALIVE_HERE = new Set(['active', 'moving'])

async function knownOf(
  tx: Tx,
  tools: CheckTools,
  region: string,
  nik: string,
): Promise<{ readonly personId: string; readonly known: Known | undefined } | undefined> {
  const snapshot = await loadSnapshot(tx, tools.ring, region, { niks: [nik] })
  const person = [...snapshot.persons.values()].find((one) => one.nik === nik)
  if (person === undefined) return undefined
  if (!ALIVE_HERE.has(person.status) || person.duplicateOf !== undefined)
    return { personId: person.id, known: undefined }
  const mother = person.motherId === undefined ? undefined : snapshot.persons.get(person.motherId)?.name
  const family = [...snapshot.families.values()].find(
    ({ status, members }) =>
      status === 'active' && members.some((one) => one.personId === person.id && one.until === undefined),
  )
  return {
    personId: person.id,
    known: {
      name: person.name,
      birthDate: person.birthDate,
      birthPlace: person.birthPlace,
      sex: person.sex,
      motherName: person.motherName ?? mother,
      village: person.villageCode,
      kk: family?.kk,
    },
  }
}

async function answerQuestion(
  tx: Tx,
  tools: CheckTools,
  partner: PartnerRow,
  question: Question,
  day: string,
): Promise<CheckAnswer> {
  const { region_code: region, partner_id: id } = partner
  const done = await once(tx, `partner:${id}:${question.id}`, hashOf(tools, question), async () => {
    const asked = await countAsked(tx, region, id, day)
    if (asked > partner.daily_limit) {
      await countOutcome(tx, region, id, day, 'refused')
      return refuse('partner-many')
    }
    const found = await knownOf(tx, tools, region, question.nik)
    const answers = compare(question.claims, found?.known)
    await countOutcome(tx, region, id, day, outcomeOf(answers))
    await writeJournal(tx, {
      at: tools.clock.now(),
      actor: `partner:${id}`,
      role: 'partner',
      unit: partner.name,
      action: 'person.checked',
      fields: Object.keys(question.claims),
      reason: partner.purpose,
      ...(found === undefined ? {} : { subject: found.personId }),
    })
    return accept(answers)
  })
  if (done.ok) return { ok: true, id: question.id, answers: done.value }
  const refusal = done.refusals[0] ?? { code: 'partner-question' }
  return { ok: false, status: refusal.code === 'partner-many' ? 429 : 422, refusal }
}

/** What makes a question what it is, without its values standing anywhere in the open. */
const hashOf = (tools: CheckTools, question: Question): string =>
  keyedHash(tools.ring, `partner ${question.nik} ${JSON.stringify(question.claims)}`)

export async function checkForPartner(tools: CheckTools, region: string, signed: SignedQuestion): Promise<CheckAnswer> {
  const zone = isTenantCode(region) ? await tools.zoneOf(region) : undefined
  if (zone === undefined || !isUuid(signed.partner)) return UNKNOWN
  const now = tools.clock.now()
  const partner = await tools.database.inRegion(region, (tx) => findPartner(tx, region, signed.partner), {
    readOnly: true,
  })
  if (partner === undefined || partner.key_sealed === null) return UNKNOWN
  const secret = openSealedText(tools.ring, partner.key_sealed, partnerKeyContext(partner.partner_id))
  if (!isGenuine(secret, signed.at, signed.body, signed.signature, now.getTime())) return UNKNOWN
  const day = todayIn(zone, now.getTime())
  const contract = { state: partner.state as PartnerState, fromDay: partner.from_day, untilDay: partner.until_day }
  const refused = async (status: number, code: string, at?: string, waitSeconds?: number): Promise<CheckAnswer> => {
    await tools.database.inRegion(region, async (tx) => {
      await countAsked(tx, region, partner.partner_id, day)
      await countOutcome(tx, region, partner.partner_id, day, 'refused')
    })
    return {
      ok: false,
      status,
      refusal: { code, ...(at === undefined ? {} : { at }) },
      ...(waitSeconds === undefined ? {} : { waitSeconds }),
    }
  }
  const late = faultOfTime(contract, day)
  if (late !== undefined) return refused(403, late.code)
  const question = readQuestion(parse(signed.body), partner.fields, day)
  if (!question.ok) {
    const { code, at } = question.refusals[0]!
    return refused(code === 'partner-field' ? 403 : 422, code, at)
  }
  const wait = await tools.limits.take(
    'partner-subject',
    `${partner.partner_id} ${keyedHash(tools.ring, question.value.nik)}`,
  )
  if (wait !== undefined) return refused(429, 'partner-same', undefined, wait)
  return tools.database.inRegion(region, (tx) => answerQuestion(tx, tools, partner, question.value, day))
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
