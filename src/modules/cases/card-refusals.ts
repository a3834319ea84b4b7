// Sentences about printing cards, blanks and hand-over at the office's pages.
import type { RefusalList } from '../../platform/http/refusal-registry.ts'

const say = (status: number, id: string, en: string): RefusalList[string] => ({ status, text: { id, en } })

export const refusals: RefusalList = {
  'card-none-chosen': say(
    422,
    'Belum ada kartu yang ditandai. Tandai satu atau lebih.',
    'No card is marked. Mark one or more.',
  ),
  'card-spoil-which': say(
    422,
    'Pilih kartu yang rusak, dari nomor blangko dan namanya.',
    'Choose the spoiled card by its blank and name.',
  ),
  'card-spoil-reason': say(
    422,
    'Pilih apa yang rusak, supaya penyebabnya dapat dihitung.',
    'Choose what is wrong, so that causes can be counted.',
  ),
  'card-kind': say(422, 'Pilih jenis kartunya: KTP-el atau KIA.', 'Choose the kind of card.'),
  'card-found': say(422, 'Tulis jumlah dengan angka, misalnya 480.', 'Write the number in digits, for example 480.'),
  'card-count-note': say(
    422,
    'Catatan menunjukkan {level} lembar. Tulis sebab selisihnya, atau hitung lagi.',
    'The record says {level}. Write the cause of the difference, or count again.',
  ),
  'card-relation': say(
    422,
    'Pilih hubungan penerima dengan pemilik kartu.',
    'Choose the relation of the receiver to the holder.',
  ),
  'card-identity': say(
    422,
    'Lihat dulu identitas penerima, lalu tandai. Tanpa identitas kartu tidak diserahkan.',
    'Look at the receiver’s identity first, then mark it. Without it no card is handed over.',
  ),
  'card-originals': say(
    422,
    'Ada dokumen asli yang belum ditandai. Tandai, atau tulis mengapa tidak diperlihatkan.',
    'An original is not marked. Mark it, or write why it was not shown.',
  ),
  'card-note-long': say(
    422,
    'Catatan paling panjang 500 huruf. Tulis lebih pendek.',
    'A note has at most 500 characters. Write less.',
  ),
  'card-proof-choice': say(
    422,
    'Pilih bukti serah terima: kode ambil atau tanda terima.',
    'Choose the proof: pick-up code or signed slip.',
  ),
  'card-slip': say(
    422,
    'Tulis nomor tanda terima yang ditandatangani, misalnya TT-0412.',
    'Write the number of the signed slip, for example TT-0412.',
  ),
  'card-code-form': say(
    422,
    'Kode ambil terdiri dari 6 angka. Minta penerima membacakannya.',
    'The pick-up code has 6 digits. Ask the receiver to read it out.',
  ),
  'card-code': say(
    422,
    'Kode ambil tidak cocok. Minta penerima membuka pesan terakhir, atau pakai tanda terima.',
    'The pick-up code does not match. Ask for the latest message, or use the slip.',
  ),
  'card-code-paused': say(
    429,
    'Kode salah lima kali. Coba lagi {minutes} menit lagi, atau pakai tanda terima sekarang.',
    'Five wrong codes. Try again in {minutes} minutes, or use the slip now.',
  ),
  'card-not-ready': say(
    409,
    'Ada kartu dalam paket ini yang belum siap. Tunggu bagian cetak, lalu muat ulang.',
    'A card of this packet is not ready. Wait for those who print, then load again.',
  ),
  'link-no-paper': say(
    404,
    'Permohonan ini belum punya dokumen yang berlaku untuk diunduh. Lihat tahapnya dulu.',
    'This application has no valid document to download yet. See its stage first.',
  ),
  'link-paper': say(422, 'Pilih dokumennya.', 'Choose the document.'),
  'link-way': say(422, 'Pilih bagaimana tautan dan PIN diberikan.', 'Choose how link and PIN are given.'),
  'link-seen': say(
    422,
    'Lihat dulu identitas pemohon, lalu tandai. Tautan hanya untuk pemohonnya.',
    'Look at the applicant’s identity first, then mark it. The link is for the applicant only.',
  ),
  'report-span': say(
    422,
    'Rentang ini tidak terbaca. Tulis kedua tanggal seperti 2026-04-01, paling panjang 366 hari.',
    'This span cannot be read. Write both dates like 2026-04-01, at most 366 days.',
  ),
}
