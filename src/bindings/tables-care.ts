// The tables of vaccines and pregnancies as files, each behind the query of its page. Must stay true: columns never change their
// meaning; new ones are added at the end; whose names stand in a table is told, so that the journal can.
import { accept } from '../kernel/refusal.ts'
import { say } from '../kernel/text.ts'
import type { TableSource } from '../modules/growth/downloads/downloads-port.ts'
import type { ImmunisationPort } from '../modules/growth/immunisation/immunisation-port.ts'
import type { PregnancyPort } from '../modules/growth/pregnancy/pregnancy-port.ts'
import { cell, yesNo } from './tables-cells.ts'

export type CareTablePorts = {
  readonly vaccines: Pick<ImmunisationPort, 'readList'>
  readonly pregnancies: Pick<PregnancyPort, 'readList'>
}

export function careTables(ports: CareTablePorts): readonly TableSource[] {
  return [
    {
      key: 'vaccines',
      section: 'posyandu',
      name: { id: 'Imunisasi yang ditunggu', en: 'Vaccines waited for' },
      about: { id: 'Anak yang terlambat atau waktunya imunisasi.', en: 'Children overdue or due for a vaccine.' },
      asks: ['posyandu'],
      personal: true,
      offered: ({ may }) => may.posyandu,
      async read(visitor, { posyandu }) {
        const view = await ports.vaccines.readList(visitor, posyandu)
        if (!view.ok) return view
        const names = (lines: readonly { readonly name: { id: string; en: string } }[]) =>
          lines.map(({ name }) => say(name, visitor.language)).join('; ')
        return accept({
          figures: ['umur_bulan', 'diberikan'],
          columns: ['nama', 'umur_bulan', 'nama_ibu', 'diberikan', 'terlambat', 'waktunya', 'lengkap_dasar'],
          rows: view.value.waiting.map((one) => [
            one.name,
            String(one.ageMonths),
            cell(one.motherName),
            String(one.summary.given),
            names(one.overdue),
            names(one.due),
            cell(one.summary.basicOn),
          ]),
          people: view.value.waiting.map(({ childId }) => childId),
        })
      },
    },
    {
      key: 'pregnancies',
      section: 'posyandu',
      name: { id: 'Ibu hamil', en: 'Pregnant women' },
      about: { id: 'Kehamilan berjalan dan yang selesai.', en: 'Pregnancies that run and that ended.' },
      asks: ['posyandu'],
      personal: true,
      offered: ({ may }) => may.pregnancies,
      async read(visitor, { posyandu }) {
        const view = await ports.pregnancies.readList(visitor, posyandu)
        if (!view.ok) return view
        const { running, ended } = view.value
        return accept({
          figures: ['umur_tahun', 'minggu', 'kunjungan', 'ttd_diberikan', 'ttd_diminum'],
          columns: [
            'nama',
            'umur_tahun',
            'keadaan',
            'perkiraan_lahir',
            'minggu',
            'kunjungan',
            'kunjungan_terakhir',
            'ttd_diberikan',
            'ttd_diminum',
            'kek',
            'anemia',
            'selesai',
          ],
          rows: [
            ...running.map((one) => [
              one.name,
              String(one.ageYears),
              'berjalan',
              one.dueOn,
              String(one.state.weeks),
              String(one.state.visits.reduce((sum, n) => sum + n, 0)),
              cell(one.lastVisit),
              String(one.state.tabletsGiven),
              String(one.state.tabletsTaken),
              yesNo(one.state.isKek),
              yesNo(one.state.isAnaemic),
              '',
            ]),
            ...ended.map((one) => [one.name, '', one.outcome, '', '', '', '', '', '', '', '', one.on]),
          ],
          people: [...running, ...ended].map(({ pregnancyId }) => pregnancyId),
        })
      },
    },
  ]
}
