// How long what is kept, as data with its ground. The nightly jobs take their days from here and the register of processing
// shows the same lines, so that the page cannot promise what the program does not do. Must stay true: registers, deeds and
// the journal have no period; a period only grows by a decision.
import type { Text } from '../../kernel/text.ts'

const t = (id: string, en: string): Text => ({ id, en })
const DESIGN = t(
  'UU 27/2022 Pasal 16: disimpan tidak lebih lama dari tujuannya',
  'Law 27/2022 article 16: no longer than the purpose asks',
)

export type RetentionRule = {
  readonly id: string
  readonly what: Text
  /** Undefined: for ever. */
  readonly days?: number
  readonly since: Text
  readonly after: Text
  readonly basis: Text
}

export const RETENTION = {
  drafts: {
    id: 'drafts',
    what: t('Draf permohonan yang tidak dikirim', 'Drafts that were never sent'),
    days: 30,
    since: t('sejak dibuat', 'since they were begun'),
    after: t('ditutup; isinya dihapus malam itu', 'closed; their contents are removed that night'),
    basis: DESIGN,
  },
  closed: {
    id: 'closed',
    what: t(
      'Isi dan unggahan permohonan yang ditolak, ditarik, atau kedaluwarsa',
      'Contents and uploads of rejected, withdrawn and expired applications',
    ),
    days: 730,
    since: t('sejak ditutup', 'since they ended'),
    after: t(
      'isi, kontak, dan unggahan dihapus; nomor dan riwayat tetap',
      'contents, contact and uploads are removed; number and history stay',
    ),
    basis: t(
      'UU 27/2022 Pasal 16; masa keberatan dan pemeriksaan',
      'Law 27/2022 article 16; time for objection and audit',
    ),
  },
  issued: {
    id: 'issued',
    what: t('Unggahan permohonan yang terbit', 'Uploads of issued applications'),
    days: 1826,
    since: t('sejak terbit', 'since issue'),
    after: t(
      'berkas dihapus; sidik jari berkas dan daftarnya tetap',
      'files are removed; their hash and the list stay',
    ),
    basis: t(
      'Permendagri 104/2019: penyimpanan berkas layanan',
      'Home affairs regulation 104/2019: keeping of service files',
    ),
  },
  codes: {
    id: 'codes',
    what: t('Kode masuk dan tantangan kunci sandi', 'Sign-in codes and passkey challenges'),
    days: 0,
    since: t('sejak berakhir', 'since they ended'),
    after: t('dihapus setiap 15 menit', 'removed every 15 minutes'),
    basis: DESIGN,
  },
  sessions: {
    id: 'sessions',
    what: t('Sesi masuk', 'Sessions'),
    days: 0,
    since: t('sejak berakhir', 'since they ended'),
    after: t('dihapus setiap 15 menit', 'removed every 15 minutes'),
    basis: DESIGN,
  },
  answers: {
    id: 'answers',
    what: t('Jawaban perintah untuk ponsel yang luring', 'Answers of commands for phones that were offline'),
    days: 60,
    since: t('sejak dijalankan', 'since they ran'),
    after: t('dihapus', 'removed'),
    basis: DESIGN,
  },
  outbox: {
    id: 'outbox',
    what: t('Pekerjaan antrean yang gagal untuk seterusnya', 'Queued work that failed for good'),
    days: 90,
    since: t('sejak gagal', 'since it failed'),
    after: t('dihapus; isinya hanya kunci, bukan data', 'removed; it holds keys only, no data'),
    basis: DESIGN,
  },
  notices: {
    id: 'notices',
    what: t('Alamat tujuan pemberitahuan', 'Addresses of notices'),
    days: 365,
    since: t('sejak dikirim', 'since they were sent'),
    after: t(
      'alamat dihapus; catatan bahwa pemberitahuan dikirim tetap',
      'the address is removed; that a notice was sent stays',
    ),
    basis: DESIGN,
  },
  register: {
    id: 'register',
    what: t('Register penduduk, keluarga, dan akta', 'Registers of people, families and deeds'),
    since: t('sejak dicatat', 'since they were recorded'),
    after: t('dibetulkan dengan riwayat, tidak dihapus', 'corrected with their history, never removed'),
    basis: t('UU 23/2006 jo. UU 24/2013', 'Law 23/2006 with Law 24/2013'),
  },
  journal: {
    id: 'journal',
    what: t('Jurnal siapa melakukan apa', 'Journal of who did what'),
    since: t('sejak dicatat', 'since it was written'),
    after: t('disimpan tersegel', 'kept sealed'),
    basis: t('UU 27/2022 Pasal 31: perekaman kegiatan pemrosesan', 'Law 27/2022 article 31: records of processing'),
  },
} as const satisfies Record<string, RetentionRule>
export type RetentionId = keyof typeof RETENTION
/** What the nightly run obeys, and can be asked to at once; the others have jobs of their own. */
export const NIGHTLY = ['drafts', 'closed', 'issued', 'notices'] as const satisfies readonly RetentionId[]
export type NightlyRule = (typeof NIGHTLY)[number]
export const NIGHTLY_AT = { dailyAt: '01:20', hoursEast: 8 } as const
export const RETENTION_RULES: readonly RetentionRule[] = Object.values(RETENTION)
