// What the use cases around officers share: who acts, an invitation and its link, a role written, the note in the journal. Must stay
// true: a link is told once and kept as a hash only; the journal holds keys and roles, never names.
import { createHash, randomBytes } from 'node:crypto'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Accounts } from '../../platform/auth/accounts.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { openSealedText, seal } from '../../platform/secrets/seal.ts'
import { faultsOfRole, type RoleWish } from './officer-rules.ts'
import { insertInvitation, listRegionsOfAccount, listUnits } from './officer-store.ts'
import { insertAssignment } from './store.ts'

export type OfficerTools = {
  readonly database: Database
  readonly ring: KeyRing
  readonly clock: Clock
  readonly accounts: Accounts
  readonly origin: string
  readonly isPlace: (code: string) => boolean
  readonly placeName: (code: string) => string | undefined
  readonly services: (region: RegionCode) => Promise<readonly string[]>
  /** Sends a link to the officer's own address; undefined where no e-mail goes out. */
  readonly mailLink?: (to: string, link: string) => Promise<void>
}
/** Who does it: an officer, or the command line (no account), which stands outside the region and needs no second person. */
export type By = {
  readonly account?: string
  readonly role: string
  readonly unit?: string
  readonly device?: string
}
export type Identity = { readonly name: string; readonly email: string }
/** `link` is told once, to whoever must hand it over; it is not kept. */
export type Asked = {
  readonly state: 'done' | 'mailed' | 'link' | 'waiting'
  readonly link?: string
  readonly expiresAt?: Date
}
export const INVITATION_HOURS = 72
export const SYSTEM = 'system:cli'

export const identityContext = (region: string, id: string): string => `officer.identity:${region}:${id}`
export const openIdentity = (ring: KeyRing, region: string, id: string, sealed: Uint8Array): Identity =>
  JSON.parse(openSealedText(ring, sealed, identityContext(region, id))) as Identity
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

export const note = (
  by: By,
  at: Date,
  action: string,
  subject?: string,
  fields: readonly string[] = [],
  reason?: string,
) => ({
  at,
  actor: by.account ?? SYSTEM,
  role: by.role,
  ...(by.unit === undefined ? {} : { unit: by.unit }),
  ...(by.device === undefined ? {} : { device: by.device }),
  ...(subject === undefined ? {} : { subject }),
  action,
  fields,
  ...(reason === undefined || reason === '' ? {} : { reason: reason.replace(/\d{6,}/g, '…').slice(0, 300) }),
})

export async function checkWish(tx: Tx, tools: OfficerTools, region: RegionCode, by: By, wish: RoleWish, now: Date) {
  const units = (await listUnits(tx, region)).map((unit) => unit.unit_id)
  const faults = faultsOfRole(wish, {
    region,
    units,
    services: await tools.services(region),
    isPlace: tools.isPlace,
    now,
  })
  return faults.map((fault) => ({
    ...fault,
    // The page shows the units; the command line needs their keys.
    ...(fault.code === 'unit-unknown' && by.account !== undefined ? { code: 'unit-missing' } : {}),
    params: { region, known: units.join(', ') },
  }))
}

export async function makeInvitation(
  tx: Tx,
  tools: OfficerTools,
  region: RegionCode,
  by: By,
  input: {
    readonly kind: 'invite' | 'reset'
    readonly who: Identity
    readonly wish?: RoleWish
    readonly account?: string
  },
): Promise<{ readonly link: string; readonly expiresAt: Date; readonly id: string }> {
  const id = newId()
  const token = randomBytes(24).toString('base64url')
  const now = tools.clock.now()
  const expiresAt = new Date(now.getTime() + INVITATION_HOURS * 3_600_000)
  await insertInvitation(tx, {
    region_code: region,
    invitation_id: id,
    token_hash: hashOfToken(token),
    kind: input.kind,
    identity: seal(tools.ring, JSON.stringify(input.who), identityContext(region, id)),
    account_id: input.account ?? null,
    role: input.wish?.role ?? null,
    place: input.wish?.place ?? null,
    services: [...(input.wish?.services ?? ['*'])],
    unit_id: input.wish?.unit ?? null,
    role_until: input.wish?.until ?? null,
    created_by: by.account ?? SYSTEM,
    created_at: now,
    expires_at: expiresAt,
    claimed_at: null,
    completed_at: null,
    ended_at: null,
  })
  await writeJournal(tx, note(by, now, `officer.${input.kind}`, id, input.wish === undefined ? [] : [input.wish.role]))
  return { link: `${tools.origin}/${region}/invitation/${token}`, expiresAt, id }
}

/** After the commit: the link goes to its own address, or to whoever asked when no e-mail goes out or the sending fails. */
export async function handOver(
  tools: OfficerTools,
  by: By,
  made: { readonly link: string; readonly expiresAt: Date },
  who: Identity,
): Promise<Asked> {
  if (by.account !== undefined && tools.mailLink !== undefined) {
    const isSent = await tools.mailLink(who.email, made.link).then(
      () => true,
      () => false,
    )
    if (isSent) return { state: 'mailed', expiresAt: made.expiresAt }
  }
  return { state: 'link', link: made.link, expiresAt: made.expiresAt }
}

/** Writes the role itself. */
export async function assign(
  tx: Tx,
  region: RegionCode,
  by: By,
  accountId: string,
  wish: RoleWish,
  now: Date,
): Promise<void> {
  await insertAssignment(tx, {
    region_code: region,
    assignment_id: newId(),
    account_id: accountId,
    role: wish.role,
    place: wish.place,
    services: [...wish.services],
    unit_id: wish.unit,
    deputy_for: null,
    valid_from: now,
    valid_until: wish.until ?? null,
    created_by: by.account ?? SYSTEM,
  })
  await writeJournal(tx, note(by, now, 'role.give', accountId, [wish.role, wish.unit, wish.place]))
}

export async function worksElsewhere(
  tools: OfficerTools,
  region: RegionCode,
  accountId: string,
  now: Date,
): Promise<boolean> {
  const regions = await tools.database.asOwner((tx) => listRegionsOfAccount(tx, accountId, now), { readOnly: true })
  return regions.some((code) => code !== region)
}
