// Words of the pages of odd reads.
import type { Text } from '../../kernel/text.ts'
import type { BadgeTone } from '../../platform/ui/badge.tsx'
import type { AlarmState, WatchKind } from './watch-rules.ts'

const t = (id: string, en: string): Text => ({ id, en })

export const WATCH_WORDS = {
  title: t('Pembacaan yang janggal', 'Odd reads'),
  lead: t(
    'Setiap jam jurnal diperiksa dengan aturan di bawah ini. Alarm bukan tuduhan: tanyakan dulu, lalu catat penjelasannya.',
    'The journal is checked every hour by rules. An alarm is no accusation: ask first, then record the explanation.',
  ),
  rules: t('Aturan edisi', 'Rules, edition'),
  everyTime: t('setiap kali', 'every time'),
  from: t('mulai', 'from'),
  open: t('Menunggu penjelasan', 'Waiting for an explanation'),
  openEmpty: t('Tidak ada alarm terbuka', 'No open alarms'),
  openEmptyText: t(
    'Pembacaan yang melewati batas aturan akan muncul di sini.',
    'Reads that go past a rule’s limit will show here.',
  ),
  decided: t('Sudah diputuskan', 'Decided'),
  decidedEmpty: t('Belum ada yang diputuskan', 'Nothing decided yet'),
  decidedEmptyText: t(
    'Alarm yang dijelaskan atau menjadi kebocoran tetap tercatat di sini.',
    'Alarms that were explained or became a breach stay here.',
  ),
  who: t('Siapa', 'Who'),
  many: t('Beberapa petugas', 'Several officers'),
  what: t('Apa', 'What'),
  seen: t('Jumlah', 'Count'),
  limit: t('batas', 'limit'),
  when: t('Waktu', 'Time'),
  state: t('Keadaan', 'State'),
  act: t('Langkah', 'Step'),
  show: t('Buka', 'Open'),
  readAt: t('Jurnal diperiksa sampai', 'Journal checked until'),
  edition: t('Aturan edisi', 'Rules, edition'),
  about: t('Tentang', 'About'),
  hidden: t('Nama hanya untuk pemeriksa', 'The name is for those who decide'),
  told: t('Atasan diberi tahu', 'Superior told'),
  notYet: t('Belum', 'Not yet'),
  explanation: t('Penjelasan', 'Explanation'),
  decidedBy: t('Diputuskan oleh', 'Decided by'),
  decide: t('Putuskan', 'Decide'),
  words: t('Apa penjelasannya?', 'What is the explanation?'),
  wordsHint: t('Jangan tulis nama atau NIK warga.', 'Write no names or NIKs of residents.'),
  outcome: t('Keputusan', 'Decision'),
  explained: t('Dijelaskan', 'Explained'),
  explainedHint: t('Pembacaan itu bagian dari tugas.', 'The read was part of the work.'),
  breach: t('Kebocoran', 'Breach'),
  breachHint: t(
    'Membuka catatan kebocoran; jam 3×24 mulai berjalan.',
    'Opens a record of a breach; the clock of 3×24 hours starts.',
  ),
  toBreach: t('Buka catatan kebocoran', 'Open the record of the breach'),
  self: t(
    'Alarm ini tentang Anda sendiri. Petugas lain yang memutuskan.',
    'This alarm is about yourself. Another officer decides.',
  ),
  guarded: t('Orang yang dijaga', 'Guarded people'),
  guardedText: t(
    'Setiap pembukaan data orang yang dijaga menjadi alarm, misalnya pejabat, tokoh, atau korban. Petugas sendiri selalu dijaga dari rekannya.',
    'Every look at a guarded person becomes an alarm, for example officials, known people or victims. Officers are always guarded from colleagues.',
  ),
  guard: t('Jaga orang ini', 'Guard this person'),
  nowGuarded: t('orang dijaga saat ini', 'people guarded now'),
  older: t('Yang lebih lama', 'Older ones'),
} as const satisfies Record<string, Text>

/** After the number of a limit. */
export const SPAN_WORDS: Readonly<Record<WatchKind, Text>> = {
  'reads-per-hour': t('data dalam satu jam, di luar permohonan', 'records in an hour, outside applications'),
  'off-hours-per-day': t('kali sehari', 'times a day'),
  'searches-per-hour': t('pencarian dalam satu jam', 'searches in an hour'),
  'officers-per-person': t('petugas dalam tujuh hari', 'officers in seven days'),
  kin: t('kali', 'times'),
  'namesake-neighbour': t('kali', 'times'),
  'protected-person': t('kali', 'times'),
  'exports-per-day': t('unduhan sehari', 'exports a day'),
  'partner-misses-per-day': t('sehari, setengah atau lebih dari pertanyaannya', 'a day, half or more of its questions'),
  'partner-refused-per-day': t('sehari', 'a day'),
}
const RULES: Readonly<Record<string, Text>> = {
  'many-reads': t('Banyak data dibuka dalam satu jam', 'Many records opened in an hour'),
  'off-hours': t('Dibuka di luar jam kantor', 'Opened outside office hours'),
  searches: t('Banyak pencarian, tidak ada yang dibuka', 'Many searches, nothing opened'),
  'same-person': t('Satu orang dibuka banyak petugas', 'One person opened by many officers'),
  kin: t('Data keluarga sendiri', 'Own family'),
  namesake: t('Tetangga dengan nama belakang sama', 'Neighbour with the same last name'),
  protected: t('Orang yang dijaga atau rekan kerja', 'Guarded person or colleague'),
  exports: t('Banyak unduhan daftar', 'Many exports of lists'),
  'partner-misses': t('Jawaban mitra kebanyakan tidak cocok', 'A partner’s questions mostly disagree'),
  'partner-refused': t('Banyak pertanyaan mitra ditolak', 'Many questions of a partner refused'),
}
export const ruleWords = (rule: string): Text => RULES[rule] ?? { id: rule, en: rule }
export const ALARM_WORDS: Readonly<Record<AlarmState, Text>> = {
  open: t('Terbuka', 'Open'),
  explained: t('Dijelaskan', 'Explained'),
  breach: t('Kebocoran', 'Breach'),
}
export const ALARM_TONES: Readonly<Record<AlarmState, BadgeTone>> = { open: 'care', explained: 'done', breach: 'stop' }
