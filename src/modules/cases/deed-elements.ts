// A deed said in lines, for the extracts that print any kind of deed: event, place, parties. Pure.
// Must stay true: only what the deed says after the plan; a line nobody knows is left out, never guessed.
import { formatDate } from '../../kernel/date-format.ts'
import type { Deed, DeedParty, RegisterSnapshot } from '../register/snapshot.ts'

export type DeedElement = { readonly element: string; readonly value: string }

const EVENT: Partial<Record<Deed['register'], string>> = {
  birth: 'lahir',
  death: 'meninggal',
  stillbirth: 'lahir mati',
  marriage: 'perkawinan',
  divorce: 'perceraian',
  acknowledgment: 'pengakuan',
  legitimation: 'pengesahan',
}

const PARTY: Readonly<Record<string, string>> = {
  child: 'Anak',
  mother: 'Ibu',
  father: 'Ayah',
  husband: 'Suami',
  wife: 'Istri',
  deceased: 'Almarhum/almarhumah',
  subject: 'Yang bersangkutan',
}

/** At most 24 lines, in the order of the form: the event, its place, who stands in the deed. */
export function elementsOf(deed: Deed, after: RegisterSnapshot): readonly DeedElement[] {
  const event = EVENT[deed.register]
  const lines: DeedElement[] = [
    { element: event === undefined ? 'Tanggal peristiwa' : `Tanggal ${event}`, value: formatDate(deed.date, 'id') },
  ]
  if (deed.place !== undefined && deed.place !== '')
    lines.push({ element: event === undefined ? 'Tempat peristiwa' : `Tempat ${event}`, value: deed.place })
  for (const party of deed.parties) lines.push(...partyLines(party, after))
  return lines.slice(0, 24)
}

function partyLines(party: DeedParty, after: RegisterSnapshot): readonly DeedElement[] {
  const known = party.personId === undefined ? undefined : after.persons.get(party.personId)
  const name = known?.name ?? party.outsider?.name
  if (name === undefined) return []
  const role = PARTY[party.role] ?? 'Pihak'
  const place = known?.birthPlace ?? party.outsider?.birthPlace
  const date = known?.birthDate ?? party.outsider?.birthDate
  const born = [place, date === undefined ? undefined : formatDate(date, 'id')].filter(Boolean).join(', ')
  return [{ element: role, value: name }, ...(born === '' ? [] : [{ element: `${role}, lahir`, value: born }])]
}
