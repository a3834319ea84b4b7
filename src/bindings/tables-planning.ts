// The tables of planning as files, each behind the query of its page. Must stay true: money in whole rupiah; columns never change their
// meaning, new ones are added at the end.
import { accept } from '../kernel/refusal.ts'
import { say } from '../kernel/text.ts'
import type { IndicatorPort } from '../modules/convergence/indicator-port.ts'
import type { PlanningPort } from '../modules/convergence/planning-port.ts'
import type { ProgrammePort } from '../modules/convergence/programme-port.ts'
import type { TableSource } from '../modules/growth/downloads/downloads-port.ts'
import { cell, yesNo } from './tables-cells.ts'

export type PlanningPorts = {
  readonly planning: Pick<PlanningPort, 'readPriority' | 'readActions' | 'readBudget'>
  readonly programmes: Pick<ProgrammePort, 'listProgrammes'>
  readonly indicators: Pick<IndicatorPort, 'readIndicators'>
}

export function planningTables(ports: PlanningPorts): readonly TableSource[] {
  const { planning } = ports
  return [
    {
      key: 'programmes',
      section: 'region',
      name: { id: 'Katalog program', en: 'Catalogue of programmes' },
      about: {
        id: 'Program tiap OPD dan layanan yang diberikan.',
        en: 'Programmes of each agency and the services they give.',
      },
      asks: [],
      personal: false,
      offered: ({ may }) => may.region,
      async read(visitor) {
        const view = await ports.programmes.listProgrammes(visitor)
        if (!view.ok) return view
        return accept({
          columns: ['program', 'opd', 'pilar', 'layanan', 'berjalan', 'ditutup', 'alasan', 'sumber'],
          rows: view.value.programmes.map((one) => [
            one.name,
            one.agencyName,
            say(one.pillarName, visitor.language),
            one.services.map(({ code }) => code).join('; '),
            yesNo(one.isActive),
            cell(one.closedOn),
            one.closedReason,
            one.source,
          ]),
        })
      },
    },
    {
      key: 'indicators',
      section: 'region',
      name: { id: 'Indikator dan target', en: 'Indicators and targets' },
      about: {
        id: 'Edisi yang berlaku: pembilang, penyebut, target, OPD.',
        en: 'The edition in force: numerator, denominator, target, agency.',
      },
      asks: [],
      personal: false,
      offered: ({ may }) => may.region,
      async read(visitor) {
        const view = await ports.indicators.readIndicators(visitor)
        if (!view.ok) return view
        const { language } = visitor
        return accept({
          figures: ['target_persen'],
          columns: [
            'kode',
            'nama',
            'jenis',
            'pembilang',
            'penyebut',
            'satuan',
            'arah',
            'target_persen',
            'dikonfirmasi',
            'opd',
            'kode_anggaran',
            'sumber',
          ],
          rows: view.value.indicators.map(({ indicator: one, target, isConfirmed, ownerName }) => [
            one.code,
            say(one.name, language),
            one.kind,
            say(one.numerator, language),
            say(one.denominator, language),
            one.unit,
            one.direction,
            target,
            yesNo(isConfirmed),
            ownerName,
            cell(one.budgetCode),
            one.source,
          ]),
        })
      },
    },
    {
      key: 'priority-villages',
      section: 'region',
      name: { id: 'Desa lokus', en: 'Priority villages' },
      about: {
        id: 'Urutan usulan dengan setiap bagian indeks, dan keputusannya.',
        en: 'The proposed order with each part of the index, and the decision.',
      },
      asks: ['year'],
      personal: false,
      offered: ({ may }) => may.region,
      async read(visitor, { year }) {
        const view = await planning.readPriority(visitor, year)
        if (!view.ok) return view
        const parts = view.value.edition.parts.map(({ code }) => code)
        return accept({
          figures: ['urutan', 'tahun', 'indeks', ...parts],
          columns: [
            'urutan',
            'kode_desa',
            'desa',
            'kecamatan',
            'tahun',
            'indeks',
            ...parts,
            'cakupan_rendah',
            'masuk',
            'alasan',
          ],
          rows: view.value.lines.map((one) => [
            String(one.place),
            one.village,
            one.name,
            one.district,
            String(view.value.year),
            one.index,
            ...parts.map((part) => cell(one.parts[part])),
            yesNo(one.isThin),
            yesNo(one.isIn),
            one.reason,
          ]),
        })
      },
    },
    {
      key: 'actions',
      section: 'region',
      name: { id: 'Delapan aksi konvergensi', en: 'Eight convergence actions' },
      about: { id: 'Keadaan, batas, nilai, bukti.', en: 'Status, due day, score, evidence.' },
      asks: ['year'],
      personal: false,
      offered: ({ may }) => may.region,
      async read(visitor, { year }) {
        const view = await planning.readActions(visitor, year)
        if (!view.ok) return view
        return accept({
          figures: ['tahun', 'nilai', 'bukti'],
          columns: ['tahun', 'aksi', 'nama', 'keluaran', 'batas', 'terlambat', 'keadaan', 'nilai', 'bukti'],
          rows: view.value.lines.map((one) => [
            String(view.value.year),
            one.code,
            say(one.name, visitor.language),
            say(one.output, visitor.language),
            one.dueOn,
            yesNo(one.isLate),
            one.status,
            cell(one.score),
            String(one.evidence),
          ]),
        })
      },
    },
    {
      key: 'budget',
      section: 'region',
      name: { id: 'Kegiatan dan anggaran', en: 'Activities and budget' },
      about: {
        id: 'Penandaan anggaran, orang terjangkau, biaya per orang.',
        en: 'Budget tags, people reached, cost per person.',
      },
      asks: ['year'],
      personal: false,
      offered: ({ may }) => may.region,
      async read(visitor, { year }) {
        const view = await planning.readBudget(visitor, year)
        if (!view.ok) return view
        return accept({
          figures: ['tahun', 'desa', 'rencana_rp', 'realisasi_rp', 'rencana_orang', 'terjangkau', 'biaya_per_orang_rp'],
          columns: [
            'tahun',
            'kegiatan',
            'opd',
            'kode_anggaran',
            'sumber',
            'indikator',
            'desa',
            'rencana_rp',
            'realisasi_rp',
            'rencana_orang',
            'terjangkau',
            'biaya_per_orang_rp',
          ],
          rows: view.value.lines.map((one) => [
            String(view.value.year),
            one.name,
            one.agencyName,
            one.budgetCode,
            one.source,
            one.indicators.join('; '),
            ...[
              one.villages,
              one.plannedRupiah,
              one.realisedRupiah,
              one.plannedPeople,
              one.reachedPeople,
              one.costRupiah,
            ].map(cell),
          ]),
        })
      },
    },
    {
      key: 'budget-indicators',
      section: 'region',
      name: { id: 'Anggaran menurut indikator', en: 'Budget by indicator' },
      about: { id: 'Rencana dan realisasi tiap indikator.', en: 'Planned and realised for each indicator.' },
      asks: ['year'],
      personal: false,
      offered: ({ may }) => may.region,
      async read(visitor, { year }) {
        const view = await planning.readBudget(visitor, year)
        if (!view.ok) return view
        return accept({
          figures: ['tahun', 'kegiatan', 'rencana_rp', 'realisasi_rp'],
          columns: ['tahun', 'indikator', 'nama', 'kegiatan', 'rencana_rp', 'realisasi_rp'],
          rows: view.value.byIndicator.map((one) => [
            String(view.value.year),
            one.code,
            say(one.name, visitor.language),
            ...[one.activities, one.plannedRupiah, one.realisedRupiah].map(String),
          ]),
        })
      },
    },
  ]
}
