// A village's scorecard, for the meeting and for print: grade, gaps by people missing with their owners, first 1000 days,
// families at risk, trend. Must stay true: every figure says its base and source; small groups are said in words.
import { fill, say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { Grade } from '../../platform/ui/grade.tsx'
import { type Content, useLanguage } from '../../platform/ui/language.ts'
import { MenuRows } from '../../platform/ui/menu-rows.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { ProgressBar } from '../../platform/ui/progress-bar.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { countText, day, PART_WORDS, PeriodChips, pairText, scoreOf, shown, toldScore } from './page-parts.tsx'
import type { IndicatorLine, VillageView } from './port.ts'

export const VILLAGE_WORDS = {
  scorecard: { id: 'Rapor konvergensi', en: 'Convergence scorecard' },
  village: { id: 'Desa', en: 'Village' },
  ward: { id: 'Kelurahan', en: 'Ward' },
  score: { id: 'Nilai {score} dari 100', en: 'Score {score} of 100' },
  data: {
    id: '{n} dari {d} indikator ada datanya. Spesifik {a}, sensitif {b}.',
    en: '{n} of {d} indicators have data. Specific {a}, sensitive {b}.',
  },
  notEnough: { id: 'Data belum cukup untuk dinilai.', en: 'There are not enough data for a grade.' },
  notEnoughText: {
    id: 'Baru {n} dari {d} indikator ada datanya; nilai diberikan mulai 70 persen. OPD pemilik indikator yang kosong tertulis di tabel.',
    en: 'Only {n} of {d} indicators have data; a grade needs 70 percent. The table names the owners of the empty ones.',
  },
  nothing: { id: 'Belum ada hitungan untuk triwulan ini.', en: 'Nothing was computed for this quarter yet.' },
  nothingText: {
    id: 'Perhitungan berjalan sendiri setelah daftar atau laporan masuk.',
    en: 'It is computed when lists or reports come in.',
  },
  gaps: { id: 'Siapa yang belum terjangkau', en: 'Who is not reached yet' },
  gapsLead: {
    id: 'Terbanyak kurang lebih dulu. Buka namanya untuk melihat daftar atau memberi tugas.',
    en: 'Most missing first. Open one to see the list or to give the task.',
  },
  indicator: { id: 'Layanan dan pemiliknya', en: 'Service and owner' },
  reached: { id: 'Terjangkau', en: 'Reached' },
  missing: { id: 'Kurang', en: 'Missing' },
  coverage: { id: 'Cakupan', en: 'Coverage' },
  target: { id: 'target {t} %', en: 'target {t} %' },
  targetOpen: { id: 'target {t} % (belum dipastikan)', en: 'target {t} % (unconfirmed)' },
  atMost: { id: 'paling banyak {t} %', en: 'at most {t} %' },
  yesNo: { id: 'ya atau belum', en: 'yes or not yet' },
  yes: { id: 'sudah bebas', en: 'declared free' },
  no: { id: 'belum', en: 'not yet' },
  listBase: { id: 'daftar desa', en: 'village list' },
  reportBase: { id: 'laporan OPD', en: 'agency report' },
  first: { id: 'Keluarga 1000 hari pertama', en: 'Families in the first 1000 days' },
  firstLine: { id: '{n} dari {d} lengkap layanannya', en: '{n} of {d} have every service due' },
  risk: { id: 'Keluarga berisiko stunting', en: 'Families at risk of stunting' },
  riskLine: { id: '{n} dari {d} yang diketahui', en: '{n} of {d} known' },
  growth: { id: 'Anak pendek pada pengukuran terakhir', en: 'Short children at the last measuring' },
  growthLine: { id: '{n} dari {d} yang diukur, cakupan {c}', en: '{n} of {d} measured, coverage {c}' },
  growthThin: { id: 'belum mewakili, di bawah 85 %', en: 'not representative, below 85 %' },
  withData: { id: 'Indikator berdata', en: 'Indicators with data' },
  trend: { id: 'Nilai per triwulan', en: 'Score by quarter' },
  quarter: { id: 'Triwulan', en: 'Quarter' },
  basis: { id: 'Dasar hitungan', en: 'Base of the figures' },
  list: { id: 'daftar sasaran desa yang sudah dipastikan', en: 'the confirmed list of the village' },
  report: {
    id: 'laporan OPD; daftar desa belum dipastikan lengkap',
    en: 'agency reports; the village has not confirmed its list',
  },
  confirm: { id: 'Daftar sudah lengkap, pakai untuk rapor', en: 'The list is whole, use it for the scorecard' },
  confirmText: {
    id: 'Setelah dipastikan, rapor dihitung dari nama di daftar desa, bukan dari jumlah laporan OPD.',
    en: 'Once confirmed, the scorecard counts the names of the village list, not the totals of agencies.',
  },
  checklist: { id: 'Daftar layanan per orang', en: 'Services due per person' },
  checklistText: { id: 'Siapa berhak atas apa, sudah atau belum', en: 'Who is entitled to what, received or not' },
  sheet: { id: 'Lembar rembuk desa', en: 'Sheet for the village meeting' },
  sheetText: {
    id: 'Satu lembar A4 tanpa nama, untuk dibagikan dan diisi',
    en: 'One A4 sheet without names, to hand out and fill in',
  },
  families: { id: 'Keluarga berisiko', en: 'Families at risk' },
  couples: { id: 'Calon pengantin', en: 'Brides and grooms' },
  couplesText: { id: 'Siapa yang perlu diperiksa atau didampingi', en: 'Who needs the check or help' },
  familiesText: { id: 'Nama, faktor, dan riwayatnya', en: 'Names, factors and their history' },
  source: {
    id: 'Dihitung {date} dari {basis}, {period}. Edisi: Perpres 72/2021; skala nilai milik program ini.',
    en: 'Computed {date} from {basis}, {period}. Edition: Perpres 72/2021; the scale is this programme’s own.',
  },
  few: {
    id: 'Kelompok di bawah 5 orang ditulis “<5” untuk peran Anda.',
    en: 'Groups under 5 people are written “<5” for your role.',
  },
  file: { id: 'Unduh rapor (PDF)', en: 'Download the scorecard (PDF)' },
  fileText: {
    id: 'A4 tanpa nama; jumlah kecil ditulis “<5”',
    en: 'A4 without names; small counts are written “<5”',
  },
  priority: { id: 'Desa lokus tahun ini.', en: 'A priority village this year.' },
} as const satisfies Record<string, Text>
const w = VILLAGE_WORDS

export function villageName(
  view: { readonly name: string; readonly kind?: 'desa' | 'kelurahan' },
  language: 'id' | 'en',
): string {
  return `${say(view.kind === 'kelurahan' ? w.ward : w.village, language)} ${view.name}`
}

export function VillagePage({ view, base }: { view: VillageView; base: string }) {
  const language = useLanguage()
  const { line } = view
  const here = `${base}/villages/${view.code}`
  const query = view.period.isCurrent ? '' : `?period=${view.period.key}`
  return (
    <div class="stack stack-l">
      <div class="stack">
        <h1>{villageName(view, language)}</h1>
        <p class="lead">
          {say(w.scorecard, language)}, {say(view.period.name, language)}. {view.district}
          {line?.isPriority === true ? `. ${say(w.priority, language)}` : ''}
        </p>
        <div class="no-print">
          <PeriodChips
            periods={view.periods}
            current={view.period.key}
            language={language}
            href={(key) => `${here}?period=${key}`}
          />
        </div>
      </div>
      <div class="split">
        <section class="stack" aria-labelledby="h-gaps">
          {line === undefined ? (
            <Notice fact={w.nothing} text={w.nothingText} />
          ) : line.grade === null ? (
            <Notice
              tone="care"
              fact={w.notEnough}
              text={fill(say(w.notEnoughText, language), { n: line.available, d: line.of })}
            />
          ) : (
            <Grade
              letter={line.grade}
              title={fill(say(w.score, language), { score: toldScore(line, language) })}
              text={fill(say(w.data, language), {
                n: line.available,
                d: line.of,
                a: scoreOf(line.specific, language),
                b: scoreOf(line.sensitive, language),
              })}
            />
          )}
          <h2 id="h-gaps">{say(w.gaps, language)}</h2>
          <p class="quiet s">{say(w.gapsLead, language)}</p>
          <Table
            caption={w.gaps}
            phone="cards"
            columns={[
              { key: 'indicator', label: w.indicator, title: true },
              { key: 'bar', label: w.coverage, bar: true, cardLabel: false },
              { key: 'reached', label: w.reached },
              { key: 'missing', label: w.missing, end: true },
            ]}
            rows={view.indicators.map((one) => ({
              cells: indicatorCells(one, `${here}/gaps/${one.indicator.code}${query}`, language),
            }))}
          />
        </section>
        <aside class="stack stack-m" aria-label={say(w.basis, language)}>
          <SummaryList
            small
            rows={[
              {
                term: w.first,
                value: pairText(w.firstLine, { n: view.households.complete, d: view.households.of }, language),
              },
              {
                term: w.risk,
                value: pairText(w.riskLine, { n: view.atRisk, d: view.riskKnown }, language),
              },
              ...(view.growth === undefined ? [] : [{ term: w.growth, value: growthText(view.growth, language) }]),
              { term: w.basis, value: say(view.isList ? w.list : w.report, language) },
            ]}
          />
          {view.mayConfirm && !view.isList ? (
            <form method="post" action={`${here}/list`} class="panel panel-wash stack stack-s">
              <p class="s">{say(w.confirmText, language)}</p>
              <input type="hidden" name="period" value={view.period.key} />
              <Button kind="second" label={w.confirm} />
            </form>
          ) : null}
          <div class="no-print">
            <MenuRows
              rows={[
                ...(view.mayCheck
                  ? [
                      {
                        href: `${here}/services${query}`,
                        title: w.checklist,
                        text: w.checklistText,
                        icon: 'list' as const,
                      },
                    ]
                  : []),
                ...(view.maySeeFamilies
                  ? [{ href: `${here}/families`, title: w.families, text: w.familiesText, icon: 'family' as const }]
                  : []),
                ...(view.maySeeCouples
                  ? [{ href: `${here}/couples`, title: w.couples, text: w.couplesText, icon: 'person' as const }]
                  : []),
                { href: `${here}/sheet${query}`, title: w.sheet, text: w.sheetText, icon: 'print' as const },
                { href: `${here}/scorecard.pdf${query}`, title: w.file, text: w.fileText, icon: 'download' as const },
              ]}
            />
          </div>
          {view.trend.length < 2 ? null : (
            <Table
              caption={w.trend}
              showCaption
              dense
              phone="table"
              columns={[
                { key: 'name', label: w.quarter, title: true },
                { key: 'score', label: { id: 'Nilai', en: 'Score' }, end: true },
                { key: 'data', label: { id: 'Data', en: 'Data' }, end: true },
              ]}
              rows={[...view.trend].reverse().map((one) => ({
                cells: { name: one.name, score: scoreOf(one.score, language), data: `${one.available}/${one.of}` },
              }))}
            />
          )}
        </aside>
      </div>
      <p class="xs quiet">
        {view.updatedOn === null
          ? ''
          : fill(say(w.source, language), {
              date: day(view.updatedOn, language),
              basis: say(view.isList ? w.listBase : w.reportBase, language),
              period: say(view.period.name, language),
            })}{' '}
        {view.indicators.some((one) => one.missing === 'few' || (one.count !== undefined && one.count.kind !== 'exact'))
          ? say(w.few, language)
          : ''}
        {(line?.scoreStep ?? 1) !== 1 ? ` ${say(PART_WORDS.coarse, language)}` : ''}
      </p>
    </div>
  )
}

export function growthText(growth: NonNullable<VillageView['growth']>, language: 'id' | 'en'): string {
  const thin = growth.coveragePercent !== null && Number(growth.coveragePercent) < 85
  const cover =
    growth.coveragePercent === null
      ? say(PART_WORDS.noData, language)
      : `${scoreOf(growth.coveragePercent, language)} %`
  return fill(say(w.growthLine, language), {
    n: shown(growth.stunted, language),
    d: shown(growth.measured, language),
    c: thin ? `${cover} (${say(w.growthThin, language)})` : cover,
  })
}

export function targetText(one: IndicatorLine, language: 'id' | 'en'): string {
  const t = scoreOf(one.targetShare.replace(/\.0$/, ''), language)
  if (one.indicator.direction === 'yes-no') return say(w.yesNo, language)
  if (one.indicator.direction === 'lower') return fill(say(w.atMost, language), { t })
  return fill(say(one.isTargetConfirmed ? w.target : w.targetOpen, language), { t })
}

export function reachedText(one: IndicatorLine, language: 'id' | 'en'): string {
  if (one.indicator.direction === 'yes-no' && one.count?.kind === 'exact')
    return say(one.count.numerator >= one.count.denominator ? w.yes : w.no, language)
  return countText(one.count, language)
}

/** A percent sign stays on the line of its figure. */
export const together = (text: string): string => text.replaceAll(' %', '\u00a0%')

function indicatorCells(one: IndicatorLine, href: string, language: 'id' | 'en'): Readonly<Record<string, Content>> {
  const { count } = one
  const share =
    count?.kind === 'exact' && count.denominator > 0 ? (count.numerator / count.denominator) * 100 : undefined
  return {
    indicator: (
      <div>
        <a href={href}>{say(one.indicator.name, language)}</a>
        <small class="quiet">
          {' '}
          {one.indicator.code}, {one.ownerName}, {together(targetText(one, language))}
        </small>
      </div>
    ),
    bar:
      share === undefined || one.indicator.direction !== 'higher' ? (
        ''
      ) : (
        <ProgressBar small percent={share} target={Number(one.targetShare)} tone={one.missing === 0 ? 'act' : 'mid'} />
      ),
    reached: <span class="s num">{together(reachedText(one, language))}</span>,
    missing: <b class="num">{count === undefined ? '–' : shown(one.missing, language)}</b>,
  }
}
