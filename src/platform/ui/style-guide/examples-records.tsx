// Live examples: states, facts and histories of one case.
import { Badge } from '../badge.tsx'
import { BeforeAfter } from '../before-after.tsx'
import { EditionPanels } from '../edition-panels.tsx'
import { FourEyes } from '../four-eyes.tsx'
import { MaskedNumber } from '../masked-number.tsx'
import { SummaryList } from '../summary-list.tsx'
import { Timeline } from '../timeline.tsx'
import { type ComponentGroup, text } from './registry.ts'

export const records: ComponentGroup = {
  id: 'records',
  title: text('Satu permohonan', 'One case'),
  components: [
    {
      name: 'Badge',
      file: 'badge',
      use: text('Sebuah keadaan.', 'A state.'),
      rules: text(
        'Bentuk, kata, warna. Belah ketupat kosong menunggu, setengah dikerjakan, penuh selesai, segitiga memerlukan Anda, kotak berhenti.',
        'Shape, word, colour. Hollow diamond waits, half works, full is done, triangle needs you, square stops.',
      ),
      examples: [
        {
          title: text('Lima keadaan', 'Five states'),
          render: () => (
            <div class="row">
              <Badge label={text('Diajukan', 'Sent')} />
              <Badge tone="work" label={text('Verifikasi', 'In review')} />
              <Badge tone="done" label={text('Terbit', 'Issued')} />
              <Badge tone="care" label={text('Perlu perbaikan', 'Needs repair')} />
              <Badge tone="stop" label={text('Ditolak', 'Refused')} />
            </div>
          ),
        },
      ],
      samples: ['officer-worklist'],
    },
    {
      name: 'SummaryList',
      file: 'summary-list',
      use: text('Sebelum mengirim, dan untuk catatan apa pun.', 'Before sending, and for any record.'),
      rules: text(
        'Hal, isi, “Ubah” dengan objek yang terdengar. Kembali ke ringkasan, bukan ke langkah pertama.',
        'Term, value, “Change” with a heard object. Back to the summary, not to step one.',
      ),
      examples: [
        {
          title: text('Dengan Ubah', 'With Change'),
          render: () => (
            <SummaryList
              rows={[
                { term: text('Nama anak', 'Child'), value: 'Aisyah Nur Ramadhani', changeHref: '#records' },
                { term: text('Lahir', 'Born'), value: 'Paringin, 5 Maret 2026, 04.10', changeHref: '#records' },
              ]}
            />
          ),
        },
        {
          title: text('Angka', 'Figures'),
          render: () => (
            <SummaryList
              figures
              small
              rows={[
                { term: text('Satuan pemerintah', 'Government unit'), value: '45,00' },
                { term: text('Jumlah dari 250', 'Sum of 250'), value: <b>117,12</b> },
              ]}
            />
          ),
        },
      ],
      samples: ['verify-valid'],
    },
    {
      name: 'Timeline',
      file: 'timeline',
      use: text('Jalannya permohonan atau perjalanan tim.', 'The way of a case or a trip.'),
      rules: text(
        'Terbaru di atas, sekarang kuning, nanti putus-putus. Menyebut unit, tidak pernah orang.',
        'Newest first, now in turmeric, future dashed. Names the unit, never a person.',
      ),
      examples: [
        {
          title: text('Sedang disahkan', 'Being approved'),
          render: () => (
            <Timeline
              items={[
                { state: 'next', title: text('Tanda tangan elektronik', 'Electronic signature') },
                {
                  state: 'now',
                  title: text('Pengesahan', 'Approval'),
                  text: text('Dipegang Bidang Pencatatan Sipil.', 'With the civil registration division.'),
                },
                {
                  title: text('Berkas lengkap', 'Papers complete'),
                  at: { iso: '2026-04-13T08:40+08:00', words: 'Senin 13 April, 08.40' },
                },
              ]}
            />
          ),
        },
      ],
      samples: ['follow-up', 'service-birth'],
    },
    {
      name: 'BeforeAfter',
      file: 'before-after',
      use: text('Yang akan berubah.', 'What will change.'),
      rules: text(
        'Hal, sebelum, sesudah. Minus dicoret, plus tebal, warna terakhir. Baris yang tetap tidak ditampilkan.',
        'Thing, before, after. Minus struck, plus bold, tint last. Unchanged rows stay out.',
      ),
      examples: [
        {
          title: text('Register', 'Register'),
          wide: true,
          render: () => (
            <BeforeAfter
              caption={text('Perubahan register', 'Changes to the register')}
              changes={[
                { thing: 'NIK', after: <MaskedNumber start="6311" end="01" /> },
                {
                  thing: text('Lembar KK', 'Family card'),
                  before: 'terbitan 12 Juni 2023',
                  after: text('terbitan baru, nomor tetap', 'new edition, same number'),
                },
                { thing: text('Anggota KK', 'Members'), before: '2 orang', after: '3 orang', extends: true },
              ]}
            />
          ),
        },
      ],
      samples: ['officer-review'],
    },
    {
      name: 'EditionPanels',
      file: 'edition-panels',
      use: text(
        'Edisi daerah yang disusun satu orang dan disahkan orang lain.',
        'Editions that one drafts and another confirms.',
      ),
      rules: text(
        'Nama dan hari mulai, keadaan, dasar, sebelum dan sesudah. Penyusun tidak ditawari mengesahkan.',
        'Name and first day, state, what it rests on, before and after. Its author is not offered to confirm.',
      ),
      examples: [
        {
          title: text('Rancangan orang lain', 'Somebody else’s draft'),
          wide: true,
          render: () => (
            <EditionPanels
              title={text('Edisi daerah', 'Editions of the region')}
              none={text('Belum ada edisi sendiri.', 'No own edition yet.')}
              action="#"
              mayConfirm
              editions={[
                {
                  id: '1',
                  name: 'Batas Balangan 2027',
                  source: 'Keputusan contoh 12/2026',
                  from: '2027-01-01',
                  state: 'drafted',
                  isMine: false,
                  changes: [
                    {
                      thing: text('Kenaikan berat, umur 7 bulan', 'Weight gain, 7 months'),
                      before: '300 g',
                      after: '400 g',
                    },
                  ],
                },
              ]}
            />
          ),
        },
      ],
    },
    {
      name: 'FourEyes',
      file: 'four-eyes',
      use: text('Memutuskan permohonan.', 'Deciding a case.'),
      rules: text(
        'Rantai orang, bagian saya ditandai, mengapa saya boleh, siapa yang tidak boleh berikutnya.',
        'The chain of people, mine marked, why I may, who may not be next.',
      ),
      examples: [
        {
          title: text('Giliran Anda', 'Your turn'),
          render: () => (
            <FourEyes
              chain={[
                {
                  state: 'done',
                  who: 'Rusdiana',
                  text: text('Pemeriksa berkas, 13 April 08.40', 'Checked the papers, 13 April 08.40'),
                },
                {
                  state: 'you',
                  who: text('Anda', 'You'),
                  text: text(
                    'Pengesah. Belum pernah menangani permohonan ini.',
                    'Approver. You have not handled this case.',
                  ),
                },
                {
                  state: 'wait',
                  who: text('Kepala dinas', 'Head of office'),
                  text: text('Tidak boleh salah satu dari dua di atas.', 'May be neither of the two above.'),
                },
              ]}
            />
          ),
        },
      ],
      samples: ['officer-review'],
    },
    {
      name: 'MaskedNumber',
      file: 'masked-number',
      use: text('NIK atau nomor KK yang disamarkan.', 'A masked NIK or family number.'),
      rules: text(
        'Bintang dibacakan sebagai kalimat: “NIK berakhiran 01”.',
        'Stars are spoken as a sentence: “NIK ending in 01”.',
      ),
      examples: [{ title: text('NIK', 'NIK'), render: () => <MaskedNumber start="6311" end="01" /> }],
    },
  ],
}
