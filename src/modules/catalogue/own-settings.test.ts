// What a region sets of a service, and whom a change concerns. Must stay true: nothing the page does not show is lost.
import { describe, expect, it } from 'vitest'
import { packagedServices } from '../../bindings/packaged-services.ts'
import { consequencesOf, isBreaking, sideOf } from './consequences.ts'
import { difference } from './difference.ts'
import { formOf, optionalFields, overlayOf } from './own-settings.ts'
import { mustCompile } from './revision.ts'

const published = mustCompile(packagedServices().find((one) => one.id === 'birth-wni')!.revision)

describe('own settings', () => {
  it('give back what they were read from, and keep what the page does not show', () => {
    const overlay = { letterhead: 'Kop', series: 'AB', deadlineOfficeHours: 16 } as const
    expect(overlayOf(published, overlay, formOf(published, overlay))).toEqual({ ok: true, value: overlay })
    expect(overlayOf(published, {}, formOf(published, {}))).toEqual({ ok: true, value: {} })
  })

  it('read amounts as people write them and name each fault', () => {
    const form = formOf(published, {})
    expect(overlayOf(published, {}, { ...form, hours: ' 16 ', channels: ['web', 'rumour'] })).toEqual({
      ok: true,
      value: { deadlineOfficeHours: 16, channels: ['web'] },
    })
    const wrong = overlayOf(
      published,
      {},
      { channels: [], fee: "'; --", feeBasis: '', hours: '0', hide: ['childName'] },
    )
    expect(wrong.ok ? [] : wrong.refusals.map((one) => one.code)).toEqual(['own-channels', 'own-fee', 'own-hours'])
    const paid = overlayOf(published, {}, { ...form, fee: 'Rp 10.000', feeBasis: '' })
    expect(paid).toMatchObject({ ok: false, refusals: [{ code: 'own-fee-basis' }] })
  })

  it('hide optional questions only', () => {
    const services = packagedServices().map(({ revision }) => mustCompile(revision))
    const one = services.find((service) => optionalFields(service).length > 0)!
    const must = one.pages.flatMap((page) => page.fields).find((field) => field.required === true)!
    const may = optionalFields(one)[0]!.key
    const form = { ...formOf(one, {}), hide: [may, must.key] }
    expect(overlayOf(one, {}, form)).toEqual({ ok: true, value: { hide: [may] } })
  })
})

it('says whom a change concerns, the gravest first, and a hidden question as such', () => {
  const found = consequencesOf(
    [
      difference('texts', 'texts', 'wording', 'Kata-kata.', 'Words.'),
      difference('state', 'verification', 'rule', 'Tahap.', 'State.'),
      difference('field-when', 'weight', 'question', 'Syarat lain.', 'Other condition.'),
    ],
    {},
    { hide: ['weight'] },
    () => ({ id: 'Berat', en: 'Weight' }),
  )
  expect(found.map(({ side, severity }) => [side, severity, isBreaking(severity)])).toEqual([
    ['citizen', 'answers', true],
    ['officer', 'rule', true],
    ['citizen', 'wording', false],
  ])
  expect(found[0]?.text.id).toContain('“Berat” tidak ditanyakan lagi')
  expect(sideOf('fee')).toBe('citizen')
})
