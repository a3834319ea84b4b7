// The draft in questions: whatever is missing next is asked. Must stay true: nothing is decided here; a page says what is missing.
import { fill } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { SessionField } from '../catalogue/session.ts'
import { nextPart } from './chat-parts.ts'
import { askReview } from './chat-review.ts'
import { type Speaker, YES_NO } from './chat-speaker.ts'
import { leaveDraft } from './chat-state.ts'
import { CHAT_WORDS as w } from './chat-words.ts'
import { answerInWords } from './draft-view.ts'
import type { DraftPageView, DraftView } from './port.ts'

/** Asks whatever is missing next: the role, an answer, a paper, the word to send. */
export async function askNext(speaker: Speaker, visitor: Visitor): Promise<void> {
  const { state, tools } = speaker
  const caseId = state.caseId!
  const draft = await tools.cases.readRole(visitor, caseId)
  if (!draft.ok) {
    speaker.tell(visitor, draft.refusals)
    leaveDraft(state)
    return speaker.say(w.askService)
  }
  if (draft.value.steps.some((step) => step.id === 'role') && draft.value.role === undefined) {
    state.waiting = 'role'
    return speaker.ask(speaker.words(w.role), draft.value.roles)
  }
  const open = await openField(speaker, visitor, draft.value)
  if (open !== undefined) return askField(speaker, open.view, open.field)
  const documents = await tools.cases.readDocuments(visitor, caseId)
  const missing = documents.ok ? documents.value.documents.find(({ needed }) => needed.status === 'missing') : undefined
  if (missing !== undefined) {
    const { document, alternatives } = missing.needed
    const asked = alternatives.find((one) => one.id === state.field) ?? document
    Object.assign(state, { waiting: 'document', field: asked.id, options: alternatives.map((one) => one.id) })
    speaker.say(w.document, { label: speaker.words(asked.label), hint: speaker.words(asked.hint) })
    if (alternatives.length > 0 && asked === document)
      speaker.say(w.instead, {
        list: alternatives.map((one, at) => `${at + 1}. ${speaker.words(one.label)}`).join('; '),
      })
    return
  }
  return askReview(speaker, visitor)
}

async function openField(
  speaker: Speaker,
  visitor: Visitor,
  draft: DraftView,
): Promise<{ view: DraftPageView; field: SessionField } | undefined> {
  const { state, tools } = speaker
  for (const { id } of draft.steps) {
    if (id === 'role' || id === 'documents' || id === 'review') continue
    const read = await tools.cases.readDraftPage(visitor, state.caseId!, id)
    if (!read.ok || read.value.page.page.id !== id) continue
    const field = read.value.page.fields.find(
      (one) =>
        one.state !== 'derived' &&
        (state.change === undefined
          ? !one.complete || (one.answer === undefined && !state.skipped.includes(one.field.key))
          : state.change === one.field.key),
    )
    if (field !== undefined) return { view: read.value, field }
  }
  if (state.change === undefined) return undefined
  delete state.change
  return openField(speaker, visitor, draft)
}

export function askField(speaker: Speaker, view: DraftPageView, one: SessionField): void {
  const { state, tools } = speaker
  Object.assign(state, { page: view.page.page.id, field: one.field.key, waiting: undefined })
  const { suggestion } = one
  const isNew = one.answer === undefined && state.change === undefined && Object.keys(state.given).length === 0
  const part = nextPart(one.field, state.given, view.form.candidates[one.field.key] ?? [])
  if (suggestion !== undefined && isNew) {
    state.waiting = 'prefilled'
    const value = speaker.words(answerInWords(one.field, suggestion, (id) => nameIn(view, id), tools.nameOfVillage))
    speaker.ask(fill(speaker.words(w.prefilled), { label: speaker.words(one.field.label), value }), YES_NO)
  } else if (part !== undefined) speaker.askPart(part, !one.required)
  // A question that the talk cannot put into words is answered on its page.
  else speaker.say(w.onPage, { address: `${tools.address}/cases/${state.caseId}/edit/${view.page.page.id}` })
}

function nameIn(view: DraftPageView, id: string): string | undefined {
  for (const list of Object.values(view.form.candidates)) {
    const found = list.find((one) => one.personId === id)
    if (found !== undefined) return found.name
  }
  return undefined
}
