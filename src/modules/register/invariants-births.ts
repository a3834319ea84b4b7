// The same birth told twice: a mother bears again after 270 days at the earliest, unless several children of one birth
// are declared as such. Must stay true: twins need their number and an order of their own on both deeds.
import { type BirthReport, decideSameBirth } from './duplicates-events.ts'
import type { Findings } from './invariants-people.ts'
import { childrenOf, type RegisterView } from './kinship.ts'
import type { Deed, FieldValue, Person } from './snapshot.ts'

const LIVES_ON = new Set(['active', 'moving', 'moved-out', 'abroad', 'deceased'])

export function checkSameBirth(view: RegisterView, deed: Deed, findings: Findings): void {
  const child = childOf(view, deed)
  if (child?.motherId === undefined) return
  const others = childrenOf(view, child.motherId).filter(
    (other) => other.id !== child.id && other.motherId === child.motherId && LIVES_ON.has(other.status),
  )
  const known = others.map((other) => reportOf(other, birthDeedOf(view, other)))
  const refusal = decideSameBirth(reportOf(child, deed), known, child.id)
  if (refusal !== undefined) findings.refusals.push(refusal)
}

function childOf(view: RegisterView, deed: Deed): Person | undefined {
  const id = deed.parties.find((party) => party.role === 'child')?.personId
  return id === undefined ? undefined : view.persons.get(id)
}

function birthDeedOf(view: RegisterView, child: Person): Deed | undefined {
  for (const deed of view.deeds.values())
    if (deed.register === 'birth' && deed.status === 'valid' && childOf(view, deed)?.id === child.id) return deed
  return undefined
}

function reportOf(child: Person, deed: Deed | undefined): BirthReport {
  const order = numberOf(deed?.fields.birthOrder)
  return {
    mother: child.motherId ?? '',
    birthDate: child.birthDate,
    plurality: numberOf(deed?.fields.birthPlurality) ?? 1,
    ...(order === undefined ? {} : { order }),
  }
}

/** The code of the form counts the children of one birth; `5` stands for more than four. */
function numberOf(value: FieldValue | undefined): number | undefined {
  const number = Number(value)
  return value === undefined || value === null || value === '' || !Number.isInteger(number) ? undefined : number
}
