// Sentences about drafts and cases.
import type { RefusalList } from '../../platform/http/refusal-registry.ts'

export const refusals = {
  'service-not-offered': {
    status: 404,
    text: {
      id: 'Layanan ini belum dibuka di daerah ini. Lihat semua layanan, atau tanyakan di loket.',
      en: 'This service is not open in this region. See all services, or ask at the counter.',
    },
  },
  'service-in-person': {
    status: 409,
    text: {
      id: 'Layanan ini dimulai bersama petugas. Datang ke loket, kantor desa, atau mobil pelayanan dengan surat aslinya; tidak perlu mengisi apa pun di sini.',
      en: 'This service begins together with an officer. Come to the counter, the village office or the mobile round with the originals; there is nothing to fill in here.',
    },
  },
  'identify-needed': {
    status: 403,
    text: {
      id: 'Cocokkan dulu dengan catatan kependudukan, sekali saja.',
      en: 'Match with the register first, once only.',
    },
  },
  'identify-no-match': {
    status: 422,
    text: {
      id: 'NIK, nama, dan tanggal lahir ini tidak cocok dengan catatan kami. Periksa dengan KTP Anda, atau datang ke kantor desa.',
      en: 'NIK, name and birth date do not match our records. Compare with your card, or come to the village office.',
    },
  },
  'applicant-number-ended': {
    status: 403,
    text: {
      id: 'NIK akun ini tercatat tidak berlaku lagi, jadi tidak dapat dipakai mengajukan. Bila itu keliru, datang ke loket dengan KTP.',
      en: 'The number of this account is recorded as no longer valid, so it cannot apply. If that is wrong, come to the counter with your identity card.',
    },
  },
  'case-sent': {
    status: 409,
    text: {
      id: 'Permohonan ini sudah dikirim, jadi tidak dapat diubah. Lihat tahapnya di halaman permohonan.',
      en: 'This application was sent and cannot be changed. See its stage on its page.',
    },
  },
  'case-open': {
    status: 409,
    text: {
      id: 'Permohonan ini sudah ada, diajukan {since}, nomor {number}. Buka yang itu.',
      en: 'This application exists since {since}, number {number}. Open that one.',
    },
  },
  'case-changed': {
    status: 409,
    text: {
      id: 'Permohonan ini baru saja diubah orang lain. Muat ulang halaman, lalu lihat lagi.',
      en: 'Someone else has just changed this application. Load the page again and look.',
    },
  },
  'case-taken': {
    status: 409,
    text: {
      id: 'Permohonan ini sudah diambil petugas lain. Ambil yang berikutnya di daftar.',
      en: 'A colleague has taken this application. Take the next one on the list.',
    },
  },
  'helped-case': {
    status: 403,
    text: {
      id: 'Anda ikut mengisikan permohonan ini, jadi petugas lain yang memeriksa dan memutuskannya.',
      en: 'You helped to fill in this application, so another officer checks and decides it.',
    },
  },
  'own-case': {
    status: 403,
    text: {
      id: 'Permohonan ini menyangkut Anda sendiri, jadi orang lain yang mengerjakannya.',
      en: 'This application concerns yourself, so someone else handles it.',
    },
  },
  'kin-case': {
    status: 403,
    text: {
      id: 'Permohonan ini menyangkut keluarga Anda, jadi orang lain yang mengerjakannya.',
      en: 'This application concerns your family, so someone else handles it.',
    },
  },
  'seen-missing': {
    status: 422,
    text: {
      id: 'Lihat dulu perubahan register, lalu beri tanda bahwa Anda sudah melihatnya.',
      en: 'Look at the changes first, then mark that you have seen them.',
    },
  },
  'role-missing': {
    status: 422,
    text: {
      id: 'Pilih dulu sebagai siapa permohonan ini diajukan.',
      en: 'Choose first in which role this is applied for.',
    },
  },
  'page-incomplete': {
    status: 422,
    text: { id: 'Lengkapi dulu halaman “{page}”.', en: 'Complete the page “{pageEn}” first.' },
  },
  'paper-not-replaced': {
    status: 422,
    text: {
      id: '“{document}” belum diganti sejak dikembalikan. Unggah yang baru, lalu kirim lagi.',
      en: '“{documentEn}” was not replaced since it was returned. Upload another one, then send it again.',
    },
  },
  'document-missing': {
    status: 422,
    text: {
      id: 'Belum ada foto “{document}”. Unggah, lalu kirim.',
      en: 'There is no photo of “{documentEn}” yet. Upload it, then send.',
    },
  },
  'paper-not-asked': {
    status: 404,
    text: {
      id: 'Dokumen ini tidak diminta untuk permohonan ini. Kembali ke daftar dokumen.',
      en: 'This document is not asked for. Go back to the list of documents.',
    },
  },
  'requirement-missing': { status: 422, text: { id: '{text}', en: '{textEn}' } },
  'choice-missing': { status: 422, text: { id: 'Pilih salah satu dulu.', en: 'Choose one first.' } },
  'upload-too-many-pages': {
    status: 422,
    text: {
      id: 'Paling banyak {most} foto untuk satu dokumen. Hapus yang tidak perlu dulu.',
      en: 'At most {most} photos a document. Remove one first.',
    },
  },
  'upload-offset': {
    status: 409,
    text: {
      id: 'Bagian ini tidak menyambung. Lanjutkan dari {offset}.',
      en: 'This part does not follow. Go on from {offset}.',
    },
  },
  'follow-up-wrong': {
    status: 422,
    text: {
      id: 'Nomor dan 4 angka ini tidak cocok. Periksa bukti kirim dan nomor ponsel yang dipakai mendaftar.',
      en: 'Number and digits do not match. Check your receipt and the phone number used.',
    },
  },
} as const satisfies RefusalList
