// What a QR of ours holds, and what a reader without network may say about it.
// Must stay true: browser-safe; offline the answer is "genuine when issued, state today unknown", never "valid".

import { isToken } from '../../../kernel/id.ts'
import { isTenantCode, type RegionCode } from '../../../kernel/region-code.ts'
import { base64url } from './base64url.ts'
import { comparable, type PrintedField, printedHash } from './printed.ts'
import { type ProofPayload, type PublishedKeys, readProof } from './proof.ts'
import type { RevokedList } from './revoked-list.ts'

export type ScannedCode = { readonly region: RegionCode; readonly token: string; readonly proof?: string }

/** `https://host/63.11/v/TOKEN#PROOF`. The part behind # never reaches a server. */
export function qrContent(origin: string, region: RegionCode, token: string, proof: string): string {
  return `${origin}/${region}/v/${token}#${proof}`
}

/** Undefined when the text is no address of a document page, whoever made it. */
export function readQrContent(text: string): ScannedCode | undefined {
  const match = /^https?:\/\/[^/\s]+\/([0-9.]{2,5})\/v\/([^/?#\s]+)(?:#(.*))?$/.exec(text.trim())
  const [, region = '', token = '', proof] = match ?? []
  if (!isTenantCode(region) || !isToken(token)) return undefined
  return { region, token, ...(proof === undefined || proof === '' ? {} : { proof }) }
}

export type OfflineVerdict =
  | {
      readonly verdict: 'genuine'
      readonly payload: ProofPayload /** false when no list of that region is at hand */
      readonly checkedRevoked: boolean
    }
  | { readonly verdict: 'revoked'; readonly payload: ProofPayload }
  | { readonly verdict: 'forged' | 'unreadable' | 'unknown-key' | 'unsupported' }

/** Checks a scanned code with what the reader holds: published keys, and the list of revoked papers when there is one. */
export async function checkOffline(
  code: ScannedCode,
  keys: PublishedKeys,
  revoked: RevokedList | undefined,
): Promise<OfflineVerdict> {
  if (code.proof === undefined) return { verdict: 'unreadable' }
  const reading = await readProof(code.proof, keys)
  if (reading.verdict !== 'signed') return reading
  const { payload } = reading
  // A proof of one region under the address of another is put together by hand.
  if (payload.i !== code.region) return { verdict: 'forged' }
  const list = revoked?.region === payload.i ? revoked : undefined
  if (list?.has(payload.j)) return { verdict: 'revoked', payload }
  return { verdict: 'genuine', payload, checkedRevoked: list !== undefined }
}

/** True when all printed values and the short code, as typed from the paper, are those that were signed. */
export async function paperAgrees(
  payload: ProofPayload,
  shortCode: string,
  fields: readonly PrintedField[],
  typed: Readonly<Record<string, string>>,
): Promise<boolean> {
  const values = fields.flatMap(({ key, type }) => {
    const value = typed[key]
    return value === undefined || value.trim() === '' ? [] : [[key, comparable(type, value)] as const]
  })
  return base64url(await printedHash(shortCode, payload.k, values)) === payload.h
}
