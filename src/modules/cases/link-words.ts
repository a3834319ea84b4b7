// Words of the pages that make a download link.
import type { Text } from '../../kernel/text.ts'

const t = (id: string, en: string): Text => ({ id, en })

export const LINK_WORDS = {
  title: t('Tautan unduh dengan PIN', 'Download link with a PIN'),
  lead: t(
    'Untuk mengunduh dari ponsel atau komputer lain tanpa masuk. Berlaku 7 hari, boleh dibuat lagi kapan saja, gratis.',
    'To download on another phone or computer without signing in. Valid 7 days, made again at any time, free.',
  ),
  leadOffice: t(
    'Untuk pemohon yang ada di depan Anda. Periksa dulu identitasnya.',
    'For the applicant in front of you. Check their identity first.',
  ),
  open: t('Buat tautan unduh', 'Make a download link'),
  paper: t('Dokumen', 'Document'),
  way: t('Bagaimana diberikan?', 'How is it given?'),
  messageLink: t('Tautan ke ponsel, PIN di layar ini', 'Link to the phone, PIN on this screen'),
  messageLinkHint: t('Tautan dikirim ke kontak berakhiran {end}.', 'The link goes to the contact ending in {end}.'),
  messagePin: t('Tautan di layar ini, PIN ke ponsel', 'Link on this screen, PIN to the phone'),
  messagePinHint: t('PIN dikirim ke kontak berakhiran {end}.', 'The PIN goes to the contact ending in {end}.'),
  spokenPin: t('Tautan di layar ini, PIN dibacakan', 'Link on this screen, PIN told in person'),
  spokenPinHint: t(
    'Untuk pemohon tanpa ponsel. PIN ditulis tangan, terpisah.',
    'For applicants without a phone. Write the PIN by hand, apart.',
  ),
  seen: t('Saya sudah melihat identitas pemohon.', 'I have looked at the applicant’s identity.'),
  make: t('Buat tautan dan PIN', 'Make link and PIN'),
  ends: t('Tautan lama untuk dokumen ini berhenti berlaku.', 'Older links to this document end.'),
  made: t('Tautan sudah dibuat.', 'The link is made.'),
  once: t(
    'Hanya ditampilkan sekali. Catat sebelum menutup halaman ini.',
    'Shown once only. Note it before you close this page.',
  ),
  pin: t('PIN', 'PIN'),
  link: t('Tautan', 'Link'),
  sentLink: t('Tautan dikirim lewat pesan.', 'The link was sent by message.'),
  sentPin: t('PIN dikirim lewat pesan.', 'The PIN was sent by message.'),
  validUntil: t('Berlaku sampai', 'Valid until'),
  scan: t('Pindai dengan ponsel pemohon', 'Scan with the applicant’s phone'),
  back: t('Kembali ke permohonan', 'Back to the application'),
  noContact: t(
    'Akun ini belum punya nomor ponsel, jadi PIN tidak dapat dikirim. Datang ke loket, gratis.',
    'This account has no phone yet, so no PIN can be sent. Come to the counter, free of charge.',
  ),
} as const satisfies Record<string, Text>
