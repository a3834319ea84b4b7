// The posyandu's day: which posyandu, who waits, who is done. Large cards for one hand outdoors; the whole card is the link.

import { completedMonths, daysBetween } from '../../kernel/date.ts'
import { formatDateLong, formatDateShort, formatMonth } from '../../kernel/date-format.ts'
import { decimal, formatDecimal } from '../../kernel/decimal.ts'
import { fill, type Language, say } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { Chips } from '../../platform/ui/chips.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { PersonList } from '../../platform/ui/person-list.tsx'
import { ProgressBar } from '../../platform/ui/progress-bar.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { DayChild, DayView, PosyanduLine } from './posyandu-port.ts'
import { STATUS, POSYANDU_WORDS as w } from './posyandu-words.ts'

export const SHOWS = ['waiting', 'done', 'all'] as const
export type Show = (typeof SHOWS)[number]
/** What was just done with a child who therefore no longer stands on the list. */
export const DONE = ['moved', 'ended'] as const
export type Done = (typeof DONE)[number]

export function PosyandusPage({
  base,
  lines,
  today,
  language,
}: {
  base: string
  lines: readonly PosyanduLine[]
  today: string
  language: Language
}) {
  if (lines.length === 0)
    return (
      <div class="stack">
        <h1>{say(w.title, language)}</h1>
        <EmptyState level={2} title={w.none} text={w.noneText} />
      </div>
    )
  const sorted = [...lines].sort((a, b) => b.children - b.measured - (a.children - a.measured))
  return (
    <div class="stack stack-m">
      <div class="stack stack-xs">
        <h1>{say(w.posyandus, language)}</h1>
        <p class="quiet">{fill(say(w.posyandusLead, language), { month: formatMonth(today, language) })}</p>
      </div>
      <Table
        caption={w.posyandus}
        phone="cards"
        columns={[
          { key: 'name', label: w.title, title: true },
          { key: 'done', label: { id: 'Sudah ditimbang', en: 'Weighed' }, bar: true, cardLabel: false },
          { key: 'verify', label: w.toVerify, cardLabel: w.verifying, end: true },
          { key: 'alerts', label: w.alerts, cardLabel: w.alertsTab, end: true },
        ]}
        rows={sorted.map((line) => ({
          cells: {
            name: (
              <>
                <a href={`${base}/${line.posyanduId}`}>{line.name}</a> <small class="thin quiet">{line.village}</small>
              </>
            ),
            done: (
              <>
                <span class="num">
                  {line.measured} / {line.children}
                </span>
                <ProgressBar small percent={line.children === 0 ? 0 : (100 * line.measured) / line.children} />
              </>
            ),
            verify: line.unverified,
            alerts: line.alerts,
          },
        }))}
      />
    </div>
  )
}

/** Those of a filter, and of a search by name of child or mother: every word begins a word of the name. */
export function filterChildren(children: readonly DayChild[], show: Show, query: string): readonly DayChild[] {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^\p{L}\p{N} ]/gu, '')
      .split(/\s+/)
      .filter((word) => word !== '')
  const wanted = plain(query.slice(0, 100))
  return children.filter((child) => {
    if (wanted.length > 0) {
      const words = plain(`${child.name} ${child.motherName ?? ''}`)
      return wanted.every((part) => words.some((word) => word.startsWith(part)))
    }
    return show === 'all' || (child.state === 'waiting') === (show === 'waiting')
  })
}

export function DayPage({
  base,
  view,
  show,
  query = '',
  done: justDone,
  language,
}: {
  base: string
  view: DayView
  show: Show
  query?: string
  done?: Done
  language: Language
}) {
  const { posyandu, children, today } = view
  const here = `${base}/${posyandu.posyanduId}`
  const done = children.filter(({ state }) => state !== 'waiting').length
  const shown = filterChildren(children, show, query)
  const searching = query.trim() !== ''
  return (
    <div class="stack stack-m">
      <div class="stack stack-xs">
        <h1>{posyandu.name}</h1>
        <p class="quiet">
          {formatDateLong(today, language)}. {posyandu.village}
        </p>
      </div>
      {justDone === undefined ? null : (
        <Notice tone="good" fact={justDone === 'moved' ? w.movedDone : w.endedDone} text={w.goneText} />
      )}
      {children.length === 0 ? (
        <EmptyState
          level={2}
          title={w.noChildren}
          text={w.noChildrenText}
          {...(posyandu.may.measure ? { link: { href: `${here}/new-child`, label: w.newChild } } : {})}
        />
      ) : (
        <>
          <div class="stack stack-xs">
            <p>
              <b>{fill(say(w.done, language), { done, all: children.length })}</b>
            </p>
            <ProgressBar percent={(100 * done) / children.length} />
          </div>
          <form class="stack stack-xs narrow" method="post" action={`${here}/find`}>
            <label class="s" for="q">
              {say(w.find, language)}
            </label>
            <div class="search">
              <input id="q" name="q" type="search" value={query} autocomplete="off" maxlength={100} />
              <Button kind="second" fill="never" label={{ id: 'Cari', en: 'Find' }} icon="search" />
            </div>
          </form>
          {searching ? (
            <p>
              {fill(say(w.found, language), { count: shown.length })}. <a href={here}>{say(w.clear, language)}</a>
            </p>
          ) : (
            <Chips
              label={w.filter}
              chips={[
                { href: here, label: w.waiting, count: children.length - done, current: show === 'waiting' },
                { href: `${here}?show=done`, label: w.entered, count: done, current: show === 'done' },
                { href: `${here}?show=all`, label: w.all, count: children.length, current: show === 'all' },
              ]}
            />
          )}
          {shown.length === 0 ? (
            <EmptyState
              level={2}
              {...(searching
                ? { title: w.foundNone, text: w.foundNoneText }
                : show === 'done'
                  ? { title: w.noneDone, text: w.noneDoneText }
                  : { title: w.allDone, text: w.allDoneText })}
            />
          ) : (
            <PersonList people={shown.map((child) => cardOf(base, view, child, language))} />
          )}
        </>
      )}
      {posyandu.may.measure ? (
        <div class="row">
          <Button kind="second" href={`${here}/new-child`} icon="plus" label={w.newChild} />
          {view.newcomers > 0 ? (
            <a href={`${here}/newcomers`}>{fill(say(w.newcomers, language), { count: view.newcomers })}</a>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}

function cardOf(base: string, { posyandu, today }: DayView, child: DayChild, language: Language) {
  const { last } = child
  const months = completedMonths(child.birthDate, today)
  const parts = [
    ...(child.motherName === undefined ? [] : [fill(say(w.childOf, language), { mother: child.motherName })]),
    last === undefined
      ? say(w.neverWeighed, language)
      : last.weightG === undefined
        ? formatDateShort(last.date, language)
        : fill(say(w.lastWeight, language), {
            kg: formatDecimal(decimal(last.weightG / 1000), language),
            date: formatDateShort(last.date, language),
          }),
  ]
  const about = parts.map((part) => part[0]!.toLowerCase() + part.slice(1)).join('; ')
  const measures = child.state === 'waiting' && posyandu.may.measure
  return {
    href: `${base}/children/${child.childId}${measures ? '/measure' : ''}`,
    ...(months < 1
      ? { number: String(daysBetween(child.birthDate, today)), unit: w.days }
      : { number: String(months), unit: w.months }),
    name: child.name,
    about,
    badges: [
      ...(child.state !== 'waiting' && child.status !== undefined
        ? [{ tone: STATUS[child.status].tone, label: STATUS[child.status].text }]
        : []),
      ...(child.alert === undefined
        ? []
        : [{ tone: child.alert.isUrgent ? ('stop' as const) : ('care' as const), label: child.alert.name }]),
    ],
  }
}
