// Who writes: a code to the number that wrote, then the person of the register. Must stay true: a talk of yesterday signs in anew and
// keeps its draft.
import type { Visitor } from '../../platform/http/visitor.ts'
import { askNext } from './chat-draft.ts'
import { readReply } from './chat-parts.ts'
import type { Speaker } from './chat-speaker.ts'
import { CHAT_WORDS as w } from './chat-words.ts'

const SIGNED_IN_MS = 12 * 3_600_000
const RESEND = /^(kirim lagi|send again)$/i

export async function signIn(speaker: Speaker, phone: string, text: string): Promise<void> {
  const { state, tools } = speaker
  if (state.untilMs === undefined || RESEND.test(text)) {
    const sent = await tools.sendCode(phone)
    state.untilMs = 0
    if (!sent.ok)
      return speaker.say({ id: 'Tunggu sebentar, lalu tulis lagi.', en: 'Wait a little, then write again.' })
    speaker.say(w.hello, { office: tools.office })
    return speaker.say(w.hours, { hours: speaker.words(tools.hours) })
  }
  const done = await tools.confirmCode(phone, text.replace(/\D/g, ''))
  if (!done.ok) {
    if (state.untilMs > 0) {
      // A talk of yesterday: a new code, the draft stays.
      state.untilMs = undefined
      return signIn(speaker, phone, '')
    }
    return speaker.say(w.codeAgain)
  }
  state.accountId = done.value.accountId
  state.untilMs = tools.nowMs + SIGNED_IN_MS
  const visitor = await tools.visitorOf(done.value.accountId)
  if (visitor.actor!.personId === undefined) {
    state.step = 'nik'
    return speaker.say(w.askNik)
  }
  if (state.caseId !== undefined) {
    state.step = 'draft'
    return askNext(speaker, visitor)
  }
  state.step = 'service'
  return speaker.say(w.askService)
}

export async function identify(speaker: Speaker, visitor: Visitor, text: string): Promise<void> {
  const { state, tools } = speaker
  if (state.step === 'nik' || state.step === 'code') {
    Object.assign(state, { nik: text, step: 'name' })
    speaker.say(w.askName)
  } else if (state.step === 'name') {
    Object.assign(state, { name: text, step: 'birth' })
    speaker.say(w.askBirth)
  } else {
    const read = readReply({ name: 'b', label: w.askBirth, kind: 'date' }, text)
    if ('again' in read) return speaker.say(w.againDate)
    const part = (name: string): string => read.fields[`b.${name}`]?.[0] ?? ''
    const done = await tools.cases.identify(visitor, {
      nik: state.nik ?? '',
      name: state.name ?? '',
      birthDate: { day: part('day'), month: part('month'), year: part('year') },
    })
    delete state.nik
    delete state.name
    state.step = done.ok ? 'service' : 'nik'
    if (!done.ok) speaker.tell(visitor, done.refusals)
    speaker.say(done.ok ? w.askService : w.askNik)
  }
}
