// Sentences about deputies.
import type { RefusalList } from '../../platform/http/refusal-registry.ts'

const say = (status: number, id: string, en: string): RefusalList[string] => ({ status, text: { id, en } })

export const refusals: RefusalList = {
  'deputy-post': say(
    422,
    'Pilih jabatan yang akan digantikan. Jabatan itu harus masih berlaku.',
    'Choose the post to stand in for. It must still hold.',
  ),
  'deputy-officer': say(
    422,
    'Pilih pengganti di antara petugas kantor ini.',
    'Choose the deputy among the officers of this office.',
  ),
  'deputy-self': say(
    422,
    'Seseorang tidak menggantikan dirinya sendiri. Pilih petugas lain.',
    'Nobody stands in for themselves. Choose another officer.',
  ),
  'deputy-own': say(
    403,
    'Anda tidak dapat menunjuk atau menyetujui diri sendiri. Minta pengelola lain.',
    'You cannot name or confirm yourself. Ask another administrator.',
  ),
  'deputy-title': say(422, 'Pilih sebutannya: Plh., Plt., atau a.n.', 'Choose the title: Plh., Plt. or a.n.'),
  'deputy-name': say(
    422,
    'Tulis nama seperti akan dicetak, huruf saja, paling panjang 80.',
    'Write the name as it is printed, letters only, at most 80.',
  ),
  'deputy-nip': say(
    422,
    'NIP terdiri dari 18 angka. Kosongkan bila tidak dicetak.',
    'An employee number has 18 digits. Leave it empty when it is not printed.',
  ),
  'deputy-decree': say(
    422,
    'Tulis nomor surat perintahnya, misalnya 800/12/SP/2026.',
    'Write the number of the order, for example 800/12/SP/2026.',
  ),
  'deputy-from': say(
    422,
    'Hari mulai paling awal hari ini. Periksa tanggal dan tahunnya.',
    'The first day is today or later. Check day and year.',
  ),
  'deputy-to': say(
    422,
    'Hari terakhir tidak sebelum hari mulai, dan paling lama 180 hari. Lebih lama dari itu, buat surat baru.',
    'The last day is not before the first, and at most 180 days later. For longer, make a new order.',
  ),
  'deputy-overlap': say(
    409,
    'Jabatan ini sudah punya pengganti pada hari-hari itu. Akhiri dulu yang itu, atau ubah tanggalnya.',
    'This post has a deputy on these days already. End that one first, or change the days.',
  ),
  'deputy-four-eyes': say(
    403,
    'Anda yang mengusulkan, jadi orang lain yang menyetujui. Beri tahu pengelola lain atau kepala dinas.',
    'You proposed it, so someone else confirms. Tell another administrator or the head.',
  ),
  'deputy-state': say(
    409,
    'Usulan ini sudah diputuskan atau diakhiri. Muat ulang daftarnya.',
    'This proposal was decided or ended already. Load the list again.',
  ),
  'deputy-over': say(409, 'Hari-harinya sudah lewat. Buat usulan baru.', 'These days are over. Make a new proposal.'),
}
