// Sentences about the national register.
import type { RefusalList } from '../../platform/http/refusal-registry.ts'

const say = (status: number, id: string, en: string): RefusalList[string] => ({ status, text: { id, en } })

export const refusals: RefusalList = {
  'national-answer': say(
    422,
    'Pilih jawaban: cocok (confirmed), berbeda (differs), atau tidak dikenal (unknown).',
    'Choose an answer: confirmed, differs or unknown.',
  ),
  'national-reference': say(
    422,
    'Tulis nomor rujukan seperti di sistem pusat, 3 sampai 60 huruf.',
    'Write the reference as the national system shows it, 3 to 60 letters.',
  ),
  'national-number': say(
    422,
    'Rujukan bukan NIK. Hapus nomor 16 angka.',
    'A reference is no NIK. Remove the 16 digits.',
  ),
  'national-cells': say(
    422,
    'Satu baris berisi tiga bagian: permintaan;jawaban;rujukan.',
    'A line has three parts: request;answer;reference.',
  ),
  'national-unknown': say(
    404,
    'Permintaan ini tidak ada di daerah ini.',
    'This request does not exist in this region.',
  ),
  'national-given': say(409, 'Sudah ada jawaban lain.', 'Another answer was given already.'),
  'national-twice': say(
    409,
    'Permintaan ini sudah ada di baris sebelumnya.',
    'This request stands in an earlier line.',
  ),
  'national-file': say(
    422,
    'Berkas kosong atau lebih dari {most} baris. Pilih berkas jawaban dari sistem pusat.',
    'The file is empty or has more than {most} lines. Choose the answer file of the national system.',
  ),
  'national-nothing': say(409, 'Tidak ada permintaan yang perlu dikirim sekarang.', 'There is nothing to send now.'),
  'national-changed': say(
    409,
    'Register sudah berubah sejak berkas ini dibuat. Buat berkas baru; isinya semua yang belum terjawab.',
    'The register changed since this file was made. Make a new one: it holds all that was not answered.',
  ),
}
