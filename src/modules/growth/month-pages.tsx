// The month of a posyandu (SKDN): counts that add up, indicators with base and target, signs of measuring quality, versions. Must
// stay true: what keeps a month from being closed is said before the button; a report names its version.
import { formatDateShort, formatMonth } from '../../kernel/date-format.ts'
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { decimal } from '../../platform/ui/format.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { MonthView } from './midwife-port.ts'
import type { FormErrors } from './posyandu-frame.ts'
import type { MonthCounts } from './rules/month-close.ts'

export const MONTH_WORDS = {
  title: { id: 'Bulan {month}', en: 'Month of {month}' },
  open: { id: 'Terbuka', en: 'Open' },
  closed: { id: 'Ditutup, versi {version}', en: 'Closed, version {version}' },
  changed: {
    id: 'Ada perubahan setelah versi {version}. Tutup lagi dengan alasan agar laporan ikut berubah.',
    en: 'Something changed after version {version}. Close again with a reason so that the report follows.',
  },
  broken: { id: 'Bulan ini belum bisa ditutup', en: 'This month cannot be closed yet' },
  counts: { id: 'Jumlah', en: 'Counts' },
  sum: { id: 'D = N + T + O + B', en: 'D = N + T + O + B' },
  indicators: { id: 'Capaian', en: 'Indicators' },
  indicator: { id: 'Ukuran', en: 'Indicator' },
  share: { id: 'Bagian', en: 'Share' },
  base: { id: 'Dari', en: 'Of' },
  target: { id: 'Target', en: 'Target' },
  met: { id: 'Tercapai', en: 'Met' },
  notMet: { id: 'Belum', en: 'Not yet' },
  noBase: { id: 'tidak ada dasar', en: 'no base' },
  quality: { id: 'Tanda mutu pengukuran', en: 'Signs of measuring quality' },
  qualityText: {
    id: 'Bahan bicara dengan kader, bukan alasan menghapus catatan anak.',
    en: 'Something to talk about with the cadres, never a reason to drop a record.',
  },
  flagged: { id: 'Nilai tidak masuk akal', en: 'Implausible' },
  noPosition: { id: 'Cara ukur tidak ditulis', en: 'Position missing' },
  same: { id: 'Angka kembar pada hari yang sama', en: 'Same figures on one day' },
  digits: { id: 'Angka bulat (.0 atau .5)', en: 'Round figures (.0 or .5)' },
  spread: { id: 'Sebaran {name}', en: 'Spread of {name}' },
  good: { id: 'baik', en: 'good' },
  narrow: { id: 'terlalu sempit', en: 'too narrow' },
  wide: { id: 'terlalu lebar', en: 'too wide' },
  few: { id: 'anak terlalu sedikit untuk dinilai', en: 'too few children to judge' },
  close: { id: 'Tutup bulan ini', en: 'Close this month' },
  closeAgain: { id: 'Tutup sebagai versi {version}', en: 'Close as version {version}' },
  closeText: {
    id: 'Setelah ditutup, kader tidak mengubah bulan ini lagi. Perbaikan oleh petugas menjadi versi baru dengan alasan.',
    en: 'Once closed, cadres no longer change this month. A correction by a health worker becomes a new version with a reason.',
  },
  reason: { id: 'Alasan', en: 'Reason' },
  versions: { id: 'Versi', en: 'Versions' },
  source: {
    id: 'Sumber: catatan penimbangan posyandu. Batas tanda mutu: {edition}. Dihitung saat halaman dibuka.',
    en: 'Source: weighings of the posyandu. Limits of the signs of quality: {edition}. Counted when this page was opened.',
  },
} as const satisfies Readonly<Record<string, Text>>
const w = MONTH_WORDS

const COUNTS: readonly (readonly [keyof MonthCounts, Text])[] = [
  ['S', { id: 'S, semua balita', en: 'S, all children' }],
  ['K', { id: 'K, punya KMS atau Buku KIA', en: 'K, with a growth card' }],
  ['D', { id: 'D, ditimbang', en: 'D, weighed' }],
  ['N', { id: 'N, naik', en: 'N, gained' }],
  ['T', { id: 'T, tidak naik', en: 'T, no gain' }],
  ['O', { id: 'O, bulan lalu tidak ditimbang', en: 'O, not weighed last month' }],
  ['B', { id: 'B, baru', en: 'B, new' }],
  ['twoT', { id: '2T, tidak naik dua kali', en: '2T, no gain twice' }],
  ['BGM', { id: 'BGM, di bawah garis merah', en: 'BGM, below the red line' }],
  ['lengthMeasured', { id: 'Panjang atau tinggi diukur', en: 'Length or height measured' }],
  ['vitaminA', { id: 'Vitamin A', en: 'Vitamin A' }],
  ['exclusivelyBreastfed', { id: 'ASI eksklusif', en: 'Exclusively breastfed' }],
]
const SPREADS = [
  ['lengthForAge', { id: 'PB/U', en: 'length for age' }],
  ['weightForAge', { id: 'BB/U', en: 'weight for age' }],
  ['weightForLength', { id: 'BB/PB', en: 'weight for length' }],
] as const

export function MonthPage({
  base,
  view,
  previous,
  next,
  errors,
  broken,
  typed,
  language,
}: {
  base: string
  view: MonthView
  previous: string
  next?: string
  errors: FormErrors
  /** What keeps it from being closed, in words. */
  broken: readonly string[]
  typed: string
  language: Language
}) {
  const { posyandu, report } = view
  const word = (text: Text) => say(text, language)
  const here = `${base}/${posyandu.posyanduId}/month`
  const newest = report.versions[0]
  const mayCloseNow = report.mayClose && report.broken.length === 0 && (newest === undefined || report.changedSince)
  const reasonError = errors.find(({ at }) => at === 'reason')?.text
  return (
    <div class="stack stack-l">
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <div class="stack stack-xs">
        <h1>{fill(word(w.title), { month: formatMonth(report.month, language) })}</h1>
        <p class="lead">
          {posyandu.name}, {posyandu.village}
        </p>
        <p class="row">
          {newest === undefined ? (
            <Badge label={w.open} />
          ) : (
            <Badge tone="done" label={fill(word(w.closed), { version: newest.version })} />
          )}
          <a href={`${here}?m=${previous}`}>{formatMonth(previous, language)}</a>
          {next === undefined ? null : <a href={`${here}?m=${next}`}>{formatMonth(next, language)}</a>}
        </p>
      </div>
      {report.changedSince && newest !== undefined ? (
        <Notice tone="care" fact={fill(word(w.changed), { version: newest.version })} />
      ) : null}
      {broken.length > 0 ? (
        <Notice tone="bad" fact={word(w.broken)}>
          {broken.map((text) => (
            <p>{text}</p>
          ))}
        </Notice>
      ) : null}
      <section class="stack stack-s narrow">
        <h2>{word(w.counts)}</h2>
        <SummaryList
          figures
          rows={COUNTS.map(([key, label]) => ({ term: label, value: String(report.counts[key]) }))}
        />
        <p class="s quiet num">
          {report.counts.D} = {report.counts.N} + {report.counts.T} + {report.counts.O} + {report.counts.B} (
          {word(w.sum)})
        </p>
      </section>
      <Indicators view={view} language={language} />
      <Quality view={view} language={language} />
      {mayCloseNow ? (
        <section class="panel stack narrow">
          <h2>{newest === undefined ? word(w.close) : fill(word(w.closeAgain), { version: newest.version + 1 })}</h2>
          <p class="quiet">{word(w.closeText)}</p>
          <form class="stack" method="post" action={here}>
            <input type="hidden" name="m" value={report.month} />
            {newest === undefined ? null : (
              <Field
                name="reason"
                kind="lines"
                rows={2}
                maxlength={500}
                label={w.reason}
                value={typed}
                {...(reasonError === undefined ? {} : { error: reasonError })}
              />
            )}
            <Button
              icon="lock"
              label={newest === undefined ? w.close : fill(word(w.closeAgain), { version: newest.version + 1 })}
            />
          </form>
        </section>
      ) : null}
      {report.versions.length === 0 ? null : (
        <section class="stack stack-s">
          <h2>{word(w.versions)}</h2>
          <Table
            caption={w.versions}
            phone="slim"
            columns={[
              { key: 'version', label: w.versions, title: true },
              { key: 'day', label: { id: 'Ditutup', en: 'Closed' } },
              { key: 'D', label: 'D/S', end: true },
              { key: 'N', label: 'N', end: true },
              { key: 'reason', label: w.reason },
            ]}
            rows={report.versions.map((one) => ({
              cells: {
                version: String(one.version),
                day: formatDateShort(one.closedOn, language),
                D: `${one.counts.D}/${one.counts.S}`,
                N: one.counts.N,
                reason: one.reason ?? '–',
              },
            }))}
          />
        </section>
      )}
      <p class="xs quiet">{fill(word(w.source), { edition: say(report.qualityEdition, language) })}</p>
    </div>
  )
}

function Indicators({ view, language }: { view: MonthView; language: Language }) {
  const percent = (hundredths: number) =>
    `${decimal(hundredths / 100, 1, language)}${language === 'id' ? '\u00a0%' : '%'}`
  return (
    <section class="stack stack-s">
      <h2>{say(w.indicators, language)}</h2>
      <Table
        caption={w.indicators}
        phone="slim"
        columns={[
          { key: 'name', label: w.indicator, title: true },
          { key: 'share', label: w.share, end: true },
          { key: 'base', label: w.base, end: true },
          { key: 'target', label: w.target, end: true, optional: true },
          { key: 'met', label: w.met },
        ]}
        rows={view.report.indicators.map((one) => ({
          cells: {
            name: (
              <>
                {one.code} <small class="thin quiet">{say(one.name, language)}</small>
              </>
            ),
            share: one.percentHundredths === undefined ? w.noBase : percent(one.percentHundredths),
            base: `${one.numerator}\u00a0/\u00a0${one.denominator}`,
            target: one.targetPermille === null ? '–' : percent(one.targetPermille * 10),
            met:
              one.met === undefined ? (
                '–'
              ) : (
                <Badge tone={one.met ? 'done' : 'care'} label={one.met ? w.met : w.notMet} />
              ),
          },
        }))}
      />
    </section>
  )
}

function Quality({ view, language }: { view: MonthView; language: Language }) {
  const { quality } = view.report
  const word = (text: Text) => say(text, language)
  const many = (bad: boolean) => (bad ? <Badge tone="care" label={{ id: 'banyak', en: 'many' }} /> : null)
  return (
    <section class="stack stack-s narrow">
      <h2>{word(w.quality)}</h2>
      <p class="quiet">{word(w.qualityText)}</p>
      <SummaryList
        rows={[
          {
            term: w.flagged,
            value: (
              <>
                {quality.flagged} / {quality.measured} {many(quality.flaggedMany)}
              </>
            ),
          },
          {
            term: w.noPosition,
            value: (
              <>
                {quality.missingPosition} / {quality.withLength} {many(quality.missingPositionMany)}
              </>
            ),
          },
          { term: w.same, value: String(quality.sameValues.length) },
          {
            term: w.digits,
            value: (
              <>
                {quality.digits.round} / {quality.digits.readings} {many(quality.digits.preferred)}
              </>
            ),
          },
          ...SPREADS.map(([name, label]) => {
            const sign = quality.spread[name]
            const judged = { good: w.good, narrow: w.narrow, wide: w.wide, 'too-few': w.few }[sign.sign]
            return {
              term: fill(word(w.spread), { name: word(label) }),
              value: `${sign.sd === undefined ? '–' : decimal(sign.sd, 2, language)}, ${word(judged)}`,
            }
          }),
        ]}
      />
    </section>
  )
}
