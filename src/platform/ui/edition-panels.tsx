// A region's own editions of something that decides: drafted by one person, confirmed by another, each with what it changes. One frame for
// every page of editions. Must stay true: a draft shows before and after; its author is not asked to confirm it.
import type { PlainDate } from '../../kernel/date.ts'
import { formatDate } from '../../kernel/date-format.ts'
import { fill, say, type Text } from '../../kernel/text.ts'
import { Badge } from './badge.tsx'
import { BeforeAfter, type BeforeAfterProps } from './before-after.tsx'
import { Button } from './button.tsx'
import { useLanguage } from './language.ts'

export const EDITION_PANEL_WORDS = {
  from: { id: 'berlaku sejak {date}', en: 'in force from {date}' },
  drafted: { id: 'menunggu orang kedua', en: 'waits for a second person' },
  confirmed: { id: 'disahkan', en: 'confirmed' },
  confirm: { id: 'Sahkan edisi ini', en: 'Confirm this edition' },
  mine: {
    id: 'Anda yang menyusun, jadi orang lain yang mengesahkan.',
    en: 'You drafted it, so someone else confirms.',
  },
  changes: { id: 'Yang berubah', en: 'What changes' },
  // of the form below the panels
  make: { id: 'Susun edisi baru', en: 'Draft a new edition' },
  name: { id: 'Nama edisi', en: 'Name of the edition' },
  save: { id: 'Simpan rancangan edisi', en: 'Save the draft edition' },
} as const satisfies Record<string, Text>
const w = EDITION_PANEL_WORDS

export type EditionPanelsProps = {
  /** Whose editions they are. */
  title: Text
  /** Said where there is none: whose edition is in force instead. */
  none: Text
  /** The newest first. */
  editions: readonly {
    readonly id: string
    readonly name: string
    /** What it rests on. */
    readonly source: string
    readonly from: PlainDate
    readonly state: 'drafted' | 'confirmed'
    readonly isMine: boolean
    readonly changes: BeforeAfterProps['changes']
  }[]
  /** The page; `/<id>/confirm` below it takes the second person's word. */
  action: string
  /** Whether the reader may confirm what somebody else drafted. */
  mayConfirm: boolean
}

export function EditionPanels({ title, none, editions, action, mayConfirm }: EditionPanelsProps) {
  const language = useLanguage()
  const word = (text: Text) => say(text, language)
  return (
    <section class="stack" aria-label={word(title)}>
      <h2>{word(title)}</h2>
      {editions.length === 0 ? <p class="quiet">{word(none)}</p> : null}
      {editions.map((one) => (
        <article class="panel stack stack-s">
          <h3>
            {one.name}, {fill(word(w.from), { date: formatDate(one.from, language) })}
          </h3>
          <p>
            <Badge
              tone={one.state === 'confirmed' ? 'done' : 'care'}
              label={one.state === 'confirmed' ? w.confirmed : w.drafted}
            />{' '}
            <small class="quiet">{one.source}</small>
          </p>
          <BeforeAfter caption={w.changes} changes={one.changes} />
          {!mayConfirm || one.state === 'confirmed' ? null : one.isMine ? (
            <p class="quiet">{word(w.mine)}</p>
          ) : (
            <form method="post" action={`${action}/${one.id}/confirm`}>
              <Button label={w.confirm} />
            </form>
          )}
        </article>
      ))}
    </section>
  )
}
