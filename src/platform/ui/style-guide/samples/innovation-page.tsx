// Sample page: an index and what would change it. Nothing is saved until someone makes it a plan. Figures are invented.

import { Button } from '../../button.tsx'
import { IndexScale } from '../../charts/index-scale.tsx'
import { ChoiceCards } from '../../choice-cards.tsx'
import type { PageContext } from '../../context.ts'
import { FreshnessLine } from '../../freshness-line.tsx'
import { LinkTo } from '../../link-to.tsx'
import { Notice } from '../../notice.tsx'
import { Page } from '../../page.tsx'
import { ProgressBar } from '../../progress-bar.tsx'
import { Stat } from '../../stat.tsx'
import { SummaryList } from '../../summary-list.tsx'
import { Table } from '../../table.tsx'
import { tabs } from './office-frame.ts'

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
