// The five database roles and the words a transaction opens with. Must stay true: a region code reaches SQL only
// after its shape was checked; SET LOCAL and not set_config(), because Citus passes only SET LOCAL on to its workers.
import { isTenantCode } from '../../kernel/region-code.ts'
import type { TransactionOptions } from './tx.ts'

export type Role = 'owner' | 'app' | 'public' | 'platform' | 'auth' | 'jobs'

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  owner: 'puja_owner',
  app: 'puja_app',
  public: 'puja_public',
  platform: 'puja_platform',
  auth: 'puja_auth',
  jobs: 'puja_jobs',
}

/** Schemas a role looks its tables up in; the others use `public`. */
const SEARCH_PATHS: Partial<Record<Role, string>> = { auth: 'auth', jobs: 'pgboss' }

/** The settings of a role inside a transaction or, without `local`, for a whole connection. */
export function roleSettings(role: Role, scope: 'local' | 'session'): string {
  const word = scope === 'local' ? 'set local' : 'set'
  const path = SEARCH_PATHS[role]
  return `${word} role ${ROLE_NAMES[role]}${path === undefined ? '' : `; ${word} search_path = ${path}`}`
}

/** Everything a transaction starts with, sent in one round trip. Throws on a code that is no tenant's. */
export function beginStatement(role: Role, region: string | undefined, options: TransactionOptions): string {
  const isolation = options.isolation === 'snapshot' ? ' isolation level repeatable read' : ''
  const access = options.readOnly === true ? ' read only' : ''
  let text = `begin${isolation}${access}; ${roleSettings(role, 'local')}`
  if (region !== undefined) {
    if (!isTenantCode(region)) throw new Error(`Not the code of a region: ${JSON.stringify(region)}`)
    text += `; set local app.region = '${region}'`
  }
  if (options.statementTimeoutMs !== undefined)
    text += `; set local statement_timeout = ${Math.trunc(options.statementTimeoutMs)}`
  if (options.plans === 'kept') text += '; set local plan_cache_mode = force_generic_plan'
  return text
}
