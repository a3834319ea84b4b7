// What the talk says. Short sentences, one thing to do; nothing personal but what the person wrote in this talk.
import type { Text } from '../../kernel/text.ts'

const t = (id: string, en: string): Text => ({ id, en })

export const CHAT_WORDS = {
  hello: t(
    'Selamat datang di {office}. Di sini Anda dapat mengajukan permohonan lewat percakapan, gratis.\nKami kirim kode 6 angka lewat SMS ke nomor ini. Balas dengan kode itu.',
    'Welcome to {office}. Here you can apply in a conversation, free of charge.\nWe send a code of 6 digits by SMS to this number. Reply with the code.',
  ),
  hours: t('Jam buka kantor: {hours}', 'Office hours: {hours}'),
  codeAgain: t(
    'Kode itu tidak cocok. Balas dengan 6 angka dari SMS terakhir, atau KIRIM LAGI.',
    'That code does not fit. Reply with the 6 digits of the newest SMS, or SEND AGAIN.',
  ),
  askNik: t(
    'Cocokkan dulu dengan catatan kependudukan, sekali saja. Tulis NIK Anda (16 angka).',
    'First match with the register, once only. Write your NIK (16 digits).',
  ),
  askName: t('Nama lengkap Anda seperti di KTP?', 'Your full name as on the card?'),
  askBirth: t('Tanggal lahir Anda? Misalnya 17-3-1990', 'Your date of birth? For example 17-3-1990'),
  askService: t(
    'Apa yang ingin Anda urus? Tulis katanya, misalnya "kelahiran" atau "KTP hilang".',
    'What do you need? Write a word, for example "birth" or "lost card".',
  ),
  noService: t(
    'Belum ada layanan dengan kata itu. Coba kata lain, misalnya "KK", "pindah", "akta".',
    'No service has that word. Try another, for example "KK", "move", "deed".',
  ),
  whichService: t(
    'Yang mana? Balas dengan nomornya, atau tulis kata lain.',
    'Which one? Reply with its number, or write another word.',
  ),
  resumed: t(
    'Kita lanjutkan {service}. Isian Anda tersimpan. ULANG: tanya lagi. BATAL: berhenti.',
    'We go on with {service}. Your answers are kept. REPEAT: ask again. STOP: leave.',
  ),
  started: t(
    'Kita isi {service}, satu pertanyaan satu pesan. ULANG: tanya lagi. BATAL: berhenti, isian tersimpan.',
    'We fill in {service}, one question a message. REPEAT: ask again. STOP: leave, answers are kept.',
  ),
  role: t('Anda mengurus ini sebagai siapa?', 'In which role do you apply?'),
  reply: t('Balas dengan nomor.', 'Reply with a number.'),
  replyMany: t(
    'Balas dengan nomor; boleh beberapa, misalnya 1, 3.',
    'Reply with numbers; several are fine, for example 1, 3.',
  ),
  optional: t('Boleh dilewati: balas LEWATI.', 'May be skipped: reply SKIP.'),
  againNumber: t('Balas dengan salah satu nomor di atas.', 'Reply with one of the numbers above.'),
  againDate: t('Tulis tanggalnya seperti ini: 5-3-2026', 'Write the date like this: 5-3-2026'),
  againPicture: t('Kirim fotonya di sini.', 'Send the photo here.'),
  prefilled: t('{label}\nMenurut catatan kami: {value}', '{label}\nBy our records: {value}'),
  right: t('Benar', 'Right'),
  change: t('Ubah', 'Change'),
  confirm: t('{text}\nSudah benar?', '{text}\nIs it right?'),
  document: t('Kirim foto: {label}. {hint}', 'Send a photo: {label}. {hint}'),
  instead: t('Tidak punya? Balas nomornya: {list}', 'Do not have it? Reply with the number: {list}'),
  photo: t('Foto {label} sudah kami terima.', 'We have the photo: {label}.'),
  noPhotoNow: t(
    'Foto belum diperlukan di langkah ini. Jawab dulu pertanyaannya.',
    'No photo is needed at this step. Answer the question first.',
  ),
  villageNone: t(
    'Desa itu tidak kami temukan. Tulis lagi namanya.',
    'We did not find that village. Write its name again.',
  ),
  villageWhich: t('Yang mana?', 'Which one?'),
  review: t(
    'Ini isian Anda:\n{lines}\n\nDengan mengirim, Anda menyatakan isian ini benar.',
    'These are your answers:\n{lines}\n\nBy sending you declare them to be true.',
  ),
  send: t('Kirim permohonan', 'Send the application'),
  changeOne: t('Ubah salah satu', 'Change one'),
  whichChange: t('Yang mana yang diubah?', 'Which one do you change?'),
  sent: t(
    'Terkirim. Nomor permohonan: {number}\nLacak kapan saja: {address}\nKabar berikutnya kami kirim ke sini. Untuk mengurus hal lain, tulis MENU.',
    'Sent. Application number: {number}\nFollow it at any time: {address}\nWe write here when there is news. For something else write MENU.',
  ),
  stopped: t(
    'Berhenti dulu. Isian Anda tersimpan 30 hari; tulis LANJUT, atau buka {address}.',
    'Stopped. Your answers are kept for 30 days; write GO ON, or open {address}.',
  ),
  onPage: t('Bagian ini lebih mudah di halaman: {address}', 'This part is easier on the page: {address}'),
} as const satisfies Record<string, Text>
