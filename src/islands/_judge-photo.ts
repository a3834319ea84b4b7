// A rough look at a photograph before it travels: too dark, burnt out, blurred. Same measures and limits as the server
// (platform/images), so that what passes here is not doubted there. Warns only; a person decides.

export type Doubt = 'dark' | 'glare' | 'blurred'

/** Pictures are judged at this edge, in pixels. */
export const JUDGED_EDGE_PX = 512

/** `grey` holds one byte a pixel, row by row. */
export function judgePhoto(grey: Uint8Array, width: number, height: number): readonly Doubt[] {
  let sum = 0
  let burnt = 0
  for (const value of grey) {
    sum += value
    if (value >= 252) burnt++
  }
  // Variance of the Laplacian: sharp edges make it large.
  let total = 0
  let squares = 0
  let count = 0
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      const edge = grey[at - 1]! + grey[at + 1]! + grey[at - width]! + grey[at + width]! - 4 * grey[at]!
      const kept = Math.max(-128, Math.min(127, edge))
      total += kept
      squares += kept * kept
      count++
    }
  }
  const mean = count === 0 ? 0 : total / count
  const variance = count === 0 ? 0 : squares / count - mean * mean
  const doubts: Doubt[] = []
  if (sum / grey.length < 55) doubts.push('dark')
  if (burnt / grey.length > 0.6 && variance > 2000) doubts.push('glare')
  if (variance < 18) doubts.push('blurred')
  return doubts
}

/** RGBA to one byte of light a pixel (Rec. 601). */
export function greyOf(rgba: Uint8ClampedArray): Uint8Array {
  const grey = new Uint8Array(rgba.length / 4)
  for (let i = 0; i < grey.length; i++)
    grey[i] = (rgba[4 * i]! * 299 + rgba[4 * i + 1]! * 587 + rgba[4 * i + 2]! * 114) / 1000
  return grey
}
