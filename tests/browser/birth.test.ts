// The whole thread in a real browser: a mother registers her daughter on a phone without JavaScript, four officers do their
// part, she prints a signed deed and family card, a stranger checks the paper (scene 1 of the specification).
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { press } from '../support/look.ts'
import { AISYAH, fillDraft, officerStep, signAll, signInAs } from '../support/people.ts'
import { openTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
beforeAll(async () => {
  server = await openTestServer()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

async function phone(javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled,
    acceptDownloads: true,
  })
  return context.newPage()
}

describe('a birth, from the phone to the signed papers', () => {
  it('works without JavaScript at 360 px, through four officers', async () => {
    const { base } = server
    const page = await phone(false)
    await signInAs(page, base, 'Siti Aminah')
    await page.goto(`${base}/63.11/services/birth-wni`)
    await press(page.getByRole('button', { name: 'Mulai permohonan' }))
    expect(await fillDraft(page, AISYAH)).toBeLessThanOrEqual(8)
    await press(page.getByRole('button', { name: 'Kirim permohonan' }))
    expect(await page.locator('h1').textContent()).toBe('Pemeriksaan berkas')
    const caseUrl = page.url()
    const number = await page.locator('.caseno').textContent()
    expect(number).toMatch(/^GS-20260410-[0-9A-Z]{4}-\d{5}-[0-9A-Z]$/)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)

    await officerStep(page, base, 'Rusdiana', 'screen')
    await officerStep(page, base, 'Lailatul Hikmah', 'verify')
    await officerStep(page, base, 'Norhayati', 'validate')
    await signAll(page, base)
    expect(await page.locator('main').textContent()).toContain('1 permohonan ditandatangani')

    await signInAs(page, base, 'Siti Aminah')
    await page.goto(caseUrl)
    expect(await page.locator('h1').textContent()).toBe('Terbit')
    const papers = await Promise.all(
      (await page.locator('a[href*="/documents/"][href$=".pdf"]').all()).map((link) => link.getAttribute('href')),
    )
    expect(papers).toHaveLength(2)
    // The form of the law, filled in from the application, lies beside them.
    const form = await page.locator('a[href*="/forms/"][href$=".pdf"]').first().getAttribute('href')
    expect((await page.request.get(base + form)).headers()['content-type']).toBe('application/pdf')
    const texts = await Promise.all(
      papers.map(async (href) => readPaper(await (await page.request.get(base + href)).body())),
    )
    expect(texts.join('\n')).toContain('6311064503269901')
    expect(texts.join('\n')).toContain('AISYAH NUR RAMADHANI')
    expect(texts.join('\n')).toMatch(/6311-LU-10042026-\d{4}/)
    await page.context().close()
  })
})

/** The text of a PDF whose signature `pdfsig` finds valid. */
async function readPaper(bytes: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'puja-pdf-'))
  const path = join(folder, 'paper.pdf')
  await writeFile(path, bytes)
  const signature = spawnSync('pdfsig', [path], { encoding: 'utf8' })
  const text = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  await rm(folder, { recursive: true })
  expect(signature.stdout).toContain('Signature is Valid')
  expect(signature.stdout).toContain('Total document signed')
  return text.stdout
}
