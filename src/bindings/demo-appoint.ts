// One more officer of the demo: an account, a post in a unit of their own (its name stands below theirs on every page), a line on the list of people to sign in as.
import type { Text } from '../kernel/text.ts'
import type { DemoPerson } from '../modules/regions/sign-in-port.ts'
import { findSetting, insertAssignment, insertUnits, setSetting } from '../modules/regions/store.ts'
import type { Role } from '../platform/http/visitor.ts'
import { newId } from '../platform/ids.ts'
import type { House } from './house.ts'

/** Gives the account. The name must be nobody else's on the list: people sign in by it. */
export async function appointDemoOfficer(
  house: House,
  region: string,
  now: Date,
  {
    name,
    email,
    role,
    title,
    start,
    unit,
  }: {
    readonly name: string
    readonly email: string
    readonly role: Role
    readonly title: Text
    readonly start: string
    readonly unit: { readonly id: string; readonly name: string }
  },
): Promise<string> {
  const accountId = await house.accounts.createAccount({ name, email })
  await house.database.inRegion(region, async (tx) => {
    await insertUnits(tx, [
      { region_code: region, unit_id: unit.id, agency_id: 'disdukcapil', name: unit.name, place: region },
    ])
    await insertAssignment(tx, {
      region_code: region,
      assignment_id: newId(),
      account_id: accountId,
      role,
      place: region,
      services: ['*'],
      unit_id: unit.id,
      deputy_for: null,
      valid_from: new Date(now.getTime() - 86_400_000),
      valid_until: null,
      created_by: 'demo',
    })
    const people = ((await findSetting(tx, region, 'demo-people')) ?? []) as readonly DemoPerson[]
    const person: DemoPerson = { accountId, name, role: title, group: 'office', start }
    await setSetting(tx, {
      region_code: region,
      name: 'demo-people',
      value: [...people, person],
      changed_by: 'demo',
      changed_at: now,
    })
  })
  return accountId
}
