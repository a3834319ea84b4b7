// What a region sets of a service, and whom a change concerns. Must stay true: nothing the page does not show is lost.
import { describe, expect, it } from 'vitest'
import { packagedServices } from '../../bindings/packaged-services.ts'
import { consequencesOf, isBreaking, sideOf } from './consequences.ts'
import { difference } from './difference.ts'
import { applyOverlay } from './overlay.ts'
import { formOf, optionalFields, overlayOf } from './own-settings.ts'
import { mustCompile, surroundingsOf } from './revision.ts'

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
      { channels: [], fee: "'; --", feeBasis: '', hours: '0', hide: ['childName'], additions: form.additions },
    )
    expect(wrong.ok ? [] : wrong.refusals.map((one) => one.code)).toEqual(['own-channels', 'own-fee', 'own-hours'])
    const paid = overlayOf(published, {}, { ...form, fee: 'Rp 10.000', feeBasis: '' })
    expect(paid).toMatchObject({ ok: false, refusals: [{ code: 'own-fee-basis' }] })
  })

  it('add an approval, a question and a paper that the overlay takes, and keep or drop what is there', () => {
    const form = formOf(published, {})
    const empty = form.additions
    const added = overlayOf(
      published,
      {},
      {
        ...form,
        additions: {
          ...empty,
          approval: 'validator',
          question: { page: 'child', id: 'Dusun tempat tinggal 🌼', en: 'Hamlet', type: 'text' },
          paper: { id: "Surat'; --", en: 'Letter', hintId: 'Terbaca seluruhnya.', hintEn: 'Readable throughout.' },
          paperMust: true,
        },
      },
    )
    if (!added.ok) throw new Error(JSON.stringify(added.refusals))
    expect(added.value.approval).toMatchObject({ before: 'signing', role: 'validator' })
    expect(added.value.addQuestions).toMatchObject([{ page: 'child', field: { key: 'localDusunTempatTinggal' } }])
    expect(added.value.addDocuments).toMatchObject([{ id: 'local-surat', required: true }])
    const around = surroundingsOf(packagedServices().find((one) => one.id === 'birth-wni')!.revision)
    expect(applyOverlay(published, added.value, around).ok).toBe(true)

    const again = formOf(published, added.value)
    expect(overlayOf(published, added.value, again)).toEqual(added)
    // The same label again becomes another key; unticked goes.
    const twice = {
      ...again.additions,
      question: { page: 'child', id: 'Dusun tempat tinggal', en: 'Hamlet', type: 'date' },
    }
    expect(overlayOf(published, added.value, { ...again, additions: { ...twice, keepPapers: [] } })).toMatchObject({
      value: {
        addQuestions: [{ field: { key: 'localDusunTempatTinggal' } }, { field: { key: 'localDusunTempatTinggal2' } }],
      },
    })
    expect(overlayOf(published, added.value, { ...form, additions: empty })).toEqual({ ok: true, value: {} })
    const wrong = {
      ...empty,
      approval: 'applicant',
      question: { page: 'nowhere', id: 'Dusun', en: 'Hamlet', type: 'text' },
      paper: { id: 'Surat', en: '', hintId: '', hintEn: '' },
    }
    const refused = overlayOf(published, {}, { ...form, additions: wrong })
    expect(refused.ok ? [] : refused.refusals.map(({ code }) => code)).toEqual([
      'own-approval',
      'own-question',
      'own-paper',
    ])
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
