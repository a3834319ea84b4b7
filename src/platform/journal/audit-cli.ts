// `npx puja audit verify [REGION]`: says in plain words whether the journal is whole. Must stay true: exit code 0 only
// when every entry was read and fits; JSON on stdout, sentences on stderr; the verification itself is handed in, since a running server does it itself.
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import type { JournalReport, Problem } from './verify-journal.ts'

export type CliIo = {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  readonly language: Language
}
/** Verifies one region, or all of them. */
export type VerifyRun = (region: string | undefined) => Promise<readonly JournalReport[]>

const TEXTS = {
  usage: { id: 'Pemakaian: npx puja audit verify [KODE-DAERAH]', en: 'Usage: npx puja audit verify [REGION-CODE]' },
  none: { id: 'Belum ada jurnal.', en: 'There is no journal yet.' },
  whole: {
    id: '{region}: utuh. {sealed} catatan diperiksa, {heads} segel harian cocok, {unsealed} menunggu disegel.',
    en: '{region}: whole. {sealed} entries checked, {heads} daily seals match, {unsealed} waiting to be sealed.',
  },
  broken: {
    id: '{region}: TIDAK utuh. {problems} masalah pada {sealed} catatan.',
    en: '{region}: NOT whole. Problems: {problems}, in {sealed} entries.',
  },
  changed: {
    id: '  nomor {number}: isi catatan berbeda dari saat disegel',
    en: '  number {number}: the entry differs from what was sealed',
  },
  missing: { id: '  nomor {number}: catatan hilang', en: '  number {number}: the entry is missing' },
  head: {
    id: '  nomor {number}: segel harian {day} tidak cocok',
    en: '  number {number}: the daily seal of {day} does not match',
  },
  cut: {
    id: '  sampai nomor {number}: catatan di akhir jurnal hilang (segel {day})',
    en: '  up to number {number}: entries at the end of the journal are gone (seal of {day})',
  },
  next: {
    id: 'Jangan ubah basis data. Simpan salinannya, lalu hubungi auditor dan bandingkan dengan cadangan terakhir.',
    en: 'Do not change the database. Keep a copy of it, then call the auditor and compare with the last backup.',
  },
} as const satisfies Record<string, Text>

function problemLine(problem: Problem, language: Language): string {
  return fill(say(TEXTS[problem.kind], language), { number: problem.number, day: problem.day ?? '-' })
}

/** Runs the command; gives the exit code: 0 whole, 1 not whole, 2 used wrongly. */
export async function auditCli(args: readonly string[], io: CliIo, run: VerifyRun): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.out(say(TEXTS.usage, io.language))
    return 0
  }
  const [command, region, ...rest] = args
  if (command !== 'verify' || rest.length > 0 || region?.startsWith('-') === true) {
    io.err(say(TEXTS.usage, io.language))
    return 2
  }
  const reports = await run(region)
  io.out(JSON.stringify(reports.map((report) => ({ ...report, whole: report.problems.length === 0 }))))
  if (reports.length === 0) io.err(say(TEXTS.none, io.language))
  for (const report of reports) {
    const counts = {
      region: report.region,
      sealed: report.sealed,
      heads: report.heads,
      unsealed: report.unsealed,
      problems: report.problems.length,
    }
    io.err(fill(say(report.problems.length === 0 ? TEXTS.whole : TEXTS.broken, io.language), counts))
    for (const problem of report.problems) io.err(problemLine(problem, io.language))
  }
  if (reports.every(({ problems }) => problems.length === 0)) return 0
  io.err(say(TEXTS.next, io.language))
  return 1
}
