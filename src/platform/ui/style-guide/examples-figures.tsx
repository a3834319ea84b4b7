// Live examples: measured results and their pictures.
import { GapBars } from '../charts/gap-bars.tsx'
import { IndexScale } from '../charts/index-scale.tsx'
import { Sparkline } from '../charts/sparkline.tsx'
import { TileMap } from '../charts/tile-map.tsx'
import { TrendChart } from '../charts/trend-chart.tsx'
import { Grade } from '../grade.tsx'
import { Stat } from '../stat.tsx'
import { type ComponentGroup, text } from './registry.ts'

const MONTHS = ['Nov', 'Des', 'Jan', 'Feb', 'Mar', 'Apr']

export const figures: ComponentGroup = {
  id: 'figures',
  title: text('Angka dan gambar', 'Figures and pictures'),
  components: [
    {
      name: 'Stat',
      file: 'stat',
      use: text('Hasil yang diukur.', 'A measured result.'),
      rules: text(
        'Angka dengan satuan, kalimat yang membacanya, sumber, tanggal dan dasarnya.',
        'Figure with unit, a sentence that reads it, source, date and base.',
      ),
      examples: [
        {
          title: text('Ketepatan waktu', 'In time'),
          render: () => (
            <Stat
              value="96,4"
              unit="%"
              reading={text('Selesai tepat waktu: 1.206 dari 1.251 permohonan.', 'Done in time: 1,206 of 1,251 cases.')}
              source={text('Semua layanan, Maret 2026', 'All services, March 2026')}
              detailsHref="#figures"
            />
          ),
        },
      ],
      samples: ['region-home'],
    },
    {
      name: 'Grade',
      file: 'grade',
      use: text('Mutu A sampai D.', 'A mark from A to D.'),
      rules: text(
        'Hurufnya hiasan, kata di sebelahnya yang berbicara.',
        'The letter decorates, the words beside it speak.',
      ),
      examples: [
        {
          title: text('Rapor desa', 'Village report'),
          render: () => (
            <Grade
              level={3}
              letter="B"
              title={text('Nilai 85,2 dari 100', '85.2 of 100')}
              text={text('19 dari 20 indikator ada datanya.', '19 of 20 indicators have data.')}
            />
          ),
        },
      ],
      samples: ['village-scorecard'],
    },
    {
      name: 'TrendChart',
      file: 'charts/trend-chart',
      use: text('Hasil beberapa bulan.', 'A result over months.'),
      rules: text(
        'Sumbu dari nol. Di bawahnya cakupan tiap bulan; di bawah 85 % titiknya kosong dan selnya putus-putus. Bulan tanpa data memutus garis.',
        'Axis from zero. Below it the coverage of each month; under 85% the point is hollow, the cell dashed. A month without data breaks the line.',
      ),
      examples: [
        {
          title: text('Dengan cakupan dan satu bulan kosong', 'With coverage and an empty month'),
          render: (n) => (
            <TrendChart
              id={n('trend')}
              title={text('Balita pendek di Desa Kapul', 'Short children in Kapul')}
              finding={text(
                'Turun dari 21,3 persen pada November ke 17,9 persen pada April. Januari tidak ditimbang.',
                'Down from 21.3 percent in November to 17.9 in April. No weighing in January.',
              )}
              coverageName={text('Cakupan penimbangan (D/S), persen', 'Weighed (D/S), percent')}
              points={MONTHS.map((label, index) => ({
                label,
                value: [21.3, 20.6, undefined, 19.1, 18.5, 17.9][index],
                coverage: [79, 88, undefined, 90, 92, 93][index],
              }))}
            />
          ),
        },
      ],
      samples: ['village-scorecard'],
    },
    {
      name: 'Sparkline',
      file: 'charts/sparkline',
      use: text('Arah di samping angka.', 'A direction beside a figure.'),
      rules: text('Hanya bersama angkanya.', 'Only together with its figure.'),
      examples: [
        {
          title: text('Enam bulan', 'Six months'),
          render: () => (
            <p class="row">
              <b class="num">17,9 %</b>
              <Sparkline
                values={[21.3, 20.6, undefined, 19.1, 18.5, 17.9]}
                finding={text(
                  'Turun dari 21,3 ke 17,9 persen dalam enam bulan.',
                  'Down from 21.3 to 17.9 percent in six months.',
                )}
              />
            </p>
          ),
        },
      ],
    },
    {
      name: 'GapBars',
      file: 'charts/gap-bars',
      use: text('Siapa yang belum terjangkau.', 'Who is not reached yet.'),
      rules: text(
        'Diurutkan menurut jumlah orang. Tanpa data adalah kalimat, bukan balok nol.',
        'Sorted by people. No data is a sentence, not a bar of zero.',
      ),
      examples: [
        {
          title: text('Dua layanan', 'Two services'),
          render: () => (
            <GapBars
              gaps={[
                {
                  name: text('Keluarga berjamban layak', 'Families with a proper latrine'),
                  href: '#figures',
                  owner: 'SE5, PUPR Perkim',
                  reached: 149,
                  of: 214,
                  targetPercent: 90,
                  missing: 44,
                  unit: text('keluarga', 'families'),
                },
                {
                  name: text('Remaja putri minum tablet tambah darah', 'Girls taking iron tablets'),
                  owner: 'SP3, Dinas Pendidikan',
                  reached: 31,
                  of: 62,
                  targetPercent: 58,
                  missing: 5,
                  unit: text('orang', 'people'),
                },
              ]}
            />
          ),
        },
      ],
      samples: ['village-scorecard'],
    },
    {
      name: 'TileMap',
      file: 'charts/tile-map',
      use: text('Peta tanpa peta.', 'A map without a map.'),
      rules: text(
        'Satu petak satu wilayah, kira-kira di tempatnya. Nilai tertulis, arsir bila cakupan tipis, di bawah lima orang tidak ditampilkan.',
        'One tile an area, roughly in place. Value printed, hatched where coverage is thin, nothing under five people.',
      ),
      examples: [
        {
          title: text('Kecamatan di Balangan', 'Districts of Balangan'),
          render: (n) => (
            <TileMap
              id={n('tiles')}
              title={text('Balita pendek per kecamatan', 'Short children by district')}
              finding={text(
                'Tertinggi Tebing Tinggi, 31,2 persen; terendah Paringin, 9,3 persen.',
                'Highest Tebing Tinggi, 31.2 percent; lowest Paringin, 9.3 percent.',
              )}
              limits={[10, 20, 30]}
              thinName={text('D/S di bawah 85 %', 'D/S under 85%')}
              tiles={[
                { name: 'Juai', column: 1, row: 0, value: 18.4, people: 402 },
                { name: 'Halong', column: 2, row: 0, value: 24.6, people: 511 },
                { name: 'Lampihong', column: 0, row: 1, value: 12.1, people: 377 },
                { name: 'Paringin', column: 1, row: 1, value: 9.3, people: 640 },
                { name: 'Awayan', column: 2, row: 1, value: 21.7, people: 298, thin: true },
                { name: 'Tebing Tinggi', column: 3, row: 1, value: 31.2, people: 160 },
                { name: 'Batu Mandi', column: 0, row: 2, value: 14.9, people: 350 },
                { name: 'Paringin Selatan', column: 1, row: 2, people: 210 },
              ]}
            />
          ),
        },
      ],
    },
    {
      name: 'IndexScale',
      file: 'charts/index-scale',
      use: text('Kedudukan pada indeks.', 'Where a region stands on an index.'),
      rules: text(
        'Yang sah garis penuh, klaim putus-putus, coba-coba belah ketupat; tidak pernah satu tanpa yang lain.',
        'Verified solid, claimed dashed, what-if a diamond; never one without the other.',
      ),
      examples: [
        {
          title: text('Indeks inovasi', 'Innovation index'),
          render: () => (
            <IndexScale
              title={text('Indeks Inovasi Daerah', 'Regional innovation index')}
              verified={43.42}
              claimed={48.18}
              tryout={46.85}
              bands={[
                { name: text('Kurang', 'Low'), range: '< 35', upTo: 35 },
                { name: text('Inovatif', 'Innovative'), range: '35 – 60', upTo: 60 },
                { name: text('Sangat', 'High'), range: '> 60', upTo: 100 },
              ]}
            />
          ),
        },
      ],
      samples: ['innovation-whatif'],
    },
  ],
}
