// `npx puja partner list | key`: which partners a region has, and a new key for one, shown once. Must stay true: JSON on stdout,
// sentences on stderr; exit code 2 for bad usage, 1 for a refusal.
import { parseArgs } from 'node:util'
import { accept, type Result, refuse } from '../kernel/refusal.ts'
import { isTenantCode } from '../kernel/region-code.ts'
import { makePartnerKey, type PartnerTools } from '../modules/partners/commands.ts'
import { listPartners } from '../modules/partners/store.ts'
import { listRegions } from '../modules/regions/store.ts'
import { answer, type SetupAnswer } from './setup-requests.ts'

export type PartnerRequest = { readonly region: string; readonly keyFor?: string }
const USAGE = `Usage: npx puja partner list --region CODE       partners of a region, with their ids
       npx puja partner key --region CODE ID     a new key, shown once; the older one ends at once`

export async function runPartner(tools: PartnerTools, { region, keyFor }: PartnerRequest): Promise<SetupAnswer> {
  const regions = await tools.database.asPublic((tx) => listRegions(tx))
  if (!isTenantCode(region) || !regions.some((row) => row.code === region))
    return answer(refuse('region-unknown', 'region', { region }))
  const done: Result<unknown> =
    keyFor === undefined
      ? accept(
          (await tools.database.inRegion(region, (tx) => listPartners(tx, region), { readOnly: true })).map(
            ({ partner_id: id, name, state, until_day: until, key_made_at: keyMadeAt }) => ({
              id,
              name,
              state,
              until,
              keyMadeAt,
            }),
          ),
        )
      : await makePartnerKey(tools, region, keyFor)
  return answer(done)
}

export async function partnerCli(
  args: readonly string[],
  io: { readonly out: (line: string) => void; readonly err: (line: string) => void },
  ask: (request: PartnerRequest) => Promise<SetupAnswer>,
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
  const [command, id, ...rest] = parsed.positionals
  if (help === true) {
    io.out(USAGE)
    return 0
  }
  const isGood = rest.length === 0 && (command === 'list' ? id === undefined : command === 'key' && id !== undefined)
  if (!isGood || region === undefined) {
    io.err(USAGE)
    return 2
  }
  const done = await ask({ region, ...(id === undefined ? {} : { keyFor: id }) })
  if (!done.ok) {
    for (const { code, text } of done.refusals)
      io.err(code === 'not-found' ? `There is no partner ${id ?? ''} in ${region}. See npx puja partner list.` : text)
    return 1
  }
  io.out(JSON.stringify(done.value))
  if (id !== undefined) io.err('Hand the key over apart from this id. It is not shown again.')
  return 0
}
