// The talk bound to the citizen's port, accounts and its sealed state; and its stand-in in the demo. Must stay true: a sender
// is known by a keyed hash; official roles have no place in a talk; one sender's messages are worked off in order.
import { accept, refuse } from '../kernel/refusal.ts'
import type { ChatLine, ChatMessage, ChatPort } from '../modules/cases/chat-port.ts'
import type { ChatDemoPort } from '../modules/cases/chat-routes.tsx'
import { newTalk, type TalkState } from '../modules/cases/chat-state.ts'
import { deleteTalksBefore, findTalk, saveTalk } from '../modules/cases/chat-store.ts'
import { talk } from '../modules/cases/chat-talk.ts'
import type { CasesContext } from '../modules/cases/context.ts'
import type { CasesPort } from '../modules/cases/port.ts'
import type { DemoPerson } from '../modules/regions/sign-in-port.ts'
import { findPersonOfAccount } from '../modules/regions/store.ts'
import type { Accounts } from '../platform/auth/accounts.ts'
import type { Visitor } from '../platform/http/visitor.ts'
import { newId } from '../platform/ids.ts'
import { keyedHash, keyedHashes, openSealedText, seal } from '../platform/secrets/seal.ts'
import { refusalRegistry } from '../refusals.ts'
import type { RegionDirectory } from './region-directory.ts'
import type { Visitors } from './visitors.ts'

const KEPT_MS = 30 * 86_400_000
const SHOWN = 60

export type ChatTools = {
  readonly cases: CasesContext
  readonly citizen: CasesPort
  readonly accounts: Accounts
  readonly regions: RegionDirectory
  readonly demo: boolean
}
export const talkContext = (region: string, hash: string): string => `chat:${region}:${hash}`
type Answered = { readonly id: string; readonly said: readonly string[] }
type Stored = { state: TalkState; lines: ChatLine[]; answered?: readonly Answered[] }

/** How many of a sender's last messages are known by their id. */
const REMEMBERED = 20

export function bindChat({ cases, citizen, accounts, regions, demo }: ChatTools): ChatPort {
  const waiting = new Map<string, Promise<unknown>>()
  const senderOf = (from: string): string => `chat:${from}`

  async function load(region: string, from: string): Promise<Stored | undefined> {
    const row = await cases.database.inRegion(
      region,
      (tx) => findTalk(tx, region, keyedHashes(cases.ring, senderOf(from))),
      { readOnly: true },
    )
    if (row === undefined || row.updated_at.getTime() < cases.clock.now().getTime() - KEPT_MS) return undefined
    return JSON.parse(openSealedText(cases.ring, row.state, talkContext(region, row.sender_hash))) as Stored
  }

  async function save(region: string, from: string, stored: Stored, isNew: boolean): Promise<void> {
    const hash = keyedHash(cases.ring, senderOf(from))
    const now = cases.clock.now()
    await cases.database.inRegion(region, async (tx) => {
      if (isNew) await deleteTalksBefore(tx, region, new Date(now.getTime() - KEPT_MS))
      await saveTalk(tx, {
        region_code: region,
        sender_hash: hash,
        state: seal(cases.ring, JSON.stringify(stored), talkContext(region, hash)),
        updated_at: now,
      })
    })
  }

  async function visitorOf(region: string, accountId: string): Promise<Visitor> {
    const known = regions.get(region)
    const personId = await cases.database.inRegion(region, (tx) => findPersonOfAccount(tx, region, accountId), {
      readOnly: true,
    })
    return {
      requestId: newId(),
      language: 'id',
      region: known,
      actor: {
        accountId,
        name: '',
        sessionId: 'chat',
        assignments: [],
        ...(personId === undefined ? {} : { personId }),
      },
      page: {
        language: 'id',
        region: { code: region, name: known.name, hue: known.hue },
        path: '/',
        assets: { styles: [] },
      },
      demo,
      device: 'WhatsApp',
      tell: (refusal) => refusalRegistry.tell(refusal, 'id'),
      statusOf: (refusals) => refusalRegistry.status(refusals),
    }
  }

  async function answer(region: string, message: ChatMessage): Promise<readonly string[]> {
    const before = await load(region, message.from)
    const stored: Stored = before ?? { state: newTalk(), lines: [] }
    const again = message.id === undefined ? undefined : stored.answered?.find(({ id }) => id === message.id)
    if (again !== undefined) return again.said
    const said = await talk(
      {
        cases: citizen,
        office: regions.get(region).office,
        hours: cases.opensText(region),
        language: 'id',
        nowMs: cases.clock.now().getTime(),
        address: `${cases.origin}/${region}`,
        async sendCode(phone) {
          const wait = await cases.limits.take('code-sent', phone)
          if (wait !== undefined) return refuse('too-many', undefined, { seconds: wait })
          await accounts.sendCode('phone', phone)
          return accept(undefined)
        },
        async confirmCode(phone, code) {
          const wait = await cases.limits.take('sign-in', phone)
          if (wait !== undefined) return refuse('too-many', undefined, { seconds: wait })
          const done = await accounts.signInWithCode('phone', phone, code, new Headers())
          if (!done.ok) return done
          const { accountId } = done.value
          return accountId === undefined ? refuse('code-wrong') : accept({ accountId })
        },
        visitorOf: (accountId) => visitorOf(region, accountId),
        nameOfVillage: cases.villageName,
      },
      stored.state,
      message,
    )
    const shown = message.picture === undefined ? message.text : `[foto] ${message.text}`.trim()
    // The carrier keeps the talk for its people; only the stand-in has to show it.
    if (demo)
      stored.lines = [
        ...stored.lines,
        { mine: true, text: shown },
        ...said.map((text) => ({ mine: false, text })),
      ].slice(-SHOWN)
    if (message.id !== undefined)
      stored.answered = [...(stored.answered ?? []), { id: message.id, said }].slice(-REMEMBERED)
    await save(region, message.from, stored, before === undefined)
    return said
  }

  return {
    async receive(region, message) {
      const key = `${region} ${message.from}`
      const turn = (waiting.get(key) ?? Promise.resolve()).catch(() => {}).then(() => answer(region, message))
      waiting.set(key, turn)
      try {
        return await turn
      } finally {
        if (waiting.get(key) === turn) waiting.delete(key)
      }
    },
    read: async (region, from) => (await load(region, from))?.lines ?? [],
  }
}

export type ChatDemoTools = {
  readonly chat: ChatPort
  readonly visitors: Visitors
  readonly regions: RegionDirectory
  readonly demo: boolean
  readonly people: () => Promise<readonly DemoPerson[]>
  contactOf(accountId: string): Promise<{ readonly phone?: string } | undefined>
}

/** The stand-in page: the demo's citizens of the first region, each with the phone of their account. */
export function bindChatDemo({ chat, visitors, regions, demo, people, contactOf }: ChatDemoTools): ChatDemoPort {
  const listed = async () => (demo ? (await people()).filter((one) => one.group === 'citizen').slice(0, 7) : [])
  const placeOf = async (accountId: string): Promise<{ region: string; from: string } | undefined> => {
    const person = (await listed()).find((one) => one.accountId === accountId)
    const phone = person === undefined ? undefined : (await contactOf(accountId))?.phone
    const region = person?.start.split('/')[1]
    return phone === undefined || region === undefined || !(await regions.all()).has(region)
      ? undefined
      : { region, from: phone }
  }
  return {
    visitor: (request) => visitors.of(request),
    people: listed,
    async read(accountId) {
      const place = await placeOf(accountId)
      return place === undefined ? [] : chat.read(place.region, place.from)
    },
    async say(accountId, text, picture) {
      const place = await placeOf(accountId)
      if (place === undefined) return
      await chat.receive(place.region, { from: place.from, text, ...(picture === undefined ? {} : { picture }) })
    },
  }
}
