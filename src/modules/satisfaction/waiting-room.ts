// The sealed form of an answer between its token and its release: sealed under a key that is not in the database, padded to
// one length, named by a keyed hash of its token, so that a second sending of the same token replaces the first.
// Must stay true: without the key a waiting row tells nothing but its period; every sealed answer has the same length.
import { createHash } from 'node:crypto'
import type { Token } from '../../kernel/id.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { keyedHash, openSealed, openSealedText, seal } from '../../platform/secrets/seal.ts'

/** Purpose of the keys of the survey in the ring; `ensureSurveyKey` makes the first one. */
export const SURVEY_KEY = 'survey'

/** What waits. `minute` and `device` serve the marks only and end here. */
export type SealedAnswer = {
  /** Null for a paper form. */
  readonly tokenHash: string | null
  readonly service: string
  readonly channel: string
  readonly minute: number
  readonly device: string | null
  readonly lastDay: boolean
  readonly answers: readonly (number | null)[]
  readonly about: Readonly<Record<string, string>>
  readonly extras: Readonly<Record<string, number>>
  readonly comment: string
}

const LENGTH = 8192

export interface WaitingRoom {
  /** Names the waiting row of a token (or of one paper form); only the key's holder can compute it. */
  place(periodId: string, key: string): string
  seal(periodId: string, answer: SealedAnswer): Uint8Array
  /** Throws SealBroken when the bytes were changed or belong to another region or period. */
  open(periodId: string, sealed: Uint8Array): SealedAnswer
  /** A token kept for its notice and its one reminder, until it is used. */
  sealToken(caseId: string, token: Token): Uint8Array
  openToken(caseId: string, sealed: Uint8Array): Token
}

/** What the database keeps of a token. 130 random bits need no salt. */
export function hashToken(token: Token): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Makes the survey's first key where the ring has none; call once at the start. Losing it loses what waits, nothing else. */
export async function ensureSurveyKey(ring: KeyRing): Promise<void> {
  if (ring.all(SURVEY_KEY).length === 0) await ring.rotate(SURVEY_KEY)
}

/** The waiting room of one region. */
export function waitingRoomOf(ring: KeyRing, region: string): WaitingRoom {
  const answers = (periodId: string) => `satisfaction.waiting:${region}:${periodId}`
  const tokens = (caseId: string) => `satisfaction.invitation:${region}:${caseId}`
  return {
    place: (periodId, key) => keyedHash(ring, `${region}\n${periodId}\n${key}`, SURVEY_KEY),
    seal: (periodId, answer) => seal(ring, pad(Buffer.from(JSON.stringify(answer))), answers(periodId), SURVEY_KEY),
    open: (periodId, sealed) =>
      JSON.parse(unpad(openSealed(ring, sealed, answers(periodId), SURVEY_KEY)).toString()) as SealedAnswer,
    sealToken: (caseId, token) => seal(ring, token, tokens(caseId), SURVEY_KEY),
    openToken: (caseId, sealed) => openSealedText(ring, sealed, tokens(caseId), SURVEY_KEY),
  }
}

// Length first, then the text, then zeros: the length of a comment must not be seen from outside.
function pad(plain: Buffer): Buffer {
  if (plain.length > LENGTH - 4)
    throw new RangeError(`An answer of ${plain.length} bytes does not fit the waiting room`)
  const padded = Buffer.alloc(LENGTH)
  padded.writeUInt32BE(plain.length)
  plain.copy(padded, 4)
  return padded
}

function unpad(padded: Buffer): Buffer {
  return padded.subarray(4, 4 + padded.readUInt32BE())
}
