// Forms of 2010 that people still bring or look for, and what took their place in 2019. Pure. Must stay true: an old form is never
// taken; it is named together with the form that replaced it and the services that use that one.
export type ReplacedForm = { readonly old: string; readonly now: string; readonly group?: string }

const REPLACED: Readonly<Record<string, Omit<ReplacedForm, 'old'>>> = {
  'F-1.15': { now: 'F-1.02', group: 'family-card' },
  'F-1.16': { now: 'F-1.02', group: 'family-card' },
  'F-1.21': { now: 'F-1.02', group: 'ktp' },
  'F-1.25': { now: 'F-1.03', group: 'move' },
  'F-1.27': { now: 'F-1.03', group: 'move' },
  'F-2.12': { now: 'F-2.01', group: 'marriage' },
  'F-2.29': { now: 'F-2.01', group: 'death' },
}
/** The last number in use of each series; whatever is above it is of 2010. */
const LAST_IN_USE: Readonly<Record<string, number>> = { '1': 7, '2': 4 }

/** What somebody who typed `F-1.15`, `f1.15` or `form F 1.15` is to be told; undefined for a form in use or anything else. */
export function findReplacedForm(typed: string): ReplacedForm | undefined {
  const [, series = '', number = ''] = /\bf[\s.-]?([12])[\s.,-]?(\d{2})\b/i.exec(typed) ?? []
  if (number === '' || Number(number) <= (LAST_IN_USE[series] ?? 0)) return undefined
  const old = `F-${series}.${number}`
  return { old, ...(REPLACED[old] ?? { now: series === '1' ? 'F-1.02' : 'F-2.01' }) }
}
