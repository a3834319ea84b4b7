// The deputies of an office as its page shows them: who, for whom, since when, who named them, and what the reader may do.
import { formatDate } from '../../kernel/date-format.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { type DeputyTools, isNamer } from './deputy-commands.ts'
import type { DeputyLine, DeputyView } from './deputy-port.ts'
import { DEPUTISED, decideConfirmer } from './deputy-rules.ts'
import { type ListedDeputy, listDeputies, listPosts } from './deputy-store.ts'

const KEPT_DAYS = 366
const DAY_MS = 86_400_000

export async function readDeputies(
  tools: DeputyTools,
  visitor: Visitor,
  namesOf: (accounts: readonly string[]) => Promise<ReadonlyMap<string, string>>,
  roleName: (role: string) => Text,
): Promise<Result<DeputyView>> {
  if (!isNamer(visitor)) return refuse('not-yours')
  const region = visitor.region!
  const now = tools.clock.now()
  const { posts, rows } = await tools.database.inRegion(
    region.code,
    async (tx) => ({
      posts: await listPosts(tx, region.code, DEPUTISED, now),
      rows: await listDeputies(tx, region.code, new Date(now.getTime() - KEPT_DAYS * DAY_MS)),
    }),
    { readOnly: true },
  )
  const accounts = new Set(posts.map((one) => one.account_id))
  for (const row of rows)
    for (const account of [row.account_id, row.holder, row.proposed_by, row.decided_by])
      if (account !== null) accounts.add(account)
  const names = await namesOf([...accounts])
  const name = (account: string): string => names.get(account) ?? '–'
  const officers = [...new Set(posts.map((one) => one.account_id))].filter((one) => one !== visitor.actor!.accountId)
  return accept({
    today: todayIn(region.timeZone, now.getTime()),
    lines: rows.map((row) => lineOf(row, visitor, now, name, roleName)),
    posts: posts.map((post) => ({
      value: post.assignment_id,
      label: {
        id: `${roleName(post.role).id}, ${name(post.account_id)}`,
        en: `${roleName(post.role).en}, ${name(post.account_id)}`,
      },
    })),
    officers: officers.map((value) => ({ value, label: name(value) })).sort((a, b) => (a.label < b.label ? -1 : 1)),
  })
}

function lineOf(
  row: ListedDeputy,
  visitor: Visitor,
  now: Date,
  name: (account: string) => string,
  roleName: (role: string) => Text,
): DeputyLine {
  const { timeZone } = visitor.region!
  const day = (at: Date): string => formatDate(todayIn(timeZone, at.getTime()), visitor.language)
  const conflict = decideConfirmer(visitor.actor!.accountId, { proposedBy: row.proposed_by, account: row.account_id })
  const isOpen = row.state === 'proposed' && row.valid_until > now
  return {
    deputyId: row.deputy_id,
    deputy: name(row.account_id),
    printedName: row.printed_name,
    holder: name(row.holder),
    role: roleName(row.role),
    unit: row.unit_name,
    title: row.title,
    decree: row.decree,
    from: day(row.valid_from),
    to: day(new Date(row.valid_until.getTime() - 1)),
    state: stateOf(row, now),
    proposedBy: name(row.proposed_by),
    ...(row.decided_by === null ? {} : { decidedBy: name(row.decided_by) }),
    mayDecide: isOpen && conflict === undefined,
    ...(isOpen && conflict !== undefined ? { blocked: visitor.tell(conflict) } : {}),
    mayEnd: (row.state === 'confirmed' || row.state === 'proposed') && row.valid_until > now,
  }
}

function stateOf(row: ListedDeputy, now: Date): DeputyLine['state'] {
  if (row.state === 'refused' || row.state === 'ended') return row.state
  if (row.valid_until <= now) return 'over'
  if (row.state === 'proposed') return 'proposed'
  return row.valid_from > now ? 'coming' : 'acting'
}
