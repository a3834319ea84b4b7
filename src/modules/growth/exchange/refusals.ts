// What an exchange refuses, asks and notes, in words. `exchange.line-*` follow "line 7:", `exchange.ask-*` are questions about
// one line, `exchange.note-*` say what was left as it stands. Must stay true: no sentence carries a name or a NIK.
import type { Text } from '../../../kernel/text.ts'

type Answer = { readonly status: number; readonly text: Text }
const answer = (id: string, en: string, status = 422): Answer => ({ status, text: { id, en } })

export const refusals = {
  'exchange.not-a-sheet': answer(
    'Berkas ini tidak terbaca sebagai XLSX atau CSV. Simpan lagi dari program lembar kerja, lalu pilih berkas itu.',
    'This file cannot be read as XLSX or CSV. Save it again from the spreadsheet program, then choose that file.',
  ),
  'exchange.empty': answer(
    'Berkas ini tidak berisi baris. Pilih berkas yang berisi data.',
    'This file has no rows. Choose the file that holds the data.',
  ),
  'exchange.too-large': answer(
    'Berkas ini lebih dari {most} baris. Bagi menjadi beberapa berkas, misalnya per kecamatan.',
    'This file has more than {most} rows. Split it, for example by sub-district.',
    413,
  ),
  'exchange.no-header': answer(
    'Baris judul tidak ditemukan dalam 15 baris pertama. Pakai unduhan e-PPGBM atau contoh di halaman ini.',
    'No header was found in the first 15 rows. Use a download of e-PPGBM or the example on this page.',
  ),
  'exchange.plan-changed': answer(
    'Catatan berubah sejak pratinjau ini dibuat. Periksa pratinjau yang baru, lalu tekan impor lagi.',
    'The records have changed since this preview. Look at the new preview, then press import again.',
    409,
  ),
  'exchange.not-planned': answer(
    'Impor ini sudah ditulis atau dibatalkan. Lihat keadaannya di riwayat.',
    'This import was written or taken back already. See the history.',
    409,
  ),
  'exchange.nothing-to-write': answer(
    'Tidak ada baris yang bisa ditulis. Jawab pertanyaan di pratinjau atau perbaiki berkasnya.',
    'There is no line to write. Answer the questions of the preview or repair the file.',
    409,
  ),

  'exchange.line-name-missing': answer('nama anak kosong', 'the name of the child is empty'),
  'exchange.line-name-long': answer('nama lebih dari {most} huruf', 'the name is longer than {most} letters'),
  'exchange.line-date': answer(
    'kolom {column}: “{value}” bukan tanggal; tulis seperti 2026-08-13 atau 13-08-2026',
    'column {column}: “{value}” is no date; write it like 2026-08-13 or 13-08-2026',
  ),
  'exchange.line-unreadable': answer(
    'kolom {column}: “{value}” tidak terbaca',
    'column {column}: “{value}” cannot be read',
  ),
  'exchange.line-not-above-zero': answer(
    'kolom {column}: “{value}” harus di atas 0; kosongkan bila tidak diukur',
    'column {column}: “{value}” has to be above 0; leave it empty where nothing was measured',
  ),
  'exchange.line-number': answer(
    'kolom {column}: harus 16 angka, yang tertulis {count}',
    'column {column}: 16 digits are needed, {count} are written',
  ),
  'exchange.line-number-rounded': answer(
    'kolom {column}: angka terakhir hilang karena lembar kerja membulatkannya; jadikan kolom itu teks, lalu tulis lagi',
    'column {column}: the spreadsheet rounded the last digits away; make the column text, then write the number again',
  ),
  'exchange.line-in-future': answer('tanggalnya belum terjadi', 'the day has not come yet'),
  'exchange.line-before-birth': answer('diukur sebelum anak lahir', 'measured before the child was born'),
  'exchange.line-twice': answer(
    'anak dan tanggal ini sudah ada di baris {other}',
    'this child and day already stand in line {other}',
  ),
  'exchange.line-nothing-measured': answer('tidak ada hasil ukur', 'nothing was measured'),
  'exchange.line-identity-differs': answer(
    'NIK ini milik anak dengan tanggal lahir atau jenis kelamin lain; periksa nomornya',
    'this NIK belongs to a child with another birth date or sex; check the number',
  ),
  'exchange.line-ambiguous': answer(
    '{count} anak cocok dengan nama ini; tulis NIK, atau tanggal lahir dan nama ibu',
    '{count} children fit this name; write the NIK, or birth date and name of the mother',
  ),
  'exchange.line-child-unknown': answer(
    'anak ini belum terdaftar di wilayah Anda; impor daftar anak lebih dulu',
    'this child is not on record in your area; import the list of children first',
  ),
  'exchange.line-nik-unknown': answer(
    'NIK ini belum terdaftar di wilayah Anda; impor daftar anak lebih dulu',
    'this NIK is not on record in your area; import the list of children first',
  ),
  'exchange.line-nik-twice': answer(
    'NIK ini sudah dipakai anak lain di baris {other}',
    'another child uses this NIK in line {other}',
  ),
  'exchange.line-posyandu-missing': answer('kolom Posyandu kosong', 'the column Posyandu is empty'),
  'exchange.line-posyandu-unknown': answer(
    'posyandu ini tidak ada di wilayah Anda; periksa namanya',
    'this posyandu is not in your area; check its name',
  ),
  'exchange.line-posyandu-ambiguous': answer(
    'ada beberapa posyandu bernama ini; isi kolom Desa/Kel',
    'several posyandu have this name; fill the column Desa/Kel',
  ),
  'exchange.line-elsewhere': answer(
    'NIK ini tercatat di luar wilayah Anda; minta Puskesmasnya memindahkan anak itu lebih dulu',
    'this NIK is on record outside your area; ask its health centre to move the child first',
  ),
  'exchange.line-month-closed': answer(
    '{monthId} sudah ditutup; betulkan di halaman anak dengan alasan',
    '{monthEn} is closed; correct it on the page of the child with a reason',
  ),
  'exchange.line-verified': answer(
    'hasil ukur hari itu sudah dipastikan petugas dan berbeda; betulkan di halaman anak',
    'the measuring of that day is verified and differs; correct it on the page of the child',
  ),

  'exchange.ask-swapped': answer(
    'Berat {weightId} dan tinggi {lengthId} tampak tertukar. Tukar?',
    'Weight {weightEn} and height {lengthEn} seem to be swapped. Swap them?',
  ),
  'exchange.ask-unit': answer(
    'Berat {weightId} kg atau tinggi {lengthId} cm di luar yang mungkin. Maksudnya {guessWeightId} kg dan {guessLengthId} cm?',
    'Weight {weightEn} kg or height {lengthEn} cm is outside what is possible. Did you mean {guessWeightEn} kg and {guessLengthEn} cm?',
  ),
  'exchange.ask-outside': answer(
    'Berat {weightId} kg atau tinggi {lengthId} cm jarang sekali terjadi. Tetap catat?',
    'Weight {weightEn} kg or height {lengthEn} cm is very rare. Record it all the same?',
  ),
  'exchange.ask-age': answer(
    'Umur tertulis {printed}, menurut tanggalnya {months} bulan ({days} hari). Pakai tanggalnya?',
    'The age is written as {printed}, by its dates it is {months} months ({days} days). Use the dates?',
  ),
  'exchange.ask-months-as-days': answer(
    'Umur tertulis {printed}: bulan dan hari tampak tertukar, menurut tanggalnya {months} bulan. Pakai tanggalnya?',
    'The age is written as {printed}: months and days seem mixed up, by its dates {months} months. Use the dates?',
  ),

  'exchange.adx-empty': answer(
    'Belum ada angka untuk dikirim. Pilih bulan yang sudah berisi.',
    'There is no figure to send yet. Choose a month that has some.',
  ),
  'exchange.adx-exported': answer(
    'Waktu ekspor harus memuat zona, misalnya +08:00.',
    'The time of export needs an offset, such as +08:00.',
    500,
  ),
  'exchange.adx-period': answer(
    'Bulan ini bukan bulan. Periksa tabel bulan.',
    'This month is none. Check the month.',
    500,
  ),
  'exchange.adx-value': answer(
    'Satu nilai bukan angka. Periksa hitungan bulan ini.',
    'One value is no number. Check the counts of this month.',
    500,
  ),
  'exchange.adx-twice': answer(
    'Nilai {element} ada dua kali untuk tempat dan bulan yang sama. Periksa tabel kode.',
    'The value {element} stands twice for the same place and month. Check the table of codes.',
    500,
  ),

  'exchange.remote-away': answer(
    'Sistem tujuan belum terjangkau. Kiriman aman di sini dan dicoba lagi nanti.',
    'The other system cannot be reached. The item is safe here and will be tried again.',
  ),
  'exchange.remote-busy': answer(
    'Sistem tujuan meminta jeda. Kiriman dicoba lagi nanti.',
    'The other system asks for a pause. The item will be tried again.',
  ),
  'exchange.remote-down': answer(
    'Sistem tujuan sedang terganggu ({status}). Kiriman dicoba lagi nanti.',
    'The other system is in trouble ({status}). The item will be tried again.',
  ),
  'exchange.remote-key': answer(
    'Kunci sambungan tidak diterima. Minta pengelola memperbarui kunci, lalu kirim lagi.',
    'The key of the connection is not accepted. Ask the administrator to renew it, then send again.',
  ),
  'exchange.remote-forbidden': answer(
    'Sistem tujuan tidak mengizinkan kiriman dari fasilitas ini. Cocokkan nomor organisasinya.',
    'The other system does not allow items of this facility. Compare its organisation number.',
  ),
  'exchange.remote-unknown': answer(
    'Pasien, petugas, atau tempat belum dikenal di sistem tujuan. Cari nomornya, lalu kirim lagi.',
    'The patient, worker or place is not known there. Find its number, then send again.',
  ),
  'exchange.remote-conflict': answer(
    'Kode atau data ini bertentangan dengan yang ada di sistem tujuan. Cocokkan tabel kode.',
    'This code or datum is at odds with the other system. Compare the table of codes.',
  ),
  'exchange.remote-incomplete': answer(
    'Ada isian wajib yang kosong. Lengkapi catatan kunjungan, lalu kirim lagi.',
    'A required value is empty. Complete the record of the visit, then send again.',
  ),
  'exchange.remote-code': answer(
    'Satu kode tidak dikenal di sistem tujuan. Cocokkan tabel kode, lalu kirim lagi.',
    'One code is not known there. Compare the table of codes, then send again.',
  ),
  'exchange.remote-invalid': answer(
    'Kiriman ditolak sistem tujuan ({status}). Periksa isinya, lalu kirim lagi.',
    'The other system refused the item ({status}). Look at its content, then send again.',
  ),
  'exchange.not-refused': answer(
    'Kiriman ini tidak sedang ditolak, jadi tidak perlu dikirim ulang.',
    'This item is not refused, so it need not be sent again.',
    409,
  ),

  'exchange.address-not-https': answer(
    'Tulis alamat lengkap yang diawali https://, tanpa kata sandi dan tanpa tanda tanya di dalamnya.',
    'Write a whole address that begins with https://, without a password or a question mark in it.',
  ),
  'exchange.address-inside': answer(
    'Alamat ini berada di dalam jaringan dan tidak dapat dituju. Pakai nama umum milik sistem penerima.',
    'This address lies inside a network and cannot be sent to. Use the public name of the receiving system.',
  ),
  'exchange.number-twice': answer(
    'Nomor ini sudah ditulis untuk orang lain. Setiap petugas punya nomor sendiri.',
    'This number already stands for somebody else. Each worker has a number of their own.',
  ),
  'exchange.number-malformed': answer(
    'Nomor atau nama ini tidak dikenal bentuknya. Salin persis dari sistem penerima: huruf, angka, titik, dan garis.',
    'This number or name has an unknown shape. Copy it from the receiving system: letters, digits, points, dashes.',
  ),
  'exchange.no-target': answer(
    'Belum ada penerima yang aktif. Atur dulu alamatnya, lalu siapkan kiriman.',
    'No receiver is switched on. Set its address first, then queue items.',
    409,
  ),

  'exchange.note-name-differs': answer(
    'Namanya berbeda dari catatan; nama di catatan dipertahankan.',
    'The name differs from the record; the name on record is kept.',
  ),
  'exchange.note-kept': answer(
    '{count} isian berbeda dari catatan dan tidak diganti.',
    '{count} values differ from the record and were not replaced.',
  ),
  'exchange.note-not-active': answer(
    'Anak ini tercatat pindah, meninggal, atau lewat umur.',
    'This child is on record as moved, dead or over age.',
  ),
} as const
