// What the pages of odd reads need. Types only.
import type { Result } from '../../kernel/refusal.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { AlarmState } from './watch-rules.ts'

export type AlarmLine = {
  readonly alarmId: string
  readonly rule: string
  readonly state: AlarmState
  readonly who: string
  readonly seen: number
  readonly limit: number
  readonly firstAt: string
  readonly lastAt: string
  readonly decidedAt?: string
}
export type AlarmView = AlarmLine & {
  readonly edition: string
  readonly toldAt?: string
  readonly about?: string
  readonly words?: string
  readonly decidedBy?: string
  readonly breachId?: string
  readonly mayDecide: boolean
  readonly isSelf: boolean
}
export type AlarmsView = {
  readonly open: readonly AlarmLine[]
  readonly decided: readonly AlarmLine[]
  readonly readAt?: string
  readonly guarded: number
  readonly mayDecide: boolean
  readonly next?: string
}

export interface WatchPort {
  visitor(request: Request): Promise<Visitor>
  list(visitor: Visitor, before?: string): Promise<Result<AlarmsView>>
  read(visitor: Visitor, id: string): Promise<Result<AlarmView>>
  /** `explained`, or `breach`, which opens a record in the register of breaches and gives its id. */
  decide(
    visitor: Visitor,
    id: string,
    outcome: string,
    words: string,
    key: string,
  ): Promise<Result<{ readonly breachId?: string }>>
  protect(visitor: Visitor, nik: string, key: string): Promise<Result<null>>
}
