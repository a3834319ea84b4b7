// A child that comes to a posyandu finds the pregnancy it was born of: by the mother's NIK, or by the register's mother. Must stay
// true: inside the transaction that brings the child; a running pregnancy ends with the birth; twins come to the same one.
import { addDays } from '../../../kernel/date.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { keyedHashes } from '../../../platform/secrets/seal.ts'
import type { RegisterTables } from '../../register/tables.ts'
import type { ChildRecord } from '../child.ts'
import type { GrowthContext } from '../context.ts'
import { closePregnancy } from './pregnancy-commands.ts'
import { findPregnancy, findPregnancyOf, linkChild } from './pregnancy-store.ts'

/** A child is born from so many days before to so many days after the due date. */
const EARLY = 126
const LATE = 28
/** Twins of one birth lie at most so many days apart. */
const APART = 2

export async function linkBirth(
  tx: Tx,
  context: GrowthContext,
  region: string,
  child: ChildRecord,
  by: { readonly actor: string; readonly role: string },
): Promise<string | undefined> {
  const mother = child.personId === undefined ? undefined : await motherOf(tx, region, child.personId)
  const { motherNik } = child.details
  const found = await findPregnancyOf(
    tx,
    region,
    {
      nikHashes: motherNik === undefined ? [] : keyedHashes(context.ring, motherNik),
      ...(mother === undefined ? {} : { personId: mother }),
    },
    { from: addDays(child.birthDate, -LATE), to: addDays(child.birthDate, EARLY) },
  )
  if (found === undefined) return undefined
  const row = await findPregnancy(tx, region, found.pregnancy_id, true)
  if (row === undefined) return undefined
  const isBirth =
    row.state === 'born' &&
    row.ended_on !== null &&
    child.birthDate >= addDays(row.ended_on, -APART) &&
    child.birthDate <= addDays(row.ended_on, APART)
  if (row.state === 'running') await closePregnancy(tx, context, region, row, 'born', child.birthDate, by)
  else if (!isBirth) return undefined
  await linkChild(tx, {
    region_code: region,
    pregnancy_id: row.pregnancy_id,
    child_id: child.childId,
    linked_at: context.clock.now(),
  })
  return row.pregnancy_id
}

async function motherOf(tx: Tx, region: string, personId: string): Promise<string | undefined> {
  const row = await tx
    .withTables<Pick<RegisterTables, 'person'>>()
    .selectFrom('person')
    .select('mother_id')
    .where('region_code', '=', region)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.mother_id ?? undefined
}
