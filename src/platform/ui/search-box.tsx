// Looking something up: a GET form with one box, so that a search is an address one can keep. Labelled, without placeholder.
import { Button } from './button.tsx'
import { type Phrase, usePhrase } from './language.ts'
import { words } from './words.ts'

export type SearchBoxProps = {
  /** What can be searched for: "Cari nomor, nama, atau NIK". */
  label: Phrase
  /** Address of the search; the form is a GET. */
  action: string
  /** Name of the query; `q` by default. */
  name?: string
  /** What was searched for. */
  value?: string
  /** Further answers that the address keeps (filters). */
  keep?: Readonly<Record<string, string>>
  /** On the cover of a home page the button is turmeric. */
  onCloth?: boolean
  /** Id, when the name is not unique on the page. */
  id?: string
}

export function SearchBox({ label, action, name = 'q', value, keep = {}, onCloth = false, id = name }: SearchBoxProps) {
  const phrase = usePhrase()
  return (
    <search>
      <form class="stack stack-xs narrow" action={action}>
        <label class={onCloth ? undefined : 's'} for={id}>
          {phrase(label)}
        </label>
        <div class="search">
          <input id={id} name={name} type="search" value={value} autocomplete="off" />
          <Button kind={onCloth ? 'on-cloth' : 'second'} fill="never" label={words.search} icon="search" />
        </div>
        {Object.entries(keep).map(([key, kept]) => (
          <input type="hidden" name={key} value={kept} />
        ))}
      </form>
    </search>
  )
}
