// The invited person's side: open the link, set a password, add a second factor, begin. Must stay true: a link opens once;
// the role begins only when a second factor holds; an address that has an account is joined by its owner alone.
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { SignedIn } from '../../platform/auth/accounts.ts'
import { judgePassword } from '../../platform/auth/passwords.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { assign, hashOfToken, type Identity, type OfficerTools, openIdentity } from './officer-parts.ts'
import {
  bindInvitation,
  claimInvitation,
  completeInvitation,
  findInvitation,
  type InvitationRow,
} from './officer-store.ts'

export type Invitation = {
  readonly row: InvitationRow
  readonly who: Identity
  readonly isOpen: boolean
}

export async function findOpenInvitation(
  tools: OfficerTools,
  region: RegionCode,
  token: string,
): Promise<Result<Invitation>> {
  if (!/^[\w-]{32}$/.test(token)) return refuse('invitation-unknown')
  const row = await tools.database.inRegion(region, (tx) => findInvitation(tx, region, hashOfToken(token)), {
    readOnly: true,
  })
  if (row === undefined) return refuse('invitation-unknown')
  if (row.completed_at !== null || row.ended_at !== null || row.expires_at <= tools.clock.now())
    return refuse('invitation-over')
  const who = openIdentity(tools.ring, region, row.invitation_id, row.identity)
  return accept({ row, who, isOpen: row.claimed_at === null })
}

/** The password, once for each link. Opens a session in which only the second factor is left to do. */
export async function claim(
  tools: OfficerTools,
  region: RegionCode,
  token: string,
  input: {
    readonly password: string
    readonly repeated: string
    readonly userAgent: string
    /** The account of the session that asks, when there is one. */
    readonly signedInAs?: string
  },
): Promise<Result<SignedIn>> {
  const found = await findOpenInvitation(tools, region, token)
  if (!found.ok) return found
  const { row, who } = found.value
  if (!found.value.isOpen) return refuse('invitation-over')
  const fault = judgePassword(input.password, [who.name, who.email.split('@')[0] ?? ''])
  if (fault !== undefined) return refuse(fault, 'password')
  if (input.password !== input.repeated) return refuse('passwords-differ', 'repeated')
  const known = row.account_id === null ? await tools.accounts.findAccountByEmail(who.email) : undefined
  if (known !== undefined && known.accountId !== input.signedInAs) return refuse('account-known')
  // Who works with a password already proved it by signing in; it is not replaced by a link.
  if (known?.hasPassword === true) return refuse('account-known')
  const now = tools.clock.now()
  const isMine = await tools.database.inRegion(region, (tx) => claimInvitation(tx, region, row.invitation_id, now))
  if (!isMine) return refuse('invitation-over')
  const accountId =
    row.account_id ?? known?.accountId ?? (await tools.accounts.createAccount({ name: who.name, email: who.email }))
  await tools.accounts.setPassword(accountId, input.password)
  await tools.accounts.endSessions(accountId)
  await tools.database.inRegion(region, async (tx) => {
    await bindInvitation(tx, region, row.invitation_id, accountId)
    await writeJournal(tx, {
      at: now,
      actor: accountId,
      role: 'invited',
      action: 'officer.claim',
      subject: row.invitation_id,
    })
  })
  return accept(await tools.accounts.openSession(accountId, input.userAgent))
}

/** An officer who has an account with password joins with it; the link is theirs from then on. */
export async function join(
  tools: OfficerTools,
  region: RegionCode,
  token: string,
  accountId: string,
): Promise<Result<void>> {
  const found = await findOpenInvitation(tools, region, token)
  if (!found.ok) return found
  const { row, who, isOpen } = found.value
  if (!isOpen) return row.account_id === accountId ? accept(undefined) : refuse('invitation-over')
  const known = await tools.accounts.findAccountByEmail(who.email)
  if (known === undefined || known.accountId !== accountId || !known.hasPassword) return refuse('account-known')
  const now = tools.clock.now()
  return tools.database.inRegion(region, async (tx) => {
    if (!(await claimInvitation(tx, region, row.invitation_id, now))) return refuse('invitation-over')
    await bindInvitation(tx, region, row.invitation_id, accountId)
    await writeJournal(tx, {
      at: now,
      actor: accountId,
      role: 'invited',
      action: 'officer.claim',
      subject: row.invitation_id,
    })
    return accept(undefined)
  })
}

/** The end of the way: the role begins. Only with a second factor, only for whoever claimed the link. Twice is once. */
export async function complete(
  tools: OfficerTools,
  region: RegionCode,
  token: string,
  accountId: string,
): Promise<Result<{ readonly role?: string }>> {
  const found = await findOpenInvitation(tools, region, token)
  if (!found.ok) return found
  const { row } = found.value
  if (row.account_id !== accountId) return refuse('invitation-unknown')
  const account = (await tools.accounts.listAccounts([accountId])).get(accountId)
  if (account === undefined || (!account.hasAuthenticator && account.passkeys === 0)) return refuse('factor-first')
  const now = tools.clock.now()
  return tools.database.inRegion(region, async (tx) => {
    if (!(await completeInvitation(tx, region, row.invitation_id, accountId, now))) return refuse('invitation-over')
    const by = { account: row.created_by.startsWith('system:') ? undefined : row.created_by, role: 'service-admin' }
    if (row.kind === 'invite')
      await assign(
        tx,
        region,
        by.account === undefined ? { role: 'system' } : { account: by.account, role: by.role },
        accountId,
        {
          role: row.role ?? '',
          place: row.place ?? '',
          services: row.services,
          unit: row.unit_id ?? '',
          ...(row.role_until === null ? {} : { until: row.role_until }),
        },
        now,
      )
    await writeJournal(tx, {
      at: now,
      actor: accountId,
      role: 'invited',
      action: 'officer.join',
      subject: row.invitation_id,
    })
    return accept(row.role === null ? {} : { role: row.role })
  })
}
