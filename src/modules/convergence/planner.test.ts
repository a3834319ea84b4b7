// What planners keep up themselves, on a real database: the map of villages, the catalogue of programmes, the end of a foster package
// and its proofs, the sheet for the meeting.
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventBoundaries } from '../../bindings/demo-boundaries.ts'
import { bindConvergence } from './binding.ts'
import { bindCare } from './care-binding.ts'
import { bindIndicators } from './indicator-binding.ts'
import { bindMap } from './map/map-binding.ts'
import { loadIndicators } from './own-edition-store.ts'
import { listFamiliesOf, putFamilies } from './people-store.ts'
import { bindPlanning } from './planning-binding.ts'
import { bindProgrammes } from './programme-binding.ts'
import { rollUpVillage } from './rollup-commands.ts'
import { listValues } from './rollup-store.ts'
import { readSheet } from './sheet-queries.ts'
import {
  codes,
  openConvergence,
  PERIOD,
  region,
  type TestConvergence,
  TODAY,
  VILLAGE,
  value,
} from './testing/convergence.ts'

let t: TestConvergence
beforeAll(async () => {
  t = await openConvergence()
}, 120_000)
afterAll(() => t.close())

const one = () => t.as('convergence-secretariat', region, 'a')
const bytesOf = (data: unknown) => new TextEncoder().encode(JSON.stringify(data))

describe('the map of villages', () => {
  const input = { source: 'BIG, Batas Desa 2025', editionOn: TODAY }
  const tiles = Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7, 8].map((n): [string, [number, number]] => [`63.11.0${n}`, [n % 3, Math.floor(n / 3)]]),
  )
  it('is checked, looked at, taken into use, replaced with history, and taken back', async () => {
    const port = bindMap(t.tools, t.files)
    const villages = t.tools.villages(region)
    const nobody = t.as(undefined)
    expect(value(await port.readMap(nobody, {})).frame).toBeUndefined()
    const all = inventBoundaries(villages, tiles)
    const first = value(await port.uploadBoundaries(one(), { ...input, bytes: bytesOf(all) }))
    expect(value(await port.uploadBoundaries(one(), { ...input, bytes: bytesOf(all) })).id).toBe(first.id)
    expect(value(await port.readMap(nobody, {})).frame).toBeUndefined()
    value(await port.takeBoundaries(one(), first.id))
    value(await port.takeBoundaries(one(), first.id))
    const map = value(await port.readMap(nobody, { layer: 'score' }))
    expect(map.places.filter((place) => place.shape !== undefined)).toHaveLength(157)
    expect(map.layers.map((layer) => layer.name)).toEqual(['stunting', 'score'])
    expect(map.places[0]!.href).toContain('/figures/areas/')
    // No quarter of scores has ended yet: the list is not empty, and the running quarter stays with those who work on it.
    expect(map.periods.map((period) => period.key)).toEqual(['2026-Q1'])
    expect(map.places.every((place) => place.step === 0)).toBe(true)
    const zoom = value(await port.readMap(one(), { district: '63.11.06', layer: 'missing' }))
    expect(zoom).toMatchObject({ layer: { name: 'missing' }, mayUpload: true })
    expect(zoom.places).toHaveLength(16)

    // A second file lacks a village, names another twice and one that nobody knows.
    const fewer = {
      ...all,
      features: [
        ...all.features.slice(1),
        all.features[1],
        { ...all.features[0]!, properties: { nama: "Robert'; drop table boundary_map; -- 🌾" } },
      ],
    }
    const second = value(await port.uploadBoundaries(one(), { ...input, bytes: bytesOf(fewer) }))
    const preview = value(await port.previewBoundaries(one(), second.id))
    expect(preview.missing.map((village) => village.code)).toEqual([villages[0]!.code])
    expect(preview.odd.map((odd) => odd.why)).toEqual(['taken', 'unknown'])
    value(await port.takeBoundaries(one(), second.id))
    const states = value(await port.listBoundaries(one())).maps.map((line) => [line.id, line.state])
    expect(Object.fromEntries(states)).toEqual({ [first.id]: 'replaced', [second.id]: 'current' })
    value(await port.takeBoundaries(one(), first.id))
    expect(value(await port.readMap(nobody, {})).places.every((place) => place.shape !== undefined)).toBe(true)
    expect(await t.journalled('convergence.map-use')).toBe(3)
  })
  it('belongs to the secretariat; a wrong file changes nothing', async () => {
    const port = bindMap(t.tools, t.files)
    for (const visitor of [t.as('programme-officer'), t.as('village-head', VILLAGE), t.as(undefined)]) {
      expect(codes(await port.uploadBoundaries(visitor, { ...input, bytes: bytesOf({}) }))).toEqual([
        'convergence-not-yours',
      ])
      expect(codes(await port.listBoundaries(visitor))).toEqual(['convergence-not-yours'])
    }
    expect(codes(await port.uploadBoundaries(one(), input))).toEqual(['map-file-missing'])
    expect(codes(await port.uploadBoundaries(one(), { ...input, bytes: new Uint8Array(12_000_001) }))).toEqual([
      'map-file-large',
    ])
    const { features } = inventBoundaries(t.tools.villages(region).slice(0, 3), tiles)
    const far = {
      type: 'FeatureCollection',
      features: features.map((one) => ({ ...one, properties: { kode: '9999999999' } })),
    }
    expect(codes(await port.uploadBoundaries(one(), { ...input, bytes: bytesOf(far) }))).toEqual([
      'map-nothing-matches',
    ])
    expect(codes(await port.readMap(one(), { district: "63.11.06' or 1=1" }))).toEqual(['not-found'])
    expect(value(await port.listBoundaries(one())).maps).toHaveLength(2)
  })
})

describe('the catalogue of programmes', () => {
  const input = {
    name: 'Dapur Sehat Desa',
    about: 'Makan bersama balita tiap Jumat',
    aboutEnglish: '',
    agency: 'dinkes',
    pillar: '3',
    services: ['kek-food'],
    source: '',
  }
  it('is kept up by agencies for themselves and by the secretariat for all', async () => {
    const port = bindProgrammes(t.tools)
    const officer = t.as('programme-officer', region, 'a', 'dinkes')
    const { id } = value(await port.saveProgramme(officer, undefined, input))
    expect(codes(await port.saveProgramme(officer, undefined, { ...input, name: ' dapur sehat DESA ' }))).toEqual([
      'convergence-programme-known',
    ])
    expect(
      codes(
        await port.saveProgramme(officer, undefined, {
          ...input,
          name: 'x'.repeat(10_000),
          about: '',
          agency: 'puprperkim',
          pillar: '77',
          services: ["'; --"],
        }),
      ),
    ).toEqual([
      'convergence-text-long',
      'convergence-text-missing',
      'convergence-choice',
      'convergence-choice',
      'convergence-choice',
    ])
    const stranger = t.as('programme-officer', region, 'b', 'puprperkim')
    expect(codes(await port.saveProgramme(stranger, id, { ...input, agency: 'puprperkim' }))).toEqual([
      'convergence-programme-unknown',
    ])
    expect(codes(await port.closeProgramme(stranger, id, 'sudah tidak perlu'))).toEqual([
      'convergence-programme-unknown',
    ])
    expect(codes(await port.saveProgramme(t.as('village-head', VILLAGE), undefined, input))).toEqual([
      'convergence-not-yours',
    ])
    value(
      await port.saveProgramme(one(), id, {
        ...input,
        services: ['kek-food', 'measles'].slice(0, 1),
        about: 'Diubah 🍲',
      }),
    )

    const gap = bindConvergence(t.tools)
    const choices = async () =>
      value(await gap.readGap(one(), { village: VILLAGE, indicator: 'SP1' })).programmes!.map(
        (programme) => programme.id,
      )
    expect(await choices()).toContain(id)
    expect(codes(await port.closeProgramme(officer, id, 'x'))).toEqual(['convergence-reason'])
    value(await port.closeProgramme(officer, id, 'Digabung ke program lain'))
    value(await port.closeProgramme(officer, id, ''))
    expect(await choices()).not.toContain(id)
    value(await port.openProgramme(one(), id))
    expect(
      value(await port.readForm(officer, id))
        .history.map((change) => change.kind)
        .sort(),
    ).toEqual(['changed', 'closed', 'made', 'opened'])
  })
})

describe('the end of a package', () => {
  const photo = () =>
    sharp({ create: { width: 600, height: 600, channels: 3, background: '#8a8' } })
      .composite([
        {
          input: Buffer.from(
            '<svg width="600" height="600"><text x="40" y="300" font-size="60">KUITANSI 12</text></svg>',
          ),
        },
      ])
      .png()
      .withMetadata({ exif: { IFD0: { Artist: 'rahasia' } } })
      .toBuffer()
  it('needs a delivery, keeps its result, and shows its proof to whom the family allows', async () => {
    const port = bindCare(t.tools, t.files)
    const [team, giver] = [t.as('family-team', VILLAGE), t.as('foster-parent', region, 'g', 'asuh')]
    await t.db.inRegion(region, async (tx) => {
      const families = await listFamiliesOf(tx, region, VILLAGE)
      await putFamilies(
        tx,
        families.slice(0, 1).map((family) => ({ ...family, is_target: true, is_at_risk: true, factors: ['latrine'] })),
      )
    })
    const { id } = value(
      await port.offerPackage(giver, { village: VILLAGE, kind: 'latrine', months: '1', amount: '2.500.000' }),
    )
    const end = { result: 'factor-gone', endedOn: TODAY, note: 'Jamban selesai dibangun' }
    expect(codes(await port.closePackage(team, id, end))).toEqual(['convergence-consent'])
    value(await port.consent(team, id, 'code'))
    expect(codes(await port.closePackage(team, id, end))).toEqual(['convergence-no-delivery'])
    expect(
      codes(
        await port.noteEvent(team, id, {
          kind: 'delivery',
          on: TODAY,
          body: 'Semen',
          proof: new TextEncoder().encode('<script>'),
        }),
      ),
    ).toEqual(['upload-unreadable'])
    const sent = new Uint8Array(await photo())
    value(await port.noteEvent(team, id, { kind: 'delivery', on: TODAY, body: 'Semen dan kloset', proof: sent }))
    const event = value(await port.readPackage(giver, id)).events[0]!
    expect(event.hasProof).toBe(true)
    const proof = value(await port.readProof(giver, id, event.id))
    expect([...proof.slice(0, 2)]).toEqual([0xff, 0xd8])
    expect(Buffer.from(proof).includes('rahasia')).toBe(false)
    expect(await t.journalled('convergence.proof-read')).toBe(1)
    for (const other of [
      t.as('foster-parent', region, 'other', 'asuh'),
      t.as('family-team', '63.11.08.2012'),
      t.as('programme-officer'),
      t.as(undefined),
    ])
      expect((await port.readProof(other, id, event.id).catch(() => ({ ok: false }))).ok).toBe(false)

    expect(codes(await port.closePackage(giver, id, end))).toEqual(['convergence-not-yours'])
    expect(codes(await port.closePackage(team, id, { ...end, note: 'NIK 6311 0601 0190 9901' }))).toEqual([
      'convergence-number-in-text',
    ])
    expect(codes(await port.closePackage(team, id, { ...end, endedOn: '2031-01-01' }))).toEqual([
      'convergence-ended-on',
    ])
    value(await port.closePackage(team, id, end))
    value(await port.closePackage(team, id, end))
    expect(value(await port.readPackage(giver, id))).toMatchObject({
      state: 'finished',
      mayClose: false,
      mayNote: false,
      end: { result: 'factor-gone', note: 'Jamban selesai dibangun' },
    })
    expect(await t.journalled('convergence.package-close')).toBe(1)
  })
  it('evidence of an action is a paper or a picture made anew, open to those who may read the action', async () => {
    const port = bindPlanning(t.tools, t.files)
    const evil = new TextEncoder().encode('<svg onload="alert(1)">')
    expect(codes(await port.noteAction(one(), '2026', '2', { kind: 'evidence', body: 'Rencana', file: evil }))).toEqual(
      ['upload-unreadable'],
    )
    value(
      await port.noteAction(one(), '2026', '2', {
        kind: 'evidence',
        body: 'Rencana',
        file: new Uint8Array(await photo()),
      }),
    )
    const note = value(await port.readAction(one(), '2026', '2')).notes.find((found) => found.hasFile)!
    expect([
      ...value(await port.readEvidence(t.as('village-head', VILLAGE), '2026', '2', note.id)).slice(0, 2),
    ]).toEqual([0xff, 0xd8])
    expect(codes(await port.readEvidence(t.as('foster-parent'), '2026', '2', note.id))).toEqual([
      'convergence-proof-unknown',
    ])
    expect(codes(await port.readEvidence(one(), '2026', '3', note.id))).toEqual(['convergence-proof-unknown'])
    expect(codes(await port.readEvidence(one(), '2026', '2', 'x'))).toEqual(['convergence-proof-unknown'])
  })
})

describe('editions of the indicators', () => {
  const input = {
    name: 'Target Balangan 2026',
    source: 'Perbup contoh 1/2026',
    from: PERIOD,
    indicators: { SP7: { target: '95,5', owner: 'dinkes', budgetCode: '1.02.02' } },
  }
  it('are drafted by one, confirmed by another, hold from their quarter on and leave old results alone', async () => {
    const port = bindIndicators(t.tools)
    const two = t.as('convergence-secretariat', region, 'b')
    const before = '2026-Q1'
    const target = async (period: string) =>
      value(await bindConvergence(t.tools).readVillage(one(), VILLAGE, period)).indicators.find(
        (line) => line.indicator.code === 'SP7',
      )!.targetShare
    expect(await target(PERIOD)).toBe('90.0')
    const all = value(await port.readIndicators(one()))
    const unchanged = Object.fromEntries(
      all.indicators.map((line) => [
        line.indicator.code,
        { target: line.target, owner: line.indicator.owner, budgetCode: line.indicator.budgetCode ?? '' },
      ]),
    )
    expect(codes(await port.draftEdition(one(), { ...input, indicators: unchanged }))).toEqual([
      'convergence-edition-same',
    ])
    expect(
      codes(
        await port.draftEdition(one(), {
          name: '',
          source: "'; --",
          from: before,
          indicators: { SP7: { target: '101', owner: 'x'.repeat(10_000), budgetCode: '🙂' } },
        }),
      ),
    ).toEqual(['convergence-text-missing', 'convergence-edition-from', 'convergence-target', 'convergence-choice'])
    value(await port.draftEdition(one(), { ...input, name: 'Rancangan pertama' }))
    value(await port.draftEdition(one(), { ...input, indicators: { ...unchanged, ...input.indicators } }))
    const [draft, ...others] = value(await port.readIndicators(two)).editions
    expect(others).toEqual([])
    expect(draft).toMatchObject({ name: input.name, state: 'drafted', isMine: false })
    expect(draft!.changes.map((change) => change.code)).toEqual(['SP7'])
    expect(codes(await port.confirmEdition(one(), draft!.id))).toEqual(['convergence-second-person'])
    expect(codes(await port.confirmEdition(t.as('programme-officer'), draft!.id))).toEqual(['convergence-not-yours'])
    value(await port.confirmEdition(two, draft!.id))
    value(await port.confirmEdition(two, draft!.id))
    expect(await target(PERIOD)).toBe('95.5')
    expect(await target(before)).toBe('90.0')
    expect(
      codes(
        await port.draftEdition(one(), {
          ...input,
          indicators: { SP7: { target: '50', owner: 'dinkes', budgetCode: '' } },
        }),
      ),
    ).toEqual(['convergence-edition-from'])
    expect(await t.journalled('convergence.edition-confirm')).toBe(1)
  })

  it('an indicator of the region’s own is data: drafted, confirmed, counted from its service from its quarter on', async () => {
    const port = bindIndicators(t.tools)
    const two = t.as('convergence-secretariat', region, 'b')
    const next = '2026-Q3'
    const own = {
      code: 'lk1',
      name: 'Anak 6–23 bulan makan beragam',
      nameEnglish: '',
      kind: 'supply',
      direction: 'higher',
      service: 'complementary-food',
      target: '70',
      owner: 'dinkes',
      budgetCode: '',
    }
    const draft = { name: 'Indikator daerah', source: 'Perbup contoh 2/2026', from: next, indicators: {} }
    expect(
      codes(
        await port.draftEdition(one(), {
          ...draft,
          added: [
            { ...own, code: 'SP77', name: '', target: '101', owner: "'; --", service: 'x'.repeat(10_000), kind: '😀' },
          ],
        }),
      ),
    ).toEqual([
      'convergence-indicator-code',
      'convergence-text-missing',
      'convergence-target',
      'convergence-choice',
      'convergence-choice',
      'convergence-choice',
    ])
    expect(codes(await port.draftEdition(one(), { ...draft, added: [own, own] }))).toEqual([
      'convergence-indicator-known',
    ])
    value(await port.draftEdition(one(), { ...draft, added: [own, { ...own, code: '', name: '' }] }))
    const [drafted] = value(await port.readIndicators(two)).editions
    expect(drafted!.changes).toMatchObject([{ code: 'LK1', before: '–', after: '70 %, Dinas Kesehatan' }])
    value(await port.confirmEdition(two, drafted!.id))
    await t.db.inRegion(region, async (tx) => {
      const held = await loadIndicators(tx, region, '2026-07-01')
      expect(held.indicators.at(-1)).toMatchObject({ code: 'LK1', service: 'complementary-food', unit: 'person' })
      expect((await loadIndicators(tx, region, '2026-06-30')).indicators.some(({ code }) => code === 'LK1')).toBe(false)
      await rollUpVillage(tx, region, next, VILLAGE, t.tools.now())
      const counted = (await listValues(tx, region, next, { village: VILLAGE })).filter(({ indicator }) =>
        ['SP5', 'LK1'].includes(indicator),
      )
      const [a, b] = counted.map(({ list_numerator, list_denominator }) => [list_numerator, list_denominator])
      expect(counted).toHaveLength(2)
      expect(a).toEqual(b)
    })
  })
})

it('the sheet for the meeting hides small counts even from those who know the people', async () => {
  const midwife = t.as('midwife', VILLAGE)
  const sheet = value(await readSheet(t.tools, midwife, VILLAGE, PERIOD))
  const counts = sheet.village.indicators.flatMap((line) => (line.count?.kind === 'exact' ? [line.count] : []))
  for (const { numerator, denominator } of counts) {
    expect(numerator === 0 || numerator >= 5 || denominator < 2).toBe(true)
    expect(denominator - numerator === 0 || denominator - numerator >= 5 || denominator < 2).toBe(true)
  }
  expect(codes(await readSheet(t.tools, t.as('foster-parent'), VILLAGE, PERIOD))).toEqual(['convergence-not-yours'])
  expect(codes(await readSheet(t.tools, midwife, VILLAGE, 'x'.repeat(10_000)))).toEqual(['convergence-period-unknown'])
})
