// Whom a difference between two editions concerns and how heavily, in words an administrator reads. Pure. Must stay true:
// every kind of difference has a side; what may cost an answer or changes a right is never called harmless.
import type { Text } from '../../kernel/text.ts'
import type { Difference, Severity } from './difference.ts'
import type { Overlay } from './overlay.ts'

export type Side = 'citizen' | 'officer'
export type Consequence = { readonly side: Side; readonly severity: Severity; readonly text: Text }

const FOR_OFFICERS = new Set([
  'decision',
  'effects',
  'calculations',
  'legal-basis',
  'process',
  'state',
  'state-added',
  'state-removed',
  'action',
  'action-added',
  'action-removed',
  'unit',
])

export const sideOf = (kind: string): Side => (FOR_OFFICERS.has(kind) ? 'officer' : 'citizen')
/** Drafts may lose an answer, or people are treated otherwise than before. */
export const isBreaking = (severity: Severity): boolean => severity === 'answers' || severity === 'rule'

const ORDER: readonly Severity[] = ['answers', 'rule', 'question', 'wording']

/** Differences as consequences, the gravest first; what a region hides or shows again is said as that. */
export function consequencesOf(
  differences: readonly Difference[],
  before: Overlay | undefined,
  after: Overlay,
  labelOf: (key: string) => Text | undefined,
): readonly Consequence[] {
  const old = new Set(before?.hide ?? [])
  const now = new Set(after.hide ?? [])
  const hidden = [...now].filter((key) => !old.has(key))
  const shown = [...old].filter((key) => !now.has(key))
  const moved = new Set([...hidden, ...shown])
  const label = (key: string): Text => labelOf(key) ?? { id: key, en: key }
  const all: readonly Consequence[] = [
    ...differences
      .filter(({ kind, at }) => kind !== 'field-when' || !moved.has(at))
      .map(({ kind, severity, text }) => ({ side: sideOf(kind), severity, text })),
    ...hidden.map(
      (key): Consequence => ({
        side: 'citizen',
        severity: 'answers',
        text: {
          id: `Pertanyaan “${label(key).id}” tidak ditanyakan lagi di daerah ini.`,
          en: `The question “${label(key).en}” is no longer asked in this region.`,
        },
      }),
    ),
    ...shown.map(
      (key): Consequence => ({
        side: 'citizen',
        severity: 'question',
        text: {
          id: `Pertanyaan “${label(key).id}” ditanyakan lagi.`,
          en: `The question “${label(key).en}” is asked again.`,
        },
      }),
    ),
  ]
  return [...all].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
}
