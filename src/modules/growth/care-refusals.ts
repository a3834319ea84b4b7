// What is refused about vaccines and pregnancies, in words: what is wrong, then what to write. Must stay true: no name, no NIK.
import type { Text } from '../../kernel/text.ts'

export const refusals = {
  'growth.dose-missing': {
    status: 422,
    text: {
      id: 'Belum ada vaksin yang dipilih. Centang vaksin yang diberikan.',
      en: 'No vaccine is chosen. Tick the ones that were given.',
    },
  },
  'growth.dose-known': {
    status: 409,
    text: {
      id: '{doseId} sudah dicatat pada {givenId}. Bila tanggal itu salah, batalkan dulu baris itu dengan alasan.',
      en: '{doseEn} is on record for {givenEn}. If that day is wrong, take that row back first, with a reason.',
    },
  },
  'growth.dose-future': {
    status: 422,
    text: {
      id: 'Tanggal pemberian belum tiba. Tulis hari vaksin benar-benar diberikan.',
      en: 'The day of giving has not come yet. Write the day the vaccine was really given.',
    },
  },
  'growth.dose-before-birth': {
    status: 422,
    text: {
      id: 'Tanggal ini sebelum anak lahir. Periksa lagi buku KIA.',
      en: 'This day lies before the child was born. Look at the KIA book again.',
    },
  },
  'growth.dose-order': {
    status: 422,
    text: {
      id: '{doseId} diberikan setelah dosis sebelumnya. Catat dosis sebelumnya dulu, dengan tanggalnya sendiri.',
      en: '{doseEn} comes after the dose before it. Record that one first, with its own day.',
    },
  },
  'growth.dose-followed': {
    status: 409,
    text: {
      id: 'Dosis berikutnya sudah dicatat. Batalkan yang paling akhir lebih dulu.',
      en: 'The next dose of the series is on record. Take the latest one back first.',
    },
  },
  'growth.pregnancy-nik': {
    status: 422,
    text: {
      id: 'NIK ini bukan milik perempuan dengan tanggal lahir tersebut. Periksa lagi KTP-nya.',
      en: 'This NIK does not belong to a woman with that birth date. Look at her identity card again.',
    },
  },
  'growth.pregnancy-known': {
    status: 409,
    text: {
      id: 'Kehamilan ibu ini sudah dicatat di {place}. Lanjutkan catatan itu, atau minta bidannya menutupnya dulu.',
      en: 'This woman’s pregnancy is on record at {place}. Go on with that record, or ask its midwife to end it first.',
    },
  },
  'growth.pregnancy-age': {
    status: 422,
    text: {
      id: 'Umur ibu di luar {min} sampai {max} tahun. Periksa lagi tanggal lahirnya.',
      en: 'The woman’s age lies outside {min} to {max} years. Check her date of birth.',
    },
  },
  'growth.pregnancy-date-missing': {
    status: 422,
    text: {
      id: 'Hari pertama haid terakhir belum ditulis. Bila tidak diketahui, tulis hari perkiraan lahir dari USG.',
      en: 'The first day of the last period is missing. If it is not known, write the due date from the scan.',
    },
  },
  'growth.pregnancy-period': {
    status: 422,
    text: {
      id: 'Hari pertama haid terakhir di luar {weeks} minggu terakhir. Periksa lagi tanggalnya.',
      en: 'The first day of the last period lies outside the last {weeks} weeks. Check the date.',
    },
  },
  'growth.pregnancy-due': {
    status: 422,
    text: {
      id: 'Hari perkiraan lahir tidak mungkin: kehamilan berlangsung sekitar {weeks} minggu. Periksa lagi tanggalnya.',
      en: 'This due date cannot be: a pregnancy takes about {weeks} weeks. Check the date.',
    },
  },
  'growth.pregnancy-gravida': {
    status: 422,
    text: { id: 'Tulis kehamilan ke berapa, 1 sampai 20.', en: 'Write which pregnancy this is, 1 to 20.' },
  },
  'growth.pregnancy-ended': {
    status: 409,
    text: {
      id: 'Kehamilan ini sudah selesai. Catatan pemeriksaan tidak bisa ditambah lagi.',
      en: 'This pregnancy has ended. No more visits can be added.',
    },
  },
  'growth.visit-day': {
    status: 422,
    text: {
      id: 'Tanggal periksa di luar masa kehamilan ini. Tulis hari ibu diperiksa, paling akhir hari ini.',
      en: 'The day lies outside this pregnancy. Write the day she was seen, today at the latest.',
    },
  },
  'growth.visit-figure': {
    status: 422,
    text: {
      id: 'Angka ini di luar {minId} sampai {maxId} {unit}. Periksa lagi alat dan satuannya.',
      en: 'This figure lies outside {minEn} to {maxEn} {unit}. Check the tool and the unit.',
    },
  },
  'growth.visit-nothing': {
    status: 422,
    text: {
      id: 'Belum ada yang dicatat dari pemeriksaan ini. Isi paling sedikit satu.',
      en: 'Nothing of this visit is written yet. Fill in at least one.',
    },
  },
  'growth.outcome-missing': {
    status: 422,
    text: { id: 'Pilih bagaimana kehamilan ini berakhir.', en: 'Choose how this pregnancy ended.' },
  },
  'growth.outcome-day': {
    status: 422,
    text: {
      id: 'Tanggal ini di luar masa kehamilan ini. Tulis hari kehamilan berakhir, paling akhir hari ini.',
      en: 'This day lies outside the pregnancy. Write the day it ended, today at the latest.',
    },
  },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly text: Text }>>
