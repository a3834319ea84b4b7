// What growth refuses, in words: what is wrong, then what to write instead. Codes `growth.line-*` speak of one line of
// a CSV file, the others of a file, a form or a month. Must stay true: a sentence never carries a name or a NIK.
import type { Text } from '../../kernel/text.ts'

export const refusals = {
  'growth.csv-unreadable': {
    status: 404,
    text: {
      id: 'Berkas {file} tidak bisa dibuka. Periksa lagi nama dan foldernya.',
      en: 'The file {file} cannot be opened. Check its name and folder.',
    },
  },
  'growth.csv-empty': {
    status: 422,
    text: {
      id: 'Berkas ini kosong. Baris pertama harus berisi nama kolom.',
      en: 'This file is empty. Its first line must hold the names of the columns.',
    },
  },
  'growth.csv-not-text': {
    status: 422,
    text: {
      id: 'Berkas ini bukan CSV UTF-8. Simpan lagi sebagai “CSV UTF-8”.',
      en: 'This file is not CSV in UTF-8. Save it again as “CSV UTF-8”.',
    },
  },
  'growth.csv-semicolons': {
    status: 422,
    text: {
      id: 'Kolom di berkas ini dipisahkan titik koma. Simpan lagi dengan koma sebagai pemisah dan titik sebagai tanda desimal.',
      en: 'The columns of this file are separated by semicolons. Save it again with commas between them and points in decimals.',
    },
  },
  'growth.csv-column-missing': {
    status: 422,
    text: {
      id: 'Kolom {column} tidak ada. Tambahkan ke baris pertama; isinya boleh kosong bila tidak diukur.',
      en: 'The column {column} is missing. Add it to the first line; its cells may be empty where nothing was measured.',
    },
  },
  'growth.csv-column-twice': {
    status: 422,
    text: {
      id: 'Kolom {column} ada dua kali. Sisakan satu.',
      en: 'The column {column} stands there twice. Keep one of them.',
    },
  },
  'growth.csv-line-too-long': {
    status: 422,
    text: {
      id: 'Baris {line} lebih panjang dari 1 MiB. Periksa apakah berkas ini memang CSV.',
      en: 'Line {line} is longer than 1 MiB. Check that this file is CSV at all.',
    },
  },
  'growth.csv-negative-weight': {
    status: 422,
    text: {
      id: 'Baris {line}: bobot sampel di bawah nol. Periksa kolom {column}.',
      en: 'Line {line}: a sampling weight is below zero. Check the column {column}.',
    },
  },
  'growth.csv-nobody': {
    status: 422,
    text: {
      id: 'Tidak ada anak yang bisa dihitung. Periksa umur, klaster, dan strata.',
      en: 'No child is left to count. Check ages, clusters and strata.',
    },
  },
  'growth.output-failed': {
    status: 500,
    text: {
      id: 'Hasil tidak bisa ditulis ({reason}). Periksa ruang di penyimpanan, lalu ulangi.',
      en: 'The results cannot be written ({reason}). Check the space left, then run it again.',
    },
  },
  'growth.line-fields': {
    status: 422,
    text: { id: 'berisi {found} kolom, seharusnya {expected}', en: '{found} fields where the header has {expected}' },
  },
  'growth.line-number': {
    status: 422,
    text: { id: '{column} “{value}” bukan angka', en: '{column} "{value}" is not a number' },
  },
  'growth.line-comma': {
    status: 422,
    text: {
      id: '{column} “{value}” memakai koma; tulis {instead}',
      en: '{column} "{value}" has a comma; write {instead}',
    },
  },
  'growth.line-before-birth': {
    status: 422,
    text: {
      id: 'age_days “{value}” terjadi sebelum lahir; periksa kedua tanggalnya',
      en: 'age_days "{value}" lies before birth; check both dates',
    },
  },
  'growth.line-sex': {
    status: 422,
    text: {
      id: 'sex “{value}” tidak dikenal; tulis 1 atau L untuk laki-laki, 2 atau P untuk perempuan',
      en: 'unknown sex "{value}"; write 1 or m for a boy, 2 or f for a girl',
    },
  },
  'growth.line-position': {
    status: 422,
    text: {
      id: 'measure “{value}” tidak dikenal; tulis l (terlentang), h (berdiri), atau kosongkan',
      en: 'unknown measure "{value}"; write l (lying), h (standing) or leave it empty',
    },
  },
  'growth.line-oedema': {
    status: 422,
    text: {
      id: 'oedema “{value}” tidak dikenal; tulis y, n, atau kosongkan',
      en: 'unknown oedema "{value}"; write y, n or leave it empty',
    },
  },
  'growth.line-quotes': {
    status: 422,
    text: {
      id: 'ada tulisan setelah tanda kutip penutup di kolom {column}',
      en: 'text after the closing quotation mark in column {column}',
    },
  },
  'growth.line-open-quote': {
    status: 422,
    text: { id: 'ada tanda kutip yang tidak ditutup', en: 'a quotation mark opens and never closes' },
  },
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
      id: 'Tanggal ini sebelum anak lahir ({birthDate}). Periksa tanggal ukur dan tanggal lahir.',
      en: 'This day lies before the birth ({birthDate}). Check the day of measuring and the date of birth.',
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
      id: 'Bulan {month} belum mulai. Tutup setelah hari buka posyandu.',
      en: 'The month {month} has not begun. Close it after the day of the posyandu.',
    },
  },
  'growth.month-unchanged': {
    status: 409,
    text: {
      id: 'Tidak ada yang berubah dari versi {version}. Versi itu tetap berlaku.',
      en: 'Nothing differs from version {version}. That version stays in force.',
    },
  },
  'growth.pmt-eaten': {
    status: 422,
    text: {
      id: 'Makanan diberikan {days} hari, jadi paling banyak dihabiskan {days} hari. Periksa centang harinya.',
      en: 'Food was given on {days} days, so it was eaten up on {days} at most. Check the ticks of the days.',
    },
  },
  'growth.pmt-position': {
    status: 422,
    text: {
      id: 'Pilih terlentang atau berdiri untuk panjang yang diisi.',
      en: 'Choose lying or standing for the length you wrote.',
    },
  },
  'growth.pmt-length': {
    status: 422,
    text: {
      id: 'Panjang atau tinggi ditulis dalam cm, antara 30 dan 160. Periksa lagi.',
      en: 'Length or height is written in cm, between 30 and 160. Look again.',
    },
  },
  'growth.table-long': {
    status: 422,
    text: {
      id: 'Tabel ini lebih dari {most} baris. Pilih tempat atau waktu yang lebih sempit.',
      en: 'This table has more than {most} rows. Choose a smaller place or a shorter time.',
    },
  },
  'growth.pmt-week': {
    status: 422,
    text: {
      id: 'Minggu {week} tidak cocok dengan rencana {weeks} minggu. Isi tiap minggu sekali, tujuh hari.',
      en: 'Week {week} does not fit the plan of {weeks} weeks. Fill each week once, with seven days.',
    },
  },
  'growth.alert-step': {
    status: 409,
    text: {
      id: 'Peringatan ini tidak bisa pindah dari {state} ke {next}. Buka lagi untuk melihat keadaannya.',
      en: 'This alert cannot go from {state} to {next}. Open it again to see where it stands.',
    },
  },
  'growth.alert-result-missing': {
    status: 422,
    text: {
      id: 'Hasilnya belum ditulis. Tulis apa yang dilakukan dan bagaimana keadaan anak.',
      en: 'The result is missing. Write what was done and how the child is.',
    },
  },
  'growth.month-closed': {
    status: 409,
    text: {
      id: 'Bulan {month} sudah ditutup. Minta bidan mencatatnya dengan alasan; laporan menjadi versi baru.',
      en: 'The month {month} is closed. Ask the midwife to record it with a reason; the report becomes a new version.',
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
  'growth.referral-place': {
    status: 422,
    text: {
      id: 'Tujuan rujukan belum diisi. Tulis nama Puskesmas atau rumah sakitnya, paling panjang 200 huruf.',
      en: 'The place of the referral is missing. Write the name of the health centre or hospital, at most 200 letters.',
    },
  },
  'growth.referral-reason': {
    status: 422,
    text: {
      id: 'Alasan rujukan belum diisi atau terlalu panjang. Tulis apa yang ditemukan, paling panjang {most} huruf.',
      en: 'The reason for the referral is missing or too long. Write what was found, at most {most} letters.',
    },
  },
  'growth.answer-diagnosis': {
    status: 422,
    text: {
      id: 'Diagnosis belum diisi atau terlalu panjang. Tulis hasil pemeriksaan, paling panjang {most} huruf.',
      en: 'The diagnosis is missing or too long. Write what the examination found, at most {most} letters.',
    },
  },
  'growth.answer-plan': {
    status: 422,
    text: {
      id: 'Rencana belum diisi atau terlalu panjang. Tulis apa yang dilakukan berikutnya, paling panjang {most} huruf.',
      en: 'The plan is missing or too long. Write what is to be done next, at most {most} letters.',
    },
  },
  'growth.answer-day': {
    status: 422,
    text: {
      id: 'Tanggal periksa lagi tidak bisa dipakai. Pilih hari ini atau sesudahnya, atau kosongkan.',
      en: 'The day to look again cannot be used. Choose today or a later day, or leave it empty.',
    },
  },
  'growth.words-long': {
    status: 422,
    text: {
      id: 'Catatan ini terlalu panjang. Ringkas menjadi paling panjang {most} huruf.',
      en: 'This note is too long. Shorten it to at most {most} letters.',
    },
  },
  'growth.pmt-no-reason': {
    status: 409,
    text: {
      id: 'Pengukuran terakhir tidak memberi alasan makanan tambahan. Ukur lagi, atau tangani gizi buruk di Puskesmas.',
      en: 'The last measuring gives no reason for extra food. Measure again, or treat severe wasting at the health centre.',
    },
  },
  'growth.pmt-running': {
    status: 409,
    text: {
      id: 'Anak ini sedang menerima makanan tambahan. Selesaikan yang berjalan sebelum memulai yang baru.',
      en: 'This child is receiving extra food already. End that programme before a new one begins.',
    },
  },
  'growth.pmt-ended': {
    status: 409,
    text: {
      id: 'Program makanan ini sudah selesai. Mulai program baru bila masih perlu.',
      en: 'This food programme has ended. Begin a new one if it is still needed.',
    },
  },
  'growth.survey-year': {
    status: 422,
    text: {
      id: 'Tahun ini tidak bisa dipakai. Tulis tahun survei dengan empat angka, paling akhir {thisYear}.',
      en: 'This year cannot be used. Write the year of the survey in four digits, {thisYear} at the latest.',
    },
  },
  'growth.survey-percent': {
    status: 422,
    text: {
      id: 'Persen ini di luar 0 sampai 100. Tulis angka dari laporan survei.',
      en: 'This percentage lies outside 0 to 100. Write the figure of the survey report.',
    },
  },
  'growth.survey-source': {
    status: 422,
    text: {
      id: 'Sumbernya belum ditulis. Tulis nama laporan dan halamannya, paling panjang 300 huruf.',
      en: 'The source is missing. Write the name of the report and the page, at most 300 letters.',
    },
  },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly text: Text }>>
