// Live examples: what people fill in.
import { ChoiceCards, Tick } from '../choice-cards.tsx'
import { DateOfBirth } from '../date-of-birth.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Field } from '../field.tsx'
import { SelectField } from '../select-field.tsx'
import { Steps } from '../steps.tsx'
import { TimeField } from '../time-field.tsx'
import { type ComponentGroup, text } from './registry.ts'

export const forms: ComponentGroup = {
  id: 'forms',
  title: text('Mengisi', 'Filling in'),
  components: [
    {
      name: 'Field',
      file: 'field',
      use: text('Satu fakta.', 'One fact.'),
      rules: text(
        'Label, petunjuk, kesalahan, kotak, dalam urutan itu. Lebarnya menunjukkan panjang jawaban. Jawaban yang salah tetap di kotaknya.',
        'Label, hint, error, box, in that order. The width tells the length. A wrong answer stays in its box.',
      ),
      examples: [
        {
          title: text('Dengan petunjuk', 'With a hint'),
          render: (n) => (
            <Field
              name={n('name')}
              label={text('Nama lengkap anak', 'Full name of the child')}
              hint={text('Seperti yang akan tercetak di akta.', 'As it will be printed on the certificate.')}
            />
          ),
        },
        {
          title: text('Angka dengan satuan, keliru', 'Number with a unit, wrong'),
          render: (n) => (
            <Field
              name={n('weight')}
              kind="number"
              width={8}
              unit="gram"
              value="32000"
              label={text('Berat bayi saat lahir', 'Weight at birth')}
              error={text(
                '32.000 gram sama dengan 32 kg. Mungkin maksudnya 3200?',
                '32,000 g is 32 kg. Did you mean 3200?',
              )}
            />
          ),
        },
        {
          title: text('Beberapa baris, boleh kosong', 'Several lines, may be empty'),
          render: (n) => (
            <Field name={n('note')} kind="lines" rows={2} optional label={text('Keterangan', 'Remarks')} />
          ),
        },
      ],
      samples: ['question-error'],
    },
    {
      name: 'SelectField',
      file: 'select-field',
      use: text('Daftar resmi yang lebih dari tujuh.', 'An official list of more than seven.'),
      rules: text(
        'Bila sampai tujuh, pakai kartu pilihan. Bila ratusan, pakai pencarian.',
        'Up to seven: cards. Hundreds: search.',
      ),
      examples: [
        {
          title: text('Pendidikan', 'Education'),
          render: (n) => (
            <SelectField
              name={n('education')}
              width={16}
              value="sma"
              label={text('Pendidikan terakhir', 'Highest education')}
              options={[
                { value: 'sd', label: 'Tamat SD/sederajat' },
                { value: 'smp', label: 'SLTP/sederajat' },
                { value: 'sma', label: 'SLTA/sederajat' },
              ]}
            />
          ),
        },
      ],
    },
    {
      name: 'ChoiceCards',
      file: 'choice-cards',
      use: text('Sampai tujuh pilihan.', 'Up to seven choices.'),
      rules: text(
        'Seluruh kartu adalah label. Akibatnya di baris kecil. Terpilih: warna, garis tebal, dan tanda aslinya.',
        'The whole card is the label. The consequence in a small line. Chosen: tint, thick border and the native mark.',
      ),
      examples: [
        {
          title: text('Satu dari beberapa', 'One of several'),
          render: (n) => (
            <ChoiceCards
              name={n('place')}
              value="home"
              label={text('Tempat dilahirkan', 'Place of birth')}
              choices={[
                { value: 'puskesmas', label: 'Puskesmas' },
                {
                  value: 'home',
                  label: text('Rumah', 'At home'),
                  hint: text('Surat keterangannya dari kepala desa', 'The letter comes from the village head'),
                },
              ]}
            />
          ),
        },
        {
          title: text('Beberapa, dengan nilai', 'Several, with a value'),
          render: (n) => (
            <ChoiceCards
              name={n('plan')}
              many
              value={['add']}
              label={text('Pilih perubahan', 'Choose changes')}
              choices={[
                { value: 'add', label: text('Tambah satu inovasi', 'Add an innovation'), aside: '+2,71' },
                { value: 'pull', label: text('Tarik satu inovasi', 'Withdraw one'), aside: '−2,48' },
              ]}
            />
          ),
        },
      ],
      samples: ['question-error', 'innovation-whatif'],
    },
    {
      name: 'Tick',
      file: 'choice-cards',
      use: text('Satu pernyataan sebelum keputusan.', 'One statement before a decision.'),
      rules: text(
        'Kalimat orang pertama. Tidak pernah dicentang lebih dulu untuk persetujuan.',
        'First person. Never ticked beforehand for consent.',
      ),
      examples: [
        {
          title: text('Sudah melihat', 'Have seen'),
          render: (n) => (
            <Tick
              name={n('seen')}
              label={text('Saya sudah melihat perubahan register.', 'I have seen the changes to the register.')}
            />
          ),
        },
      ],
      samples: ['officer-review'],
    },
    {
      name: 'DateOfBirth',
      file: 'date-of-birth',
      use: text('Tanggal yang diketahui.', 'Dates people know.'),
      rules: text(
        'Tanggal, bulan dengan kata, tahun. Tanpa kalender. Hanya bagian yang salah menjadi merah.',
        'Day, month as a word, year. No calendar. Only the wrong part turns red.',
      ),
      examples: [
        {
          title: text('Keliru pada tanggal dan bulan', 'Day and month wrong'),
          render: (n) => (
            <DateOfBirth
              name={n('born')}
              label={text('Tanggal lahir', 'Date of birth')}
              error={text(
                'Februari 2026 hanya sampai tanggal 28. Periksa lagi suratnya.',
                'February 2026 ends on the 28th. Look at the letter again.',
              )}
              wrong={['day', 'month']}
              value={{ day: 31, month: 2, year: 2026 }}
            />
          ),
        },
      ],
      samples: ['question-error', 'verify-valid'],
    },
    {
      name: 'TimeField',
      file: 'time-field',
      use: text('Jam dari 24 jam.', 'A time on a clock of 24 hours.'),
      rules: text('Dua kotak, zona waktu disebut.', 'Two boxes, the zone is named.'),
      examples: [
        {
          title: text('Dengan zona', 'With zone'),
          render: (n) => (
            <TimeField
              name={n('at')}
              label={text('Pukul berapa lahir', 'Time of birth')}
              zone="WITA"
              value={{ hour: '04', minute: '10' }}
            />
          ),
        },
      ],
    },
    {
      name: 'ErrorSummary',
      file: 'error-summary',
      use: text('Hal pertama setelah halaman ditolak.', 'First thing after a refused page.'),
      rules: text(
        'Jumlah di judul dan di jendela, kalimat yang sama seperti di kolomnya, semuanya sekaligus.',
        'Count in the title and the window, the same sentences as at the fields, all at once.',
      ),
      examples: [
        {
          title: text('Dua kesalahan', 'Two faults'),
          render: (n) => (
            <ErrorSummary
              id={n('errors')}
              errors={[
                {
                  at: n('name'),
                  text: text('Nama anak: tulis “Siti”, bukan “St.”', 'Child’s name: write “Siti”, not “St.”'),
                },
                {
                  at: n('weight'),
                  text: text(
                    'Berat bayi: tulis dalam gram, misalnya 3200',
                    'Weight: write it in grams, for example 3200',
                  ),
                },
              ]}
            />
          ),
        },
      ],
      samples: ['question-error'],
    },
    {
      name: 'Steps',
      file: 'steps',
      use: text('Formulir tiga halaman atau lebih.', 'Forms of three pages or more.'),
      rules: text(
        'Ponsel: nama dan “Langkah 2 dari 6”. Lebar: rel belah ketupat, langkah selesai bisa dibuka. Tidak pernah persen.',
        'Phone: name and “Step 2 of 6”. Wide: a rail of diamonds, done steps open. Never a percentage.',
      ),
      examples: [
        {
          title: text('Langkah kedua', 'Second step'),
          render: () => (
            <Steps
              now={1}
              steps={[
                { label: text('Pelapor', 'Reporter'), href: '#forms' },
                { label: text('Anak', 'Child') },
                { label: text('Ibu dan ayah', 'Mother and father') },
                { label: text('Periksa dan kirim', 'Check and send') },
              ]}
            />
          ),
        },
      ],
      samples: ['question-error'],
    },
  ],
}
