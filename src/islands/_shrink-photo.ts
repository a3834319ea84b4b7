// A photograph from a phone becomes a JPEG of at most 1600 px and 400 kB, upright and without its metadata (place, owner, device), before a
// byte of it is sent. Anything the browser cannot decode is left to the plain form.
import { type Doubt, greyOf, JUDGED_EDGE_PX, judgePhoto } from './_judge-photo.ts'

export const LONG_EDGE_PX = 1600
export const MAX_BYTES = 400_000

export type SmallPhoto = { readonly blob: Blob; readonly doubts: readonly Doubt[] }

/** Undefined when the file is no picture this browser can read. */
export async function shrinkPhoto(file: File): Promise<SmallPhoto | undefined> {
  if (!file.type.startsWith('image/') || !('createImageBitmap' in globalThis)) return undefined
  let picture: ImageBitmap
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    return undefined
  }
  const doubts = doubtsOf(picture)
  for (const edge of [LONG_EDGE_PX, 1280, 1000]) {
    const canvas = drawn(picture, edge)
    if (canvas === undefined) return undefined
    for (const quality of [0.82, 0.7, 0.58, 0.45]) {
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
      if (blob === null) return undefined
      if (blob.size <= MAX_BYTES) return { blob, doubts }
    }
  }
  return undefined
}

function doubtsOf(picture: ImageBitmap): readonly Doubt[] {
  const canvas = drawn(picture, JUDGED_EDGE_PX)
  const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
  return canvas && pixels ? judgePhoto(greyOf(pixels.data), canvas.width, canvas.height) : []
}

function drawn(picture: ImageBitmap, longEdge: number): HTMLCanvasElement | undefined {
  const scale = Math.min(1, longEdge / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const pen = canvas.getContext('2d')
  if (pen === null) return undefined
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}
