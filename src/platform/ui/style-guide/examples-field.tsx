// Live examples: work without a signal.
import { ConflictCard } from '../conflict-card.tsx'
import { OfflineBar } from '../offline-bar.tsx'
import { PersonList } from '../person-list.tsx'
import { SaveState } from '../save-state.tsx'
import { type ComponentGroup, text } from './registry.ts'

export const field: ComponentGroup = {
  id: 'field',
  title: text('Tanpa sinyal', 'Without a signal'),
  components: [
    {
      name: 'OfflineBar',
      file: 'offline-bar',
      use: text('Baris pertama program lapangan.', 'First line of the field program.'),
      rules: text(
        'Kuning tanpa sinyal, hijau bila semua terkirim. Tidak pernah berkata “gagal”.',
        'Turmeric without signal, green when all is sent. Never says “failed”.',
      ),
      examples: [
        {
          title: text('Tanpa sinyal', 'No signal'),
          render: () => <OfflineBar state="offline" waiting={7} detailsHref="#field" />,
        },
        {
          title: text('Semua terkirim', 'All sent'),
          render: () => <OfflineBar state="sent" waiting={0} detailsHref="#field" />,
        },
      ],
      samples: ['field-list'],
    },
    {
      name: 'SaveState',
      file: 'save-state',
      use: text('Di mana satu catatan sekarang.', 'Where one record is now.'),
      rules: text('Dikatakan hanya setelah benar-benar tersimpan.', 'Said only after the write is durable.'),
      examples: [
        {
          title: text('Tiga tempat', 'Three places'),
          render: () => (
            <p class="row">
              <SaveState state="here" at="10.42" />
              <SaveState state="sent" where="laptop tim" />
              <SaveState state="refused" reason={text('lihat di atas', 'see above')} />
            </p>
          ),
        },
      ],
    },
    {
      name: 'PersonList',
      file: 'person-list',
      use: text('Sasaran hari ini.', 'People of today.'),
      rules: text(
        'Nomor, nama, yang perlu dilakukan, di mana catatannya.',
        'Number, name, what is due, where the record is.',
      ),
      examples: [
        {
          title: text('Satu orang', 'One person'),
          wide: true,
          render: () => (
            <PersonList
              people={[
                {
                  href: '#field',
                  number: 'A-015',
                  name: 'Bayu Anggara',
                  about: text('2 tahun 3 bulan, Sawang', '2 years 3 months, Sawang'),
                  badges: [{ tone: 'done', label: text('Ditimbang', 'Weighed') }, { label: 'MR 2' }],
                  saved: { state: 'here', at: '10.42' },
                },
              ]}
            />
          ),
        },
      ],
      samples: ['field-list'],
    },
    {
      name: 'ConflictCard',
      file: 'conflict-card',
      use: text('Dua nilai untuk satu fakta.', 'Two values for one fact.'),
      rules: text(
        'Sama besar, yang berbeda digarisbawahi, akibat masing-masing. Tidak ada yang dipilih lebih dulu.',
        'Equal in size, the difference underlined, the consequence of each. None is preselected.',
      ),
      examples: [
        {
          title: text('Tanggal lahir', 'Date of birth'),
          wide: true,
          render: (n) => (
            <ConflictCard
              name={n('conflict')}
              legend={text('Pilih tanggal lahir yang benar', 'Choose the right date of birth')}
              sides={[
                {
                  value: 'a',
                  device: text('Ponsel A', 'Phone A'),
                  shown: ['', '12', ' Januari 2024'],
                  origin: text('Bidan Rahmi, 10.21, dari buku KIA.', 'Midwife Rahmi, 10.21, from the KIA book.'),
                },
                {
                  value: 'b',
                  device: text('Ponsel C', 'Phone C'),
                  shown: ['', '21', ' Januari 2024'],
                  origin: text(
                    'Kader Jumiati, 09.02, dari ucapan nenek.',
                    'Cadre Jumiati, 09.02, as the grandmother said.',
                  ),
                },
              ]}
              askAgain={text('Jadi tugas kader Jumiati.', 'Becomes a task for cadre Jumiati.')}
              reason={{ name: n('reason') }}
            />
          ),
        },
      ],
      samples: ['field-conflict'],
    },
  ],
}
