// Convergence on a real database for tests: a few households in two villages, agencies and programmes, visitors of any role. Must stay
// true: people are invented by the register's own demo, so that lists are made as in a region.
import { openTestDatabase } from '../../../../tests/support/database.ts'
import type { Result } from '../../../kernel/refusal.ts'
import type { Database } from '../../../platform/db/database.ts'
import { contentHash } from '../../../platform/files/file-store.ts'
import type { Files } from '../../../platform/files/files.ts'
import type { Role, Visitor } from '../../../platform/http/visitor.ts'
import { memoryKeyRing } from '../../../platform/secrets/memory-key-ring.ts'
import { openSealedText } from '../../../platform/secrets/seal.ts'
import { loadAreas } from '../../regions/areas.ts'
import { insertAgency, insertRegion, insertUnits } from '../../regions/store.ts'
import { seedPopulation } from '../../register/demo/population.ts'
import { nikContext } from '../../register/person-row.ts'
import type { RegisterTables } from '../../register/tables.ts'
import { balangan } from '../editions.ts'
import { refreshVillage } from '../list-commands.ts'
import type { ConvergenceTools } from '../reading.ts'
import { putProgramme } from '../service-store.ts'

export const region = '63.11'
/** The two town quarters with the most invented residents. */
export const VILLAGE = '63.11.06.1019'
export const OTHER = '63.11.07.1001'
export const TODAY = '2026-04-20'
export const NOW = new Date(`${TODAY}T02:00:00Z`)
export const PERIOD = '2026-Q2'

export const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}
export const codes = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map((one) => one.code))

export type TestConvergence = {
  readonly db: Database
  readonly tools: ConvergenceTools
  readonly files: Files
  /** Someone of one role; without a role nobody in particular. */
  as(role: Role | undefined, place?: string, account?: string, unitId?: string, code?: string): Visitor
  someNik(village: string): Promise<string>
  someChildNiks(village: string, count: number): Promise<readonly string[]>
  someGrownNiks(village: string, count: number): Promise<readonly string[]>
  journalled(action: string): Promise<number>
  close(): Promise<void>
}

export async function openConvergence(): Promise<TestConvergence> {
  const ring = memoryKeyRing()
  const db = await openTestDatabase()
  await db.asPlatform(async (tx) => {
    for (const [code, name] of [
      [region, 'Kabupaten Balangan'],
      ['63.09', 'Kabupaten Tabalong'],
    ] as const)
      await insertRegion(tx, { code, name, level: 'regency', time_zone: 'Asia/Makassar' })
  })
  await seedPopulation(db, ring, region, { residents: 2000, seed: 'convergence', on: TODAY })
  const areas = await loadAreas()
  const places = new Map<string, ReturnType<ConvergenceTools['villages']>>()
  const villages: ConvergenceTools['villages'] = (code) => {
    const known = places.get(code)
    if (known !== undefined) return known
    const made = areas.districts(code).flatMap((district) =>
      areas.villages(district.code).map((one) => ({
        code: one.code,
        name: one.name,
        district: district.name,
        districtCode: district.code,
        kind: 'desa' as const,
      })),
    )
    places.set(code, made)
    return made
  }
  const tools: ConvergenceTools = {
    db,
    ring,
    now: () => NOW,
    today: () => TODAY,
    dayOf: () => TODAY,
    visitor: () => Promise.reject(new Error('tests hand visitors over')),
    villages,
    growthFigures: async () => new Map(),
    measuredSince: async () => [],
  }
  await db.inRegion(region, async (tx) => {
    for (const one of balangan.agencies)
      await insertAgency(tx, { region_code: region, agency_id: one.id, name: one.name, address: '', phone: '' })
    await insertUnits(
      tx,
      balangan.agencies.map((one) => ({
        region_code: region,
        unit_id: one.id,
        agency_id: one.id,
        name: one.name,
        place: region,
      })),
    )
    for (const one of balangan.programmes)
      await putProgramme(tx, {
        region_code: region,
        programme_id: one.id,
        agency_id: one.agency,
        name: one.name,
        about: one.about,
        pillar: one.pillar,
        services: [...one.services],
        is_active: true,
        source: '',
        changed_by: 'test',
        changed_at: NOW,
      })
    for (const village of [VILLAGE, OTHER])
      await refreshVillage(tx, region, village, { period: PERIOD, on: TODAY, now: NOW })
  })
  const kept = new Map<string, Buffer>()
  const files: Files = {
    async keep(_, bytes, mediaType) {
      const hash = contentHash(bytes)
      kept.set(hash, Buffer.from(bytes))
      return { hash, sizeBytes: bytes.length, mediaType }
    },
    read: async (_, hash) => kept.get(hash),
    has: async (_, hash) => kept.has(hash),
    sweep: async () => 0,
  }
  const niks = async (
    village: string,
    bornFrom: string,
    count: number,
    bornTo = '9999-12-31',
  ): Promise<readonly string[]> => {
    const rows = await db.inRegion(region, (tx) =>
      tx
        .withTables<RegisterTables>()
        .selectFrom('person')
        .select(['person_id', 'nik_sealed'])
        .where('region_code', '=', region)
        .where('village_code', '=', village)
        .where('status', '=', 'active')
        .where('birth_date', '>=', bornFrom)
        .where('birth_date', '<', bornTo)
        .where('nik_sealed', 'is not', null)
        .orderBy('person_id')
        .limit(count)
        .execute(),
    )
    return rows.map((row) => openSealedText(ring, row.nik_sealed!, nikContext(row.person_id)))
  }
  return {
    db,
    tools,
    files,
    as: (role, place = region, account = 'acc', unitId = 'bapperida', code = region) =>
      // A visitor as use cases read it; pages and sentences are not drawn here.
      ({
        region: { code, name: '', hue: 1, timeZone: 'Asia/Makassar', office: '' },
        language: 'id',
        device: 'test',
        ...(role === undefined
          ? {}
          : {
              actor: {
                accountId: `${account}-${role}-${place}`,
                name: 'Uji',
                sessionId: 's',
                assignments: [{ role, region: code, place, services: ['*'], unit: unitId, unitId }],
              },
            }),
      }) as unknown as Visitor,
    someNik: async (village) => (await niks(village, '1900-01-01', 1))[0]!,
    someChildNiks: (village, count) => niks(village, '2021-06-01', count),
    someGrownNiks: (village, count) => niks(village, '1900-01-01', count, '2010-01-01'),
    async journalled(action) {
      type Tables = { journal: { region_code: string; action: string } }
      const rows = await db.inRegion(region, (tx) =>
        tx
          .withTables<Tables>()
          .selectFrom('journal')
          .select('action')
          .where('region_code', '=', region)
          .where('action', '=', action)
          .execute(),
      )
      return rows.length
    },
    close: () => db.close(),
  }
}
