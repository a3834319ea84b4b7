// Every table of Balanting as a file: what a table is, what it is narrowed by, what the page of downloads needs. Types only. Must
// stay true: a table reads through the very query of its page, so access and the hiding of small counts are the same.
import type { Result } from '../../../kernel/refusal.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import type { FileFormat } from '../exchange/sheet-write.ts'

/** What a table may be narrowed by; each is a field of the form above the list. */
export const NARROWINGS = ['posyandu', 'village', 'month', 'period', 'year'] as const
export type Narrowing = (typeof NARROWINGS)[number]
export type Asked = Readonly<Record<Narrowing, string>>

export const SECTIONS = ['posyandu', 'village', 'region', 'office'] as const
export type Section = (typeof SECTIONS)[number]

export type TableHead = {
  /** Part of the address and of the name of the file. */
  readonly key: string
  readonly section: Section
  readonly name: Text
  readonly about: Text
  readonly asks: readonly Narrowing[]
  /** Names people: whose data leaves stands in the journal. */
  readonly personal: boolean
}
/** Rows of text, the heading first; `people`: whose data they are, as the journal names them. */
export type TableRows = {
  readonly columns: readonly string[]
  /** The columns one may calculate with: numbers in the cells of a workbook. All others stay text, codes of regions too. */
  readonly figures?: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly people?: readonly string[]
}
/** What the visitor reaches, found out once for all tables. */
export type Reach = {
  readonly posyandus: readonly { readonly value: string; readonly label: string }[]
  readonly villages: readonly { readonly value: string; readonly label: string }[]
  readonly may: Readonly<
    Record<
      | Section
      | 'health'
      | 'exchanges'
      | 'measures'
      | 'alerts'
      | 'pregnancies'
      | 'checks'
      | 'work'
      | 'audits'
      | 'packages'
      | 'needs',
      boolean
    >
  >
}
export type TableSource = TableHead & {
  /** Is it offered to a visitor who reaches this? The query decides again. */
  offered(reach: Reach): boolean
  /** Refuses what its page refuses. */
  read(visitor: Visitor, asked: Asked): Promise<Result<TableRows>>
}

export type DownloadsView = {
  readonly tables: readonly TableHead[]
  readonly asked: Asked
  readonly choices: Readonly<Record<Narrowing, readonly { readonly value: string; readonly label: string }[]>>
  /** The sheets of e-PPGBM and DHIS2 lie on a page of their own, which this visitor may open. */
  readonly exchange: boolean
}
export type DownloadRequest = { readonly key: string; readonly format: FileFormat; readonly asked: Partial<Asked> }
export type Download = { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array }

export interface DownloadsPort {
  visitor(request: Request): Promise<Visitor>
  /** Refuses `not-found` to whom no table is offered. */
  overview(visitor: Visitor, asked: Partial<Asked>): Promise<Result<DownloadsView>>
  download(visitor: Visitor, request: DownloadRequest): Promise<Result<Download>>
}
