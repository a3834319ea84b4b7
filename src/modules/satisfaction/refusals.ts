// The sentences of what the survey refuses, each once, in both languages. Must stay true: what happened, what is safe, what to
// do next; nobody is blamed; a person who answers is never told more about a token than whether it can be used.
import type { Text } from '../../kernel/text.ts'

type Entry = { readonly status: number; readonly text: Text }
const entry = (status: number, id: string, en: string): Entry => ({ status, text: { id, en } })
const form = (id: string, en: string): Entry => entry(422, id, en)
const not = (id: string, en: string): Entry => entry(409, id, en)

export const refusals = {
  // answering
  'satisfaction-token-unknown': entry(
    404,
    'Tautan survei ini tidak dikenal. Salin lagi seluruh tautan dari pesan kami, atau pindai QR di tanda terima.',
    'This survey link is unknown. Copy the whole link from our message again, or scan the QR on the receipt.',
  ),
  'satisfaction-token-used': not(
    'Jawaban dengan tautan ini sudah kami terima. Satu tautan untuk satu jawaban, Anda tidak perlu mengisi lagi.',
    'We already have an answer from this link. One link is for one answer; nothing more is needed from you.',
  ),
  'satisfaction-token-expired': entry(
    410,
    'Tautan survei ini berlaku 30 hari dan sudah lewat. Saran Anda tetap berguna: tulis lewat halaman Bantuan dan keluhan.',
    'This survey link was valid for 30 days and has passed. Your view still helps: write to us on the Help and complaints page.',
  ),
  'satisfaction-no-period': not(
    'Survei untuk layanan ini sedang tidak dibuka. Tautan Anda tetap berlaku sampai {untilId}, coba lagi sebelum itu.',
    'The survey for this service is not open now. Your link stays valid until {untilEn}; try again before then.',
  ),
  'satisfaction-few-answers': form(
    'Baru {count} pertanyaan yang dijawab. Jawab sedikitnya {least} supaya jawaban Anda dapat dihitung.',
    'Only {count} questions are answered. Answer at least {least} so that your answer can be counted.',
  ),

  // planning and steps
  'satisfaction-period-dates': form(
    'Periode ini tidak ada. Pilih bulan, triwulan, semester, atau tahun yang ada.',
    'There is no such period. Choose a month, quarter, semester or year that exists.',
  ),
  'satisfaction-period-past': form(
    'Periode ini sudah lewat. Pilih yang sedang berjalan atau yang akan datang.',
    'This period has passed. Choose the present one or one to come.',
  ),
  'satisfaction-period-overlaps': form(
    'Unit ini sudah punya periode pada tanggal yang sama. Pilih periode lain.',
    'This unit has a period on the same days. Choose another one.',
  ),
  'satisfaction-period-unit': form(
    'Unit belum dipilih. Pilih unit yang dinilai.',
    'No unit is chosen. Choose the unit that is judged.',
  ),
  'satisfaction-period-services': form(
    'Layanan belum dipilih. Pilih sedikitnya satu layanan unit ini.',
    'No service is chosen. Choose at least one service of this unit.',
  ),
  'satisfaction-period-users': form(
    'Jumlah pengguna layanan belum benar. Tulis jumlah pengguna periode ini atau periode sebelumnya.',
    'The number of users is not right. Write the users of this period or of the one before.',
  ),
  'satisfaction-period-edition': form(
    'Aturan survei ini sudah diganti. Periode baru memakai aturan yang berlaku.',
    'This edition of the survey was replaced. New periods use the one in force.',
  ),
  'satisfaction-extra-many': form(
    'Pertanyaan tambahan paling banyak tiga, supaya survei tetap di bawah 90 detik.',
    'At most three extra questions, so that the survey stays under 90 seconds.',
  ),
  'satisfaction-extra-key': form(
    'Nama pertanyaan tambahan memakai huruf kecil, angka, dan tanda hubung, dan tidak sama dengan yang lain.',
    'The name of an extra question has small letters, digits and hyphens, and differs from the others.',
  ),
  'satisfaction-extra-answers': form(
    'Pertanyaan tambahan memerlukan dua sampai tujuh pilihan jawaban.',
    'An extra question needs two to seven answers to choose from.',
  ),
  'satisfaction-period-unknown': entry(
    404,
    'Periode survei ini tidak ada di unit Anda. Buka lagi dari daftar periode.',
    'This survey period is not one of your unit. Open it from the list of periods.',
  ),
  'satisfaction-step-order': not(
    'Langkah ini belum atau sudah lewat, karena status periode {stateId}. Buka lagi halaman periodenya.',
    'This step is not due, because the period is {stateEn}. Open the page of the period again.',
  ),
  'satisfaction-not-manager': entry(
    403,
    'Langkah ini dilakukan pengelola survei daerah. Teruskan kepada pengelola survei.',
    'This step belongs to the survey manager of the region. Pass it on to them.',
  ),
  'satisfaction-open-early': not(
    'Periode ini baru mulai {fromId}. Buka pada hari itu.',
    'This period starts on {fromEn}. Open it on that day.',
  ),
  'satisfaction-open-late': not(
    'Periode ini berakhir {toId} dan tidak dapat dibuka lagi. Rencanakan periode baru.',
    'This period ended on {toEn} and cannot be opened any more. Plan a new one.',
  ),
  'satisfaction-close-early': not(
    'Survei berjalan sampai {toId}, jadi belum dapat ditutup. Tutup sehari sesudahnya.',
    'The survey runs until {toEn}, so it cannot be closed yet. Close it the day after.',
  ),
  'satisfaction-paper-closed': not(
    'Jawaban kertas hanya diterima selama periode berjalan dan tujuh hari sesudahnya.',
    'Paper answers are taken while the period runs and seven days after.',
  ),
  'satisfaction-paper-late': not(
    'Batas tujuh hari untuk jawaban kertas sudah lewat. Simpan kertasnya untuk arsip.',
    'The seven days for paper answers have passed. Keep the paper for the archive.',
  ),
  'satisfaction-paper-own-unit': form(
    'Unit yang dinilai tidak mengetik jawabannya sendiri. Minta unit lain mengetiknya.',
    'The unit that is judged does not type in its own answers. Ask another unit.',
  ),
  'satisfaction-paper-scan': form(
    'Pindaian kertasnya belum ada. Unggah pindaian satu bundel ini.',
    'The scan is missing. Upload the scan of this batch.',
  ),
  'satisfaction-paper-forms': form(
    'Jumlah lembar belum benar. Satu bundel berisi 1 sampai 500 lembar, sama dengan yang diketik.',
    'The number of forms is not right. A batch has 1 to 500 forms, as many as were typed in.',
  ),
  'satisfaction-paper-note': form(
    'Jawaban kertas ini datang setelah periode ditutup. Tulis alasannya.',
    'This paper came after the period was closed. Write why.',
  ),
  'satisfaction-paper-line': form(
    'Baris {line} belum benar. Tulis {count} tanda: angka 1 sampai 4, atau - bila kosong; komentar sesudah titik koma.',
    'Line {line} is not right. Write {count} marks: 1 to 4, or - where empty; a comment after a semicolon.',
  ),
  'satisfaction-paper-channel': form(
    'Pilih di mana lembar ini diisi: loket atau desa.',
    'Choose where these forms were filled in: counter or village.',
  ),
  'satisfaction-paper-service': form(
    'Layanan pada lembar ini tidak ditanyakan dalam periode ini. Pilih salah satu layanan periode.',
    'The service on this form is not asked about in this period. Choose one of its services.',
  ),
  'satisfaction-compute-system': entry(
    403,
    'Nilai dihitung oleh sistem, tidak oleh orang. Anda tidak perlu melakukan apa-apa.',
    'The figures are computed by the system, not by a person. Nothing for you to do.',
  ),
  'satisfaction-compute-paper': not(
    'Jawaban kertas masih diterima sampai {untilId}. Nilai dihitung sesudahnya.',
    'Paper answers are still taken until {untilEn}. The figures are computed after that.',
  ),
  'satisfaction-compute-waiting': not(
    'Masih ada {waiting} jawaban yang sedang diacak. Nilai dihitung setelah semuanya masuk.',
    '{waiting} answers are still being mixed. The figures are computed when all are in.',
  ),

  // review, publication, follow-up
  'satisfaction-review-head': entry(
    403,
    'Rencana tindak lanjut ditulis kepala unit yang dinilai. Teruskan kepada kepala unit.',
    'The follow-up plan is written by the head of the unit that was judged. Pass it on to the head.',
  ),
  'satisfaction-number-fixed': entry(
    403,
    'Nilai survei tidak dapat diubah siapa pun. Tidak ada yang tersimpan. Tulis rencana tindak lanjut saja.',
    'No one can change a figure of the survey. Nothing was saved. Write the follow-up plan only.',
  ),
  'satisfaction-plan-missing': not(
    'Rencana tindak lanjut belum ada, jadi hasil belum dapat diterbitkan. Kepala unit menulisnya lebih dulu.',
    'There is no follow-up plan yet, so the result cannot be published. The head of the unit writes it first.',
  ),
  'satisfaction-plan-lowest': form(
    'Unsur terendah {elements} belum punya tindakan. Tulis sedikitnya satu untuk masing-masing.',
    'The lowest elements {elements} have no action yet. Write at least one for each.',
  ),
  'satisfaction-plan-element': form(
    'Unsur ini tidak ada pada aturan periode ini. Pilih dari daftar unsur.',
    'This element is not one of this edition. Choose from the list of elements.',
  ),
  'satisfaction-plan-what': form(
    'Tindakannya belum jelas. Tulis apa yang dikerjakan, sedikitnya 10 huruf.',
    'The action is not clear. Write what will be done, at least 10 letters.',
  ),
  'satisfaction-plan-who': form(
    'Pelaksana belum ditulis. Tulis bidang atau jabatannya, bukan nama orang.',
    'It does not say who. Write the unit or post, not a person’s name.',
  ),
  'satisfaction-plan-until': form(
    'Batas waktunya sudah lewat. Pilih tanggal sesudah hari ini.',
    'The date has passed. Choose a day after today.',
  ),
  'satisfaction-action-unknown': entry(
    404,
    'Tindakan ini tidak ada di rencana. Buka lagi dari halaman rencana.',
    'This action is not in the plan. Open it from the page of the plan.',
  ),
  'satisfaction-action-proof': form(
    'Tulis atau unggah bukti bahwa tindakan ini sudah selesai.',
    'Write or upload what shows that this action is done.',
  ),
  'satisfaction-action-reason': form(
    'Tulis alasan tindakan ini tidak dilanjutkan.',
    'Write why this action was dropped.',
  ),
  'satisfaction-correction-reason': form(
    'Hasil yang sudah terbit hanya diperbaiki dengan edisi baru beserta alasannya. Tulis alasannya, sedikitnya 10 huruf.',
    'A published result is corrected only by a new edition with a reason. Write the reason, at least 10 letters.',
  ),

  // imported figures
  'satisfaction-import-edition': form(
    'Aturan survei laporan ini belum dipilih. Lihat dasar hukumnya di laporan.',
    'The edition of the survey is not chosen. Look for the regulation in the report.',
  ),
  'satisfaction-import-twice': not(
    'Laporan unit ini untuk tanggal yang sama sudah dimasukkan. Yang tersimpan tidak berubah.',
    'A report of this unit for the same days was imported already. What is stored did not change.',
  ),
  'satisfaction-import-order': form(
    'Urutan unsur belum dipilih. Lihat laporannya: pengaduan nomor 8 atau nomor 9.',
    'The order of the elements is not chosen. Look at the report: are complaints number 8 or number 9.',
  ),
  'satisfaction-import-index': form(
    'Nilai IKM “{written}” tidak terbaca. Tulis seperti 83,32.',
    'The index “{written}” cannot be read. Write it like 83.32.',
  ),
  'satisfaction-import-answers': form(
    'Jumlah responden belum ditulis. Lihat bagian responden di laporan.',
    'The number of answers is missing. Look for the respondents in the report.',
  ),
  'satisfaction-import-length': form(
    'Aturan ini punya {needed} unsur, yang tertulis {written}. Kosongkan unsur yang tidak ada nilainya.',
    'This edition has {needed} elements, {written} were written. Leave those without a figure empty.',
  ),
  'satisfaction-import-average': form(
    'Nilai unsur ke-{place} “{written}” tidak terbaca. Tulis seperti 3,31.',
    'The average of element {place}, “{written}”, cannot be read. Write it like 3.31.',
  ),
  'satisfaction-doubt-range': not(
    'IKM {written} di luar 25 sampai 100. Cocokkan lagi dengan sumbernya.',
    'An index of {written} lies outside 25 to 100. Compare it with its source.',
  ),
  'satisfaction-doubt-element': not(
    'Nilai {element} tertulis {written}, di luar 1 sampai 4. Cocokkan lagi dengan sumbernya.',
    'The average of {element} is {written}, outside 1 to 4. Compare it with its source.',
  ),
  'satisfaction-doubt-change': not(
    'IKM {written} berbeda {difference} poin dari {before} pada periode sebelumnya. Mungkin salah cetak, cocokkan lagi dengan sumbernya.',
    'An index of {written} differs by {difference} points from {before} in the period before. It may be a misprint; compare it with its source.',
  ),
  'satisfaction-import-second-person': not(
    'Angka ini belum disimpan. Orang kedua perlu mencocokkannya dengan sumber dan menyetujuinya.',
    'This figure is not stored yet. A second person has to compare it with its source and agree.',
  ),
  'satisfaction-import-waits': not(
    'Laporan unit ini untuk tanggal yang sama sudah menunggu orang kedua. Selesaikan yang itu dulu.',
    'A report of this unit for the same days waits for a second person already. Settle that one first.',
  ),
  'satisfaction-import-gone': entry(
    409,
    'Angka ini sudah diputuskan. Muat ulang halaman untuk melihat keadaannya.',
    'These figures were decided already. Load the page again to see how.',
  ),
  'satisfaction-import-unit': form('Unit laporan ini belum dipilih.', 'The unit of this report is not chosen.'),
  'satisfaction-import-days': form(
    'Periode laporan belum benar. Pilih lamanya, tulis tahun dan nomor periodenya; periodenya sudah berakhir.',
    'The period of the report is not right. Choose its length, write year and number; the period has ended.',
  ),
  'satisfaction-import-same-person': entry(
    403,
    'Anda yang memasukkan angka ini, jadi orang lain yang menyetujuinya.',
    'You typed this figure in, so someone else has to agree to it.',
  ),
  'satisfaction-import-source': form(
    'Sumbernya belum ditulis. Tulis judul laporan dan halamannya.',
    'The source is missing. Write the title of the report and the page.',
  ),
} as const satisfies Readonly<Record<string, Entry>>
