// `npx puja retention list | run`: what the nightly removal did last, and the same removal at once. Must stay true: the rules and
// steps are those of the night, so a run removes nothing before its time; JSON on stdout, sentences on stderr.
import { parseArgs } from 'node:util'
import { accept, refuse } from '../kernel/refusal.ts'
import { isTenantCode } from '../kernel/region-code.ts'
import { runRetention } from '../modules/privacy/jobs.ts'
import { NIGHTLY } from '../modules/privacy/retention.ts'
import { listRetention } from '../modules/privacy/store.ts'
import { listRegions } from '../modules/regions/store.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import type { KeyRing } from '../platform/secrets/key-ring.ts'
import { retentionSteps } from './retention-binding.ts'
import { answer, type SetupAnswer } from './setup-requests.ts'

export type RetentionRequest = { readonly run: boolean; readonly region?: string }
type Tools = { readonly database: Database; readonly ring: KeyRing; readonly clock: Clock }
const USAGE = `Usage: npx puja retention list [--region CODE]    what the removal of old data did last, by rule
       npx puja retention run [--region CODE]     runs it now; removes only what is kept no longer`

export async function runRetentionRequest(tools: Tools, { run, region }: RetentionRequest): Promise<SetupAnswer> {
  const { database, ring, clock } = tools
  const all = (await database.asPublic((tx) => listRegions(tx))).map(({ code }) => code)
  const regions = region === undefined ? all : all.filter((code) => code === region && isTenantCode(code))
  if (region !== undefined && regions.length === 0) return answer(refuse('region-unknown', 'region', { region }))
  const steps = retentionSteps({ ring })
  const lines = []
  for (const code of regions) {
    if (run) await runRetention({ database, clock, regions: async () => all, steps }, code)
    const rows = await database.inRegion(code, (tx) => listRetention(tx, code), { readOnly: true })
    lines.push({
      region: code,
      rules: NIGHTLY.map((rule) => {
        const row = rows.find((one) => one.rule_id === rule)
        return {
          rule,
          lastAt: row?.last_at.toISOString() ?? null,
          lastRemoved: row?.last_removed ?? null,
          removed: Number(row?.removed ?? 0),
        }
      }),
    })
  }
  return answer(accept(lines))
}

export async function retentionCli(
  args: readonly string[],
  io: { readonly out: (line: string) => void; readonly err: (line: string) => void },
  ask: (request: RetentionRequest) => Promise<SetupAnswer>,
): Promise<number> {
  const read = () =>
    parseArgs({
      args: [...args],
      options: { region: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
  let parsed: ReturnType<typeof read>
  try {
    parsed = read()
  } catch {
    io.err(USAGE)
    return 2
  }
  const { region, help } = parsed.values
  if (help === true) {
    io.out(USAGE)
    return 0
  }
  const [command, ...rest] = parsed.positionals
  if (rest.length > 0 || (command !== 'list' && command !== 'run')) {
    io.err(USAGE)
    return 2
  }
  const done = await ask({ run: command === 'run', ...(region === undefined ? {} : { region }) })
  if (!done.ok) {
    for (const { text } of done.refusals) io.err(text)
    return 1
  }
  io.out(JSON.stringify(done.value))
  return 0
}
