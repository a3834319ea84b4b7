// A logo or coat of arms as it is kept: decoded and written anew as PNG with its clear ground, at most 512 px, no metadata.
// What cannot be read, or is an image that carries programs (SVG), is refused.
import sharp from 'sharp'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'

const EDGE_PX = 512
const LEAST_PX = 64
const READABLE = new Set(['jpeg', 'png', 'webp', 'gif'])

/** Refusals: `logo-unreadable`, `logo-too-small`. */
export async function reencodeLogo(bytes: Uint8Array): Promise<Result<Uint8Array>> {
  try {
    const image = sharp(bytes, { failOn: 'error', limitInputPixels: 40_000_000 })
    const { format, width = 0, height = 0 } = await image.metadata()
    if (format === undefined || !READABLE.has(format)) return refuse('logo-unreadable', 'logo')
    if (Math.max(width, height) < LEAST_PX) return refuse('logo-too-small', 'logo', { px: LEAST_PX })
    const png = await image
      .rotate()
      .resize({ width: EDGE_PX, height: EDGE_PX, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .png({ compressionLevel: 9 })
      .toBuffer()
    return accept(new Uint8Array(png))
  } catch {
    return refuse('logo-unreadable', 'logo')
  }
}
