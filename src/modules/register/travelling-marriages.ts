// A marriage goes along with whoever moves to another region, so that the new family card can print its day. There it is
// known as from a book that others keep. Must stay true: it is told once; who does not come is named, never linked. Pure.
import { openMarriagesOf, type RegisterView } from './kinship.ts'
import type { Deed, DeedId, PersonId, TravellingMarriage } from './snapshot.ts'

/** Marriages that last, of those who go. */
export function marriagesThatTravel(view: RegisterView, movers: readonly PersonId[]): readonly TravellingMarriage[] {
  const deeds = new Map(movers.flatMap((id) => openMarriagesOf(view, id)).map((deed) => [deed.id, deed]))
  return [...deeds.values()].map(({ number, year, date, enteredOn, place, parties }) => ({
    number,
    year,
    date,
    enteredOn,
    ...(place === undefined ? {} : { place }),
    parties: parties
      .filter(({ role }) => role === 'husband' || role === 'wife')
      .map(({ role, personId, outsider }) => ({
        role,
        ...(personId === undefined ? {} : { personId }),
        name: (personId === undefined ? undefined : view.persons.get(personId)?.name) ?? outsider?.name ?? '',
      })),
  }))
}

/** The entry for it here; undefined where none of the two is known, or the marriage is known already. */
export function marriageThatCame(
  view: RegisterView,
  { parties: told, ...marriage }: TravellingMarriage,
  from: string,
  newId: () => DeedId,
): Deed | undefined {
  const parties = told.map(({ role, personId, name }) =>
    personId !== undefined && view.persons.has(personId) ? { role, personId } : { role, outsider: { name } },
  )
  const here = parties.flatMap(({ personId }) => (personId === undefined ? [] : [personId]))
  const isKnown = here.some((id) => openMarriagesOf(view, id).some((deed) => deed.date === marriage.date))
  if (here.length === 0 || isKnown) return undefined
  return {
    ...marriage,
    id: newId(),
    version: 1,
    register: 'marriage-book',
    parties,
    fields: { toldBy: from },
    witnesses: [],
    status: 'valid',
    notes: [],
    corrections: [],
  }
}
