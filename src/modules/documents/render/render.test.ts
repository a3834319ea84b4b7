// Every template is printed from its sample and looked at with other programs: poppler for fonts, text and pictures.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { fillText } from '../placeholders.ts'
import { sampleFrame } from '../sample.ts'
import type { DocumentData, Item } from '../template.ts'
import { readTemplates } from '../templates.ts'
import { qrMatrix } from './qr.ts'
import { type Rendered, renderDocument } from './render.ts'
import { collisions, greyPage, hasPoppler, onPdf, wordsOf } from './test-tools.ts'

const folder = fileURLToPath(new URL('../../../../services/shared/documents/', import.meta.url))
const { byKind, lists } = readTemplates(folder)
const kinds = [...byKind.keys()]
const sampleOf = (kind: string): DocumentData => JSON.parse(readFileSync(`${folder}samples/${kind}.json`, 'utf8'))
const templateOf = (kind: string) => byKind.get(kind)!.template

async function rendered(kind: string, data: DocumentData = sampleOf(kind)): Promise<Rendered> {
  const result = await renderDocument(templateOf(kind), data, sampleFrame(`0196-${kind}`), lists)
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}

test('there is a template for each of the 22 papers the holder prints', () => {
  expect(kinds).toHaveLength(22)
})

describe.each(kinds)('%s', (kind) => {
  let file: Rendered
  beforeAll(async () => {
    file = await rendered(kind)
  })

  test('takes one page, and the same bytes each time', async () => {
    expect(file.pages).toBe(1)
    expect(Buffer.compare((await rendered(kind)).bytes, file.bytes)).toBe(0)
  })

  test('has the marks of PDF/A-2b', () => {
    const text = Buffer.from(file.bytes).toString('latin1')
    expect(text.startsWith('%PDF-1.7\n%\xff\xff\xff\xff')).toBe(true)
    expect(text).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(text).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
    expect(text).toMatch(/\/S \/GTS_PDFA1[\s\S]{0,200}\/DestOutputProfile \d+ 0 R/)
    expect(text).toMatch(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/)
    expect(text).not.toMatch(/\/Encrypt|\/JavaScript|\/NeedAppearances true|\/LZWDecode/)
    // Creation date of the information dictionary and of the metadata are one.
    expect(text).toContain('<xmp:CreateDate>2026-04-15T07:42:00Z</xmp:CreateDate>')
    expect(text).toContain('(D:20260415074200Z)')
  })

  test.runIf(hasPoppler)('embeds every font and lets every printed value be copied', () => {
    const fonts = onPdf(file.bytes, 'pdffonts', '{}').trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThanOrEqual(2)
    for (const font of fonts) expect(font).toMatch(/CID TrueType +Identity-H +yes yes yes/)
    const copied = onPdf(file.bytes, 'pdftotext', '-layout', '{}', '-').replace(/\s+/g, ' ').toUpperCase()
    const data = sampleOf(kind)
    const scope = { data, fields: templateOf(kind).fields, office: sampleFrame('x').office, lists }
    for (const key of templateOf(kind).printed) {
      if (data[key] === undefined || templateOf(kind).fields[key]?.type === 'date') continue
      expect(copied).toContain(fillText(`{${key}}`, scope).toUpperCase())
    }
    expect(copied).toContain('7KQ4-M9TD-2HXR')
    expect(copied).toContain('BUKAN DOKUMEN RESMI')
  })

  test.runIf(hasPoppler)('prints nothing over anything else and nothing outside the page', () => {
    const words = wordsOf(file.bytes)
    expect(collisions(words)).toEqual([])
    const isLandscape = templateOf(kind).page.orientation === 'landscape'
    const [width, height] = isLandscape ? [841.89, 595.28] : [595.28, 841.89]
    for (const { text, box } of words) {
      expect(box[0], text).toBeGreaterThan(20)
      expect(box[2], text).toBeLessThan(width - 20)
      expect(box[3], text).toBeLessThan(height - 8)
    }
  })
})

test.runIf(hasPoppler).each(['birth-deed-extract', 'skpwni', 'kk'])(
  'the QR of %s still reads after a cheap printer and a copy',
  async (kind) => {
    const file = await rendered(kind)
    expect(file.qrMm.side).toBeGreaterThanOrEqual(30)
    const matrix = qrMatrix(sampleFrame('x').code.content)
    expect(await wrongModules(file, matrix, 300, 128)).toBe(0)
    // 100 dots per inch, black or white only. Error correction M restores 15 % of the code words; a wrong module can
    // spoil a whole code word of eight, so wrong modules must stay below an eighth of that.
    expect(await wrongModules(file, matrix, 100, 160)).toBeLessThan(matrix.length ** 2 * 0.018)
  },
)

async function wrongModules(
  file: Rendered,
  matrix: readonly (readonly boolean[])[],
  dpi: number,
  threshold: number,
): Promise<number> {
  const page = await greyPage(file.bytes, file.pages, dpi)
  const perMm = dpi / 25.4
  const module = (file.qrMm.side / matrix.length) * perMm
  let wrong = 0
  matrix.forEach((row, y) => {
    row.forEach((isDark, x) => {
      const grey = page.at(
        Math.floor(file.qrMm.x * perMm + (x + 0.5) * module),
        Math.floor(file.qrMm.y * perMm + (y + 0.5) * module),
      )
      if (grey < threshold !== isDark) wrong++
    })
  })
  return wrong
}

describe('what does not fit easily', () => {
  const member = (index: number): Item => ({
    ...(sampleOf('kk').members as readonly Item[])[index % 4]!,
    name: `Anggota ${String.fromCharCode(65 + index)}`,
    nik: `63110617039099${String(index + 10).slice(-2)}`.padEnd(16, '0'),
  })

  test.runIf(hasPoppler)('a family of 20 goes on over a second page, heads repeated, nobody lost', async () => {
    const members = Array.from({ length: 20 }, (_, index) => member(index))
    const file = await rendered('kk', { ...sampleOf('kk'), members })
    expect(file.pages).toBe(2)
    const text = onPdf(file.bytes, 'pdftotext', '-layout', '{}', '-')
    for (const { name } of members) expect(text).toContain(String(name).toUpperCase())
    expect(text).toContain('halaman 1 dari 2')
    expect(text).toContain('halaman 2 dari 2')
    const words = wordsOf(file.bytes)
    expect(collisions(words)).toEqual([])
    expect(words.filter((word) => word.page === 2 && word.text === 'Kewarganegaraan').length).toBeGreaterThan(0)
  })

  test('a family of 40 is still printed', async () => {
    const members = Array.from({ length: 40 }, (_, index) => member(index % 26))
    expect((await rendered('kk', { ...sampleOf('kk'), members })).pages).toBeLessThanOrEqual(5)
  })

  test.runIf(hasPoppler).each(kinds)('%s: the longest names wrap, with and without spaces', async (kind) => {
    const data = sampleOf(kind)
    for (const name of [
      'MUHAMMAD '.repeat(7).trim().slice(0, 60),
      'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewis',
    ]) {
      const { fields } = templateOf(kind)
      const long = Object.fromEntries(
        Object.entries(data).map(([key, value]) => {
          const field = fields[key]
          if (field?.type === 'name') return [key, name]
          if (field?.type !== 'list' || !Array.isArray(value)) return [key, value]
          return [
            key,
            value.map((item: Item) =>
              Object.fromEntries(
                Object.entries(item).map(([inner, of]) => [inner, field.fields[inner]?.type === 'name' ? name : of]),
              ),
            ),
          ]
        }),
      )
      const file = await rendered(kind, long)
      expect(file.pages).toBeLessThanOrEqual(2)
      expect(collisions(wordsOf(file.bytes))).toEqual([])
      const letters = onPdf(file.bytes, 'pdftotext', '-raw', '{}', '-').replace(/\s+/g, '').toUpperCase()
      expect(letters).toContain(name.replace(/\s+/g, '').toUpperCase().slice(0, 12))
    }
  })

  test('letters of other scripts are refused by name, the rest of Latin is printed', async () => {
    const data = { ...sampleOf('skpoa'), applicantName: '王小明', country: undefined }
    delete (data as Record<string, unknown>).country
    const result = await renderDocument(templateOf('skpoa'), data, sampleFrame('x'), lists)
    expect(result).toMatchObject({
      ok: false,
      refusals: [{ code: 'document-unprintable', at: 'applicantName', params: { letters: '王 小 明' } }],
    })
    const latin = await rendered('skpoa', { ...sampleOf('skpoa'), applicantName: 'Łukasz Ştefănescu Øğuz' })
    if (hasPoppler) expect(onPdf(latin.bytes, 'pdftotext', '{}', '-')).toContain('ŁUKASZ ŞTEFĂNESCU ØĞUZ')
  })

  test('missing, unknown and ill-shaped values are refused, each by its name', async () => {
    const { name: _name, ...data } = sampleOf('birth-deed-extract')
    const result = await renderDocument(
      templateOf('birth-deed-extract'),
      { ...data, birthDate: '2026-02-30', extra: 'x' },
      sampleFrame('x'),
      lists,
    )
    expect(result.ok ? [] : result.refusals.map((refusal) => [refusal.code, refusal.at])).toEqual([
      ['document-data-unknown', 'extra'],
      ['document-value-missing', 'name'],
      ['document-data-shape', 'birthDate'],
    ])
  })
})
