// Prevalence tables as CSV: a table people read (one line an indicator and group), or the wide one of WHO's analyser
// with its column names, so that both programs can be laid side by side.
// Must stay true: an empty group has n 0 and empty cells, never zeros.
import { type CombinedShare, PREVALENCE_INDICATORS, type PrevalenceRow } from './tables.ts'

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const fixed = (value: number, places: number) => {
  if (!Number.isFinite(value)) return ''
  const text = value.toFixed(places)
  return Number(text) === 0 ? (0).toFixed(places) : text
}
/** Fifteen significant digits, as R prints them. */
const full = (value: number) => (Number.isFinite(value) ? String(Number(value.toPrecision(15))) : '')

const INDICATOR_NAMES = {
  HA: 'length/height-for-age',
  WA: 'weight-for-age',
  WH: 'weight-for-length/height',
  BMI: 'BMI-for-age',
} as const
const signed = (cut: number) => (cut < 0 ? `below_${cut}` : `above_+${cut}`)

/** Percent with one decimal and 95 % limits, mean and SD with two. */
export function tableLayout(rows: readonly PrevalenceRow[]): string {
  const cuts = rows[0]?.indicators.HA.shares.map(({ cut }) => cut) ?? []
  const head = [
    'indicator',
    'group',
    'n',
    'n_weighted',
    ...cuts.flatMap((cut) => [`${signed(cut)}_percent`, `${signed(cut)}_low`, `${signed(cut)}_high`]),
    'mean_z',
    'mean_low',
    'mean_high',
    'sd_z',
  ]
  const lines = PREVALENCE_INDICATORS.flatMap(({ code }) =>
    rows.map(({ group, indicators }) => {
      const t = indicators[code]
      return [
        INDICATOR_NAMES[code],
        cell(group),
        String(t.n),
        full(t.weighted),
        ...t.shares.flatMap((s) => [fixed(s.percent, 1), fixed(s.low, 1), fixed(s.high, 1)]),
        fixed(t.mean, 2),
        fixed(t.meanLow, 2),
        fixed(t.meanHigh, 2),
        fixed(t.sd, 2),
      ].join(',')
    }),
  )
  const combined = (name: string, pick: (row: PrevalenceRow) => CombinedShare) =>
    rows.map((row) => {
      const s = pick(row)
      const rest = Array.from({ length: 3 * (cuts.length - 1) + 4 }, () => '')
      return [
        name,
        cell(row.group),
        String(s.n),
        full(s.weighted),
        fixed(s.percent, 1),
        fixed(s.low, 1),
        fixed(s.high, 1),
        ...rest,
      ].join(',')
    })
  return `${[
    head.join(','),
    ...lines,
    ...combined('stunted and wasted (percent in the first share)', (row) => row.stuntedAndWasted),
    ...combined('stunted and overweight (percent in the first share)', (row) => row.stuntedAndOverweight),
  ].join('\n')}\n`
}

/** The columns of anthro_prevalence: HAZ_pop, HAZ_unwpop, HA_3_r, HA_3_se, …, HA_2_WH2_ul. */
export function anthroLayout(rows: readonly PrevalenceRow[]): string {
  const suffix = (cut: number) => (cut < 0 ? `_${-cut}` : String(cut))
  const head = ['Group']
  for (const { code } of PREVALENCE_INDICATORS) {
    head.push(`${code}Z_pop`, `${code}Z_unwpop`)
    for (const { cut } of rows[0]?.indicators[code].shares ?? [])
      head.push(...['r', 'se', 'll', 'ul'].map((s) => `${code}${suffix(cut)}_${s}`))
    head.push(...['r', 'se', 'll', 'ul', 'stdev'].map((s) => `${code}_${s}`))
  }
  head.push(
    ...['pop', 'unwpop', 'r', 'se', 'll', 'ul'].map((s) => `HA_2_WH_2_${s}`),
    ...['r', 'se', 'll', 'ul'].map((s) => `HA_2_WH2_${s}`),
  )
  const lines = rows.map(({ group, indicators, stuntedAndWasted: w, stuntedAndOverweight: o }) => {
    const cells = [cell(group)]
    for (const { code } of PREVALENCE_INDICATORS) {
      const t = indicators[code]
      cells.push(full(t.weighted), String(t.n))
      for (const s of t.shares) cells.push(full(s.percent), full(s.se), full(s.low), full(s.high))
      cells.push(full(t.mean), full(t.meanSe), full(t.meanLow), full(t.meanHigh), full(t.sd))
    }
    cells.push(
      full(w.weighted),
      String(w.n),
      full(w.percent),
      full(w.se),
      full(w.low),
      full(w.high),
      full(o.percent),
      full(o.se),
      full(o.low),
      full(o.high),
    )
    return cells.join(',')
  })
  return `${[head.join(','), ...lines].join('\n')}\n`
}
