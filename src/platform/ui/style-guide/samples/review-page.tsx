// Sample page: one case under decision. What will change stands beside who decides. People and numbers are invented.

import { Badge } from '../../badge.tsx'
import { BeforeAfter } from '../../before-after.tsx'
import { Button } from '../../button.tsx'
import { CheckList } from '../../check-list.tsx'
import { Tick } from '../../choice-cards.tsx'
import type { PageContext } from '../../context.ts'
import { FourEyes } from '../../four-eyes.tsx'
import { LinkTo } from '../../link-to.tsx'
import { MaskedNumber } from '../../masked-number.tsx'
import { Page } from '../../page.tsx'
import { Table } from '../../table.tsx'
import { officer, tabs } from './office-frame.ts'

export function officerReview(context: PageContext) {
  return (
    <Page
      context={officer(context)}
      variant="office"
      title="Akta kelahiran, Balida"
      tabs={tabs(['Daftar kerja', 'Di orang lain', 'Selesai', 'Cari', 'Laporan'], 0)}
      back={{ href: '#', label: 'Daftar kerja' }}
    >
      <div class="stack stack-m">
        <div class="row row-apart">
          <div class="stack stack-xs">
            <h1>Akta kelahiran</h1>
            <p class="quiet s">GS-20260410-M4TR-00017-X, dari ponsel, Balida, Paringin</p>
          </div>
          <Badge tone="care" label="Validasi, sisa 1 jam 20 mnt" />
        </div>
        <div class="split">
          <div class="stack stack-l">
            <section class="stack">
              <h2>Yang akan berubah di register</h2>
              <p class="quiet s">
                Semua baris berlaku bersama saat tanda tangan masuk, atau tidak satu pun. Nomor di bawah sudah
                dicadangkan untuk permohonan ini.
              </p>
              <BeforeAfter
                caption="Yang akan berubah di register"
                changes={[
                  { thing: 'Penduduk baru', after: 'AISYAH NUR RAMADHANI, perempuan, lahir Paringin 5 Maret 2026' },
                  { thing: 'NIK', after: <MaskedNumber start="6311" end="01" /> },
                  { thing: 'Akta kelahiran', after: <span class="num">6311-LU-15042026-0007</span> },
                  {
                    thing: 'Anggota KK',
                    note: <MaskedNumber start="6311" end="02" />,
                    before: '2 orang: Ahmad Fauzan, Siti Aminah',
                    after: '3 orang: ditambah Aisyah, ANAK',
                    extends: true,
                  },
                  { thing: 'Lembar KK', before: 'terbitan 12 Juni 2023, berlaku', after: 'terbitan baru, nomor tetap' },
                  { thing: 'Kartu Identitas Anak', after: 'dicetak kantor, diantar ke desa' },
                ]}
              />
            </section>
            <section class="stack">
              <h2>Pemeriksaan</h2>
              <CheckList
                two
                items={[
                  { title: 'NIK ibu dan ayah aktif', text: 'Dicocokkan 14 April, 09.12' },
                  { title: 'Nama sesuai aturan', text: 'Permendagri 73/2022: 3 kata, 20 tanda' },
                  { title: 'Tidak ada laporan ganda', text: 'Ibu yang sama, 270 hari: kosong' },
                  { title: 'Dilaporkan dalam 60 hari', text: 'Hari ke-36' },
                  {
                    tone: 'care',
                    title: 'Notifikasi bidan: selisih 1 jam',
                    text: 'Bidan 04.10, pelapor 05.10. Verifikator memilih 04.10, alasan: surat keterangan',
                  },
                  { title: 'Ibu berusia 35 tahun', text: 'Lahir 17 Maret 1990, batas wajar' },
                ]}
              />
            </section>
            <section class="stack">
              <h2>Berkas</h2>
              <Table
                phone="cards"
                dense
                caption="Berkas"
                columns={[
                  { key: 'doc', label: 'Berkas', title: true },
                  { key: 'read', label: 'Yang dibaca', cardLabel: 'Dibaca' },
                  { key: 'at', label: 'Diterima' },
                  { key: 'go', label: 'Tindakan', hidden: true },
                ]}
                rows={[
                  ['Surat keterangan kelahiran', 'Puskesmas Paringin, 5 Maret 2026, 3.150 g, 49 cm', '10 April, 15.00'],
                  ['Buku nikah', 'KUA Paringin, 2019. Foto kedua, terbaca', '11 April, 19.20'],
                  ['Dua saksi', 'Rahmadi dan Jamilah, keduanya terdaftar', '10 April, 15.00'],
                ].map(([doc, read, at]) => ({
                  cells: { doc, read, at, go: <LinkTo href="#" label="Lihat" hidden={doc} /> },
                }))}
              />
            </section>
          </div>
          <aside class="stack stack-m" aria-label="Keputusan">
            <section class="panel stack">
              <h2>Empat mata</h2>
              <FourEyes
                chain={[
                  { state: 'done', who: 'Rusdiana', text: 'Pemeriksa berkas, 13 April 08.40' },
                  { state: 'done', who: 'M. Hendra', text: 'Verifikator, 14 April 09.20' },
                  {
                    state: 'you',
                    who: 'Anda',
                    text: 'Pengesah. Belum pernah menangani permohonan ini dan bukan keluarga.',
                  },
                  {
                    state: 'wait',
                    who: 'Kepala dinas',
                    text: 'Penanda tangan. Tidak boleh salah satu dari tiga di atas.',
                  },
                ]}
              />
            </section>
            <form class="panel stack" method="post" action="#">
              <h2>Keputusan Anda</h2>
              <Tick name="seen" label="Saya sudah melihat perubahan register." />
              <Button fill="always" name="action" value="approve" label="Sahkan, teruskan ke tanda tangan" />
              <Button fill="always" kind="second" name="action" value="back" label="Kembalikan ke verifikator" />
              <Button fill="always" kind="harm" name="action" value="reject" label="Tolak dengan alasan" />
              <p class="xs quiet">Pemohon diberi tahu tahapnya, bukan nama petugasnya.</p>
            </form>
          </aside>
        </div>
      </div>
    </Page>
  )
}
