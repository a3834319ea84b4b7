// Words of the office's pages.
import type { Text } from '../../kernel/text.ts'

const t = (id: string, en: string): Text => ({ id, en })

/** What an officer's message counts. */
export const TOLD_WORDS = {
  late: t('{count} lewat dari janji', '{count} later than promised'),
  soon: t('{count} hampir lewat dari janji', '{count} nearly later than promised'),
  held: t('{count} ditunda melewati tanggalnya', '{count} on hold past its date'),
  standing: t('{count} kartu belum diambil lebih dari 30 hari', '{count} cards not collected for more than 30 days'),
}

const PASSED = t('Diteruskan ke petugas berikutnya.', 'Passed on to the next officer.')
const RETURNED = t(
  'Dikembalikan ke pemohon dengan daftar perbaikannya. Ia sudah diberi tahu.',
  'Returned to the applicant with the list of repairs. They have been told.',
)
const BACK = t('Dikembalikan ke petugas sebelumnya.', 'Sent back to the officer before you.')
const DONE: Readonly<Record<string, Text>> = {
  screen: PASSED,
  verify: PASSED,
  decide: PASSED,
  validate: t('Disahkan, diteruskan ke tanda tangan.', 'Approved, passed on to be signed.'),
  sign: t('Ditandatangani. Dokumennya diterbitkan.', 'Signed. The documents are being issued.'),
  return: RETURNED,
  'return-later': RETURNED,
  'send-back': BACK,
  'send-back-unsigned': BACK,
  hold: t(
    'Ditunda sampai tanggalnya. Pemohon sudah diberi tahu.',
    'On hold until its date. The applicant has been told.',
  ),
  resume: t('Dilanjutkan.', 'Taken up again.'),
  reject: t(
    'Ditolak dengan alasannya. Pemohon sudah diberi tahu.',
    'Refused with the reason. The applicant has been told.',
  ),
  print: t('Kartu tercatat sudah dicetak.', 'The card is recorded as printed.'),
  'hand-over': t('Tercatat sudah diserahkan.', 'Recorded as handed over.'),
  'accept-objection': t(
    'Keberatan diterima, permohonan diperiksa lagi.',
    'Objection accepted, the application is checked again.',
  ),
  'refuse-objection': t(
    'Keberatan ditolak. Pemohon sudah diberi tahu.',
    'Objection refused. The applicant has been told.',
  ),
  'propose-annulment': t(
    'Usulan pembatalan menunggu kepala dinas.',
    'The proposal to annul waits for the head of office.',
  ),
  annul: t(
    'Dokumen dibatalkan dan catatan register dikembalikan seperti sebelumnya.',
    'The document is annulled and the register is set back as it was.',
  ),
}
/** What the officer's last decision did; said on the list, where the next one is chosen. */
export const doneWords = (action: string): Text =>
  (Object.hasOwn(DONE, action) ? DONE[action] : undefined) ?? t('Tersimpan.', 'Saved.')

export const OFFICE_WORDS = {
  officers: { id: 'Petugas', en: 'Officers' },
  work: t('Daftar kerja', 'Work list'),
  signing: t('Tanda tangan', 'Signing'),
  mine: t('Menunggu saya', 'Waiting for me'),
  all: t('Semua', 'All'),
  late: t('Terlambat', 'Late'),
  today: t('Habis hari ini', 'Due today'),
  hold: t('Ditunda', 'On hold'),
  filter: t('Saring', 'Filter'),
  find: t('Cari nomor permohonan', 'Find an application number'),
  search: t('Cari', 'Find'),
  notFound: t(
    'Nomor ini tidak ada di daftar Anda. Periksa angkanya, atau tanyakan unit lain.',
    'This number is not on your list. Check it, or ask another unit.',
  ),
  caption: t('Permohonan terbuka, tenggat terdekat di atas', 'Open applications, nearest due first'),
  due: t('Tenggat', 'Due'),
  application: t('Permohonan', 'Application'),
  place: t('Desa, kecamatan', 'Village, district'),
  channel: t('Masuk lewat', 'Came by'),
  form: t('Formulir {code} terisi (PDF)', 'Form {code}, filled in (PDF)'),
  stage: t('Tahap', 'Stage'),
  act: t('Tindakan', 'Action'),
  take: t('Ambil', 'Take'),
  go: t('Lanjutkan', 'Go on'),
  look: t('Lihat', 'Look'),
  giveBack: t('Kembalikan ke daftar', 'Give back to the list'),
  listNote: t(
    'Yang tidak disentuh 2 jam kerja kembali ke daftar',
    'What is untouched for 2 office hours returns to the list',
  ),
  emptyHere: t('Tidak ada di saringan ini', 'Nothing under this filter'),
  emptyHereText: t(
    'Masih ada permohonan lain yang menunggu unit Anda.',
    'Other applications still wait for your unit.',
  ),
  showAll: t('Lihat semua', 'See all'),
  empty: t('Semua sudah dikerjakan', 'All done'),
  emptyText: t(
    'Permohonan baru muncul di sini begitu dikirim warga, desa, atau loket.',
    'New applications appear here as soon as they are sent.',
  ),
  savePdf: t('Simpan PDF ({pages} hal.)', 'Save PDF ({pages} p.)'),
  changes: t('Yang akan berubah di register', 'What will change in the register'),
  changesLead: t(
    'Semua baris berlaku bersama saat tanda tangan masuk, atau tidak satu pun.',
    'All rows take effect together when the signature is in, or none.',
  ),
  changed: t('Yang berubah di register', 'What changed in the register'),
  undoneLead: t(
    'Sudah dibatalkan: register dan dokumen dikembalikan seperti sebelum permohonan ini.',
    'Annulled since: register and papers are as they were before this application.',
  ),
  changedLead: t(
    'Semua baris berlaku bersama saat permohonan terbit.',
    'All rows took effect together when the application was issued.',
  ),
  noChanges: t('Register tidak berubah oleh permohonan ini.', 'This application does not change the register.'),
  checks: t('Pemeriksaan', 'Checks'),
  files: t('Berkas', 'Papers'),
  file: t('Berkas', 'Paper'),
  received: t('Diterima', 'Received'),
  answers: t('Isian pemohon', 'Answers of the applicant'),
  known: t('Dari register', 'From the register'),
  eyes: t('Empat mata', 'Four eyes'),
  decision: t('Keputusan Anda', 'Your decision'),
  seen: t('Saya sudah melihat perubahan register di atas.', 'I have looked at the changes above.'),
  reason: t('Alasan', 'Reason'),
  note: t('Catatan', 'Note'),
  noteHint: t('Ditulis dengan kata yang dipahami pemohon.', 'In words the applicant understands.'),
  until: t('Periksa lagi tanggal', 'Look again on'),
  points: t('Yang perlu diperbaiki', 'What needs repair'),
  pointsHint: t(
    'Tandai semua sekaligus. Yang lolos sekarang dan dikembalikan nanti dihitung sebagai kelalaian kantor.',
    'Mark all at once. What is missed now and returned later counts against the office.',
  ),
  pointNone: t('tidak ada', 'nothing'),
  unnamed: t(
    'Pemohon diberi tahu tahapnya, bukan nama petugasnya.',
    'The applicant learns the stage, not the name of the officer.',
  ),
  history: t('Riwayat ({count} kejadian)', 'History ({count} events)'),
  takeFirst: t(
    'Ambil dulu permohonan ini agar tidak dikerjakan berdua.',
    'Take this application first, so that nobody works on it twice.',
  ),
  byOther: t('Sedang dikerjakan petugas lain.', 'A colleague is working on it.'),
  held: t('ada pada kami', 'held by us'),
  reused: t('berkas yang sama dipakai di permohonan lain', 'the same file was used in another application'),
  signTitle: t('Menunggu tanda tangan Anda', 'Waiting for your signature'),
  signLead: t(
    'Buka setiap permohonan, lihat sebelum dan sesudahnya, lalu tandai.',
    'Open each one, look at before and after, then mark it.',
  ),
  signAct: t('Tanda tangani yang ditandai', 'Sign the marked ones'),
  signOpen: t('Buka permohonan', 'Open the application'),
  signNone: t(
    'Belum ada yang ditandai. Buka satu permohonan, lihat perubahannya, lalu tandai.',
    'Nothing is marked. Open an application, look at its changes, then mark it.',
  ),
  signMark: t('Sudah saya lihat, tanda tangani', 'I have looked, sign it'),
  signEmpty: t('Tidak ada yang menunggu tanda tangan', 'Nothing waits for a signature'),
  signEmptyText: t(
    'Permohonan muncul di sini setelah disahkan kepala bidang.',
    'Applications appear here once the section head has approved them.',
  ),
  signed: t('{count} permohonan ditandatangani.', '{count} applications signed.'),
  noneSigned: t('Belum ada permohonan yang ditandatangani.', 'No application was signed.'),
  rejectedFor: t('Mengapa ditolak', 'Why it was rejected'),
  notYours: t('bukan untuk Anda tanda tangani', 'not for you to sign'),
  changesCount: t('{count} perubahan', '{count} changes'),
  objection: t('Keberatan pemohon', 'Objection of the applicant'),
} as const satisfies Record<string, Text>

export const CHANNEL_NAMES: Readonly<Record<string, Text>> = {
  web: t('Web', 'Web'),
  app: t('Ponsel', 'Phone'),
  whatsapp: t('WhatsApp', 'WhatsApp'),
  village: t('Desa', 'Village'),
  counter: t('Loket', 'Counter'),
  mobile: t('Jemput bola', 'Mobile round'),
  notice: t('Notifikasi', 'Notice'),
}
