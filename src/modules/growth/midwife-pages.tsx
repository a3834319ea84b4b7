// A health worker's pages of a posyandu: measurings to verify, N or T judged by eye, alike records. Must stay true: what is
// unremarkable goes with one press; what is remarkable is looked at one by one.
import { formatDateShort, formatMonth } from '../../kernel/date-format.ts'
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { AlikeChild, AlikeView, JudgeView, VerifyLine, VerifyView } from './midwife-port.ts'
import type { FormErrors } from './posyandu-frame.ts'
import { age, figures, gainSentence, STATUS, POSYANDU_WORDS as w } from './posyandu-words.ts'
import { scoreTexts } from './score-words.ts'

export const MIDWIFE_WORDS = {
  verify: { id: 'Verifikasi penimbangan', en: 'Verify weighings' },
  lead: {
    id: '{month}. {waiting} menunggu, {done} sudah diverifikasi.',
    en: '{month}. {waiting} waiting, {done} verified.',
  },
  calm: { id: 'Tanpa catatan khusus', en: 'Unremarkable' },
  calmText: {
    id: 'Angka wajar, gizi dan panjang dalam batas, tidak ada tanda bahaya.',
    en: 'Figures are plausible, nutrition and length within limits, no danger signs.',
  },
  verifyAll: { id: 'Verifikasi {count} penimbangan ini', en: 'Verify these {count} weighings' },
  look: { id: 'Lihat satu per satu', en: 'Look at one by one' },
  own: {
    id: 'Anda sendiri yang menimbang; orang lain yang memverifikasi.',
    en: 'You weighed this child; somebody else verifies.',
  },
  verifyOne: { id: 'Verifikasi', en: 'Verify' },
  measureAgain: { id: 'Ukur ulang', en: 'Measure again' },
  empty: { id: 'Semua sudah diverifikasi', en: 'Everything is verified' },
  emptyText: {
    id: 'Penimbangan baru dari kader muncul di sini begitu disimpan.',
    en: 'New weighings by cadres appear here once saved.',
  },
  done: { id: '{count} penimbangan diverifikasi.', en: '{count} weighings verified.' },
  other: { id: 'Bulan lain', en: 'Another month' },
  figures: { id: 'Angka', en: 'Figures' },
  remarks: { id: 'Perhatikan', en: 'Look at' },
  judge: { id: 'Nilai N/T, {month}', en: 'Judge N/T, {month}' },
  judgeLead: {
    id: 'Komputer hanya membandingkan dengan kenaikan paling sedikit. Bila kurva mengikuti garisnya, Anda boleh menilai lain, dengan alasan.',
    en: 'The computer only compares with the least gain. Where the curve follows its line you may judge otherwise, with a reason.',
  },
  computed: { id: 'Menurut hitungan', en: 'As computed' },
  judged: { id: 'Penilaian Anda', en: 'Your judgement' },
  why: { id: 'Alasan', en: 'Reason' },
  saveJudge: { id: 'Simpan penilaian', en: 'Save the judgement' },
  alike: { id: 'Anak yang sama?', en: 'The same child?' },
  alikeLead: {
    id: 'Nama mirip, tanggal lahir dan jenis kelamin sama. Bila digabung, semua penimbangan tetap ada.',
    en: 'Similar names, same birth date and sex. When joined, every weighing is kept.',
  },
  alikeEmpty: { id: 'Tidak ada catatan yang mirip', en: 'No records that are alike' },
  alikeEmptyText: {
    id: 'Bila seorang anak tercatat dua kali, pasangannya muncul di sini.',
    en: 'When a child is recorded twice, the pair appears here.',
  },
  keepThis: {
    id: 'Sama; simpan catatan {posyandu} ({count} penimbangan)',
    en: 'Same; keep the record of {posyandu} ({count} weighings)',
  },
  twoChildren: { id: 'Dua anak yang berbeda', en: 'Two different children' },
  decide: { id: 'Simpan keputusan', en: 'Save the decision' },
  nik: { id: 'NIK', en: 'NIK' },
  weighings: { id: 'Penimbangan', en: 'Weighings' },
} as const satisfies Readonly<Record<string, Text>>
const m = MIDWIFE_WORDS

export function VerifyPage({
  base,
  view,
  previous,
  done,
  language,
}: {
  base: string
  view: VerifyView
  previous: string
  done?: number
  language: Language
}) {
  const { posyandu, waiting } = view
  const here = `${base}/${posyandu.posyanduId}/verify`
  const calm = waiting.filter((line) => line.remarks.length === 0 && !line.isOwn)
  const others = waiting.filter((line) => line.remarks.length > 0 || line.isOwn)
  const word = (text: Text) => say(text, language)
  return (
    <div class="stack stack-l">
      <div class="stack stack-xs">
        <h1>{word(m.verify)}</h1>
        <p class="lead">{posyandu.name}</p>
        <p class="quiet">
          {fill(word(m.lead), {
            month: formatMonth(view.month, language),
            waiting: waiting.length,
            done: view.verified,
          })}{' '}
          <a href={`${here}?m=${previous}`}>{formatMonth(previous, language)}</a>
        </p>
      </div>
      {done === undefined || done === 0 ? null : <Notice tone="good" fact={fill(word(m.done), { count: done })} />}
      {waiting.length === 0 ? (
        <EmptyState
          level={2}
          title={m.empty}
          text={m.emptyText}
          link={{ href: `${base}/${posyandu.posyanduId}`, label: w.toList }}
        />
      ) : null}
      {others.length === 0 ? null : (
        <section class="stack stack-s">
          <h2>
            {word(m.look)} ({others.length})
          </h2>
          <Lines base={base} here={here} lines={others} month={view.month} oneByOne language={language} />
        </section>
      )}
      {calm.length === 0 ? null : (
        <section class="stack stack-s">
          <h2>
            {word(m.calm)} ({calm.length})
          </h2>
          <p class="quiet">{word(m.calmText)}</p>
          <form method="post" action={here}>
            <input type="hidden" name="m" value={view.month} />
            {calm.map((line) => (
              <input type="hidden" name="id" value={line.measurement.id} />
            ))}
            <Button label={fill(word(m.verifyAll), { count: calm.length })} icon="check" />
          </form>
          <Lines base={base} here={here} lines={calm} month={view.month} language={language} />
        </section>
      )}
    </div>
  )
}

function Lines({
  base,
  here,
  lines,
  month,
  oneByOne = false,
  language,
}: {
  base: string
  here: string
  lines: readonly VerifyLine[]
  month: string
  oneByOne?: boolean
  language: Language
}) {
  return (
    <Table
      caption={oneByOne ? m.look : m.calm}
      phone="cards"
      dense
      columns={[
        { key: 'name', label: w.day, title: true },
        { key: 'figures', label: m.figures },
        { key: 'status', label: w.result },
        ...(oneByOne
          ? [
              { key: 'remarks', label: m.remarks },
              { key: 'act', label: m.verifyOne, hidden: true },
            ]
          : []),
      ]}
      rows={lines.map((line) => ({
        ...(line.remarks.length > 0 ? { tone: 'soon' as const } : {}),
        cells: {
          name: (
            <>
              <a href={`${base}/children/${line.childId}`}>{line.name}</a>{' '}
              <small class="quiet thin">
                {age(line.measurement.ageMonths, line.measurement.ageDays, language)},{' '}
                {formatDateShort(line.measurement.date, language)}
              </small>
            </>
          ),
          figures: (
            <>
              {figures(line.measurement, language)}{' '}
              <small class="quiet thin">{scoreTexts(line.measurement, language).join('; ')}</small>
            </>
          ),
          status: line.status === undefined ? '–' : <Badge tone={STATUS[line.status].tone} label={line.status} />,
          remarks: [...line.remarks, ...(line.isOwn ? [m.own] : [])].map((text) => say(text, language)).join('; '),
          act: (
            <div class="row">
              {line.isOwn ? null : (
                <form method="post" action={here}>
                  <input type="hidden" name="m" value={month} />
                  <input type="hidden" name="id" value={line.measurement.id} />
                  <Button small kind="second" label={m.verifyOne} hidden={line.name} />
                </form>
              )}
              <a href={`${base}/children/${line.childId}/measure`}>
                {say(m.measureAgain, language)}
                <span class="hide"> {line.name}</span>
              </a>
            </div>
          ),
        },
      }))}
    />
  )
}

export function JudgePage({
  action,
  view,
  errors,
  typed,
  language,
}: {
  action: string
  view: JudgeView
  errors: FormErrors
  typed: { readonly status: string; readonly reason: string }
  language: Language
}) {
  const { child, line } = view
  const decision = line.decision!
  const error = (at: string) => {
    const found = errors.find((one) => one.at === at)?.text
    return found === undefined ? {} : { error: found }
  }
  const computed = decision.computed ?? decision.status
  return (
    <div class="stack stack-m narrow">
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <div class="stack stack-xs">
        <h1>{fill(say(m.judge, language), { month: formatMonth(line.month, language) })}</h1>
        <p class="lead">{child.name}</p>
        <p class="quiet">{say(m.judgeLead, language)}</p>
      </div>
      <SummaryList
        rows={[
          { term: m.figures, value: figures(line.measurement, language) },
          {
            term: m.computed,
            value: (
              <>
                <Badge tone={STATUS[computed].tone} label={STATUS[computed].text} />{' '}
                {say(gainSentence(decision), language)}
              </>
            ),
          },
        ]}
      />
      <form class="stack stack-m" method="post" action={action}>
        <ChoiceCards
          name="status"
          label={m.judged}
          two
          value={typed.status}
          choices={[
            { value: 'N', label: STATUS.N.text },
            { value: 'T', label: STATUS.T.text },
          ]}
          {...error('status')}
        />
        <Field
          name="reason"
          kind="lines"
          rows={3}
          maxlength={500}
          label={m.why}
          value={typed.reason}
          {...error('reason')}
        />
        <Button label={m.saveJudge} />
      </form>
    </div>
  )
}

export function AlikePage({
  base,
  view,
  errors,
  language,
}: {
  base: string
  view: AlikeView
  errors: FormErrors
  language: Language
}) {
  const here = `${base}/${view.posyandu.posyanduId}`
  return (
    <div class="stack stack-l">
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <div class="stack stack-xs">
        <h1>{say(m.alike, language)}</h1>
        <p class="quiet">{say(m.alikeLead, language)}</p>
      </div>
      {view.pairs.length === 0 ? (
        <EmptyState level={2} title={m.alikeEmpty} text={m.alikeEmptyText} link={{ href: here, label: w.toList }} />
      ) : null}
      {view.pairs.map(({ a, b }, index) => (
        <section class="panel stack" id={`pair-${index}`}>
          <div class="duo">
            <Side base={base} child={a} language={language} />
            <Side base={base} child={b} language={language} />
          </div>
          <form class="stack" method="post" action={`${here}/alike`}>
            <input type="hidden" name="a" value={a.childId} />
            <input type="hidden" name="b" value={b.childId} />
            <ChoiceCards
              name="decision"
              id={`decision-${index}`}
              label={m.alike}
              choices={[
                ...[a, b].map((one, side) => ({
                  value: side === 0 ? 'a' : 'b',
                  label: fill(say(m.keepThis, language), { posyandu: one.posyandu, count: one.measurings }),
                })),
                { value: 'two', label: m.twoChildren },
              ]}
            />
            <Field name="reason" id={`reason-${index}`} label={m.why} maxlength={500} />
            <Button kind="second" label={m.decide} hidden={a.name} />
          </form>
        </section>
      ))}
    </div>
  )
}

function Side({ base, child, language }: { base: string; child: AlikeChild; language: Language }) {
  return (
    <div class="stack stack-xs">
      <h2 class="h3">
        <a href={`${base}/children/${child.childId}`}>{child.name}</a>
      </h2>
      <SummaryList
        small
        rows={[
          { term: w.title, value: child.posyandu },
          { term: { id: 'Ibu', en: 'Mother' }, value: child.motherName ?? '–' },
          { term: { id: 'Lahir', en: 'Born' }, value: formatDateShort(child.birthDate, language) },
          { term: m.nik, value: say(child.hasNik ? w.yes : w.no, language) },
          { term: m.weighings, value: String(child.measurings) },
        ]}
      />
    </div>
  )
}
