// Sentences about partners.
import type { RefusalList } from '../../platform/http/refusal-registry.ts'

const say = (status: number, id: string, en: string): RefusalList[string] => ({ status, text: { id, en } })

export const refusals: RefusalList = {
  'partner-words': say(422, 'Isi dengan 3 sampai 300 huruf.', 'Fill in 3 to 300 letters.'),
  'partner-number': say(422, 'Jangan tulis NIK atau nomor KK di sini.', 'Write no NIK or family card number here.'),
  'partner-fields': say(
    422,
    'Pilih sedikitnya satu data yang boleh dicek.',
    'Choose at least one field that may be checked.',
  ),
  'partner-limit': say(422, 'Tulis angka 1 sampai 100.000.', 'Write a number from 1 to 100,000.'),
  'partner-dates': say(
    422,
    'Isi tanggal perjanjian; berakhir sesudah hari ini dan sesudah mulainya.',
    'Fill in the dates of the agreement; it ends after today and after it begins.',
  ),
  'partner-state': say(
    409,
    'Keadaan mitra sudah berubah. Muat ulang halaman, lalu pilih langkah yang masih ada.',
    'The state of the partner changed. Reload the page and choose a step that is still there.',
  ),
  'partner-four-eyes': say(
    403,
    'Anda yang mendaftarkan atau mengusulkannya. Petugas lain yang menyetujui.',
    'You registered or proposed it. Another officer confirms.',
  ),
  'partner-reason': say(422, 'Tulis alasannya, 10 sampai 300 huruf.', 'Write the reason, 10 to 300 letters.'),
  'partner-unknown': say(
    401,
    'Mitra tidak dikenal atau tanda tangan permintaan tidak cocok. Periksa kunci dan jam server Anda.',
    'The partner is unknown or the request’s signature does not hold. Check your key and your server’s clock.',
  ),
  'partner-not-active': say(
    403,
    'Perjanjian tidak berlaku hari ini. Hubungi dinas.',
    'The agreement does not hold today. Contact the office.',
  ),
  'partner-question': say(
    422,
    'Permintaan harus memuat id, nik, dan fields berisi teks. Lihat panduan mitra.',
    'A request needs id, nik, and fields with texts. See the guide for partners.',
  ),
  'partner-field': say(403, 'Data ini tidak termasuk dalam perjanjian.', 'This field is not part of the agreement.'),
  'partner-many': say(
    429,
    'Batas harian perjanjian tercapai. Coba lagi besok, atau minta dinas menaikkan batas.',
    'The agreement’s daily limit is reached. Try again tomorrow, or ask the office for a higher one.',
  ),
  'partner-same': say(
    429,
    'Nomor yang sama ditanyakan terlalu sering. Coba lagi satu jam lagi.',
    'The same number was asked too often. Try again in an hour.',
  ),
}
