import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { LONG_EDGE_PX, MAX_BYTES, reencode } from './reencode.ts'

async function page(width: number, height: number, light = 235): Promise<Buffer> {
  const lines = Array.from(
    { length: 40 },
    (_, i) =>
      `<text x="${width * 0.05}" y="${(height / 42) * (i + 1)}" font-size="${height / 60}" fill="#111">Surat keterangan kelahiran baris ${i}</text>`,
  ).join('')
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="rgb(${light},${light},${light})"/>${lines}</svg>`,
    ),
  )
    .jpeg({ quality: 95 })
    .withExif({ IFD0: { Copyright: 'camera owner' } })
    .toBuffer()
}

describe('pictures', () => {
  it('shrinks a large photo below the limits and drops what the camera wrote', async () => {
    const result = await reencode(await page(4000, 3000))
    if (!result.ok) throw new Error('refused')
    expect(Math.max(result.value.width, result.value.height)).toBe(LONG_EDGE_PX)
    expect(result.value.jpeg.length).toBeLessThan(MAX_BYTES)
    expect((await sharp(result.value.jpeg).metadata()).exif).toBeUndefined()
    expect(result.value.quality).toEqual([])
  })
  it('notices a dark and a blurred photo without refusing them', async () => {
    const dark = await reencode(
      await sharp(await page(1200, 900))
        .modulate({ brightness: 0.15 })
        .jpeg()
        .toBuffer(),
    )
    expect(dark.ok && dark.value.quality).toContain('dark')
    const blurred = await reencode(
      await sharp(await page(1200, 900))
        .blur(12)
        .jpeg()
        .toBuffer(),
    )
    expect(blurred.ok && blurred.value.quality).toContain('blurred')
  })
  it.each([
    ['empty', new Uint8Array(0), 'upload-empty'],
    ['a PDF called a photo', new TextEncoder().encode('%PDF-1.7 nothing'), 'upload-pdf'],
    ['HTML called a photo', new TextEncoder().encode('<script>alert(1)</script>'), 'upload-unreadable'],
    [
      'an SVG',
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>'),
      'upload-unreadable',
    ],
    ['half a JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]), 'upload-unreadable'],
  ])('refuses %s', async (_, bytes, code) => {
    const result = await reencode(bytes)
    expect(result.ok ? 'accepted' : result.refusals[0]?.code).toBe(code)
  })
  it('refuses a stamp-sized picture', async () => {
    const result = await reencode(await page(200, 150))
    expect(result.ok ? 'accepted' : result.refusals[0]?.code).toBe('upload-too-small')
  })
})
