// A NIK or family number of which only the edges may be seen. Stars are read aloud as nonsense, so a sentence is spoken instead.
import { fill, say } from '../../kernel/text.ts'
import { useLanguage } from './language.ts'
import { words } from './words.ts'

export type MaskedNumberProps = {
  /** First four figures: the district that issued it. */
  start: string
  /** Last two figures. */
  end: string
}

export function MaskedNumber({ start, end }: MaskedNumberProps) {
  const language = useLanguage()
  return (
    <span class="num">
      <span aria-hidden="true">
        {start}
        {'•'.repeat(16 - start.length - end.length)}
        {end}
      </span>
      <span class="hide">{fill(say(words.maskedNik, language), { end })}</span>
    </span>
  )
}
