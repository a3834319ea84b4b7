// Sample pages: a question that came back with faults, and a case on its way. People and numbers are invented.
import { Button } from '../../button.tsx'
import { ChoiceCards } from '../../choice-cards.tsx'
import type { PageContext } from '../../context.ts'
import { DateOfBirth } from '../../date-of-birth.tsx'
import { ErrorSummary } from '../../error-summary.tsx'
import { Field } from '../../field.tsx'
import { LinkTo } from '../../link-to.tsx'
import { MenuRows } from '../../menu-rows.tsx'
import { Notice } from '../../notice.tsx'
import { Page } from '../../page.tsx'
import { Steps } from '../../steps.tsx'
import { Timeline } from '../../timeline.tsx'

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
