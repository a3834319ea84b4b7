// The port of editions that wait to be published, bound to the catalogue. Must stay true: a service admin hands in and decides,
// the head decides; to everyone else the pages do not exist.
import { accept, type Result, refuse } from '../kernel/refusal.ts'
import { officeTabs } from '../modules/cases/office-tabs.ts'
import type { CatalogueContext } from '../modules/catalogue/commands.ts'
import { decideDraft, handInDraft, readDraftFile } from '../modules/catalogue/draft-commands.ts'
import type { DraftPort } from '../modules/catalogue/draft-port.ts'
import { readDraft, readDrafts, takeAwayEdition } from '../modules/catalogue/draft-queries.ts'
import { draftRoutes } from '../modules/catalogue/draft-routes.tsx'
import type { Reader } from '../modules/catalogue/wish-queries.ts'
import type { Visitor } from '../platform/http/visitor.ts'
import { namesOfAccounts } from './office-reports-binding.ts'
import { ASK, heldBy, LOOK, readerOf } from './services-pages-binding.ts'
import type { Visitors } from './visitors.ts'

export const draftPages = (context: CatalogueContext, visitors: Visitors) =>
  draftRoutes(bindDrafts(context, visitors), officeTabs)

function bindDrafts(context: CatalogueContext, visitors: Visitors): DraftPort {
  const names = (accounts: readonly string[]) => namesOfAccounts(context.database, accounts)
  const reading = async <T>(visitor: Visitor, read: (reader: Reader) => Promise<Result<T>>): Promise<Result<T>> => {
    const reader = readerOf(visitor)
    return reader === undefined ? refuse('not-found') : read(reader)
  }
  return {
    visitor: (request) => visitors.of(request),
    list: (visitor) => reading(visitor, async (reader) => accept(await readDrafts(context, reader, names))),
    read: (visitor, draftId) => reading(visitor, (reader) => readDraft(context, reader, names, draftId)),
    takeAway: (visitor, service) =>
      reading(visitor, async (reader) =>
        reader.mayAsk ? takeAwayEdition(context, reader, service) : refuse('not-found'),
      ),
    async handIn(visitor, text, note) {
      const doer = heldBy(visitor, ASK)
      if (doer === undefined) return refuse('not-found')
      const content = readDraftFile(text)
      return content.ok ? handInDraft(context, doer.region, doer, { content: content.value, note }) : content
    },
    async decide(visitor, draftId, decision, words) {
      const doer = heldBy(visitor, LOOK)
      return doer === undefined
        ? refuse('not-found')
        : decideDraft(context, doer.region, doer, draftId, decision, words)
    },
  }
}
