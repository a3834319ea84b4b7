// Sample page: a village's report. Its grade with what it rests on, the trend with its coverage, who is not reached. Figures are invented.

import { Button } from '../../button.tsx'
import { GapBars } from '../../charts/gap-bars.tsx'
import { TrendChart } from '../../charts/trend-chart.tsx'
import type { PageContext } from '../../context.ts'
import { FreshnessLine } from '../../freshness-line.tsx'
import { Grade } from '../../grade.tsx'
import { Notice } from '../../notice.tsx'
import { Page } from '../../page.tsx'
import { ProgressBar } from '../../progress-bar.tsx'
import { SummaryList } from '../../summary-list.tsx'
import { tabs } from './office-frame.ts'

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
