// Sample page: the home of a region. One question, one search, life events by place, results with their base. Figures are invented.
import { Button } from '../../button.tsx'
import { CheckList } from '../../check-list.tsx'
import { Chips } from '../../chips.tsx'
import { ClothCover } from '../../cloth.tsx'
import type { PageContext } from '../../context.ts'
import { Field } from '../../field.tsx'
import { FreshnessLine } from '../../freshness-line.tsx'
import { LinkTo } from '../../link-to.tsx'
import { MenuRows } from '../../menu-rows.tsx'
import { Notice } from '../../notice.tsx'
import { Page } from '../../page.tsx'
import { SearchBox } from '../../search-box.tsx'
import { Stat } from '../../stat.tsx'

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
