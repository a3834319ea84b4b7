// A service played by hand in a browser: each page is filled in by the labels a person reads, the papers it asks for are
// uploaded, it is sent. Every page on the way is looked at as people with little have it: 360 px wide, no script. Must stay
// true: answers are found by what is on the page; what a page does not ask is not answered.
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { startsOnline } from '../../src/modules/cases/newcomer-rules.ts'
import { compileService } from '../../src/modules/catalogue/compile.ts'
import type { Field } from '../../src/modules/catalogue/field-types/all.ts'
import { readServices } from '../../src/modules/catalogue/files.ts'
import { formOf } from '../../src/modules/catalogue/parse-answers.ts'
import type { SettledExample } from './example-world.ts'
import { faultsOfLook, press } from './look.ts'

const folder = readServices('services')

export const SERVICES: readonly string[] = folder.services.map(({ id }) => id).sort()

const compiled = (service: string) =>
  compileService(folder.services.find(({ id }) => id === service)!.service, folder.shared, service).service!

/** Whether a citizen begins it alone; the page of the service says the same. */
export const isAtHome = (service: string): boolean => startsOnline(compiled(service))

function fieldsOf(service: string): readonly Field[] {
  return compiled(service).pages.flatMap(({ fields }) => fields)
}

let photo: Promise<Buffer> | undefined
/** A small sheet with lines, light enough to be read and taken quickly. */
const smallPhoto = (): Promise<Buffer> => {
  const lines = Array.from(
    { length: 20 },
    (_, i) => `<text x="30" y="${50 + i * 44}" font-size="24">Baris ${i + 1} surat contoh untuk percobaan</text>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="700" height="950"><rect width="100%" height="100%" fill="#f4f4f0"/>${lines.join('')}</svg>`
  photo ??= sharp(Buffer.from(svg)).jpeg().toBuffer()
  return photo
}

export type Played = {
  readonly pages: number
  readonly number: string
  readonly faults: readonly string[]
  readonly url: string
}

/** From the first page of a draft to the confirmation with its number. */
export async function playDraft(
  page: Page,
  settled: SettledExample,
  villageName: (code: string) => string,
  sendIt: (page: Page) => Promise<void> = (page) => press(page.getByRole('button', { name: 'Kirim permohonan' })),
): Promise<Played> {
  const texts: Record<string, readonly string[]> = {}
  for (const field of fieldsOf(settled.service)) Object.assign(texts, formOf(field, settled.answers[field.key]))
  const faults: string[] = []
  const times = new Map<string, number>()
  for (let pages = 1; pages <= 24; pages++) {
    faults.push(...(await faultsOfLook(page)))
    const here = new URL(page.url()).pathname
    times.set(here, (times.get(here) ?? 0) + 1)
    if (times.get(here)! > 4)
      throw new Error(
        `${here} lets nobody on: ${(await page.locator('.errors li').allTextContents()).join('; ')} ${(await page.locator('main form').innerText()).slice(0, 500)}`,
      )
    if (here.endsWith('/review')) {
      await sendIt(page)
      faults.push(...(await faultsOfLook(page)))
      const number = await page
        .locator('.caseno')
        .first()
        .textContent({ timeout: 5000 })
        .catch(async () => {
          throw new Error(`Not sent: ${page.url()} ${(await page.locator('main').innerText()).slice(0, 600)}`)
        })
      return { pages, number: number ?? '', faults, url: page.url() }
    }
    if (here.endsWith('/role')) {
      await page.locator(`[name=role][value="${settled.role}"]`).check()
      await press(page.getByRole('button', { name: 'Simpan dan lanjut' }))
    } else if (here.endsWith('/documents')) await uploadAll(page)
    else await answerQuestions(page, texts, villageName)
  }
  throw new Error(`The draft has no end: ${page.url()}`)
}

type Texts = Readonly<Record<string, readonly string[]>>

async function answerQuestions(page: Page, texts: Texts, villageName: (code: string) => string): Promise<void> {
  // A village is searched first: the search sends the form and brings the same page back.
  const searched = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('main form[data-island=autosave] input[name$=".query"]')]
      .filter((one) => one.checkVisibility())
      .map((one) => one.name.replace(/\.query$/, '')),
  )
  for (const field of searched) {
    const code = texts[field]?.[0]
    const card = page.locator(`[name="${field}"][value="${code}"]`)
    if (code === undefined || (await card.count()) > 0) continue
    await page.locator(`[name="${field}.query"]`).fill(villageName(code))
    await press(page.locator(`button[name=search][value="${field}"]`))
    await card.check()
  }
  await page.evaluate(fillByLabel, texts)
  await press(page.getByRole('button', { name: 'Simpan dan lanjut' }))
}

/** In the page: answers what is visible, by its label; what an answer opens is answered too. */
function fillByLabel(texts: Texts): void {
  const done = new Set<HTMLElement>()
  for (let fresh = true; fresh; ) {
    fresh = false
    for (const label of document.querySelectorAll<HTMLLabelElement>('main form[data-island=autosave] label')) {
      const control = label.control as HTMLInputElement | null
      if (control === null || done.has(control) || !control.checkVisibility()) continue
      done.add(control)
      if (control.name === 'confirm') control.checked = true
      const wanted = texts[control.name]
      if (wanted === undefined) continue
      if (control.type !== 'radio' && control.type !== 'checkbox') control.value = wanted[0] ?? ''
      else if (wanted.includes(control.value) !== control.checked) {
        label.click()
        fresh = true
      }
    }
  }
}

async function uploadAll(page: Page): Promise<void> {
  const buffer = await smallPhoto()
  const open = page.locator('section > form[enctype="multipart/form-data"]')
  for (let left = await open.count(); left > 0; left--) {
    const form = open.first()
    await form.locator('input[type=file]').setInputFiles({ name: 'surat.jpg', mimeType: 'image/jpeg', buffer })
    await press(form.getByRole('button', { name: /^Unggah/ }))
    if ((await open.count()) >= left)
      throw new Error(`Not taken: ${(await page.locator('.errors, .err').allTextContents()).join('; ')}`)
  }
  await press(page.getByRole('link', { name: 'Periksa dan kirim' }))
}

/** The usual example that a citizen can play at home; otherwise the first usual one. */
export function usualExample(service: string): string {
  const examples = Object.entries(folder.services.find(({ id }) => id === service)!.examples) as [
    string,
    { readonly kind: string; readonly channel: string; readonly before?: unknown },
  ][]
  const usual = examples.filter(([, one]) => one.kind === 'usual').sort(([a], [b]) => (a < b ? -1 : 1))
  const [name] = usual.find(([, one]) => one.channel === 'web' && one.before === undefined) ?? usual[0]!
  return name
}
