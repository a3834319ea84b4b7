// The proof a region sees before it installs a service: the publisher's examples as published, all true, and again with
// the region's overlay. Must stay true: only differences that the overlay explains pass, and each of them is shown.
import type { Text } from '../../kernel/text.ts'
import type { CompiledService } from './compile.ts'
import type { Example } from './example.ts'
import { type ExampleEnvironment, type Mismatch, type Outcome, runExample } from './examples.ts'
import { isLocalId } from './local.ts'
import type { Overlay } from './overlay.ts'

export type ExplainedDifference = {
  readonly example: string
  readonly what: string
  readonly before: unknown
  readonly after: unknown
  readonly because: Text
}
export type Rehearsal = {
  /** Examples that do not even hold as published; the revision is not installed. */
  readonly broken: readonly { readonly example: string; readonly mismatches: readonly Mismatch[] }[]
  readonly explained: readonly ExplainedDifference[]
  /** Differences that nothing in the overlay explains; the overlay is refused. */
  readonly unexplained: readonly Omit<ExplainedDifference, 'because'>[]
}

/** Runs all examples twice. `overlaid` is the service with the overlay applied. */
export function rehearse(
  published: CompiledService,
  overlaid: CompiledService,
  overlay: Overlay,
  examples: Readonly<Record<string, Example>>,
  environment: ExampleEnvironment,
): Rehearsal {
  const broken: { example: string; mismatches: readonly Mismatch[] }[] = []
  const explained: ExplainedDifference[] = []
  const unexplained: Omit<ExplainedDifference, 'because'>[] = []
  for (const [name, example] of Object.entries(examples)) {
    const before = runExample(published, example, environment)
    if (before.mismatches.length > 0) {
      broken.push({ example: name, mismatches: before.mismatches })
      continue
    }
    const after = runExample(overlaid, withCalendar(withApprovalStep(example, overlay), overlay), environment)
    for (const what of Object.keys(before.outcome) as (keyof Outcome)[]) {
      const [old, now] = [before.outcome[what], after.outcome[what]]
      if (JSON.stringify(old) === JSON.stringify(now)) continue
      const because = explain(what, old, now, overlay)
      if (because === undefined) unexplained.push({ example: name, what, before: old, after: now })
      else explained.push({ example: name, what, before: old, after: now, because })
    }
  }
  return { broken, explained, unexplained }
}

function withCalendar(example: Example, overlay: Overlay): Example {
  return overlay.calendar === undefined ? example : { ...example, calendar: overlay.calendar }
}

/** The officer of the added approval plays along, where the way of the example leads through it. */
function withApprovalStep(example: Example, overlay: Overlay): Example {
  const { approval } = overlay
  const { states } = example.expect
  if (approval === undefined || states === undefined) return example
  return {
    ...example,
    expect: {
      ...example.expect,
      states: states.flatMap((step) =>
        step[1] === approval.before
          ? [[step[0], 'approval'] as [string, string], ['approve', approval.before] as [string, string]]
          : [step],
      ),
    },
  }
}

const REASONS = {
  questions: { id: 'Daerah menambah atau menyembunyikan pertanyaan.', en: 'The region adds or hides questions.' },
  documents: { id: 'Daerah menambah dokumen yang diminta.', en: 'The region asks for more documents.' },
  fee: { id: 'Daerah menetapkan biaya dengan dasar hukum.', en: 'The region sets a fee with a legal basis.' },
  due: { id: 'Daerah menetapkan tenggat atau kalender sendiri.', en: 'The region sets its own deadline or calendar.' },
  states: { id: 'Daerah menambah satu persetujuan.', en: 'The region adds an approval.' },
} as const satisfies Readonly<Record<string, Text>>

function explain(what: keyof Outcome, before: unknown, after: unknown, overlay: Overlay): Text | undefined {
  const questions = (overlay.addQuestions?.length ?? 0) + (overlay.hide?.length ?? 0) > 0
  if (['questions', 'pages', 'prefilled', 'derived'].includes(what)) return questions ? REASONS.questions : undefined
  if (what === 'documents') return onlyLocalDocuments(before, after) ? REASONS.documents : undefined
  if (what === 'fee') return overlay.fee === undefined ? undefined : REASONS.fee
  if (what === 'due')
    return overlay.deadlineOfficeHours === undefined && overlay.calendar === undefined ? undefined : REASONS.due
  if (what === 'states') return overlay.approval === undefined ? undefined : REASONS.states
  return undefined
}

function onlyLocalDocuments(before: unknown, after: unknown): boolean {
  if (!Array.isArray(before) || !Array.isArray(after)) return false
  return JSON.stringify(after.filter((id: unknown) => !isLocalId(String(id)))) === JSON.stringify(before)
}
