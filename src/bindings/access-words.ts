// What an action of the journal is called to the person whose data it touched. Must stay true: plain words, no names; an action that
// is missing here is shown as handling, never left out.
import type { Text } from '../kernel/text.ts'

export const ACCESS_WORDS: Readonly<Record<string, Text>> = {
  'case.read': { id: 'Membuka permohonan Anda', en: 'Opened your application' },
  'case.form': { id: 'Mencetak formulir permohonan Anda', en: 'Printed the form of your application' },
  'document.read': { id: 'Melihat berkas Anda', en: 'Looked at a paper of yours' },
  'case.screen': { id: 'Memeriksa kelengkapan berkas', en: 'Checked your papers' },
  'case.verify': { id: 'Mencocokkan dengan register', en: 'Compared with the register' },
  'case.validate': { id: 'Mengesahkan', en: 'Approved' },
  'case.sign': { id: 'Menandatangani', en: 'Signed' },
  'register.commit': { id: 'Mencatat perubahan di register', en: 'Recorded a change in the register' },
  'convergence.couple-check': {
    id: 'Mencatat pemeriksaan calon pengantin Anda',
    en: 'Recorded your check before the wedding',
  },
  'child.read': { id: 'Membuka catatan pertumbuhan anak Anda', en: 'Opened your child’s growth record' },
  'child.measure': { id: 'Mencatat penimbangan anak Anda', en: 'Recorded your child’s weighing' },
  'person.read': { id: 'Membuka data kependudukan Anda', en: 'Opened your record' },
  'person.opened': {
    id: 'Membuka nomor lengkap dan data terlindungi Anda',
    en: 'Opened your whole number and protected data',
  },
  'person.listed': {
    id: 'Nama Anda muncul di hasil pencarian petugas',
    en: 'Your name came up in an officer’s search',
  },
  'family.read': { id: 'Membuka Kartu Keluarga Anda', en: 'Opened your family card' },
  'family.opened': {
    id: 'Membuka nomor lengkap Kartu Keluarga Anda',
    en: 'Opened the whole number of your family card',
  },
  'deed.read': { id: 'Membuka akta yang mencantumkan Anda', en: 'Opened a deed that names you' },
  'national.read': {
    id: 'Mencocokkan data Anda dengan register nasional',
    en: 'Compared your data with the national register',
  },
  'national.export': {
    id: 'Mengirim perubahan data Anda ke register nasional',
    en: 'Sent a change of your data to the national register',
  },
  'national.answer': { id: 'Mencatat jawaban register nasional', en: 'Recorded the national register’s answer' },
  'person.checked': {
    id: 'Mencocokkan data yang Anda berikan (dijawab ya atau tidak)',
    en: 'Compared what you told them (answered yes or no)',
  },
  'privacy.request.read': { id: 'Membaca permintaan Anda', en: 'Read your request' },
  'person.compared': {
    id: 'Membandingkan data Anda dengan data yang mirip',
    en: 'Compared your record with a similar one',
  },
  'child.read-data': { id: 'Membuka data lengkap anak Anda', en: 'Opened your child’s whole record' },
  'child.register': { id: 'Mendaftarkan anak Anda di posyandu', en: 'Registered your child at a posyandu' },
  'child.change': { id: 'Mengubah data anak Anda di posyandu', en: 'Changed your child’s data at the posyandu' },
  'child.move': { id: 'Memindahkan anak Anda ke posyandu lain', en: 'Moved your child to another posyandu' },
  'child.died': { id: 'Mencatat bahwa anak Anda meninggal', en: 'Recorded that your child died' },
  'child.left': { id: 'Mencatat bahwa anak Anda pindah', en: 'Recorded that your child moved away' },
  'child.correct': { id: 'Membetulkan penimbangan anak Anda', en: 'Corrected a weighing of your child' },
  'child.verify': { id: 'Memeriksa ulang hasil ukur anak Anda', en: 'Checked a measurement of your child again' },
  'child.judge-month': { id: 'Menilai hasil ukur anak Anda', en: 'Judged a measurement of your child' },
  'child.merge': { id: 'Menyatukan dua catatan anak Anda', en: 'Joined two records of your child' },
  'child.not-same': {
    id: 'Membandingkan catatan anak Anda dengan yang mirip',
    en: 'Compared your child’s record with a similar one',
  },
  'child.read-vaccines': { id: 'Membuka catatan imunisasi anak Anda', en: 'Opened your child’s vaccines' },
  'child.vaccine': { id: 'Mencatat imunisasi anak Anda', en: 'Recorded a vaccine of your child' },
  'child.vaccine-withdrawn': {
    id: 'Membatalkan catatan imunisasi anak Anda',
    en: 'Took back a vaccine recorded for your child',
  },
  'child.import': { id: 'Memasukkan catatan anak Anda dari berkas', en: 'Took over your child’s record from a file' },
  'child.import-undone': {
    id: 'Membatalkan catatan anak Anda dari berkas',
    en: 'Undid what came from a file for your child',
  },
  'child.export': {
    id: 'Mengirim catatan anak Anda ke aplikasi nasional',
    en: 'Sent your child’s record to the national application',
  },
  'child.exchange-queued': {
    id: 'Menyiapkan catatan anak Anda untuk aplikasi nasional',
    en: 'Prepared your child’s record for the national application',
  },
  'child-alert.read': {
    id: 'Membuka peringatan tentang anak atau kehamilan Anda',
    en: 'Opened an alert about your child or pregnancy',
  },
  'child-food.start': { id: 'Mencatat makanan tambahan untuk anak Anda', en: 'Recorded extra food for your child' },
  'child-food.week': {
    id: 'Mencatat makanan tambahan mingguan anak Anda',
    en: 'Recorded a week of your child’s extra food',
  },
  'pregnancy.register': { id: 'Mendaftarkan kehamilan Anda', en: 'Registered your pregnancy' },
  'pregnancy.read': { id: 'Membuka catatan kehamilan Anda', en: 'Opened the record of your pregnancy' },
  'pregnancy.visit': { id: 'Mencatat pemeriksaan kehamilan Anda', en: 'Recorded a visit of your pregnancy' },
  'pregnancy.visit-withdrawn': {
    id: 'Membatalkan catatan pemeriksaan kehamilan Anda',
    en: 'Took back a recorded visit of your pregnancy',
  },
  'pregnancy.end': { id: 'Mencatat hasil kehamilan Anda', en: 'Recorded the outcome of your pregnancy' },
}
