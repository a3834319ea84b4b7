// Words of the pages on which editions of services are handed in, published and sent back.
import type { Text } from '../../kernel/text.ts'
import type { BadgeTone } from '../../platform/ui/badge.tsx'
import type { DraftState } from './draft-store.ts'

const t = (id: string, en: string): Text => ({ id, en })

export const DRAFT_WORDS = {
  title: t('Naskah edisi layanan', 'Drafts of services'),
  lead: t(
    'Edisi baru sebelum terbit. Orang kedua membaca perubahannya dan hasil contohnya, lalu menerbitkan atau mengembalikan.',
    'New editions before they are published. A second person reads what changes and how the examples come out, then publishes or sends back.',
  ),
  back: t('Layanan daerah ini', 'Services of this region'),
  backToDrafts: t('Semua naskah', 'All drafts'),
  open: t('Menunggu diputuskan', 'Awaiting a decision'),
  decided: t('Sudah diputuskan', 'Decided'),
  none: t('Tidak ada naskah yang menunggu', 'No draft is waiting'),
  noneText: t(
    'Naskah muncul di sini setelah dikirim lewat formulir di bawah ini atau dengan npx puja services draft.',
    'Drafts appear here once they are sent with the form below or by npx puja services draft.',
  ),
  by: t('Dikirim {by}, {at}', 'Sent by {by}, {at}'),
  decidedBy: t('{by}, {at}', '{by}, {at}'),
  someone: t('baris perintah', 'the command line'),
  look: t('Baca naskah', 'Read the draft'),
  service: t('Layanan', 'Service'),
  state: t('Keadaan', 'State'),
  decision: t('Diputuskan', 'Decided by'),
  note: t('Apa yang berubah', 'What changes'),
  // handing in
  handIn: t('Kirim naskah', 'Send a draft'),
  stepOne: t(
    'Unduh edisi yang berlaku sebagai satu berkas, ubah dengan penyunting teks, lalu kirim di sini. Berkas diperiksa dan semua contohnya dijalankan sebelum diterima.',
    'Download the edition in force as one file, change it with a text editor, then send it here. It is checked and all its examples are run before it is taken.',
  ),
  take: t('Unduh edisi yang berlaku', 'Download the edition in force'),
  download: t('Unduh', 'Download'),
  file: t('Berkas edisi', 'File of the edition'),
  fileHint: t('Satu berkas JSON, paling besar 0,9 MB.', 'One JSON file, 0.9 MB at most.'),
  noteAsk: t('Apa yang berubah, dan mengapa?', 'What changes, and why?'),
  noteHint: t(
    'Satu atau dua kalimat, dibaca orang kedua dan daerah lain. Tanpa nama atau nomor warga.',
    'A sentence or two for the second person and for other regions. No names or numbers of citizens.',
  ),
  send: t('Kirim untuk dibaca orang kedua', 'Send to a second person'),
  fileAgain: t('Pilih lagi berkasnya; peramban tidak menyimpannya.', 'Choose the file again; browsers do not keep it.'),
  // one draft
  newService: t('Layanan baru, belum ada edisi yang berlaku', 'A new service, no edition is in force'),
  fromTo: t(
    'Naskah {to}, dibandingkan dengan edisi berlaku {from}',
    'Draft {to}, compared with edition {from} in force',
  ),
  examples: t('Contoh kasus', 'Example cases'),
  allTrue: t('{count} contoh dijalankan, semuanya benar.', '{count} examples were run, and all hold.'),
  someFalse: t(
    '{count} contoh tidak benar. Naskah ini tidak dapat terbit.',
    '{count} examples do not hold. This draft cannot be published.',
  ),
  example: t('Contoh', 'Example'),
  kind: t('Jenis', 'Kind'),
  result: t('Hasil', 'Result'),
  against: t('Dibanding edisi berlaku', 'Against the edition in force'),
  holds: t('Benar', 'Holds'),
  fails: t('Tidak benar', 'Does not hold'),
  sameResult: t('Hasil sama', 'Same result'),
  otherResult: t('Berbeda: {what}', 'Differs: {what}'),
  newExample: t('contoh baru', 'new example'),
  changedExample: t('contoh diubah', 'example changed'),
  dropped: t('Contoh yang dihapus', 'Examples that were dropped'),
  seen: t('Saya sudah membaca perubahan dan hasil contoh.', 'I have read the changes and the results.'),
  publish: t('Terbitkan edisi ini', 'Publish this edition'),
  publishMeans: t(
    'Edisi yang terbit dapat dipasang daerah mana pun. Di daerah ini ia baru berlaku setelah diusulkan dan disetujui.',
    'Any region can install a published edition. Here it holds only once it is proposed and agreed.',
  ),
  returnTitle: t('Atau kembalikan', 'Or send it back'),
  returnAsk: t('Apa yang harus diperbaiki?', 'What has to be mended?'),
  sendBack: t('Kembalikan kepada pengirim', 'Send back to its author'),
  mine: t('Naskah Anda. Orang lain yang menerbitkan.', 'Your draft. Somebody else publishes it.'),
  withdraw: t('Tarik naskah', 'Take the draft back'),
  returned: t('Dikembalikan: {reason}', 'Sent back: {reason}'),
  install: t('Usulkan pemasangan di daerah ini', 'Propose it for this region'),
  doneSent: t(
    'Naskah tersimpan. Orang kedua dapat membacanya di sini.',
    'The draft is saved. The second person reads it here.',
  ),
  donePublish: t('Edisi sudah terbit.', 'The edition is published.'),
  doneReturn: t('Naskah dikembalikan kepada pengirimnya.', 'The draft was sent back to its author.'),
  doneWithdraw: t('Naskah ditarik kembali.', 'The draft was taken back.'),
} as const

export const STATE_WORDS: Readonly<Record<DraftState, { readonly tone: BadgeTone; readonly label: Text }>> = {
  waiting: { tone: 'wait', label: t('Menunggu', 'Waiting') },
  publishing: { tone: 'work', label: t('Sedang diterbitkan', 'Being published') },
  published: { tone: 'done', label: t('Terbit', 'Published') },
  returned: { tone: 'care', label: t('Dikembalikan', 'Sent back') },
  withdrawn: { tone: 'stop', label: t('Ditarik', 'Taken back') },
}
export const KIND_WORDS: Readonly<Record<'usual' | 'edge' | 'refused', Text>> = {
  usual: t('biasa', 'usual'),
  edge: t('tepi', 'edge'),
  refused: t('ditolak', 'refused'),
}
/** What an example comes to, by the names of the outcome's parts. */
export const OUTCOME_PART_WORDS: Readonly<Record<string, Text>> = {
  refused: t('diterima atau ditolak', 'accepted or refused'),
  pages: t('halaman yang diisi', 'pages to fill in'),
  questions: t('jumlah pertanyaan', 'number of questions'),
  derived: t('jawaban yang diturunkan', 'answers worked out'),
  prefilled: t('isian dari register', 'answers from the register'),
  documents: t('dokumen yang diminta', 'papers asked for'),
  fee: t('biaya', 'fee'),
  late: t('terlambat melapor', 'late report'),
  due: t('tenggat', 'due time'),
  states: t('jalannya permohonan', 'way through the office'),
  changes: t('perubahan register', 'changes of the register'),
  warnings: t('peringatan', 'warnings'),
}
