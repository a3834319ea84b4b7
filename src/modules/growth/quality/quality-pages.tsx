// How well a posyandu measures: signs in words, each with what to do, for the place and for every measurer. Must stay true: training is
// the answer, nobody is blamed; without enough measurings the page says so instead of judging.

import { formatMonth } from '../../../kernel/date-format.ts'
import { formatFigure } from '../../../kernel/decimal.ts'
import { fill, type Language, say, type Text } from '../../../kernel/text.ts'
import { Badge } from '../../../platform/ui/badge.tsx'
import { CheckList } from '../../../platform/ui/check-list.tsx'
import { EmptyState } from '../../../platform/ui/empty-state.tsx'
import { Notice } from '../../../platform/ui/notice.tsx'
import { SummaryList } from '../../../platform/ui/summary-list.tsx'
import { Table } from '../../../platform/ui/table.tsx'
import { POSYANDU_WORDS as p } from '../posyandu-words.ts'
import { SPREADS, type SpreadName, spreadOf } from '../rules/quality-signs.ts'
import type { QualityOf, QualityView } from './quality-port.ts'

export const QUALITY_WORDS = {
  title: { id: 'Mutu pengukuran', en: 'Quality of measuring' },
  lead: {
    id: '{from} sampai {to}, {count} pengukuran. Tanda di sini bahan latihan, bukan penilaian orang.',
    en: '{from} to {to}, {count} measurings. Signs here are for training, not for judging people.',
  },
  good: { id: 'Tidak ada yang perlu dibicarakan', en: 'Nothing to talk about' },
  goodText: {
    id: 'Angka tidak dibulatkan, posisi dicatat, sebaran wajar.',
    en: 'Figures are not rounded, positions are recorded, the spread is as expected.',
  },
  few: { id: 'Belum cukup untuk dinilai', en: 'Too few to judge' },
  empty: { id: 'Belum ada pengukuran enam bulan terakhir', en: 'No measurings in the last six months' },
  emptyText: {
    id: 'Tanda mutu muncul setelah sekitar dua puluh anak diukur.',
    en: 'Signs appear once about twenty children are measured.',
  },
  measurers: { id: 'Menurut yang mengukur', en: 'By who measures' },
  who: { id: 'Nama', en: 'Name' },
  unknown: { id: 'Petugas lain', en: 'Somebody else' },
  measured: { id: 'Diukur', en: 'Measured' },
  talk: { id: 'Latih bersama', en: 'Train together' },
  figures: { id: 'Angka di baliknya', en: 'The figures behind it' },
  round: { id: 'Berakhir ,0 atau ,5', en: 'Ending in .0 or .5' },
  position: { id: 'Tanpa posisi', en: 'Without position' },
  flagged: { id: 'Tidak masuk akal', en: 'Implausible' },
  same: { id: 'Sama dengan anak lain', en: 'Same as another child' },
  beside: { id: 'Posyandu lain Puskesmas ini', en: 'Other posyandu of this health centre' },
  source: { id: 'Batas: {edition}, WHO untuk sebaran.', en: 'Limits: {edition}, WHO for the spread.' },
} as const satisfies Readonly<Record<string, Text>>
const w = QUALITY_WORDS
const SPREAD_WORDS: Readonly<Record<SpreadName, Text>> = {
  lengthForAge: { id: 'SD panjang menurut umur', en: 'SD of length for age' },
  weightForAge: { id: 'SD berat menurut umur', en: 'SD of weight for age' },
  weightForLength: { id: 'SD berat menurut panjang', en: 'SD of weight for length' },
}
const LEAST = 20

export function QualityPage({ base, view, language }: { base: string; view: QualityView; language: Language }) {
  const { posyandu, whole, measurers, beside } = view
  const word = (text: Text) => say(text, language)
  return (
    <div class="stack stack-l">
      <div class="stack stack-xs">
        <h1>{word(w.title)}</h1>
        <p class="lead">{posyandu.name}</p>
        <p class="quiet narrow">
          {fill(word(w.lead), {
            from: formatMonth(view.from, language),
            to: formatMonth(view.to, language),
            count: whole.counts.measured,
          })}
        </p>
      </div>
      {whole.counts.measured === 0 ? (
        <EmptyState
          level={2}
          title={w.empty}
          text={w.emptyText}
          link={{ href: `${base}/${posyandu.posyanduId}`, label: p.toList }}
        />
      ) : (
        <>
          <Signs of={whole} />
          {measurers.length < 2 && whole.signs.length > 0 ? null : (
            <section class="stack stack-s">
              <h2>{word(w.measurers)}</h2>
              <Table
                caption={w.measurers}
                phone="cards"
                dense
                columns={[
                  { key: 'who', label: w.who, title: true },
                  { key: 'measured', label: w.measured, end: true },
                  { key: 'talk', label: w.talk },
                ]}
                rows={measurers.map((one) => ({
                  ...(one.signs.length > 0 ? { tone: 'soon' as const } : {}),
                  cells: {
                    who: one.name === '' ? word(w.unknown) : one.name,
                    measured: one.counts.measured,
                    talk: <Short of={one} language={language} />,
                  },
                }))}
              />
            </section>
          )}
          <section class="stack stack-s narrow">
            <h2>{word(w.figures)}</h2>
            <Figures of={whole} language={language} />
            <p class="xs quiet">{fill(word(w.source), { edition: word(view.edition) })}</p>
          </section>
        </>
      )}
      {beside.length === 0 ? null : (
        <section class="stack stack-s">
          <h2>{word(w.beside)}</h2>
          <Table
            caption={w.beside}
            phone="cards"
            dense
            columns={[
              { key: 'name', label: p.title, title: true },
              { key: 'measured', label: w.measured, end: true },
              { key: 'talk', label: w.talk },
            ]}
            rows={beside.map((one) => ({
              ...(one.signs.length > 0 ? { tone: 'soon' as const } : {}),
              cells: {
                name: <a href={`${base}/${one.posyanduId}/quality`}>{one.name}</a>,
                measured: one.measured,
                talk:
                  one.measured < LEAST ? (
                    <span class="quiet">{word(w.few)}</span>
                  ) : one.signs.length === 0 ? (
                    <Badge tone="done" label={w.good} />
                  ) : (
                    one.signs.map((sign) => say(sign.name, language)).join('; ')
                  ),
              },
            }))}
          />
        </section>
      )}
    </div>
  )
}

function Signs({ of: { signs, counts } }: { of: QualityOf }) {
  if (counts.measured < LEAST) return <Notice tone="note" fact={w.few} text={w.emptyText} />
  if (signs.length === 0) return <Notice tone="good" fact={w.good} text={w.goodText} />
  return (
    <CheckList
      items={signs.map((sign) => ({
        tone: 'care' as const,
        title: { id: `${sign.name.id} (${sign.figure.id})`, en: `${sign.name.en} (${sign.figure.en})` },
        text: sign.advice,
      }))}
    />
  )
}

function Short({ of: { signs, counts }, language }: { of: QualityOf; language: Language }) {
  if (counts.measured < LEAST) return <span class="quiet">{say(w.few, language)}</span>
  if (signs.length === 0) return <Badge tone="done" label={w.good} />
  return (
    <>
      {signs.map((sign) => (
        <span class="block">
          {say(sign.name, language)} <small class="quiet">({say(sign.figure, language)})</small>{' '}
        </span>
      ))}
    </>
  )
}

function Figures({ of: { counts }, language }: { of: QualityOf; language: Language }) {
  const share = (n: number, of: number) => (of === 0 ? '–' : `${n} / ${of} (${Math.round((100 * n) / of)} %)`)
  const sd = (name: SpreadName) => {
    const value = spreadOf(counts.spread[name])
    return `${value === undefined ? '–' : formatFigure(value, 2, language)} (n ${counts.spread[name].n})`
  }
  return (
    <SummaryList
      figures
      rows={[
        { term: w.round, value: share(counts.round, counts.pairs) },
        { term: w.position, value: share(counts.noPosition, counts.lengths) },
        { term: w.flagged, value: share(counts.flagged, counts.measured) },
        { term: w.same, value: share(counts.same, counts.pairs) },
        ...SPREADS.map((name) => ({ term: SPREAD_WORDS[name], value: sd(name) })),
      ]}
    />
  )
}
