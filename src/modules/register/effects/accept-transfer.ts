// People arrive from another region with a moving letter that was fetched before. They keep their ids and numbers; the
// origin lets go of them only when our commit has been told to it.
import { regionLevel } from '../../../kernel/region-code.ts'
import type { PersonField } from '../change.ts'
import type { EffectOf } from '../effect.ts'
import type { PlanContext } from '../plan-context.ts'
import type { FieldValue, IncomingTransfer, Person, PersonId } from '../snapshot.ts'
import { marriageThatCame } from '../travelling-marriages.ts'

const NOT_TAKEN_OVER = new Set(['id', 'version', 'nik', 'villageCode', 'status', 'nikStatus', 'sealed'])

export function acceptTransfer(context: PlanContext, effect: EffectOf<'acceptTransfer'>): undefined {
  const letter = context.text(effect.letter, 'letter')
  if (letter === undefined) return
  const transfer = context.register.before.transfers.get(letter.trim())
  if (transfer === undefined) return context.refuse('register-letter-not-fetched', 'letter', { letter })
  if (transfer.state === 'accepted') return context.refuse('register-letter-used', 'letter', { letter })
  for (const person of transfer.persons) {
    const known = context.register.persons.get(person.id)
    if (known === undefined) arrive(context, person)
    else if (known.status === 'active')
      return context.refuse('register-already-resident', 'letter', { name: known.name })
    else comeBack(context, known, person)
  }
  context.cardsElsewhere.push({
    id: transfer.id,
    version: 0,
    status: 'moving',
    ...(transfer.headId === undefined ? {} : { headId: transfer.headId }),
    address: { village: '' },
    members: transfer.persons.map(({ id }) => ({
      personId: id,
      relation: transfer.relations[id] ?? '9',
      from: context.register.from,
    })),
  })
  for (const marriage of transfer.marriages ?? []) {
    const deed = marriageThatCame(context.register, marriage, transfer.from, context.input.newId)
    if (deed !== undefined) context.register.recordDeed(deed)
  }
  context.people.set(effect.as, headFirst(transfer))
  context.register.note({
    kind: 'transfer-accepted',
    transferId: transfer.id,
    letter: transfer.letter,
    from: transfer.from,
  })
}

/** Who is named alone by the alias is the head of those who come: the head of the letter, else whom its card calls so. */
function headFirst(transfer: IncomingTransfer): readonly PersonId[] {
  const ids = transfer.persons.map((person) => person.id)
  const head = ids.find((id) => id === transfer.headId) ?? ids.find((id) => transfer.relations[id] === '1')
  return head === undefined ? ids : [head, ...ids.filter((id) => id !== head)]
}

function arrive(context: PlanContext, person: Person): undefined {
  const { sealed: _sealed, ...open } = person
  if (regionLevel(person.villageCode) !== 'village') return context.refuse('register-village-unknown', 'letter')
  context.register.createPerson(
    { ...open, version: 1, status: 'active', nikStatus: person.nik === undefined ? 'none' : 'active' },
    'transfer',
  )
}

/** Someone who left us before: the same person again, with what changed elsewhere. */
function comeBack(context: PlanContext, known: Person, now: Person): undefined {
  for (const field of Object.keys({ ...known, ...now }) as (keyof Person)[]) {
    if (!NOT_TAKEN_OVER.has(field))
      context.register.setPerson(known.id, field as PersonField, (now[field] ?? null) as FieldValue)
  }
  context.register.setPerson(known.id, 'status', 'active')
  if (known.nikStatus !== 'none') context.register.setPerson(known.id, 'nikStatus', 'active')
}
