// Words of the pages of the national register.
import type { Text } from '../../kernel/text.ts'
import type { BadgeTone } from '../../platform/ui/badge.tsx'
import type { Answer, RequestState } from './rules.ts'

const t = (id: string, en: string): Text => ({ id, en })

export const NATIONAL_WORDS = {
  tab: t('Register nasional', 'National register'),
  title: t('Register nasional', 'National register'),
  lead: t(
    'Setiap perubahan register daerah ditanyakan ke sistem pusat. Kirim berkas, masukkan berkas jawabannya, atau catat jawaban yang Anda lihat di sana.',
    'Each change of the region’s register is asked of the national system. Send a file, bring in its answers, or note the answer you see there.',
  ),
  noApi: t(
    'Belum ada sambungan langsung: petugas yang membawa berkas atau mencatat jawaban.',
    'There is no direct connection: officers carry files or note answers.',
  ),
  link: t('Sistem pusat', 'The national system'),
  linkUp: t('Menjawab', 'Answers'),
  linkDown: t('Terganggu', 'Down'),
  linkUnknown: t('Belum pernah dicatat', 'Never noted'),
  linkOperator: t('dicatat petugas', 'noted by an officer'),
  linkAnswer: t('ada jawaban masuk', 'an answer arrived'),
  linkWaiting: t(
    '{count} permohonan ditunda karena pusat terganggu. Begitu pusat pulih, semuanya berlanjut sendiri, yang paling lama menunggu lebih dulu.',
    '{count} applications are on hold because the national system is down. Once it is back they go on by themselves, the longest waiting first.',
  ),
  linkNoneWaits: t(
    'Tidak ada permohonan yang ditunda karena pusat terganggu.',
    'No application is on hold because the national system is down.',
  ),
  linkSetUp: t('Pusat sudah pulih', 'It is back'),
  linkSetDown: t('Pusat terganggu', 'It is down'),
  open: t('Belum selesai', 'Not finished'),
  openEmpty: t('Semua sudah cocok', 'Everything is confirmed'),
  openEmptyText: t(
    'Perubahan register yang baru akan muncul di sini beberapa detik setelah diterbitkan.',
    'New changes of the register will show here some seconds after they are issued.',
  ),
  position: t('Urutan', 'Position'),
  kind: t('Peristiwa', 'Event'),
  date: t('Tanggal', 'Date'),
  state: t('Keadaan', 'State'),
  tries: t('Dikirim', 'Sent'),
  times: t('kali', '×'),
  act: t('Langkah', 'Step'),
  show: t('Buka', 'Open'),
  late: t('Lebih dari 3 hari tanpa jawaban', 'Over 3 days without an answer'),
  taken: t('Peristiwa diambil sampai urutan', 'Events taken up to position'),
  missing: t('Urutan ini hilang; pengambilan berhenti di sana:', 'This position is missing; taking up stopped there:'),
  readAt: t('dibaca', 'read'),
  replay: t('Unduh peristiwa bertanda tangan', 'Download signed events'),
  files: t('Berkas keluar', 'Files that went out'),
  filesEmpty: t('Belum ada berkas', 'No files yet'),
  filesEmptyText: t('Berkas pertama memuat semua yang menunggu.', 'The first file will hold all that waits.'),
  make: t('Buat berkas berikutnya', 'Make the next file'),
  sendable: t('menunggu dikirim', 'waiting to be sent'),
  number: t('Nomor', 'Number'),
  rows: t('Baris', 'Lines'),
  madeAt: t('Dibuat', 'Made'),
  digest: t('Sidik', 'Digest'),
  download: t('Unduh', 'Download'),
  import: t('Masukkan berkas jawaban', 'Bring in an answer file'),
  importHint: t(
    'Satu baris satu permintaan: permintaan;jawaban;rujukan. Jawaban: confirmed, differs, unknown. Anda melihat dulu apa yang akan terjadi.',
    'A line for each request: request;answer;reference. Answers: confirmed, differs, unknown. You see first what will happen.',
  ),
  file: t('Berkas jawaban (CSV)', 'Answer file (CSV)'),
  paste: t('Atau tempel isinya', 'Or paste what it holds'),
  preview: t('Periksa dulu', 'Look first'),
  previewTitle: t('Isi berkas jawaban', 'What the answer file holds'),
  apply: t('Catat {count} jawaban', 'Record {count} answers'),
  applied: t('{count} jawaban dicatat', '{count} answers recorded'),
  appliedText: t('Memasukkan berkas yang sama lagi tidak mengubah apa pun.', 'The same file again changes nothing.'),
  line: t('Baris', 'Line'),
  outcome: t('Hasil', 'Outcome'),
  willTake: t('Dicatat', 'Recorded'),
  same: t('Sudah tercatat', 'Recorded before'),
  refused: t('Ditolak', 'Refused'),
  answer: t('Jawaban', 'Answer'),
  reference: t('Rujukan', 'Reference'),
  referenceHint: t('Nomor yang ditunjukkan sistem pusat.', 'The number that the national system shows.'),
  back: t('Kembali', 'Back'),
  person: t('Orang', 'Person'),
  manual: t('Catat jawaban yang Anda lihat', 'Note the answer you saw'),
  record: t('Catat jawaban', 'Record the answer'),
  again: t('Tanyakan lagi', 'Ask again'),
  againHint: t(
    'Bila data daerah sudah dibetulkan, atau pusat belum mengenalnya.',
    'When the region’s data were put right, or the national system did not know them yet.',
  ),
  answeredBy: t('Dicatat oleh', 'Recorded by'),
  wayManual: t('dilihat petugas', 'seen by an officer'),
  wayFile: t('dari berkas', 'from a file'),
  older: t('Berikutnya', 'Next'),
} as const satisfies Record<string, Text>

export const STATE_WORDS: Readonly<Record<RequestState, Text>> = {
  waiting: t('Menunggu dikirim', 'Waiting to be sent'),
  asked: t('Sudah ditanyakan', 'Asked'),
  failed: t('Tanda tangan tidak sah', 'Signature not genuine'),
  confirmed: t('Cocok', 'Confirmed'),
  differs: t('Berbeda', 'Differs'),
  unknown: t('Tidak dikenal', 'Unknown there'),
}
export const STATE_TONES: Readonly<Record<RequestState, BadgeTone>> = {
  waiting: 'wait',
  asked: 'work',
  failed: 'stop',
  confirmed: 'done',
  differs: 'care',
  unknown: 'care',
}
export const ANSWER_HINTS: Readonly<Record<Answer, Text>> = {
  confirmed: t('NIK dan data sama di pusat.', 'NIK and data are the same there.'),
  differs: t('Ada, tetapi datanya berbeda.', 'It is there, but the data differ.'),
  unknown: t('Belum ada di pusat.', 'It is not there yet.'),
}
const KINDS: Readonly<Record<string, Text>> = {
  'person.born': t('Kelahiran, NIK baru', 'Birth, new NIK'),
  'person.died': t('Kematian', 'Death'),
  'person.moved': t('Pindah', 'Move'),
  'person.corrected': t('Pembetulan data', 'Correction'),
}
export const kindWords = (kind: string): Text => KINDS[kind] ?? { id: kind, en: kind }
export const LINK_WORDS = {
  up: NATIONAL_WORDS.linkUp,
  down: NATIONAL_WORDS.linkDown,
  unknown: NATIONAL_WORDS.linkUnknown,
}
export const LINK_TONES: Readonly<Record<keyof typeof LINK_WORDS, BadgeTone>> = {
  up: 'done',
  down: 'care',
  unknown: 'wait',
}
