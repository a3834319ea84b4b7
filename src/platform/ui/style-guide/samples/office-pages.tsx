// Sample pages for offices: the list of work, one case under decision, an index and what would change it, a village's report.
// People and figures are invented. The decision stands beside what will change, and the deadline before the name.
import { Badge, type BadgeTone } from '../../badge.tsx'
import { BeforeAfter } from '../../before-after.tsx'
import { Button } from '../../button.tsx'
import { GapBars } from '../../charts/gap-bars.tsx'
import { IndexScale } from '../../charts/index-scale.tsx'
import { TrendChart } from '../../charts/trend-chart.tsx'
import { CheckList } from '../../check-list.tsx'
import { Chips } from '../../chips.tsx'
import { ChoiceCards, Tick } from '../../choice-cards.tsx'
import type { PageContext, PageLink } from '../../context.ts'
import { FourEyes } from '../../four-eyes.tsx'
import { FreshnessLine } from '../../freshness-line.tsx'
import { Grade } from '../../grade.tsx'
import { LinkTo } from '../../link-to.tsx'
import { MaskedNumber } from '../../masked-number.tsx'
import { Notice } from '../../notice.tsx'
import { Page } from '../../page.tsx'
import { Pagination } from '../../pagination.tsx'
import { Due, ProgressBar } from '../../progress-bar.tsx'
import { SearchBox } from '../../search-box.tsx'
import { Stat } from '../../stat.tsx'
import { SummaryList } from '../../summary-list.tsx'
import { Table } from '../../table.tsx'

const tabs = (labels: readonly string[], current: number): readonly PageLink[] =>
  labels.map((label, index) => ({ href: `#${index}`, label, current: index === current }))

const officer = (context: PageContext): PageContext => ({
  ...context,
  region: { ...context.region, office: 'Disdukcapil Balangan' },
  person: { name: 'Norhayati, S.AP', role: 'Kepala Bidang Pencatatan Sipil' },
})

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

const CLAIMS: readonly (readonly [name: string, owner: string, claimed: number, verified: number])[] = [
  ['Basalaman', 'PUPR Perkim', 82, 58],
  ['Panting Gematari', 'Kecamatan Halong', 86, 71],
  ['Berani Gesit', 'DKP3', 74, 60],
  ['Bapamu Kuat', 'Perindag', 78, 66],
  ['Galuh Sanggam', 'Disdukcapil', 98, 92],
  ['PUBERTAS', 'Puskesmas Uren', 95, 91],
]

export function innovationWhatIf(context: PageContext) {
  return (
    <Page
      context={{
        ...context,
        region: { ...context.region, office: 'Bapperida Balangan' },
        person: { name: 'Rizky Maulana', role: 'Admin daerah, indeks inovasi' },
      }}
      variant="office"
      title="Perkiraan indeks inovasi"
      tabs={tabs(['Ringkasan', 'Inovasi', 'Bukti', 'Coba-coba', 'Kirim'], 3)}
    >
      <div class="stack stack-l">
        <div class="stack stack-xs">
          <h1>Bila diperbaiki, jadi berapa?</h1>
          <p class="quiet">
            Indeks Inovasi Daerah, edisi 2023. Tidak ada yang tersimpan sampai Anda memilih “Jadikan rencana”.
          </p>
        </div>
        <section class="panel stack">
          <h2>Terverifikasi 43,42, menurut klaim 48,18</h2>
          <IndexScale
            title="Indeks Inovasi Daerah"
            verified={43.42}
            claimed={48.18}
            tryout={46.85}
            bands={[
              { name: 'Kurang Inovatif', range: 'sampai 34,99', upTo: 35 },
              { name: 'Inovatif', range: '35 – 60', upTo: 60 },
              { name: 'Sangat Inovatif', range: 'mulai 60,01', upTo: 100 },
            ]}
          />
          <p class="s">
            Belah ketupat: hasil coba-coba di bawah, 46,85. Selisih 4,76 berasal dari 89 angka kematangan tanpa bukti
            yang diterima, dan 3 angka pada indikator daerah. Tanpa bukti, tingkat dihitung nol.
          </p>
        </section>
        <div class="split">
          <form class="stack" action="#">
            <ChoiceCards
              name="change"
              many
              wide
              label="Pilih perubahan"
              value={['evidence', 'add']}
              choices={[
                {
                  value: 'evidence',
                  label: 'Lengkapi bukti Basalaman: laporan SKM dan keputusan bupati',
                  hint: 'Indikator 34 dari tingkat 0 ke 2, indikator 16 dari 0 ke 2, indikator 35 dari 1 ke 3 (kematangan 58 jadi 76)',
                  aside: '+0,72',
                },
                {
                  value: 'add',
                  label: 'Tambah satu inovasi: e-Ternak Juai',
                  hint: 'Perkiraan kematangan 64. Pembagi tetap 10 sampai inovasi ke-10',
                  aside: '+2,71',
                },
                {
                  value: 'pull',
                  label: 'Tarik Basalaman',
                  hint: 'Pembagi tidak berubah, jadi menarik inovasi hanya mengurangi',
                  aside: '−2,48',
                },
              ]}
            />
            <div class="row">
              <Button label="Hitung" />
              <LinkTo href="#" label="Kosongkan pilihan" />
            </div>
          </form>
          <aside class="stack stack-m beside" aria-label="Hasil coba-coba">
            <section class="panel panel-wash stack">
              <h2>Hasil coba-coba</h2>
              <Stat tryout value="46,85" reading="Inovatif, naik 3,43 dari 43,42" />
              <SummaryList
                figures
                rows={[
                  { term: 'Satuan pemerintah', value: '45,00' },
                  { term: 'Rata-rata kematangan', value: '68,70' },
                  { term: 'Jumlah inovasi', value: '9 × 0,38 = 3,42' },
                  { term: 'Jumlah dari 250', value: <b>117,12</b> },
                ]}
              />
              <Button kind="second" fill="always" href="#" label="Jadikan rencana" />
            </section>
            <Notice
              tone="care"
              icon="warn"
              fact="Pendidikan, perumahan, ketertiban, dan sosial belum punya inovasi."
              text="Berapa urusan dasar yang disyaratkan edisi 2023 belum diketahui."
            />
          </aside>
          <section class="stack">
            <h2>Klaim dan bukti per inovasi</h2>
            <Table
              dense
              caption="Klaim dan bukti per inovasi, selisih terbesar di atas"
              columns={[
                { key: 'name', label: 'Inovasi', title: true },
                { key: 'owner', label: 'Pemilik', optional: true },
                { key: 'claimed', label: 'Klaim', end: true, optional: true },
                { key: 'verified', label: 'Sah', end: true },
                { key: 'bar', label: 'Dari 111', bar: true },
                { key: 'gap', label: 'Selisih', end: true },
              ]}
              rows={CLAIMS.map(([name, owner, claimed, verified]) => ({
                cells: {
                  name: <LinkTo href="#" label={name} />,
                  owner,
                  claimed,
                  verified: <b>{verified}</b>,
                  bar: <ProgressBar percent={(verified / 111) * 100} target={(claimed / 111) * 100} />,
                  gap: claimed - verified,
                },
              }))}
            />
            <p class="xs quiet">
              Garis tegak: klaim. Balok: yang diterima verifikator. Bukti terakhir diperiksa 13 April 2026.
            </p>
          </section>
        </div>
        <FreshnessLine keeper="Bapperida Balangan" confirmedOn="13 April 2026" reportHref="#" />
      </div>
    </Page>
  )
}

export function villageScorecard(context: PageContext) {
  const months = ['Nov', 'Des', 'Jan', 'Feb', 'Mar', 'Apr']
  const values = [21.3, 20.6, 19.4, 19.1, 18.5, 17.9]
  const coverage = [79, 88, 91, 90, 92, 93]
  return (
    <Page
      context={{
        ...context,
        region: { ...context.region, office: 'Balanting, Desa Kapul' },
        person: { name: 'Marlina', role: 'KPM Desa Kapul, Halong' },
      }}
      variant="office"
      title="Rapor konvergensi Desa Kapul"
      tabs={tabs(['Desa saya', 'Keluarga berisiko', 'Balita', 'Rembuk'], 0)}
    >
      <div class="stack stack-l">
        <div class="row row-apart">
          <div class="stack stack-xs">
            <h1>Desa Kapul</h1>
            <p class="quiet">Rapor konvergensi, triwulan I 2026. Kecamatan Halong</p>
          </div>
          <Button kind="second" href="#" icon="print" label="Cetak untuk rembuk" />
        </div>
        <div class="duo even">
          <section class="panel stack">
            <Grade
              letter="B"
              title="Nilai 85,2 dari 100"
              text="Mutu B. 19 dari 20 indikator ada datanya, cukup untuk dinilai."
            />
            <div class="duo">
              {[['Gizi dan kesehatan', '89,4', 89.4] as const, ['Keluarga dan lingkungan', '81,0', 81] as const].map(
                ([name, shown, value]) => (
                  <div>
                    <p class="row row-apart s">
                      <span>{name}</span>
                      <b class="num">{shown}</b>
                    </p>
                    <ProgressBar percent={value} />
                  </div>
                ),
              )}
            </div>
            <SummaryList
              figures
              small
              rows={[
                { term: 'Anak 0 sampai 59 bulan', value: '120, ditimbang 112' },
                { term: 'Keluarga berisiko', value: '58, turun 4' },
                { term: '1.000 hari, layanan lengkap', value: '27 dari 51' },
              ]}
            />
            <p class="xs quiet">Ditutup bidan desa 6 April 2026, versi 1. Bobot sama untuk semua indikator.</p>
          </section>
          <section class="panel stack">
            <h2>Balita pendek</h2>
            <TrendChart
              id="stunting"
              wide="half"
              title="Balita pendek di Desa Kapul"
              finding="Turun dari 21,3 persen pada November ke 17,9 persen pada April. Cakupan November 79 persen, belum mewakili."
              coverageName="Cakupan penimbangan (D/S), persen"
              points={months.map((label, index) => ({ label, value: values[index], coverage: coverage[index] }))}
            />
            <p class="xs quiet">
              Penimbangan rutin (e-PPGBM), April: 20 dari 112 anak terukur sah. Cakupan D/S di bawah 85 % belum
              mewakili, titiknya kosong. Survei nasional tidak digabung ke garis ini.
            </p>
          </section>
        </div>
        <section class="stack">
          <h2>Siapa yang belum terjangkau</h2>
          <p class="quiet">Diurutkan dari yang paling banyak orangnya. Garis tegak menandai sasaran.</p>
          <GapBars
            gaps={[
              {
                name: 'Keluarga berjamban layak',
                href: '#',
                owner: 'SE5, PUPR Perkim',
                reached: 149,
                of: 214,
                targetPercent: 90,
                missing: 44,
                unit: 'keluarga',
              },
              {
                name: 'Keluarga berair minum layak',
                href: '#',
                owner: 'SE4, PUPR Perkim',
                reached: 171,
                of: 214,
                targetPercent: 100,
                missing: 43,
                unit: 'keluarga',
              },
              {
                name: 'Balita dipantau tumbuh kembangnya',
                href: '#',
                owner: 'SP7, Posyandu Melati dan Kenanga',
                reached: 90,
                of: 120,
                targetPercent: 90,
                missing: 18,
                unit: 'orang',
              },
              {
                name: 'Anak 6 sampai 23 bulan makan MP-ASI beragam',
                href: '#',
                owner: 'SP5, Puskesmas Uren',
                reached: 22,
                of: 34,
                targetPercent: 80,
                missing: 6,
                unit: 'orang',
              },
              {
                name: 'Remaja putri minum tablet tambah darah',
                href: '#',
                owner: 'SP3, Dinas Pendidikan',
                reached: 31,
                of: 62,
                targetPercent: 58,
                missing: 5,
                unit: 'orang',
              },
              {
                name: 'Keluarga miskin menerima PKH',
                href: '#',
                owner: 'SE8, Dinas Sosial',
                reached: 39,
                of: 44,
                targetPercent: 100,
                missing: 5,
                unit: 'keluarga',
              },
            ]}
          />
          <Notice
            icon="doc"
            fact="SE9, sasaran paham stunting: belum ada data."
            text="Tidak dihitung nol. Minta DPPPA PPKB PMD mengisi sebelum 30 April."
          />
        </section>
        <FreshnessLine keeper="KPM Desa Kapul" confirmedOn="6 April 2026" reportHref="#" />
      </div>
    </Page>
  )
}
