// Fills an empty demo and leaves a full one alone: regions, officers, the family of the story, some thousands of invented
// residents. Says what it does and how far it is.

import type { DemoPerson } from '../modules/regions/sign-in-port.ts'
import { bindPerson, findSetting, setSetting } from '../modules/regions/store.ts'
import { type PopulationOptions, seedPopulation } from '../modules/register/demo/population.ts'
import { snapshotOfExample } from '../modules/register/example-register.ts'
import { importSnapshot } from '../modules/register/import-snapshot.ts'
import type { Env } from '../platform/env.ts'
import type { Role } from '../platform/http/visitor.ts'
import { newId } from '../platform/ids.ts'
import { seedAlerts, seedFigures } from './demo-alerts.ts'
import { seedAssist, seedMandate } from './demo-assist.ts'
import { seedBlanks, seedCards } from './demo-cards.ts'
import { seedCare } from './demo-care.ts'
import { seedCases } from './demo-cases.ts'
import { seedConvergence } from './demo-convergence.ts'
import { seedCoverage, seedTransfers } from './demo-coverage.ts'
import { seedAdmin, seedDeputies } from './demo-deputies.ts'
import { seedDrafts } from './demo-drafts.ts'
import { seedExchange } from './demo-exchange.ts'
import { seedGrowthOfDemo } from './demo-growth-story.ts'
import { HOUSEHOLD } from './demo-household.ts'
import { seedLimits } from './demo-limits.ts'
import { seedLookalikes } from './demo-lookalikes.ts'
import { seedMotherOfStory } from './demo-mother-care.ts'
import { seedMotherFood } from './demo-mother-food.ts'
import { seedDemoOfficers } from './demo-officers.ts'
import { seedPrivacy } from './demo-privacy.ts'
import { isDemoReady, STORY } from './demo-ready.ts'
import { seedRegisterOfficers } from './demo-register.ts'
import { seedSchool } from './demo-school.ts'
import { DEMO_REGIONS, seedCitizens, seedOfficers, seedRegions } from './demo-seed.ts'
import { seedServices } from './demo-services.ts'
import { seedSurvey } from './demo-survey.ts'
import { markFinished, markUnfinished, NotADemo } from './demo-unfinished.ts'
import { seedWatched } from './demo-watched.ts'
import { growthContext } from './growth-context.ts'
import type { House } from './house.ts'

const RESIDENTS = { '63.11': 4000, '63.09': 600 } as const

/** `onRegion`: the residents of a region are there. `onUsable`: regions, people and residents are there. */
type Filling = Pick<PopulationOptions, 'onProgress' | 'onLaid' | 'program'> & {
  readonly onRegion?: (code: string, residents: number) => void
  readonly onUsable?: () => void
}

/** Fills an empty demo; gives whether there was anything to do. */
export async function seedDemo(
  house: House,
  env: Env,
  say: (line: string) => void,
  residents: Readonly<Record<string, number>> = RESIDENTS,
  filling: Filling = {},
): Promise<boolean> {
  if (await isDemoReady(house)) return false
  if ((await house.regions.all()).size > 0) throw new NotADemo()
  await fillDemo(house, env, say, residents, filling)
  return true
}

/** The filling itself, whatever is here already: benchmarks lay a whole regency first. */
export async function fillDemo(
  house: House,
  env: Env,
  say: (line: string) => void,
  residents: Readonly<Record<string, number>> = RESIDENTS,
  filling: Filling = {},
): Promise<void> {
  const { database } = house
  const started = Date.now()
  const now = env.clock.now()
  say('Filling the demo (once) …')
  await markUnfinished(env.dataFolder)
  await seedRegions(database, now)
  await house.regions.refresh()
  await seedOfficers(database, house.accounts, now)
  await seedDemoOfficers(house.officers, STORY)
  await seedBlanks(house, now)
  const { ring } = house.cases
  for (const { code } of DEMO_REGIONS) {
    const wanted = residents[code] ?? 0
    if (wanted === 0) continue
    const report = await seedPopulation(database, ring, code, {
      residents: wanted,
      seed: 'demo',
      on: now.toISOString().slice(0, 10),
      ...filling,
    })
    filling.onRegion?.(code, report.residents)
    say(
      `  ${code}: ${report.residents} residents in ${report.families} families (${Math.round(report.elapsedMs / 1000)} s)`,
    )
  }
  await seedStory(house, now)
  await seedRegisterOfficers(house, STORY, now)
  if ((residents[STORY] ?? 0) > 0) await seedLookalikes(house, STORY, now)
  if ((residents[STORY] ?? 0) > 0) {
    say(`  ${STORY}: ${await seedGrowthOfDemo(house, STORY, now)}`)
    const officers = await officersByRole(database, STORY)
    filling.onUsable?.()
    // Before the cases, so that whoever's is finished is asked.
    if (officers.head !== undefined) await seedSurvey(house, STORY, now, officers.head)
    const cases = await seedCases(house, STORY, officers)
    await seedCards(house, STORY, officers)
    await seedAssist(house, STORY, now, officers['front-office'])
    const admin = await seedAdmin(house, STORY, now)
    await seedDeputies(house, STORY, officers, admin)
    await seedServices(house, STORY, admin)
    if (officers.head !== undefined) await seedDrafts(house, STORY, admin, officers.head)
    await seedPrivacy(house, STORY, now)
    await seedWatched(house, STORY, now)
    await seedCoverage(house, STORY, now)
    await seedTransfers(house, STORY, '63.09', now)
    await house.jobs.settle()
    say(`  ${STORY}: ${cases.made - cases.stuck.length} cases in all states`)
    for (const { service, goal, why } of cases.stuck) say(`  ${STORY}: ${service} did not reach ${goal}: ${why}`)
    await seedConvergence(house)
    const health = await officersByRole(database, STORY)
    const growth = growthContext(house.cases)
    if (health.nutritionist !== undefined && health.doctor !== undefined)
      await seedAlerts(
        house,
        growth,
        STORY,
        { nutritionist: health.nutritionist, doctor: health.doctor },
        'pkm-paringin',
      )
    if (health.midwife !== undefined) {
      const care = await seedCare(house, growth, STORY, health.midwife)
      await seedMotherFood(house, growth, STORY, health.midwife)
      if (health['family-team'] !== undefined)
        await seedMotherOfStory(house, growth, STORY, { midwife: health.midwife, team: health['family-team'] })
      say(`  ${STORY}: ${care.doses} vaccines, ${care.pregnancies} pregnancies`)
    }
    if (health.nutritionist !== undefined && health['service-admin'] !== undefined)
      say(
        `  ${STORY}: ${await seedExchange(house, growth, STORY, { nutritionist: health.nutritionist, admin: health['service-admin'] }, 'pkm-paringin')}`,
      )
    const planner = health['convergence-secretariat']
    if (health.nutritionist !== undefined) await seedSchool(house, growth, STORY, health.nutritionist, 'pkm-paringin')
    if (planner !== undefined) await seedFigures(house, growth, STORY, planner)
    if (health.expert !== undefined) await seedLimits(house, growth, STORY, health.expert)
    await house.jobs.settle()
    say(`  ${STORY}: convergence of all villages`)
  }
  await database.inRegion(STORY, (tx) =>
    setSetting(tx, {
      region_code: STORY,
      name: 'demo-ready',
      value: { at: now.toISOString() },
      changed_by: 'demo',
      changed_at: now,
    }),
  )
  await markFinished(env.dataFolder)
  say(`The demo is ready after ${Math.round((Date.now() - started) / 1000)} s.`)
}

/** The first account of each role. */
async function officersByRole(database: House['database'], region: string): Promise<Partial<Record<Role, string>>> {
  type Tables = { role_assignment: { region_code: string; role: string; account_id: string; created_at: Date } }
  const rows = await database.inRegion(
    region,
    (tx) =>
      tx
        .withTables<Tables>()
        .selectFrom('role_assignment')
        .select(['role', 'account_id'])
        .where('region_code', '=', region)
        .orderBy('created_at', 'desc')
        .execute(),
    { readOnly: true },
  )
  return Object.fromEntries(rows.map((row) => [row.role, row.account_id]))
}

async function seedStory(house: House, now: Date): Promise<void> {
  const ids = new Map<string, string>()
  const idOf = (key: string): string => {
    if (!ids.has(key)) ids.set(key, newId())
    return ids.get(key)!
  }
  const keys = [...(HOUSEHOLD.persons ?? []), ...(HOUSEHOLD.families ?? [])].map((one) => one.id)
  const text = JSON.stringify(HOUSEHOLD, (_, value: unknown) =>
    typeof value === 'string' && keys.includes(value) ? idOf(value) : value,
  )
  const snapshot = snapshotOfExample(STORY, JSON.parse(text))
  const deeds = new Map(
    [...snapshot.deeds.values()]
      .map((deed) => [deed.id, { ...deed, id: newId() }])
      .map(([, deed]) => [(deed as { id: string }).id, deed] as const),
  )
  await house.database.inRegion(STORY, (tx) =>
    importSnapshot(
      tx,
      { ring: house.cases.ring, region: STORY, caseId: null, now, newId },
      { ...snapshot, deeds: deeds as never },
    ),
  )
  const [, mother] = await seedCitizens(
    house.database,
    house.accounts,
    [
      {
        region: STORY,
        personId: idOf('ayah'),
        name: 'Ahmad Fauzan',
        phone: '+6281255509902',
        role: { id: 'Ayah di Paringin', en: 'A father in Paringin' },
      },
      {
        region: STORY,
        personId: idOf('ibu'),
        name: 'Siti Aminah',
        phone: '+6281255509901',
        role: { id: 'Ibu di Paringin yang baru melahirkan', en: 'A mother in Paringin with a newborn' },
      },
    ],
    now,
  )
  if (mother !== undefined)
    await seedMandate(
      house,
      STORY,
      { accountId: mother, personId: idOf('ibu') },
      { nik: '6311061703909901', name: 'Ahmad Fauzan' },
    )
  // The verifier who lives in Paringin is known to the register, so that a case of his own family is refused to him.
  await house.database.inRegion(STORY, async (tx) => {
    const people = (await findSetting(tx, STORY, 'demo-people')) as readonly DemoPerson[]
    const officer = people.find((one) => one.group === 'office' && one.name === 'Muhammad Hendra')
    if (officer !== undefined)
      await bindPerson(tx, {
        region_code: STORY,
        account_id: officer.accountId,
        person_id: idOf('verifikator'),
        proven_by: 'demo',
      })
  })
}
