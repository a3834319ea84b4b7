// Sentences about the national register.
import type { RefusalList } from '../../platform/http/refusal-registry.ts'

const say = (status: number, id: string, en: string): RefusalList[string] => ({ status, text: { id, en } })

export const refusals: RefusalList = {
  'national-waiting': say(
    409,
    'Pusat belum menjawab cek ketunggalan, jadi nomor dan kartu belum dapat disiapkan. Catat jawaban pusat di halaman permohonan ini; bila belum ada, pilih “Sudah ditanyakan” supaya permohonan ditunda.',
    'The centre has not answered the uniqueness check, so numbers and cards cannot be prepared yet. Note its answer on the page of this application; if there is none, choose “Asked” to put it on hold.',
  ),
  'national-duplicate': say(
    409,
    'Pusat menjawab data ganda (rujukan {reference}). Tolak permohonan, atau catat jawaban baru bila pusat memperbaikinya.',
    'The centre answered duplicate (reference {reference}). Reject the application, or note a new answer once the centre put it right.',
  ),
  'national-check-answer': say(
    422,
    'Pilih jawaban pusat: sudah ditanyakan, tunggal, atau ganda.',
    'Choose the centre’s answer: asked, unique, or duplicate.',
  ),
  'national-check-late': say(
    409,
    'Permohonan ini sudah lewat tahap cek pusat; tidak ada yang dicatat.',
    'This application is past the national check; nothing was noted.',
  ),
  'national-link': say(422, 'Pilih: pusat sudah pulih, atau terganggu.', 'Choose: the centre is back, or down.'),
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
