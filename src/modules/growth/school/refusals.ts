// What school screening refuses.
import type { Text } from '../../../kernel/text.ts'

export const schoolRefusals = {
  'growth.school-text': {
    status: 422,
    text: { id: 'Isi bagian ini, paling banyak {most} huruf.', en: 'Fill this in, {most} letters at most.' },
  },
  'growth.school-sex': {
    status: 422,
    text: { id: 'Pilih laki-laki atau perempuan.', en: 'Choose boy or girl.' },
  },
  'growth.school-age': {
    status: 422,
    text: {
      id: 'Penjaringan sekolah untuk umur 5 sampai 18 tahun. Periksa tanggal lahir dan hari penjaringan.',
      en: 'School screening is for ages 5 to 18. Check the date of birth and the day of the screening.',
    },
  },
  'growth.school-weight': {
    status: 422,
    text: {
      id: 'Berat anak sekolah lebih dari 0 dan paling banyak 200 kg. Periksa lagi angkanya.',
      en: 'The weight of a school child is above 0 and at most 200 kg. Check the figure again.',
    },
  },
  'growth.school-height': {
    status: 422,
    text: {
      id: 'Tinggi anak sekolah lebih dari 0 dan paling banyak 230 cm. Periksa lagi angkanya.',
      en: 'The height of a school child is above 0 and at most 230 cm. Check the figure again.',
    },
  },
  'growth.school-full': {
    status: 409,
    text: {
      id: 'Satu sesi memuat paling banyak {most} anak. Mulai sesi lain untuk kelas berikutnya.',
      en: 'A session holds at most {most} children. Begin another session for the next class.',
    },
  },
  'growth.school-ended': {
    status: 409,
    text: {
      id: 'Hasil anak ini sudah ditulis. Muat ulang halaman untuk melihatnya.',
      en: 'The result of this child is written already. Load the page again to see it.',
    },
  },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly text: Text }>>
