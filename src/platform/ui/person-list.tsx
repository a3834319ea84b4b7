// People of a trip or a due list: queue number, name, what is due, where the record is. The whole card opens the person.
import { Badge, type BadgeTone } from './badge.tsx'
import { type Phrase, usePhrase } from './language.ts'
import { SaveState, type SaveStateProps } from './save-state.tsx'

export type PersonListProps = {
  /** In the order of the queue or of what is due. */
  people: readonly {
    readonly href: string
    /** "A-014"; may be empty. */
    readonly number?: string
    /** What the number counts: "months" below an age. */
    readonly unit?: Phrase
    readonly name: string
    /** Age, state, hamlet. */
    readonly about: Phrase
    readonly badges?: readonly { readonly tone?: BadgeTone; readonly label: Phrase }[]
    readonly saved?: SaveStateProps
  }[]
}

export function PersonList({ people }: PersonListProps) {
  const phrase = usePhrase()
  return (
    <ul class="people">
      {people.map((person) => (
        <li>
          <a class="person" href={person.href}>
            <span class="q num">
              {person.number}
              {person.unit === undefined ? null : <small class="xs">{phrase(person.unit)}</small>}
            </span>{' '}
            <span>
              <b>{person.name}</b>
              <small>{phrase(person.about)}</small>
            </span>
            {person.badges?.length ? (
              <span class="st">
                {person.badges.map((badge) => (
                  <Badge {...badge} />
                ))}
              </span>
            ) : null}
            {person.saved ? <SaveState {...person.saved} /> : null}
          </a>
        </li>
      ))}
    </ul>
  )
}
