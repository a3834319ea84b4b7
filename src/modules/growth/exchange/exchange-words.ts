// Words of the pages of exchanges, in both languages.
import type { Text } from '../../../kernel/text.ts'
import type { BadgeTone } from '../../../platform/ui/badge.tsx'
import type { LineState } from './import-plan.ts'
import type { Answer } from './incoming.ts'
import type { ImportState } from './tables.ts'

export const EXCHANGE_WORDS = {
  title: { id: 'Berkas masuk dan keluar', en: 'Files in and out' },
  lead: {
    id: 'Unduh tabel wilayah Anda, atau masukkan daftar anak dan hasil ukur dari e-PPGBM.',
    en: 'Download the tables of your area, or bring in lists of children and measurements from e-PPGBM.',
  },
  leadCounts: {
    id: 'Unduh hitungan desa. Angka di bawah 5 ditulis “<5”.',
    en: 'Download counts of villages. Figures below 5 are written “<5”.',
  },
  downloads: { id: 'Unduh', en: 'Download' },
  table: { id: 'Tabel', en: 'Table' },
  about: { id: 'Isi', en: 'Content' },
  files: { id: 'Berkas', en: 'File' },
  month: { id: 'Bulan', en: 'Month' },
  showMonth: { id: 'Tampilkan bulan ini', en: 'Show this month' },
  monthHint: { id: 'Berlaku untuk tabel yang dihitung per bulan.', en: 'For tables that go by month.' },
  sheetsNote: {
    id: 'Kolom e-PPGBM mengikuti satu program umum dan belum dicocokkan dengan templat resmi tahun ini.',
    en: 'The e-PPGBM columns follow one public programme and are not checked against the official template of this year.',
  },
  importTitle: { id: 'Masukkan berkas', en: 'Bring in a file' },
  importHint: {
    id: 'XLSX atau CSV: unduhan daftar anak e-PPGBM, anak baru, atau pengukuran. Tidak ada yang ditulis sebelum Anda menyetujui pratinjaunya.',
    en: 'XLSX or CSV: the child list of e-PPGBM, new children, or measurements. Nothing is written before you agree to the preview.',
  },
  file: { id: 'Berkas', en: 'File' },
  chooseFirst: { id: 'Pilih berkas XLSX atau CSV lebih dulu.', en: 'Choose an XLSX or CSV file first.' },
  preview: { id: 'Periksa, buat pratinjau', en: 'Check and make a preview' },
  history: { id: 'Riwayat berkas', en: 'History of files' },
  noHistory: { id: 'Belum ada berkas', en: 'No file yet' },
  noHistoryText: {
    id: 'Berkas yang Anda masukkan tampil di sini dengan sidik berkas dan hasilnya.',
    en: 'Files you bring in appear here with their fingerprint and result.',
  },
  state: { id: 'Keadaan', en: 'State' },
  result: { id: 'Hasil', en: 'Result' },
  fingerprint: { id: 'Sidik berkas', en: 'Fingerprint' },
  received: { id: 'Diterima', en: 'Received' },
  line: { id: 'Baris', en: 'Line' },
  child: { id: 'Anak', en: 'Child' },
  reason: { id: 'Keterangan', en: 'Remark' },
  what: { id: 'Yang akan dilakukan', en: 'What would be done' },
  previewOf: { id: 'Pratinjau', en: 'Preview' },
  nothingWritten: { id: 'Belum ada yang ditulis.', en: 'Nothing is written yet.' },
  nothingText: {
    id: 'Periksa baris di bawah, jawab yang ditanyakan, lalu tekan impor.',
    en: 'Look at the lines below, answer what is asked, then press import.',
  },
  asked: { id: 'Perlu jawaban Anda', en: 'Need your answer' },
  askedOthers: { id: 'Untuk baris bertanya yang tidak tampil di sini', en: 'For questions not shown here' },
  refused: { id: 'Ditolak', en: 'Refused' },
  refusedHint: {
    id: 'Perbaiki di berkas aslinya, lalu masukkan lagi. Baris yang sudah tercatat tidak berubah.',
    en: 'Repair them in the file and bring it in again. Lines on record stay as they are.',
  },
  willWrite: { id: 'Akan ditulis', en: 'To be written' },
  firstShown: { id: '{shown} pertama dari {all} baris.', en: 'The first {shown} of {all} lines.' },
  newChild: { id: 'anak baru', en: 'new child' },
  addValues: { id: 'melengkapi {count} isian', en: 'adds {count} values' },
  measured: { id: 'ukur {date}: {weight} kg, {length} cm', en: 'measured {date}: {weight} kg, {length} cm' },
  replaces: {
    id: 'mengganti hasil ukur {date}: {weight} kg, {length} cm',
    en: 'replaces {date}: {weight} kg, {length} cm',
  },
  confirm: { id: 'Impor {count} baris', en: 'Import {count} lines' },
  confirmAsked: { id: 'Impor baris yang disetujui', en: 'Import the agreed lines' },
  drop: { id: 'Singkirkan berkas ini', en: 'Put this file away' },
  nothing: { id: 'Tidak ada yang perlu ditulis', en: 'Nothing to write' },
  nothingNeeded: {
    id: 'Semua baris sudah tercatat atau ditolak.',
    en: 'Every line is on record already or refused.',
  },
  written: { id: 'Berkas ini sudah ditulis.', en: 'This file is written.' },
  writtenText: {
    id: 'Memasukkan berkas yang sama lagi tidak mengubah apa pun.',
    en: 'Bringing in the same file again changes nothing.',
  },
  broken: { id: 'Penulisan terhenti di tengah jalan.', en: 'Writing stopped half-way.' },
  brokenText: {
    id: 'Baris yang sudah ditulis aman. Tekan lanjutkan, tidak ada yang tercatat dua kali.',
    en: 'What is written is safe. Press go on; nothing is recorded twice.',
  },
  progressWriting: {
    id: '{done} dari {all} baris ditulis ({percent} %)',
    en: '{done} of {all} lines written ({percent} %)',
  },
  progressUndoing: {
    id: '{done} dari {all} baris dibatalkan ({percent} %)',
    en: '{done} of {all} lines taken back ({percent} %)',
  },
  progressText: {
    id: 'Berjalan di latar; halaman ini boleh ditutup.',
    en: 'It goes on in the background; you may close this page.',
  },
  lookAgain: { id: 'Lihat kemajuan terbaru', en: 'See how far it is now' },
  goOnUndo: { id: 'Lanjutkan pembatalan', en: 'Go on taking back' },
  goOn: { id: 'Lanjutkan menulis', en: 'Go on writing' },
  undo: { id: 'Batalkan impor ini', en: 'Take this import back' },
  undoText: {
    id: 'Hasil ukur dari berkas ini ditarik, yang digantikannya berlaku lagi, anak baru tanpa hasil ukur lain dihapus dari daftar.',
    en: 'Measurements of this file are withdrawn, those they replaced stand again, new children without another measurement leave the list.',
  },
  undone: { id: 'Impor ini sudah dibatalkan.', en: 'This import was taken back.' },
  undoneText: {
    id: '{withdrawn} hasil ukur ditarik, {children} anak dihapus dari daftar, {kept} dipertahankan karena sudah diubah petugas.',
    en: '{withdrawn} measurements withdrawn, {children} children left the list, {kept} kept because somebody changed them since.',
  },
  dropped: { id: 'Berkas ini disingkirkan tanpa ditulis.', en: 'This file was put away unwritten.' },
  differences: { id: 'Z-score yang berbeda dari hitungan kami', en: 'Z-scores that differ from ours' },
  differencesHint: {
    id: 'Nilai kami yang dipakai. Selisih di atas 0,05 dicatat di sini dengan sebab yang paling mungkin.',
    en: 'Ours are used. Differences above 0.05 are noted here with the likeliest cause.',
  },
  indicator: { id: 'Indeks', en: 'Indicator' },
  theirs: { id: 'Di berkas', en: 'In the file' },
  ours: { id: 'Hitungan kami', en: 'Ours' },
  cause: { id: 'Mungkin karena', en: 'Likely cause' },
  useDates: { id: 'Pakai tanggalnya', en: 'Use the dates' },
  back: { id: 'Berkas masuk dan keluar', en: 'Files in and out' },
} as const satisfies Record<string, Text>

export const LINE_STATES: Readonly<Record<LineState, Text>> = {
  added: { id: 'baru', en: 'added' },
  changed: { id: 'berubah', en: 'changed' },
  same: { id: 'sudah ada', en: 'on record' },
  asked: { id: 'ditanyakan', en: 'asked' },
  refused: { id: 'ditolak', en: 'refused' },
}

export const IMPORT_STATES: Readonly<Record<ImportState, { readonly label: Text; readonly tone: BadgeTone }>> = {
  planned: { label: { id: 'Menunggu persetujuan', en: 'Waits for you' }, tone: 'care' },
  writing: { label: { id: 'Sedang ditulis', en: 'Being written' }, tone: 'work' },
  written: { label: { id: 'Ditulis', en: 'Written' }, tone: 'done' },
  undoing: { label: { id: 'Sedang dibatalkan', en: 'Being taken back' }, tone: 'work' },
  undone: { label: { id: 'Dibatalkan', en: 'Taken back' }, tone: 'stop' },
  dropped: { label: { id: 'Disingkirkan', en: 'Put away' }, tone: 'stop' },
}

export const SHEET_NAMES: Readonly<Record<string, Text>> = {
  'child-list': { id: 'Daftar anak e-PPGBM', en: 'e-PPGBM child list' },
  identity: { id: 'Anak baru', en: 'New children' },
  measurements: { id: 'Pengukuran', en: 'Measurements' },
}

export const ANSWER_WORDS: Readonly<Record<Answer, Text>> = {
  proposed: { id: 'Pakai usulan', en: 'Use the proposal' },
  'as-written': { id: 'Catat seperti tertulis', en: 'Record as written' },
  skip: { id: 'Lewati baris ini', en: 'Leave this line out' },
}

export const CAUSES: Readonly<Record<string, Text>> = {
  'months-for-days': { id: 'umur dihitung dalam bulan penuh', en: 'age counted in whole months' },
  'other-position': { id: 'cara ukur tertukar', en: 'the other position was used' },
  'no-position': { id: 'tanpa koreksi cara ukur', en: 'position not corrected' },
  unknown: { id: 'belum diketahui', en: 'not known' },
}
export const INDICATOR_NAMES: Readonly<Record<string, string>> = {
  weight: 'BB/U',
  length: 'TB/U',
  weightLength: 'BB/TB',
}
