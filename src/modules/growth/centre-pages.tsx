// A health centre's posyandu beside each other: participation, gain, faltering, closing, so that help goes where it is needed.
import { type Language, say } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { decimal, percent } from '../../platform/ui/format.ts'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { monthText } from './figures-in-words.ts'
import type { CentreView } from './figures-port.ts'
import { FIGURE_WORDS as w } from './figures-words.ts'

export function CentrePage({ base, view, language }: { base: string; view: CentreView; language: Language }) {
  const at = `${base}/balanting/figures/centres/${view.centreId}`
  const codes = view.posyandus[0]?.indicators ?? []
  return (
    <div class="stack">
      <h1>{view.name}</h1>
      <form method="get" action={at} class="row no-print">
        <SelectField
          name="month"
          label={w.month}
          value={view.month}
          width={8}
          options={[...view.months].reverse().map((month) => ({ value: month, label: monthText(month, language) }))}
        />
        <Button kind="second" label={w.show} fill="never" />
      </form>
      <SummaryList
        figures
        rows={[
          {
            term: w.open,
            value: <a href={`${base}/balanting/alerts?show=all`}>{decimal(view.openAlerts, 0, language)}</a>,
          },
          {
            term: w.late,
            value: <a href={`${base}/balanting/alerts?show=late`}>{decimal(view.lateAlerts, 0, language)}</a>,
          },
          {
            term: w.referrals,
            value: <a href={`${base}/balanting/alerts?show=referred`}>{decimal(view.openReferrals, 0, language)}</a>,
          },
        ]}
      />
      <h2>
        {say(w.compare, language)}, {monthText(view.month, language)}
      </h2>
      <p class="quiet s">
        {codes.map(({ code, name }) => `${code}: ${say(name, language)}`).join(' · ')} · ▾ {say(w.misses, language)}
      </p>
      {view.posyandus.length === 0 ? (
        <EmptyState title={w.none} text={w.noneText} />
      ) : (
        <Table
          caption={w.compare}
          phone="cards"
          dense
          columns={[
            { key: 'name', label: w.posyandu, title: true },
            { key: 's', label: 'S', end: true },
            { key: 'd', label: 'D', end: true },
            ...codes.map(({ code }) => ({ key: code, label: code, end: true })),
            { key: 'closed', label: w.closed },
          ]}
          rows={view.posyandus.map((one) => ({
            ...(one.indicators.some(({ met }) => met === false) ? { tone: 'soon' as const } : {}),
            cells: {
              name: (
                <>
                  <a href={`${base}/balanting/posyandu/${one.posyanduId}`}>{one.name}</a>
                  <br />
                  <small class="quiet">{one.village}</small>
                </>
              ),
              s: one.counts === undefined ? '–' : decimal(one.counts.S, 0, language),
              d: one.counts === undefined ? '–' : decimal(one.counts.D, 0, language),
              ...Object.fromEntries(
                one.indicators.map(({ code, percentHundredths, met }) => [
                  code,
                  percentHundredths === undefined ? (
                    '–'
                  ) : (
                    <>
                      {percent(percentHundredths / 100, 1, language)}
                      {met === false ? (
                        <span class="quiet s">
                          {' '}
                          {say({ id: '(di bawah sasaran)', en: '(misses its target)' }, language)}
                        </span>
                      ) : null}
                    </>
                  ),
                ]),
              ),
              closed: one.closedVersion === undefined ? say(w.notClosed, language) : `v${one.closedVersion}`,
            },
          }))}
        />
      )}
    </div>
  )
}
