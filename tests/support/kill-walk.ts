// Work under kill -9: mothers send reports, an officer takes them, the server dies again and again while requests are under
// way, and each interrupted request is repeated with its key, as a browser's retry does. Must stay true: whatever was
// acknowledged is compared with what the house says afterwards; the same seed kills after the same waits.
import { setTimeout as sleep } from 'node:timers/promises'
import { answerPage, beginDraft, birthAnswers, fillDraft, mustBeFine, numberOn } from './case-walk.ts'
import { type Answer, type Fields, formsOn, refusalsOn, titleOf, Walker } from './walker.ts'

/** A server that can die: `open` gives its address once it answers, `kill` is kill -9, `fault` says how it ended by itself. */
export type Killable = { open(): Promise<string>; kill(): Promise<void>; fault(): string | undefined }
export type Sent = { readonly caseId: string; readonly number: string; readonly title: string }
export type Survived = {
  readonly kills: number
  readonly repeated: number
  readonly sent: readonly Sent[]
}

/** Mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Tries against an open house that does not answer, or asks to wait: some minutes. */
const MOST_TRIES = 1000

class Run {
  readonly sent: Sent[] = []
  repeated = 0
  answered = 0
  /** Requests that have no answer yet. */
  underWay = 0
  base = ''
  #n = 0
  #opened: Promise<void> = Promise.resolve()
  /** An untouched draft is opened again instead of beginning a second one, so one lane begins at a time. */
  #beginning: Promise<unknown> = Promise.resolve()

  constructor(readonly house: Killable) {}

  /** Opens the house; whoever asks meanwhile waits for it, however long it takes. */
  open(): Promise<void> {
    this.#opened = this.house.open().then((base) => {
      this.base = base
    })
    return this.#opened
  }

  /** kill -9 at once, and open again. */
  killAndOpen(): Promise<void> {
    const dead = this.house.kill()
    this.#opened = dead
      .then(() => this.house.open())
      .then((base) => {
        this.base = base
      })
    return this.#opened
  }

  /** Repeats a request until the house has answered it; what the house says no to is a fault of the run. */
  async persist<T>(work: (again: boolean) => Promise<T>): Promise<T> {
    let last: unknown
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      await this.#opened
      this.underWay++
      try {
        const answer = await work(tries > 0)
        this.answered++
        return answer
      } catch (error) {
        const isLost = error instanceof TypeError && /^(fetch failed|terminated)$/.test(error.message)
        const mustWait = error instanceof Error && /^(429|503) /.test(error.message)
        if (!isLost && !mustWait) throw error
        const fault = this.house.fault()
        if (fault !== undefined) throw new Error(`The house ended by itself: ${fault}`, { cause: error })
        this.repeated++
        last = error
      } finally {
        this.underWay--
      }
      await sleep(100)
    }
    throw new Error(`No answer after ${MOST_TRIES} tries`, { cause: last })
  }

  async #begin(mother: Walker, answers: Fields): Promise<{ readonly path: string; readonly firstPath: string }> {
    const draft = await this.persist(() => beginDraft(mother, 'birth-wni'))
    const first = await this.persist(async () =>
      draft.path.endsWith('/role') ? mustBeFine(await mother.post(draft.path, { role: 'parent' })) : draft,
    )
    const firstPath = first.path.split('?')[0]!
    await this.persist(async () => mustBeFine(await answerPage(mother, await page(mother, firstPath), answers)))
    return { path: `/63.11/cases/${draft.caseId}`, firstPath }
  }

  /** One report from the first button to the officer's step. */
  async oneCase(mother: Walker, officer: Walker): Promise<void> {
    const n = this.#n++
    const childName = `Anak Ke ${['Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam'][n % 6]} ${letters(n)}`
    const answers = birthAnswers({ childName })
    const begin = this.#beginning.then(() => this.#begin(mother, answers))
    this.#beginning = begin.catch(() => undefined)
    const { path, firstPath } = await begin
    // Acknowledged: from here on the name may not be lost, whatever happens to the server.
    await this.persist(async () => {
      const shown = formsOn(await page(mother, firstPath)).find(({ action }) => action === firstPath)
      if (shown?.fields.childName !== undefined)
        expectSame('Name of the child', shown.fields.childName[0] ?? '', childName)
    })
    await this.persist(async () => fillDraft(mother, await page(mother, firstPath), answers))
    const key = crypto.randomUUID()
    const number = await this.persist(async (again) => {
      const sent = mustBeFine(await mother.post(`${path}/submit`, { key }))
      return numberOn(again ? await page(mother, path) : sent)
    })
    const screened = crypto.randomUUID()
    await this.persist(async (again) => {
      const done = await officer.post(`/63.11/office/cases/${path.split('/').at(-1)}/actions/screen`, {
        key: screened,
        seen: 'yes',
      })
      if (done.status >= 500 || done.status === 429) throw new Error(`${done.status === 429 ? 429 : 503} at screening`)
      if (done.status >= 400 && !again) throw new Error(`Screening was refused: ${refusalsOn(done).join(' ')}`)
    })
    const shown = await this.persist(() => page(mother, path))
    expectSame('Number of the case', numberOn(shown), number)
    expectSame('State after screening', titleOf(shown), 'Verifikasi data')
    this.sent.push({ caseId: path.split('/').at(-1)!, number, title: titleOf(shown) })
  }
}

export type KillPlan = {
  readonly kills: number
  readonly seed: number
  /** Least and most answers that are waited for between a start and the next kill, and milliseconds after the last of them. */
  readonly answers: readonly [number, number]
  readonly wait: readonly [number, number]
  /** Reports that are worked on at the same time. */
  readonly lanes: number
  /** Asks for an end before the last kill; what was acknowledged until then is looked for all the same. */
  readonly stop?: AbortSignal
  /** Told after each kill, once the house is open again. */
  readonly onKill?: (kills: number, repeated: number, sent: number) => void
}

/** Kills the server as planned under load, and afterwards looks for everything that was acknowledged. Leaves it open. */
export async function workThroughKills(house: Killable, plan: KillPlan): Promise<Survived> {
  const run = new Run(house)
  const random = randomOf(plan.seed)
  const between = ([least, most]: readonly [number, number]): number => least + random() * (most - least)
  await run.open()
  // The address may change with each start, so walkers ask for it.
  const person = (name: string): Promise<Walker> => new Walker(() => run.base).signIn(name)
  const mother = await person('Siti Aminah')
  const officer = await person('Rusdiana')
  let over = false
  let failure: unknown
  const fail = (error: unknown): void => {
    failure ??= error
    over = true
  }
  const lanes = Array.from({ length: plan.lanes }, async () => {
    while (!over) await run.oneCase(mother, officer)
  })
  for (const lane of lanes) lane.catch(fail)
  let kills = 0
  while (kills < plan.kills && !over && plan.stop?.aborted !== true) {
    const enough = run.answered + Math.round(between(plan.answers))
    while (run.answered < enough && !over) await sleep(2)
    await sleep(between(plan.wait))
    while (run.underWay === 0 && !over) await sleep(1)
    if (over) break
    // A lane that waits for the house hears of the failed start too; here it must not stay unheard.
    await run.killAndOpen().catch(fail)
    kills++
    plan.onKill?.(kills, run.repeated, run.sent.length)
  }
  over = true
  await Promise.allSettled(lanes)
  if (failure !== undefined) throw failure
  for (const { caseId, number, title } of run.sent) {
    const shown = await page(mother, `/63.11/cases/${caseId}`)
    expectSame('Number of the case', numberOn(shown), number)
    expectSame('State', titleOf(shown), title)
  }
  const numbers = new Set(run.sent.map(({ number }) => number))
  if (numbers.size !== run.sent.length) throw new Error('A number was given twice')
  return { kills, repeated: run.repeated, sent: run.sent }
}

const page = async (who: Walker, path: string): Promise<Answer> => mustBeFine(await who.get(path))

function expectSame(what: string, found: string, expected: string): void {
  if (found !== expected) throw new Error(`${what}: the house says "${found}", acknowledged was "${expected}"`)
}

/** 0 → a, 25 → z, 26 → ba: names without digits. */
function letters(n: number): string {
  return n < 26 ? String.fromCharCode(97 + n) : letters(Math.floor(n / 26)) + letters(n % 26)
}
