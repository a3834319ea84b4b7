// What `npx puja services publish, draft, install, diff, upgrade, pause, offer` and `list --region` do, the same whether a running server does it
// or the command opens the database itself. Must stay true: nothing is installed over something else before the
// differences were seen, which is what `confirmed` says.
import { accept, type Result, refuse, refuseAll } from '../kernel/refusal.ts'
import { isTenantCode } from '../kernel/region-code.ts'
import { checkServices } from '../modules/catalogue/check.ts'
import { withOwnShared } from '../modules/catalogue/check-cli.ts'
import {
  type CatalogueContext,
  type InstallRequest,
  installService,
  previewInstallation,
  setServiceState,
} from '../modules/catalogue/commands.ts'
import type { InstallPreview } from '../modules/catalogue/decide-installation.ts'
import { handInDraft } from '../modules/catalogue/draft-commands.ts'
import { readServices } from '../modules/catalogue/files.ts'
import { publishChecked } from '../modules/catalogue/offer-commands.ts'
import { type Revision, revisionOf } from '../modules/catalogue/revision.ts'
import { findInstalled, listInstalled, listPublished } from '../modules/catalogue/store.ts'
import { RegionDirectory } from './region-directory.ts'
import { answer, type SetupAnswer } from './setup-requests.ts'

export type ServicesRequest =
  | { readonly command: 'publish'; readonly folder: string }
  | { readonly command: 'draft'; readonly region: string; readonly folder: string; readonly note: string }
  | { readonly command: 'list'; readonly region: string }
  | Switch
  | {
      readonly command: 'install' | 'diff' | 'upgrade'
      readonly region: string
      readonly service: string
      /** Another than the newest. */
      readonly revision?: string
      /** Another than the one installed now. */
      readonly overlay?: unknown
      readonly confirmed: boolean
    }

const BY = { account: 'system:cli', role: 'system' } as const

export async function runServices(context: CatalogueContext, request: ServicesRequest): Promise<SetupAnswer> {
  if (request.command === 'publish') return answer(await publish(context, request.folder))
  const regions = new RegionDirectory(context.database)
  const known = isTenantCode(request.region) ? (await regions.all()).get(request.region) : undefined
  if (known === undefined) return answer(refuse('region-unknown', 'region', { region: request.region }))
  if (request.command === 'list') return answer(accept(await list(context, request.region)))
  if (isSwitch(request)) return answer(await turn(context, request))
  if (request.command === 'draft') return answer(await draft(context, request))
  return answer(await change(context, request, known.profile.unit))
}

type Switch = { readonly command: 'pause' | 'offer'; readonly region: string; readonly service: string }
const isSwitch = (request: ServicesRequest): request is Switch =>
  request.command === 'pause' || request.command === 'offer'

/** New applications or none; those under way go on. Safe to repeat. */
async function turn(context: CatalogueContext, { command, region, service }: Switch): Promise<Result<unknown>> {
  const state = command === 'pause' ? 'paused' : 'offered'
  const done = await setServiceState(context, region, service, state, BY)
  return done.ok ? accept({ service, state }) : done
}

/** Hands in what is in the folder and not published yet; a second person publishes it on the page. Safe to repeat. */
async function draft(
  context: CatalogueContext,
  { region, folder, note }: Extract<ServicesRequest, { readonly command: 'draft' }>,
): Promise<Result<unknown>> {
  const read = soundRevisions(context, folder)
  if (!read.ok) return read
  const services = []
  for (const { id, hash, content } of read.value) {
    const done = await handInDraft(context, region, BY, { content, note })
    const known = !done.ok && done.refusals.every(({ code }) => code === 'draft-known' || code === 'draft-waiting')
    if (!done.ok && !known) return done
    services.push({
      id,
      revision: hash,
      ...(done.ok ? { draft: done.value.draftId } : { left: done.refusals[0]?.code }),
    })
  }
  return accept({ services })
}

/** Every service of the folder, or none: refuses with each fault. Safe to repeat. */
async function publish(context: CatalogueContext, directory: string): Promise<Result<unknown>> {
  const read = soundRevisions(context, directory)
  if (!read.ok) return read
  const added = await publishChecked(context, read.value, BY)
  return accept({ added, services: read.value.map(({ id, hash }) => ({ id, revision: hash })) })
}

function soundRevisions(
  context: CatalogueContext,
  directory: string,
): Result<readonly (Revision & { readonly id: string })[]> {
  const folder = withOwnShared(readServices(directory))
  const { faults } = checkServices(folder, context.environment)
  if (faults.length > 0)
    return refuseAll(
      faults.map((fault) => ({
        code: 'revision-faulty',
        at: `${fault.file}#${fault.pointer}`,
        params: { problem: fault.message },
      })),
    )
  return accept(folder.services.map(({ id }) => ({ id, ...revisionOf(folder, id) })))
}

async function list(context: CatalogueContext, region: string): Promise<unknown> {
  const rows = await context.database.inRegion(region, listInstalled, { readOnly: true })
  const published = await context.database.asPublic((tx) => listPublished(tx))
  return rows.map((row) => {
    const newest = published.find((one) => one.service_id === row.service_id)?.hash
    return {
      service: row.service_id,
      revision: row.revision,
      ...(newest === undefined || newest === row.revision ? {} : { newer: newest }),
      state: row.state,
      unit: row.unit_id,
      overlay: row.overlay,
      installedAt: row.installed_at.toISOString(),
      installedBy: row.installed_by,
    }
  })
}

type Change = Extract<ServicesRequest, { readonly command: 'install' | 'diff' | 'upgrade' }>

async function change(context: CatalogueContext, request: Change, unit: string): Promise<Result<unknown>> {
  const { region, service } = request
  const now = await context.database.inRegion(region, (tx) => findInstalled(tx, region, service), { readOnly: true })
  if (now === undefined && request.command === 'upgrade') return refuse('service-not-installed', service)
  const published = await context.database.asPublic((tx) => listPublished(tx, service))
  const hash = published.find((one) => request.revision === undefined || one.hash === request.revision)?.hash
  if (hash === undefined) return refuse('revision-unknown', service)
  const wish: InstallRequest = { hash, overlay: request.overlay ?? now?.overlay ?? {}, unit: now?.unit_id ?? unit }
  const done =
    request.command === 'diff'
      ? await previewInstallation(context, region, wish)
      : await installService(
          context,
          region,
          { ...wish, confirmed: request.confirmed, expected: now?.revision ?? null },
          BY,
        )
  return done.ok ? accept(inWords(done.value, now?.revision)) : done
}

function inWords(preview: InstallPreview, from: string | undefined): unknown {
  const { serviceId, revision, differences, explained, longerDeadline, draftsFollow } = preview
  return {
    service: serviceId,
    from: from ?? null,
    to: revision,
    differences,
    explained,
    longerDeadline,
    ...(from === undefined ? {} : { draftsFollow }),
  }
}
