// What the tests of rendered files need from poppler and sharp: pages as text, words with boxes, grey pictures.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'

export const hasPoppler = spawnSync('pdffonts', ['-v']).error === undefined

/** Runs a program on a PDF in a folder of its own; `{}` in the arguments is the file. */
export function onPdf(bytes: Uint8Array, program: string, ...args: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'puja-pdf-'))
  try {
    const file = join(folder, 'file.pdf')
    writeFileSync(file, bytes)
    const run = spawnSync(
      program,
      args.map((arg) => arg.replace('{}', file)),
      { encoding: 'utf8', maxBuffer: 1 << 26 },
    )
    if (run.error !== undefined) throw run.error
    return run.stdout + run.stderr
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export type Word = {
  readonly page: number
  readonly text: string
  readonly box: readonly [number, number, number, number]
}

export function wordsOf(bytes: Uint8Array): readonly Word[] {
  const words: Word[] = []
  let page = 0
  for (const match of onPdf(bytes, 'pdftotext', '-bbox', '{}', '-').matchAll(
    /<page |<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g,
  )) {
    if (match[0].startsWith('<page')) page++
    else
      words.push({
        page,
        text: match[5]!,
        box: [Number(match[1]), Number(match[2]), Number(match[3]), Number(match[4])],
      })
  }
  return words
}

/** Pairs of words printed over each other: boxes shrunk to the height of small letters must not meet. */
export function collisions(words: readonly Word[]): readonly string[] {
  const found: string[] = []
  words.forEach((a, at) => {
    for (const b of words.slice(at + 1)) {
      if (a.page !== b.page) continue
      const overlapX = Math.min(a.box[2], b.box[2]) - Math.max(a.box[0], b.box[0])
      const shrink = (word: Word): [number, number] => {
        const height = word.box[3] - word.box[1]
        return [word.box[1] + height * 0.3, word.box[3] - height * 0.3]
      }
      const [aTop, aEnd] = shrink(a)
      const [bTop, bEnd] = shrink(b)
      if (overlapX > 0.5 && Math.min(aEnd, bEnd) - Math.max(aTop, bTop) > 0) found.push(`${a.text} / ${b.text}`)
    }
  })
  return found
}

export type Grey = { readonly width: number; readonly height: number; at(x: number, y: number): number }

/** A page as grey values 0 to 255, at so many dots per inch. */
export async function greyPage(bytes: Uint8Array, page: number, dpi: number): Promise<Grey> {
  const folder = mkdtempSync(join(tmpdir(), 'puja-pdf-'))
  try {
    const file = join(folder, 'file.pdf')
    writeFileSync(file, bytes)
    spawnSync('pdftoppm', [
      '-r',
      String(dpi),
      '-f',
      String(page),
      '-l',
      String(page),
      '-gray',
      '-singlefile',
      '-png',
      file,
      join(folder, 'page'),
    ])
    const { data, info } = await sharp(readFileSync(join(folder, 'page.png')))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return { width: info.width, height: info.height, at: (x, y) => data[(y * info.width + x) * info.channels] ?? 255 }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
