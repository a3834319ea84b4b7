// What the pages of papers say. Anda, short, no politeness formula.
import type { Text } from '../../kernel/text.ts'

const t = (id: string, en: string): Text => ({ id, en })

export const PAPER_WORDS = {
  valid: t('Asli dan berlaku', 'Genuine and valid'),
  over: t('Asli, masa berlakunya sudah habis', 'Genuine, but its term has ended'),
  superseded: t('Asli, tetapi sudah tidak berlaku', 'Genuine, but no longer valid'),
  revoked: t('Sudah dicabut, jangan dipakai', 'Revoked, do not use'),
  unknown: t('Kode ini bukan dari kami', 'This code is not ours'),
  checked: t('Diperiksa {when}.', 'Checked {when}.'),
  specimen: t('Ini contoh, bukan dokumen resmi.', 'This is a specimen, not an official document.'),
  specimenWhy: t('Ditandatangani dengan sertifikat uji.', 'Signed with a test certificate.'),
  match: t('Cocokkan dengan kertasnya', 'Compare with the paper'),
  kind: t('Jenis', 'Kind'),
  number: t('Nomor', 'Number'),
  name: t('Nama', 'Name'),
  maskedName: t('disamarkan, huruf awal {letters}', 'masked, first letters {letters}'),
  birthYear: t('Tahun lahir', 'Year of birth'),
  issued: t('Terbit', 'Issued'),
  signer: t('Penanda tangan', 'Signed by'),
  shortCode: t('Kode pendek', 'Short code'),
  shortCodeStart: t('diawali {start}', 'begins with {start}'),
  validUntil: t('Berlaku sampai', 'Valid until'),
  since: t('Tidak berlaku sejak', 'Not valid since'),
  revokedSince: t('Dicabut sejak', 'Revoked since'),
  reason: t('Sebabnya', 'Why'),
  compareTitle: t('Periksa lebih teliti', 'Check more closely'),
  compareLead: t(
    'Tulis dua hal atau lebih yang tercetak di kertas. Kami jawab cocok atau tidak, tanpa menampilkan isinya.',
    'Write two or more things that are printed on the paper. We answer whether they agree, without showing the content.',
  ),
  onPaper: t('{label} di kertas', '{label} on the paper'),
  compare: t('Cocokkan', 'Compare'),
  tries: t('Paling banyak 10 kali per jam.', 'At most 10 times an hour.'),
  triesLeft: t('Sisa kesempatan jam ini: {count}.', 'Tries left this hour: {count}.'),
  answers: t('Jawaban', 'Answer'),
  agrees: t('Cocok', 'Agrees'),
  differs: t('Tidak cocok', 'Does not agree'),
  codeOnly: t('Kodenya asli, isi kertasnya tidak cocok', 'The code is genuine, the paper does not agree'),
  allAgree: t('Semua yang Anda tulis cocok dengan dokumen kami.', 'Everything you wrote agrees with our document.'),
  someDiffer: t(
    'Ada yang tidak cocok. Periksa ketikan Anda; kalau sudah benar, jangan terima kertasnya.',
    'Something does not agree. Check your typing; if it is right, do not accept the paper.',
  ),
  whatToDo: t('Apa yang harus dilakukan', 'What to do'),
  officers: t('Anda petugas bank, sekolah, atau kantor', 'You work at a bank, a school or an office'),
  refuseIt: t(
    'Jangan terima kertas ini. Minta pemiliknya menunjukkan dokumen yang berlaku.',
    'Do not accept this paper. Ask its holder for a valid document.',
  ),
  yours: t('Ini dokumen Anda', 'This is your document'),
  comeRevoked: t(
    'Bawa ke loket atau kantor desa. Kami jelaskan sebabnya kepada Anda saja, tanpa biaya.',
    'Bring it to the counter or the village office. We explain the reason to you alone, free of charge.',
  ),
  comeSuperseded: t(
    'Unduh yang baru dari akun Anda, atau minta di loket atau kantor desa, tanpa biaya.',
    'Download the new one from your account, or ask for it at the counter or the village office, free of charge.',
  ),
  comeUsed: t(
    'Surat ini tidak diperlukan lagi. Dokumen Anda sekarang diterbitkan daerah tujuan.',
    'This letter is no longer needed. Your documents are now issued by the region you moved to.',
  ),
  nothingShown: t('Tentang orangnya tidak kami tampilkan apa pun.', 'We show nothing about the person.'),
  unknownWhy: t(
    'Kertasnya bukan terbitan kami, atau kodenya salah ketik. Pindai lagi QR di kertas, atau ketik ulang kode pendek.',
    'The paper was not issued by us, or the code was mistyped. Scan the QR again, or type the short code once more.',
  ),
  report: t('Laporkan dokumen mencurigakan', 'Report a suspicious document'),
  reportDiffers: t('Kertasnya berbeda dari halaman ini? Laporkan', 'Does the paper differ from this page? Report it'),
  checkTitle: t('Periksa dokumen', 'Check a document'),
  checkLead: t(
    'Ketik kode pendek di bawah QR pada kertas. Tidak perlu masuk, tidak perlu aplikasi.',
    'Type the short code below the QR on the paper. No sign-in, no app.',
  ),
  checkHint: t(
    'Tiga kelompok empat huruf, misalnya 7KQ4-M9TD-2HXR.',
    'Three groups of four, for example 7KQ4-M9TD-2HXR.',
  ),
  check: t('Periksa', 'Check'),
  checkAnother: t('Periksa kode lain', 'Check another code'),
  foot: t(
    'Halaman ini hanya menjawab apakah kertas di tangan Anda dikeluarkan oleh kami. Tidak ada daftar penduduk di sini.',
    'This page only tells whether the paper in your hand was issued by us. There is no list of residents here.',
  ),
  offlineTitle: t('Memeriksa tanpa sinyal', 'Checking without a signal'),
  offlineLead: t(
    'QR membawa tanda tangan sendiri. Aplikasi pembaca dapat memeriksanya tanpa jaringan.',
    'The QR carries a signature of its own. A reader app can check it without network.',
  ),
  offlineSays: t('Yang dapat dijawab tanpa jaringan', 'What can be answered without network'),
  offlineGenuine: t(
    'Asli saat terbit. Keadaan hari ini belum diketahui.',
    'Genuine when issued. Its state today is unknown.',
  ),
  offlineRevoked: t('Sudah dicabut menurut daftar yang tersimpan.', 'Revoked, according to the stored list.'),
  offlineForged: t(
    'Tanda tangan tidak cocok. Jangan terima kertasnya.',
    'The signature does not fit. Do not accept the paper.',
  ),
  offlineOld: t(
    'Kunci belum dikenal. Perbarui kunci saat ada jaringan.',
    'The key is not known yet. Update the keys when online.',
  ),
  offlineNeeds: t('Yang perlu disimpan pembaca', 'What a reader keeps'),
  offlineKeys: t('Kunci terbuka', 'Public keys'),
  offlineList: t('Daftar dokumen yang dicabut, bertanda tangan', 'Signed list of revoked documents'),
  downloadTitle: t('Unduh dokumen', 'Download a document'),
  downloadLead: t(
    'PIN enam angka dikirim lewat saluran lain. Tautan ini berlaku 7 hari dan dapat diminta lagi tanpa biaya.',
    'The six-digit PIN was sent by another channel. This link is valid for 7 days and can be asked for again free of charge.',
  ),
  pin: t('PIN', 'PIN'),
  download: t('Unduh PDF', 'Download PDF'),
  downloadNote: t(
    'Cetak di kertas A4 putih 80 gram, hitam putih. Tidak perlu legalisir.',
    'Print on white A4 paper of 80 g, in black and white. No certified copy needed.',
  ),
} as const

export const SUPERSEDE_WORDS: Readonly<Record<string, Text>> = {
  'data-change': t('Datanya berubah.', 'Its data changed.'),
  're-issue': t('Diterbitkan kembali.', 'It was issued again.'),
  correction: t('Ada pembetulan.', 'It was corrected.'),
  extension: t('Masa berlakunya diperpanjang dengan surat baru.', 'Its term was extended with a new letter.'),
  used: t(
    'Suratnya sudah dipakai: pindahnya diterima di daerah tujuan.',
    'The letter was used: the move was accepted where it leads.',
  ),
}
