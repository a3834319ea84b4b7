// The office's view of running periods: asked, answered, needed, and what is due next. Must stay true: counts only, no answer and no comment of
// a running period; officers of a unit see here no more than the public will.
import { formatDate } from '../../kernel/date-format.ts'
import { fill, say, type Text } from '../../kernel/text.ts'
import { Badge, type BadgeTone } from '../../platform/ui/badge.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { whole } from './figures.ts'
import { type PeriodState, STATE_NAMES } from './period.ts'
import type { OfficeView, ProgressView } from './port.ts'

export const OFFICE_WORDS = {
  title: { id: 'Survei kepuasan', en: 'Satisfaction survey' },
  empty: {
    id: 'Belum ada periode survei. Pengelola survei merencanakan periode pertama.',
    en: 'No survey period yet. The survey manager plans the first one.',
  },
  missing: { id: 'Belum punya hasil terbit tahun {year}: {units}.', en: 'No published result in {year} yet: {units}.' },
  missingMore: {
    id: 'Setiap unit menerbitkan sedikitnya satu hasil setahun.',
    en: 'Every unit publishes at least one result a year.',
  },
  service: { id: 'Layanan', en: 'Service' },
  asked: { id: 'Diundang', en: 'Invited' },
  answered: { id: 'Jawaban', en: 'Answers' },
  needed: { id: 'Diperlukan', en: 'Needed' },
  paper: { id: 'Ketik lembar kertas', en: 'Type in paper forms' },
  about: {
    id: 'Diundang: permohonan selesai yang mendapat tautan; lembar kertas tidak memerlukannya. Diperlukan: menurut pengguna layanan itu sampai sekarang.',
    en: 'Invited: finished applications that got a link; paper forms need none. Needed: by the users of that service so far.',
  },
  total: { id: '{answered} jawaban dari {needed} yang diperlukan', en: '{answered} answers of {needed} needed' },
  waiting: {
    id: '{n} di antaranya masih dicampur dan belum terbagi per layanan.',
    en: '{n} of them are still being mixed and not yet counted by service.',
  },
  dates: { id: '{from} sampai {to}', en: '{from} to {to}' },
  planNew: { id: 'Rencanakan periode baru', en: 'Plan a new period' },
  imports: { id: 'Angka laporan lama', en: 'Figures of old reports' },
  others: { id: 'Layanan lain', en: 'Other services' },
} as const satisfies Record<string, Text>
const w = OFFICE_WORDS

const TONES: Readonly<Record<PeriodState, BadgeTone>> = {
  planned: 'wait',
  open: 'work',
  closed: 'work',
  computed: 'care',
  reviewed: 'care',
  published: 'work',
  'followed-up': 'done',
  archived: 'done',
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const hasResult = (state: PeriodState): boolean => !['planned', 'open', 'closed'].includes(state)

export function OfficePage({
  view,
  href,
  planHref,
  paperHref,
  importHref,
}: {
  view: OfficeView
  href: (periodId: string) => string
  /** Where paper of a period is typed in, for whoever may. */
  paperHref?: (periodId: string) => string
  importHref: string
  planHref?: string
}) {
  const language = useLanguage()
  return (
    <div class="stack stack-l">
      <h1>{say(w.title, language)}</h1>
      {planHref === undefined ? null : (
        <p>
          <a href={planHref}>{say(w.planNew, language)}</a>
        </p>
      )}
      <p>
        <a href={importHref}>{say(w.imports, language)}</a>
      </p>
      {view.withoutPeriod.length > 0 ? (
        <Notice
          tone="care"
          fact={fill(say(w.missing, language), { year: view.year, units: view.withoutPeriod.join(', ') })}
          text={w.missingMore}
        />
      ) : null}
      {view.progress.length === 0 ? (
        <p class="lead">{say(w.empty, language)}</p>
      ) : (
        view.progress.map((progress) => (
          <ProgressSection
            progress={progress}
            href={href(progress.period.id)}
            paperHref={['open', 'closed'].includes(progress.period.state) ? paperHref?.(progress.period.id) : undefined}
          />
        ))
      )}
    </div>
  )
}

function ProgressSection({
  progress,
  href,
  paperHref,
}: {
  progress: ProgressView
  href: string
  paperHref: string | undefined
}) {
  const language = useLanguage()
  const { period } = progress
  const id = `p-${period.id}`
  const title = `${progress.unitName}, ${say(progress.name, language)}`
  return (
    <section class="stack" aria-labelledby={id}>
      <div class="row row-apart">
        <h2 id={id}>{hasResult(period.state) ? <a href={href}>{title}</a> : title}</h2>
        <Badge tone={TONES[period.state]} label={capital(say(STATE_NAMES[period.state], language))} />
      </div>
      <p>
        <b>
          {fill(say(w.total, language), {
            answered: whole(progress.answered, language),
            needed: whole(progress.needed, language),
          })}
        </b>
        .{' '}
        <span class="quiet">
          {fill(say(w.dates, language), {
            from: formatDate(period.from, language),
            to: formatDate(period.to, language),
          })}
          . {progress.waiting > 0 ? fill(say(w.waiting, language), { n: whole(progress.waiting, language) }) : null}
        </span>
      </p>
      <Table
        caption={w.service}
        columns={[
          { key: 'name', label: w.service, title: true },
          { key: 'asked', label: w.asked, end: true },
          { key: 'answered', label: w.answered, end: true },
          { key: 'needed', label: w.needed, end: true },
        ]}
        rows={[
          ...progress.services.map((service) => ({
            cells: {
              name: service.name,
              asked: whole(service.asked, language),
              answered: whole(service.answered, language),
              needed: whole(service.needed, language),
            },
          })),
          ...(progress.unnamed > 0
            ? [{ cells: { name: w.others, asked: '–', answered: whole(progress.unnamed, language), needed: '–' } }]
            : []),
        ]}
      />
      <p class="quiet s">{say(w.about, language)}</p>
      {paperHref === undefined ? null : (
        <p>
          <a href={paperHref}>{say(w.paper, language)}</a>
        </p>
      )}
    </section>
  )
}
