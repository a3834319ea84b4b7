// Makes an uploaded picture safe and small: decoded and written anew as JPEG (nothing of the sent bytes survives), turned
// upright, long edge at most 1600 px, under 400 kB, without any of its metadata. What cannot be read is refused.
import { createHash } from 'node:crypto'
import sharp, { type Metadata } from 'sharp'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { isPdf } from './is-pdf.ts'

export const LONG_EDGE_PX = 1600
export const MAX_BYTES = 400_000
/** Larger than any phone's camera; a picture that claims more is a bomb. */
const MAX_PIXELS = 120_000_000
const SMALLEST_EDGE_PX = 400

export type Picture = {
  readonly jpeg: Uint8Array
  readonly width: number
  readonly height: number
  /** Hash of the bytes as sent, to notice the same file in two cases. */
  readonly sourceHash: string
  /** Doubts a person should look at: `dark`, `glare`, `blurred`. They warn, they never block. */
  readonly quality: readonly ('dark' | 'glare' | 'blurred')[]
}

const READABLE = new Set(['jpeg', 'png', 'webp', 'heif', 'tiff', 'gif'])

/** Refuses `upload-empty`, `upload-pdf`, `upload-unreadable` (with what it is, when known), `upload-too-small`, `upload-too-many-pixels`. */
export async function reencode(bytes: Uint8Array): Promise<Result<Picture>> {
  if (bytes.length === 0) return refuse('upload-empty')
  if (isPdf(bytes)) return refuse('upload-pdf')
  let metadata: Metadata
  try {
    metadata = await sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS }).metadata()
  } catch (thrown) {
    return /pixel limit/i.test(String(thrown)) ? refuse('upload-too-many-pixels') : refuse('upload-unreadable')
  }
  if (metadata.format === undefined || !READABLE.has(metadata.format)) return refuse('upload-unreadable')
  if ((metadata.width ?? 0) * (metadata.height ?? 0) > MAX_PIXELS) return refuse('upload-too-many-pixels')
  if (Math.max(metadata.width ?? 0, metadata.height ?? 0) < SMALLEST_EDGE_PX)
    return refuse('upload-too-small', undefined, { px: SMALLEST_EDGE_PX })
  try {
    const upright = sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS })
      .rotate()
      .resize({ width: LONG_EDGE_PX, height: LONG_EDGE_PX, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
    const raw = await upright.clone().png({ compressionLevel: 0 }).toBuffer()
    const quality = await judge(raw)
    for (const step of [80, 65, 50, 35]) {
      const out = await sharp(raw)
        .jpeg({ quality: step, progressive: false, mozjpeg: false })
        .toBuffer({ resolveWithObject: true })
      if (out.data.length <= MAX_BYTES || step === 35)
        return accept({
          jpeg: out.data,
          width: out.info.width,
          height: out.info.height,
          sourceHash: createHash('sha256').update(bytes).digest('hex'),
          quality,
        })
    }
    return refuse('upload-unreadable')
  } catch {
    return refuse('upload-unreadable')
  }
}

/** A rough look, the same as the phone's: mean light, share of burnt-out area, sharpness of edges (variance of the Laplacian). */
async function judge(raw: Uint8Array): Promise<('dark' | 'glare' | 'blurred')[]> {
  const grey = sharp(raw).greyscale().resize({ width: 512, height: 512, fit: 'inside' })
  const { data } = await grey.clone().raw().toBuffer({ resolveWithObject: true })
  let sum = 0
  let burnt = 0
  for (const value of data) {
    sum += value
    if (value >= 252) burnt++
  }
  const edges = await grey
    .clone()
    .convolve({ width: 3, height: 3, kernel: [0, 1, 0, 1, -4, 1, 0, 1, 0], offset: 128, scale: 1 })
    .raw()
    .toBuffer()
  let mean = 0
  for (const value of edges) mean += value
  mean /= edges.length
  let variance = 0
  for (const value of edges) variance += (value - mean) ** 2
  variance /= edges.length
  const doubts: ('dark' | 'glare' | 'blurred')[] = []
  if (sum / data.length < 55) doubts.push('dark')
  if (burnt / data.length > 0.6 && variance > 2000) doubts.push('glare')
  if (variance < 18) doubts.push('blurred')
  return doubts
}
