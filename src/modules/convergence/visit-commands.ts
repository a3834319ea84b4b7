// A family assistant was there: what was talked about and found is kept, and the service "assistance visits" counts as received in its
// quarter. Must stay true: only by those who may check in the village; the same form twice is one visit; what was found is sealed.
import { isPlainDate } from '../../kernel/date.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { openSealedText, seal } from '../../platform/secrets/seal.ts'
import { type Acting, entryOf } from './acting.ts'
import { checkService } from './deliver-commands.ts'
import * as people from './people-store.ts'
import { periodOn } from './period.ts'
import { type FamilyVisitRow, insertFamilyVisit } from './visit-store.ts'

export const visitContext = (visitId: string): string => `convergence.family-visit:${visitId}`
const MOST_WORDS = 1000

/** What a visit may be about. */
export const VISIT_TOPICS: readonly { readonly code: string; readonly name: Text }[] = [
  { code: 'food', name: { id: 'Makan bergizi, protein hewani', en: 'Nourishing food, animal protein' } },
  { code: 'breastfeeding', name: { id: 'ASI dan MP-ASI', en: 'Breastfeeding and complementary food' } },
  { code: 'posyandu', name: { id: 'Ajakan ke posyandu, imunisasi', en: 'Going to the posyandu, vaccines' } },
  { code: 'pregnancy', name: { id: 'Periksa hamil, tablet tambah darah', en: 'Antenatal visits, iron tablets' } },
  { code: 'planning', name: { id: 'KB dan jarak kelahiran', en: 'Family planning and spacing' } },
  { code: 'water', name: { id: 'Air bersih, jamban, cuci tangan', en: 'Clean water, latrine, washing hands' } },
  { code: 'smoke', name: { id: 'Rumah tanpa asap rokok', en: 'A home without smoke' } },
  { code: 'help', name: { id: 'Bantuan sosial yang menjadi hak', en: 'Help the family is entitled to' } },
  { code: 'referral', name: { id: 'Rujukan ke bidan atau Puskesmas', en: 'Sent to the midwife or health centre' } },
]

export type VisitInput = {
  readonly visitId: string
  readonly visitedOn: string
  readonly topics: readonly string[]
  readonly words: string
  /** Empty: nothing agreed. */
  readonly nextOn: string
}

/** Refuses `convergence-subject-unknown`, `convergence-visit-*`, `convergence-text-long`. */
export async function noteFamilyVisit(
  tx: Tx,
  acting: Acting,
  ring: KeyRing,
  mayCheckIn: (village: string) => boolean,
  familyId: string,
  input: VisitInput,
): Promise<Result<null>> {
  const family = await people.findFamily(tx, acting.region, familyId)
  if (family === undefined || !mayCheckIn(family.village_code) || !isUuid(input.visitId))
    return refuse('convergence-subject-unknown')
  const faults: Refusal[] = []
  const { visitedOn, nextOn } = input
  const isDay = isPlainDate(visitedOn) && visitedOn <= acting.today
  if (!isDay) faults.push({ code: 'convergence-visit-day', at: 'visitedOn' })
  const topics = VISIT_TOPICS.map(({ code }) => code).filter((code) => input.topics.includes(code))
  if (topics.length === 0) faults.push({ code: 'convergence-visit-topics', at: 'topics' })
  const words = input.words.trim()
  if (words.length > MOST_WORDS)
    faults.push({ code: 'convergence-text-long', at: 'words', params: { max: MOST_WORDS } })
  if (nextOn !== '' && (!isPlainDate(nextOn) || (isDay && nextOn <= visitedOn)))
    faults.push({ code: 'convergence-visit-next', at: 'nextOn' })
  if (faults.length > 0) return refuseAll(faults)
  await insertFamilyVisit(tx, {
    region_code: acting.region,
    family_id: familyId,
    visit_id: input.visitId,
    village_code: family.village_code,
    visited_on: visitedOn,
    topics: [...topics],
    words: words === '' ? null : seal(ring, words, visitContext(input.visitId)),
    next_on: nextOn === '' ? null : nextOn,
    role: acting.role,
    noted_by: acting.actor.accountId,
    noted_at: acting.now,
  })
  await writeJournal(tx, entryOf(acting, 'convergence.family-visit', { subject: familyId, fields: topics }))
  // Only a family at risk is due assistance; a visit to another one is kept all the same.
  const counted = await checkService(tx, acting, mayCheckIn, {
    subject: familyId,
    service: 'assistance',
    period: periodOn(visitedOn).key,
    state: 'received',
    givenOn: visitedOn,
    giver: '',
    programme: '',
    reason: '',
  })
  return counted.ok || counted.refusals.every(({ code }) => code === 'convergence-subject-unknown')
    ? accept(null)
    : counted
}

export const visitWords = (ring: KeyRing, row: FamilyVisitRow): string =>
  row.words === null ? '' : openSealedText(ring, row.words, visitContext(row.visit_id))
