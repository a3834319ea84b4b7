// A region with two health centres and three posyandu for the tests of growth, and visitors of every role in it. Names are
// invented; NIKs end in 9901 to 9999.
import type { Language } from '../../../kernel/text.ts'
import { fixedClock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { Assignment, Role, Visitor } from '../../../platform/http/visitor.ts'
import { newId } from '../../../platform/ids.ts'
import { memoryKeyRing } from '../../../platform/secrets/memory-key-ring.ts'
import { insertAgency, insertRegion, insertUnits } from '../../regions/store.ts'
import type { ChildRecord } from '../child.ts'
import { childColumns } from '../child-codec.ts'
import { insertChildren, insertPosyandus, insertStays } from '../child-store.ts'
import type { GrowthContext } from '../context.ts'
import { ALERTS_2022 } from '../rules/alert-edition.ts'
import { CARE_2022 } from '../rules/care-edition.ts'
import { CATEGORIES_2020, KBM_2023, MEASURING_2020, RED_LINE_2010 } from '../rules/editions.ts'

export const REGION = '63.11'
export const PARINGIN = '63.11.06.1001'
export const BATUMANDI = '63.11.04.2001'
export const EDITIONS = {
  kbm: KBM_2023,
  redLine: RED_LINE_2010,
  categories: CATEGORIES_2020,
  measuring: MEASURING_2020,
  care: CARE_2022,
  alerts: ALERTS_2022,
}

export const growthClock = fixedClock('2026-06-20T02:00:00Z')

export function growthContext(database: Database): GrowthContext {
  return {
    database,
    ring: memoryKeyRing(),
    clock: growthClock,
    editions: () => EDITIONS,
    today: () => growthClock.now().toISOString().slice(0, 10),
    dayOf: (_, at) => at.toISOString().slice(0, 10),
    visitor: () => Promise.reject(new Error('no requests in this test')),
    villageName: (code) => code,
  }
}

/** Regions 63.11 (and 63.09 for those who do not belong), centres `pkm-paringin` and `pkm-batumandi`, three posyandu. */
export async function seedGrowthWorld(database: Database): Promise<void> {
  for (const [code, name] of [
    [REGION, 'Kabupaten Balangan'],
    ['63.09', 'Kabupaten Tabalong'],
  ] as const) {
    await database.asPlatform((tx) => insertRegion(tx, { code, name, level: 'regency', time_zone: 'Asia/Makassar' }))
    await database.inRegion(code, async (tx) => {
      await insertAgency(tx, {
        region_code: code,
        agency_id: 'dinkes',
        name: 'Dinas Kesehatan',
        address: '',
        phone: '',
      })
      await insertUnits(
        tx,
        ['pkm-paringin', 'pkm-batumandi', 'melati', 'mawar', 'anggrek'].map((id) => ({
          region_code: code,
          unit_id: id,
          agency_id: 'dinkes',
          name: id,
          place: code,
        })),
      )
      const at = (posyandu_id: string, village_code: string, centre_id: string) => ({
        region_code: code,
        posyandu_id,
        name: posyandu_id,
        village_code,
        centre_id,
        active: true,
      })
      await insertPosyandus(tx, [
        at('melati', PARINGIN, 'pkm-paringin'),
        at('mawar', PARINGIN, 'pkm-paringin'),
        at('anggrek', BATUMANDI, 'pkm-batumandi'),
      ])
    })
  }
}

export function child(more: Partial<ChildRecord> = {}): ChildRecord {
  return {
    childId: newId(),
    posyanduId: 'melati',
    villageCode: PARINGIN,
    name: 'Contoh Anak',
    sex: 2,
    birthDate: '2025-11-10',
    birthExact: true,
    motherName: 'Contoh Ibu',
    details: {},
    book: 'kia',
    status: 'active',
    version: 1,
    ...more,
  }
}

export async function addChild(
  database: Database,
  context: GrowthContext,
  one: ChildRecord,
  region = REGION,
): Promise<void> {
  const now = context.clock.now()
  await database.inRegion(region, async (tx) => {
    await insertChildren(tx, [
      { region_code: region, ...childColumns(context.ring, one), created_at: now, updated_at: now },
    ])
    await insertStays(tx, [
      {
        region_code: region,
        child_id: one.childId,
        from_day: one.birthDate,
        to_day: null,
        posyandu_id: one.posyanduId,
        village_code: one.villageCode,
      },
    ])
  })
}

/** Somebody with one role; `unitId` is the posyandu of a cadre, the centre of a nutritionist. */
export function visitor(
  role: Role,
  {
    unitId = 'melati',
    place = PARINGIN,
    region = REGION,
    account = `acc-${role}` as string,
    language = 'id' as Language,
  } = {},
): Visitor {
  const assignment: Assignment = { role, region, place, services: ['*'], unit: unitId, unitId }
  return {
    requestId: 'test',
    language,
    region: { code: region, name: 'Kabupaten Balangan', hue: 168, timeZone: 'Asia/Makassar', office: '' },
    actor: { accountId: account, name: account, sessionId: 'session', assignments: [assignment] },
    page: {
      language,
      region: { code: region, name: 'Kabupaten Balangan', hue: 168 },
      path: '/',
      demo: false,
      assets: { styles: [], islands: {} },
    },
    demo: false,
    device: 'Ponsel',
    tell: (refusal) => refusal.code,
    statusOf: () => 422,
  }
}
