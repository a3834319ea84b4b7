// The sheet for the village meeting: where the village stands, its largest gaps with room for what is agreed, room to sign. One A4 sheet
// from any printer. Must stay true: no name of a person, source and date on the paper.
import { fill, say, type Text } from '../../kernel/text.ts'
import { useLanguage } from '../../platform/ui/language.ts'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { day, scoreOf, shown } from './page-parts.tsx'
import type { SheetView } from './sheet-port.ts'
import { growthText, reachedText, targetText, VILLAGE_WORDS, villageName } from './village-pages.tsx'

export const SHEET_WORDS = {
  title: { id: 'Lembar rembuk stunting, {village}', en: 'Stunting consultation, {village}' },
  lead: { id: '{district}, {region}. Keadaan {period}.', en: '{district}, {region}. As of {period}.' },
  how: {
    id: 'Cetak dari peramban (Ctrl+P), kertas A4. Tanpa nama orang, jadi boleh dibagikan kepada semua peserta.',
    en: 'Print from the browser (Ctrl+P) on A4. It holds no names, so everyone at the meeting may have it.',
  },
  stand: { id: 'Keadaan desa', en: 'Where the village stands' },
  score: { id: 'Nilai konvergensi', en: 'Convergence score' },
  grade: { id: 'tingkat {letter}, {score} dari 100', en: 'grade {letter}, {score} of 100' },
  trend: { id: 'Nilai triwulan sebelumnya', en: 'Scores of the quarters before' },
  gaps: { id: 'Yang paling banyak belum terjangkau', en: 'Largest gaps' },
  service: { id: 'Layanan dan pemiliknya', en: 'Service and owner' },
  reached: { id: 'Terjangkau', en: 'Reached' },
  missing: { id: 'Kurang', en: 'Missing' },
  agreed: { id: 'Kesepakatan rembuk', en: 'What is agreed' },
  money: { id: 'Dana', en: 'Money' },
  who: { id: 'Penanggung jawab, batas', en: 'In charge, by when' },
  noGaps: { id: 'Semua target yang ada datanya tercapai.', en: 'Every target with data is reached.' },
  promised: { id: 'Sudah ditugaskan ke program', en: 'Given to programmes already' },
  line: {
    id: '{programme} ({agency}): {service}, {n} dari {d}, batas {date}',
    en: '{programme} ({agency}): {service}, {n} of {d}, by {date}',
  },
  nothing: {
    id: 'Belum ada tugas yang diberikan untuk triwulan ini.',
    en: 'Nothing was given to a programme this quarter.',
  },
  signs: { id: 'Tanda tangan', en: 'Signatures' },
  head: { id: 'Kepala desa atau lurah', en: 'Village head' },
  cadre: { id: 'Kader pembangunan manusia', en: 'Village development cadre' },
  midwife: { id: 'Bidan desa', en: 'Village midwife' },
  council: { id: 'Badan permusyawaratan desa', en: 'Village council' },
  day: { id: 'Tanggal rembuk', en: 'Day of the meeting' },
  source: {
    id: 'Sumber: rapor konvergensi, {basis}, dihitung {date}; edisi {edition}. Dicetak {printed}. Jumlah di bawah 5 ditulis “<5”.',
    en: 'Source: convergence scorecard, {basis}, computed {date}; edition {edition}. Printed {printed}. Counts below 5 are written “<5”.',
  },
} as const satisfies Record<string, Text>
const w = SHEET_WORDS
const MOST_GAPS = 6

export function SheetPage({ view, regionName, edition }: { view: SheetView; regionName: string; edition: string }) {
  const language = useLanguage()
  const { village } = view
  const { line } = village
  const gaps = village.indicators.filter((one) => one.count !== undefined && one.missing !== 0).slice(0, MOST_GAPS)
  const before = village.trend.slice(0, -1)
  const blank = <span class="blank" />
  return (
    <div class="stack stack-m meeting">
      <div class="stack stack-s">
        <h1>{fill(say(w.title, language), { village: villageName(village, language) })}</h1>
        <p class="lead">
          {fill(say(w.lead, language), {
            district: village.district,
            region: regionName,
            period: say(village.period.name, language),
          })}
          {line?.isPriority === true ? ` ${say(VILLAGE_WORDS.priority, language)}` : ''}
        </p>
        <p class="s quiet no-print">{say(w.how, language)}</p>
      </div>
      <section class="stack stack-s" aria-labelledby="h-stand">
        <h2 id="h-stand">{say(w.stand, language)}</h2>
        <SummaryList
          small
          rows={[
            {
              term: w.score,
              value:
                line === undefined || line.grade === null
                  ? say(VILLAGE_WORDS.notEnough, language)
                  : fill(say(w.grade, language), { letter: line.grade, score: scoreOf(line.score, language) }),
            },
            ...(before.length === 0
              ? []
              : [
                  {
                    term: w.trend,
                    value: before
                      .map((one) => `${say(one.name, language)}: ${scoreOf(one.score, language)}`)
                      .join('; '),
                  },
                ]),
            ...(village.growth === undefined
              ? []
              : [{ term: VILLAGE_WORDS.growth, value: growthText(village.growth, language) }]),
            {
              term: VILLAGE_WORDS.first,
              value: fill(say(VILLAGE_WORDS.firstLine, language), {
                n: shown(village.households.complete, language),
                d: shown(village.households.of, language),
              }),
            },
            {
              term: VILLAGE_WORDS.risk,
              value: fill(say(VILLAGE_WORDS.riskLine, language), {
                n: shown(village.atRisk, language),
                d: shown(village.riskKnown, language),
              }),
            },
          ]}
        />
      </section>
      <section class="stack stack-s" aria-labelledby="h-sheet-gaps">
        <h2 id="h-sheet-gaps">{say(w.gaps, language)}</h2>
        {gaps.length === 0 ? (
          <p>{say(w.noGaps, language)}</p>
        ) : (
          <Table
            caption={w.gaps}
            dense
            phone="cards"
            columns={[
              { key: 'service', label: w.service, title: true },
              { key: 'reached', label: w.reached },
              { key: 'missing', label: w.missing, end: true },
              { key: 'agreed', label: w.agreed },
              { key: 'money', label: w.money },
              { key: 'who', label: w.who },
            ]}
            rows={gaps.map((one) => ({
              cells: {
                service: (
                  <div>
                    {say(one.indicator.name, language)}{' '}
                    <small class="quiet">
                      {one.ownerName}, {targetText(one, language)}
                    </small>
                  </div>
                ),
                reached: reachedText(one, language),
                missing: <b class="num">{shown(one.missing, language)}</b>,
                agreed: blank,
                money: blank,
                who: blank,
              },
            }))}
          />
        )}
      </section>
      <section class="stack stack-s" aria-labelledby="h-promised">
        <h2 id="h-promised" class="h3">
          {say(w.promised, language)}
        </h2>
        {view.assignments.length === 0 ? (
          <p class="s quiet">{say(w.nothing, language)}</p>
        ) : (
          <ul class="s">
            {view.assignments.map((one) => (
              <li>
                {fill(say(w.line, language), {
                  programme: one.programmeName,
                  agency: one.agencyName,
                  service: say(one.serviceName, language),
                  n: shown(one.delivered, language),
                  d: shown(one.people, language),
                  date: day(one.dueOn, language),
                })}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section class="stack stack-s panel" aria-labelledby="h-signs">
        <h2 id="h-signs" class="h3">
          {say(w.signs, language)}
        </h2>
        <ul class="signs">
          {[w.day, w.head, w.council, w.cadre, w.midwife].map((who) => (
            <li>
              <span class="blank" />
              <small>{say(who, language)}</small>
            </li>
          ))}
        </ul>
      </section>
      <p class="xs quiet">
        {fill(say(w.source, language), {
          basis: say(village.isList ? VILLAGE_WORDS.listBase : VILLAGE_WORDS.reportBase, language),
          date: village.updatedAt === null ? '–' : day(village.updatedAt.toISOString().slice(0, 10), language),
          edition,
          printed: day(view.printedOn, language),
        })}
      </p>
    </div>
  )
}
