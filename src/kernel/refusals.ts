// The sentences of what the kernel refuses or warns about, each once, in both languages. Must stay true: what is wrong with this
// answer first, then what to write; nobody is blamed.
import { answer, identityRefusals } from './refusals-identity.ts'

export const refusals = {
  ...identityRefusals,

  'date-missing': answer(
    'Tanggal belum diisi. Tulis tanggal, bulan, dan tahun.',
    'The date is missing. Write day, month and year.',
  ),
  'date-day-missing': answer(
    'Tanggalnya belum diisi. Tulis angka 1 sampai 31.',
    'The day is missing. Write a number from 1 to 31.',
  ),
  'date-month-missing': answer(
    'Bulannya belum dipilih. Pilih Januari sampai Desember.',
    'The month is missing. Choose January to December.',
  ),
  'date-year-missing': answer(
    'Tahunnya belum diisi. Tulis 4 angka, misalnya 1990.',
    'The year is missing. Write 4 digits, such as 1990.',
  ),
  'date-day-number': answer(
    'Tanggal hanya 1 sampai 31. Periksa lagi suratnya.',
    'A day is 1 to 31. Look at the letter again.',
  ),
  'date-month-number': answer(
    'Bulan hanya 1 sampai 12, atau namanya. Periksa lagi suratnya.',
    'A month is 1 to 12, or its name. Look at the letter again.',
  ),
  'date-year-digits': answer(
    'Tahun ditulis dengan 4 angka, misalnya 1990.',
    'Write the year with 4 digits, such as 1990.',
  ),
  'date-year-range': answer(
    'Tahun ini di luar {first} sampai {last}. Periksa lagi suratnya.',
    'This year is outside {first} to {last}. Look at the letter again.',
  ),
  'date-day-of-month': answer(
    '{monthId} {year} hanya sampai tanggal {last}. Periksa lagi suratnya.',
    '{monthEn} {year} ends on day {last}. Look at the letter again.',
  ),
  'date-shape': answer(
    'Tanggal ini tidak terbaca. Tulis seperti 5 Maret 2026 atau 05-03-2026.',
    'This date cannot be read. Write it like 5 March 2026 or 05-03-2026.',
  ),
  'date-in-future': answer(
    'Tanggal ini belum terjadi. Hari ini {todayId}. Periksa lagi suratnya.',
    'This day has not come yet. Today is {todayEn}. Look at the letter again.',
  ),
  'date-in-past': answer(
    'Tanggal ini sudah lewat. Pilih {todayId} atau sesudahnya.',
    'This day has passed. Choose {todayEn} or later.',
  ),
  'date-too-early': answer(
    'Tanggal ini terlalu awal. Yang mungkin: {earliestId} atau sesudahnya.',
    'This date is too early. Possible is {earliestEn} or later.',
  ),
  'date-too-late': answer(
    'Tanggal ini terlalu akhir. Yang mungkin: {latestId} atau sebelumnya.',
    'This date is too late. Possible is {latestEn} or earlier.',
  ),
  'time-shape': answer(
    'Jam ini tidak terbaca. Tulis jam dan menit, 00.00 sampai 23.59, misalnya 07.30.',
    'This time cannot be read. Write hour and minute, 00:00 to 23:59, such as 07:30.',
  ),

  'phone-missing': answer(
    'Nomor ponsel belum ditulis. Tulis nomor yang dimulai dengan 08.',
    'The mobile number is missing. Write one that begins with 08.',
  ),
  'phone-sign': answer(
    'Nomor ponsel hanya berisi angka. Hapus “{sign}”.',
    'A mobile number has digits only. Remove “{sign}”.',
  ),
  'phone-not-mobile': answer(
    'Ini bukan nomor ponsel Indonesia. Tulis nomor yang dimulai dengan 08.',
    'This is no Indonesian mobile number. Write one that begins with 08.',
  ),
  'phone-too-short': answer(
    'Nomor ponsel paling sedikit 9 angka. Yang tertulis {count}, mungkin ada yang tertinggal.',
    'A mobile number has at least 9 digits. You wrote {count}; some may be missing.',
  ),
  'phone-too-long': answer(
    'Nomor ponsel paling banyak 14 angka. Yang tertulis {count}, mungkin ada yang tertulis dua kali.',
    'A mobile number has at most 14 digits. You wrote {count}; some may stand there twice.',
  ),
  'email-missing': answer(
    'Alamat email belum ditulis. Contohnya nama@gmail.com.',
    'The e-mail address is missing. It looks like name@gmail.com.',
  ),
  'email-at': answer(
    'Alamat email memuat tepat satu tanda @. Contohnya nama@gmail.com.',
    'An e-mail address has exactly one @. It looks like name@gmail.com.',
  ),
  'email-shape': answer(
    'Alamat email ini belum lengkap atau memuat tanda yang tidak dipakai. Contohnya nama@gmail.com.',
    'This e-mail address is not complete or holds a sign that is not used. It looks like name@gmail.com.',
  ),
  'email-slip': answer(
    'Mungkin maksudnya {suggestion}? Tulis lagi alamatnya.',
    'Did you mean {suggestion}? Write the address again.',
  ),

  'rupiah-missing': answer(
    'Jumlah uang belum ditulis. Tulis angka saja, misalnya 150000.',
    'The sum is missing. Write digits only, such as 150000.',
  ),
  'rupiah-shape': answer(
    'Jumlah uang ini tidak terbaca. Tulis rupiah utuh, misalnya 150000 atau 150.000.',
    'This sum cannot be read. Write whole rupiah, such as 150000 or 150.000.',
  ),
  'number-missing': answer('Angkanya belum ditulis.', 'The number is missing.'),
  'number-sign': answer('Di sini hanya angka. Hapus “{sign}”.', 'Only a number goes here. Remove “{sign}”.'),
  'number-shape': answer(
    'Angka ini tidak terbaca. Tulis seperti 12 atau 12,5.',
    'This number cannot be read. Write it like 12 or 12.5.',
  ),
  'number-ambiguous': answer(
    '“{written}” bisa berarti {whole} atau {decimalId}. Tulis salah satunya begitu.',
    '“{written}” can mean {whole} or {decimalEn}. Write one of these.',
  ),
  'number-decimals': answer(
    'Paling banyak {max} angka di belakang koma. Bulatkan seperti di alat ukur.',
    'At most {max} digits after the point. Write it as the instrument shows.',
  ),
  'number-too-small': answer(
    'Angka ini terlalu kecil. Paling sedikit {minId}.',
    'This number is too small. At least {minEn}.',
  ),
  'number-too-large': answer(
    'Angka ini terlalu besar. Paling banyak {maxId}.',
    'This number is too large. At most {maxEn}.',
  ),
  'number-unit-slip': answer(
    '{writtenId} {unit} di luar yang mungkin, {minId} sampai {maxId}. Mungkin maksudnya {guessId}?',
    '{writtenEn} {unit} is outside what is possible, {minEn} to {maxEn}. Did you mean {guessEn}?',
  ),
  'number-implausible': answer(
    '{writtenId} {unit} di luar yang mungkin, {minId} sampai {maxId}. Lihat lagi catatannya.',
    '{writtenEn} {unit} is outside what is possible, {minEn} to {maxEn}. Look at the record again.',
  ),

  'case-number-missing': answer(
    'Nomor permohonan belum ditulis. Lihat tanda terima, contohnya GS-20260105-K7QX-00042-T.',
    'The case number is missing. It stands on the receipt, like GS-20260105-K7QX-00042-T.',
  ),
  'case-number-shape': answer(
    'Nomor permohonan ini belum lengkap. Bentuknya GS-20260105-K7QX-00042-T, lihat tanda terima.',
    'This case number is not complete. It looks like GS-20260105-K7QX-00042-T; see the receipt.',
  ),
  'case-number-check': answer(
    'Ada satu huruf atau angka yang keliru pada nomor ini. Cocokkan lagi dengan tanda terima.',
    'One letter or digit of this number is wrong. Compare it with the receipt again.',
  ),
  'short-code-missing': answer(
    'Kode belum ditulis. Lihat tiga kelompok empat huruf di bawah kode QR.',
    'The code is missing. Look for three groups of four below the QR code.',
  ),
  'short-code-sign': answer(
    'Kode tidak memuat “{sign}”. Angka 0 dan 1 serta huruf I dan O tidak dipakai. Lihat lagi kertasnya.',
    'The code has no “{sign}”. The digits 0 and 1 and the letters I and O are not used. Look at the paper again.',
  ),
  'short-code-length': answer(
    'Kode terdiri dari 12 huruf dan angka. Yang tertulis {count}. Lihat lagi kertasnya.',
    'The code has 12 letters and digits. You wrote {count}. Look at the paper again.',
  ),
  'short-code-check': answer(
    'Ada satu huruf atau angka yang keliru pada kode ini. Cocokkan lagi dengan kertasnya.',
    'One letter or digit of this code is wrong. Compare it with the paper again.',
  ),
  'calendar-shape': answer(
    'Kalender kerja ini belum benar di {path}: {problem}. Perbaiki, lalu kirim lagi.',
    'This office calendar is not right at {path}: {problem}. Repair it and send it again.',
  ),
} as const
