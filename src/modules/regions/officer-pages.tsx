// Officers and their roles: who works here, what waits for a second person, who was invited.
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Badge, type BadgeTone } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { OfficerState, OfficersView, Outcome, RequestLine, RoleLine } from './officer-port.ts'
import { OFFICER_WORDS as w } from './officer-words.ts'

const TONES: Readonly<Record<OfficerState, BadgeTone>> = {
  active: 'done',
  'no-factor': 'care',
  ended: 'wait',
  planned: 'work',
  unknown: 'stop',
}

export const periodOf = (line: RoleLine, language: Language): string =>
  fill(say(line.until === undefined ? w.since : w.fromTo, language), { from: line.from, until: line.until ?? '' })

export function OfficersPage({ base, view, language }: { base: string; view: OfficersView; language: Language }) {
  const words = (text: Text): string => say(text, language)
  return (
    <div class="stack stack-l">
      <div class="stack stack-m">
        <div class="row row-apart">
          <h1>{words(w.title)}</h1>
          {view.mayChange ? <Button href={`${base}/invite`} icon="plus" label={w.invite} /> : null}
        </div>
        <p class="lead">{words(w.lead)}</p>
      </div>
      {view.requests.length === 0 ? null : (
        <section class="stack stack-m">
          <h2>{words(w.waiting)}</h2>
          {view.requests.map((line) => (
            <RequestPanel base={base} line={line} language={language} />
          ))}
        </section>
      )}
      <section class="stack stack-m">
        <h2>{words(view.ended ? w.peopleEnded : w.people)}</h2>
        {view.roles.length === 0 ? (
          <EmptyState title={w.noPeople} text={w.noPeopleText} />
        ) : (
          <Table
            caption={w.people}
            phone="cards"
            columns={[
              { key: 'name', label: w.name, title: true },
              { key: 'role', label: w.role },
              { key: 'unit', label: w.unit },
              { key: 'place', label: w.place },
              { key: 'period', label: w.period },
              { key: 'state', label: w.state },
            ]}
            rows={view.roles.map((line) => ({
              cells: {
                name: <a href={`${base}/${line.accountId}`}>{line.name === '' ? words(w.unknown) : line.name}</a>,
                role: line.role,
                unit: line.unit,
                place: line.place,
                period: periodOf(line, language),
                state: <Badge tone={TONES[line.state]} label={w[line.state]} />,
              },
            }))}
          />
        )}
        <p class="row">
          {view.next === undefined ? null : (
            <a href={`${base}?${new URLSearchParams({ ...(view.ended ? { ended: 'yes' } : {}), after: view.next })}`}>
              {words(w.more)}
            </a>
          )}
          <a href={view.ended ? base : `${base}?ended=yes`}>{words(view.ended ? w.hideEnded : w.showEnded)}</a>
        </p>
      </section>
      {view.invitations.length === 0 ? null : <Invitations base={base} view={view} language={language} />}
    </div>
  )
}

const KINDS = { invite: w.kindInvite, give: w.kindGive, end: w.kindEnd, reset: w.kindReset } as const

function RequestPanel({ base, line, language }: { base: string; line: RequestLine; language: Language }) {
  const role = line.role === undefined ? '' : say(line.role, language)
  return (
    <div class="panel stack stack-s">
      <p>
        <b>{line.name}</b>: {fill(say(KINDS[line.kind], language), { role })}
        {line.unit === undefined ? '' : `, ${line.unit}`}
      </p>
      {line.reason === '' ? null : <p>{line.reason}</p>}
      <p class="quiet s">{fill(say(w.askedBy, language), { by: line.by, at: line.at })}</p>
      {line.mayDecide ? (
        <form method="post" action={`${base}/requests/${line.requestId}`} class="row">
          <Button small name="decision" value="allow" label={w.allow} hidden={line.name} />
          <Button small kind="second" name="decision" value="decline" label={w.decline} hidden={line.name} />
        </form>
      ) : (
        <p class="quiet">{say(w.notYou, language)}</p>
      )}
    </div>
  )
}

function Invitations({ base, view, language }: { base: string; view: OfficersView; language: Language }) {
  const tones = { sent: 'wait', begun: 'work', expired: 'stop' } as const
  return (
    <section class="stack stack-m">
      <h2>{say(w.invitations, language)}</h2>
      <Table
        caption={w.invitations}
        phone="cards"
        columns={[
          { key: 'name', label: w.name, title: true },
          { key: 'role', label: w.role },
          { key: 'expires', label: w.expires },
          { key: 'state', label: w.state },
          { key: 'act', label: w.withdraw, hidden: true },
        ]}
        rows={view.invitations.map((line) => ({
          cells: {
            name: line.name,
            role: line.role ?? say(w.kindReset, language),
            expires: line.expires,
            state: <Badge tone={tones[line.state]} label={w[line.state]} />,
            act: view.mayChange ? (
              <form method="post" action={`${base}/invitations/${line.invitationId}/withdraw`}>
                <Button small kind="second" label={w.withdraw} hidden={line.name} />
              </form>
            ) : (
              ''
            ),
          },
        }))}
      />
    </section>
  )
}

/** What came of it; a link is on this page and nowhere else. */
export function OutcomePage({ base, outcome, language }: { base: string; outcome: Outcome; language: Language }) {
  const expires = outcome.expires ?? ''
  const title = { done: w.doneTitle, mailed: w.mailedTitle, link: w.linkTitle, waiting: w.waitingTitle }[outcome.state]
  return (
    <div class="stack stack-m narrow">
      <h1>{say(title, language)}</h1>
      {outcome.state === 'mailed' ? <p class="lead">{fill(say(w.mailedText, language), { expires })}</p> : null}
      {outcome.state === 'waiting' ? <p class="lead">{say(w.waitingText, language)}</p> : null}
      {outcome.link === undefined ? null : (
        <>
          <Notice tone="care" icon="key" fact={w.linkFact} text={fill(say(w.linkText, language), { expires })} />
          <p class="panel">{outcome.link}</p>
        </>
      )}
      <p>
        <Button kind="second" href={base} label={w.back} />
      </p>
    </div>
  )
}
