// What growth refuses, in words: what is wrong, then what to write instead; files and follow-up have lists of their own. Must stay
// true: a sentence never carries a name or a NIK.
import type { Text } from '../../kernel/text.ts'
import { csvRefusals } from './csv-refusals.ts'
import { dayRefusals } from './day-refusals.ts'
import { editionRefusals } from './edition/refusals.ts'
import { followUpRefusals } from './follow-up-refusals.ts'
import { schoolRefusals } from './school/refusals.ts'

export const refusals = {
  ...csvRefusals,
  ...editionRefusals,
  ...dayRefusals,
  ...schoolRefusals,
  ...followUpRefusals,
  'growth.edition-unreadable': {
    status: 422,
    text: {
      id: 'Tabel ini belum bisa dipakai: {at} ({why}). Perbaiki bagian itu, lalu simpan lagi.',
      en: 'This table cannot be used yet: {at} ({why}). Repair that part, then save again.',
    },
  },
  'growth.in-future': {
    status: 422,
    text: {
      id: 'Tanggal pengukuran belum tiba. Tulis hari anak diukur.',
      en: 'The day of measuring has not come yet. Write the day the child was measured.',
    },
  },
  'growth.before-birth': {
    status: 422,
    text: {
      id: 'Tanggal ini sebelum anak lahir ({birthDateId}). Periksa tanggal ukur dan tanggal lahir.',
      en: 'This day lies before the birth ({birthDateEn}). Check the day of measuring and the date of birth.',
    },
  },
  'growth.not-above-zero': {
    status: 422,
    text: {
      id: 'Angka ini harus lebih dari nol. Kosongkan bila tidak diukur.',
      en: 'This number must be above zero. Leave it empty when it was not measured.',
    },
  },
  'growth.nothing-measured': {
    status: 422,
    text: {
      id: 'Belum ada angka yang diisi. Isi berat, panjang atau tinggi, LiLA, atau lingkar kepala.',
      en: 'No number is filled in. Write weight, length or height, arm or head circumference.',
    },
  },
  'growth.counts-contradict': {
    status: 422,
    text: {
      id: 'Jumlahnya tidak cocok: {cases} kasus, {measured} diukur, {unusable} tanpa nilai, {all} anak. Periksa lagi keempatnya.',
      en: 'The counts contradict each other: {cases} cases, {measured} measured, {unusable} without a score, {all} children. Check all four.',
    },
  },
  'growth.status-not-judged': {
    status: 409,
    text: {
      id: 'Status {status} mengikuti kalender, bukan penilaian. Yang bisa diubah hanya N dan T.',
      en: 'Status {status} follows the calendar, not a judgement. Only N and T can be changed.',
    },
  },
  'growth.reason-missing': {
    status: 422,
    text: {
      id: 'Alasannya belum ditulis. Tulis satu kalimat; alasan ini ikut tersimpan.',
      en: 'The reason is missing. Write one sentence; it is kept with the change.',
    },
  },
  'growth.month-count': {
    status: 422,
    text: {
      id: 'Angka {count} harus bilangan bulat, nol atau lebih.',
      en: 'The count {count} must be a whole number, zero or more.',
    },
  },
  'growth.month-unbalanced': {
    status: 409,
    text: {
      id: 'Bulan belum bisa ditutup: D {D}, tetapi N {N} + T {T} + O {O} + B {B} = {sum}. Periksa anak yang ditimbang tanpa status.',
      en: 'The month cannot be closed: D is {D}, but N {N} + T {T} + O {O} + B {B} = {sum}. Look for children weighed without a status.',
    },
  },
  'growth.month-more-than': {
    status: 409,
    text: {
      id: '{part} ({partCount}) tidak mungkin lebih dari {whole} ({wholeCount}). Periksa keduanya.',
      en: '{part} ({partCount}) cannot be more than {whole} ({wholeCount}). Check both.',
    },
  },
  'growth.month-not-begun': {
    status: 409,
    text: {
      id: '{monthId} belum mulai. Tutup setelah hari buka posyandu.',
      en: '{monthEn} has not begun. Close it after the day of the posyandu.',
    },
  },
  'growth.month-unchanged': {
    status: 409,
    text: {
      id: 'Tidak ada yang berubah dari versi {version}. Versi itu tetap berlaku.',
      en: 'Nothing differs from version {version}. That version stays in force.',
    },
  },
  'growth.table-long': {
    status: 422,
    text: {
      id: 'Tabel ini lebih dari {most} baris. Pilih tempat atau waktu yang lebih sempit.',
      en: 'This table has more than {most} rows. Choose a smaller place or a shorter time.',
    },
  },
  'growth.month-closed': {
    status: 409,
    text: {
      id: '{monthId} sudah ditutup. Minta bidan mencatatnya dengan alasan; laporan menjadi versi baru.',
      en: '{monthEn} is closed. Ask the midwife to record it with a reason; the report becomes a new version.',
    },
  },
  'growth.month-closed-reason': {
    status: 409,
    text: {
      id: '{monthId} sudah ditutup. Tulis alasannya di bawah, lalu simpan lagi; bulannya ditutup ulang sebagai versi baru.',
      en: '{monthEn} is closed. Write the reason below and save again; the month is closed anew as another version.',
    },
  },
  'growth.sex-missing': {
    status: 422,
    text: {
      id: 'Pilih laki-laki atau perempuan; nilai gizi bergantung padanya.',
      en: 'Choose boy or girl; every score depends on it.',
    },
  },
  'growth.birth-number': {
    status: 422,
    text: {
      id: 'Angka ini biasanya antara {min} dan {max}. Tulis angka bulat, atau kosongkan.',
      en: 'This number usually lies between {min} and {max}. Write a whole number or leave it empty.',
    },
  },
  'growth.birth-size': {
    status: 422,
    text: {
      id: 'Saat lahir ukuran ini antara {min} dan {max} cm. Periksa di buku KIA, atau kosongkan.',
      en: 'At birth this lies between {min} and {max} cm. Look in the KIA book, or leave it empty.',
    },
  },
  'growth.age-number': {
    status: 422,
    text: { id: 'Tulis umur dengan angka bulat, misalnya 14.', en: 'Write the age as a whole number, for example 14.' },
  },
  'growth.age-in-days': {
    status: 422,
    text: {
      id: '{months} bulan lebih dari lima tahun. Maksudnya {months} hari, kira-kira {about} bulan? Ganti pilihannya menjadi hari.',
      en: '{months} months is more than five years. Did you mean {months} days, about {about} months? Change the choice to days.',
    },
  },
  'growth.too-old': {
    status: 422,
    text: {
      id: 'Posyandu balita mencatat anak di bawah lima tahun. Periksa tahun lahirnya.',
      en: 'The posyandu records children under five. Check the year of birth.',
    },
  },
  'growth.nik-differs': {
    status: 422,
    text: {
      id: 'NIK ini milik orang dengan tanggal lahir atau jenis kelamin lain. Periksa ketiganya, atau kosongkan NIK dulu.',
      en: 'This NIK belongs to somebody with another birth date or sex. Check all three, or leave the NIK empty for now.',
    },
  },
  'growth.child-known': {
    status: 409,
    text: {
      id: 'Anak dengan NIK ini sudah tercatat. Minta bidan membuka catatannya.',
      en: 'A child with this NIK is on record already. Ask the midwife to open that record.',
    },
  },
  'growth.changed-meanwhile': {
    status: 409,
    text: {
      id: 'Data anak ini baru saja diubah orang lain. Buka lagi, lalu tulis perubahan Anda.',
      en: 'Somebody has just changed this child’s data. Open it again, then write your change.',
    },
  },
  'growth.born-after-measuring': {
    status: 422,
    text: {
      id: 'Anak ini sudah ditimbang sebelum tanggal lahir itu. Periksa tanggalnya.',
      en: 'This child was weighed before that date of birth. Check the date.',
    },
  },
  'growth.posyandu-missing': {
    status: 422,
    text: { id: 'Pilih posyandu tujuannya.', en: 'Choose the posyandu to move to.' },
  },
  'growth.same-posyandu': {
    status: 422,
    text: {
      id: 'Anak ini sudah di posyandu itu. Pilih posyandu lain.',
      en: 'The child is there already. Choose another one.',
    },
  },
  'growth.end-kind-missing': {
    status: 422,
    text: { id: 'Pilih apa yang terjadi: meninggal atau pindah.', en: 'Choose what happened: died or moved away.' },
  },
  'growth.two-niks': {
    status: 409,
    text: {
      id: 'Kedua catatan punya NIK yang berbeda. Periksa kartu keluarganya dan perbaiki NIK yang salah lebih dulu.',
      en: 'The two records have different NIKs. Look at the family card and put the wrong one right first.',
    },
  },
  'growth.decision-missing': {
    status: 422,
    text: { id: 'Pilih dulu: anak yang sama, atau dua anak.', en: 'Choose first: the same child, or two children.' },
  },
  'growth.third-reading': {
    status: 422,
    text: {
      id: 'Dua bacaan terlalu berbeda. Ukur sekali lagi dan tulis bacaan ketiga.',
      en: 'The two readings differ too much. Measure once more and write the third reading.',
    },
  },
  'growth.replaced-already': {
    status: 409,
    text: {
      id: 'Penimbangan ini sudah diganti. Buka lagi kartu anak dan perbaiki yang terbaru.',
      en: 'This measuring has been replaced. Open the child again and correct the newest one.',
    },
  },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly text: Text }>>
