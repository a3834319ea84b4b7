// Making a paper, in two steps outside any transaction: prepare (texts frozen, codes made, file rendered) and sign.
// Must stay true: no database in here; what comes out is plain data beside the bytes, so that it can wait for a signer; the
// token is known to the paper and to its seal, nowhere else in the clear.

import { createHash } from 'node:crypto'
import type { PlainDate } from '../../kernel/date.ts'
import { type RandomBytes, randomToken } from '../../kernel/id.ts'
import { maskName } from '../../kernel/person-name.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import { randomShortCode } from '../../kernel/short-code.ts'
import { maskSixteen } from '../../kernel/sixteen-digits.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { keyedHash, seal } from '../../platform/secrets/seal.ts'
import { PAPER_WORK_HERE, type PaperWork } from './paper-work.ts'
import { fillText } from './placeholders.ts'
import { base64url } from './proof/base64url.ts'
import { printedHash, printedValuesOf } from './proof/printed.ts'
import { type SignBytes, signProof } from './proof/proof.ts'
import { qrContent } from './proof/scanned.ts'
import type { Frame } from './render/frame.ts'
import { type SignerTitles, signerRole } from './signer-role.ts'
import type { Signer, SignerStatus } from './signing/signer.ts'
import type { DocumentOf } from './tables.ts'
import type { DocumentData, OfficeValues, Template } from './template.ts'
import type { Templates } from './templates.ts'

/** What the issuing office brings along; the same for every paper of a day. */
export type IssuingOffice = {
  readonly region: RegionCode
  readonly zone: string
  readonly values: OfficeValues
  readonly signer: {
    readonly name: string
    readonly nip?: string
    readonly acting?: string
    readonly titles?: SignerTitles
  }
  /** Where papers are checked: origin for the QR, host and path for typing the short code. */
  readonly verifyOrigin: string
  readonly typeAt: string
  readonly emblems: Frame['emblems']
}

export type PrepareInput = {
  readonly documentId: string
  readonly kind: string
  readonly of: DocumentOf
  /** Persons who may download it. */
  readonly holders: readonly string[]
  readonly caseId?: string
  readonly data: DocumentData
  readonly office: IssuingOffice
  readonly atMs: number
}

export type PrepareTools = {
  readonly templates: Templates
  readonly ring: KeyRing
  readonly random: RandomBytes
  readonly proofKey: SignBytes
  readonly signerStatus: SignerStatus
  /** Where pages are drawn; in this thread unless said. */
  readonly work?: PaperWork
}

/** Everything of the row but edition and state; plain data. Byte values are base64url. */
export type PreparedDocument = {
  readonly documentId: string
  readonly region: RegionCode
  readonly kind: string
  readonly of: DocumentOf
  readonly series: string
  readonly holders: readonly string[]
  readonly caseId?: string
  readonly number: string
  readonly numberHash: string
  readonly tokenHash: string
  readonly tokenSealed: string
  readonly shortCode: string
  readonly serial: string
  readonly printed: Readonly<Record<string, string>>
  readonly shownName: string
  readonly birthYear?: number
  readonly pages: number
  readonly templateHash: string
  readonly issuedOn: PlainDate
  readonly issuedAtMs: number
  readonly validUntil?: PlainDate
  readonly signerName: string
  readonly signerRole: string
  readonly specimen: boolean
  readonly reason: string
  readonly location: string
}
export type Prepared = {
  readonly document: PreparedDocument
  readonly pdf: Uint8Array
  /** What the QR on the paper holds. In the clear here and on the paper only; never stored. */
  readonly qr: string
}
export type SignedDocument = PreparedDocument & {
  readonly fileHash: string
  readonly fileBytes: number
  readonly provider: string
  readonly certificateSerial: string
}
export type Signed = { readonly document: SignedDocument; readonly pdf: Uint8Array }

/** Refusals: `document-kind-unknown`, and those of `renderDocument`. */
export async function prepareDocument(input: PrepareInput, tools: PrepareTools): Promise<Result<Prepared>> {
  const known = tools.templates.byKind.get(input.kind)
  if (known === undefined) return refuse('document-kind-unknown', 'kind', { kind: input.kind })
  const { template, hash } = known
  const { office, data, documentId } = input
  const issuedOn = todayIn(office.zone, input.atMs)
  const scope = { data, fields: template.fields, office: office.values, lists: tools.templates.lists }
  const token = randomToken(tools.random)
  const shortCode = randomShortCode(tools.random)
  const serial = base64url(tools.random(8))
  const whole = String(data[template.number] ?? '')
  const number = template.secretNumber ? maskSixteen(whole) : whole
  const values = printedValuesOf(template, data)
  const proof = await signProof(
    {
      i: office.region,
      k: input.kind,
      n: number,
      d: issuedOn,
      j: serial,
      h: base64url(await printedHash(shortCode, input.kind, values)),
    },
    tools.proofKey,
  )
  const qr = qrContent(office.verifyOrigin, office.region, token, proof)
  const frame: Frame = {
    documentId,
    issuedOn,
    issuedAtMs: input.atMs,
    zone: office.zone,
    office: office.values,
    signer: office.signer,
    code: { content: qr, shortCode, typeAt: office.typeAt },
    certificateOf: tools.signerStatus.certificateOf,
    specimen: tools.signerStatus.specimen,
    emblems: office.emblems,
  }
  const rendered = await (tools.work ?? PAPER_WORK_HERE).render(template, data, frame, tools.templates.lists)
  if (!rendered.ok) return rendered
  const birthYear = birthYearOf(template, data)
  return accept({
    pdf: rendered.value.bytes,
    qr,
    document: {
      documentId,
      region: office.region,
      kind: input.kind,
      of: input.of,
      series: template.onePer === 'number' ? whole : '',
      holders: input.holders,
      ...(input.caseId === undefined ? {} : { caseId: input.caseId }),
      number,
      numberHash: keyedHash(tools.ring, whole),
      tokenHash: tokenHash(token).toString('base64url'),
      tokenSealed: seal(tools.ring, token, tokenContext(documentId)).toString('base64url'),
      shortCode,
      serial,
      printed: Object.fromEntries(
        values.map(([key, value]) => [key, keyedHash(tools.ring, printedText(documentId, key, value))]),
      ),
      shownName: maskName(String(data[template.shown.name] ?? '')),
      ...(birthYear === undefined ? {} : { birthYear }),
      pages: rendered.value.pages,
      templateHash: hash,
      issuedOn,
      issuedAtMs: input.atMs,
      ...validUntilOf(data),
      signerName: office.signer.name,
      signerRole: signerRole(template.signature.role, office.signer, (text) => fillText(text, scope)).replace(
        /\n/g,
        ' ',
      ),
      specimen: tools.signerStatus.specimen,
      reason: template.name.id,
      location: office.values.place,
    },
  })
}

/**
 * Refusals: `signer-unavailable`, `signer-answer` (the provider gave back a file that does not hold). Calling again is safe:
 * the same paper is signed again, its codes stay.
 */
export async function signPrepared(
  signer: Signer,
  prepared: Pick<Prepared, 'document' | 'pdf'>,
  work: PaperWork = PAPER_WORK_HERE,
): Promise<Result<Signed>> {
  const { document, pdf } = prepared
  const result = await signer.sign(pdf, {
    reason: document.reason,
    signerName: document.signerName,
    location: document.location,
    timeMs: document.issuedAtMs,
  })
  if (!result.ok) return result
  const { bytes, provider, certificateSerial } = result.value
  const fault = await work.faultOfSigned(pdf, bytes)
  if (fault !== undefined) return refuse('signer-answer', undefined, { provider, fault })
  const fileHash = createHash('sha256').update(bytes).digest('hex')
  return accept({
    pdf: bytes,
    document: { ...document, fileHash, fileBytes: bytes.length, provider, certificateSerial },
  })
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(`document:${token}`).digest()
}

export function tokenContext(documentId: string): string {
  return `document.token:${documentId}`
}

/** What the keyed hash of a printed value is made over: bound to its paper and place, so equal values differ. */
export function printedText(documentId: string, key: string, value: string): string {
  return `printed:${documentId}:${key}:${value}`
}

function birthYearOf(template: Template, data: DocumentData): number | undefined {
  const date = template.shown.birthDate === undefined ? undefined : data[template.shown.birthDate]
  return typeof date === 'string' ? Number(date.slice(0, 4)) : undefined
}

function validUntilOf(data: DocumentData): { validUntil?: PlainDate } {
  return typeof data.validUntil === 'string' ? { validUntil: data.validUntil } : {}
}
