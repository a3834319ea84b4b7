// The first screen of a result: index, grade, number of answers beside the number needed, interval, change. Must stay true: below five answers there
// is no value; below the sample size and when elements are missing the words say so.
import { fill, say } from '../../kernel/text.ts'
import { useLanguage } from '../../platform/ui/language.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { figure, signed, whole } from './figures.ts'
import type { ReportView } from './port.ts'
import { REPORT_WORDS as w } from './report-words.ts'

/** Index, grade, base and interval: the first screen of a result. */
export function ResultHead({ view }: { view: ReportView }) {
  const language = useLanguage()
  const { result } = view
  const band = view.edition.bands.find((b) => b.grade === result.grade)
  const base = { n: whole(result.counted, language), needed: whole(result.needed, language) }
  return (
    <section class="stack" aria-label={say(w.index, language)}>
      {result.index === null || !band ? (
        <Notice fact={w.tooFew} text={w.tooFewMore} icon="info" />
      ) : (
        <>
          <div class="grade">
            <span class="g" aria-hidden="true">
              {result.grade}
            </span>
            <p class="stat">
              <span class="v">{figure(result.index, language)}</span>
              <span class="l">
                {say(w.grade, language)} {result.grade}, {say(band.label, language).toLowerCase()}
              </span>
              <span class="m">{fill(say(w.enough, language), base)}</span>
            </p>
          </div>
          {result.interval ? (
            <p>
              {fill(say(w.interval, language), {
                low: figure(result.interval.low, language),
                high: figure(result.interval.high, language),
              })}
              .{' '}
              <span class="quiet">
                {fill(say(w.intervalFrom, language), { n: whole(result.interval.respondents, language) })}.
              </span>
            </p>
          ) : null}
          {result.change ? (
            <p>
              {fill(say(result.change.sure ? w.change : w.noChange, language), {
                difference: signed(result.change.difference, language),
              })}
              .
            </p>
          ) : null}
          {result.enough ? null : (
            <Notice tone="care" icon="warn" fact={w.below} text={fill(say(w.belowMore, language), base)} />
          )}
          {result.incomplete ? (
            <Notice
              tone="care"
              icon="warn"
              fact={fill(say(w.incomplete, language), {
                k: result.elements.filter((e) => e.nrr !== null).length,
                all: result.elements.length,
              })}
            />
          ) : null}
        </>
      )}
    </section>
  )
}
