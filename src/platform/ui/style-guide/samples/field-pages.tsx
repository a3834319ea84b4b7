// Sample pages of the field program and of verification: today's list, two values for one fact, a genuine and a revoked paper.
// People and figures are invented.
import { Button } from '../../button.tsx'
import { CheckList } from '../../check-list.tsx'
import { Chips } from '../../chips.tsx'
import { ConflictCard } from '../../conflict-card.tsx'
import type { PageContext } from '../../context.ts'
import { DateOfBirth } from '../../date-of-birth.tsx'
import { Field } from '../../field.tsx'
import { LinkTo } from '../../link-to.tsx'
import { Notice } from '../../notice.tsx'
import { OfflineBar } from '../../offline-bar.tsx'
import { Page } from '../../page.tsx'
import { PersonList } from '../../person-list.tsx'
import { ResultPage } from '../../result-page.tsx'
import { SearchBox } from '../../search-box.tsx'
import { SummaryList } from '../../summary-list.tsx'

const top = { name: 'PUBERTAS, Andamai', sub: 'Hari 1 dari 2, ponsel A' }

export function fieldList(context: PageContext) {
  const bottom = (
    <>
      <Button href="#" icon="plus" label="Orang baru" />
      <Button href="#" kind="second" label="Tinjau 2" />
    </>
  )
  return (
    <Page
      context={context}
      variant="field"
      title="Andamai, hari ke-1"
      top={top}
      bar={<OfflineBar state="offline" waiting={7} detailsHref="#" />}
      bottom={bottom}
    >
      <div class="stack">
        <div class="row row-apart">
          <h1>Hari ini</h1>
          <p class="quiet s num">23 dari 41 sasaran</p>
        </div>
        <Notice
          tone="bad"
          fact="Catatan Mariani belum diterima laptop tim:"
          text="batch vaksin Td tidak ada di stok. Catatan tetap aman."
        >
          <p>
            <LinkTo href="#" label="Pilih batch lain" />
          </p>
        </Notice>
        <SearchBox action="#" label="Cari nama, ibu, dusun, atau nomor" />
        <Chips
          label="Saring"
          chips={[
            { href: '#', label: 'Menunggu', count: 6, current: true },
            { href: '#', label: 'Belum datang', count: 18 },
            { href: '#', label: 'Selesai', count: 17 },
          ]}
        />
        <PersonList
          people={[
            {
              href: '#',
              number: 'A-014',
              name: 'Mariani',
              about: '31 tahun, hamil 30 minggu, Sawang',
              badges: [{ tone: 'stop', label: 'TD 150/95' }, { label: 'ANC ke-5' }],
              saved: { state: 'refused', reason: 'lihat di atas' },
            },
            {
              href: '#',
              number: 'A-015',
              name: 'Bayu Anggara',
              about: '2 tahun 3 bulan, Sawang',
              badges: [{ tone: 'done', label: 'Ditimbang' }, { label: 'MR 2' }],
              saved: { state: 'here', at: '10.42' },
            },
            {
              href: '#',
              number: 'A-016',
              name: 'Kardi',
              about: '58 tahun, Kurihai',
              badges: [{ label: 'Obat darah tinggi' }],
              saved: { state: 'here', at: '10.38' },
            },
            {
              href: '#',
              number: 'A-017',
              name: 'Sumiati dan bayi',
              about: 'Nifas hari ke-12, Sawang',
              badges: [{ label: 'KF 3' }, { label: 'KN 3' }],
              saved: { state: 'here', at: '10.31' },
            },
            {
              href: '#',
              number: 'A-012',
              name: 'Ayal',
              about: '7 tahun, kelas 1, Andamai',
              badges: [{ tone: 'done', label: 'BIAS MR' }],
              saved: { state: 'sent', where: 'laptop tim' },
            },
            {
              href: '#',
              number: 'A-011',
              name: 'Rusli',
              about: '44 tahun, Andamai',
              badges: [{ tone: 'work', label: 'Dahak diambil' }],
              saved: { state: 'sent', where: 'laptop tim' },
            },
          ]}
        />
        <p class="xs quiet">
          Terakhir terkirim semua: Selasa 14 April, 07.40, dari Puskesmas Uren. Ruang ponsel cukup untuk 9 hari lagi.
        </p>
      </div>
    </Page>
  )
}

export function fieldConflict(context: PageContext) {
  return (
    <Page
      context={context}
      variant="field"
      title="Tanggal lahir berbeda: Bayu Anggara"
      top={top}
      bar={<OfflineBar state="offline" waiting={7} detailsHref="#" />}
      back={{ href: '#', label: 'Hari ini' }}
    >
      <div class="stack stack-m medium">
        <div class="stack stack-s">
          <p class="quiet s">Tinjauan 1 dari 2</p>
          <h1>Kapan Bayu Anggara lahir?</h1>
          <p>
            Dua orang menulis tanggal yang berbeda. Keduanya tersimpan. Tanggal ini menentukan umur, hasil timbang, dan
            jadwal vaksin.
          </p>
        </div>
        <form class="stack stack-m" method="post" action="#">
          <ConflictCard
            name="bornOn"
            legend="Pilih tanggal lahir yang benar"
            sides={[
              {
                value: 'a',
                device: 'Ponsel A',
                shown: ['', '12', ' Januari 2024'],
                origin: 'Ditulis bidan Rahmi, hari ini 10.21, dari buku KIA yang dibawa ibunya.',
                follows: 'Umur hari ini 27 bulan, TB/U −1,65 SD',
              },
              {
                value: 'b',
                device: 'Ponsel C',
                shown: ['', '21', ' Januari 2024'],
                origin: 'Ditulis kader Jumiati, hari ini 09.02, dari ucapan neneknya.',
                follows: 'Umur hari ini 26 bulan, TB/U −1,59 SD',
              },
            ]}
            askAgain="Jadi tugas kader Jumiati. Sementara dipakai tanggal dari buku KIA."
            reason={{ name: 'reason', value: 'Dicocokkan dengan buku KIA halaman 1' }}
          />
          <div class="row">
            <Button label="Simpan keputusan" />
            <LinkTo href="#" label="Lewati dulu" />
          </div>
        </form>
        <p class="s quiet">Nilai yang tidak dipilih tetap ada di riwayat dan bisa dikembalikan kapan saja.</p>
      </div>
    </Page>
  )
}

const VERIFY_NOTE = (
  <p class="quiet">
    Halaman ini hanya menjawab apakah kertas di tangan Anda dikeluarkan oleh kami. Tidak ada daftar penduduk di sini.
  </p>
)

export function verifyValid(context: PageContext) {
  return (
    <Page context={context} variant="short" title="Dokumen ini asli dan berlaku" note={VERIFY_NOTE}>
      <ResultPage kind="valid" title="Asli dan berlaku" checked="Diperiksa Kamis, 16 April 2026, pukul 09.41 WITA.">
        <section class="stack">
          <h2>Cocokkan dengan kertasnya</h2>
          <SummaryList
            rows={[
              { term: 'Jenis', value: <b>Kutipan Akta Kelahiran</b> },
              { term: 'Nomor', value: <b class="num">6311-LU-15042026-0007</b> },
              { term: 'Nama', value: <b>A••••• N•• R•••••••</b> },
              { term: 'Tahun lahir', value: <b>2026</b> },
              { term: 'Terbit', value: <b>15 April 2026</b> },
              { term: 'Penanda tangan', value: <b>Kepala Disdukcapil Kabupaten Balangan</b> },
              { term: 'Kode pendek', value: <span class="code">7KQ4-M9TD-2HXR</span> },
            ]}
          />
        </section>
        <form class="panel panel-wash stack" method="post" action="#">
          <h2>Periksa lebih teliti</h2>
          <p class="s quiet">
            Tulis dua hal yang tercetak di kertas. Kami jawab cocok atau tidak, tanpa menampilkan isinya.
          </p>
          <Field name="nik" label="NIK di kertas" kind="number" width={16} maxlength={16} />
          <DateOfBirth name="born" label="Tanggal lahir di kertas" />
          <Button kind="second" label="Cocokkan" />
          <p class="xs quiet">Paling banyak 10 kali per jam.</p>
        </form>
        <p class="s">
          <LinkTo href="#" label="Kertasnya berbeda dari halaman ini? Laporkan" />
        </p>
      </ResultPage>
    </Page>
  )
}

export function verifyRevoked(context: PageContext) {
  return (
    <Page context={context} variant="short" title="Dokumen ini sudah dicabut" note={VERIFY_NOTE}>
      <ResultPage
        kind="revoked"
        title="Sudah dicabut, jangan dipakai"
        checked="Diperiksa Kamis, 16 April 2026, pukul 09.41 WITA."
      >
        <SummaryList
          rows={[
            { term: 'Jenis', value: <b>Kutipan Akta Kelahiran</b> },
            { term: 'Dicabut sejak', value: <b>2 Februari 2026</b> },
          ]}
        />
        <section class="stack">
          <h2>Apa yang harus dilakukan</h2>
          <CheckList
            items={[
              {
                icon: 'office',
                title: 'Anda petugas bank, sekolah, atau kantor',
                text: 'Jangan terima kertas ini. Minta pemiliknya menunjukkan dokumen yang berlaku.',
              },
              {
                icon: 'person',
                title: 'Ini dokumen Anda',
                text: 'Bawa ke loket Disdukcapil atau kantor desa. Kami jelaskan sebabnya kepada Anda saja, tanpa biaya.',
              },
            ]}
          />
        </section>
        <p class="s quiet">Tentang orangnya tidak kami tampilkan apa pun.</p>
        <div class="row">
          <Button kind="second" href="#" label="Laporkan dokumen mencurigakan" />
        </div>
      </ResultPage>
    </Page>
  )
}
