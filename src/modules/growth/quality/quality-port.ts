// What the page of measuring quality needs. Types only.

import type { Result } from '../../../kernel/refusal.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import type { PosyanduHead } from '../posyandu-port.ts'
import type { QualityCounts, QualitySign } from '../rules/quality-signs.ts'

export type QualityOf = { readonly counts: QualityCounts; readonly signs: readonly QualitySign[] }
export type QualityView = {
  readonly posyandu: PosyanduHead
  readonly from: string
  readonly to: string
  readonly whole: QualityOf
  /** Each measurer, those with signs first. */
  readonly measurers: readonly (QualityOf & { readonly name: string })[]
  /** Other posyandu of the same health centre within reach, with how many signs they have. */
  readonly beside: readonly {
    readonly posyanduId: string
    readonly name: string
    readonly measured: number
    readonly signs: readonly QualitySign[]
  }[]
  readonly edition: Text
}
export interface QualityPort {
  visitor(request: Request): Promise<Visitor>
  /** Refuses `not-found`. */
  read(visitor: Visitor, posyanduId: string): Promise<Result<QualityView>>
}
