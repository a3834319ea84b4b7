// The tables of case audits and foster parents as files, each behind the query of its page. Must stay true: audits by pseudonym, packages
// by the name the family agreed to.
import { accept } from '../kernel/refusal.ts'
import type { CarePort } from '../modules/convergence/care-port.ts'
import type { TableSource } from '../modules/growth/downloads/downloads-port.ts'
import { cell, yesNo } from './tables-cells.ts'

export type AuditPorts = {
  readonly care: Pick<CarePort, 'listAudits' | 'readAudit' | 'listPackages'>
}

export function auditTables(ports: AuditPorts): readonly TableSource[] {
  const { care } = ports
  return [
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
          figures: ['tahun', 'siklus', 'langkah'],
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
          figures: ['bulan', 'nilai_rp', 'penyerahan'],
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
          figures: ['keluarga'],
          columns: ['kode_desa', 'desa', 'jenis', 'keluarga'],
          rows: view.value.needs.map((one) => [one.village, one.villageName, one.kind, String(one.families)]),
        })
      },
    },
  ]
}
