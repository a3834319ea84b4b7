// What an installation or upgrade would do, decided from contents alone: examples run twice, differences, whether drafts may
// follow. Must stay true: nothing here reads or writes; what the overlay does not explain is refused.
import { accept, type Result, refuseAll } from '../../kernel/refusal.ts'
import type { CompiledService } from './compile.ts'
import { diffServices, mayDraftsFollow } from './diff.ts'
import type { Difference } from './difference.ts'
import type { ExampleEnvironment } from './examples.ts'
import { applyOverlay, type Overlay, readOverlay } from './overlay.ts'
import { type ExplainedDifference, rehearse } from './overlay-examples.ts'
import { startOf } from './process.ts'
import { editionName, examplesOf, mustCompile, type Revision, surroundingsOf } from './revision.ts'

export type InstallPreview = {
  readonly serviceId: string
  readonly revision: string
  /** What the overlay changes in the examples; to be confirmed. */
  readonly explained: readonly ExplainedDifference[]
  readonly longerDeadline: boolean
  /** From the revision installed now, when there is one. */
  readonly differences: readonly Difference[]
  /** Open drafts may follow, because no answer can be lost. */
  readonly draftsFollow: boolean
  /** Which drafts those are: of this edition, in this state. */
  readonly follow?: { readonly from: string; readonly state: string }
  readonly overlay: Overlay
}

/** Refusals: those that `previewInstallation` names. */
export function decideInstallation(
  revision: Revision,
  before: Before | undefined,
  rawOverlay: unknown,
  environment: ExampleEnvironment,
): Result<InstallPreview> {
  const overlay = readOverlay(rawOverlay)
  if (!overlay.ok) return overlay
  const published = mustCompile(revision)
  const applied = applyOverlay(published, overlay.value, surroundingsOf(revision))
  if (!applied.ok) return applied
  const { broken, explained, unexplained } = rehearse(
    published,
    applied.value.service,
    overlay.value,
    examplesOf(revision).examples,
    environment,
  )
  if (broken.length > 0)
    return refuseAll(
      broken.map(({ example, mismatches }) => ({
        code: 'example-broken',
        at: example,
        params: { example, what: mismatches[0]?.what ?? '' },
      })),
    )
  if (unexplained.length > 0)
    return refuseAll(
      unexplained.map(({ example, what }) => ({ code: 'overlay-unexplained', at: example, params: { example, what } })),
    )
  const differences =
    before === undefined || before.revision.hash === revision.hash
      ? []
      : diffServices(mustCompile(before.revision), published)
  return accept({
    serviceId: published.id,
    revision: revision.hash,
    explained,
    longerDeadline: applied.value.longerDeadline,
    differences,
    ...draftsOf(before, applied.value.service, overlay.value),
    overlay: overlay.value,
  })
}

type Before = { readonly revision: Revision; readonly overlay: unknown }

/** Compared as the region offers both: its own questions hold answers too, and hiding a question drops what was answered. */
function draftsOf(
  before: Before | undefined,
  after: CompiledService,
  overlay: Overlay,
): Pick<InstallPreview, 'draftsFollow' | 'follow'> {
  const old = before === undefined ? undefined : readOverlay(before.overlay)
  if (before === undefined || old?.ok !== true) return { draftsFollow: false }
  const offered = applyOverlay(mustCompile(before.revision), old.value, surroundingsOf(before.revision))
  const hidesMore = (overlay.hide ?? []).some((key) => !(old.value.hide ?? []).includes(key))
  if (!offered.ok || hidesMore || !mayDraftsFollow(diffServices(offered.value.service, after)))
    return { draftsFollow: false }
  const state = startOf(offered.value.service.process)
  if (state !== startOf(after.process)) return { draftsFollow: false }
  return { draftsFollow: true, follow: { from: editionName(before.revision.hash, old.value), state } }
}
