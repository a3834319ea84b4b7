// A region's services as their administrator sees them: what stands, what is newer, what a change would mean. Reads only.
// Must stay true: what is compared is what people really meet, the published edition with the region's own settings.
import { formatDate, formatInstant } from '../../kernel/date-format.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { todayIn } from '../../kernel/zone.ts'
import { codeText } from './code-lists.ts'
import { type CatalogueContext, idOf, previewInstallation } from './commands.ts'
import type { CompiledService } from './compile.ts'
import { consequencesOf } from './consequences.ts'
import { diffServices } from './diff.ts'
import { listOpenDrafts } from './draft-store.ts'
import { applyOverlay, type Overlay, readOverlay } from './overlay.ts'
import { approvingRoles } from './own-additions.ts'
import { formOf, optionalFields } from './own-settings.ts'
import { examplesOf, mustCompile, type Revision, surroundingsOf } from './revision.ts'
import { findInstalled, type InstalledRow, listInstallations, listInstalled, listPublished } from './store.ts'
import { editionOfRow } from './wish-commands.ts'
import type { CompareView, OwnView, ServicesView, ServiceView, Target, WishLine } from './wish-port.ts'
import { findOpenWish, listOpenWishes, type WishRow } from './wish-store.ts'

export type Reader = {
  readonly region: RegionCode
  readonly timeZone: string
  readonly language: Language
  readonly account: string
  readonly mayAsk: boolean
}
type Names = (accounts: readonly string[]) => Promise<ReadonlyMap<string, string>>

const short = (hash: string): string => hash.slice(0, 8)
/** So many installations are shown; the rest stays in the database. */
const PAST_SHOWN = 12

const day = (reader: Reader, at: Date): string => formatDate(todayIn(reader.timeZone, at.getTime()), reader.language)

function wishLine(reader: Reader, row: WishRow, name: Text, names: ReadonlyMap<string, string>): WishLine {
  const isMine = row.asked_by === reader.account
  return {
    wishId: row.wish_id,
    name,
    by: names.get(row.asked_by) ?? '–',
    at: formatInstant(row.asked_at.getTime(), reader.timeZone, reader.language),
    reason: row.reason,
    mayDecide: !isMine,
    isMine,
  }
}

async function nameOf(context: CatalogueContext, hash: string, id: string): Promise<Text> {
  const revision = await context.catalogue.revision(hash)
  // Straight from the content: a list of all services compiles none of them.
  return (revision?.content.service as { texts?: { name?: Text } } | undefined)?.texts?.name ?? { id, en: id }
}

/** Newer than what stands: published later, another content. */
function newerThan<T extends { readonly hash: string; readonly published_at: Date }>(
  published: readonly T[],
  hash: string,
): readonly T[] {
  const current = published.find((one) => one.hash === hash)
  return published.filter(
    (one) =>
      one.hash !== hash && (current === undefined || one.published_at.getTime() > current.published_at.getTime()),
  )
}

export async function readServicesOfRegion(
  context: CatalogueContext,
  reader: Reader,
  names: Names,
): Promise<ServicesView> {
  const { region } = reader
  const { rows, wishes, drafts } = await context.database.inRegion(
    region,
    async (tx) => ({
      rows: (await listInstalled(tx)).filter((row) => row.region_code === region),
      wishes: await listOpenWishes(tx, region),
      drafts: (await listOpenDrafts(tx, region)).length,
    }),
    { readOnly: true },
  )
  const published = await context.database.asPublic((tx) => listPublished(tx))
  const byService = new Map<string, (typeof published)[number][]>()
  for (const one of published) byService.set(one.service_id, [...(byService.get(one.service_id) ?? []), one])
  const who = await names([...new Set(wishes.map((one) => one.asked_by))])
  const lines = await Promise.all(
    rows.map(async (row) => ({
      id: row.service_id,
      name: await nameOf(context, row.revision, row.service_id),
      edition: short(row.revision),
      since: day(reader, row.installed_at),
      isPaused: row.state !== 'offered',
      hasOwn: Object.keys(row.overlay as object).length > 0,
      newer: newerThan(byService.get(row.service_id) ?? [], row.revision).length,
      waits: wishes.some((one) => one.service_id === row.service_id),
    })),
  )
  const has = new Set(rows.map((row) => row.service_id))
  const others = [...byService].filter(([id]) => !has.has(id))
  return {
    mayAsk: reader.mayAsk,
    drafts,
    lines: lines.sort((a, b) => b.newer - a.newer || (a.name.id < b.name.id ? -1 : 1)),
    others: await Promise.all(
      others.map(async ([id, [newest]]) => ({
        hash: newest!.hash,
        id,
        name: await nameOf(context, newest!.hash, id),
        publisher: newest!.publisher,
      })),
    ),
    wishes: await Promise.all(
      wishes.map(async (row) => wishLine(reader, row, await nameOf(context, row.revision, row.service_id), who)),
    ),
  }
}

export async function readServiceOfRegion(
  context: CatalogueContext,
  reader: Reader,
  names: Names,
  serviceId: string,
): Promise<Result<ServiceView>> {
  const { region } = reader
  const { row, past, wish } = await context.database.inRegion(
    region,
    async (tx) => ({
      row: await findInstalled(tx, region, serviceId),
      past: await listInstallations(tx, region, serviceId),
      wish: (await listOpenWishes(tx, region)).find((one) => one.service_id === serviceId),
    }),
    { readOnly: true },
  )
  const revision = row === undefined ? undefined : await context.catalogue.revision(row.revision)
  if (row === undefined || revision === undefined) return refuse('not-found')
  const published = await context.database.asPublic((tx) => listPublished(tx, serviceId))
  const shown = past.slice(0, PAST_SHOWN)
  const who = await names([
    ...new Set([row.installed_by, ...shown.map((one) => one.done_by), ...(wish === undefined ? [] : [wish.asked_by])]),
  ])
  const compiled = mustCompile(revision)
  const { name } = compiled.definition.texts
  const current = editionOfRow(row)
  return accept({
    id: serviceId,
    name,
    mayAsk: reader.mayAsk,
    edition: short(row.revision),
    since: day(reader, row.installed_at),
    by: who.get(row.installed_by) ?? '',
    isPaused: row.state !== 'offered',
    own: ownSentences(compiled, overlayOfRow(row)),
    newer: newerThan(published, row.revision).map((one) => ({
      hash: one.hash,
      edition: short(one.hash),
      publisher: one.publisher,
      published: day(reader, one.published_at),
      note: one.note,
    })),
    past: shown.map((one) => ({
      hash: one.revision,
      installationId: one.installation_id,
      edition: short(one.revision),
      at: formatInstant(one.done_at.getTime(), reader.timeZone, reader.language),
      by: who.get(one.done_by) ?? '',
      isCurrent: editionOfRow(one) === current,
    })),
    ...(wish === undefined ? {} : { wish: wishLine(reader, wish, name, who) }),
  })
}

const overlayOfRow = (row: Pick<InstalledRow, 'overlay'>): Overlay => {
  const read = readOverlay(row.overlay)
  return read.ok ? read.value : {}
}

/** What a region set for itself, one sentence each. */
export function ownSentences(published: CompiledService, overlay: Overlay): readonly Text[] {
  const said: Text[] = []
  const { definition } = published
  if (overlay.channels !== undefined) {
    const list = (language: Language) =>
      overlay.channels!.map((one) => codeText('channel', one)?.[language] ?? one).join(', ')
    said.push({ id: `Jalur: ${list('id')}.`, en: `Ways in: ${list('en')}.` })
  }
  if (overlay.fee !== undefined)
    said.push({
      id: `Biaya Rp${overlay.fee.rupiah} (${overlay.fee.legalBasis}), penerbit: Rp${definition.fee.rupiah}.`,
      en: `Fee IDR ${overlay.fee.rupiah} (${overlay.fee.legalBasis}), publisher: IDR ${definition.fee.rupiah}.`,
    })
  if (overlay.deadlineOfficeHours !== undefined)
    said.push({
      id: `Tenggat ${overlay.deadlineOfficeHours} jam kerja, penerbit: ${definition.deadline.officeHours}.`,
      en: `Deadline ${overlay.deadlineOfficeHours} office hours, publisher: ${definition.deadline.officeHours}.`,
    })
  for (const key of overlay.hide ?? []) {
    const label = published.fields[key]?.label ?? { id: key, en: key }
    said.push({ id: `Tidak ditanyakan: ${label.id}`, en: `Not asked: ${label.en}` })
  }
  for (const { field } of overlay.addQuestions ?? [])
    said.push({ id: `Pertanyaan sendiri: ${field.label.id}`, en: `Own question: ${field.label.en}` })
  for (const { label } of overlay.addDocuments ?? [])
    said.push({ id: `Dokumen sendiri: ${label.id}`, en: `Own paper: ${label.en}` })
  if (overlay.approval !== undefined)
    said.push({
      id: `Satu persetujuan lagi: ${overlay.approval.label.id}`,
      en: `One more approval: ${overlay.approval.label.en}`,
    })
  return said
}

type Sought = { readonly revision: Revision; readonly overlay: unknown; readonly wish?: WishRow }

/** What a target names: a revision and the settings it would stand with. */
export async function findTarget(
  context: CatalogueContext,
  region: RegionCode,
  service: string | undefined,
  target: Target,
): Promise<Sought | undefined> {
  const found = await context.database.inRegion(
    region,
    async (tx) => {
      if ('wish' in target) {
        const wish = isUuid(target.wish) ? await findOpenWish(tx, region, target.wish) : undefined
        return wish === undefined ? undefined : { hash: wish.revision, overlay: wish.overlay, wish }
      }
      if (service === undefined) return undefined
      if ('installation' in target) {
        const rows = await listInstallations(tx, region, service)
        const row = rows.find((one) => one.installation_id === target.installation)
        return row === undefined ? undefined : { hash: row.revision, overlay: row.overlay }
      }
      const now = await findInstalled(tx, region, service)
      return { hash: target.edition, overlay: now?.overlay ?? {} }
    },
    { readOnly: true },
  )
  const revision =
    found === undefined || !/^[0-9a-f]{64}$/.test(found.hash) ? undefined : await context.catalogue.revision(found.hash)
  if (found === undefined || revision === undefined || (service !== undefined && idOf(revision) !== service))
    return undefined
  return { revision, overlay: found.overlay, ...('wish' in found ? { wish: found.wish } : {}) }
}

/** Refusals: `not-found`, and those of `previewInstallation`: what cannot be installed is said before anybody asks. */
export async function compareWithStanding(
  context: CatalogueContext,
  reader: Reader,
  names: Names,
  service: string | undefined,
  target: Target,
  countDrafts: (serviceId: string) => Promise<number>,
): Promise<Result<CompareView>> {
  const { region } = reader
  const sought = await findTarget(context, region, service, target)
  if (sought === undefined) return refuse('not-found')
  const { revision } = sought
  const id = idOf(revision)
  const preview = await previewInstallation(context, region, { hash: revision.hash, overlay: sought.overlay, unit: '' })
  if (!preview.ok) return preview
  const row = await context.database.inRegion(region, (tx) => findInstalled(tx, region, id), { readOnly: true })
  const standing = row === undefined ? undefined : await context.catalogue.revision(row.revision)
  const before = row === undefined || standing === undefined ? undefined : offered(standing, overlayOfRow(row))
  const after = offered(revision, preview.value.overlay)
  const labelOf = (key: string): Text | undefined => after.fields[key]?.label ?? before?.fields[key]?.label
  const who = await names(sought.wish === undefined ? [] : [sought.wish.asked_by])
  const { name } = after.definition.texts
  return accept({
    id,
    name,
    mayAsk: reader.mayAsk,
    isNew: before === undefined,
    from: row === undefined ? '' : short(row.revision),
    to: short(revision.hash),
    consequences:
      before === undefined || row === undefined
        ? []
        : consequencesOf(diffServices(before, after), overlayOfRow(row), preview.value.overlay, labelOf),
    explained: preview.value.explained.length,
    examples: Object.keys(examplesOf(revision).examples).length,
    longerDeadline: preview.value.longerDeadline,
    draftsFollow: preview.value.draftsFollow,
    openDrafts: before === undefined ? 0 : await countDrafts(id),
    ...(sought.wish === undefined ? {} : { wish: wishLine(reader, sought.wish, name, who) }),
  })
}

/** The service as a region with these settings offers it. */
function offered(revision: Revision, overlay: Overlay): CompiledService {
  const published = mustCompile(revision)
  const applied = applyOverlay(published, overlay, surroundingsOf(revision))
  return applied.ok ? applied.value.service : published
}

export async function readOwnSettings(
  context: CatalogueContext,
  reader: Reader,
  serviceId: string,
): Promise<Result<OwnView & { readonly overlay: Overlay; readonly compiled: CompiledService; readonly hash: string }>> {
  const row = await context.database.inRegion(reader.region, (tx) => findInstalled(tx, reader.region, serviceId), {
    readOnly: true,
  })
  const revision = row === undefined ? undefined : await context.catalogue.revision(row.revision)
  if (row === undefined || revision === undefined) return refuse('not-found')
  const compiled = mustCompile(revision)
  const { definition } = compiled
  const overlay = overlayOfRow(row)
  return accept({
    id: serviceId,
    name: definition.texts.name,
    form: formOf(compiled, overlay),
    channels: definition.channels.map((value) => ({
      value,
      label: codeText('channel', value) ?? { id: value, en: value },
    })),
    isFeeFixed: definition.fee.fixed === true,
    published: {
      fee: definition.fee.rupiah,
      feeBasis: definition.fee.legalBasis,
      hours: definition.deadline.officeHours,
      most:
        definition.deadline.statutoryDays === undefined
          ? definition.deadline.officeHours
          : definition.deadline.statutoryDays * 8,
    },
    additions: {
      roles: approvingRoles(compiled).map(({ id, label }) => ({ value: id, label })),
      pages: compiled.pages.map(({ id, title }) => ({ value: id, label: title })),
      questions: (overlay.addQuestions ?? []).map(({ field }) => ({ value: field.key, label: field.label })),
      papers: (overlay.addDocuments ?? []).map(({ id, label }) => ({ value: id, label })),
    },
    optional: optionalFields(compiled).map((field) => ({ value: field.key, label: field.label })),
    overlay,
    compiled,
    hash: row.revision,
  })
}
