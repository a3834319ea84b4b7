// The sentences of everything the catalogue refuses: what is wrong with this answer, then what to write.
import type { Text } from '../../kernel/text.ts'

const say = (status: number, id: string, en: string): { readonly status: number; readonly text: Text } => ({
  status,
  text: { id, en },
})

export const refusals = {
  'answer-shape': say(
    422,
    'Jawaban ini rusak di perjalanan. Isi sekali lagi.',
    'This answer was damaged on the way. Fill it in again.',
  ),
  'answer-missing': say(
    422,
    'Belum dijawab. Isi bagian ini, lalu lanjut.',
    'Not answered yet. Fill this in, then go on.',
  ),
  'text-too-short': say(
    422,
    'Isian ini {count} huruf, paling sedikit {min}. Tulis lebih lengkap.',
    'This has {count} letters; at least {min} are needed. Write a little more.',
  ),
  'text-too-long': say(
    422,
    'Isian ini {count} huruf, paling banyak {max}. Tulis lebih ringkas.',
    'This has {count} letters; at most {max} fit. Write it shorter.',
  ),
  'text-signs': say(
    422,
    'Ada tanda yang tidak terbaca. Hapus isian ini dan ketik lagi.',
    'It holds signs that cannot be read. Clear it and type it again.',
  ),
  'digits-only': say(
    422,
    'Hanya angka yang dipakai di sini. Hapus huruf dan tanda lain.',
    'Only digits are used here. Remove letters and other signs.',
  ),
  'digits-exactly': say(
    422,
    'Yang tertulis {count} angka, seharusnya {want}. Periksa lagi.',
    'You wrote {count} digits; it should be {want}. Look again.',
  ),
  'digits-count': say(
    422,
    'Yang tertulis {count} angka, seharusnya {min} sampai {max}. Periksa lagi.',
    'You wrote {count} digits; it should be {min} to {max}. Look again.',
  ),
  'number-whole': say(422, 'Tulis bilangan bulat tanpa koma.', 'Write a whole number without decimals.'),
  'choice-unknown': say(
    422,
    'Pilihan ini tidak ada dalam daftar. Pilih salah satu yang tertera.',
    'This choice is not on the list. Choose one that is shown.',
  ),
  'deed-number-shape': say(
    422,
    'Nomor akta memuat angka. Salin persis seperti yang tercetak.',
    'A deed number holds digits. Copy it exactly as printed.',
  ),
  'travel-document-shape': say(
    422,
    'Nomor dokumen perjalanan terdiri dari 6 sampai 12 huruf dan angka. Salin dari paspor.',
    'A travel document number has 6 to 12 letters and digits. Copy it from the passport.',
  ),
  'village-unknown': say(
    422,
    'Desa ini belum dipilih dari daftar. Ketik namanya, lalu pilih yang muncul.',
    'This village was not chosen from the list. Type its name, then choose it.',
  ),
  'village-elsewhere': say(
    422,
    'Desa ini di luar daerah kami. Pilih desa di kabupaten ini.',
    'This village lies outside our region. Choose a village of this regency.',
  ),
  'village-inside': say(
    422,
    'Desa ini ada di daerah kami sendiri. Untuk pindah di dalam kabupaten ini, ajukan pindah dalam kabupaten.',
    'This village lies inside our own region. To move within this regency, apply for a move within the regency.',
  ),
  'address-street-missing': say(
    422,
    'Jalan atau nama kampung belum diisi. Tulis seperti di KTP.',
    'The street or hamlet is missing. Write it as on the identity card.',
  ),
  'address-rt': say(
    422,
    'RT ditulis dengan 1 sampai 3 angka. Bila tidak ada, tulis 0.',
    'The RT is written with 1 to 3 digits. If there is none, write 0.',
  ),
  'address-rw': say(
    422,
    'RW ditulis dengan 1 sampai 3 angka. Bila tidak ada, tulis 0.',
    'The RW is written with 1 to 3 digits. If there is none, write 0.',
  ),
  'postal-code-shape': say(
    422,
    'Kode pos terdiri dari 5 angka. Boleh dikosongkan.',
    'A postal code has 5 digits. You may leave it empty.',
  ),
  'person-birth-place': say(
    422,
    'Tempat lahir belum diisi. Tulis seperti di KTP atau paspor.',
    'The place of birth is missing. Write it as on the identity card or passport.',
  ),
  'person-citizenship': say(
    422,
    'Kewarganegaraan belum dipilih. Pilih WNI atau Orang Asing.',
    'The citizenship is missing. Choose Indonesian citizen or foreigner.',
  ),
  'person-number-missing': say(
    422,
    'Isi NIK. Bila tidak punya NIK, isi nomor paspor.',
    'Fill in the NIK. Without a NIK, fill in the passport number.',
  ),
  'person-not-found': say(
    422,
    'NIK dan nama ini tidak cocok dengan catatan kami. Periksa di KTP, atau pilih “tidak terdaftar di sini”.',
    'This NIK and name do not match our records. Look at the identity card, or choose “not registered here”.',
  ),
  'person-not-fitting': say(
    422,
    'Orang ini tidak dapat dipilih untuk pertanyaan ini. Pilih orang lain.',
    'This person cannot be chosen here. Choose someone else.',
  ),
  'person-twice': say(
    422,
    'Orang ini sudah disebut di pertanyaan lain. Sebutkan orang yang berbeda.',
    'This person is already named in another question. Name someone else.',
  ),
  'people-too-few': say(
    422,
    'Pilih paling sedikit {min} orang. Yang terpilih {count}.',
    'Choose at least {min}. You chose {count}.',
  ),
  'people-too-many': say(
    422,
    'Pilih paling banyak {max} orang. Yang terpilih {count}.',
    'Choose at most {max}. You chose {count}.',
  ),
  'list-too-few': say(
    422,
    'Isi paling sedikit {min} baris. Yang terisi {count}.',
    'Fill in at least {min}. You filled in {count}.',
  ),
  'list-too-many': say(
    422,
    'Paling banyak {max} baris. Yang terisi {count}.',
    'At most {max} fit. You filled in {count}.',
  ),
  'not-eligible-start': say(409, '{reason}', '{reason}'),
  'not-eligible': say(
    409,
    'Permohonan ini belum dapat dikirim. Baca syarat yang belum terpenuhi di halaman ini.',
    'This application cannot be sent yet. Read on this page which condition is not met.',
  ),
  'action-unknown': say(
    404,
    'Tindakan ini tidak ada dalam alur layanan. Buka lagi permohonannya.',
    'The process has no such action. Open the application again.',
  ),
  'action-not-now': say(
    409,
    'Permohonan ini sudah berpindah tahap. Muat ulang untuk melihat yang bisa dilakukan sekarang.',
    'This application has moved on. Reload to see what can be done now.',
  ),
  'action-not-your-role': say(
    403,
    'Tahap ini dikerjakan peran lain. Permohonan tetap di daftar kerja mereka.',
    'This step belongs to another role. The application stays on their list.',
  ),
  'actor-related': say(
    403,
    'Permohonan ini menyangkut Anda atau keluarga Anda, jadi orang lain yang menanganinya. Kembalikan ke daftar kerja.',
    'This application is about you or your family, so someone else handles it. Put it back on the list.',
  ),
  'four-eyes': say(
    403,
    'Anda sudah menangani permohonan ini pada tahap lain, jadi orang lain yang melanjutkan. Kembalikan ke daftar kerja.',
    'You already handled this application in another step, so someone else goes on. Put it back on the list.',
  ),
  'action-condition': say(
    409,
    'Syarat untuk langkah ini belum terpenuhi. Periksa rincian permohonan.',
    'What this step needs is not met yet. Look at the details of the application.',
  ),
  'action-settled': say(
    409,
    'Kepala dinas sudah memutus hal ini, jadi tidak dapat diajukan lagi. Ajukan permohonan baru dengan isian yang sama.',
    'The head of the office has decided this, so it cannot be put again. Make a new application with the same answers.',
  ),
  'action-too-late': say(
    409,
    'Batas waktu untuk langkah ini sudah lewat. Ajukan permohonan baru dengan isian yang sama.',
    'The time for this step is over. Make a new application with the same answers.',
  ),
  'reason-missing': say(422, 'Alasan belum dipilih. Pilih satu alasan.', 'No reason chosen. Choose one.'),
  'reason-unknown': say(
    422,
    'Alasan ini tidak ada dalam daftar. Pilih salah satu yang tertera.',
    'This reason is not on the list. Choose one that is shown.',
  ),
  'points-missing': say(
    422,
    'Belum ada bagian yang ditandai. Tandai setiap isian atau berkas yang perlu diperbaiki.',
    'Nothing is marked. Mark each answer or paper that needs repair.',
  ),
  'note-missing': say(
    422,
    'Penjelasan belum ditulis. Tulis apa yang salah dan apa yang perlu dilakukan.',
    'The explanation is missing. Write what is wrong and what to do.',
  ),
  'note-too-long': say(
    422,
    'Penjelasan paling panjang {most} huruf. Yang tertulis {length}. Pendekkan sedikit.',
    'The explanation is at most {most} letters. You wrote {length}. Make it shorter.',
  ),
  'until-missing': say(
    422,
    'Tanggal tinjau berikutnya belum ada, tidak ada di kalender, atau sudah lewat. Tulis hari ini atau sesudahnya.',
    'The next date is missing, not in the calendar, or past. Write today or a later day.',
  ),
  'overlay-shape': say(
    422,
    'Pengaturan daerah di “{problem}” tidak dikenal. Hapus atau perbaiki bagian ini.',
    'This setting of the region is not known ({problem}). Remove or repair it.',
  ),
  'overlay-channel': say(
    422,
    'Layanan ini tidak dapat memakai jalur “{channel}”. Pilih dari jalur penerbitnya.',
    'This service cannot use the channel “{channel}”. Choose from those of the publisher.',
  ),
  'overlay-language': say(
    422,
    'Bahasa Indonesia selalu ada. Tambahkan kembali.',
    'Indonesian is always there. Add it again.',
  ),
  'overlay-role': say(
    422,
    'Alur layanan ini tidak punya peran “{role}”. Hapus peran itu.',
    'The process of this service has no role “{role}”. Remove it.',
  ),
  'overlay-page': say(
    422,
    'Tidak ada halaman atau pertanyaan “{page}”. Pilih tempat lain.',
    'There is no page or question “{page}”. Choose another place.',
  ),
  'overlay-key': say(
    422,
    'Nama pertanyaan daerah diawali “local”, misalnya localHamlet. Ganti “{key}”.',
    'The key of a regional question begins with “local”, like localHamlet. Change “{key}”.',
  ),
  'overlay-key-taken': say(
    422,
    'Nama “{key}” sudah dipakai. Pakai nama lain.',
    'The key “{key}” is taken. Use another one.',
  ),
  'overlay-document': say(
    422,
    'Nama dokumen daerah diawali “local-”. Ganti “{id}”.',
    'The id of a regional document begins with “local-”. Change “{id}”.',
  ),
  'overlay-approval': say(
    422,
    'Persetujuan tambahan tidak punya tempat atau peran di alur ini. Pilih tahap dan peran yang ada.',
    'The added approval has no place or role in this process. Choose a state and a role of it.',
  ),
  'overlay-fee-fixed': say(
    422,
    'Biaya layanan ini ditetapkan undang-undang ({legalBasis}). Hapus biaya daerah.',
    'The fee of this service is set by law ({legalBasis}). Remove the regional fee.',
  ),
  'overlay-deadline': say(
    422,
    'Tenggat {hours} jam kerja melebihi batas {most} jam kerja menurut aturan. Pilih tenggat yang lebih singkat.',
    'A deadline of {hours} office hours exceeds the lawful {most}. Choose a shorter one.',
  ),
  'overlay-hide': say(
    422,
    'Hanya pertanyaan yang boleh dikosongkan dapat disembunyikan. Keluarkan “{key}” dari daftar.',
    'Only optional questions can be hidden. Take “{key}” off the list.',
  ),
  'overlay-breaks': say(
    422,
    'Pengaturan ini merusak layanan: {problem}. Perbaiki dulu.',
    'This setting breaks the service: {problem}. Repair it first.',
  ),
  'overlay-unexplained': say(
    422,
    'Pada contoh “{example}”, hasil “{what}” berubah tanpa sebab dari pengaturan daerah. Periksa pengaturannya.',
    'In the example “{example}” the outcome “{what}” changes without a reason in the settings. Look at them again.',
  ),
  'example-broken': say(
    409,
    'Contoh “{example}” milik penerbit tidak benar di sini ({what}). Layanan belum dipasang; hubungi penerbitnya.',
    'The publisher’s example “{example}” is not true here ({what}). The service is not installed; ask the publisher.',
  ),
  'revision-shape': say(
    422,
    'Berkas layanan ini tidak terbaca sebagai terbitan. Ekspor lagi dari daerah penerbit.',
    'This file is no revision of a service. Export it again from the publisher.',
  ),
  'revision-faulty': say(
    422,
    'Layanan ini punya kesalahan: {problem}. Perbaiki, lalu terbitkan lagi.',
    'This service has a fault: {problem}. Repair it and publish again.',
  ),
  'revision-unknown': say(
    404,
    'Terbitan ini tidak ada di sini. Ambil dulu dari daerah penerbit.',
    'This revision is not here. Fetch it from the publisher first.',
  ),
  'installation-unconfirmed': say(
    409,
    'Ada {count} perbedaan yang perlu dibaca. Baca, lalu setujui pemasangan.',
    'There are {count} differences to read. Read them, then confirm the installation.',
  ),
  'installation-moved': say(
    409,
    'Terbitan lain baru saja dipasang. Muat ulang dan baca perbedaannya lagi.',
    'Another revision was just installed. Reload and read the differences again.',
  ),
  'service-not-installed': say(
    404,
    'Layanan ini tidak dipasang di daerah ini. Pasang dulu dari katalog.',
    'This service is not installed in this region. Install it from the catalogue first.',
  ),
} as const
