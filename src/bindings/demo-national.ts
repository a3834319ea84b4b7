// The national register in the demo: a file that went out, answers of each kind, one noted by hand, the rest still open. Must stay
// true: made by the commands that people use.
import { answerRequest, importAnswers, makeBatch, takeEvents } from '../modules/national/commands.ts'
import { setLink } from '../modules/national/link-commands.ts'
import { readRequests } from '../modules/national/queries.ts'
import { fixedClock } from '../platform/clock.ts'
import type { Visitor } from '../platform/http/visitor.ts'
import { newId } from '../platform/ids.ts'
import type { House } from './house.ts'

const HOUR_MS = 3_600_000

export async function seedNational(house: House, region: string, now: Date, officer: Visitor): Promise<void> {
  const { database, ring } = house.cases
  const at = (hours: number) => ({ database, ring, clock: fixedClock(new Date(now.getTime() - hours * HOUR_MS)) })
  // Events get their positions from a job; whoever else listens hears of them there.
  await house.jobs.settle()
  await takeEvents(at(100), region)
  const made = await makeBatch(at(96), officer, newId())
  if (!made.ok) return
  const view = await readRequests(at(96), officer, async () => 0)
  if (!view.ok) return
  const asked = view.value.lines.filter((line) => line.state === 'asked').slice(0, -2)
  const noted = asked.pop()
  const answers = asked.map(({ requestId }, n) => {
    const answer = n % 5 === 3 ? 'differs' : n % 7 === 5 ? 'unknown' : 'confirmed'
    return `${requestId};${answer};SIAK-2026-${String(4100 + n)}`
  })
  if (answers.length > 0)
    await importAnswers(at(20), officer, ['request;answer;reference', ...answers].join('\n'), true)
  if (noted !== undefined) await answerRequest(at(3), officer, noted.requestId, 'confirmed', 'SIAK-LAYAR-0871', newId())
  // Down since then: the applications on hold for it go on when somebody says that it is back.
  await setLink(at(2), officer, 'down', newId())
}
