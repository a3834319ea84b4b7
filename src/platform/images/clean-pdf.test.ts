// PDFs as people have them (a letter, a scan, a filled form) and as nobody should send them.
import { deflateSync } from 'node:zlib'
import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, type PdfRef, PdfStream, PdfString } from '@libpdf/core'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { cleanPdf, MOST_PDF_PAGES } from './clean-pdf.ts'

const TEXT = 'Surat keterangan lahir nomor 12/RSUD/2026'

async function letter(change: (pdf: PDF) => void = () => {}, pages = 1): Promise<Uint8Array> {
  const pdf = PDF.create()
  for (let n = 0; n < pages; n++) pdf.addPage({ width: 595, height: 842 }).drawText(TEXT, { x: 60, y: 700, size: 14 })
  change(pdf)
  return pdf.save()
}

const name = (text: string) => PdfName.of(text)
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

/** What the drawings inside the first page say, unpacked. */
function drawnBy(pdf: PDF): string {
  const resolve = (ref: PdfRef) => pdf.getObject(ref)
  const page = pdf.getObject(pdf.getPage(0)!.ref) as PdfDict
  const drawings = page.getDict('Resources', resolve)!.getDict('XObject', resolve)!
  return [...drawings.keys()]
    .map((key) => drawings.get(key, resolve))
    .flatMap((one) => (one instanceof PdfStream && one.getName('Subtype')?.value === 'Form' ? [one] : []))
    .map((form) => latin(form.getDecodedData()))
    .join('\n')
}

describe('a letter', () => {
  it('keeps its pages, its text and its size, and nothing about who made it', async () => {
    const sent = await letter((pdf) => {
      pdf.setAuthor('Rahmadi bin Contoh')
      pdf.setTitle('Rahasia')
      pdf.getPage(0)!.drawText('baris kedua', { x: 60, y: 660 })
    }, 2)
    const done = await cleanPdf(sent)
    if (!done.ok) throw new Error(JSON.stringify(done.refusals))
    expect(done.value.pages).toBe(2)
    expect(done.value.sourceHash).toMatch(/^[0-9a-f]{64}$/)
    const kept = await PDF.load(done.value.pdf)
    expect(kept.getPage(0)!.extractText().text).toContain(TEXT)
    expect(kept.getPage(0)!.extractText().text).toContain('baris kedua')
    expect(kept.getPage(1)).toMatchObject({ width: 595, height: 842 })
    expect(latin(done.value.pdf)).not.toMatch(/Rahmadi|Rahasia/)
  })

  it('keeps a scanned picture and what was filled into a form, without the form', async () => {
    const jpeg = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#a33' } })
      .jpeg()
      .toBuffer()
    const sent = await letter((pdf) => {
      const page = pdf.getPage(0)!
      page.drawImage(pdf.embedImage(jpeg), { x: 50, y: 50, width: 80, height: 60 })
      const field = pdf.getOrCreateForm().createTextField('nama')
      page.drawField(field, { x: 60, y: 500, width: 200, height: 20 })
      field.setValue('Siti Contoh')
    })
    const done = await cleanPdf(sent)
    if (!done.ok) throw new Error(JSON.stringify(done.refusals))
    const kept = await PDF.load(done.value.pdf)
    expect(kept.getCatalog().has('AcroForm')).toBe(false)
    expect(latin(done.value.pdf)).toContain('/DCTDecode')
    expect(Buffer.from(done.value.pdf).includes(jpeg.subarray(-200))).toBe(true)
    expect(kept.getPage(0)!.extractText().text).toContain(TEXT)
    expect(drawnBy(kept)).toContain('Siti Contoh')
  })

  it('drops links and leftovers of other programs', async () => {
    const sent = await letter((pdf) => {
      const page = pdf.getObject(pdf.getPage(0)!.ref) as PdfDict
      page.set('PieceInfo', PdfDict.of({ Editor: PdfString.fromString('leftover-of-a-program') }))
      const link = PdfDict.of({ S: name('URI'), URI: PdfString.fromString('https://bad.example/track') })
      const rect = new PdfArray([0, 0, 9, 9].map((n) => PdfNumber.of(n)))
      const note = PdfDict.of({ Type: name('Annot'), Subtype: name('Link'), Rect: rect, A: link })
      page.set('Annots', new PdfArray([pdf.register(note)]))
    })
    const done = await cleanPdf(sent)
    expect(done.ok && latin(done.value.pdf)).not.toMatch(/bad\.example|leftover/)
  })
})

const action = (kind: string, more: Record<string, PdfString> = {}) => PdfDict.of({ S: name(kind), ...more })

describe('what is refused', () => {
  it.each([
    [
      'a script at opening',
      (pdf: PDF) =>
        pdf.getCatalog().set('OpenAction', action('JavaScript', { JS: PdfString.fromString('app.alert(1)') })),
    ],
    ['a program that is started', (pdf: PDF) => pdf.getCatalog().set('OpenAction', pdf.register(action('Launch')))],
    [
      'a script of a page',
      (pdf: PDF) => (pdf.getObject(pdf.getPage(0)!.ref) as PdfDict).set('AA', PdfDict.of({ O: action('JavaScript') })),
    ],
    ['a file inside', (pdf: PDF) => pdf.addAttachment('x.exe', new Uint8Array([77, 90, 0]))],
    ['a form that sends itself', (pdf: PDF) => pdf.getCatalog().set('AA', PdfDict.of({ WC: action('SubmitForm') }))],
    [
      'a form of another language',
      (pdf: PDF) => pdf.getCatalog().set('AcroForm', PdfDict.of({ XFA: PdfString.fromString('<xdp/>') })),
    ],
    [
      'a program as a drawing',
      (pdf: PDF) => {
        const page = pdf.getObject(pdf.getPage(0)!.ref) as PdfDict
        page.set(
          'Resources',
          PdfDict.of({
            XObject: PdfDict.of({
              A: pdf.register(PdfStream.fromDict({ Type: name('XObject'), Subtype: name('PS') }, new Uint8Array([1]))),
            }),
          }),
        )
      },
    ],
  ])('%s', async (_what, change) => {
    expect(await cleanPdf(await letter((pdf) => void change(pdf)))).toMatchObject({
      ok: false,
      refusals: [{ code: 'upload-pdf-active' }],
    })
  })

  it('a locked one, one of too many pages, one too large, half of one, none at all', async () => {
    const locked = await letter((pdf) => pdf.setProtection({ userPassword: 'rahasia', ownerPassword: 'lain' }))
    const open = await letter((pdf) => pdf.setProtection({ ownerPassword: 'lain' }))
    const whole = await letter()
    for (const [bytes, code] of [
      [locked, 'upload-pdf-locked'],
      [open, 'upload-pdf-locked'],
      [await letter(() => {}, MOST_PDF_PAGES + 1), 'upload-pdf-too-many-pages'],
      [new Uint8Array(10_000_001).fill(32), 'upload-pdf-too-large'],
      [whole.subarray(0, 60), 'upload-pdf-unreadable'],
      [new TextEncoder().encode('%PDF-1.7 nothing'), 'upload-pdf-unreadable'],
    ] as const)
      expect(await cleanPdf(bytes)).toMatchObject({ ok: false, refusals: [{ code }] })
  })

  it('a small file that unpacks to a very large one, in a moment', async () => {
    const packed = deflateSync(Buffer.alloc(110_000_000))
    const sent = await letter((pdf) => {
      const page = pdf.getObject(pdf.getPage(0)!.ref) as PdfDict
      page.set('Contents', pdf.register(PdfStream.fromDict({ Filter: name('FlateDecode') }, packed)))
    })
    expect(sent.length).toBeLessThan(400_000)
    expect(await cleanPdf(sent)).toMatchObject({ ok: false, refusals: [{ code: 'upload-pdf-unreadable' }] })
  })

  it('rings of references end', async () => {
    const sent = await letter((pdf) => {
      const ring = new PdfDict()
      ring.set('ExtGState', PdfDict.of({ A: pdf.register(ring) }))
      ;(pdf.getObject(pdf.getPage(0)!.ref) as PdfDict).set('Resources', ring)
    })
    expect(await cleanPdf(sent)).toMatchObject({ ok: true })
  })
})
