// The pages on which an administrator sees, upgrades and sets a region's services. Must stay true: a change is shown in
// sentences before anybody is asked to agree; whoever proposed sees no button to agree.
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Badge, type BadgeTone } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { Chips } from '../../platform/ui/chips.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { ServiceLine, ServicesView, ServiceView, WishLine } from './wish-port.ts'
import { WISH_WORDS as w } from './wish-words.ts'

const DONE = {
  asked: w.doneAsked,
  allow: w.doneAllow,
  decline: w.doneDecline,
  withdraw: w.doneWithdraw,
} as const
export type WishDone = keyof typeof DONE
export const isWishDone = (word: string | undefined): word is WishDone => word !== undefined && word in DONE

export type Show = 'all' | 'newer' | 'own' | 'others'
const stateOf = (line: ServiceLine): { tone: BadgeTone; label: Text } =>
  line.isPaused
    ? { tone: 'stop', label: w.paused }
    : line.waits
      ? { tone: 'work', label: w.proposed }
      : line.newer > 0
        ? { tone: 'care', label: w.newer }
        : { tone: 'done', label: w.current }

export function ServicesPage({
  base,
  view,
  show,
  done,
  language,
}: {
  base: string
  view: ServicesView
  show: Show
  done?: WishDone
  language: Language
}) {
  const newer = view.lines.filter((line) => line.newer > 0)
  const own = view.lines.filter((line) => line.hasOwn)
  const lines = show === 'newer' ? newer : show === 'own' ? own : view.lines
  const chip = (key: Show, label: Text, count: number) => ({
    href: key === 'all' ? base : `${base}?show=${key}`,
    label,
    count,
    current: show === key,
  })
  return (
    <div class="stack stack-l">
      {done === undefined ? null : <Notice tone="good" fact={DONE[done]} />}
      <div class="stack stack-s">
        <h1>{say(w.title, language)}</h1>
        <p class="lead">{say(w.lead, language)}</p>
        <p>
          <a href={`${base}/drafts`}>{say(w.toDrafts, language)}</a>
          {view.drafts === 0 ? null : `: ${fill(say(w.draftsWait, language), { count: view.drafts })}`}
        </p>
      </div>
      {view.wishes.length === 0 ? null : (
        <section class="stack stack-m">
          <h2>{say(w.waiting, language)}</h2>
          {view.wishes.map((wish) => (
            <WishPanel base={base} wish={wish} language={language} />
          ))}
        </section>
      )}
      <Chips
        label={w.show}
        chips={[
          chip('all', w.all, view.lines.length),
          chip('newer', w.filterNewer, newer.length),
          chip('own', w.filterOwn, own.length),
          chip('others', w.filterOthers, view.others.length),
        ]}
      />
      {show === 'others' ? (
        <Others base={base} view={view} />
      ) : (
        <Installed base={base} lines={lines} language={language} />
      )}
    </div>
  )
}

export function WishPanel({ base, wish, language }: { base: string; wish: WishLine; language: Language }) {
  return (
    <div class="panel stack stack-s">
      <p>
        <b>{say(wish.name, language)}</b>: {wish.reason}
      </p>
      <p class="quiet s">{fill(say(w.askedBy, language), { by: wish.by, at: wish.at })}</p>
      <p>
        <Button small kind="second" href={`${base}/requests/${wish.wishId}`} label={w.look} hidden={wish.name} />
      </p>
    </div>
  )
}

function Installed({ base, lines, language }: { base: string; lines: readonly ServiceLine[]; language: Language }) {
  if (lines.length === 0) return <EmptyState level={2} title={w.noLines} text={w.noLinesText} />
  return (
    <Table
      caption={w.title}
      phone="cards"
      columns={[
        { key: 'service', label: w.service, title: true },
        { key: 'state', label: w.state },
        { key: 'edition', label: w.edition },
        { key: 'since', label: w.since },
        { key: 'own', label: w.own },
      ]}
      rows={lines.map((line) => ({
        cells: {
          service: <a href={`${base}/${line.id}`}>{say(line.name, language)}</a>,
          state: <Badge {...stateOf(line)} />,
          edition: <code>{line.edition}</code>,
          since: line.since,
          own: line.hasOwn ? w.yes : w.none,
        },
      }))}
    />
  )
}

function Others({ base, view }: { base: string; view: ServicesView }) {
  if (view.others.length === 0) return <EmptyState level={2} title={w.noOthers} text={w.noOthersText} />
  return (
    <Table
      caption={w.filterOthers}
      phone="cards"
      columns={[
        { key: 'service', label: w.service, title: true },
        { key: 'publisher', label: w.publisher },
        { key: 'act', label: w.look, hidden: true },
      ]}
      rows={view.others.map((one) => ({
        cells: {
          service: one.name,
          publisher: one.publisher,
          act: (
            <Button
              small
              kind="second"
              href={`${base}/${one.id}/compare?edition=${one.hash}`}
              label={w.look}
              hidden={one.name}
            />
          ),
        },
      }))}
    />
  )
}

export function ServicePage({ base, view, language }: { base: string; view: ServiceView; language: Language }) {
  const words = (text: Text): string => say(text, language)
  const here = `${base}/${view.id}`
  return (
    <div class="stack stack-l">
      <h1>{words(view.name)}</h1>
      {view.wish === undefined ? null : <WishPanel base={base} wish={view.wish} language={language} />}
      <section class="stack stack-m">
        <h2>{words(w.standsNow)}</h2>
        <SummaryList
          rows={[
            { term: w.edition, value: <code>{view.edition}</code> },
            { term: w.since, value: view.since },
            ...(view.by === '' ? [] : [{ term: w.installedBy, value: view.by }]),
            {
              term: w.own,
              value:
                view.own.length === 0 ? (
                  words(w.asPublished)
                ) : (
                  <div class="stack stack-xs">
                    {view.own.map((one) => (
                      <p>{words(one)}</p>
                    ))}
                  </div>
                ),
            },
          ]}
        />
        {view.mayAsk && view.wish === undefined ? (
          <p>
            <Button small kind="second" href={`${here}/own`} label={w.change} />
          </p>
        ) : null}
      </section>
      <section class="stack stack-m">
        <h2>{words(w.newerTitle)}</h2>
        {view.newer.length === 0 ? (
          <p class="quiet">{words(w.noNewer)}</p>
        ) : (
          view.newer.map((one) => (
            <div class="panel stack stack-s">
              <p>
                <b>
                  {words(w.edition)} <code>{one.edition}</code>
                </b>
                {one.note === '' ? null : <>: {one.note}</>}
              </p>
              <p class="quiet s">{fill(words(w.publishedOn), { day: one.published, publisher: one.publisher })}</p>
              <p>
                <Button small href={`${here}/compare?edition=${one.hash}`} label={w.look} hidden={one.edition} />
              </p>
            </div>
          ))
        )}
      </section>
      <section class="stack stack-m">
        <h2>{words(w.past)}</h2>
        <Table
          caption={w.past}
          phone="cards"
          columns={[
            { key: 'at', label: w.since, title: true },
            { key: 'edition', label: w.edition },
            { key: 'by', label: w.installedBy },
            { key: 'act', label: w.goBack, hidden: true },
          ]}
          rows={view.past.map((one) => ({
            cells: {
              at: one.at,
              edition: <code>{one.edition}</code>,
              by: one.by === '' ? w.none : one.by,
              act: one.isCurrent ? (
                <Badge tone="done" label={w.nowMark} />
              ) : (
                <Button
                  small
                  kind="second"
                  href={`${here}/compare?installation=${one.installationId}`}
                  label={w.goBack}
                  hidden={one.at}
                />
              ),
            },
          }))}
        />
      </section>
    </div>
  )
}
