// The tables of planning and exchange as files, each behind the query of its page. Must stay true: audits by pseudonym, packages by the
// name the family agreed to, money in whole rupiah.
import { accept } from '../kernel/refusal.ts'
import { say } from '../kernel/text.ts'
import type { CarePort } from '../modules/convergence/care-port.ts'
import type { IndicatorPort } from '../modules/convergence/indicator-port.ts'
import type { PlanningPort } from '../modules/convergence/planning-port.ts'
import type { ProgrammePort } from '../modules/convergence/programme-port.ts'
import type { TableSource } from '../modules/growth/downloads/downloads-port.ts'
import { allPages } from '../modules/growth/downloads/downloads-queries.ts'
import type { ExchangePort } from '../modules/growth/exchange/exchange-port.ts'
import type { OutgoingPort } from '../modules/growth/exchange/outgoing-port.ts'
import { cell, yesNo } from './tables-cells.ts'

export type PlanningPorts = {
  readonly planning: Pick<PlanningPort, 'readPriority' | 'readActions' | 'readBudget'>
  readonly programmes: Pick<ProgrammePort, 'listProgrammes'>
  readonly indicators: Pick<IndicatorPort, 'readIndicators'>
  readonly care: Pick<CarePort, 'listAudits' | 'readAudit' | 'listPackages'>
  readonly outgoing: Pick<OutgoingPort, 'overview'>
  readonly exchange: Pick<ExchangePort, 'overview'>
}

export function planningTables(ports: PlanningPorts): readonly TableSource[] {
  const { planning, care } = ports
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
    {
      key: 'audits',
      section: 'region',
      name: { id: 'Audit kasus stunting', en: 'Audits of cases' },
      about: { id: 'Kasus dengan nama samaran, rencana, persetujuan.', en: 'Cases by pseudonym, plan, approval.' },
      asks: [],
      personal: false,
      offered: ({ may }) => may.audits,
      async read(visitor) {
        const list = await care.listAudits(visitor)
        if (!list.ok) return list
        const rows: string[][] = []
        for (const audit of list.value.audits) {
          const view = await care.readAudit(visitor, audit.id)
          if (!view.ok) return view
          for (const one of view.value.caseLines)
            rows.push([
              String(audit.year),
              String(audit.cycle),
              String(audit.step),
              one.pseudonym,
              one.kind,
              one.selection,
              one.districtName,
              yesNo(one.hasFindings),
              cell(one.plan),
              cell(one.approvedOn),
            ])
        }
        return accept({
          columns: [
            'tahun',
            'siklus',
            'langkah',
            'kasus',
            'jenis',
            'dipilih_karena',
            'kecamatan',
            'ada_temuan',
            'rencana',
            'disetujui',
          ],
          rows,
        })
      },
    },
    {
      key: 'packages',
      section: 'region',
      name: { id: 'Orang tua asuh', en: 'Foster parents' },
      about: {
        id: 'Paket, pemberi, bulan, penyerahan; keluarga seperti yang disetujuinya.',
        en: 'Packages, givers, months, deliveries; the family as it agreed.',
      },
      asks: [],
      personal: false,
      offered: ({ may }) => may.packages,
      async read(visitor) {
        const view = await care.listPackages(visitor)
        if (!view.ok) return view
        return accept({
          columns: [
            'paket',
            'untuk',
            'jenis',
            'pemberi',
            'jenis_pemberi',
            'bulan',
            'nilai_rp',
            'persetujuan',
            'keadaan',
            'kecamatan',
            'penyerahan',
            'hasil_ditunggu',
          ],
          rows: view.value.packages.map((one) => [
            one.code,
            one.who,
            one.kind,
            one.giverName,
            one.giverKind,
            String(one.months),
            String(one.amountRupiah),
            one.consent,
            one.state,
            one.districtName,
            String(one.deliveries),
            yesNo(one.isDue),
          ]),
        })
      },
    },
    {
      key: 'needs',
      section: 'region',
      name: { id: 'Kebutuhan orang tua asuh', en: 'Needs for foster parents' },
      about: {
        id: 'Desa dan jenis bantuan yang belum ada pemberinya.',
        en: 'Villages and kinds of help without a giver.',
      },
      asks: [],
      personal: false,
      offered: ({ may }) => may.needs,
      async read(visitor) {
        const view = await care.listPackages(visitor)
        if (!view.ok) return view
        return accept({
          columns: ['kode_desa', 'desa', 'jenis', 'keluarga'],
          rows: view.value.needs.map((one) => [one.village, one.villageName, one.kind, String(one.families)]),
        })
      },
    },
    {
      key: 'outgoing',
      section: 'office',
      name: { id: 'Kiriman ke sistem lain', en: 'Items for other systems' },
      about: {
        id: 'SATUSEHAT dan DHIS2: keadaan, percobaan, jawaban.',
        en: 'SATUSEHAT and DHIS2: state, attempts, answer.',
      },
      asks: [],
      personal: false,
      offered: ({ may }) => may.office,
      async read(visitor) {
        const all = await allPages(
          (after) => ports.outgoing.overview(visitor, 'all', after),
          ({ items }) => items,
          ({ next }) => next,
        )
        if (!all.ok) return all
        return accept({
          columns: [
            'kiriman',
            'tujuan',
            'tentang',
            'versi',
            'keadaan',
            'percobaan',
            'jawaban',
            'id_di_sana',
            'dibuat',
            'diubah',
          ],
          rows: all.value.map((one) => [
            one.itemId,
            one.target,
            one.about.kind === 'visit' ? 'kunjungan' : `${one.about.month} ${one.about.place}`,
            String(one.version),
            one.state,
            String(one.attempts),
            cell(one.answer?.code),
            cell(one.remoteId),
            one.createdAt.toISOString(),
            one.changedAt.toISOString(),
          ]),
        })
      },
    },
    {
      key: 'imports',
      section: 'posyandu',
      name: { id: 'Berkas yang dimasukkan', en: 'Files brought in' },
      about: {
        id: 'Tiga puluh berkas terakhir, hasil, sidik berkas.',
        en: 'The last thirty files, result, fingerprint.',
      },
      asks: [],
      personal: false,
      offered: ({ may }) => may.exchanges,
      async read(visitor) {
        const view = await ports.exchange.overview(visitor, undefined)
        if (!view.ok) return view
        return accept({
          columns: [
            'berkas',
            'lembar',
            'baris',
            'keadaan',
            'baru',
            'berubah',
            'ditolak',
            'diterima',
            'ditulis',
            'dibatalkan',
            'sidik',
          ],
          rows: view.value.history.map((one) => [
            one.fileName,
            one.sheet,
            String(one.lines),
            one.state,
            ...(['added', 'changed', 'refused'] as const).map((state) => cell(one.counts[state])),
            one.plannedAt.toISOString(),
            cell(one.writtenAt?.toISOString()),
            cell(one.undoneAt?.toISOString()),
            one.fingerprint,
          ]),
        })
      },
    },
  ]
}
