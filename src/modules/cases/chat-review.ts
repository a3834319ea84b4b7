// The end of a draft: all of it read back, one answer changed, or sent.
import { fill } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { ChatOption } from './chat-parts.ts'
import type { Speaker } from './chat-speaker.ts'
import { leaveDraft } from './chat-state.ts'
import { CHAT_WORDS as w } from './chat-words.ts'

export async function askReview(speaker: Speaker, visitor: Visitor): Promise<void> {
  const { state, tools } = speaker
  const review = await tools.cases.readReview(visitor, state.caseId!)
  if (!review.ok) return speaker.tell(visitor, review.refusals)
  const lines = review.value.lines.map(
    (line) => `- ${speaker.words(line.label).replace(/([^?])$/, '$1:')} ${speaker.words(line.value)}`,
  )
  state.waiting = 'review'
  speaker.ask(fill(speaker.words(w.review), { lines: lines.join('\n') }), [
    { value: 'send', label: w.send },
    { value: 'change', label: w.changeOne },
  ])
}

export async function askWhich(speaker: Speaker, visitor: Visitor): Promise<void> {
  const { state, tools } = speaker
  const draft = await tools.cases.readRole(visitor, state.caseId!)
  const options: ChatOption[] = []
  for (const { id } of draft.ok ? draft.value.steps : []) {
    const read = await tools.cases.readDraftPage(visitor, state.caseId!, id)
    if (!read.ok || read.value.page.page.id !== id) continue
    for (const one of read.value.page.fields)
      if (one.state !== 'derived') options.push({ value: one.field.key, label: one.field.short ?? one.field.label })
  }
  state.waiting = 'which'
  return speaker.ask(speaker.words(w.whichChange), options)
}

export async function sendCase(speaker: Speaker, visitor: Visitor): Promise<void> {
  const { state, tools } = speaker
  const caseId = state.caseId!
  const sent = await tools.cases.submit(visitor, caseId, `chat:${caseId}`)
  if (!sent.ok) return speaker.tell(visitor, sent.refusals)
  const view = await tools.cases.readCase(visitor, caseId)
  leaveDraft(state)
  return speaker.say(w.sent, { number: view.ok ? view.value.number : '', address: `${tools.address}/track` })
}
