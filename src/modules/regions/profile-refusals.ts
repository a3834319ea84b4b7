// Sentences of what is refused on the page of a region's profile.
import type { Text } from '../../kernel/text.ts'

const say = (status: number, id: string, en: string): { readonly status: number; readonly text: Text } => ({
  status,
  text: { id, en },
})

export const refusals = {
  'profile-text': say(
    422,
    'Isi {least} sampai {most} huruf, tanpa tanda < > { }.',
    'Write {least} to {most} letters, without the signs < > { }.',
  ),
  'profile-nip': say(
    422,
    'NIP terdiri dari 18 angka. Periksa lagi, atau kosongkan.',
    'A NIP has 18 digits. Look again, or leave it empty.',
  ),
  'profile-hue': say(422, 'Warna ditulis sebagai angka 0 sampai 359.', 'The colour is a number from 0 to 359.'),
  'profile-notices': say(
    422,
    'Tulis paling banyak 4 nomor, pisahkan dengan koma, misalnya +62 811 000 000.',
    'Write at most 4 numbers with commas between them, for example +62 811 000 000.',
  ),
  'profile-moved': say(
    409,
    'Orang lain menyimpan perubahan sesudah halaman ini dibuka. Muat ulang halaman, lalu ubah lagi.',
    'Somebody saved a change after this page was opened. Load the page again, then change it.',
  ),
  'day-off-date': say(
    422,
    'Tanggal ini tidak ada atau di luar kalender ({fromId} sampai {toId}). Periksa hari, bulan, dan tahunnya.',
    'There is no such date, or it lies outside the calendar ({fromEn} to {toEn}). Look at day, month and year.',
  ),
  'day-off-past': say(
    422,
    'Hari yang sudah lewat tidak diubah: janji yang sudah berjalan dihitung dengannya. Pilih hari ini atau sesudahnya.',
    'Days gone by stay: promises were counted with them. Choose today or later.',
  ),
  'day-off-name': say(422, 'Beri nama hari liburnya, 3 sampai 80 huruf.', 'Name the day off, 3 to 80 letters.'),
  'day-off-known': say(
    409,
    'Hari itu sudah libur. Pilih tanggal lain.',
    'That day is off already. Choose another date.',
  ),
  'day-off-unknown': say(
    404,
    'Hari itu bukan hari libur. Muat ulang halaman.',
    'That day is no day off. Load the page again.',
  ),
  'hours-day': say(
    422,
    'Jam hari ini belum benar. Tulis seperti 08.00 dan 16.00; istirahat 12.00-13.00; kosongkan bila tutup.',
    'The hours of this day are not right. Write them like 08.00 and 16.00; break 12.00-13.00; leave empty when closed.',
  ),
  'hours-none': say(422, 'Kantor harus buka paling sedikit satu hari.', 'The office must open on at least one day.'),
  'logo-unreadable': say(
    422,
    'Berkas ini bukan gambar yang terbaca. Kirim PNG atau JPEG.',
    'This file is no picture that can be read. Send a PNG or JPEG.',
  ),
  'logo-too-small': say(
    422,
    'Gambar terlalu kecil untuk dicetak. Sisi terpanjang paling sedikit {px} piksel.',
    'The picture is too small to print. Its longest side must have at least {px} pixels.',
  ),
  'logo-missing': say(422, 'Pilih berkas logo lebih dulu.', 'Choose the file of the logo first.'),
}
