// The tables of figures as files, each behind the query of its page; small counts are hidden as there. Must stay true: columns never change their
// meaning; new ones are added at the end; whose names stand in a table is told, so that the journal can.
import { accept } from '../kernel/refusal.ts'
import type { Reach, TableSource } from '../modules/growth/downloads/downloads-port.ts'
import { mayShowShare, shownCount, shownPart } from '../modules/growth/figures.ts'
import type { FiguresPort } from '../modules/growth/figures-port.ts'
import { cell, decimalText, SEX, yesNo } from './tables-cells.ts'

export type FiguresPorts = {
  readonly figures: Pick<FiguresPort, 'readArea' | 'listCentres' | 'readCentre'>
}

/** Figures are public on their pages; whole tables of them are for those who work here. */
const worksHere = ({ may }: Reach): boolean => Object.values(may).some(Boolean)

export function figuresTables(ports: FiguresPorts): readonly TableSource[] {
  return [
    {
      key: 'centres',
      section: 'posyandu',
      name: { id: 'Posyandu dibandingkan', en: 'Posyandu compared' },
      about: { id: 'SKDN tiap posyandu Puskesmas Anda.', en: 'SKDN of each posyandu of your health centre.' },
      asks: ['month'],
      personal: false,
      offered: ({ may }) => may.health,
      async read(visitor, { month }) {
        const rows: string[][] = []
        let columns: readonly string[] = []
        for (const { centreId, name } of await ports.figures.listCentres(visitor)) {
          const view = await ports.figures.readCentre(visitor, centreId, month)
          if (!view.ok) return view
          for (const one of view.value.posyandus) {
            columns = one.indicators.map(({ code }) => code)
            rows.push([
              name,
              one.name,
              one.village,
              view.value.month,
              ...[one.counts?.S, one.counts?.D, one.counts?.twoT, one.counts?.BGM, one.counts?.flagged].map(cell),
              cell(one.closedVersion),
              ...one.indicators.map((i) =>
                i.percentHundredths === undefined ? '' : decimalText(i.percentHundredths, 100),
              ),
            ])
          }
        }
        return accept({
          figures: ['S', 'D', '2T', 'BGM', 'ukur_ulang', 'versi_ditutup', ...columns.map((code) => `${code}_persen`)],
          columns: [
            'puskesmas',
            'posyandu',
            'desa',
            'bulan',
            'S',
            'D',
            '2T',
            'BGM',
            'ukur_ulang',
            'versi_ditutup',
            ...columns.map((code) => `${code}_persen`),
          ],
          rows,
        })
      },
    },
    {
      key: 'figures',
      section: 'region',
      name: { id: 'Angka pertumbuhan per tempat', en: 'Figures of growth by place' },
      about: {
        id: 'Pendek, gizi kurang, berat kurang tiap kecamatan dan desa.',
        en: 'Stunting, wasting, underweight of each district and village.',
      },
      asks: ['month'],
      personal: false,
      offered: worksHere,
      async read(visitor, { month }) {
        const region = visitor.region!.code
        const rows: string[][] = []
        for (const condition of ['stunting', 'wasting', 'underweight'] as const) {
          const top = await ports.figures.readArea(visitor, region, { month, condition })
          if (!top.ok) return top
          const districts = await Promise.all(
            top.value.places.map(({ code }) => ports.figures.readArea(visitor, code, { month, condition })),
          )
          const areas = [top.value, ...districts.flatMap((one) => (one.ok ? [one.value] : []))]
          for (const { maySeeAll, places, filter } of areas)
            for (const { code, name, figure } of places) {
              const p = figure?.prevalence
              const count = (n: number | undefined) => (n === undefined ? '' : String(shownCount(n, maySeeAll)))
              rows.push([
                code,
                name,
                filter.month,
                condition,
                count(p?.all),
                count(p?.measured),
                figure === undefined ? '' : String(shownPart(figure, 'valid', maySeeAll)),
                figure === undefined ? '' : String(shownPart(figure, 'cases', maySeeAll)),
                p?.percentHundredths === undefined || !mayShowShare(figure!, maySeeAll)
                  ? ''
                  : decimalText(p.percentHundredths, 100),
                p === undefined ? '' : yesNo(!p.notRepresentative),
              ])
            }
        }
        return accept({
          figures: ['anak', 'diukur', 'sah', 'kasus', 'persen'],
          columns: ['kode', 'tempat', 'bulan', 'keadaan', 'anak', 'diukur', 'sah', 'kasus', 'persen', 'mewakili'],
          rows,
        })
      },
    },
    {
      key: 'groups',
      section: 'region',
      name: { id: 'Angka menurut umur dan jenis kelamin', en: 'Figures by age and sex' },
      about: { id: 'Seluruh kabupaten.', en: 'The whole region.' },
      asks: ['month'],
      personal: false,
      offered: worksHere,
      async read(visitor, { month }) {
        const rows: string[][] = []
        for (const condition of ['stunting', 'wasting', 'underweight'] as const) {
          const view = await ports.figures.readArea(visitor, visitor.region!.code, { month, condition })
          if (!view.ok) return view
          const { groups, maySeeAll, filter } = view.value
          for (const { sex, ageGroup, figure } of groups) {
            const p = figure?.prevalence
            rows.push([
              filter.month,
              condition,
              sex === 0 ? 'semua' : SEX[sex],
              ageGroup,
              figure === undefined ? '' : String(shownPart(figure, 'valid', maySeeAll)),
              figure === undefined ? '' : String(shownPart(figure, 'cases', maySeeAll)),
              p?.percentHundredths === undefined || !mayShowShare(figure!, maySeeAll)
                ? ''
                : decimalText(p.percentHundredths, 100),
            ])
          }
        }
        return accept({
          figures: ['sah', 'kasus', 'persen'],
          columns: ['bulan', 'keadaan', 'jenis_kelamin', 'umur_bulan', 'sah', 'kasus', 'persen'],
          rows,
        })
      },
    },
    {
      key: 'surveys',
      section: 'region',
      name: { id: 'Angka survei', en: 'Figures of surveys' },
      about: {
        id: 'SSGI dan survei lain, terpisah dari penimbangan rutin.',
        en: 'SSGI and other surveys, apart from routine weighing.',
      },
      asks: [],
      personal: false,
      offered: worksHere,
      async read(visitor) {
        const view = await ports.figures.readArea(visitor, visitor.region!.code, {})
        if (!view.ok) return view
        return accept({
          figures: ['tahun', 'persen'],
          columns: ['tahun', 'cara', 'persen', 'sumber'],
          rows: view.value.surveys.map((one) => [
            String(one.year),
            one.method,
            decimalText(one.permyriad, 100),
            one.source,
          ]),
        })
      },
    },
  ]
}
