// Sample pages for people outside the office: a region's home, a service, a question that came back, a case on its way. They show how the
// components stand together; people and figures are invented. A real page takes their structure, not their words.
import { Button } from '../../button.tsx'
import { CheckList } from '../../check-list.tsx'
import { Chips } from '../../chips.tsx'
import { ChoiceCards } from '../../choice-cards.tsx'
import { ClothCover } from '../../cloth.tsx'
import type { PageContext } from '../../context.ts'
import { DateOfBirth } from '../../date-of-birth.tsx'
import { ErrorSummary } from '../../error-summary.tsx'
import { Field } from '../../field.tsx'
import { FreshnessLine } from '../../freshness-line.tsx'
import { LinkTo } from '../../link-to.tsx'
import { MenuRows } from '../../menu-rows.tsx'
import { MetaLine } from '../../meta-line.tsx'
import { Notice } from '../../notice.tsx'
import { Page } from '../../page.tsx'
import { SearchBox } from '../../search-box.tsx'
import { Stat } from '../../stat.tsx'
import { Steps } from '../../steps.tsx'
import { Timeline } from '../../timeline.tsx'

export function regionHome(context: PageContext) {
  const cover = (
    <div class="cover">
      <ClothCover />
      <div class="wrap">
        <div class="inner stack stack-m">
          <h1>Apa yang ingin Anda urus?</h1>
          <p>
            Dari awal sampai selesai: lewat ponsel, kantor desa, atau loket. Akta, KK, KTP-el, dan kartu anak selalu
            gratis.
          </p>
          <SearchBox action="#" label="Cari layanan atau dokumen" onCloth />
          <Chips
            label="Sering dicari"
            chips={['Akta kelahiran', 'KK hilang', 'KTP-el rusak', 'Pindah datang'].map((label) => ({
              href: '#',
              label,
            }))}
          />
        </div>
      </div>
    </div>
  )
  return (
    <Page context={context} title="Layanan Kabupaten Balangan" cover={cover}>
      <div class="stack stack-xl">
        <div class="split">
          <section class="stack">
            <h2>Kejadian dalam hidup</h2>
            <MenuRows
              two
              rows={[
                { href: '#', icon: 'baby', title: 'Anak lahir', text: 'Akta, KK, kartu anak sekaligus' },
                { href: '#', icon: 'rings', title: 'Menikah atau bercerai', text: 'Status, KK, dan KTP-el' },
                { href: '#', icon: 'move', title: 'Pindah rumah', text: 'Di dalam atau ke luar kabupaten' },
                { href: '#', icon: 'lost', title: 'Dokumen hilang atau rusak', text: 'KK, KTP-el, akta, kartu anak' },
                { href: '#', icon: 'leaf', title: 'Ada yang meninggal', text: 'Akta kematian dan KK baru' },
                { href: '#', icon: 'grow', title: 'Tumbuh kembang anak', text: 'Grafik KMS, jadwal posyandu' },
                { href: '#', icon: 'pulse', title: 'Puskesmas berjalan', text: 'Jadwal tim ke dusun yang jauh' },
                { href: '#', icon: 'voice', title: 'Keluhan dan usul', text: 'Dari desa sampai dewan, dijawab' },
              ]}
            />
            <p>
              <LinkTo href="#" label="Lihat semua layanan" />
            </p>
          </section>
          <aside aria-labelledby="lacak">
            <form class="panel panel-wash stack" action="#">
              <h2 id="lacak">Lacak permohonan</h2>
              <Field
                name="no"
                label="Nomor permohonan"
                hint="Ada di bukti kirim, diawali GS"
                autocapitalize="characters"
              />
              <Field name="tel" label="4 angka terakhir nomor ponsel" kind="number" width={4} maxlength={4} />
              <Button kind="second" label="Lihat status" />
            </form>
          </aside>
        </div>
        <section class="stack">
          <h2>Kabar layanan</h2>
          <div class="duo even">
            <Notice
              tone="care"
              fact="Loket tutup Jumat, 1 Mei 2026."
              text="Hari Buruh. Permohonan lewat ponsel dan WhatsApp tetap diterima, diproses mulai Senin pukul 08.00."
            />
            <Notice
              icon="pin"
              fact="Jemput bola ke Desa Kapul, Rabu 15 April."
              text="Balai desa, pukul 09.00 sampai 14.00. Rekam KTP-el, akta, dan kartu anak."
            />
          </div>
        </section>
        <section class="stack">
          <h2>Tidak punya ponsel? Tetap bisa.</h2>
          <CheckList
            two
            items={[
              { icon: 'house', title: 'Kantor desa', text: 'Operator desa menuliskannya bersama Anda.' },
              {
                icon: 'people',
                title: 'Keluarga dengan surat kuasa',
                text: 'Satu lembar surat, berlaku untuk satu permohonan.',
              },
              {
                icon: 'office',
                title: 'Loket Disdukcapil di Paringin',
                text: 'Senin sampai Jumat, pukul 08.00 sampai 16.00.',
              },
              { icon: 'chat', title: 'WhatsApp', text: 'Kirim foto, langsung dijawab dengan nomor permohonan.' },
            ]}
          />
        </section>
        <section class="stack">
          <h2>Kinerja kami, apa adanya</h2>
          <div class="trio">
            <Stat
              value="9"
              unit="jam kerja"
              reading="Separuh akta kelahiran terbit lebih cepat dari ini. Sembilan dari sepuluh di bawah 21 jam kerja."
              source="Catatan 214 permohonan, Maret 2026"
              detailsHref="#"
            />
            <Stat
              value="96,4"
              unit="%"
              reading="Selesai tepat waktu: 1.206 dari 1.251 permohonan."
              source="Semua layanan kependudukan, Maret 2026"
              detailsHref="#"
            />
            <Stat
              value="84,17"
              unit="dari 100"
              reading="Kepuasan masyarakat, mutu B (baik). Terendah: waktu penyelesaian."
              source="312 jawaban, perlu 278. Triwulan I 2026, Permenpan RB 14/2017"
              detailsHref="#"
            />
          </div>
        </section>
        <FreshnessLine keeper="Bapperida Balangan" confirmedOn="13 April 2026" reportHref="#" />
      </div>
    </Page>
  )
}

export function serviceBirth(context: PageContext) {
  return (
    <Page
      context={context}
      title="Akta kelahiran"
      crumbs={[
        { href: '#', label: 'Beranda' },
        { href: '#', label: 'Anak lahir' },
      ]}
    >
      <div class="stack stack-l">
        <div class="split">
          <div class="stack stack-l narrow">
            <div class="stack">
              <h1>Akta kelahiran</h1>
              <p class="lead">Sekali urus, tiga dokumen: akta kelahiran, KK baru, dan Kartu Identitas Anak.</p>
              <MetaLine
                facts={[
                  { icon: 'check', text: 'Gratis' },
                  { icon: 'clock', text: 'Paling lama 24 jam kerja' },
                  { icon: 'phone', text: 'Sekitar 10 menit mengisi' },
                ]}
              />
            </div>
            <div class="row">
              <Button href="#" label="Mulai permohonan" />
              <LinkTo href="#" label="Lanjutkan draf" />
            </div>
            <Notice
              tone="care"
              fact="Laporkan dalam 60 hari sejak anak lahir."
              text="Lewat dari itu tetap diterima, tetapi perlu keputusan kepala dinas lebih dulu."
            />
            <section class="stack">
              <h2>Siapkan</h2>
              <CheckList
                items={[
                  {
                    icon: 'doc',
                    title: 'Surat keterangan kelahiran',
                    text: 'Dari rumah sakit, Puskesmas, dokter, atau bidan. Lahir di rumah: dari kepala desa.',
                  },
                  {
                    icon: 'rings',
                    title: 'Buku nikah atau akta perkawinan',
                    text: 'Foto halaman yang memuat nama dan nomor.',
                  },
                  {
                    icon: 'people',
                    title: 'Kartu Keluarga dan NIK kedua orang tua',
                    text: 'KK tempat anak akan dicantumkan.',
                  },
                  {
                    icon: 'person',
                    title: 'Nama, NIK, dan nomor KK dua saksi',
                    text: 'Cukup ditulis. KTP saksi tidak perlu difoto.',
                  },
                ]}
              />
            </section>
            <section class="stack panel panel-wash">
              <h2>Tidak perlu</h2>
              <CheckList
                items={[
                  { tone: 'no', title: 'Surat pengantar RT, RW, desa, atau kecamatan' },
                  { tone: 'no', title: 'Fotokopi yang dilegalisir' },
                  {
                    tone: 'no',
                    title: 'Data yang sudah ada pada kami',
                    text: 'Kami tampilkan, Anda cukup memastikan masih benar.',
                  },
                ]}
              />
            </section>
            <section class="stack">
              <h2>Setelah Anda kirim</h2>
              <Timeline
                order="forward"
                items={[
                  {
                    title: 'Berkas diperiksa',
                    text: 'Jawaban pertama paling lama 4 jam kerja. Bila ada yang kurang, semuanya disebut sekaligus.',
                  },
                  {
                    title: 'Data dicocokkan, lalu disahkan orang lain',
                    text: 'Pemeriksa, pengesah, dan penanda tangan selalu tiga orang berbeda.',
                  },
                  { title: 'Kepala dinas menandatangani secara elektronik' },
                  {
                    title: 'Akta dan KK baru Anda unduh',
                    text: 'Cetak sendiri di kertas A4 putih. Kartu anak dicetak kantor dan diantar ke desa.',
                  },
                ]}
              />
            </section>
          </div>
          <aside class="stack stack-m" aria-label="Tentang layanan ini">
            <section class="stack panel">
              <h2>Cara lain</h2>
              <CheckList
                items={[
                  {
                    icon: 'house',
                    title: 'Kantor desa',
                    text: 'Bawa berkas asli. Operator desa mengisi bersama Anda.',
                  },
                  { icon: 'chat', title: 'WhatsApp', text: 'Kirim foto berkas, setiap foto langsung dijawab.' },
                  {
                    icon: 'office',
                    title: 'Loket Disdukcapil, Paringin',
                    text: 'Senin sampai Jumat, pukul 08.00 sampai 16.00 WITA.',
                  },
                ]}
              />
            </section>
            <Stat
              value="9"
              unit="jam kerja"
              reading="Separuh permohonan terbit lebih cepat dari ini."
              source="214 permohonan, Maret 2026"
            />
            <Stat
              value="11"
              unit="dari 100"
              reading="Dikembalikan karena berkas. Paling sering: foto buku nikah tidak terbaca."
              source="24 dari 214, Maret 2026"
            />
            <section class="panel panel-wash stack stack-s s">
              <h2 class="t-l">Dasar hukum</h2>
              <p>
                UU 23/2006 jo. UU 24/2013, Perpres 96/2018, Permendagri 108/2019. Formulir F-2.01, diisikan otomatis.
              </p>
            </section>
          </aside>
        </div>
        <FreshnessLine keeper="Disdukcapil Balangan" confirmedOn="7 April 2026" reportHref="#" />
      </div>
    </Page>
  )
}

export function questionError(context: PageContext) {
  const errors = [
    { at: 'childName', text: 'Nama anak: tulis “Siti”, bukan “St.”' },
    { at: 'bornOn', text: 'Tanggal lahir: Februari 2026 hanya sampai tanggal 28' },
    { at: 'weightGrams', text: 'Berat bayi: tulis dalam gram, misalnya 3200' },
  ]
  return (
    <Page context={context} title="Anak" errorCount={errors.length} back={{ href: '#', label: 'Kembali ke Pelapor' }}>
      <div class="split split-rail">
        <Steps
          now={1}
          steps={[
            { label: 'Pelapor', href: '#' },
            { label: 'Anak' },
            { label: 'Ibu dan ayah' },
            { label: 'Saksi' },
            { label: 'Dokumen' },
            { label: 'Periksa dan kirim' },
          ]}
        />
        <form class="stack stack-l" method="post" action="#">
          <ErrorSummary errors={errors} />
          <h1>Siapa anak yang lahir?</h1>
          <Field
            name="childName"
            label="Nama lengkap anak"
            hint="Seperti yang akan tercetak di akta. Tanpa gelar, angka, dan singkatan."
            error="“St.” adalah singkatan. Tulis lengkap: Siti Aisyah Ramadhani."
            value="St. Aisyah Ramadhani"
          />
          <ChoiceCards
            name="sex"
            label="Jenis kelamin"
            two
            value="P"
            choices={[
              { value: 'P', label: 'Perempuan' },
              { value: 'L', label: 'Laki-laki' },
            ]}
          />
          <DateOfBirth
            name="bornOn"
            label="Tanggal lahir"
            hint="Lihat surat keterangan kelahiran. Contoh: 5, Maret, 2026."
            error="Februari 2026 hanya sampai tanggal 28. Periksa lagi suratnya."
            wrong={['day', 'month']}
            value={{ day: 31, month: 2, year: 2026 }}
          />
          <ChoiceCards
            name="place"
            label="Tempat dilahirkan"
            value="puskesmas"
            choices={[
              { value: 'hospital', label: 'Rumah sakit atau rumah bersalin' },
              { value: 'puskesmas', label: 'Puskesmas' },
              { value: 'polindes', label: 'Polindes' },
              { value: 'home', label: 'Rumah', hint: 'Surat keterangannya dari kepala desa' },
              { value: 'other', label: 'Tempat lain' },
            ]}
          />
          <Field
            name="weightGrams"
            kind="number"
            unit="gram"
            width={8}
            label="Berat bayi saat lahir"
            error="32.000 gram sama dengan 32 kg. Mungkin maksudnya 3200?"
            value="32000"
          />
          <div class="row">
            <Button label="Simpan dan lanjut" />
            <LinkTo href="#" label="Simpan dulu, lanjut nanti" />
          </div>
          <p class="s quiet">Jawaban lain sudah tersimpan. Draf disimpan 30 hari.</p>
        </form>
      </div>
    </Page>
  )
}

export function followUp(context: PageContext) {
  return (
    <Page context={context} title="Status GS-20260410-M4TR-00017-X">
      <div class="split">
        <div class="stack stack-l narrow">
          <div class="stack">
            <p class="quiet">
              Akta kelahiran, nomor <span class="caseno">GS-20260410-M4TR-00017-X</span>
            </p>
            <h1>Sedang disahkan</h1>
            <p class="lead">
              Terbit paling lambat <b>Rabu, 15 April 2026, pukul 16.00 WITA</b>.
            </p>
            <Notice
              tone="good"
              fact="Anda tidak perlu melakukan apa-apa."
              text="Kami kabari lewat WhatsApp begitu ada perubahan."
            />
          </div>
          <section class="stack">
            <h2 class="hide">Perjalanan permohonan</h2>
            <Timeline
              items={[
                { state: 'next', title: 'Akta dan KK baru terbit', text: 'Anda unduh dari tautan dengan PIN.' },
                { state: 'next', title: 'Tanda tangan elektronik kepala dinas' },
                {
                  state: 'now',
                  title: 'Pengesahan',
                  text: 'Dipegang Bidang Pencatatan Sipil, sejak hari ini pukul 09.20.',
                },
                {
                  title: 'Data cocok dengan catatan kependudukan',
                  at: { iso: '2026-04-14T09:20+08:00', words: 'Selasa 14 April, 09.20' },
                },
                {
                  title: 'Berkas lengkap',
                  at: { iso: '2026-04-13T08:40+08:00', words: 'Senin 13 April, 08.40' },
                  text: 'Batas waktu 24 jam kerja dihitung mulai Senin pukul 08.00.',
                },
                {
                  title: 'Dikirim ulang, foto baru diterima',
                  at: { iso: '2026-04-11T19:20+08:00', words: 'Sabtu 11 April, 19.20' },
                },
                {
                  title: 'Dikembalikan untuk diperbaiki',
                  at: { iso: '2026-04-10T15:35+08:00', words: 'Jumat 10 April, 15.35' },
                  text: 'Foto buku nikah terlalu gelap, nomor tidak terbaca.',
                },
                {
                  title: 'Diajukan lewat ponsel',
                  at: { iso: '2026-04-10T15:00+08:00', words: 'Jumat 10 April, 15.00' },
                },
              ]}
            />
          </section>
        </div>
        <aside class="stack stack-m" aria-label="Tindakan">
          <section class="panel stack">
            <h2>Yang bisa Anda lakukan</h2>
            <MenuRows
              rows={[
                { href: '#', icon: 'chat', title: 'Tulis kepada petugas', text: 'Dijawab dalam 4 jam kerja' },
                { href: '#', icon: 'pen', title: 'Ganti cara dikabari', text: 'Sekarang: WhatsApp' },
                { href: '#', icon: 'x', title: 'Cabut permohonan', text: 'Isiannya tetap bisa dipakai lagi' },
              ]}
            />
          </section>
          <p class="s quiet">
            Halaman ini sengaja tidak memuat nama dan NIK. Siapa pun yang memegang nomor ini hanya melihat tahapnya.
          </p>
        </aside>
      </div>
    </Page>
  )
}
