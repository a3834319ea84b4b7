// Lines of an imported file as a table: who, which line, what would be done or why it is refused.
import { formatDateShort } from '../../../kernel/date-format.ts'
import { fill, type Language, say } from '../../../kernel/text.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { Table } from '../../../platform/ui/table.tsx'
import { EXCHANGE_WORDS as w } from './exchange-words.ts'
import { type PlanLine, writes } from './import-plan.ts'
import { cm, kg } from './sheet-fields.ts'

const SHOWN = 100
type Tell = Visitor['tell']

export function Lines({ lines, language, tell }: { lines: readonly PlanLine[]; language: Language; tell: Tell }) {
  const shown = lines.slice(0, SHOWN)
  return (
    <>
      <Table
        caption={w.what}
        phone="cards"
        dense
        columns={[
          { key: 'child', label: w.child, title: true },
          { key: 'line', label: w.line, end: true },
          { key: 'what', label: w.reason },
        ]}
        rows={shown.map((line) => ({
          cells: {
            child: line.name === '' ? '–' : line.name,
            line: line.line,
            what: whatOf(line, language, tell),
          },
          ...(line.state === 'refused' ? { tone: 'late' as const } : {}),
        }))}
      />
      {lines.length > shown.length ? (
        <p class="quiet">{fill(say(w.firstShown, language), { shown: shown.length, all: lines.length })}</p>
      ) : null}
    </>
  )
}

function whatOf(line: PlanLine, language: Language, tell: Tell): string {
  const parts: string[] = []
  if (writes(line)) {
    if (line.child?.kind === 'create') parts.push(say(w.newChild, language))
    if (line.child?.kind === 'known' && line.child.add !== undefined)
      parts.push(fill(say(w.addValues, language), { count: Object.keys(line.child.add).length }))
    if (line.measurement !== undefined) {
      const { values, replaces } = line.measurement
      parts.push(
        fill(say(replaces === undefined ? w.measured : w.replaces, language), {
          date: formatDateShort(values.date, language),
          weight: figure(kg(values.weightG), language),
          length: figure(cm(values.lengthHeightTenthMm), language),
        }),
      )
    }
  }
  return [...parts, ...line.reasons.map(tell)].join('; ')
}

export const figure = (text: string, language: Language) =>
  text === '' ? '–' : language === 'id' ? text.replace('.', ',') : text
