// Sentences of what is refused when an edition of a service is handed in, published or sent back.
import type { Text } from '../../kernel/text.ts'

const say = (status: number, id: string, en: string): { readonly status: number; readonly text: Text } => ({
  status,
  text: { id, en },
})

export const refusals = {
  'draft-file': say(
    422,
    'Berkas ini tidak terbaca. Unduh edisi yang berlaku, ubah, lalu kirim berkas JSON itu, paling besar 0,9 MB.',
    'This file cannot be read. Download the edition in force, change it, then send that JSON file, 0.9 MB at most.',
  ),
  'draft-note': say(
    422,
    'Tulis apa yang berubah dan mengapa dalam satu kalimat (paling sedikit 8 huruf).',
    'Say what changes and why in one sentence (at least 8 letters).',
  ),
  'draft-publisher': say(
    422,
    'Penerbit dalam berkas ini bukan daerah Anda. Tulis "publisher": "{region}", lalu kirim lagi.',
    'The publisher in this file is not your region. Write "publisher": "{region}" and send it again.',
  ),
  'draft-known': say(
    409,
    'Edisi ini sudah terbit, tidak ada yang berubah. Ubah isinya dulu, atau usulkan pemasangannya di halaman layanan.',
    'This edition is published already; nothing differs. Change it first, or propose it on the page of the service.',
  ),
  'draft-waiting': say(
    409,
    'Sudah ada naskah lain untuk layanan ini yang menunggu. Tunggu keputusannya, atau minta pengirimnya menarik kembali.',
    'Another draft of this service waits. Await its decision, or ask whoever sent it to take it back.',
  ),
  'draft-unknown': say(
    404,
    'Naskah ini tidak ada, atau sudah diputuskan orang lain. Muat ulang daftar naskah.',
    'There is no such draft, or somebody decided it already. Load the list of drafts again.',
  ),
  'draft-own': say(
    403,
    'Naskah diterbitkan oleh orang lain daripada pengirimnya. Minta pengelola lain atau kepala dinas.',
    'A draft is published by another person than its author. Ask another administrator or the head.',
  ),
  'draft-reason': say(
    422,
    'Tulis apa yang harus diperbaiki dalam satu kalimat (paling sedikit 8 huruf), supaya pengirimnya tahu.',
    'Say what has to be mended in one sentence (at least 8 letters), so that its author knows.',
  ),
}
