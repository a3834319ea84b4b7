// The paper forms of all services, filled in from their golden examples: every answer stands on one, one box is ticked, nothing is cut.
// Must stay true: what the register knows of somebody on another card is not printed for the applicant.
import { describe, expect, it } from 'vitest'
import { exampleEnvironment } from '../catalogue/check-cli.ts'
import { compileService } from '../catalogue/compile.ts'
import { ExampleSchema } from '../catalogue/example.ts'
import { runExample } from '../catalogue/examples.ts'
import { readShape } from '../catalogue/fault.ts'
import { readServices } from '../catalogue/files.ts'
import { checkFormsOf, checkUnused, isPaper, readForms } from '../catalogue/printed-form.ts'
import type { FormSheet } from '../documents/form-sheet.ts'
import { renderSheet } from '../documents/render/render-sheet.ts'
import { collisions, onPdf, wordsOf } from '../documents/render/test-tools.ts'
import { snapshotOfExample } from '../register/example-register.ts'
import { fillForm } from './form-filling.ts'

const folder = readServices('services')
const environment = exampleEnvironment('instruments')
const { forms, faults } = readForms(folder.forms ?? {})
const services = folder.services.flatMap((one) => compileService(one.service, folder.shared, one.id).service ?? [])
const OFFICE = {
  regency: 'Kabupaten Balangan',
  regencyName: 'Balangan',
  province: 'Kalimantan Selatan',
  office: 'Dinas',
  address: '',
  contact: '',
  place: 'Paringin',
}
const A4 = { width: 595.28, height: 841.89 }

function sheetsOf(id: string, name: string): readonly FormSheet[] {
  const one = folder.services.find((service) => service.id === id)!
  const service = services.find((compiled) => compiled.id === id)!
  const example = readShape(ExampleSchema, one.examples[name], name).value!
  const { session } = runExample(service, example, environment)
  const named = service.definition.forms.flatMap((code) => forms.get(code) ?? [])
  return named.map((form) =>
    fillForm({
      form,
      forms: named,
      service,
      session,
      snapshot: snapshotOfExample('63.11', example.register),
      ...(example.applicant === undefined ? {} : { applicant: example.applicant }),
      number: 'GS-20260410-K7QX-00042-T',
      place: 'Paringin',
      sentOn: '2026-04-10',
      printedOn: '2026-04-11',
      villageName: (code) => `Desa ${code}`,
    }),
  )
}
const rowsOf = (sheet: FormSheet) =>
  sheet.sections.flatMap(({ parts }) => parts.flatMap(({ heading, rows }) => rows.map((row) => ({ heading, ...row }))))
const draw = (sheet: FormSheet) =>
  renderSheet(sheet, { documentId: 'c', issuedAtMs: Date.UTC(2026, 3, 11), office: OFFICE, emblems: {} })
const bare = (text: string) => text.replace(/\s+/g, '')

it('has a place for every question of every service, each form being used', () => {
  expect([
    faults,
    services.flatMap((service) => checkFormsOf(service, forms, new Map())),
    checkUnused(forms, services),
  ]).toEqual([[], [], []])
  const birth = services.find(({ id }) => id === 'birth-wni')!
  const poorer = { ...forms.get('F-2.01')!, events: [], sections: forms.get('F-2.01')!.sections.slice(0, 4) }
  const told = checkFormsOf(birth, new Map([['F-2.01', poorer]]), new Map()).map(({ message }) => message)
  expect(told).toContain('0 boxes of form F-2.01 stand for "birth-wni", not one')
  expect(told).toContain('question "childName" has no place on F-2.01')
  expect(checkFormsOf(birth, new Map(), new Map()).map(({ message }) => message)).toEqual(['there is no form "F-2.01"'])
  expect(checkFormsOf(birth, new Map(), forms)).toEqual([])
  expect(checkUnused(new Map([['F-2.01', poorer]]), []).map(({ message }) => message)).toContain(
    'no service asks "witness1"',
  )
  expect(readForms({ 'F-2.02': poorer }).faults[0]?.message).toBe('the code is "F-2.01", the file "F-2.02.json"')
})

const longest = new Map<string, FormSheet>()
const paper = folder.services.filter((one) =>
  (one.service as { readonly forms: readonly string[] }).forms.some(isPaper),
)
describe.each(paper.map(({ id, examples }) => [id, examples] as const))('forms of %s', (id, examples) => {
  it.each(Object.keys(examples).filter((name) => name.startsWith('usual')))('%s', (name) => {
    const sheets = sheetsOf(id, name)
    const service = services.find((one) => one.id === id)!
    const printed = sheets.flatMap(rowsOf)
    for (const sheet of sheets) {
      expect(sheet.boxes.length === 0 || sheet.boxes.filter(({ isTicked }) => isTicked).length === 1).toBe(true)
      expect(rowsOf(sheet).filter(({ value }) => value === '' || value.includes('[object'))).toEqual([])
      const { length } = JSON.stringify(sheet)
      if (length > JSON.stringify(longest.get(sheet.code) ?? '').length) longest.set(sheet.code, sheet)
    }
    // Each question that was answered is on one of the forms, under its own words.
    const { session } = runExample(service, readShape(ExampleSchema, examples[name], name).value!, environment)
    for (const key of Object.keys(session.answersThatCount)) {
      const field = service.fields[key]!
      const words = [
        field.label.id,
        'short' in field ? field.short?.id : undefined,
        'item' in field ? field.item.id : undefined,
      ]
      expect(
        printed.some(({ label, heading = '' }) =>
          words.some((word) => word === label || (word !== undefined && heading.startsWith(word))),
        ),
      ).toBe(true)
    }
  })
})

it('prints the longest of each form with nothing cut and nothing lost', async () => {
  expect([...longest.keys()].sort()).toEqual([...forms.keys()].sort())
  for (const sheet of longest.values()) {
    const bytes = await draw(sheet)
    const text = bare(onPdf(bytes, 'pdftotext', '-raw', '{}', '-'))
    for (const row of rowsOf(sheet)) expect(text).toContain(bare(row.value).slice(0, 25))
    expect(text).toContain(bare(sheet.title.toUpperCase()).slice(0, 30))
    const words = wordsOf(bytes)
    expect(collisions(words)).toEqual([])
    const outside = words.filter(({ box: [left, top, right, bottom] }) => {
      return left < 40 || right > A4.width - 40 || top < 30 || bottom > A4.height - 25
    })
    expect(outside).toEqual([])
  }
}, 60_000)

it('prints of a witness what was told, of the family what the register knows', () => {
  const [sheet] = sheetsOf('birth-wni', 'usual-health-centre')
  const part = (heading: string) =>
    rowsOf(sheet!)
      .filter((row) => row.heading === heading)
      .map(({ label }) => label)
  expect(part('Saksi pertama')).toEqual(['Nama lengkap', 'NIK'])
  expect(part('Ibu')).toContain('Tempat, tanggal lahir')
})

it('prints words that look like marks as words, letters nobody has as a box, and long ones whole', async () => {
  const [sheet] = sheetsOf('birth-wni', 'usual-health-centre')
  const long = 'Panjang '.repeat(250).trim()
  const rows = [
    { label: 'Nama anak', value: "{v1} **Tebal** '; -- 😀" },
    { label: 'Keterangan', value: long },
    { label: 'Kosong', value: '' },
  ]
  const text = bare(
    onPdf(await draw({ ...sheet!, sections: [{ title: 'Uji', parts: [{ rows }] }] }), 'pdftotext', '-raw', '{}', '-'),
  )
  expect(text).toContain("{v1}**Tebal**';--")
  expect(text.split('Panjang').length - 1).toBe(250)
})
