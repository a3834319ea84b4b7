// Editions that wait to be published, compared with what is in force: differences in sentences, every golden example with its
// result, and where the edition in force comes to something else. Reads only. Must stay true: what is shown is worked out from
// the very content that would be published.
import { formatInstant } from '../../kernel/date-format.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { type CatalogueContext, idOf, publisherOf } from './commands.ts'
import type { CompiledService } from './compile.ts'
import { consequencesOf } from './consequences.ts'
import { diffServices } from './diff.ts'
import { same } from './difference.ts'
import type { DraftLine, DraftsView, DraftView, ExampleLine } from './draft-port.ts'
import { type DraftHead, findDraft, listDecidedDrafts, listOpenDrafts } from './draft-store.ts'
import type { Example } from './example.ts'
import { type ExampleEnvironment, runExample } from './examples.ts'
import {
  compileRevision,
  examplesOf,
  mustCompile,
  type Revision,
  type RevisionContent,
  readRevision,
} from './revision.ts'
import { findInstalled, listInstalled, listPublished } from './store.ts'
import type { Reader } from './wish-queries.ts'

type Names = (accounts: readonly string[]) => Promise<ReadonlyMap<string, string>>
const DECIDED_SHOWN = 20
const short = (hash: string): string => hash.slice(0, 8)

function lineOf(reader: Reader, row: DraftHead, name: Text, names: ReadonlyMap<string, string>): DraftLine {
  const at = (moment: Date): string => formatInstant(moment.getTime(), reader.timeZone, reader.language)
  return {
    draftId: row.draft_id,
    serviceId: row.service_id,
    name,
    edition: short(row.revision),
    note: row.note,
    by: names.get(row.made_by) ?? '',
    at: at(row.made_at),
    state: row.state,
    ...(row.decided_by === null ? {} : { decidedBy: names.get(row.decided_by) ?? '' }),
    ...(row.decided_at === null ? {} : { decidedAt: at(row.decided_at) }),
    ...(row.reason === null ? {} : { reason: row.reason }),
  }
}

const whoOf = (rows: readonly DraftHead[]): readonly string[] => [
  ...new Set(rows.flatMap((row) => [row.made_by, ...(row.decided_by === null ? [] : [row.decided_by])])),
]

const nameIn = (content: unknown, id: string): Text =>
  (content as { service?: { texts?: { name?: Text } } } | undefined)?.service?.texts?.name ?? { id, en: id }

export async function readDrafts(context: CatalogueContext, reader: Reader, names: Names): Promise<DraftsView> {
  const { region } = reader
  const { open, decided, installed } = await context.database.inRegion(
    region,
    async (tx) => ({
      open: await listOpenDrafts(tx, region),
      decided: await listDecidedDrafts(tx, region, DECIDED_SHOWN),
      installed: (await listInstalled(tx)).filter((row) => row.region_code === region),
    }),
    { readOnly: true },
  )
  const who = await names(whoOf([...open, ...decided]))
  const named = new Map(
    await Promise.all(
      installed.map(
        async (row) =>
          [row.service_id, nameIn((await context.catalogue.revision(row.revision))?.content, row.service_id)] as const,
      ),
    ),
  )
  const lines = (rows: readonly DraftHead[]) =>
    rows.map((row) => lineOf(reader, row, named.get(row.service_id) ?? { id: row.service_id, en: row.service_id }, who))
  return {
    mayHandIn: reader.mayAsk,
    open: lines(open),
    decided: lines(decided),
    services: [...named].map(([id, name]) => ({ id, name })).sort((a, b) => (a.name.id < b.name.id ? -1 : 1)),
  }
}

export async function readDraft(
  context: CatalogueContext,
  reader: Reader,
  names: Names,
  draftId: string,
): Promise<Result<DraftView>> {
  if (!isUuid(draftId)) return refuse('not-found')
  const { region } = reader
  const found = await context.database.inRegion(
    region,
    async (tx) => {
      const row = await findDraft(tx, region, draftId)
      return row === undefined ? undefined : { row, hash: (await findInstalled(tx, region, row.service_id))?.revision }
    },
    { readOnly: true },
  )
  const draft = found === undefined ? undefined : readRevision(found.row.content)
  const compiled = draft === undefined ? undefined : compileRevision(draft).service
  if (found === undefined || draft === undefined || compiled === undefined) return refuse('not-found')
  const { row } = found
  const before = await standing(context, row.service_id, found.hash, row.revision)
  const who = await names(whoOf([row]))
  const isOpen = row.state === 'waiting' || row.state === 'publishing'
  const isMine = row.made_by === reader.account
  return accept({
    ...lineOf(reader, row, compiled.definition.texts.name, who),
    isNew: before === undefined,
    from: before === undefined ? '' : short(before.hash),
    consequences: before === undefined ? [] : consequences(mustCompile(before), compiled),
    examples: exampleLines(draft, compiled, before, context.environment),
    dropped:
      before === undefined
        ? []
        : Object.keys(before.content.examples).filter((name) => !Object.hasOwn(draft.content.examples, name)),
    mayDecide: isOpen && !isMine,
    isMine: isOpen && isMine,
    ...(row.state === 'published' && found.hash !== row.revision
      ? { installHref: `${row.service_id}/compare?edition=${row.revision}` }
      : {}),
  })
}

/** The edition in force: what the region has, else the newest that is published and is not this one itself. */
async function standing(
  context: CatalogueContext,
  service: string,
  installed: string | undefined,
  own?: string,
): Promise<Revision | undefined> {
  const hash =
    installed ??
    (await context.database.asPublic((tx) => listPublished(tx, service))).find((one) => one.hash !== own)?.hash
  return hash === undefined ? undefined : context.catalogue.revision(hash)
}

function consequences(before: CompiledService, after: CompiledService) {
  const labelOf = (key: string): Text | undefined => after.fields[key]?.label ?? before.fields[key]?.label
  return consequencesOf(diffServices(before, after), undefined, {}, labelOf)
}

/** Each example run on the draft; where the edition in force comes to something else, what that is. */
function exampleLines(
  draft: Revision,
  compiled: CompiledService,
  before: Revision | undefined,
  environment: ExampleEnvironment,
): readonly ExampleLine[] {
  const old = before === undefined ? undefined : mustCompile(before)
  return Object.entries(examplesOf(draft).examples).map(([name, example]): ExampleLine => {
    const known = before?.content.examples[name]
    const { mismatches, outcome } = runExample(compiled, example, environment)
    const differs = old === undefined ? [] : differing(outcome, old, example, environment)
    return {
      name,
      // Titles of examples begin with their kind, which stands beside them here.
      title: example.title.replace(/^(usual|edge|refused): /, ''),
      kind: example.kind,
      mark: known === undefined ? 'new' : same(known, draft.content.examples[name]) ? 'same' : 'changed',
      isTrue: mismatches.length === 0,
      ...(differs.length === 0 ? {} : { before: differs }),
    }
  })
}

function differing(
  outcome: ReturnType<typeof runExample>['outcome'],
  old: CompiledService,
  example: Example,
  environment: ExampleEnvironment,
): readonly string[] {
  const was = runExample(old, example, environment).outcome
  // A case that is refused either way has no due time.
  const hasDue = outcome.refused === null || was.refused === null
  return (Object.keys(outcome) as (keyof typeof outcome)[]).filter(
    (key) => (key !== 'due' || hasDue) && !same(outcome[key], was[key]),
  )
}

/** The edition in force as a file, under the region's own name as publisher; its examples keep the region they were made for. */
export async function takeAwayEdition(
  context: CatalogueContext,
  reader: Reader,
  service: string,
): Promise<Result<{ readonly name: string; readonly text: string }>> {
  const row = await context.database.inRegion(reader.region, (tx) => findInstalled(tx, reader.region, service), {
    readOnly: true,
  })
  const revision = await standing(context, service, row?.revision)
  if (revision === undefined) return refuse('not-found')
  const publisher = publisherOf(revision)
  const content: RevisionContent = {
    ...revision.content,
    service: { ...(revision.content.service as object), publisher: reader.region },
    examples: Object.fromEntries(
      Object.entries(revision.content.examples).map(([name, example]) => [
        name,
        publisher === reader.region ? example : { region: publisher, ...(example as object) },
      ]),
    ),
  }
  return accept({
    name: `${idOf(revision)}-${short(revision.hash)}.json`,
    text: `${JSON.stringify(content, null, 2)}\n`,
  })
}
