// The same birth told twice: a mother bears again after 270 days at the earliest, unless several children of one birth
// are declared as such. Must stay true: twins need their number and an order of their own on both deeds.
import { daysBetween } from '../../kernel/date.ts'
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
  const report = reportOf(child, deed)
  const known: BirthReport[] = []
  for (const other of others) {
    const otherDeed = birthDeedOf(view, other)
    const isNear = Math.abs(daysBetween(child.birthDate, other.birthDate)) <= 1
    // An entry from before this register does not say whether it was one of several; an officer looks at it.
    if (report.plurality > 1 && isNear && otherDeed?.fields.birthPlurality === undefined)
      findings.warnings.push({ code: 'register-twin-to-check', at: child.id, params: { name: other.name } })
    else known.push(reportOf(other, otherDeed))
  }
  const refusal = decideSameBirth(report, known, child.id)
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
