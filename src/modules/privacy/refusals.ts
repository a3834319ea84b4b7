// Sentences about requests, breaches and the register of processing.
import type { RefusalList } from '../../platform/http/refusal-registry.ts'

const say = (status: number, id: string, en: string): RefusalList[string] => ({ status, text: { id, en } })

export const refusals: RefusalList = {
  'privacy-outcome-alarm': say(422, 'Pilih: dijelaskan, atau kebocoran.', 'Choose: explained, or a breach.'),
  'privacy-own-alarm': say(
    403,
    'Alarm ini tentang Anda sendiri. Petugas lain yang memutuskan.',
    'This alarm is about yourself. Another officer decides.',
  ),
  'privacy-no-person': say(
    404,
    'Tidak ada penduduk dengan NIK ini. Periksa angkanya.',
    'No resident has this NIK. Check the digits.',
  ),
  'privacy-kind': say(422, 'Pilih apa yang Anda minta.', 'Choose what you ask for.'),
  'privacy-words': say(
    422,
    'Tulis sedikitnya sepuluh huruf, supaya maksudnya jelas.',
    'Write at least ten letters, so that it is clear.',
  ),
  'privacy-words-long': say(
    422,
    'Terlalu panjang. Ringkas menjadi paling banyak 2.000 huruf.',
    'Too long. Shorten it to 2,000 letters at most.',
  ),
  'privacy-many': say(
    409,
    'Lima permintaan Anda masih berjalan. Tunggu jawabannya, atau tarik salah satu.',
    'Five of your requests are running. Wait for an answer, or withdraw one.',
  ),
  'privacy-state': say(
    409,
    'Ini sudah diputuskan atau berubah. Muat ulang halaman untuk melihat keadaannya.',
    'This was decided or changed already. Reload the page to see how it stands.',
  ),
  'privacy-own': say(
    403,
    'Permintaan Anda sendiri dijawab petugas lain.',
    'Your own request is answered by another officer.',
  ),
  'privacy-four-eyes': say(
    403,
    'Anda yang mengusulkan atau mencatatnya. Petugas lain yang memutuskan.',
    'You proposed or recorded it. Another officer decides.',
  ),
  'privacy-outcome': say(422, 'Pilih: dipenuhi, atau usul ditolak.', 'Choose: granted, or refusal proposed.'),
  'privacy-breach-kinds': say(422, 'Pilih sedikitnya satu jenis data.', 'Choose at least one kind of data.'),
  'privacy-breach-people': say(
    422,
    'Tulis jumlah orang dengan angka, atau kosongkan bila belum diketahui.',
    'Write the number of people in digits, or leave it empty while unknown.',
  ),
  'privacy-breach-found': say(
    422,
    'Tulis hari dan jam ditemukan, tidak lebih dari sekarang. Contoh jam: 08.15.',
    'Write the day and time it was found, not after now. A time looks like 08.15.',
  ),
  'privacy-step': say(422, 'Pilih langkahnya.', 'Choose the step.'),
  'privacy-told': say(
    409,
    'Catat dulu pemberitahuan kepada lembaga dan kepada warga, baru ditutup.',
    'First record that the authority and the people were told, then close it.',
  ),
  'privacy-activity-field': say(422, 'Isi dengan 3 sampai 400 huruf.', 'Fill in 3 to 400 letters.'),
  'privacy-activity-number': say(
    422,
    'Jangan tulis NIK atau nomor KK di daftar ini.',
    'Write no NIK or family card number in this register.',
  ),
  'privacy-review': say(
    422,
    'Tulis tanggal tinjauan berikutnya, sesudah hari ini.',
    'Write the day of the next review, after today.',
  ),
}
