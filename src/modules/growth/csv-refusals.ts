// What is refused about a CSV file of the command line, in words: a file, or one line of it (`growth.line-*`). Must stay true: a
// sentence never carries a name or a NIK.
import type { Text } from '../../kernel/text.ts'

export const csvRefusals = {
  'growth.csv-unreadable': {
    status: 404,
    text: {
      id: 'Berkas {file} tidak bisa dibuka. Periksa lagi nama dan foldernya.',
      en: 'The file {file} cannot be opened. Check its name and folder.',
    },
  },
  'growth.csv-empty': {
    status: 422,
    text: {
      id: 'Berkas ini kosong. Baris pertama harus berisi nama kolom.',
      en: 'This file is empty. Its first line must hold the names of the columns.',
    },
  },
  'growth.csv-not-text': {
    status: 422,
    text: {
      id: 'Berkas ini bukan CSV UTF-8. Simpan lagi sebagai “CSV UTF-8”.',
      en: 'This file is not CSV in UTF-8. Save it again as “CSV UTF-8”.',
    },
  },
  'growth.csv-semicolons': {
    status: 422,
    text: {
      id: 'Kolom di berkas ini dipisahkan titik koma. Simpan lagi dengan koma sebagai pemisah dan titik sebagai tanda desimal.',
      en: 'The columns of this file are separated by semicolons. Save it again with commas between them and points in decimals.',
    },
  },
  'growth.csv-tabs': {
    status: 422,
    text: {
      id: 'Kolom di berkas ini dipisahkan tab. Simpan lagi sebagai “CSV UTF-8”, dengan koma sebagai pemisah.',
      en: 'The columns of this file are separated by tabs. Save it again as “CSV UTF-8”, with commas between them.',
    },
  },
  'growth.csv-line-ends': {
    status: 422,
    text: {
      id: 'Baris di berkas ini dipisahkan dengan cara komputer Mac lama (CR). Simpan lagi sebagai “CSV UTF-8”.',
      en: 'The lines of this file end as on old Macintoshes (CR alone). Save it again as “CSV UTF-8”.',
    },
  },
  'growth.csv-column-missing': {
    status: 422,
    text: {
      id: 'Kolom {column} tidak ada. Tambahkan ke baris pertama; isinya boleh kosong bila tidak diukur.',
      en: 'The column {column} is missing. Add it to the first line; its cells may be empty where nothing was measured.',
    },
  },
  'growth.csv-column-twice': {
    status: 422,
    text: {
      id: 'Kolom {column} ada dua kali. Sisakan satu.',
      en: 'The column {column} stands there twice. Keep one of them.',
    },
  },
  'growth.csv-line-too-long': {
    status: 422,
    text: {
      id: 'Baris {line} lebih panjang dari 1 MiB. Periksa apakah berkas ini memang CSV.',
      en: 'Line {line} is longer than 1 MiB. Check that this file is CSV at all.',
    },
  },
  'growth.csv-negative-weight': {
    status: 422,
    text: {
      id: 'Baris {line}: bobot sampel di bawah nol. Periksa kolom {column}.',
      en: 'Line {line}: a sampling weight is below zero. Check the column {column}.',
    },
  },
  'growth.csv-nobody': {
    status: 422,
    text: {
      id: 'Tidak ada anak yang bisa dihitung. Periksa umur, klaster, dan strata.',
      en: 'No child is left to count. Check ages, clusters and strata.',
    },
  },
  'growth.output-failed': {
    status: 500,
    text: {
      id: 'Hasil tidak bisa ditulis ({reason}). Periksa ruang di penyimpanan, lalu ulangi.',
      en: 'The results cannot be written ({reason}). Check the space left, then run it again.',
    },
  },
  'growth.line-empty': {
    status: 422,
    text: { id: 'kosong, tidak ada anak di baris ini', en: 'empty, there is no child on this line' },
  },
  'growth.line-fields': {
    status: 422,
    text: { id: 'berisi {found} kolom, seharusnya {expected}', en: '{found} fields where the header has {expected}' },
  },
  'growth.line-number': {
    status: 422,
    text: { id: '{column} “{value}” bukan angka', en: '{column} "{value}" is not a number' },
  },
  'growth.line-comma': {
    status: 422,
    text: {
      id: '{column} “{value}” memakai koma; tulis {instead}',
      en: '{column} "{value}" has a comma; write {instead}',
    },
  },
  'growth.line-before-birth': {
    status: 422,
    text: {
      id: 'age_days “{value}” terjadi sebelum lahir; periksa kedua tanggalnya',
      en: 'age_days "{value}" lies before birth; check both dates',
    },
  },
  'growth.line-sex': {
    status: 422,
    text: {
      id: 'sex “{value}” tidak dikenal; tulis 1 atau L untuk laki-laki, 2 atau P untuk perempuan',
      en: 'unknown sex "{value}"; write 1 or m for a boy, 2 or f for a girl',
    },
  },
  'growth.line-position': {
    status: 422,
    text: {
      id: 'measure “{value}” tidak dikenal; tulis l (terlentang), h (berdiri), atau kosongkan',
      en: 'unknown measure "{value}"; write l (lying), h (standing) or leave it empty',
    },
  },
  'growth.line-oedema': {
    status: 422,
    text: {
      id: 'oedema “{value}” tidak dikenal; tulis y, n, atau kosongkan',
      en: 'unknown oedema "{value}"; write y, n or leave it empty',
    },
  },
  'growth.line-quotes': {
    status: 422,
    text: {
      id: 'ada tulisan setelah tanda kutip penutup di kolom {column}',
      en: 'text after the closing quotation mark in column {column}',
    },
  },
  'growth.line-open-quote': {
    status: 422,
    text: { id: 'ada tanda kutip yang tidak ditutup', en: 'a quotation mark opens and never closes' },
  },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly text: Text }>>
