// SQL of help with a case: who, under which unit, with whose consent, what was confirmed; and the mandates behind it.
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'

export type HelpRow = {
  region_code: string
  case_id: string
  helper_account: string
  way: string
  unit: string
  village_code: string | null
  mandate_id: string | null
  consent_at: Date
  code_hash: string | null
  code_until: Date | null
  code_tries: number
  confirmed_version: number | null
  confirmed_how: string | null
  confirmed_at: Date | null
}
export type MandateRow = {
  region_code: string
  mandate_id: string
  giver_person: string
  holder_account: string | null
  holder_person: string | null
  service_id: string
  file_hash: string | null
  valid_from: Date
  valid_until: Date
  ended_at: Date | null
  created_at: Date
}
type Tables = {
  case_help: HelpRow
  mandate: MandateRow
  account_person: { region_code: string; account_id: string; person_id: string }
}
const tables = (tx: Tx) => tx.withTables<Tables>()

export async function insertHelp(
  tx: Tx,
  row: Pick<
    HelpRow,
    'region_code' | 'case_id' | 'helper_account' | 'way' | 'unit' | 'village_code' | 'mandate_id' | 'consent_at'
  >,
): Promise<void> {
  await tables(tx)
    .insertInto('case_help')
    .values({
      ...row,
      code_hash: null,
      code_until: null,
      code_tries: 0,
      confirmed_version: null,
      confirmed_how: null,
      confirmed_at: null,
    })
    .execute()
}

export async function findHelp(tx: Tx, region: RegionCode, caseId: string): Promise<HelpRow | undefined> {
  return tables(tx)
    .selectFrom('case_help')
    .selectAll()
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
}

export async function updateHelp(
  tx: Tx,
  region: RegionCode,
  caseId: string,
  patch: Partial<
    Pick<HelpRow, 'code_hash' | 'code_until' | 'code_tries' | 'confirmed_version' | 'confirmed_how' | 'confirmed_at'>
  >,
): Promise<void> {
  await tables(tx)
    .updateTable('case_help')
    .set(patch)
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .execute()
}

/** The account bound to a person, if one is. */
export async function findAccountOfPerson(tx: Tx, region: RegionCode, personId: string): Promise<string | undefined> {
  const row = await tables(tx)
    .selectFrom('account_person')
    .select('account_id')
    .where('region_code', '=', region)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.account_id
}

export async function insertMandate(tx: Tx, row: MandateRow): Promise<void> {
  await tables(tx).insertInto('mandate').values(row).execute()
}

export async function findMandate(tx: Tx, region: RegionCode, mandateId: string): Promise<MandateRow | undefined> {
  return tables(tx)
    .selectFrom('mandate')
    .selectAll()
    .where('region_code', '=', region)
    .where('mandate_id', '=', mandateId)
    .executeTakeFirst()
}

/** What a person gave, newest first. */
export async function listGiven(tx: Tx, region: RegionCode, giverPerson: string): Promise<readonly MandateRow[]> {
  return tables(tx)
    .selectFrom('mandate')
    .selectAll()
    .where('region_code', '=', region)
    .where('giver_person', '=', giverPerson)
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute()
}

/** What a person holds now. */
export async function listHeld(
  tx: Tx,
  region: RegionCode,
  holderPerson: string,
  at: Date,
): Promise<readonly MandateRow[]> {
  return tables(tx)
    .selectFrom('mandate')
    .selectAll()
    .where('region_code', '=', region)
    .where('holder_person', '=', holderPerson)
    .where('valid_until', '>', at)
    .where('ended_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute()
}

/** Ends a mandate of its giver; false when there was none to end. */
export async function endMandate(
  tx: Tx,
  region: RegionCode,
  mandateId: string,
  giverPerson: string,
  at: Date,
): Promise<boolean> {
  const done = await tables(tx)
    .updateTable('mandate')
    .set({ ended_at: at })
    .where('region_code', '=', region)
    .where('mandate_id', '=', mandateId)
    .where('giver_person', '=', giverPerson)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
