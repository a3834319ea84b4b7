// Sample page: one service. Price, time and effort first, what is needed and what is not, what happens after sending. Figures are invented.
import { Button } from '../../button.tsx'
import { CheckList } from '../../check-list.tsx'
import type { PageContext } from '../../context.ts'
import { FreshnessLine } from '../../freshness-line.tsx'
import { LinkTo } from '../../link-to.tsx'
import { MetaLine } from '../../meta-line.tsx'
import { Notice } from '../../notice.tsx'
import { Page } from '../../page.tsx'
import { Stat } from '../../stat.tsx'
import { Timeline } from '../../timeline.tsx'

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
