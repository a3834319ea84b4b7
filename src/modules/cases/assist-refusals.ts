// Sentences about help with a case, mandates, reports of institutions and talks by chat.
import type { RefusalList } from '../../platform/http/refusal-registry.ts'

export const refusals = {
  'help-name-wrong': {
    status: 422,
    text: {
      id: 'Nama itu tidak sama dengan yang tercatat pada draf ini. Tanyakan nama lengkapnya seperti di KTP.',
      en: 'That name is not the one of this draft. Ask for the full name as on the identity card.',
    },
  },
  'help-contact-missing': {
    status: 422,
    text: {
      id: 'Tulis nomor ponsel atau email, karena orang ini tidak ada di catatan kami dan harus dapat dihubungi.',
      en: 'Write a phone number or e-mail: this person is not in our records and must be reachable.',
    },
  },
  'help-consent-missing': {
    status: 422,
    text: {
      id: 'Tanyakan dulu apakah orang ini mau dibantu, lalu beri tanda.',
      en: 'Ask first whether this person wants to be helped, then tick.',
    },
  },
  'help-no-match': {
    status: 422,
    text: {
      id: 'NIK dan nama ini tidak cocok dengan warga yang boleh Anda bantu. Periksa KTP-nya. Warga di luar wilayah Anda dibantu di desanya atau di loket.',
      en: 'NIK and name fit no resident whom you may help. Look at the card. Residents of elsewhere are helped in their village or at the counter.',
    },
  },
  'help-number-ended': {
    status: 422,
    text: {
      id: 'NIK ini tercatat tidak berlaku lagi. Bila itu keliru, minta loket memeriksanya dengan KTP aslinya.',
      en: 'This NIK is recorded as no longer valid. If that is wrong, let the counter check it with the card itself.',
    },
  },
  'help-needs-record': {
    status: 422,
    text: {
      id: 'Layanan ini hanya untuk orang yang tercatat di daerah ini, dan dibantu petugas yang berwenang. Pakai NIK, atau pilih layanan lain.',
      en: 'This service is only for people on record here, helped by an officer who may. Use the NIK, or choose another service.',
    },
  },
  'confirm-needed': {
    status: 409,
    text: {
      id: 'Orang yang dibantu belum menyetujui isian ini. Tunjukkan isiannya, lalu minta kode atau tanda tangannya.',
      en: 'The person you help has not agreed to these answers yet. Show them, then ask for the code or signature.',
    },
  },
  'confirm-no-phone': {
    status: 422,
    text: {
      id: 'Tidak ada nomor ponsel pada permohonan ini. Pakai tanda tangan pada formulir cetak.',
      en: 'There is no phone number on this application. Use the signature on the printed form.',
    },
  },
  'confirm-code-wrong': {
    status: 422,
    text: {
      id: 'Kode ini bukan yang kami kirim. Periksa pesan terakhir di ponsel pemohon.',
      en: 'This is not the code we sent. Look at the newest message on the phone.',
    },
  },
  'confirm-code-old': {
    status: 422,
    text: {
      id: 'Kode ini sudah tidak berlaku. Kirim kode baru, lalu tulis dalam 10 menit.',
      en: 'This code no longer holds. Send a new one and write it within 10 minutes.',
    },
  },
  'confirm-not-signed': {
    status: 422,
    text: {
      id: 'Cetak formulirnya, minta pemohon menandatangani di depan Anda, lalu beri tanda.',
      en: 'Print the form, let the person sign it before you, then tick.',
    },
  },
  'mandate-ended': {
    status: 403,
    text: {
      id: 'Surat kuasa untuk permohonan ini sudah berakhir. Minta pemberi kuasa memberi yang baru, atau biarkan ia meneruskannya sendiri.',
      en: 'The mandate for this application has ended. Ask its giver for a new one, or let them go on by themselves.',
    },
  },
  'mandate-giver-died': {
    status: 403,
    text: {
      id: 'Pemberi kuasa tercatat meninggal, jadi surat kuasanya tidak berlaku lagi. Ahli warisnya mengajukan atas nama sendiri; bila catatan ini keliru, datanglah ke loket.',
      en: 'The giver of this mandate is recorded as deceased, so it holds no longer. Heirs apply in their own name; if the record is wrong, come to the counter.',
    },
  },
  'mandate-no-match': {
    status: 422,
    text: {
      id: 'NIK dan nama ini tidak cocok dengan catatan kami. Periksa KTP orang yang Anda beri kuasa.',
      en: 'NIK and name do not match our records. Look at the card of the person you name.',
    },
  },
  'mandate-self': {
    status: 422,
    text: {
      id: 'Itu NIK Anda sendiri. Tulis NIK orang yang Anda beri kuasa.',
      en: 'That is your own NIK. Write the NIK of the person you give the mandate to.',
    },
  },
  'mandate-until': {
    status: 422,
    text: {
      id: 'Surat kuasa berlaku paling singkat sampai besok dan paling lama satu tahun. Tulis tanggal di antaranya.',
      en: 'A mandate holds until tomorrow at least and for a year at most. Write a day in between.',
    },
  },
  'report-number-missing': {
    status: 422,
    text: {
      id: 'Tulis nomor surat atau nomor rekam Anda, supaya laporan yang sama tidak tercatat dua kali.',
      en: 'Write the number of your paper or record, so that the same report is not kept twice.',
    },
  },
  'report-still-unknown': {
    status: 422,
    text: {
      id: 'Belum ada orang dengan NIK dan nama ini, atau keluarganya tidak ditemukan. Periksa surat laporannya, atau tutup laporan ini.',
      en: 'Nobody has this NIK and name, or no family was found. Look at the paper of the report, or close it.',
    },
  },
  'report-line': {
    status: 422,
    text: {
      id: 'Baris {line} belum benar: tulis NIK, titik koma, lalu nama.',
      en: 'Line {line} is not right: write NIK, semicolon, then the name.',
    },
  },
  'report-lines': {
    status: 422,
    text: {
      id: 'Tulis 1 sampai {most} anak, satu anak satu baris.',
      en: 'Write 1 to {most} children, one a line.',
    },
  },
} as const satisfies RefusalList
