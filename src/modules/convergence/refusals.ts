// The sentences of what convergence refuses, each once, in both languages: what happened, what is safe, what to do next. What one
// may not see is answered as if it did not exist.
import type { Text } from '../../kernel/text.ts'
import { mapRefusals } from './map/refusals.ts'

type Entry = { readonly status: number; readonly text: Text }
const entry = (status: number, id: string, en: string): Entry => ({ status, text: { id, en } })
const form = (id: string, en: string): Entry => entry(422, id, en)
const not = (id: string, en: string): Entry => entry(409, id, en)
const unknown = (id: string, en: string): Entry => entry(404, id, en)

export const refusals = {
  ...mapRefusals,
  'convergence-not-yours': unknown(
    'Halaman ini tidak ada untuk peran Anda. Buka dari beranda Balanting.',
    'This page does not exist for your role. Open it from the home page of Balanting.',
  ),
  'convergence-village-unknown': unknown(
    'Desa ini tidak ada di daftar. Pilih dari rapor kabupaten.',
    'There is no such village on the list. Choose it from the regency scorecard.',
  ),
  'convergence-period-unknown': unknown(
    'Triwulan ini belum ada. Pilih triwulan dari daftar.',
    'There is no such quarter. Choose one from the list.',
  ),
  'convergence-indicator-unknown': unknown(
    'Indikator ini tidak ada. Pilih dari rapor desa.',
    'There is no such indicator. Choose it from the village scorecard.',
  ),
  'convergence-subject-unknown': unknown(
    'Nama ini tidak ada di daftar Anda. Muat ulang daftarnya.',
    'This name is not on your list. Load the list again.',
  ),
  'convergence-programme-unknown': unknown(
    'Program ini tidak ada, atau bukan milik OPD Anda. Pilih dari katalog.',
    'There is no such programme, or it is not your agency’s. Choose from the catalogue.',
  ),
  'convergence-programme-known': form(
    'OPD ini sudah punya program bernama sama. Ubah yang itu, atau tulis nama lain.',
    'This agency has a programme of this name already. Change that one, or write another name.',
  ),
  'convergence-programme-missing': form(
    'Program belum dipilih. Pilih program yang memberi layanan ini.',
    'No programme is chosen. Choose one that gives this service.',
  ),
  'convergence-due-date': form(
    'Batas waktunya belum benar. Tulis tanggal hari ini atau sesudahnya.',
    'The last day is not right. Write today or a later day.',
  ),
  'convergence-nobody-waits': not(
    'Tidak ada lagi yang menunggu layanan ini tanpa program. Tidak ada yang diubah.',
    'Nobody waits for this service without a programme any more. Nothing was changed.',
  ),
  'convergence-how-many': form(
    'Jumlah belum benar. Tulis angka 1 sampai {max}, atau pilih semua.',
    'The number is not right. Write 1 to {max}, or choose all.',
  ),
  'convergence-given-on': form(
    'Tanggal pemberian belum benar. Tulis tanggal di dalam {periodId}, paling lambat hari ini.',
    'The day of giving is not right. Write a day within {periodEn}, not later than today.',
  ),
  'convergence-visit-day': form(
    'Tulis hari kunjungan, paling lambat hari ini.',
    'Write the day of the visit, today at the latest.',
  ),
  'convergence-visit-topics': form(
    'Pilih paling sedikit satu hal yang dibicarakan.',
    'Choose at least one thing the visit was about.',
  ),
  'convergence-visit-next': form(
    'Kunjungan berikutnya sesudah hari kunjungan ini, atau kosongkan.',
    'The next visit is after this one, or leave it empty.',
  ),
  'convergence-couple-not': form(
    'Orang ini belum dicatat sebagai calon pengantin. Catat dulu keadaan itu, lalu isi pemeriksaannya.',
    'This person is not noted as about to marry. Note that condition first, then the check.',
  ),
  'convergence-couple-figure': form(
    'Angka ini di luar {min} sampai {max}. Periksa lagi alat dan satuannya.',
    'This figure lies outside {min} to {max}. Check the tool and the unit.',
  ),
  'convergence-couple-day': form(
    'Tanggal periksa belum benar. Tulis hari pemeriksaan, paling lambat hari ini.',
    'The day of the check is not right. Write the day it was done, today at the latest.',
  ),
  'convergence-couple-wedding': form(
    'Rencana menikah belum benar. Tulis tanggal sesudah pemeriksaan, atau kosongkan bila belum pasti.',
    'The day of the wedding is not right. Write a day after the check, or leave it empty if it is not fixed.',
  ),
  'convergence-couple-nothing': form(
    'Belum ada yang diukur atau ditanyakan. Isi paling sedikit satu.',
    'Nothing was measured or asked yet. Fill in at least one.',
  ),
  'convergence-state': form(
    'Keadaan layanan belum dipilih. Pilih sudah, belum, menolak, atau tidak berhak.',
    'The state of the service is not chosen. Choose received, due, refused or not entitled.',
  ),
  'convergence-reason': form(
    'Alasannya belum ditulis. Tulis sedikitnya 5 huruf.',
    'The reason is missing. Write at least 5 letters.',
  ),
  'convergence-nobody-chosen': form(
    'Belum ada nama yang dipilih. Centang yang sudah menerima.',
    'Nobody is chosen. Tick those who received it.',
  ),
  'convergence-received-stays': not(
    'Layanan ini sudah tercatat diberikan {agency} pada {givenId}. Yang sudah tercatat tidak dihapus.',
    'This service is recorded as given by {agency} on {givenEn}. What is recorded is not removed.',
  ),
  'convergence-fact-value': form(
    'Jawaban ini tidak ada di daftar pilihan. Pilih salah satu.',
    'This answer is not one of the choices. Choose one of them.',
  ),
  'convergence-text-long': form(
    'Tulisan ini terlalu panjang. Paling banyak {max} huruf.',
    'This text is too long. At most {max} letters.',
  ),
  'convergence-text-missing': form(
    'Bagian ini belum diisi. Tulis sedikitnya 3 huruf.',
    'This part is empty. Write at least 3 letters.',
  ),
  'convergence-file-missing': form(
    'Berkasnya belum dipilih. Pilih berkas CSV dengan kolom nik dan tanggal.',
    'No file is chosen. Choose a CSV file with the columns nik and tanggal.',
  ),
  'convergence-file-columns': form(
    'Kolom {columns} tidak ditemukan di baris pertama. Tulis nama kolom seperti di contoh.',
    'The columns {columns} are not in the first line. Name the columns as in the example.',
  ),
  'convergence-file-unreadable': form(
    'Berkas ini tidak terbaca sebagai CSV. Simpan ulang sebagai CSV (UTF-8) lalu unggah lagi.',
    'This file cannot be read as CSV. Save it again as CSV (UTF-8) and upload it.',
  ),
  'convergence-file-long': form(
    'Berkas ini lebih dari {max} baris. Bagi menjadi beberapa berkas.',
    'This file has more than {max} lines. Split it into several files.',
  ),
  'convergence-upload-unknown': unknown(
    'Unggahan ini tidak ada di daftar Anda. Unggah lagi berkasnya.',
    'This upload is not on your list. Upload the file again.',
  ),
  'convergence-report-count': form(
    'Pembilang dan penyebut belum benar. Tulis bilangan bulat, pembilang tidak lebih dari penyebut.',
    'Numerator and denominator are not right. Write whole numbers, the numerator not above the denominator.',
  ),
  'convergence-year': form(
    'Tahun ini belum benar. Tulis 2022 sampai {max}.',
    'The year is not right. Write 2022 to {max}.',
  ),
  'convergence-priority-drafted': not(
    'Sudah ada rancangan keputusan lokus tahun {year}. Sahkan atau perbaiki yang itu.',
    'There is a drafted decision for {year} already. Confirm or repair that one.',
  ),
  'convergence-priority-confirmed': not(
    'Desa lokus tahun {year} sudah disahkan {dateId}. Keputusan itu tidak diubah lagi.',
    'The priority villages of {year} were confirmed on {dateEn}. That decision is not changed any more.',
  ),
  'convergence-second-person': entry(
    403,
    'Anda yang menyusun ini, jadi orang lain yang mengesahkan. Rancangannya tersimpan.',
    'You drafted this, so someone else confirms it. The draft is kept.',
  ),
  'convergence-priority-reason': form(
    'Desa {village} menyimpang dari usulan. Tulis alasannya, sedikitnya 5 huruf.',
    'Village {village} differs from the proposal. Write why, at least 5 letters.',
  ),
  'convergence-priority-none': form(
    'Belum ada desa yang dipilih. Pilih sedikitnya satu.',
    'No village is chosen. Choose at least one.',
  ),
  'convergence-step-day': form(
    'Tanggal langkah belum benar. Tulis hari langkah ini selesai, tidak sebelum langkah sebelumnya dan paling lambat hari ini.',
    'The day of the step is not right. Write the day it was done, not before the step before it and today at the latest.',
  ),
  'convergence-monitoring-early': form(
    'Pemantauan berlangsung tiga bulan sejak diseminasi pertama, jadi paling cepat selesai {dateId}. Tandai langkah ini pada hari itu atau sesudahnya.',
    'Monitoring takes three months from the first dissemination, so it ends on {dateEn} at the earliest. Mark this step on that day or later.',
  ),
  'convergence-event-day': form(
    'Tanggalnya belum benar. Tulis hari kejadiannya, paling lambat hari ini.',
    'The day is not right. Write the day it happened, today at the latest.',
  ),
  'convergence-step-order': not(
    'Langkah ini belum gilirannya. Muat ulang halaman untuk melihat langkah berikut.',
    'This step is not due. Load the page again to see the next one.',
  ),
  'convergence-evidence-missing': not(
    'Bukti keluaran belum ada. Tambahkan sedikitnya satu bukti, lalu kirim.',
    'There is no evidence yet. Add at least one piece, then submit.',
  ),
  'convergence-money': form(
    'Jumlah uang belum benar. Tulis rupiah tanpa sen, misalnya 12.500.000.',
    'The sum is not right. Write whole rupiah, such as 12.500.000.',
  ),
  'convergence-people': form(
    'Jumlah orang belum benar. Tulis bilangan bulat.',
    'The number of people is not right. Write a whole number.',
  ),
  'convergence-choice': form(
    'Pilihan ini tidak dikenal. Pilih dari daftar.',
    'This choice is unknown. Choose from the list.',
  ),
  'convergence-audit-exists': not(
    'Audit siklus ini sudah dibuka. Buka yang itu dari daftar.',
    'The audit of this cycle is open already. Open it from the list.',
  ),
  'convergence-choose': form(
    'Belum dipilih. Pilih salah satu dari daftar.',
    'Nothing is chosen. Choose one from the list.',
  ),
  'convergence-case-unknown': form(
    'Tidak ada penduduk aktif daerah ini dengan NIK itu. Periksa lagi 16 angkanya; warga daerah lain diaudit di daerahnya.',
    'No active resident of this region has that NIK. Check the 16 digits again; people of other regions are audited there.',
  ),
  'convergence-case-kind': form(
    'Kelompok ini tidak cocok dengan umur atau jenis kelaminnya di register. Anak berarti di bawah 5 tahun; ibu hamil dan ibu nifas adalah perempuan.',
    'This group does not fit the age or sex in the register. A child is below 5 years; pregnant and postpartum are women.',
  ),
  'convergence-case-exists': not(
    'Orang ini sudah menjadi kasus dalam audit ini. Tidak ada yang diubah.',
    'This person is a case of this audit already. Nothing was changed.',
  ),
  'convergence-plan-missing': not(
    'Rencana tindak lanjutnya belum ada. Tim pakar menulisnya lebih dulu.',
    'There is no follow-up plan yet. The expert team writes it first.',
  ),
  'convergence-number-in-text': form(
    'Tulisan ini memuat nomor panjang, dan pemberi ikut membacanya. Tulis tanpa NIK, KK, atau nomor telepon.',
    'This text holds a long number, and the giver reads it too. Write it without NIK, card or telephone numbers.',
  ),
  'convergence-activity-unknown': unknown(
    'Kegiatan ini tidak ada, atau bukan milik OPD Anda. Pilih dari tabel anggaran.',
    'There is no such activity, or it is not your agency’s. Choose from the budget table.',
  ),
  'convergence-indicator-code': form(
    'Kode belum benar. Tulis dua huruf dan angka, misalnya LK1; SP dan SE milik indikator nasional.',
    'The code is not right. Write two letters and a number such as LK1; SP and SE belong to the national indicators.',
  ),
  'convergence-indicator-known': form(
    'Kode {code} sudah dipakai indikator lain. Pilih nomor lain.',
    'The code {code} is used by another indicator. Choose another number.',
  ),
  'convergence-target': form(
    'Target belum benar. Tulis persen dari 0 sampai 100, misalnya 92,5.',
    'The target is not right. Write a percentage from 0 to 100, such as 92.5.',
  ),
  'convergence-edition-from': form(
    'Triwulan awalnya belum benar. Pilih triwulan berjalan atau sesudahnya, setelah edisi yang terakhir disahkan.',
    'The first quarter is not right. Choose the running quarter or a later one, after the last confirmed edition.',
  ),
  'convergence-edition-same': form(
    'Belum ada yang berbeda dari edisi yang berlaku. Ubah target, pemilik, atau kode anggaran.',
    'Nothing differs from the edition in force. Change a target, an owner or a budget code.',
  ),
  'convergence-no-delivery': form(
    'Belum ada penyerahan yang tercatat. Catat dulu penyerahannya, atau pilih berakhir lebih awal.',
    'No delivery is recorded. Record it first, or choose that it ended early.',
  ),
  'convergence-ended-on': form(
    'Tanggal berakhir belum benar. Tulis tanggal sejak paket berjalan, paling lambat hari ini.',
    'The last day is not right. Write a day since the package started, not later than today.',
  ),
  'convergence-proof-unknown': unknown(
    'Berkas ini tidak ada, atau tidak terbuka untuk Anda. Buka dari riwayatnya.',
    'There is no such file, or it is not open to you. Open it from its history.',
  ),
  'convergence-consent': not(
    'Keluarga belum menyetujui paket ini. Paket berjalan setelah persetujuan dicatat.',
    'The family has not agreed to this package. It starts when the consent is recorded.',
  ),
} as const satisfies Readonly<Record<string, Entry>>
