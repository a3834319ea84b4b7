// What became of an imported file: how far it is, what was refused, scores that differ from ours, and the way back.
import { formatFigure } from '../../../kernel/decimal.ts'
import { fill, type Language, say } from '../../../kernel/text.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { Button } from '../../../platform/ui/button.tsx'
import { Notice } from '../../../platform/ui/notice.tsx'
import { ProgressBar } from '../../../platform/ui/progress-bar.tsx'
import { Table } from '../../../platform/ui/table.tsx'
import { Outcome } from './exchange-pages.tsx'
import type { ImportView } from './exchange-port.ts'
import { CAUSES, INDICATOR_NAMES, EXCHANGE_WORDS as w } from './exchange-words.ts'
import { Lines } from './import-line-pages.tsx'

type Props = { here: string; view: ImportView; language: Language; tell: Visitor['tell'] }

export function ImportResult({ here, view, language, tell }: Props) {
  const { head, differences, progress, refused } = view
  return (
    <>
      {progress === undefined ? (
        <Outcome head={head} language={language} />
      ) : (
        <Progress here={here} writing={head.state === 'writing'} {...progress} language={language} />
      )}
      {differences.length === 0 ? null : (
        <section class="stack">
          <h2>{say(w.differences, language)}</h2>
          <p class="quiet">{say(w.differencesHint, language)}</p>
          <Table
            caption={w.differences}
            phone="cards"
            dense
            columns={[
              { key: 'line', label: w.line, title: true },
              { key: 'indicator', label: w.indicator },
              { key: 'theirs', label: w.theirs, end: true },
              { key: 'ours', label: w.ours, end: true },
              { key: 'cause', label: w.cause },
            ]}
            rows={differences.flatMap(({ line, list }) =>
              list.map(({ indicator, reported, ours, cause }) => ({
                cells: {
                  line: `${say(w.line, language)} ${line}`,
                  indicator: INDICATOR_NAMES[indicator] ?? indicator,
                  theirs: formatFigure(reported / 100, 2, language),
                  ours: ours === undefined ? '–' : formatFigure(ours / 100, 2, language),
                  cause: say(CAUSES[cause] ?? CAUSES.unknown!, language),
                },
              })),
            )}
          />
        </section>
      )}
      {refused === undefined || refused.length === 0 ? null : (
        <section class="stack">
          <h2>{say(w.refused, language)}</h2>
          <p class="quiet">{say(w.refusedHint, language)}</p>
          <Lines lines={refused} language={language} tell={tell} />
        </section>
      )}
      {head.state === 'writing' ? (
        <form class="stack" method="post" action={`${here}/confirm`}>
          <p class="quiet">{say(w.brokenText, language)}</p>
          <p>
            <Button kind="second" label={w.goOn} />
          </p>
        </form>
      ) : null}
      {head.state === 'written' || head.state === 'writing' || head.state === 'undoing' ? (
        <form class="stack" method="post" action={`${here}/undo`}>
          <p class="quiet">{say(w.undoText, language)}</p>
          <p>
            <Button kind="harm" label={head.state === 'undoing' ? w.goOnUndo : w.undo} />
          </p>
        </form>
      ) : null}
    </>
  )
}

/** How far writing or taking back is; looked at again by hand, since a page that reloads by itself loses its reader's place. */
function Progress({
  here,
  writing,
  done,
  all,
  language,
}: {
  here: string
  writing: boolean
  done: number
  all: number
  language: Language
}) {
  const percent = all === 0 ? 0 : Math.floor((100 * Math.min(done, all)) / all)
  const words = fill(say(writing ? w.progressWriting : w.progressUndoing, language), {
    done: done.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB'),
    all: all.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB'),
    percent,
  })
  return (
    <section class="stack">
      <Notice fact={words} text={w.progressText} />
      <ProgressBar percent={percent} label={words} />
      <p>
        <a href={here}>{say(w.lookAgain, language)}</a>
      </p>
    </section>
  )
}
