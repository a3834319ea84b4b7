// What the child ate yesterday: eight cards to tick on a phone, and one plain line about it afterwards. Must stay true: the words
// come from the edition; nothing is shown of a child that was not asked about.
import { fill, type Language, say } from '../../kernel/text.ts'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { FEEDING_2021, type FoodGroup, judgeFeeding } from './rules/feeding.ts'

export const FEEDING_WORDS = {
  title: { id: 'Makanan kemarin (MP-ASI)', en: 'What was eaten yesterday' },
  question: {
    id: 'Kemarin, siang dan malam, anak makan atau minum apa?',
    en: 'Yesterday, day and night, what did the child eat or drink?',
  },
  none: { id: 'Tidak satu pun', en: 'None of these' },
  varied: { id: 'Makanan kemarin sudah beragam', en: 'Yesterday’s food was varied' },
  poor: { id: 'Makanan kemarin belum beragam', en: 'Yesterday’s food was not varied' },
  count: {
    id: '{groups} dari {of} kelompok makanan, paling sedikit {least}.',
    en: '{groups} of {of} food groups, at least {least}.',
  },
  add: { id: 'Sarankan menambah: {foods}.', en: 'Advise to add: {foods}.' },
} as const
const w = FEEDING_WORDS

export function FeedingQuestion({ chosen, language }: { chosen: readonly string[]; language: Language }) {
  return (
    <details open={chosen.length > 0}>
      <summary>{say(w.title, language)}</summary>
      <ChoiceCards
        name="eaten"
        label={w.question}
        optional
        many
        two
        value={chosen}
        choices={[
          ...FEEDING_2021.groups.map(({ code, name, hint }) => ({
            value: code,
            label: name,
            ...(hint === undefined ? {} : { hint }),
          })),
          { value: 'none', label: w.none },
        ]}
      />
    </details>
  )
}

/** After the scale: was it varied, and which foods to name to the family. */
export function FeedingResult({ eaten, language }: { eaten: readonly FoodGroup[] | undefined; language: Language }) {
  const judged = judgeFeeding(eaten)
  if (judged === undefined) return null
  const count = fill(say(w.count, language), { groups: judged.groups, of: judged.of, least: FEEDING_2021.least })
  const foods = judged.missing.map(({ name }) => say(name, language).toLocaleLowerCase(language)).join('; ')
  return judged.isVaried ? (
    <Notice tone="good" fact={say(w.varied, language)} text={count} />
  ) : (
    <Notice tone="care" fact={say(w.poor, language)} text={`${count} ${fill(say(w.add, language), { foods })}`} />
  )
}
