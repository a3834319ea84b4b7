// The tables of villages, families and services as files, each behind the query of its page. Must stay true: names only from queries
// that give names, which journal each of them; counts as the page shows them, small ones hidden.
import { accept } from '../kernel/refusal.ts'
import { say } from '../kernel/text.ts'
import type { FamilyPort } from '../modules/convergence/family-port.ts'
import type { ConvergencePort } from '../modules/convergence/port.ts'
import type { TableSource } from '../modules/growth/downloads/downloads-port.ts'
import { allPages } from '../modules/growth/downloads/downloads-queries.ts'
import { cell, countCells, few, yesNo } from './tables-cells.ts'

export type ConvergencePorts = {
  readonly villages: Pick<ConvergencePort, 'readRegency' | 'readVillage' | 'readGap' | 'listWork'>
  readonly families: Pick<FamilyPort, 'listAtRisk' | 'readChecklist'>
}

export function convergenceTables({ villages, families }: ConvergencePorts): readonly TableSource[] {
  return [
    {
      key: 'families-at-risk',
      section: 'village',
      name: { id: 'Keluarga berisiko stunting', en: 'Families at risk of stunting' },
      about: {
        id: 'Faktor, hari dinilai, sudah didampingi atau belum.',
        en: 'Factors, day of judgement, assisted or not.',
      },
      asks: ['village'],
      personal: true,
      offered: ({ may }) => may.village,
      async read(visitor, { village }) {
        const all = await allPages(
          (after) => families.listAtRisk(visitor, village, after === undefined ? {} : { after }),
          (view) => view.families,
          ({ next }) => next,
        )
        if (!all.ok) return all
        return accept({
          columns: ['kepala_keluarga', 'faktor', 'dinilai', 'didampingi'],
          rows: all.value.map((one) => [
            one.name,
            one.factors.map((factor) => say(factor, visitor.language)).join('; '),
            one.judgedOn,
            yesNo(one.isAssisted),
          ]),
          people: all.value.map(({ familyId }) => familyId),
        })
      },
    },
    {
      key: 'services-due',
      section: 'village',
      name: { id: 'Layanan tiap orang dan keluarga', en: 'Services of each person and family' },
      about: {
        id: 'Konvergensi pribadi: layanan diterima dari yang menjadi hak, triwulan ini.',
        en: 'Personal convergence: services received of those due, this quarter.',
      },
      asks: ['village', 'period'],
      personal: true,
      offered: ({ may }) => may.checks,
      async read(visitor, { village, period }) {
        const all = await allPages(
          (after) =>
            families.readChecklist(visitor, village, {
              period,
              only: 'all',
              ...(after === undefined ? {} : { after }),
            }),
          ({ lines }) => lines,
          ({ next }) => next,
        )
        if (!all.ok) return all
        return accept({
          figures: ['diterima', 'hak'],
          columns: ['jenis', 'nama', 'sasaran', 'diterima', 'hak', 'lengkap', 'berisiko'],
          rows: all.value.map((one) => [
            one.kind === 'person' ? 'orang' : 'keluarga',
            one.name,
            say(one.about, visitor.language),
            String(one.received),
            String(one.due),
            yesNo(one.received === one.due),
            yesNo(one.isAtRisk),
          ]),
          people: all.value.map(({ subjectId }) => subjectId),
        })
      },
    },
    {
      key: 'gap-names',
      section: 'village',
      name: { id: 'Siapa menunggu layanan apa', en: 'Who waits for which service' },
      about: {
        id: 'Semua indikator desa, dengan nama yang belum terlayani.',
        en: 'All indicators of the village, with the names not served.',
      },
      asks: ['village', 'period'],
      personal: true,
      offered: ({ may }) => may.village,
      async read(visitor, { village, period }) {
        const head = await villages.readVillage(visitor, village, period)
        if (!head.ok) return head
        const rows: string[][] = []
        const people: string[] = []
        for (const { indicator } of head.value.indicators) {
          const names = await allPages(
            (after) =>
              villages.readGap(visitor, {
                village,
                indicator: indicator.code,
                period,
                ...(after === undefined ? {} : { after }),
              }),
            (view) => view.names ?? [],
            ({ next }) => next,
          )
          if (!names.ok) return names
          for (const one of names.value) {
            people.push(one.subjectId)
            rows.push([
              indicator.code,
              say(indicator.name, visitor.language),
              one.kind === 'person' ? 'orang' : 'keluarga',
              one.name,
              say(one.about, visitor.language),
              one.state,
              yesNo(one.isAtRisk),
              cell(one.assignedTo),
            ])
          }
        }
        return accept({
          columns: ['indikator', 'nama_indikator', 'jenis', 'nama', 'sasaran', 'keadaan', 'berisiko', 'program'],
          rows,
          people,
        })
      },
    },
    {
      key: 'village-gaps',
      section: 'region',
      name: { id: 'Kesenjangan desa', en: 'Gaps of a village' },
      about: {
        id: 'Tiap indikator: tercapai, target, orang yang kurang, OPD.',
        en: 'Each indicator: reached, target, people missing, agency.',
      },
      asks: ['village', 'period'],
      personal: false,
      offered: ({ may }) => may.region,
      async read(visitor, { village, period }) {
        const view = await villages.readVillage(visitor, village, period)
        if (!view.ok) return view
        return accept({
          figures: ['tercapai', 'sasaran', 'persen', 'target', 'kurang'],
          columns: [
            'kode_desa',
            'desa',
            'triwulan',
            'indikator',
            'nama',
            'jenis',
            'tercapai',
            'sasaran',
            'persen',
            'target',
            'kurang',
            'opd',
            'dasar',
          ],
          rows: view.value.indicators.map((one) => [
            village,
            view.value.name,
            view.value.period.key,
            one.indicator.code,
            say(one.indicator.name, visitor.language),
            one.indicator.kind,
            ...countCells(one.count),
            cell(one.achievedPercent),
            one.targetShare,
            few(one.missing),
            one.ownerName,
            one.basis,
          ]),
        })
      },
    },
    {
      key: 'scorecards',
      section: 'region',
      name: { id: 'Rapor konvergensi semua desa', en: 'Convergence scorecards of all villages' },
      about: {
        id: 'Nilai, tingkat, indikator tersedia, orang yang kurang.',
        en: 'Score, grade, available indicators, people missing.',
      },
      asks: ['period'],
      personal: false,
      offered: ({ may }) => may.region,
      async read(visitor, { period }) {
        const view = await villages.readRegency(visitor, { period, sort: 'name' })
        if (!view.ok) return view
        return accept({
          figures: ['nilai', 'triwulan_lalu', 'spesifik', 'sensitif', 'indikator_tersedia', 'dari', 'orang_kurang'],
          columns: [
            'kode_desa',
            'desa',
            'kecamatan',
            'triwulan',
            'nilai',
            'triwulan_lalu',
            'tingkat',
            'spesifik',
            'sensitif',
            'indikator_tersedia',
            'dari',
            'orang_kurang',
            'daftar_lengkap',
            'lokus',
          ],
          rows: view.value.lines.map((one) => [
            one.code,
            one.name,
            one.district,
            view.value.period.key,
            ...[one.score, one.before, one.grade, one.specific, one.sensitive, one.available, one.of, one.missing].map(
              cell,
            ),
            yesNo(one.isList),
            yesNo(one.isPriority),
          ]),
        })
      },
    },
    {
      key: 'households',
      section: 'region',
      name: { id: 'Konvergensi rumah tangga 1.000 HPK', en: 'Household convergence, first 1,000 days' },
      about: {
        id: 'Tiap desa: rumah tangga HPK yang lengkap layanannya, keluarga berisiko.',
        en: 'Each village: households of the first 1,000 days with every service, families at risk.',
      },
      asks: ['period'],
      personal: false,
      offered: ({ may }) => may.region,
      async read(visitor, { period }) {
        const all = await villages.readRegency(visitor, { period, sort: 'name' })
        if (!all.ok) return all
        return accept({
          figures: ['hpk_lengkap', 'hpk_semua', 'keluarga_berisiko', 'keluarga_dinilai'],
          columns: [
            'kode_desa',
            'desa',
            'kecamatan',
            'triwulan',
            'hpk_lengkap',
            'hpk_semua',
            'keluarga_berisiko',
            'keluarga_dinilai',
          ],
          rows: all.value.lines.map((one) => [
            one.code,
            one.name,
            one.district,
            all.value.period.key,
            ...[one.households.complete, one.households.of, one.atRisk, one.riskKnown].map(few),
          ]),
        })
      },
    },
    {
      key: 'assignments',
      section: 'region',
      name: { id: 'Pekerjaan program', en: 'Work of programmes' },
      about: { id: 'Kesenjangan yang diberikan ke program Anda.', en: 'Gaps given to your programmes.' },
      asks: [],
      personal: false,
      offered: ({ may }) => may.work,
      async read(visitor) {
        const view = await villages.listWork(visitor)
        if (!view.ok) return view
        return accept({
          figures: ['orang', 'terlayani'],
          columns: ['program', 'opd', 'desa', 'layanan', 'batas', 'terlambat', 'orang', 'terlayani', 'catatan'],
          rows: view.value.lines.map((one) => [
            one.programmeName,
            one.agencyName,
            one.villageName,
            say(one.serviceName, visitor.language),
            one.dueOn,
            yesNo(one.isLate),
            few(one.people),
            few(one.delivered),
            one.note,
          ]),
        })
      },
    },
  ]
}
