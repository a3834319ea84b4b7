// Words of school screening. Must stay true: both languages, short sentences; a category never names a diagnosis.
import type { Text } from '../../../kernel/text.ts'

export const SCHOOL_WORDS = {
  title: { id: 'Penjaringan sekolah', en: 'School screening' },
  lead: {
    id: 'Satu sesi untuk satu kelas, umur 5 sampai 18 tahun, tiga indikator WHO 2007.',
    en: 'A session for one class, ages 5 to 18, three indicators of WHO 2007.',
  },
  empty: { id: 'Belum ada sesi penjaringan', en: 'No screening session yet' },
  emptyText: {
    id: 'Mulai satu sesi untuk kelas pertama; hasil dan tindak lanjutnya tampil di sini.',
    en: 'Begin a session for the first class; results and follow-up appear here.',
  },
  begin: { id: 'Mulai sesi kelas', en: 'Begin a session for a class' },
  school: { id: 'Nama sekolah', en: 'Name of the school' },
  className: { id: 'Kelas', en: 'Class' },
  heldOn: { id: 'Hari penjaringan', en: 'Day of the screening' },
  beginSend: { id: 'Mulai sesi', en: 'Begin the session' },
  children: { id: 'Anak', en: 'Children' },
  waiting: { id: 'Perlu tindak lanjut', en: 'Need follow-up' },
  late: { id: '{n} lewat batas', en: '{n} late' },
  older: { id: 'Sesi sebelumnya', en: 'Earlier sessions' },
  result: { id: 'Hasil', en: 'Result' },
  add: { id: 'Catat satu anak', en: 'Record a child' },
  name: { id: 'Nama anak', en: 'Name of the child' },
  sex: { id: 'Jenis kelamin', en: 'Sex' },
  boy: { id: 'Laki-laki', en: 'Boy' },
  girl: { id: 'Perempuan', en: 'Girl' },
  birth: { id: 'Tanggal lahir', en: 'Date of birth' },
  weight: { id: 'Berat', en: 'Weight' },
  height: { id: 'Tinggi', en: 'Height' },
  save: { id: 'Simpan dan catat anak berikutnya', en: 'Save and record the next child' },
  noChildren: { id: 'Belum ada anak di kelas ini', en: 'No child in this class yet' },
  noChildrenText: { id: 'Catat anak pertama di bawah.', en: 'Record the first child below.' },
  figures: { id: 'Berat dan tinggi', en: 'Weight and height' },
  scores: { id: 'IMT/U · TB/U · BB/U', en: 'BMI, height, weight for age' },
  category: { id: 'Keadaan gizi (IMT/U)', en: 'Nutrition (BMI for age)' },
  none: { id: 'tidak dinilai', en: 'not judged' },
  due: { id: 'tindak lanjut sampai {date}', en: 'follow-up until {date}' },
  done: { id: '{result}, {date}', en: '{result}, {date}' },
  years: { id: '{n} tahun', en: '{n} years' },
  follow: { id: 'Tindak lanjut', en: 'Follow-up' },
  followText: {
    id: 'Setiap anak di sini dirujuk atau dibicarakan dengan keluarganya, lalu hasilnya ditulis.',
    en: 'Each child here is referred or talked about with the family, and the result is written.',
  },
  finish: { id: 'Tulis hasil', en: 'Write the result' },
  words: { id: 'Keterangan', en: 'Remarks' },
  choose: { id: 'Pilih hasil', en: 'Choose a result' },
  wrong: { id: 'Salah catat?', en: 'Written by mistake?' },
  withdraw: { id: 'Tarik catatan ini', en: 'Withdraw this line' },
  source: {
    id: 'WHO 2007 dan {edition}. Anak di luar umur 5–18 tahun tidak dinilai; angka yang tidak masuk akal diukur ulang.',
    en: 'WHO 2007 and {edition}. Ages outside 5–18 are not judged; implausible figures are measured again.',
  },
} as const satisfies Readonly<Record<string, Text>>
/** What to do first, by category. */
export const FIRST_ACTION: Readonly<Record<string, Text>> = {
  'severely-thin': { id: 'Rujuk ke Puskesmas segera', en: 'Refer to the health centre at once' },
  thin: {
    id: 'Rujuk ke Puskesmas, bicarakan makan dan sakit',
    en: 'Refer to the health centre, talk about food and illness',
  },
  overweight: { id: 'Saran gizi dan gerak dengan keluarga', en: 'Diet and activity advice with the family' },
  obese: { id: 'Periksa dokter Puskesmas, saran gizi dan gerak', en: 'See the doctor, diet and activity advice' },
  'measure-again': { id: 'Ukur ulang', en: 'Measure again' },
}
