// Live examples: what people press and follow.
import { Button } from '../button.tsx'
import { Chips } from '../chips.tsx'
import { LinkTo } from '../link-to.tsx'
import { MenuRows } from '../menu-rows.tsx'
import { Pagination } from '../pagination.tsx'
import { SearchBox } from '../search-box.tsx'
import { type ComponentGroup, text } from './registry.ts'

export const actions: ComponentGroup = {
  id: 'actions',
  title: text('Menekan dan membuka', 'Pressing and going'),
  components: [
    {
      name: 'Button',
      file: 'button',
      use: text('Satu tindakan utama di satu halaman.', 'The one main action of a page.'),
      rules: text(
        'Kata kerja di depan, menyebut hasilnya. Tidak pernah dimatikan: biarkan ditekan, lalu katakan apa yang kurang.',
        'Verb first, says the result. Never disabled: let people press, then say what is missing.',
      ),
      examples: [
        {
          title: text('Utama, kedua, merugikan', 'Main, second, harmful'),
          render: () => (
            <div class="row">
              <Button label={text('Mulai permohonan', 'Start an application')} />
              <Button kind="second" label={text('Simpan draf', 'Save the draft')} />
              <Button kind="harm" label={text('Tolak dengan alasan', 'Refuse with a reason')} />
            </div>
          ),
        },
        {
          title: text('Kecil, dengan tanda', 'Small, with a sign'),
          render: () => (
            <div class="row">
              <Button
                small
                kind="second"
                href="#actions"
                icon="print"
                label={text('Cetak', 'Print')}
                hidden={text('rapor desa', 'the village report')}
              />
              <Button small href="#actions" label={text('Lanjutkan', 'Go on')} iconAfter="right" />
            </div>
          ),
        },
      ],
    },
    {
      name: 'LinkTo',
      file: 'link-to',
      use: text('Pergi ke suatu tempat.', 'Going somewhere.'),
      rules: text(
        'Selalu bergaris bawah dan menyebut tujuannya. “Buka” dan “Lihat” membawa objek yang terdengar.',
        'Always underlined and named by its target. “Open” and “View” carry an object that is heard.',
      ),
      examples: [
        {
          title: text('Tujuan, dan objek yang terdengar', 'Target, and an object that is heard'),
          render: () => (
            <p>
              <LinkTo href="#actions" label={text('Lihat semua layanan', 'View all services')} />
              {', '}
              <LinkTo href="#actions" label={text('Buka', 'Open')} hidden={text('surat keterangan', 'the letter')} />
            </p>
          ),
        },
      ],
    },
    {
      name: 'MenuRows',
      file: 'menu-rows',
      use: text('Daftar hal yang bisa dibuka.', 'A list of things to open.'),
      rules: text(
        'Seluruh baris adalah tautan. Nama kejadian hidup, bukan nama bagian kantor.',
        'The whole row is the link. Names of life events, not of departments.',
      ),
      examples: [
        {
          title: text('Dengan tanda dan satu kalimat', 'With a sign and one line'),
          render: () => (
            <MenuRows
              rows={[
                {
                  href: '#actions',
                  icon: 'baby',
                  title: text('Anak lahir', 'A child is born'),
                  text: text('Akta, KK, kartu anak sekaligus', 'Certificate, family card and child card at once'),
                },
                {
                  href: '#actions',
                  icon: 'move',
                  title: text('Pindah rumah', 'Moving'),
                  text: text('Di dalam atau ke luar kabupaten', 'Within or out of the regency'),
                },
              ]}
            />
          ),
        },
      ],
      samples: ['region-home', 'follow-up'],
    },
    {
      name: 'Chips',
      file: 'chips',
      use: text('Mempersempit daftar.', 'Narrowing a list.'),
      rules: text(
        'Tautan, masing-masing dengan jumlahnya. Paling banyak tujuh.',
        'Links, each with its number. Seven at most.',
      ),
      examples: [
        {
          title: text('Saringan', 'Filters'),
          render: () => (
            <Chips
              label={text('Saring', 'Filter')}
              chips={[
                { href: '#actions', label: text('Semua', 'All'), count: 41, current: true },
                { href: '#actions', label: text('Terlambat', 'Late'), count: 1 },
                { href: '#actions', label: text('Menunggu saya', 'Waiting for me'), count: 6 },
              ]}
            />
          ),
        },
      ],
      samples: ['officer-worklist'],
    },
    {
      name: 'SearchBox',
      file: 'search-box',
      use: text('Mencari sesuatu.', 'Looking something up.'),
      rules: text(
        'Satu kotak berlabel, tanpa contoh di dalamnya. Hasilnya punya alamat.',
        'One labelled box without a placeholder. The result has an address.',
      ),
      examples: [
        {
          title: text('Di daftar kerja', 'In a list of work'),
          render: (n) => (
            <SearchBox
              id={n('q')}
              name="q"
              action="#actions"
              label={text('Cari nomor, nama, atau NIK', 'Search by number, name or NIK')}
            />
          ),
        },
      ],
      samples: ['region-home'],
    },
    {
      name: 'Pagination',
      file: 'pagination',
      use: text('Bagian berikut dari daftar panjang.', 'The next part of a long list.'),
      rules: text(
        'Dengan kunci, bukan nomor halaman: daftar yang berubah tidak melompati siapa pun.',
        'By key, not by page number: a list that changes skips nobody.',
      ),
      examples: [
        {
          title: text('Dengan jumlah', 'With a total'),
          render: () => <Pagination from={11} to={20} total={1206} nextHref="#actions" firstHref="#actions" />,
        },
      ],
    },
  ],
}
