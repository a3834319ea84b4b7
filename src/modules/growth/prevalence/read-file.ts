// Reads a growth file into the columns that prevalence needs, scoring it on the way.
// Must stay true: a line that cannot be read is told and left out; it must never count as a child without a score.
import { accept, type Refusal, type Result, refuse } from '../../../kernel/refusal.ts'
import { BAD, numberIn } from '../csv/cells.ts'
import { fillRow, type Header } from '../csv/columns.ts'
import { fieldText } from '../csv/records.ts'
import { CsvScan, type RecordSeen } from '../csv/scan.ts'
import { createColumns, createScores, scoreRows } from '../engine.ts'
import { INDICATORS } from '../indicators.ts'
import { PREVALENCE_INDICATORS, type PrevalenceCode, type PrevalenceData } from './tables.ts'

export type DesignColumns = {
  readonly by: readonly string[]
  readonly cluster?: string
  readonly strata?: string
  readonly weights?: string
}

/** Float64 column that grows. */
class Growing {
  private values = new Float64Array(4096)
  length = 0
  push(value: number): void {
    if (this.length === this.values.length) {
      const longer = new Float64Array(this.values.length * 2)
      longer.set(this.values)
      this.values = longer
    }
    this.values[this.length++] = value
  }
  get all(): Float64Array {
    return this.values.subarray(0, this.length)
  }
}

export class PrevalenceFile {
  private readonly row = createColumns(1)
  private readonly score = createScores(1)
  private readonly age = new Growing()
  private readonly sex = new Growing()
  private readonly oedema = new Growing()
  private readonly weights = new Growing()
  private readonly scores: readonly { readonly code: PrevalenceCode; readonly at: number; readonly values: Growing }[]
  private readonly texts = new Map<string, string[]>()
  private readonly places = new Map<string, number>()
  private header: Header | undefined
  private fault: Refusal | undefined
  private readonly wanted: DesignColumns
  private readonly scan = new CsvScan({
    header: (header) => this.begin(header),
    record: (seen) => this.record(seen),
    pieceEnd: () => {},
  })
  readonly reports: { line: number; refusal: Refusal }[] = []

  constructor(wanted: DesignColumns) {
    this.wanted = wanted
    this.scores = PREVALENCE_INDICATORS.map(({ code, indicator }) => ({
      code,
      at: INDICATORS.indexOf(indicator),
      values: new Growing(),
    }))
  }

  /** Takes the next bytes. Refuses a missing column, a weight below zero, or what is no growth file. */
  push(piece: Uint8Array, last: boolean): Result<undefined> {
    const done = this.scan.push(piece, last)
    if (!done.ok) return done
    return this.fault === undefined ? accept(undefined) : { ok: false, refusals: [this.fault] }
  }

  /** Everything read so far. */
  get data(): PrevalenceData {
    const column = (name: string | undefined) => (name === undefined ? undefined : this.texts.get(name))
    const scores = {} as Record<PrevalenceCode, Float64Array>
    for (const { code, values } of this.scores) scores[code] = values.all
    return {
      rows: this.age.length,
      sex: Uint8Array.from(this.sex.all),
      ageDays: this.age.all,
      oedema: Uint8Array.from(this.oedema.all),
      scores,
      weights: this.wanted.weights === undefined ? undefined : this.weights.all,
      clusters: column(this.wanted.cluster),
      strata: column(this.wanted.strata),
      by: this.wanted.by.map((name) => ({ name, labels: this.texts.get(name) ?? [] })),
    }
  }

  private begin(header: Header): void {
    this.header = header
    const { by, cluster, strata, weights } = this.wanted
    for (const name of [...by, cluster, strata, weights]) {
      if (name === undefined) continue
      const place = header.names.findIndex((other) => other.trim() === name)
      if (place < 0) {
        this.fault ??= refuse('growth.csv-column-missing', name, { column: name }).refusals[0]
        continue
      }
      this.places.set(name, place)
      if (name !== weights) this.texts.set(name, [])
    }
  }

  private record({ bytes, records, line, openQuote }: RecordSeen): void {
    if (this.fault !== undefined) return
    const bad: Refusal | undefined = openQuote
      ? { code: 'growth.line-open-quote' }
      : fillRow(bytes, records, this.header!, this.row, 0)
    const { weights } = this.wanted
    const place = weights === undefined ? undefined : this.places.get(weights)
    const weight =
      place === undefined || bad !== undefined ? 1 : numberIn(bytes, records.starts[place]!, records.ends[place]!)
    if (bad !== undefined || weight === BAD) {
      this.reports.push({
        line,
        refusal: bad ?? {
          code: 'growth.line-number',
          params: { column: weights!, value: fieldText(bytes, records, place!).slice(0, 40) },
        },
      })
      return
    }
    if (weight < 0) {
      this.fault = { code: 'growth.csv-negative-weight', params: { line, column: weights! } }
      return
    }
    scoreRows(this.row, this.score, 0, 1)
    this.age.push(this.row.ageDays[0]!)
    this.sex.push(this.row.sex[0]!)
    this.oedema.push(this.row.oedema[0]!)
    this.weights.push(weight)
    for (const { at, values } of this.scores)
      values.push(this.score.flags[at] === 1 ? Number.NaN : this.score.scores[at]! / 100)
    for (const [name, texts] of this.texts) texts.push(fieldText(bytes, records, this.places.get(name)!).trim())
  }
}
