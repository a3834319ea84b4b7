// The guided talk: sign in by code, choose a service, answer one question a message, send photos, read it all, send. Must stay
// true: it presses the same buttons as the pages (cases/port.ts) and decides nothing; what is typed is kept with the draft.
import { keepPicture, readAnswer } from './chat-answers.ts'
import { askNext } from './chat-draft.ts'
import type { ChatMessage } from './chat-port.ts'
import { chooseService } from './chat-service.ts'
import { identify, signIn } from './chat-sign-in.ts'
import { Speaker } from './chat-speaker.ts'
import { GO_ON, leaveDraft, type TalkState, type TalkTools } from './chat-state.ts'
import { CHAT_WORDS as w } from './chat-words.ts'

const STOP = /^(batal|stop|berhenti)$/i
const AGAIN = /^(ulang|ulangi|repeat)$/i
const MENU = /^(menu|mulai|start)$/i

/** One message in, the replies out; `state` is changed in place. */
export async function talk(tools: TalkTools, state: TalkState, message: ChatMessage): Promise<readonly string[]> {
  const speaker = new Speaker(tools, state)
  await answer(speaker, message)
  return speaker.said
}

async function answer(speaker: Speaker, message: ChatMessage): Promise<void> {
  const { state, tools } = speaker
  const text = message.text.trim().slice(0, 4000)
  if (state.accountId !== undefined && (state.untilMs ?? 0) < tools.nowMs) {
    delete state.accountId
    state.step = 'code'
  }
  if (state.accountId === undefined) return signIn(speaker, message.from, text)
  const visitor = await tools.visitorOf(state.accountId)
  if (STOP.test(text)) {
    Object.assign(state, { given: {}, waiting: undefined })
    return speaker.say(w.stopped, { address: `${tools.address}/me` })
  }
  if (visitor.actor!.personId === undefined && state.step !== 'service' && state.step !== 'draft')
    return identify(speaker, visitor, text)
  if (MENU.test(text)) {
    leaveDraft(state)
    return speaker.say(w.askService)
  }
  if (state.step !== 'draft' || state.caseId === undefined) return chooseService(speaker, visitor, text)
  if (AGAIN.test(text) || GO_ON.test(text)) {
    Object.assign(state, { given: {}, waiting: undefined })
    return askNext(speaker, visitor)
  }
  return message.picture === undefined
    ? readAnswer(speaker, visitor, text)
    : keepPicture(speaker, visitor, message.picture)
}
