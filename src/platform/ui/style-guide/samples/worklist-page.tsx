// Sample page: an office's list of work. The deadline before the name; what is due first stands first. People are invented.

import { Badge, type BadgeTone } from '../../badge.tsx'
import { Button } from '../../button.tsx'
import { Chips } from '../../chips.tsx'
import type { PageContext } from '../../context.ts'
import { LinkTo } from '../../link-to.tsx'
import { Page } from '../../page.tsx'
import { Pagination } from '../../pagination.tsx'
import { Due } from '../../progress-bar.tsx'
import { SearchBox } from '../../search-box.tsx'
import { Table } from '../../table.tsx'
import { officer, tabs } from './office-frame.ts'

type Work = readonly [
  due: string,
  used: number,
  what: string,
  number: string,
  who: string,
  where: string,
  channel: string,
  tone: BadgeTone,
  state: string,
]

const WORK: readonly Work[] = [
  [
    'lewat 40 mnt',
    100,
    'Akta kematian',
    'GS-20260410-2HNB-00061-J',
    'Supian Hadi',
    'Lok Batu, Batu Mandi',
    'Loket',
    'stop',
    'Terlambat',
  ],
  [
    'sisa 1 jam 20 mnt',
    94,
    'Akta kelahiran',
    'GS-20260410-M4TR-00017-X',
    'Siti Aminah',
    'Balida, Paringin',
    'Ponsel',
    'care',
    'Validasi',
  ],
  [
    'sisa 2 jam 05 mnt',
    91,
    'KK baru: pisah KK',
    'GS-20260413-9QKD-00002-9',
    'Rahmatullah',
    'Gunung Batu, Tebing Tinggi',
    'Desa',
    'care',
    'Validasi',
  ],
  [
    'sisa 5 jam',
    79,
    'Pindah dalam kabupaten',
    'GS-20260413-TT6W-00008-M',
    'Jumiati',
    'Hukai, Juai',
    'WhatsApp',
    'work',
    'Verifikasi',
  ],
  [
    'sisa 7 jam 30 mnt',
    69,
    'Akta kelahiran',
    'GS-20260413-8CFA-00014-W',
    'Noor Aida',
    'Uren, Halong',
    'Notifikasi bidan',
    'work',
    'Verifikasi',
  ],
  [
    'sisa 9 jam',
    62,
    'Pembetulan akta',
    'GS-20260413-B7ZE-00021-6',
    'Ardiansyah',
    'Simpang Tiga, Lampihong',
    'Loket',
    'work',
    'Verifikasi',
  ],
  [
    'sisa 20 jam 45 mnt',
    13,
    'Akta kelahiran',
    'GS-20260415-5DRY-00006-V',
    'Mahmudah',
    'Mantimin, Batu Mandi',
    'Web',
    'wait',
    'Pemeriksaan berkas',
  ],
]

export function officerWorklist(context: PageContext) {
  return (
    <Page
      context={officer(context)}
      variant="office"
      title="Daftar kerja"
      tabs={tabs(['Daftar kerja', 'Di orang lain', 'Selesai', 'Cari', 'Laporan'], 0)}
    >
      <div class="stack">
        <div class="row row-apart">
          <h1>Daftar kerja</h1>
          <p class="quiet s">Rabu, 15 April 2026, 14.40 WITA</p>
        </div>
        <SearchBox action="#" label="Cari nomor, nama, atau NIK" />
        <Chips
          label="Saring"
          chips={[
            { href: '#', label: 'Semua', count: 41, current: true },
            { href: '#', label: 'Terlambat', count: 1 },
            { href: '#', label: 'Habis hari ini', count: 2 },
            { href: '#', label: 'Menunggu saya', count: 6 },
            { href: '#', label: 'Ditunda', count: 3 },
          ]}
        />
        <Table
          phone="cards"
          dense
          caption="Permohonan terbuka, tenggat terdekat di atas"
          columns={[
            { key: 'due', label: 'Tenggat' },
            { key: 'what', label: 'Permohonan', title: true },
            { key: 'who', label: 'Pemohon' },
            { key: 'where', label: 'Desa, kecamatan', cardLabel: 'Desa' },
            { key: 'channel', label: 'Masuk lewat', cardLabel: 'Lewat' },
            { key: 'state', label: 'Tahap' },
            { key: 'go', label: 'Tindakan', hidden: true },
          ]}
          rows={WORK.map(([due, used, what, number, who, where, channel, tone, state], index) => ({
            tone: tone === 'stop' ? 'late' : tone === 'care' ? 'soon' : undefined,
            cells: {
              due: <Due words={due} usedPercent={used} />,
              what: (
                <>
                  <LinkTo href="#" label={what} />
                  <br />
                  <span class="xs quiet num thin">{number}</span>
                </>
              ),
              who,
              where,
              channel,
              state: <Badge tone={tone} label={state} />,
              go: (
                <Button
                  small
                  kind={index === 1 ? 'main' : 'second'}
                  href="#"
                  label={index === 1 ? 'Lanjutkan' : 'Ambil'}
                  hidden={`${what} ${who}`}
                />
              ),
            },
          }))}
        />
        <Pagination from={1} to={7} total={41} nextHref="#" note="Yang tidak disentuh 2 jam kerja kembali ke daftar." />
      </div>
    </Page>
  )
}
