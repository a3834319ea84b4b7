// Which papers an application needs, which of them the register or our archive already holds, and what may stand in for
// one. Must stay true: what we hold is shown and never asked for; when nobody can tell whether one is needed, it is asked.
import type { CaseScope } from './case-scope.ts'
import type { CompiledService } from './compile.ts'
import type { RequiredDocument } from './definition.ts'

export type SessionDocument = {
  readonly document: RequiredDocument
  /** held: we have it. replaced: an alternative was uploaded. later: hangs on answers still to come. */
  readonly status: 'held' | 'uploaded' | 'replaced' | 'missing' | 'later'
  /** Of `replaced`: the id of the alternative. */
  readonly by?: string
  /** Ids of alternatives that may be uploaded instead. */
  readonly alternatives: readonly RequiredDocument[]
}

/** The documents of this case in the order of the definition; those not needed are left out. */
export function documentsOf(
  service: CompiledService,
  scope: CaseScope,
  uploads: readonly string[],
): readonly SessionDocument[] {
  return service.documents
    .filter((document) => document.alternativeTo === undefined)
    .flatMap((document): readonly SessionDocument[] => {
      const needed = isNeeded(document, scope)
      if (needed === 'no') return []
      const alternatives = service.documents.filter(
        (one) => one.alternativeTo === document.id && isNeeded(one, scope) === 'yes',
      )
      if (isHeld(document, scope)) return [{ document, status: 'held', alternatives }]
      if (uploads.includes(document.id)) return [{ document, status: 'uploaded', alternatives }]
      const by = alternatives.find((one) => uploads.includes(one.id) || isHeld(one, scope))
      if (by !== undefined) return [{ document, status: 'replaced' as const, by: by.id, alternatives }]
      return [{ document, status: needed === 'later' ? 'later' : 'missing', alternatives }]
    })
}

function isNeeded(document: RequiredDocument, scope: CaseScope): 'yes' | 'no' | 'later' {
  if (typeof document.required === 'boolean') return document.required ? 'yes' : 'no'
  const decided = scope.holds(document.required)
  if (decided.truth !== 'unknown') return decided.truth ? 'yes' : 'no'
  return decided.missing.some((one) => 'answer' in one) ? 'later' : 'yes'
}

function isHeld(document: RequiredDocument, scope: CaseScope): boolean {
  const ways = document.satisfiedBy === undefined ? [] : [document.satisfiedBy].flat()
  return ways.some((way) => {
    const found =
      'document' in way
        ? scope.fact({ fact: 'hasDocument', of: way.of, kind: way.document })
        : scope.fact({ fact: 'hasDeed', of: way.of, register: way.deed })
    return found.is === 'known' && found.value === true
  })
}
