// What the map and its boundaries need, as types. Must stay true: a map view carries what may be shown and nothing to hide.
import type { PlainDate } from '../../../kernel/date.ts'
import type { Result } from '../../../kernel/refusal.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import type { PeriodChoice } from '../port.ts'
import type { Drawn, Layer } from './layers.ts'
import type { OddFeature } from './match.ts'

export type MapPlace = Drawn & {
  readonly code: string
  readonly name: string
  readonly district: string
  readonly href: string
  /** Where and how it is drawn; without it the uploaded file has no boundary of this village. */
  readonly shape?: { readonly path: string; readonly x: number; readonly y: number }
}
export type MapFrame = {
  readonly width: number
  readonly height: number
  readonly borders: string
  readonly source: string
  readonly editionOn: PlainDate
  readonly isInvented: boolean
}
export type MapView = {
  readonly regionName: string
  /** The district that fills the frame. */
  readonly district?: { readonly code: string; readonly name: string }
  readonly districts: readonly { readonly code: string; readonly name: string }[]
  readonly layer: Layer
  readonly layers: readonly Layer[]
  readonly period: PeriodChoice
  readonly periods: readonly PeriodChoice[]
  readonly places: readonly MapPlace[]
  /** Undefined until the region uploaded boundaries. */
  readonly frame?: MapFrame
  readonly updatedOn: PlainDate | null
  readonly mayUpload: boolean
}
export type MapQuery = { readonly district?: string; readonly layer?: string; readonly period?: string }

export type MapLine = {
  readonly id: string
  readonly state: 'previewed' | 'current' | 'replaced'
  readonly source: string
  readonly editionOn: PlainDate
  readonly isInvented: boolean
  readonly features: number
  readonly matched: number
  readonly uploadedOn: PlainDate
  readonly usedOn: PlainDate | null
}
export type BoundariesView = { readonly maps: readonly MapLine[]; readonly villages: number; readonly today: PlainDate }
export type BoundaryPreview = MapLine & {
  readonly frame: MapFrame
  readonly shapes: readonly { readonly code: string; readonly name: string; readonly path: string }[]
  readonly odd: readonly OddFeature[]
  readonly missing: readonly { readonly code: string; readonly name: string; readonly district: string }[]
}

export interface MapPort {
  visitor(request: Request): Promise<Visitor>
  /** Open to everybody; layers and small counts depend on who asks. */
  readMap(visitor: Visitor, query: MapQuery): Promise<Result<MapView>>
  listBoundaries(visitor: Visitor): Promise<Result<BoundariesView>>
  uploadBoundaries(
    visitor: Visitor,
    input: { readonly source: string; readonly editionOn: string; readonly bytes?: Uint8Array },
  ): Promise<Result<{ readonly id: string }>>
  previewBoundaries(visitor: Visitor, id: string): Promise<Result<BoundaryPreview>>
  takeBoundaries(visitor: Visitor, id: string): Promise<Result<null>>
}
