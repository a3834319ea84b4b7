// How the talk speaks: texts in the person's language, choices as numbered lines. Must stay true: the numbers of the last question are
// kept with the state, so that an answer means what was shown.
import type { Refusal } from '../../kernel/refusal.ts'
import { fill, say, type Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { ChatOption, ChatPart } from './chat-parts.ts'
import type { TalkState, TalkTools } from './chat-state.ts'
import { CHAT_WORDS as w } from './chat-words.ts'

export const YES_NO: readonly ChatOption[] = [
  { value: 'yes', label: w.right },
  { value: 'no', label: w.change },
]

export class Speaker {
  /** What is said in answer to one message. */
  readonly said: string[] = []
  constructor(
    readonly tools: TalkTools,
    readonly state: TalkState,
  ) {}

  words = (text: Text): string => say(text, this.tools.language)

  say(text: Text | string, params: Record<string, string | number> = {}): void {
    this.said.push(typeof text === 'string' ? text : fill(this.words(text), params))
  }

  tell(visitor: Visitor, refusals: readonly Refusal[]): void {
    for (const one of new Set(refusals.map(visitor.tell))) this.say(one)
  }

  ask(label: string, options: readonly ChatOption[], hint: Text = w.reply): void {
    const lines = options.map((option, at) => `${at + 1}. ${this.words(option.label)}`)
    this.state.options = options.map((option) => option.value)
    this.say([label, ...lines, this.words(hint)].join('\n'))
  }

  askPart(part: ChatPart, optional: boolean): void {
    const extra = [
      ...(part.hint === undefined ? [] : [this.words(part.hint)]),
      ...(part.kind === 'picture' ? [this.words(w.againPicture)] : []),
      ...(part.optional === true || optional ? [this.words(w.optional)] : []),
    ]
    const label = this.words(part.label)
    if (part.options === undefined) this.say([label, ...extra].join('\n'))
    else this.ask([label, ...extra].join('\n'), part.options, part.many === true ? w.replyMany : w.reply)
  }

  /** The choice that a number stands for. */
  chosen(text: string): string | undefined {
    return /^\d{1,3}$/.test(text) ? this.state.options?.[Number(text) - 1] : undefined
  }
}
