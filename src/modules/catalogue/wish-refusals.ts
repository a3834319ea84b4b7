// Sentences of what is refused when a region's services are changed on a page.
import type { Text } from '../../kernel/text.ts'

const say = (status: number, id: string, en: string): { readonly status: number; readonly text: Text } => ({
  status,
  text: { id, en },
})

export const refusals = {
  'wish-reason': say(
    422,
    'Tulis alasannya dalam satu kalimat (paling sedikit 8 huruf), supaya orang kedua tahu mengapa.',
    'Give the reason in one sentence (at least 8 letters), so that the second person knows why.',
  ),
  'wish-seen': say(
    422,
    'Baca dulu perubahannya, lalu centang bahwa Anda sudah membacanya.',
    'Read the changes first, then tick that you have read them.',
  ),
  'wish-nothing': say(
    409,
    'Tidak ada yang berubah: layanan ini sudah seperti itu.',
    'Nothing would change: the service is like this already.',
  ),
  'wish-waiting': say(
    409,
    'Sudah ada usulan lain untuk layanan ini. Tunggu keputusannya, atau minta pengusulnya menarik kembali.',
    'Another proposal for this service waits. Await its decision, or ask whoever made it to take it back.',
  ),
  'wish-unknown': say(
    404,
    'Usulan ini tidak ada, atau sudah diputuskan orang lain. Muat ulang halaman layanan.',
    'There is no such proposal, or somebody decided it already. Load the page of services again.',
  ),
  'wish-own': say(
    403,
    'Usulan diputuskan oleh orang lain daripada pengusulnya. Minta pengelola lain atau kepala dinas.',
    'A proposal is decided by another person than its author. Ask another administrator or the head.',
  ),
  'own-channels': say(422, 'Pilih paling sedikit satu jalur.', 'Choose at least one way in.'),
  'own-fee': say(
    422,
    'Tulis biaya dalam rupiah dengan angka saja, misalnya 0 atau 10.000.',
    'Write the fee in rupiah with digits only, for example 0 or 10.000.',
  ),
  'own-fee-basis': say(
    422,
    'Biaya sendiri perlu dasar hukum. Tulis nomor peraturannya.',
    'A fee of your own needs its law. Write the number of the regulation.',
  ),
  'own-approval': say(
    422,
    'Pilih peran petugas yang ada dalam alur layanan ini, atau kosongkan.',
    'Choose a role of this service’s process, or leave it empty.',
  ),
  'own-question': say(
    422,
    'Pertanyaan baru perlu teks dalam kedua bahasa, halaman, dan jenis jawaban. Lengkapi, atau kosongkan semuanya.',
    'A new question needs its text in both languages, a page and a kind of answer. Complete it, or leave all empty.',
  ),
  'own-paper': say(
    422,
    'Dokumen baru perlu nama dan keterangan dalam kedua bahasa. Lengkapi, atau kosongkan semuanya.',
    'A new paper needs its name and what a good one is, in both languages. Complete it, or leave all empty.',
  ),
  'own-too-many': say(
    422,
    'Sudah ada 12 tambahan. Hapus centang salah satunya dulu.',
    'There are 12 additions already. Untick one of them first.',
  ),
  'own-hours': say(
    422,
    'Tulis tenggat dalam jam kerja, paling sedikit 1.',
    'Write the deadline in office hours, at least 1.',
  ),
}
