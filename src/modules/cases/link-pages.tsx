// The pages that make a download link, for an applicant and for the counter. Must stay true: link and PIN are never both on
// one message; what is shown here is shown once; nothing of it stands in an address.
import { encode } from 'uqr'
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { ChoiceCards, Tick } from '../../platform/ui/choice-cards.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import type { LinkFormView, LinkSide, LinkWay, MadeLink } from './link-port.ts'
import { LINK_WORDS as w } from './link-words.ts'

type Fault = { readonly at?: string; readonly text: string }

const WAYS: Readonly<Record<LinkWay, { readonly label: Text; readonly hint: Text }>> = {
  'message-link': { label: w.messageLink, hint: w.messageLinkHint },
  'message-pin': { label: w.messagePin, hint: w.messagePinHint },
  'spoken-pin': { label: w.spokenPin, hint: w.spokenPinHint },
}

export function LinkFormPage({
  action,
  side,
  view,
  language,
  errors = [],
  typed = {},
}: {
  action: string
  side: LinkSide
  view: LinkFormView
  language: Language
  errors?: readonly Fault[]
  typed?: { readonly paper?: string; readonly way?: string; readonly seen?: boolean }
}) {
  const error = (name: string): string | undefined => errors.find((one) => one.at === name)?.text
  return (
    <form method="post" action={action} class="stack stack-m narrow">
      <ErrorSummary errors={errors} />
      <div class="stack stack-s">
        <h1>{say(w.title, language)}</h1>
        <p class="quiet num">{view.number}</p>
        <p class="lead">{say(side === 'own' ? w.lead : w.leadOffice, language)}</p>
      </div>
      {view.ways.length === 0 ? (
        <Notice tone="care" fact={w.noContact} />
      ) : (
        <>
          <ChoiceCards
            name="paper"
            label={w.paper}
            choices={view.papers}
            value={typed.paper ?? (view.papers.length === 1 ? view.papers[0]!.value : '')}
            error={error('paper')}
          />
          <ChoiceCards
            name="way"
            label={w.way}
            choices={view.ways.map((way) => ({
              value: way,
              label: WAYS[way].label,
              hint: fill(say(WAYS[way].hint, language), { end: view.contactEnd ?? '' }),
            }))}
            value={typed.way ?? view.ways[0]}
            error={error('way')}
          />
          {side === 'office' ? (
            <div>
              {error('seen') === undefined ? null : <p class="err">{error('seen')}</p>}
              <Tick name="seen" label={w.seen} checked={typed.seen ?? false} />
            </div>
          ) : null}
          <Button icon="download" label={w.make} />
          <p class="s quiet">{say(w.ends, language)}</p>
        </>
      )}
    </form>
  )
}

export function LinkMadePage({
  made,
  back,
  side,
  language,
}: {
  made: MadeLink
  back: string
  side: LinkSide
  language: Language
}) {
  return (
    <div class="stack stack-m narrow">
      <h1>{say(w.made, language)}</h1>
      <Notice tone="care" icon="warn" fact={w.once} />
      <SummaryList
        rows={[
          { term: w.paper, value: <b>{say(made.paper, language)}</b> },
          {
            term: w.link,
            value: made.url === undefined ? say(w.sentLink, language) : <a href={made.url}>{breakable(made.url)}</a>,
          },
          {
            term: w.pin,
            value: made.pin === undefined ? say(w.sentPin, language) : <span class="code">{spaced(made.pin)}</span>,
          },
          { term: w.validUntil, value: made.validUntil },
        ]}
      />
      {made.url === undefined ? null : (
        <figure class="stack stack-s">
          <Qr content={made.url} label={say(w.scan, language)} />
          <figcaption class="s quiet">{say(w.scan, language)}</figcaption>
        </figure>
      )}
      <div class="row">
        <Button kind={side === 'own' ? 'main' : 'second'} href={back} label={w.back} />
      </div>
    </div>
  )
}

/** An address may break after a slash and within its code, or a phone would cut it. */
const breakable = (url: string) =>
  (url.match(/[^/]{1,8}|\/+/g) ?? []).map((part) => (
    <>
      {part}
      <wbr />
    </>
  ))
const spaced = (pin: string): string => `${pin.slice(0, 3)} ${pin.slice(3)}`

/** Black on white in every theme, with its quiet margin: phones read nothing else. */
function Qr({ content, label }: { content: string; label: string }) {
  const { size, data } = encode(content, { border: 4, ecc: 'M' })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      width="200"
      height="200"
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
