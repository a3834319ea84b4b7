// Roles and rights that must exist before the first migration. Must stay true: safe to run at every start and by
// several processes at once; when the login may not create roles, the error says what an administrator has to run.
import type pg from 'pg'
import { ROLE_NAMES } from './roles.ts'

const NAMES = Object.values(ROLE_NAMES)

/** What a database administrator runs once when the application's own login may not (managed PostgreSQL). */
export function bootstrapSql(login: string, database: string): string {
  const quote = (name: string) => `"${name.replaceAll('"', '""')}"`
  return [
    ...NAMES.map((name) => `create role ${name} nologin noinherit;`),
    `grant ${NAMES.join(', ')} to ${quote(login)};`,
    `grant create on database ${quote(database)} to puja_owner;`,
    'grant create, usage on schema public to puja_owner;',
  ].join('\n')
}

type State = {
  login: string
  database: string
  missing: string[]
  locked: string[]
  may_create: boolean
  may_use_public: boolean
}

async function look(client: pg.ClientBase): Promise<State> {
  const { rows } = await client.query<State>(
    `select current_user as login, current_database() as database,
       array(select name from unnest($1::text[]) name where not exists (select from pg_roles where rolname = name)) as missing,
       array(select rolname::text from pg_roles where rolname = any($1) and not pg_has_role(current_user, oid, $2)) as locked,
       coalesce((select has_database_privilege(oid, current_database(), 'create') from pg_roles where rolname = 'puja_owner'), false) as may_create,
       coalesce((select has_schema_privilege(oid, 'public', 'create') from pg_roles where rolname = 'puja_owner'), false) as may_use_public`,
    [NAMES, await setPrivilege(client)],
  )
  const [state] = rows
  if (state === undefined) throw new Error('The database did not say who we are.')
  return state
}

/** From PostgreSQL 16 on, membership alone no longer allows SET ROLE. */
async function setPrivilege(client: pg.ClientBase): Promise<'SET' | 'MEMBER'> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  )
  return (rows[0]?.version ?? 0) >= 160000 ? 'SET' : 'MEMBER'
}

/** Creates what is missing. Throws, with the statements to run, when this login may not. */
export async function bootstrap(client: pg.ClientBase): Promise<void> {
  const state = await look(client)
  const login = `"${state.login.replaceAll('"', '""')}"`
  try {
    for (const name of state.missing) {
      // Roles belong to the whole cluster: another database's bootstrap may create the same one at this moment.
      await client.query(
        `do $$ begin create role ${name} nologin noinherit; exception when duplicate_object or unique_violation then null; end $$`,
      )
    }
    const { locked } = state.missing.length > 0 ? await look(client) : state
    if (locked.length > 0) await client.query(`grant ${locked.join(', ')} to ${login}`)
    if (!state.may_create)
      await client.query(`grant create on database "${state.database.replaceAll('"', '""')}" to puja_owner`)
    // The schema belongs to whoever owns the database; a login without inheritance has to say that it means that role.
    if (!state.may_use_public)
      await client.query('set role pg_database_owner; grant create, usage on schema public to puja_owner; reset role')
    // A grant that we may not give is a warning, not an error.
    const after = await look(client)
    if (!after.may_create || !after.may_use_public || after.locked.length > 0) throw new Error('rights are missing')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `The login ${state.login} may not set up roles (${reason}). Let an administrator run:\n${bootstrapSql(state.login, state.database)}`,
      { cause: error },
    )
  }
}
