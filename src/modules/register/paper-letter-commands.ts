// Keeps a letter on paper as if the region of origin had answered, so that the application to arrive can go on. Must stay
// true: nobody who lives here arrives a second time; whoever left us before comes back as the same person; all is journalled.
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Role, Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { loadSnapshot } from './load.ts'
import { regionWide } from './office-access.ts'
import type { RegisterOffice } from './office-context.ts'
import { readPaperLetter, type TypedLetter } from './paper-letter-rules.ts'
import type { Person } from './snapshot.ts'
import { recordPaperTransfer } from './transfers.ts'

/** Who may say what a letter on paper says. What comes of it is verified, approved and signed like every application. */
export const LETTER_READERS: readonly Role[] = ['front-office', 'verifier', 'data-officer']

/** Refusals: `not-found`, those of `readPaperLetter`, `paper-letter-platform`, `register-already-resident`, `register-letter-known`. */
export async function keepPaperLetter(
  office: RegisterOffice,
  visitor: Visitor,
  typed: TypedLetter,
  isOnPlatform: (region: string) => boolean,
): Promise<Result<{ readonly letter: string }>> {
  const region = visitor.region
  const as = regionWide(visitor, LETTER_READERS)
  if (region === undefined || as === undefined) return refuse('not-found')
  const now = office.clock.now()
  const read = readPaperLetter(typed, {
    today: todayIn(region.timeZone, now.getTime()),
    region: region.code,
    isVillage: (code) => office.villageName(code) !== undefined,
  })
  if (!read.ok) return read
  const { letter, village, people } = read.value
  const from = village.slice(0, 5)
  if (isOnPlatform(from)) return refuse('paper-letter-platform', 'village')
  return office.database.inRegion(region.code, async (tx): Promise<Result<{ readonly letter: string }>> => {
    const snapshot = await loadSnapshot(tx, office.ring, region.code, { niks: people.map((one) => one.nik) })
    const known = new Map([...snapshot.persons.values()].map((person) => [person.nik, person]))
    const residents = people.flatMap((one, index): Refusal[] => {
      const person = known.get(one.nik)
      return person === undefined || person.status === 'moved-out' || person.status === 'abroad'
        ? []
        : [{ code: 'register-already-resident', at: `nik-${index}`, params: { name: one.name } }]
    })
    if (residents.length > 0) return refuseAll(residents)
    const persons = people.map(({ relation: _relation, ...one }): Person => {
      const before = known.get(one.nik)
      return {
        id: before?.id ?? newId(),
        version: 1,
        status: 'active',
        nikStatus: 'active',
        citizenship: 'WNI',
        villageCode: village,
        ...one,
      }
    })
    const head = persons[people.findIndex((one) => one.relation === '1')]
    const done = await recordPaperTransfer(
      tx,
      { ring: office.ring, region: region.code, caseId: null, now, newId },
      {
        letter,
        from,
        payload: {
          persons,
          ...(head === undefined ? {} : { headId: head.id }),
          relations: Object.fromEntries(persons.map((person, index) => [person.id, people[index]!.relation])),
        },
      },
    )
    if (!done.ok) return done
    await writeJournal(
      tx,
      persons.map((person) => ({
        at: now,
        actor: visitor.actor?.accountId ?? '',
        role: as.role,
        unit: as.unit,
        device: visitor.device,
        action: 'transfer.paper',
        subject: person.id,
      })),
    )
    return accept({ letter })
  })
}
