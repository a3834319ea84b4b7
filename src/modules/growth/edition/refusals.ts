// What is refused about a region's own edition of growth.
import type { Text } from '../../../kernel/text.ts'

export const editionRefusals = {
  'growth.edition-name': {
    status: 422,
    text: {
      id: 'Beri nama edisi dengan 3 sampai {most} huruf, misalnya "Batas Balangan 2027".',
      en: 'Name the edition with 3 to {most} letters, such as "Limits of Balangan 2027".',
    },
  },
  'growth.edition-source': {
    status: 422,
    text: {
      id: 'Tulis dasarnya, misalnya nomor keputusan, paling banyak {most} huruf.',
      en: 'Write what it rests on, such as the number of a decree, {most} letters at most.',
    },
  },
  'growth.edition-from': {
    status: 422,
    text: {
      id: 'Pilih bulan yang belum dimulai dan sesudah edisi sebelumnya, supaya hasil lama tetap.',
      en: 'Choose a month that has not begun and that follows the edition before, so that old results stay.',
    },
  },
  'growth.edition-same': {
    status: 422,
    text: {
      id: 'Belum ada yang berubah. Ubah paling sedikit satu angka, lalu simpan lagi.',
      en: 'Nothing has changed yet. Change at least one figure, then save again.',
    },
  },
  'growth.flag-words': {
    status: 422,
    text: {
      id: 'Tulis tanda bahayanya dalam bahasa Indonesia; bahasa Inggris boleh kosong.',
      en: 'Write the red flag in Indonesian; English may stay empty.',
    },
  },
  'growth.flag-long': {
    status: 422,
    text: {
      id: 'Singkatkan tanda bahaya ini menjadi paling banyak {most} huruf.',
      en: 'Shorten this red flag to {most} letters at most.',
    },
  },
  'growth.flag-english': {
    status: 422,
    text: {
      id: 'Kata Indonesianya berubah, tetapi bahasa Inggrisnya masih "{words}". Ubah juga, kosongkan, atau centang bahwa bahasa Inggrisnya masih cocok.',
      en: 'The Indonesian words changed, but the English still says "{words}". Change it too, empty it, or tick that the English still fits.',
    },
  },
  'growth.flag-same': {
    status: 422,
    text: {
      id: 'Tanda "{words}" sudah ada. Tulis tanda yang lain atau kosongkan.',
      en: 'The sign "{words}" is there already. Write another one or leave it empty.',
    },
  },
  'growth.edition-second-person': {
    status: 409,
    text: {
      id: 'Edisi disahkan oleh orang lain, bukan penyusunnya. Minta rekan Anda mengesahkan.',
      en: 'An edition is confirmed by someone other than its author. Ask a colleague to confirm it.',
    },
  },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly text: Text }>>
