// Words of the page of a region's own profile.
import type { Text } from '../../kernel/text.ts'
import type { ProfileField } from './profile-rules.ts'

const t = (id: string, en: string): Text => ({ id, en })

export const PROFILE_WORDS = {
  title: t('Profil daerah', 'Profile of the region'),
  lead: t(
    'Yang tertulis di surat, halaman, dan pesan, serta hari dan jam buka kantor. Setiap perubahan tercatat.',
    'What papers, pages and messages say, and when the office is open. Each change is noted.',
  ),
  identity: t('Nama dan alamat', 'Name and address'),
  identityText: t(
    'Surat yang sudah terbit tidak berubah; surat berikutnya memakai yang baru.',
    'Papers already issued stay as they are; the next ones use what is new.',
  ),
  save: t('Simpan', 'Save'),
  saved: t('Tersimpan dan berlaku sekarang.', 'Saved, and in force now.'),
  savedCalendar: t(
    'Tersimpan. Tenggat permohonan yang sedang berjalan dihitung ulang.',
    'Saved. The due times of open applications are being counted anew.',
  ),
  logo: t('Logo', 'Logo'),
  logoText: t(
    'Tercetak di kop surat dan tampil di halaman bantuan. PNG atau JPEG; gambar ditulis ulang, data di dalamnya dibuang.',
    'Printed on letterheads and shown on the help page. PNG or JPEG; the picture is written anew, data in it is dropped.',
  ),
  logoFile: t('Berkas logo', 'File of the logo'),
  logoNow: t('Logo yang dipakai sekarang', 'The logo in use'),
  logoNone: t(
    'Belum ada logo. Tempatnya di kop surat ditandai lingkaran putus-putus.',
    'No logo yet. Its place on letterheads is a dashed circle.',
  ),
  logoSend: t('Pakai logo ini', 'Use this logo'),
  logoRemove: t('Hapus logo', 'Remove the logo'),
  hours: t('Jam buka', 'Opening hours'),
  hoursText: t(
    'Kosongkan baris hari tutup. Istirahat ditulis 12.00-13.00.',
    'Leave the row of a closed day empty. Breaks are written 12.00-13.00.',
  ),
  day: t('Hari', 'Day'),
  opens: t('Buka', 'Opens'),
  closes: t('Tutup', 'Closes'),
  breaks: t('Istirahat', 'Breaks'),
  saveHours: t('Simpan jam buka', 'Save the hours'),
  effect: t('Pengaruhnya pada janji', 'What it does to promises'),
  effectText: t(
    'Berkas yang lengkap sekarang, dengan tenggat {hours} jam kerja, selesai paling lambat {due}.',
    'A file complete now, with a deadline of {hours} office hours, is done by {due}.',
  ),
  openCases: t(
    '{count} permohonan sedang berjalan; tenggatnya ikut dihitung ulang.',
    '{count} applications are under way; their due times are counted anew too.',
  ),
  daysOff: t('Hari libur', 'Days off'),
  daysText: t('Kalender {calendar}. Yang sudah lewat tidak diubah.', 'Calendar {calendar}. Days gone by stay.'),
  date: t('Tanggal', 'Date'),
  name: t('Nama', 'Name'),
  kind: t('Jenis', 'Kind'),
  national: t('Libur nasional', 'National'),
  'joint-leave': t('Cuti bersama', 'Joint leave'),
  regional: t('Libur daerah', 'Regional'),
  work: t('Kantor tetap buka', 'The office opens'),
  removeDay: t('Hapus', 'Remove'),
  noDays: t('Tidak ada hari libur yang akan datang', 'No days off ahead'),
  noDaysText: t('Tambahkan hari libur daerah di bawah ini.', 'Add a day off of the region below.'),
  worked: t('Kantor tetap buka pada', 'The office opens on'),
  restore: t('Jadikan libur lagi', 'Off again'),
  addDay: t('Tambah hari libur daerah', 'Add a day off of the region'),
  dayName: t('Nama hari libur', 'Name of the day off'),
  dayNameHint: t('Misalnya: Hari jadi Kabupaten Balangan', 'For example: founding day of the regency'),
  add: t('Tambah', 'Add'),
} as const

/** Label and hint of each box of the first form. */
export const FIELD_WORDS: Readonly<Record<ProfileField, { readonly label: Text; readonly hint?: Text }>> = {
  office: {
    label: t('Nama pendek kantor', 'Short name of the office'),
    hint: t('Di bawah lambang setiap halaman.', 'Below the mark of each page.'),
  },
  unit: {
    label: t('Nama lengkap dinas', 'Full name of the department'),
    hint: t('Di kop surat.', 'On letterheads.'),
  },
  address: { label: t('Alamat kantor', 'Address of the office') },
  place: {
    label: t('Tempat penandatanganan', 'Place of signature'),
    hint: t('Di depan tanggal surat.', 'Before the date of a paper.'),
  },
  contact: {
    label: t('Kontak', 'Contact'),
    hint: t('Telepon, email; di kop surat dan halaman bantuan.', 'Phone, e-mail; on letterheads and the help page.'),
  },
  notices: {
    label: t('Nomor pengirim pesan', 'Numbers messages come from'),
    hint: t(
      'Warga melihatnya di halaman bantuan, supaya tahu mana pesan yang benar. Pisahkan dengan koma.',
      'Citizens see them on the help page, to know which messages are real. With commas between.',
    ),
  },
  headName: {
    label: t('Nama kepala dinas', 'Name of the head'),
    hint: t('Dengan gelar, seperti di surat.', 'With titles, as on papers.'),
  },
  headNip: { label: t('NIP kepala dinas', 'NIP of the head') },
  headTitle: {
    label: t('Jabatan di surat dan kartu', 'Title on letters and cards'),
    hint: t(
      'Kosongkan untuk “Kepala” dengan nama lengkap dinas. Isi bila kantor Anda bukan dinas, misalnya “Kepala Suku Dinas …”.',
      'Leave empty for “Kepala” with the full name of the department. Fill in where yours is another kind of office.',
    ),
  },
  deedTitle: {
    label: t('Jabatan di akta', 'Title on deeds'),
    hint: t('Kosongkan untuk “Pejabat Pencatatan Sipil”.', 'Leave empty for “Pejabat Pencatatan Sipil”.'),
  },
  hue: { label: t('Warna daerah (0-359)', 'Colour of the region (0-359)') },
}
