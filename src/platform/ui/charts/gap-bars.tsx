// Who is not reached yet: one row a service, the most people first, an upright mark for the target, the missing as people or families,
// the owner below the name. No data is a sentence, never a bar of zero.
import { fill, say, type Text } from '../../../kernel/text.ts'
import { decimal, percent } from '../format.ts'
import { type Phrase, useLanguage, usePhrase, usePlain } from '../language.ts'
import { ProgressBar } from '../progress-bar.tsx'
import { words } from '../words.ts'

export type Gap = {
  readonly name: Phrase
  /** The list behind the figure. */
  readonly href?: string
  /** Code and owner: "SE5, PUPR Perkim". */
  readonly owner: Phrase
  readonly reached: number
  readonly of: number
  readonly targetPercent: number
  /** The share in words where the module rounds it by a rule of its own; one decimal without it. */
  readonly share?: string
  /** How many are missing to the target; counted by the module, in whole people. */
  readonly missing: number
  /** "keluarga", "orang" */
  readonly unit: Text | string
}

export type GapBarsProps = {
  /** The component puts the most people first, unless `order` says that theirs is kept. */
  gaps: readonly Gap[]
  /** From this many missing on the bar turns orange; 10 by default. */
  manyMissing?: number
  /** Heading of the names; "service and owner" without it. */
  nameLabel?: Phrase
  /** `given` keeps the order: age groups follow each other. */
  order?: 'most-missing' | 'given'
}

export function GapBars({ gaps, manyMissing = 10, nameLabel, order = 'most-missing' }: GapBarsProps) {
  const language = useLanguage()
  const phrase = usePhrase()
  const plain = usePlain()
  const sorted = order === 'given' ? gaps : [...gaps].sort((a, b) => b.missing - a.missing)
  return (
    <div class="gaps">
      <div class="gap gap-head" aria-hidden="true">
        <span>{nameLabel ? phrase(nameLabel) : say(words.serviceAndOwner, language)}</span>
        <span>{say(words.coverage, language)}</span>
        <span>{say(words.reached, language)}</span>
        <span class="end">{say(words.missing, language)}</span>
      </div>
      <ul class="plain">
        {sorted.map((gap) => {
          const share = gap.of === 0 ? 0 : (gap.reached / gap.of) * 100
          const name = <b>{phrase(gap.name)}</b>
          return (
            <li class="gap">
              <span>
                {gap.href ? <a href={gap.href}>{name}</a> : name}
                <span class="who">{phrase(gap.owner)}</span>
              </span>
              <ProgressBar
                percent={share}
                target={gap.targetPercent}
                tone={gap.missing >= manyMissing ? 'mid' : 'act'}
                label={`${gap.share ?? percent(share, 1, language)}, ${say(words.target, language)} ${percent(gap.targetPercent, 0, language)}`}
              />
              <span class="n s num">
                {fill(say(words.outOf, language), {
                  part: decimal(gap.reached, 0, language),
                  whole: decimal(gap.of, 0, language),
                })}{' '}
                <span class="quiet num">({gap.share ?? percent(share, 1, language)})</span>
              </span>
              <span class="m end">
                <span class="hide">{say(words.missing, language)}: </span>
                <span class="big">{decimal(gap.missing, 0, language)}</span>{' '}
                <span class="xs quiet">{plain(gap.unit)}</span>
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
