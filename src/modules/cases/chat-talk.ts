// The guided talk: sign in by code, choose a service, answer one question a message, send photos, read it all, send. Must stay
// true: it presses the same buttons as the pages (cases/port.ts) and decides nothing; what is typed is kept with the draft.
import type { Refusal, Result } from '../../kernel/refusal.ts'
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { Field } from '../catalogue/field-types/all.ts'
import { formOf } from '../catalogue/parse-answers.ts'
import type { SessionField } from '../catalogue/session.ts'
import { type ChatOption, type ChatPart, completed, nextPart, type Partial, readReply } from './chat-parts.ts'
import type { ChatMessage } from './chat-port.ts'
import { CHAT_WORDS as w } from './chat-words.ts'
import { answerInWords } from './draft-view.ts'
import type { CasesPort, DraftPageView, DraftView } from './port.ts'

export type TalkState = {
  step: 'code' | 'nik' | 'name' | 'birth' | 'service' | 'draft'
  accountId?: string
  untilMs?: number
  nik?: string
  name?: string
  /** What numbers mean just now. */
  options?: readonly string[]
  caseId?: string
  given: Record<string, readonly string[]>
  skipped: string[]
  /** A field that is asked again although it is answered. */
  change?: string
  waiting?: 'confirm' | 'prefilled' | 'review' | 'which' | 'document' | 'role' | 'village'
  /** The page and field, or document, that is being asked. */
  page?: string
  field?: string
}
export const newTalk = (): TalkState => ({ step: 'code', given: {}, skipped: [] })

export type TalkTools = {
  readonly cases: CasesPort
  readonly office: string
  readonly hours: Text
  readonly language: Language
  readonly nowMs: number
  /** Where people go on by pages, `https://…/63.11`. */
  readonly address: string
  sendCode(phone: string): Promise<Result<void>>
  confirmCode(phone: string, code: string): Promise<Result<{ readonly accountId: string }>>
  visitorOf(accountId: string): Promise<Visitor>
  nameOfVillage(code: string): string | undefined
}
const SIGNED_IN_MS = 12 * 3_600_000
const RESEND = /^(kirim lagi|send again)$/i
const STOP = /^(batal|stop|berhenti)$/i
const AGAIN = /^(ulang|ulangi|repeat)$/i
const MENU = /^(menu|mulai|start)$/i
const GO_ON = /^(lanjut|go on|halo|hai|hi|assalamualaikum)$/i

/** One message in, the replies out; `state` is changed in place. */
export async function talk(tools: TalkTools, state: TalkState, message: ChatMessage): Promise<readonly string[]> {
  return new Talk(tools, state).answer(message)
}

class Talk {
  readonly #said: string[] = []
  constructor(
    readonly tools: TalkTools,
    readonly state: TalkState,
  ) {}

  #say(text: Text | string, params: Record<string, string | number> = {}): void {
    this.#said.push(typeof text === 'string' ? text : fill(say(text, this.tools.language), params))
  }
  #words = (text: Text): string => say(text, this.tools.language)
  #tell(visitor: Visitor, refusals: readonly Refusal[]): void {
    for (const one of new Set(refusals.map(visitor.tell))) this.#say(one)
  }
  #ask(label: string, options: readonly ChatOption[], hint: Text = w.reply): void {
    const lines = options.map((option, at) => `${at + 1}. ${this.#words(option.label)}`)
    this.state.options = options.map((option) => option.value)
    this.#say([label, ...lines, this.#words(hint)].join('\n'))
  }
  #chosen(text: string): string | undefined {
    return /^\d{1,3}$/.test(text) ? this.state.options?.[Number(text) - 1] : undefined
  }

  async answer(message: ChatMessage): Promise<readonly string[]> {
    const { state, tools } = this
    const text = message.text.trim().slice(0, 4000)
    if (state.accountId !== undefined && (state.untilMs ?? 0) < tools.nowMs) {
      delete state.accountId
      state.step = 'code'
    }
    if (state.accountId === undefined) return this.#signIn(message.from, text)
    const visitor = await tools.visitorOf(state.accountId)
    if (STOP.test(text)) {
      Object.assign(state, { given: {}, waiting: undefined })
      this.#say(w.stopped, { address: `${tools.address}/me` })
      return this.#said
    }
    if (visitor.actor!.personId === undefined && state.step !== 'service' && state.step !== 'draft')
      return this.#identify(visitor, text)
    if (MENU.test(text)) {
      this.#leave()
      this.#say(w.askService)
      return this.#said
    }
    if (state.step === 'draft' && state.caseId !== undefined) {
      if (AGAIN.test(text) || GO_ON.test(text)) {
        Object.assign(state, { given: {}, waiting: undefined })
        return this.#next(visitor)
      }
      return message.picture === undefined ? this.#reply(visitor, text) : this.#picture(visitor, message.picture)
    }
    return this.#service(visitor, text)
  }

  async #signIn(phone: string, text: string): Promise<readonly string[]> {
    const { state, tools } = this
    if (state.untilMs === undefined || RESEND.test(text)) {
      const sent = await tools.sendCode(phone)
      state.untilMs = 0
      if (!sent.ok) {
        this.#say({ id: 'Tunggu sebentar, lalu tulis lagi.', en: 'Wait a little, then write again.' })
        return this.#said
      }
      this.#say(w.hello, { office: tools.office })
      this.#say(w.hours, { hours: this.#words(tools.hours) })
      return this.#said
    }
    const done = await tools.confirmCode(phone, text.replace(/\D/g, ''))
    if (!done.ok) {
      if (state.untilMs > 0) {
        // A talk of yesterday: a new code, the draft stays.
        state.untilMs = undefined
        return this.#signIn(phone, '')
      }
      this.#say(w.codeAgain)
      return this.#said
    }
    state.accountId = done.value.accountId
    state.untilMs = tools.nowMs + SIGNED_IN_MS
    const visitor = await tools.visitorOf(done.value.accountId)
    if (visitor.actor!.personId === undefined) {
      state.step = 'nik'
      this.#say(w.askNik)
      return this.#said
    }
    if (state.caseId !== undefined) {
      state.step = 'draft'
      return this.#next(visitor)
    }
    state.step = 'service'
    this.#say(w.askService)
    return this.#said
  }

  async #identify(visitor: Visitor, text: string): Promise<readonly string[]> {
    const { state, tools } = this
    if (state.step === 'nik' || state.step === 'code') {
      Object.assign(state, { nik: text, step: 'name' })
      this.#say(w.askName)
    } else if (state.step === 'name') {
      Object.assign(state, { name: text, step: 'birth' })
      this.#say(w.askBirth)
    } else {
      const read = readReply({ name: 'b', label: w.askBirth, kind: 'date' }, text)
      if ('again' in read) {
        this.#say(w.againDate)
        return this.#said
      }
      const part = (name: string): string => read.fields[`b.${name}`]?.[0] ?? ''
      const done = await tools.cases.identify(visitor, {
        nik: state.nik ?? '',
        name: state.name ?? '',
        birthDate: { day: part('day'), month: part('month'), year: part('year') },
      })
      delete state.nik
      delete state.name
      state.step = done.ok ? 'service' : 'nik'
      if (!done.ok) this.#tell(visitor, done.refusals)
      this.#say(done.ok ? w.askService : w.askNik)
    }
    return this.#said
  }

  async #service(visitor: Visitor, text: string): Promise<readonly string[]> {
    const { state, tools } = this
    const chosen = this.#chosen(text)
    if (chosen === undefined) {
      // The plainest name first: "Akta kelahiran" before its kin.
      const all = text === '' ? [] : await tools.cases.listServices(visitor, text)
      const found = [...all].sort((a, b) => a.name.id.length - b.name.id.length).slice(0, 7)
      if (found.length === 0) this.#say(GO_ON.test(text) || text === '' ? w.askService : w.noService)
      else
        this.#ask(
          this.#words(w.whichService),
          found.map((one) => ({
            value: one.id,
            label: one.name,
          })),
        )
      return this.#said
    }
    const begun = await tools.cases.startDraft(visitor, chosen, 'whatsapp')
    if (!begun.ok) {
      this.#tell(visitor, begun.refusals)
      return this.#said
    }
    Object.assign(state, {
      step: 'draft',
      caseId: begun.value.caseId,
      given: {},
      skipped: [],
      waiting: undefined,
      change: undefined,
    })
    const role = await tools.cases.readRole(visitor, begun.value.caseId)
    if (role.ok) this.#say(w.started, { service: this.#words(role.value.serviceName) })
    return this.#next(visitor)
  }

  #leave(): void {
    Object.assign(this.state, {
      step: 'service',
      caseId: undefined,
      given: {},
      skipped: [],
      waiting: undefined,
      change: undefined,
      options: undefined,
    })
  }

  /** Asks whatever is missing next: the role, an answer, a paper, the word to send. */
  async #next(visitor: Visitor): Promise<readonly string[]> {
    const { state, tools } = this
    const caseId = state.caseId!
    const draft = await tools.cases.readRole(visitor, caseId)
    if (!draft.ok) {
      this.#tell(visitor, draft.refusals)
      this.#leave()
      this.#say(w.askService)
      return this.#said
    }
    if (draft.value.steps.some((step) => step.id === 'role') && draft.value.role === undefined) {
      state.waiting = 'role'
      this.#ask(this.#words(w.role), draft.value.roles)
      return this.#said
    }
    const open = await this.#openField(visitor, draft.value)
    if (open !== undefined) return this.#askField(open.view, open.field)
    const documents = await tools.cases.readDocuments(visitor, caseId)
    const missing = documents.ok
      ? documents.value.documents.find(({ needed }) => needed.status === 'missing')
      : undefined
    if (missing !== undefined) {
      const { document, alternatives } = missing.needed
      const asked = alternatives.find((one) => one.id === state.field) ?? document
      Object.assign(state, { waiting: 'document', field: asked.id, options: alternatives.map((one) => one.id) })
      this.#say(w.document, { label: this.#words(asked.label), hint: this.#words(asked.hint) })
      if (alternatives.length > 0 && asked === document)
        this.#say(w.instead, { list: alternatives.map((one, at) => `${at + 1}. ${this.#words(one.label)}`).join('; ') })
      return this.#said
    }
    return this.#review(visitor)
  }

  async #openField(
    visitor: Visitor,
    draft: DraftView,
  ): Promise<{ view: DraftPageView; field: SessionField } | undefined> {
    const { state, tools } = this
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
    return this.#openField(visitor, draft)
  }

  #askField(view: DraftPageView, one: SessionField): readonly string[] {
    const { state } = this
    Object.assign(state, { page: view.page.page.id, field: one.field.key, waiting: undefined })
    if (
      one.suggestion !== undefined &&
      one.answer === undefined &&
      state.change === undefined &&
      Object.keys(state.given).length === 0
    ) {
      state.waiting = 'prefilled'
      const value = answerInWords(one.field, one.suggestion, (id) => nameIn(view, id), this.tools.nameOfVillage)
      const label = fill(this.#words(w.prefilled), { label: this.#words(one.field.label), value: this.#words(value) })
      this.#ask(label, [
        { value: 'yes', label: w.right },
        { value: 'no', label: w.change },
      ])
      return this.#said
    }
    const part = nextPart(one.field, state.given, view.form.candidates[one.field.key] ?? [])
    if (part === undefined) {
      // A question that the talk cannot put into words is answered on its page.
      this.#say(w.onPage, { address: `${this.tools.address}/cases/${state.caseId}/edit/${view.page.page.id}` })
      return this.#said
    }
    this.#askPart(part, !one.required)
    return this.#said
  }

  #askPart(part: ChatPart, optional: boolean): void {
    const extra = [
      ...(part.hint === undefined ? [] : [this.#words(part.hint)]),
      ...(part.kind === 'picture' ? [this.#words(w.againPicture)] : []),
      ...(part.optional === true || optional ? [this.#words(w.optional)] : []),
    ]
    const label = this.#words(part.label)
    if (part.options === undefined) this.#say([label, ...extra].join('\n'))
    else this.#ask([label, ...extra].join('\n'), part.options, part.many === true ? w.replyMany : w.reply)
  }

  async #reply(visitor: Visitor, text: string): Promise<readonly string[]> {
    const { state, tools } = this
    const caseId = state.caseId!
    const chosen = this.#chosen(text)
    switch (state.waiting) {
      case 'role': {
        if (chosen === undefined) return this.#not(w.againNumber)
        const saved = await tools.cases.saveRole(visitor, caseId, chosen)
        if (!saved.ok) this.#tell(visitor, saved.refusals)
        return this.#next(visitor)
      }
      case 'document':
        if (chosen === undefined) return this.#not(w.againPicture)
        state.field = chosen
        return this.#next(visitor)
      case 'review':
        if (chosen === 'send') return this.#send(visitor)
        if (chosen === 'change') return this.#which(visitor)
        return this.#not(w.againNumber)
      case 'which':
        if (chosen === undefined) return this.#not(w.againNumber)
        Object.assign(state, { change: chosen, given: {}, waiting: undefined })
        return this.#next(visitor)
    }
    const read = await tools.cases.readDraftPage(visitor, caseId, state.page ?? '')
    const one = read.ok ? read.value.page.fields.find(({ field }) => field.key === state.field) : undefined
    if (!read.ok || one === undefined) return this.#next(visitor)
    const view = read.value
    if (state.waiting === 'prefilled') {
      if (chosen === 'yes') return this.#save(visitor, view, one.field, formOf(one.field, one.suggestion), false)
      if (chosen !== 'no') return this.#not(w.againNumber)
      state.change = one.field.key
      return this.#askField(view, one)
    }
    if (state.waiting === 'confirm') {
      if (chosen === 'yes') return this.#save(visitor, view, one.field, formOf(one.field, one.answer), true)
      if (chosen !== 'no') return this.#not(w.againNumber)
      state.change = one.field.key
      return this.#askField(view, one)
    }
    const candidates = view.form.candidates[one.field.key] ?? []
    const part = nextPart(one.field, state.given, candidates)
    if (part === undefined) return this.#next(visitor)
    if (state.waiting === 'village' && chosen !== undefined) state.given[part.name] = [chosen]
    else {
      const reply = readReply(one.required ? part : { ...part, optional: true }, text)
      if ('again' in reply)
        return this.#not(
          reply.again === 'number' ? w.againNumber : reply.again === 'date' ? w.againDate : w.againPicture,
        )
      if (part.kind === 'village' && reply.fields[part.name]?.[0] !== '') return this.#villages(visitor, text)
      Object.assign(state.given, reply.fields)
    }
    state.waiting = undefined
    const skipped = Object.values(state.given).every((values) => values.every((value) => value === ''))
    const further = skipped ? undefined : nextPart(one.field, state.given, candidates)
    if (further !== undefined) {
      this.#askPart(further, false)
      return this.#said
    }
    if (skipped) state.skipped.push(one.field.key)
    return this.#save(visitor, view, one.field, completed(one.field, state.given), false)
  }

  #not(text: Text): readonly string[] {
    this.#say(text)
    return this.#said
  }

  async #villages(visitor: Visitor, text: string): Promise<readonly string[]> {
    const found = (await this.tools.cases.searchVillages(visitor, text)).slice(0, 9)
    if (found.length === 0) return this.#not(w.villageNone)
    this.state.waiting = 'village'
    this.#ask(
      this.#words(w.villageWhich),
      found.map((one) => ({
        value: one.code,
        label: { id: `${one.name}, ${one.within}`, en: `${one.name}, ${one.within}` },
      })),
    )
    return this.#said
  }

  /** Sends the page as a browser would: what was answered before, and this one. */
  async #save(
    visitor: Visitor,
    view: DraftPageView,
    field: Field,
    given: Partial,
    confirm: boolean,
  ): Promise<readonly string[]> {
    const { state, tools } = this
    const others = view.page.fields.filter((one) => one.state !== 'derived' && one.field.key !== field.key)
    const confirmed = others.filter((one) => one.complete && one.warnings.length > 0).map((one) => one.field.key)
    const fields = {
      ...Object.assign({}, ...others.map((one) => (one.problems.length > 0 ? {} : formOf(one.field, one.answer)))),
      ...given,
      confirm: confirm ? [...confirmed, field.key] : confirmed,
    }
    const saved = await tools.cases.savePage(visitor, state.caseId!, view.page.page.id, fields)
    Object.assign(state, { given: {}, waiting: undefined, change: undefined })
    if (!saved.ok) {
      this.#tell(visitor, saved.refusals)
      return this.#said
    }
    if (!saved.value.saved) {
      const mine = (one: Refusal): boolean => one.at?.split('.')[0] === field.key && one.code !== 'answer-missing'
      const { problems, warnings } = saved.value.view
      if (problems.some(mine)) {
        this.#tell(visitor, problems.filter(mine))
        state.skipped = state.skipped.filter((key) => key !== field.key)
        state.change = field.key
        return this.#next(visitor)
      }
      const doubts = warnings.filter(mine)
      if (doubts.length > 0) {
        Object.assign(state, { waiting: 'confirm', page: view.page.page.id, field: field.key })
        this.#ask(fill(this.#words(w.confirm), { text: doubts.map(visitor.tell).join(' ') }), [
          { value: 'yes', label: w.right },
          { value: 'no', label: w.change },
        ])
        return this.#said
      }
    }
    return this.#next(visitor)
  }

  async #picture(visitor: Visitor, picture: Uint8Array): Promise<readonly string[]> {
    const { state, tools } = this
    const caseId = state.caseId!
    const isPhoto = state.waiting !== 'document' && state.field !== undefined
    const documents = await tools.cases.readDocuments(visitor, caseId)
    const all = documents.ok
      ? documents.value.documents.flatMap(({ needed }) => [needed.document, ...needed.alternatives])
      : []
    const document = state.waiting === 'document' ? all.find((one) => one.id === state.field) : undefined
    if (document === undefined && !isPhoto) return this.#not(w.noPhotoNow)
    const saved = await tools.cases.saveUpload(visitor, caseId, document?.id ?? `photo-${state.field}`, picture)
    if (!saved.ok) {
      if (document === undefined) return this.#not(w.noPhotoNow)
      this.#tell(visitor, saved.refusals)
      return this.#said
    }
    if (document !== undefined) this.#say(w.photo, { label: this.#words(document.label) })
    state.field = undefined
    state.waiting = undefined
    return this.#next(visitor)
  }

  async #review(visitor: Visitor): Promise<readonly string[]> {
    const { state, tools } = this
    const review = await tools.cases.readReview(visitor, state.caseId!)
    if (!review.ok) {
      this.#tell(visitor, review.refusals)
      return this.#said
    }
    const lines = review.value.lines.map(
      (line) => `- ${this.#words(line.label).replace(/([^?])$/, '$1:')} ${this.#words(line.value)}`,
    )
    state.waiting = 'review'
    this.#ask(fill(this.#words(w.review), { lines: lines.join('\n') }), [
      { value: 'send', label: w.send },
      { value: 'change', label: w.changeOne },
    ])
    return this.#said
  }

  async #which(visitor: Visitor): Promise<readonly string[]> {
    const { state, tools } = this
    const draft = await tools.cases.readRole(visitor, state.caseId!)
    const options: ChatOption[] = []
    for (const { id } of draft.ok ? draft.value.steps : []) {
      const read = await tools.cases.readDraftPage(visitor, state.caseId!, id)
      if (!read.ok || read.value.page.page.id !== id) continue
      for (const one of read.value.page.fields)
        if (one.state !== 'derived') options.push({ value: one.field.key, label: one.field.short ?? one.field.label })
    }
    state.waiting = 'which'
    this.#ask(this.#words(w.whichChange), options)
    return this.#said
  }

  async #send(visitor: Visitor): Promise<readonly string[]> {
    const { state, tools } = this
    const caseId = state.caseId!
    const sent = await tools.cases.submit(visitor, caseId, `chat:${caseId}`)
    if (!sent.ok) {
      this.#tell(visitor, sent.refusals)
      return this.#said
    }
    const view = await tools.cases.readCase(visitor, caseId)
    this.#leave()
    this.#say(w.sent, { number: view.ok ? view.value.number : '', address: `${tools.address}/track` })
    return this.#said
  }
}

function nameIn(view: DraftPageView, id: string): string | undefined {
  for (const list of Object.values(view.form.candidates)) {
    const found = list.find((one) => one.personId === id)
    if (found !== undefined) return found.name
  }
  return undefined
}
