// Live examples: lists of work, and what a page tells its reader.
import { Badge } from '../badge.tsx'
import { Button } from '../button.tsx'
import { CheckList } from '../check-list.tsx'
import { EmptyState } from '../empty-state.tsx'
import { FreshnessLine } from '../freshness-line.tsx'
import { LinkTo } from '../link-to.tsx'
import { MetaLine } from '../meta-line.tsx'
import { Notice } from '../notice.tsx'
import { Due, ProgressBar } from '../progress-bar.tsx'
import { Table } from '../table.tsx'
import { type ComponentGroup, text } from './registry.ts'

export const lists: ComponentGroup = {
  id: 'lists',
  title: text('Daftar dan kabar', 'Lists and news'),
  components: [
    {
      name: 'Table',
      file: 'table',
      use: text('Daftar kerja dan angka.', 'Lists of work and figures.'),
      rules: text(
        'Yang paling dekat tenggatnya di atas. Di ponsel menjadi kartu berjudul objeknya. Tepi merah terlambat, kuning segera.',
        'What is due first stands first. On a phone it turns into cards titled by their object. Red edge late, turmeric soon.',
      ),
      examples: [
        {
          title: text('Daftar kerja', 'List of work'),
          wide: true,
          render: () => (
            <Table
              phone="cards"
              dense
              caption={text('Permohonan, tenggat terdekat di atas', 'Cases, due first on top')}
              columns={[
                { key: 'due', label: text('Tenggat', 'Due') },
                { key: 'what', label: text('Permohonan', 'Case'), title: true },
                { key: 'state', label: text('Tahap', 'State') },
                { key: 'go', label: text('Tindakan', 'Action'), hidden: true },
              ]}
              rows={[
                {
                  tone: 'late',
                  cells: {
                    due: <Due words="lewat 40 mnt" usedPercent={100} />,
                    what: <LinkTo href="#lists" label="Akta kematian" />,
                    state: <Badge tone="stop" label={text('Terlambat', 'Late')} />,
                    go: (
                      <Button small kind="second" href="#lists" label={text('Ambil', 'Take')} hidden="Akta kematian" />
                    ),
                  },
                },
                {
                  tone: 'soon',
                  cells: {
                    due: <Due words="sisa 1 jam 20 mnt" usedPercent={94} />,
                    what: <LinkTo href="#lists" label="Akta kelahiran" />,
                    state: <Badge tone="care" label={text('Validasi', 'Approval')} />,
                    go: <Button small href="#lists" label={text('Lanjutkan', 'Go on')} hidden="Akta kelahiran" />,
                  },
                },
              ]}
            />
          ),
        },
      ],
      samples: ['officer-worklist', 'officer-review'],
    },
    {
      name: 'ProgressBar',
      file: 'progress-bar',
      use: text('Bagian dari keseluruhan.', 'A share of a whole.'),
      rules: text(
        'Angkanya selalu tertulis di sebelahnya. Garis tegak adalah sasaran.',
        'The figure always stands beside it. The upright mark is the target.',
      ),
      examples: [
        {
          title: text('Dengan sasaran', 'With a target'),
          render: () => (
            <ProgressBar
              percent={69.6}
              target={90}
              tone="mid"
              label={text('69,6 persen, sasaran 90 persen', '69.6 percent, target 90 percent')}
            />
          ),
        },
      ],
    },
    {
      name: 'CheckList',
      file: 'check-list',
      use: text(
        'Yang disiapkan, diperiksa, atau tidak perlu.',
        'What to have ready, what was checked, what is not needed.',
      ),
      rules: text('“Tidak perlu” berwarna abu-abu, tidak pernah merah.', '“Not needed” is grey, never red.'),
      examples: [
        {
          title: text('Empat nada', 'Four tones'),
          render: () => (
            <CheckList
              items={[
                { title: text('NIK ibu aktif', 'The mother’s NIK is active'), text: '14 April, 09.12' },
                { tone: 'care', title: text('Notifikasi bidan: selisih 1 jam', 'Midwife’s note: one hour apart') },
                { tone: 'no', title: text('Fotokopi yang dilegalisir', 'Certified copies') },
                { tone: 'stop', title: text('Surat kuasa sudah dicabut', 'The mandate was withdrawn') },
              ]}
            />
          ),
        },
      ],
      samples: ['service-birth', 'officer-review'],
    },
    {
      name: 'MetaLine',
      file: 'meta-line',
      use: text('Biaya, waktu, usaha di bawah judul.', 'Price, time, effort below a title.'),
      rules: text('Dua sampai empat fakta pendek.', 'Two to four short facts.'),
      examples: [
        {
          title: text('Satu layanan', 'One service'),
          render: () => (
            <MetaLine
              facts={[
                { icon: 'check', text: text('Gratis', 'Free') },
                { icon: 'clock', text: text('Paling lama 24 jam kerja', 'At most 24 working hours') },
              ]}
            />
          ),
        },
      ],
      samples: ['service-birth'],
    },
    {
      name: 'Notice',
      file: 'notice',
      use: text('Satu fakta yang mengubah tindakan orang.', 'One fact that changes what people do.'),
      rules: text(
        'Tanda, fakta tebal, apa yang dilakukan. Paling banyak dua sekaligus.',
        'Sign, bold fact, what to do. Two at most.',
      ),
      examples: [
        {
          title: text('Empat nada', 'Four tones'),
          render: () => (
            <div class="stack stack-s">
              <Notice
                tone="good"
                fact={text('Anda tidak perlu melakukan apa-apa.', 'There is nothing for you to do.')}
              />
              <Notice
                icon="pin"
                fact={text('Jemput bola ke Desa Kapul, Rabu 15 April.', 'We come to Kapul on Wednesday 15 April.')}
              />
              <Notice
                tone="care"
                fact={text('Laporkan dalam 60 hari.', 'Report within 60 days.')}
                text={text('Lewat dari itu tetap diterima.', 'Later is accepted too.')}
              />
              <Notice
                tone="bad"
                fact={text('Belum terkirim, isian Anda aman.', 'Not sent, your answers are safe.')}
                text={text('Tekan “Kirim lagi”.', 'Press “Send again”.')}
              />
            </div>
          ),
        },
      ],
    },
    {
      name: 'FreshnessLine',
      file: 'freshness-line',
      use: text('Akhir setiap halaman umum.', 'End of every public page.'),
      rules: text(
        'Siapa yang menjaga, kapan dipastikan. Lewat batas: segitiga, batasnya, dan kepada siapa bertanya.',
        'Who keeps it, when confirmed. Past the limit: triangle, the limit, whom to ask.',
      ),
      examples: [
        {
          title: text('Masih segar', 'Fresh'),
          render: () => <FreshnessLine keeper="Disdukcapil Balangan" confirmedOn="7 April 2026" reportHref="#lists" />,
        },
        {
          title: text('Lewat batas', 'Past the limit'),
          render: () => (
            <FreshnessLine
              keeper="Disdukcapil"
              confirmedOn="2 Januari 2026"
              stale={{ limitDays: 90 }}
              reportHref="#lists"
            />
          ),
        },
      ],
    },
    {
      name: 'EmptyState',
      file: 'empty-state',
      use: text('Tidak ada yang ditampilkan.', 'Nothing to show.'),
      rules: text(
        'Artinya apa, kapan berubah, satu tautan. Layanan umum yang kosong tidak ditampilkan sama sekali.',
        'What it means, when it changes, one link. An empty public service is not shown at all.',
      ),
      examples: [
        {
          title: text('Semua sudah dikerjakan', 'All done'),
          render: () => (
            <EmptyState
              level={2}
              title={text('Semua sudah dikerjakan', 'Everything is done')}
              text={text(
                'Tidak ada permohonan yang menunggu Anda. Berikutnya kira-kira Kamis pukul 08.00.',
                'No case waits for you. The next one comes about Thursday 08.00.',
              )}
              link={{
                href: '#lists',
                label: text('Lihat yang selesai minggu ini', 'View what was finished this week'),
              }}
            />
          ),
        },
      ],
    },
  ],
}
