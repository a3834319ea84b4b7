// The sentences of what the kernel refuses or warns about, each once, in both languages. Must stay true: what is wrong with this
// answer first, then what to write; nobody is blamed. Status 422: the request was understood, one answer cannot be used.
import type { Text } from './text.ts'

const answer = (id: string, en: string): { readonly status: 422; readonly text: Text } => ({
  status: 422,
  text: { id, en },
})

export const refusals = {
  'nik-missing': answer(
    'NIK belum ditulis. Lihat 16 angka di KTP atau KK.',
    'The NIK is missing. Look for the 16 digits on the KTP or KK.',
  ),
  'nik-rounded': answer(
    'NIK ini sudah dibulatkan oleh lembar kerja, angka terakhirnya hilang. Ubah kolomnya menjadi teks, lalu tulis lagi dari KTP.',
    'A spreadsheet has rounded this NIK and lost its last digits. Make the column text, then write it again from the KTP.',
  ),
  'nik-sign': answer(
    'NIK hanya berisi angka. Hapus “{sign}”, lalu periksa lagi 16 angkanya.',
    'A NIK has digits only. Remove “{sign}” and check the 16 digits.',
  ),
  'nik-one-missing': answer(
    'NIK terdiri dari 16 angka. Yang tertulis {count}, mungkin satu angka tertinggal.',
    'A NIK has 16 digits. You wrote {count}; one may be missing.',
  ),
  'nik-too-short': answer(
    'NIK terdiri dari 16 angka. Yang tertulis baru {count}. Lihat lagi KTP atau KK.',
    'A NIK has 16 digits. You wrote only {count}. Look at the KTP or KK again.',
  ),
  'nik-too-long': answer(
    'NIK terdiri dari 16 angka. Yang tertulis {count}, mungkin ada angka yang tertulis dua kali.',
    'A NIK has 16 digits. You wrote {count}; one may stand there twice.',
  ),
  'nik-province': answer(
    'Angka 1 dan 2 pada NIK adalah provinsi. Tidak ada provinsi {province}. Periksa lagi KTP atau KK.',
    'Digits 1 and 2 of a NIK are the province. There is no province {province}. Look at the KTP or KK again.',
  ),
  'nik-day': answer(
    'Angka 7 dan 8 pada NIK adalah tanggal lahir, untuk perempuan ditambah 40. {day} tidak mungkin. Periksa lagi KTP atau KK.',
    'Digits 7 and 8 of a NIK are the day of birth, plus 40 for a woman. {day} is not possible. Look at the KTP or KK again.',
  ),
  'nik-month': answer(
    'Angka 9 dan 10 pada NIK adalah bulan lahir, 01 sampai 12. Yang tertulis {month}. Periksa lagi KTP atau KK.',
    'Digits 9 and 10 of a NIK are the month of birth, 01 to 12. You wrote {month}. Look at the KTP or KK again.',
  ),
  'nik-date': answer(
    'NIK ini memuat tanggal {day} {monthId}, yang tidak ada di kalender. Periksa lagi angka 7 sampai 12.',
    'This NIK holds {day} {monthEn}, which no calendar has. Check digits 7 to 12.',
  ),
  'nik-serial': answer(
    'Empat angka terakhir NIK tidak pernah 0000. Periksa lagi KTP atau KK.',
    'The last four digits of a NIK are never 0000. Look at the KTP or KK again.',
  ),
  'nik-district-unknown': answer(
    'Kecamatan {district} pada NIK tidak ada lagi di daftar. NIK tetap berlaku, cocokkan dengan KTP.',
    'District {district} of this NIK is no longer on the list. The NIK stays valid; compare it with the KTP.',
  ),
  'nik-district-elsewhere': answer(
    'NIK ini pertama dibuat di daerah lain ({district}). NIK tetap berlaku, cocokkan dengan KTP.',
    'This NIK was first given in another region ({district}). It stays valid; compare it with the KTP.',
  ),
  'nik-sex-differs': answer(
    'Menurut NIK, ini {encodedId}. NIK tidak berubah, pastikan isian jenis kelamin.',
    'By its NIK this is {encodedEn}. A NIK never changes; make sure of the sex stated.',
  ),
  'nik-birth-date-differs': answer(
    'NIK memuat tanggal {encodedId}, isian menyebut {statedId}. Pastikan mana yang tertulis di akta.',
    'The NIK holds {encodedEn}, the answer says {statedEn}. Make sure which one the deed shows.',
  ),

  'kk-missing': answer(
    'Nomor KK belum ditulis. Lihat 16 angka di bagian atas Kartu Keluarga.',
    'The family card number is missing. Look for the 16 digits at the top of the card.',
  ),
  'kk-rounded': answer(
    'Nomor KK ini sudah dibulatkan oleh lembar kerja, angka terakhirnya hilang. Ubah kolomnya menjadi teks, lalu tulis lagi dari KK.',
    'A spreadsheet has rounded this number and lost its last digits. Make the column text, then write it again from the card.',
  ),
  'kk-sign': answer(
    'Nomor KK hanya berisi angka. Hapus “{sign}”, lalu periksa lagi 16 angkanya.',
    'A family card number has digits only. Remove “{sign}” and check the 16 digits.',
  ),
  'kk-one-missing': answer(
    'Nomor KK terdiri dari 16 angka. Yang tertulis {count}, mungkin satu angka tertinggal.',
    'A family card number has 16 digits. You wrote {count}; one may be missing.',
  ),
  'kk-too-short': answer(
    'Nomor KK terdiri dari 16 angka. Yang tertulis baru {count}. Lihat lagi bagian atas KK.',
    'A family card number has 16 digits. You wrote only {count}. Look at the top of the card again.',
  ),
  'kk-too-long': answer(
    'Nomor KK terdiri dari 16 angka. Yang tertulis {count}, mungkin ada angka yang tertulis dua kali.',
    'A family card number has 16 digits. You wrote {count}; one may stand there twice.',
  ),
  'kk-is-nik': answer(
    'Ini tampaknya NIK, bukan nomor KK. Nomor KK tercetak di bagian atas Kartu Keluarga.',
    'This looks like a NIK, not a family card number. That one is printed at the top of the card.',
  ),
  'kk-province': answer(
    'Angka 1 dan 2 pada nomor KK adalah provinsi. Tidak ada provinsi {province}. Periksa lagi KK.',
    'Digits 1 and 2 of the number are the province. There is no province {province}. Look at the card again.',
  ),
  'kk-day': answer(
    'Angka 7 dan 8 pada nomor KK adalah tanggal, 01 sampai 31. Yang tertulis {day}. Periksa lagi KK.',
    'Digits 7 and 8 of the number are a day, 01 to 31. You wrote {day}. Look at the card again.',
  ),
  'kk-month': answer(
    'Angka 9 dan 10 pada nomor KK adalah bulan, 01 sampai 12. Yang tertulis {month}. Periksa lagi KK.',
    'Digits 9 and 10 of the number are a month, 01 to 12. You wrote {month}. Look at the card again.',
  ),
  'kk-date': answer(
    'Nomor KK ini memuat tanggal {day} {monthId}, yang tidak ada di kalender. Periksa lagi angka 7 sampai 12.',
    'This number holds {day} {monthEn}, which no calendar has. Check digits 7 to 12.',
  ),
  'kk-serial': answer(
    'Empat angka terakhir nomor KK tidak pernah 0000. Periksa lagi KK.',
    'The last four digits of the number are never 0000. Look at the card again.',
  ),
  'kk-district-unknown': answer(
    'Kecamatan {district} pada nomor KK tidak ada lagi di daftar. Cocokkan dengan kartunya.',
    'District {district} of this number is no longer on the list. Compare it with the card.',
  ),
  'kk-district-elsewhere': answer(
    'KK ini diterbitkan di daerah lain ({district}). Pastikan keluarga ini sudah pindah datang.',
    'This card was issued in another region ({district}). Make sure that the family has moved in.',
  ),

  'name-missing': answer(
    'Nama belum ditulis. Tulis seperti di akta atau KTP.',
    'The name is missing. Write it as on the deed or KTP.',
  ),
  'name-title': answer(
    '“{title}” adalah gelar, tidak dicatat di akta. Tulis namanya saja: {name}.',
    '“{title}” is a title and is not recorded on a deed. Write the name alone: {name}.',
  ),
  'name-abbreviation': answer(
    '“{abbreviation}” adalah singkatan. Tulis lengkap: {suggestion}.',
    '“{abbreviation}” is an abbreviation. Write it in full: {suggestion}.',
  ),
  'name-abbreviation-unknown': answer(
    '“{abbreviation}” adalah singkatan. Tulis kata lengkapnya, tanpa titik.',
    '“{abbreviation}” is an abbreviation. Write the whole word, without a full stop.',
  ),
  'name-digit': answer(
    'Nama tidak memuat angka. Tulis semuanya dengan huruf.',
    'A name holds no digits. Write all of it in letters.',
  ),
  'name-letters': answer(
    'Nama baru hanya memuat huruf dan spasi, tanpa “{signs}”. Bisa ditulis: {suggestion}.',
    'A new name has letters and spaces only, no “{signs}”. It can be written: {suggestion}.',
  ),
  'name-length': answer(
    'Nama paling panjang {max} huruf dengan spasi. Yang tertulis {count}. Pendekkan sedikit.',
    'A name has at most {max} letters, spaces included. You wrote {count}. Make it a little shorter.',
  ),
  'name-control': answer(
    'Di dalam nama ada tanda yang tidak terlihat. Hapus, lalu ketik lagi namanya.',
    'The name holds a sign that cannot be seen. Clear the box and type the name again.',
  ),
  'name-one-word': answer(
    'Nama dua kata lebih mudah di sekolah, bank, dan paspor. Satu kata tetap boleh, pastikan dulu.',
    'Two words are easier at school, bank and passport office. One word is allowed; make sure first.',
  ),
  'name-single-letter': answer(
    '“{letter}” mungkin singkatan. Kalau ya, tulis lengkap. Kalau memang namanya, teruskan.',
    '“{letter}” may be an abbreviation. If so, write it in full. If it is the name itself, go on.',
  ),

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
