// What the page of officers shows in the demo: two service admins, a role that ended, a request that waits for the second
// person, an open invitation. Must stay true: made by the same commands that people use; twice changes nothing.
import { giveRole, inviteOfficer } from '../modules/regions/officer-commands.ts'
import type { OfficerTools } from '../modules/regions/officer-parts.ts'
import type { DemoPerson } from '../modules/regions/sign-in-port.ts'
import { findSetting, insertAssignment, insertUnits, setSetting } from '../modules/regions/store.ts'
import type { Role } from '../platform/http/visitor.ts'
import { newId } from '../platform/ids.ts'

const DAY_MS = 86_400_000
const ADMINS = [
  {
    key: 'admin.hadijah',
    name: 'Hadijah',
    title: { id: 'Admin layanan: petugas, peran, layanan', en: 'Service admin: officers, roles, services' },
  },
  { key: 'admin.syaifullah', name: 'Syaifullah', title: { id: 'Admin layanan kedua', en: 'Second service admin' } },
] as const

export async function seedDemoOfficers(tools: OfficerTools, region: string): Promise<void> {
  const { database, accounts, clock } = tools
  const now = clock.now()
  const people = (await database.inRegion(region, (tx) => findSetting(tx, region, 'demo-people'))) as
    | readonly DemoPerson[]
    | undefined
  if (people === undefined || people.some((one) => one.name === ADMINS[0].name)) return
  const made: DemoPerson[] = []
  await database.inRegion(region, (tx) =>
    insertUnits(tx, [
      { region_code: region, unit_id: 'admin', agency_id: 'disdukcapil', name: 'Pengelola layanan', place: region },
    ]),
  )
  const appoint = (account: string, role: Role, unit: string, from: number, until: number | null) =>
    database.inRegion(region, (tx) =>
      insertAssignment(tx, {
        region_code: region,
        assignment_id: newId(),
        account_id: account,
        role,
        place: region,
        services: ['*'],
        unit_id: unit,
        deputy_for: null,
        valid_from: new Date(now.getTime() + from * DAY_MS),
        valid_until: until === null ? null : new Date(now.getTime() + until * DAY_MS),
        created_by: 'demo',
      }),
    )
  for (const { key, name, title } of ADMINS) {
    const accountId = await accounts.createAccount({ name, email: `${key}@contoh.example` })
    await appoint(accountId, 'service-admin', 'admin', -200, null)
    made.push({ accountId, name, role: title, group: 'office', start: `/${region}/office/officers` })
  }
  const former = await accounts.createAccount({ name: 'Gusti Rahmah', email: 'mutasi@contoh.example' })
  await appoint(former, 'verifier', 'verifikasi', -400, -20)
  await appoint(former, 'delivery', 'antar', -10, 20)
  const by = { account: made[0]!.accountId, role: 'service-admin', unit: 'Pengelola layanan' }
  const section = people.find((one) => one.name === 'Norhayati')
  const usual = { place: region, services: ['*'] }
  if (section !== undefined)
    await giveRole(tools, region, by, section.accountId, {
      ...usual,
      role: 'head',
      unit: 'kepala',
      until: new Date(now.getTime() + 14 * DAY_MS),
    })
  await inviteOfficer(
    { ...tools, mailLink: async () => {} },
    region,
    by,
    { name: 'Muhammad Ilham', email: 'ilham@contoh.example' },
    { ...usual, role: 'front-office', unit: 'loket' },
  )
  await database.inRegion(region, (tx) =>
    setSetting(tx, {
      region_code: region,
      name: 'demo-people',
      value: [...people, ...made],
      changed_by: 'demo',
      changed_at: now,
    }),
  )
}
