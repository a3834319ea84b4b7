// The tables of what went out to other systems and of the files that came in, each behind the query of its page. Must stay true: columns
// never change their meaning, new ones are added at the end.
import { accept } from '../kernel/refusal.ts'
import type { TableSource } from '../modules/growth/downloads/downloads-port.ts'
import { allPages } from '../modules/growth/downloads/downloads-queries.ts'
import type { ExchangePort } from '../modules/growth/exchange/exchange-port.ts'
import type { OutgoingPort } from '../modules/growth/exchange/outgoing-port.ts'
import { cell } from './tables-cells.ts'

export type ExchangePorts = {
  readonly outgoing: Pick<OutgoingPort, 'overview'>
  readonly exchange: Pick<ExchangePort, 'overview'>
}

export function exchangeTables(ports: ExchangePorts): readonly TableSource[] {
  return [
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
          figures: ['versi', 'percobaan'],
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
          figures: ['baris', 'baru', 'berubah', 'ditolak'],
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
