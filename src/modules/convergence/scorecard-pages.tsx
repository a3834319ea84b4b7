// The regency's scorecard: how many villages stand where, which services miss the most people, every village with its grade.
// Must stay true: too few indicators are said, never drawn as a low score.
import { formatCount } from '../../kernel/rupiah.ts'
import { fill, say, type Text } from '../../kernel/text.ts'
import { Badge, type BadgeTone } from '../../platform/ui/badge.tsx'
import { GapBars } from '../../platform/ui/charts/gap-bars.tsx'
import { Chips } from '../../platform/ui/chips.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { Table } from '../../platform/ui/table.tsx'
import { day, PART_WORDS, PeriodChips, scoreOf, toldScore } from './page-parts.tsx'
import type { RegencyView, VillageLine } from './port.ts'

export const SCORECARD_WORDS = {
  title: { id: 'Rapor konvergensi desa', en: 'Village convergence scorecard' },
  lead: {
    id: 'Seberapa jauh layanan semua OPD sampai ke orang yang berhak, desa demi desa.',
    en: 'How far the services of all agencies reach those entitled, village by village.',
  },
  finding: {
    id: '{withGrade} dari {all} desa cukup datanya untuk dinilai. {low} desa bernilai D.',
    en: '{withGrade} of {all} villages have enough data for a grade. {low} have a D.',
  },
  source: {
    id: 'Sumber: daftar sasaran desa dan laporan OPD, {period}. Dihitung {date}. Skala nilai milik program ini.',
    en: 'Source: village lists and agency reports, {period}. Computed {date}. The scale is this programme’s own.',
  },
  never: { id: 'belum dihitung', en: 'not computed yet' },
  worst: { id: 'Layanan yang paling banyak kurang', en: 'Services that miss the most people' },
  villages: { id: 'Desa', en: 'Villages' },
  village: { id: 'Desa', en: 'Village' },
  score: { id: 'Nilai', en: 'Score' },
  grade: { id: 'Tingkat', en: 'Grade' },
  specific: { id: 'Spesifik', en: 'Specific' },
  sensitive: { id: 'Sensitif', en: 'Sensitive' },
  missing: { id: 'Orang kurang', en: 'People missing' },
  data: { id: 'Data', en: 'Data' },
  list: { id: 'daftar desa', en: 'village list' },
  report: { id: 'laporan OPD', en: 'agency reports' },
  priority: { id: 'lokus', en: 'priority' },
  all: { id: 'Semua kecamatan', en: 'All districts' },
  district: { id: 'Kecamatan', en: 'District' },
  sort: { id: 'Urutkan', en: 'Sort' },
  byScore: { id: 'Nilai terendah', en: 'Lowest score' },
  byMissing: { id: 'Terbanyak kurang', en: 'Most missing' },
  byName: { id: 'Nama', en: 'Name' },
  people: { id: 'orang', en: 'people' },
  families: { id: 'keluarga', en: 'families' },
  empty: { id: 'Belum ada nilai untuk triwulan ini', en: 'No scores for this quarter yet' },
  emptyText: {
    id: 'Nilai muncul setelah desa memastikan daftarnya atau OPD mengirim laporan. Perhitungan berjalan sendiri setiap malam.',
    en: 'Scores appear when villages confirm their lists or agencies report. They are computed every night.',
  },
  of: { id: '{n} dari {d}', en: '{n} of {d}' },
  showAll: { id: 'Tampilkan semua {n} desa', en: 'Show all {n} villages' },
} as const satisfies Record<string, Text>
const w = SCORECARD_WORDS

export const GRADE_TONES: Readonly<Record<string, BadgeTone>> = { A: 'done', B: 'work', C: 'care', D: 'stop' }

const SHORT = 40

export function RegencyPage({ view, base, isAll = false }: { view: RegencyView; base: string; isAll?: boolean }) {
  const language = useLanguage()
  const address = (change: Readonly<Record<string, string | undefined>>): string => {
    const query = {
      period: view.period.isCurrent ? undefined : view.period.key,
      district: view.district,
      sort: view.sort,
      ...change,
    }
    const kept = Object.entries(query).filter(
      (one): one is [string, string] => one[1] !== undefined && one[1] !== 'score',
    )
    return `${base}/scorecard${kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`}`
  }
  const period = say(view.period.name, language)
  const low = view.grades.D ?? 0
  return (
    <div class="stack stack-l">
      <div class="stack">
        <h1>{say(w.title, language)}</h1>
        <p class="lead narrow">{say(w.lead, language)}</p>
        <PeriodChips
          periods={view.periods}
          current={view.period.key}
          language={language}
          href={(key) => address({ period: key })}
        />
      </div>
      {view.updatedOn === null ? (
        <EmptyState level={2} title={w.empty} text={w.emptyText} />
      ) : (
        <>
          <section class="stack" aria-label={say(w.score, language)}>
            <p class="h3">
              {fill(say(w.finding, language), {
                withGrade: view.lines.length - view.withoutGrade,
                all: view.lines.length,
                low,
              })}
            </p>
            <ul class="row plain">
              {Object.entries(view.grades).map(([letter, count]) => (
                <li>
                  <Badge
                    tone={GRADE_TONES[letter] ?? 'wait'}
                    label={`${letter}: ${formatCount(count, language)} ${say(w.villages, language).toLowerCase()}`}
                  />
                </li>
              ))}
              {view.withoutGrade > 0 ? (
                <li>
                  <Badge label={`${say(PART_WORDS.noGrade, language)}: ${formatCount(view.withoutGrade, language)}`} />
                </li>
              ) : null}
            </ul>
            <p class="xs quiet">
              {fill(say(w.source, language), {
                period,
                date: day(view.updatedOn, language),
              })}
            </p>
          </section>
          {view.worst.length === 0 ? null : (
            <section class="stack" aria-labelledby="h-worst">
              <h2 id="h-worst">{say(w.worst, language)}</h2>
              <GapBars
                manyMissing={100}
                gaps={view.worst.map((one) => ({
                  name: one.indicator.name,
                  owner: one.indicator.code,
                  reached: one.numerator,
                  of: one.denominator,
                  targetPercent: Number(one.indicator.targets[0]!.share) * 100,
                  missing: one.missing,
                  unit: one.indicator.unit === 'person' ? w.people : w.families,
                }))}
              />
            </section>
          )}
        </>
      )}
      <section class="stack" aria-labelledby="h-villages">
        <h2 id="h-villages">{say(w.villages, language)}</h2>
        <form method="get" action={`${base}/scorecard`} class="row">
          {view.period.isCurrent ? null : <input type="hidden" name="period" value={view.period.key} />}
          <label class="s" for="district">
            {say(w.district, language)}
          </label>
          <select id="district" name="district" class="w-16">
            <option value="">{say(w.all, language)}</option>
            {view.districts.map((one) => (
              <option value={one.code} selected={one.code === view.district}>
                {one.name}
              </option>
            ))}
          </select>
          <button type="submit" class="btn btn-2 btn-s">
            {language === 'id' ? 'Tampilkan' : 'Show'}
          </button>
        </form>
        <Chips
          label={w.sort}
          chips={(['score', 'missing', 'name'] as const).map((one) => ({
            href: address({ sort: one }),
            label: one === 'score' ? w.byScore : one === 'missing' ? w.byMissing : w.byName,
            current: one === view.sort,
          }))}
        />
        <Table
          caption={w.title}
          dense
          columns={[
            { key: 'village', label: w.village, title: true },
            { key: 'grade', label: w.grade },
            { key: 'score', label: w.score, end: true },
            { key: 'missing', label: w.missing, end: true },
            { key: 'specific', label: w.specific, end: true, optional: true },
            { key: 'sensitive', label: w.sensitive, end: true, optional: true },
            { key: 'data', label: w.data, optional: true },
          ]}
          rows={(isAll ? view.lines : view.lines.slice(0, SHORT)).map((line) => ({
            cells: cellsOf(line, base, view, language),
          }))}
        />
        {view.lines.some((line) => line.scoreStep !== 1) ? (
          <p class="xs quiet">{say(PART_WORDS.coarse, language)}</p>
        ) : null}
        {isAll || view.lines.length <= SHORT ? null : (
          <p>
            <a href={address({ all: '1' })}>{fill(say(w.showAll, language), { n: view.lines.length })}</a>
          </p>
        )}
      </section>
    </div>
  )
}

function cellsOf(line: VillageLine, base: string, view: RegencyView, language: 'id' | 'en') {
  const query = view.period.isCurrent ? '' : `?period=${view.period.key}`
  return {
    village: (
      <div>
        <a href={`${base}/villages/${line.code}${query}`}>{line.name}</a>{' '}
        {line.isPriority ? <small class="quiet">({say(w.priority, language)})</small> : null}
        <small class="quiet"> {view.district === undefined ? line.district : ''}</small>
      </div>
    ),
    grade:
      line.grade === null ? (
        <small class="quiet">{say(PART_WORDS.noGrade, language)}</small>
      ) : (
        <Badge tone={GRADE_TONES[line.grade] ?? 'wait'} label={line.grade} />
      ),
    score: (
      <div>
        {toldScore(line, language)}
        {line.before !== null && line.score !== null && line.before !== line.score ? (
          <small class="quiet">
            {' '}
            ({Number(line.score) > Number(line.before) ? '+' : '−'}
            {scoreOf(Math.abs(Number(line.score) - Number(line.before)).toFixed(1), language)})
          </small>
        ) : null}
      </div>
    ),
    missing: `${line.isRounded && line.missing > 0 ? '± ' : ''}${formatCount(line.missing, language)}`,
    specific: scoreOf(line.specific, language),
    sensitive: scoreOf(line.sensitive, language),
    data: `${fill(say(w.of, language), { n: line.available, d: line.of })}, ${say(line.isList ? w.list : w.report, language)}`,
  }
}
