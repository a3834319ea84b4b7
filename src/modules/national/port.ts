// What the pages of the national register need. Types only. The national system itself is reached by officers: they type the
// answer seen there, or carry files; an interface that is granted later becomes a third way beside these two.
import type { Result } from '../../kernel/refusal.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { RequestState } from './rules.ts'

export type RequestLine = {
  readonly requestId: string
  readonly position: number
  readonly kind: string
  readonly date: string
  readonly state: RequestState
  readonly isLate: boolean
  readonly tries: number
  readonly askedAt?: string
  readonly reference?: string
  readonly way?: string
}
export type BatchLine = {
  readonly number: number
  readonly rows: number
  readonly first: number
  readonly last: number
  readonly madeAt: string
  readonly digest: string
}
/** Whether the national system answers, as last noted, and how many applications wait for it. */
export type LinkView = {
  readonly state: 'up' | 'down' | 'unknown'
  readonly notedAt?: string
  readonly way?: 'operator' | 'answer'
  readonly waiting: number
}
export type NationalView = {
  readonly link: LinkView
  readonly counts: Readonly<Partial<Record<RequestState, number>>>
  readonly lines: readonly RequestLine[]
  readonly batches: readonly BatchLine[]
  readonly position: number
  readonly missing?: number
  readonly readAt?: string
  readonly sendable: number
  readonly mayChange: boolean
  readonly next?: number
}
export type RequestView = RequestLine & {
  readonly name?: string
  readonly nik?: string
  readonly answeredBy?: string
  readonly answeredAt?: string
  readonly mayAnswer: boolean
  readonly mayRepeat: boolean
}
export type PreviewLine = {
  readonly line: number
  readonly outcome: 'take' | 'same' | 'refused'
  /** Code of a refusal, where it is one. */
  readonly fault?: string
  readonly answer?: string
  readonly reference?: string
  readonly position?: number
}
export type Preview = { readonly lines: readonly PreviewLine[]; readonly take: number; readonly applied: boolean }

export interface NationalPort {
  visitor(request: Request): Promise<Visitor>
  list(visitor: Visitor, after?: number): Promise<Result<NationalView>>
  read(visitor: Visitor, id: string): Promise<Result<RequestView>>
  answer(visitor: Visitor, id: string, answer: string, reference: string, key: string): Promise<Result<null>>
  /** Asks again about what the national system did not know, or where our register was put right. */
  repeat(visitor: Visitor, id: string, key: string): Promise<Result<null>>
  /** Notes that the national system is up again, or down. */
  setLink(visitor: Visitor, state: string, key: string): Promise<Result<null>>
  /** Makes the next file; gives its number. */
  makeBatch(visitor: Visitor, key: string): Promise<Result<{ readonly number: number }>>
  /** The text of a file, made anew from the register. */
  readBatch(visitor: Visitor, number: number): Promise<Result<string>>
  /** Signed events after a position, one a line. */
  readEvents(visitor: Visitor, after: number): Promise<Result<string>>
  importAnswers(visitor: Visitor, text: string, apply: boolean): Promise<Result<Preview>>
}
