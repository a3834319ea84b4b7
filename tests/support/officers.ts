// Officers that the demo does not have: any roles, services, places and times, signed in and ready.
import { insertAssignment } from '../../src/modules/regions/store.ts'
import type { Role } from '../../src/platform/http/visitor.ts'
import { newId } from '../../src/platform/ids.ts'
import { stepUp } from './case-walk.ts'
import type { TestServer } from './server.ts'
import { Walker } from './walker.ts'

export type Appointment = {
  readonly roles: readonly Role[]
  readonly services?: readonly string[]
  readonly place?: string
  /** A posyandu, a health centre, an agency; the head's office otherwise. */
  readonly unit?: string
  readonly until?: Date
  readonly from?: Date
}

/** A new officer of a region, signed in; with `steppedUp` the second factor was shown. */
export async function appoint(
  server: TestServer,
  region: string,
  { roles, services = ['*'], place = region, unit = 'kepala', from, until }: Appointment,
  options: { readonly steppedUp?: boolean } = {},
): Promise<Walker & { readonly account: string }> {
  const { house, clock } = server
  const account = await house.accounts.createAccount({ name: 'Petugas Uji', email: `${newId()}@contoh.example` })
  await house.database.inRegion(region, async (tx) => {
    for (const role of roles)
      await insertAssignment(tx, {
        region_code: region,
        assignment_id: newId(),
        account_id: account,
        role,
        place,
        services: [...services],
        unit_id: unit,
        deputy_for: null,
        valid_from: from ?? new Date(clock.now().getTime() - 86_400_000),
        valid_until: until ?? null,
        created_by: 'test',
      })
  })
  const walker = new Walker(server.base)
  walker.keep((await house.accounts.openSession(account, 'test')).cookies)
  if (options.steppedUp === true) await stepUp(walker)
  return Object.assign(walker, { account })
}
