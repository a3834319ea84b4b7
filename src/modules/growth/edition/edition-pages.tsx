// Weight gains and limits in force, the region's editions, the form of a new one. Must stay true: what no official text confirms is said
// where it is edited; a draft shows before and after; a second person confirms it.
import { fill, type Language, say, type Text } from '../../../kernel/text.ts'
import { EditionPanels } from '../../../platform/ui/edition-panels.tsx'
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx'
import { Table } from '../../../platform/ui/table.tsx'
import { EditionForm, type EditionPageProps } from './edition-form.tsx'
import type { GrowthEditionsView, LimitView } from './edition-port.ts'
import { GROUPS, EDITION_WORDS as w, withUnit, YES_NO } from './edition-words.ts'
import type { Limit, LimitGroup } from './limit-kinds.ts'

export function EditionsPage(props: EditionPageProps) {
  const { view, action, errors, language } = props
  const word = (text: Text) => say(text, language)
  const held = [...new Set(view.held.map(word))].join('; ')
  const of = (group: LimitGroup) => view.limits.filter(({ limit }) => limit.group === group)
  const limitRows = GROUPS.filter(({ group }) => group !== 'kbm')
    .flatMap(({ group }) => of(group))
    .filter(
      // signs stand in a table of their own
      ({ limit }) => !limit.isYesNo,
    )
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>{word(w.title)}</h1>
        <p class="lead">{fill(word(w.lead), { held })}</p>
        <p class="s quiet">{word(w.fixed)}</p>
      </div>
      <section class="stack medium" aria-labelledby="h-kbm">
        <h2 id="h-kbm">{word(w.kbm)}</h2>
        <KbmTable rows={of('kbm')} language={language} />
        <p class="xs quiet">{word(w.source)}</p>
      </section>
      <section class="stack medium" aria-labelledby="h-limits">
        <h2 id="h-limits">{word(w.limits)}</h2>
        <Table
          caption={w.limits}
          phone="table"
          dense
          columns={[
            { key: 'limit', label: w.limit, title: true },
            { key: 'value', label: w.value, end: true },
          ]}
          rows={limitRows.map((one) => ({
            cells: { limit: word(one.limit.label), value: <Value one={one} language={language} /> },
          }))}
        />
      </section>
      <details>
        <summary>{word(w.alerts)}</summary>
        <AlertTable view={view} language={language} />
      </details>
      <details>
        <summary>{word(w.flags)}</summary>
        <FlagTable view={view} language={language} />
      </details>
      <EditionPanels
        title={w.editions}
        none={w.noEditions}
        action={action}
        mayConfirm={view.mayDecide}
        editions={view.editions.map((one) => ({
          ...one,
          changes: [
            ...one.changes.map(({ limit, before, after }) => ({
              thing: thingOf(limit, language),
              before: withUnit(limit, before, language),
              after: withUnit(limit, after, language),
            })),
            ...one.flags.map(({ before, after }) => ({
              thing: word(w.flag),
              before: word(before ?? w.flagNone),
              after: word(after ?? w.flagNone),
            })),
          ],
        }))}
      />
      {view.mayDecide && view.starts.length > 0 ? <EditionForm {...props} /> : null}
    </div>
  )
}

function Value({ one, language }: { one: LimitView; language: Language }) {
  const note = one.now !== one.shipped ? w.own : one.limit.isOpen ? w.open : undefined
  return (
    <div>
      {withUnit(one.limit, one.now, language)}
      {note === undefined ? null : <div class="xs quiet">{say(note, language)}</div>}
    </div>
  )
}

function KbmTable({ rows, language }: { rows: readonly LimitView[]; language: Language }) {
  const bands = [...new Set(rows.map(({ limit }) => limit.key.split('-')[1]!))]
  const find = (band: string, who: string) => rows.find(({ limit }) => limit.key === `kbm-${band}-${who}`)!
  const monthsOf = (band: string) => /\d+(–\d+)?/.exec(find(band, 'boys').limit.label.id)![0]
  return (
    <Table
      caption={w.kbm}
      phone="table"
      dense
      columns={[
        { key: 'age', label: w.age, title: true },
        { key: 'boys', label: w.boys, end: true },
        { key: 'girls', label: w.girls, end: true },
      ]}
      rows={bands.map((band) => ({
        cells: {
          age: monthsOf(band),
          boys: <Value one={find(band, 'boys')} language={language} />,
          girls: <Value one={find(band, 'girls')} language={language} />,
        },
      }))}
    />
  )
}

function AlertTable({ view, language }: { view: GrowthEditionsView; language: Language }) {
  const days = (key: string): string => {
    const one = view.limits.find(({ limit }) => limit.key === key)!
    return one.now === 0 ? say(w.sameDay, language) : fill(say(w.days, language), { n: one.now })
  }
  return (
    <Table
      caption={w.alerts}
      phone="cards"
      dense
      columns={[
        { key: 'alert', label: w.alert, title: true },
        { key: 'due', label: w.due, end: true },
        { key: 'window', label: w.window, end: true },
        { key: 'late', label: w.late, end: true },
      ]}
      rows={view.alerts.map(({ code, name }) => ({
        cells: {
          alert: `${say(name, language)} (${code})`,
          due: days(`due-${code}`),
          window: days(`window-${code}`),
          late: days(`late-${code}`),
        },
      }))}
    />
  )
}

function FlagTable({ view, language }: { view: GrowthEditionsView; language: Language }) {
  return (
    <Table
      caption={w.flags}
      phone="table"
      dense
      columns={[
        { key: 'flag', label: w.flag, title: true },
        { key: 'asked', label: w.asked, end: true },
      ]}
      rows={view.flags.map(({ text, asked, isOwn }) => ({
        cells: {
          flag: (
            <div>
              {say(text, language)}
              <div class="xs quiet">{say(isOwn ? w.own : w.open, language)}</div>
            </div>
          ),
          asked: say(YES_NO[asked ? 1 : 0]!, language),
        },
      }))}
    />
  )
}

/** "Ditangani dalam" says nothing without its alert. */
function thingOf(limit: Limit, language: Language): string {
  const alert = limit.group.startsWith('alert-') ? `${limit.group.slice(6)}: ` : limit.group === 'kbm' ? 'KBM: ' : ''
  return `${alert}${say(limit.label, language)}`
}
