// The people of the demo at a browser: they sign in, take work, press the buttons of their part. Each function is one
// person's step, written as the person sees it.
import { Buffer } from 'node:buffer'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { press } from './look.ts'

/** A legible photo of a letter, made here. */
export async function photoOfLetter(
  text = 'Surat keterangan kelahiran',
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const lines = Array.from(
    { length: 28 },
    (_, i) => `<text x="60" y="${80 + i * 52}" font-size="30">${text}, baris ${i + 1}, Puskesmas Contoh</text>`,
  ).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1600"><rect width="100%" height="100%" fill="#f4f4f0"/>${lines}</svg>`
  return { name: 'surat.jpg', mimeType: 'image/jpeg', buffer: await sharp(Buffer.from(svg)).jpeg().toBuffer() }
}

export async function signInAs(page: Page, base: string, name: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(`${base}/demo`)
  await press(page.getByRole('button', { name: new RegExp(`sebagai ${name}$`) }).first())
}

/** Fills a box, a list or a choice by its name, when the page has it. */
export async function answer(page: Page, name: string, value: string): Promise<void> {
  const control = page.locator(`[name="${name}"]`)
  if ((await control.count()) === 0) return
  const kind = await control
    .first()
    .evaluate((element) => (element.tagName === 'SELECT' ? 'select' : (element as HTMLInputElement).type))
  if (kind === 'select') await control.selectOption(value)
  else if (kind === 'radio') await page.locator(`[name="${name}"][value="${value}"]`).check()
  else if (kind !== 'hidden') await control.first().fill(value)
}

export const AISYAH: Readonly<Record<string, string>> = {
  role: 'parent',
  childName: 'Aisyah Nur Ramadhani',
  childSex: 'P',
  'birthDate.day': '5',
  'birthDate.month': '3',
  'birthDate.year': '2026',
  birthTime: '04.10',
  birthFacility: '2',
  birthAttendant: '2',
  birthPlurality: '1',
  birthWeightGrams: '3150',
  birthLengthCm: '49',
  birthPlace: 'Balangan',
  witness1: 'nik',
  'witness1.nik': '6311061208819901',
  'witness1.name': 'Rahmadi',
  witness2: 'nik',
  'witness2.nik': '6311065509849901',
  'witness2.name': 'Jamilah',
}

/** Goes through a draft's pages with these answers until the summary; gives how many pages were seen. */
export async function fillDraft(page: Page, answers: Readonly<Record<string, string>>): Promise<number> {
  for (let pages = 1; pages <= 15; pages++) {
    if (/\/review$/.test(page.url())) return pages
    if (/\/documents/.test(page.url())) {
      const form = page.locator('section > form[enctype="multipart/form-data"]').first()
      if ((await page.locator('.upload-has').count()) === 0 && (await form.count()) > 0) {
        await form.locator('input[type=file]').setInputFiles(await photoOfLetter())
        await form.locator('button').click()
        await page.locator('.upload-has').first().waitFor()
      }
      await page.getByRole('link', { name: 'Periksa dan kirim' }).click()
      await page.waitForURL(/\/review$/)
      continue
    }
    for (const [name, value] of Object.entries(answers)) await answer(page, name, value)
    const before = page.url()
    await press(page.getByRole('button', { name: 'Simpan dan lanjut' }))
    if (page.url() === before)
      throw new Error(`The page was refused: ${(await page.locator('.errors li').allTextContents()).join('; ')}`)
  }
  throw new Error('The draft has no end')
}

/** An officer takes the oldest case of the list and does one step with it. */
export async function officerStep(
  page: Page,
  base: string,
  officer: string,
  action: string,
  note?: string,
): Promise<void> {
  await signInAs(page, base, officer)
  await page.goto(`${base}/63.11/office`)
  await press(page.getByRole('button', { name: /^Ambil/ }).first())
  const form = page.locator(`form[action$="/actions/${action}"]`)
  const seen = form.locator('input[name=seen]')
  if ((await seen.count()) > 0) await seen.check()
  if (note !== undefined) await form.locator('textarea[name=note]').fill(note)
  await press(form.locator('button'))
  await page.waitForURL(/show=mine/)
}

/** The code that a stand-in took for a signer. */
export async function lastSigningCode(page: Page, base: string): Promise<string> {
  const messages = await page.context().newPage()
  await messages.goto(`${base}/demo/messages`)
  const code = /tanda tangan Puja Indah: (\d{6})/.exec((await messages.locator('main').textContent()) ?? '')?.[1]
  await messages.close()
  if (code === undefined) throw new Error('No signing code was sent')
  return code
}

/** The head marks every case, proves to be the head, and signs. */
export async function signAll(page: Page, base: string): Promise<void> {
  await signInAs(page, base, 'Contoh Kepala Dinas')
  await page.goto(`${base}/63.11/office/signing`)
  const sign = () => press(page.getByRole('button', { name: /^Tanda tangani/ }))
  for (const summary of await page.locator('details.panel > summary').all()) await summary.click()
  for (const tick of await page.locator('input[name=case]').all()) await tick.check()
  await sign()
  await page.locator('[name=code]').fill(await lastSigningCode(page, base))
  await press(page.getByRole('button', { name: 'Masuk' }))
  // What was marked before the code is still marked.
  await page.waitForURL(/\/office\/signing\?marked=/)
  await sign()
}
