// The tables of a posyandu as files, each behind the query of its page: children, month, alerts, quality. Must stay true: columns never change their
// meaning; new ones are added at the end; whose names stand in a table is told, so that the journal can.
import { accept } from '../kernel/refusal.ts'
import { say } from '../kernel/text.ts'
import type { AlertPort } from '../modules/growth/alert-port.ts'
import type { ChildrenPort } from '../modules/growth/children-port.ts'
import type { TableSource } from '../modules/growth/downloads/downloads-port.ts'
import { allPages } from '../modules/growth/downloads/downloads-queries.ts'
import type { MidwifePort } from '../modules/growth/midwife-port.ts'
import type { PosyanduPort } from '../modules/growth/posyandu-port.ts'
import type { QualityPort } from '../modules/growth/quality/quality-port.ts'
import { spreadOf } from '../modules/growth/rules/quality-signs.ts'
import { cell, decimalText, SEX, yesNo } from './tables-cells.ts'

export type PosyanduPorts = {
  readonly posyandu: Pick<PosyanduPort, 'readDay' | 'listPosyandus'>
  readonly children: Pick<ChildrenPort, 'readNewcomers'>
  readonly midwife: Pick<MidwifePort, 'readMonth' | 'readAlike'>
  readonly alerts: Pick<AlertPort, 'list'>
  readonly quality: Pick<QualityPort, 'read'>
}

export function posyanduTables(ports: PosyanduPorts): readonly TableSource[] {
  return [
    {
      key: 'posyandu',
      section: 'posyandu',
      name: { id: 'Posyandu saya', en: 'My posyandu' },
      about: { id: 'Anak, yang sudah ditimbang bulan ini, peringatan.', en: 'Children, weighed this month, alerts.' },
      asks: [],
      personal: false,
      offered: ({ may }) => may.posyandu,
      read: async (visitor) =>
        accept({
          figures: ['anak', 'ditimbang', 'belum_dipastikan', 'peringatan'],
          columns: ['posyandu', 'nama', 'desa', 'anak', 'ditimbang', 'belum_dipastikan', 'peringatan'],
          rows: (await ports.posyandu.listPosyandus(visitor)).map((one) => [
            one.posyanduId,
            one.name,
            one.village,
            ...[one.children, one.measured, one.unverified, one.alerts].map(String),
          ]),
        }),
    },
    {
      key: 'children',
      section: 'posyandu',
      name: { id: 'Daftar anak', en: 'List of children' },
      about: {
        id: 'Anak posyandu, penimbangan terakhir, N/T/O/B, peringatan paling mendesak.',
        en: 'Children of the posyandu, last weighing, N/T/O/B, the most urgent alert.',
      },
      asks: ['posyandu'],
      personal: true,
      offered: ({ may }) => may.posyandu,
      async read(visitor, { posyandu }) {
        const view = await ports.posyandu.readDay(visitor, posyandu)
        if (!view.ok) return view
        const { children } = view.value
        return accept({
          figures: ['berat_terakhir_kg'],
          columns: [
            'nama',
            'jenis_kelamin',
            'tanggal_lahir',
            'nama_ibu',
            'ditimbang_bulan_ini',
            'tanggal_terakhir',
            'berat_terakhir_kg',
            'status',
            'peringatan',
          ],
          rows: children.map((one) => [
            one.name,
            SEX[one.sex],
            one.birthDate,
            cell(one.motherName),
            yesNo(one.state !== 'waiting'),
            cell(one.last?.date),
            one.last?.weightG === undefined ? '' : decimalText(one.last.weightG, 1000),
            cell(one.status),
            one.alert === undefined ? '' : say(one.alert.name, visitor.language),
          ]),
          people: children.map(({ childId }) => childId),
        })
      },
    },
    {
      key: 'newcomers',
      section: 'posyandu',
      name: { id: 'Anak baru dari register', en: 'New children of the register' },
      about: { id: 'Anak desa ini yang belum di posyandu.', en: 'Children of the village not yet at a posyandu.' },
      asks: ['posyandu'],
      personal: true,
      offered: ({ may }) => may.measures,
      async read(visitor, { posyandu }) {
        const view = await ports.children.readNewcomers(visitor, posyandu)
        if (!view.ok) return view
        return accept({
          columns: ['nama', 'jenis_kelamin', 'tanggal_lahir', 'nama_ibu'],
          rows: view.value.newcomers.map((one) => [one.name, SEX[one.sex], one.birthDate, cell(one.motherName)]),
          people: view.value.newcomers.map(({ personId }) => personId),
        })
      },
    },
    {
      key: 'month',
      section: 'posyandu',
      name: { id: 'SKDN posyandu', en: 'SKDN of the posyandu' },
      about: { id: 'Hitungan sebulan dan versi yang ditutup.', en: 'The counts of a month and its closed versions.' },
      asks: ['posyandu', 'month'],
      personal: false,
      offered: ({ may }) => may.posyandu,
      async read(visitor, { posyandu, month }) {
        const view = await ports.midwife.readMonth(visitor, posyandu, month)
        if (!view.ok) return view
        const { counts, versions } = view.value.report
        const names = Object.keys(counts) as (keyof typeof counts)[]
        return accept({
          figures: ['versi', ...names],
          columns: ['posyandu', 'bulan', 'versi', 'ditutup', 'edisi', ...names],
          rows: [
            [posyandu, month, 'sekarang', '', '', ...names.map((name) => String(counts[name]))],
            ...versions.map((one) => [
              posyandu,
              month,
              String(one.version),
              one.closedOn,
              one.edition,
              ...names.map((name) => String(one.counts[name])),
            ]),
          ],
        })
      },
    },
    {
      key: 'alerts-open',
      section: 'posyandu',
      name: { id: 'Peringatan terbuka', en: 'Open alerts' },
      about: {
        id: 'Semua peringatan yang belum selesai, batas terdekat dulu.',
        en: 'All alerts not ended, the nearest due day first.',
      },
      asks: [],
      personal: true,
      offered: ({ may }) => may.alerts,
      async read(visitor) {
        const all = await allPages(
          (after) => ports.alerts.list(visitor, { show: 'all', ...(after === undefined ? {} : { after }) }),
          ({ lines }) => lines,
          ({ next }) => next,
        )
        if (!all.ok) return all
        const { language } = visitor
        return accept({
          columns: ['kode', 'peringatan', 'nama', 'umur', 'posyandu', 'desa', 'keadaan', 'batas', 'tindakan', 'bukti'],
          rows: all.value.map((one) => [
            one.code,
            say(one.name, language),
            one.childName,
            say(one.age, language),
            one.posyandu,
            one.village,
            one.state,
            say(one.due, language),
            say(one.action, language),
            one.evidence.map((text) => say(text, language)).join('; '),
          ]),
          people: all.value.map(({ childId }) => childId),
        })
      },
    },
    {
      key: 'alike',
      section: 'posyandu',
      name: { id: 'Catatan anak yang mirip', en: 'Alike records of children' },
      about: {
        id: 'Pasangan yang perlu diputuskan: anak yang sama atau bukan.',
        en: 'Pairs to decide: the same child or not.',
      },
      asks: ['posyandu'],
      personal: true,
      offered: ({ may }) => may.health,
      async read(visitor, { posyandu }) {
        const view = await ports.midwife.readAlike(visitor, posyandu)
        if (!view.ok) return view
        const { pairs } = view.value
        return accept({
          columns: [
            'nama',
            'tanggal_lahir',
            'nama_ibu',
            'posyandu',
            'ber_nik',
            'nama_2',
            'tanggal_lahir_2',
            'nama_ibu_2',
            'posyandu_2',
            'ber_nik_2',
          ],
          rows: pairs.map(({ a, b }) =>
            [a, b].flatMap((one) => [one.name, one.birthDate, cell(one.motherName), one.posyandu, yesNo(one.hasNik)]),
          ),
          people: pairs.flatMap(({ a, b }) => [a.childId, b.childId]),
        })
      },
    },
    {
      key: 'quality',
      section: 'posyandu',
      name: { id: 'Mutu pengukuran', en: 'Quality of measuring' },
      about: {
        id: 'Setiap pengukur: pembulatan, posisi, sebaran z-score.',
        en: 'Each measurer: rounding, position, spread of z-scores.',
      },
      asks: ['posyandu'],
      personal: false,
      offered: ({ may }) => may.health,
      async read(visitor, { posyandu }) {
        const view = await ports.quality.read(visitor, posyandu)
        if (!view.ok) return view
        const { whole, measurers, from, to } = view.value
        const sd = (sums: Parameters<typeof spreadOf>[0]) => spreadOf(sums)?.toFixed(2) ?? ''
        return accept({
          figures: [
            'diukur',
            'tidak_masuk_akal',
            'panjang',
            'tanpa_posisi',
            'pasangan',
            'bulat',
            'sama',
            'sd_tbu',
            'sd_bbu',
            'sd_bbtb',
          ],
          columns: [
            'pengukur',
            'dari',
            'sampai',
            'diukur',
            'tidak_masuk_akal',
            'panjang',
            'tanpa_posisi',
            'pasangan',
            'bulat',
            'sama',
            'sd_tbu',
            'sd_bbu',
            'sd_bbtb',
            'tanda',
          ],
          rows: [{ ...whole, name: 'semua' }, ...measurers].map(({ name, counts, signs }) => [
            name,
            from,
            to,
            ...[
              counts.measured,
              counts.flagged,
              counts.lengths,
              counts.noPosition,
              counts.pairs,
              counts.round,
              counts.same,
            ].map(String),
            sd(counts.spread.lengthForAge),
            sd(counts.spread.weightForAge),
            sd(counts.spread.weightForLength),
            signs.map((sign) => say(sign.name, visitor.language)).join('; '),
          ]),
        })
      },
    },
  ]
}
