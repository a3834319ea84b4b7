// Which service it is about: found by its name, begun as a draft.
import type { Visitor } from '../../platform/http/visitor.ts'
import { askNext } from './chat-draft.ts'
import type { Speaker } from './chat-speaker.ts'
import { GO_ON } from './chat-state.ts'
import { CHAT_WORDS as w } from './chat-words.ts'

export async function chooseService(speaker: Speaker, visitor: Visitor, text: string): Promise<void> {
  const { state, tools } = speaker
  const chosen = speaker.chosen(text)
  if (chosen === undefined) {
    // The plainest name first: "Akta kelahiran" before its kin.
    const all = text === '' ? [] : await tools.cases.listServices(visitor, text)
    const found = [...all].sort((a, b) => a.name.id.length - b.name.id.length).slice(0, 7)
    if (found.length === 0) speaker.say(GO_ON.test(text) || text === '' ? w.askService : w.noService)
    else
      speaker.ask(
        speaker.words(w.whichService),
        found.map((one) => ({
          value: one.id,
          label: one.name,
        })),
      )
    return
  }
  const begun = await tools.cases.startDraft(visitor, chosen, 'whatsapp')
  if (!begun.ok) return speaker.tell(visitor, begun.refusals)
  Object.assign(state, {
    step: 'draft',
    caseId: begun.value.caseId,
    given: {},
    skipped: [],
    waiting: undefined,
    change: undefined,
  })
  const role = await tools.cases.readRole(visitor, begun.value.caseId)
  if (role.ok) speaker.say(w.started, { service: speaker.words(role.value.serviceName) })
  return askNext(speaker, visitor)
}
