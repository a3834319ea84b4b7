// A mark from A to D on a piece of cloth, with what it is made of. The letter decorates; the words beside it say it.
import { type Phrase, usePhrase } from './language.ts'

export type GradeProps = {
  /** A to D. */
  letter: string
  /** "Nilai 85,2 dari 100" */
  title: Phrase
  /** How complete the data are: "19 dari 20 indikator ada datanya". */
  text: Phrase
  /** Level of the title in its page; 2 by default. */
  level?: 2 | 3
}

export function Grade({ letter, title, text, level = 2 }: GradeProps) {
  const phrase = usePhrase()
  return (
    <div class="grade">
      <span class="g" aria-hidden="true">
        {letter}
      </span>
      <div>
        {level === 2 ? <h2>{phrase(title)}</h2> : <h3>{phrase(title)}</h3>}
        <p class="quiet s">{phrase(text)}</p>
      </div>
    </div>
  )
}
