// One village out of 83,000: a search box inside the question's own form and the finds as cards. Without script, "Cari" sends the form with
// `search=<name>` and the same page comes back with finds; the island fetches `VillageFinds` as an HTML fragment while people type.
import { fill, say } from '../../kernel/text.ts'
import { Button } from './button.tsx'
import { describedBy, FieldFrame, type FieldTexts } from './field-frame.tsx'
import { useLanguage } from './language.ts'
import { words } from './words.ts'

export type VillageFind = {
  /** `63.11.06.2001` */
  readonly code: string
  readonly name: string
  /** "Kecamatan Paringin, Kabupaten Balangan" */
  readonly within: string
}

export type VillagePickerProps = Omit<FieldTexts, 'label'> & {
  /** "Desa atau kelurahan" unless the question is another one. */
  label?: FieldTexts['label']
  /** The chosen code is sent as `name`, what was typed as `${name}.query`. */
  name: string
  /** What was typed. */
  query?: string
  /** What was found for the query; at most seven. */
  finds?: readonly VillageFind[]
  /** Stays on top of every new search. */
  chosen?: VillageFind
  /** Address that answers `?q=` with `VillageFinds`; without it the island stays away. */
  source?: string
}

export function VillagePicker(props: VillagePickerProps) {
  const { name, label = words.village, hint = words.villageHint, query, finds, chosen, source, error } = props
  const language = useLanguage()
  return (
    <div
      class="stack stack-s"
      data-island={source ? 'search-villages' : undefined}
      data-source={source}
      data-field={source ? name : undefined}
    >
      <FieldFrame {...props} id={name} label={label} hint={hint}>
        <div class="search">
          <input
            id={name}
            name={`${name}.query`}
            type="search"
            value={query}
            autocomplete="off"
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={describedBy(name, { hint, error })}
          />
          <Button kind="second" fill="never" name="search" value={name} label={words.search} icon="search" />
        </div>
      </FieldFrame>
      <div data-finds aria-live="polite">
        {finds || chosen ? <VillageFinds name={name} query={query ?? ''} finds={finds ?? []} chosen={chosen} /> : null}
      </div>
      <span class="hide">{chosen ? `${say(words.chosen, language)}: ${chosen.name}` : null}</span>
    </div>
  )
}

/** The cards of what was found; the chosen one stays on top, so that a new search loses nothing. */
export function VillageFinds({
  name,
  query,
  finds,
  chosen,
}: {
  name: string
  query: string
  finds: readonly VillageFind[]
  chosen?: VillageFind
}) {
  const language = useLanguage()
  const shown = chosen ? [chosen, ...finds.filter((find) => find.code !== chosen.code)] : finds
  return (
    <>
      {query !== '' && finds.length === 0 ? (
        <p class="hint">{fill(say(words.noVillage, language), { query })}</p>
      ) : null}
      {shown.length > 0 ? (
        <fieldset>
          <legend class="hide">{say(words.village, language)}</legend>
          <div class="choices">
            {shown.slice(0, 8).map((find) => (
              <label class="choice">
                <input type="radio" name={name} value={find.code} checked={find.code === chosen?.code} />
                <span>
                  {find.name}
                  <small>{find.within}</small>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
    </>
  )
}
