// What is written or photographed in answer, saved as its page would save it. Must stay true: what the page refuses is told and asked
// again; what it doubts is asked once, and stands when it is right.
import type { Refusal } from '../../kernel/refusal.ts'
import { fill } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { Field } from '../catalogue/field-types/all.ts'
import { formOf } from '../catalogue/parse-answers.ts'
import { askField, askNext } from './chat-draft.ts'
import { completed, nextPart, type Partial, readReply } from './chat-parts.ts'
import { askWhich, sendCase } from './chat-review.ts'
import { type Speaker, YES_NO } from './chat-speaker.ts'
import { CHAT_WORDS as w } from './chat-words.ts'
import type { DraftPageView } from './port.ts'

export async function readAnswer(speaker: Speaker, visitor: Visitor, text: string): Promise<void> {
  const { state, tools } = speaker
  const caseId = state.caseId!
  const chosen = speaker.chosen(text)
  switch (state.waiting) {
    case 'role': {
      if (chosen === undefined) return speaker.say(w.againNumber)
      const saved = await tools.cases.saveRole(visitor, caseId, chosen)
      if (!saved.ok) speaker.tell(visitor, saved.refusals)
      return askNext(speaker, visitor)
    }
    case 'document':
      if (chosen === undefined) return speaker.say(w.againPicture)
      state.field = chosen
      return askNext(speaker, visitor)
    case 'review':
      if (chosen === 'send') return sendCase(speaker, visitor)
      if (chosen === 'change') return askWhich(speaker, visitor)
      return speaker.say(w.againNumber)
    case 'which':
      if (chosen === undefined) return speaker.say(w.againNumber)
      Object.assign(state, { change: chosen, given: {}, waiting: undefined })
      return askNext(speaker, visitor)
  }
  const read = await tools.cases.readDraftPage(visitor, caseId, state.page ?? '')
  const one = read.ok ? read.value.page.fields.find(({ field }) => field.key === state.field) : undefined
  if (!read.ok || one === undefined) return askNext(speaker, visitor)
  const view = read.value
  if (state.waiting === 'prefilled') {
    if (chosen === 'yes') return saveAnswer(speaker, visitor, view, one.field, formOf(one.field, one.suggestion), false)
    if (chosen !== 'no') return speaker.say(w.againNumber)
    state.change = one.field.key
    return askField(speaker, view, one)
  }
  if (state.waiting === 'confirm') {
    if (chosen === 'yes') return saveAnswer(speaker, visitor, view, one.field, formOf(one.field, one.answer), true)
    if (chosen !== 'no') return speaker.say(w.againNumber)
    state.change = one.field.key
    return askField(speaker, view, one)
  }
  const candidates = view.form.candidates[one.field.key] ?? []
  const part = nextPart(one.field, state.given, candidates)
  if (part === undefined) return askNext(speaker, visitor)
  if (state.waiting === 'village' && chosen !== undefined) state.given[part.name] = [chosen]
  else {
    const reply = readReply(one.required ? part : { ...part, optional: true }, text)
    if ('again' in reply)
      return speaker.say(
        reply.again === 'number' ? w.againNumber : reply.again === 'date' ? w.againDate : w.againPicture,
      )
    if (part.kind === 'village' && reply.fields[part.name]?.[0] !== '') return findVillages(speaker, visitor, text)
    Object.assign(state.given, reply.fields)
  }
  state.waiting = undefined
  const skipped = Object.values(state.given).every((values) => values.every((value) => value === ''))
  const further = skipped ? undefined : nextPart(one.field, state.given, candidates)
  if (further !== undefined) return speaker.askPart(further, false)
  if (skipped) state.skipped.push(one.field.key)
  return saveAnswer(speaker, visitor, view, one.field, completed(one.field, state.given), false)
}

async function findVillages(speaker: Speaker, visitor: Visitor, text: string): Promise<void> {
  const found = (await speaker.tools.cases.searchVillages(visitor, text)).slice(0, 9)
  if (found.length === 0) return speaker.say(w.villageNone)
  speaker.state.waiting = 'village'
  speaker.ask(
    speaker.words(w.villageWhich),
    found.map((one) => ({
      value: one.code,
      label: { id: `${one.name}, ${one.within}`, en: `${one.name}, ${one.within}` },
    })),
  )
}

/** Sends the page as a browser would: what was answered before, and this one. */
async function saveAnswer(
  speaker: Speaker,
  visitor: Visitor,
  view: DraftPageView,
  field: Field,
  given: Partial,
  confirm: boolean,
): Promise<void> {
  const { state, tools } = speaker
  const others = view.page.fields.filter((one) => one.state !== 'derived' && one.field.key !== field.key)
  const confirmed = others.filter((one) => one.complete && one.warnings.length > 0).map((one) => one.field.key)
  const fields = {
    ...Object.assign({}, ...others.map((one) => (one.problems.length > 0 ? {} : formOf(one.field, one.answer)))),
    ...given,
    confirm: confirm ? [...confirmed, field.key] : confirmed,
  }
  const saved = await tools.cases.savePage(visitor, state.caseId!, view.page.page.id, fields)
  Object.assign(state, { given: {}, waiting: undefined, change: undefined })
  if (!saved.ok) return speaker.tell(visitor, saved.refusals)
  if (!saved.value.saved) {
    const mine = (one: Refusal): boolean => one.at?.split('.')[0] === field.key && one.code !== 'answer-missing'
    const { problems, warnings } = saved.value.view
    if (problems.some(mine)) {
      speaker.tell(visitor, problems.filter(mine))
      state.skipped = state.skipped.filter((key) => key !== field.key)
      state.change = field.key
      return askNext(speaker, visitor)
    }
    const doubts = warnings.filter(mine)
    if (doubts.length > 0) {
      Object.assign(state, { waiting: 'confirm', page: view.page.page.id, field: field.key })
      return speaker.ask(fill(speaker.words(w.confirm), { text: doubts.map(visitor.tell).join(' ') }), YES_NO)
    }
  }
  return askNext(speaker, visitor)
}

export async function keepPicture(speaker: Speaker, visitor: Visitor, picture: Uint8Array): Promise<void> {
  const { state, tools } = speaker
  const caseId = state.caseId!
  const isPhoto = state.waiting !== 'document' && state.field !== undefined
  const documents = await tools.cases.readDocuments(visitor, caseId)
  const all = documents.ok
    ? documents.value.documents.flatMap(({ needed }) => [needed.document, ...needed.alternatives])
    : []
  const document = state.waiting === 'document' ? all.find((one) => one.id === state.field) : undefined
  if (document === undefined && !isPhoto) return speaker.say(w.noPhotoNow)
  const saved = await tools.cases.saveUpload(visitor, caseId, document?.id ?? `photo-${state.field}`, picture)
  if (!saved.ok && document === undefined) return speaker.say(w.noPhotoNow)
  if (!saved.ok) return speaker.tell(visitor, saved.refusals)
  if (document !== undefined) speaker.say(w.photo, { label: speaker.words(document.label) })
  state.field = undefined
  state.waiting = undefined
  return askNext(speaker, visitor)
}
