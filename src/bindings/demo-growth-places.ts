import type { Posyandu } from '../modules/growth/child.ts'
import { insertPosyandus } from '../modules/growth/child-store.ts'
import { loadAreas } from '../modules/regions/areas.ts'
import { insertAgency, insertUnits } from '../modules/regions/store.ts'
import type { House } from './house.ts'

/** The village of Posyandu Melati. */
export const MELATI = '63.11.06.1023'
export const POSYANDU_IN_DISTRICT = 4
const NAMES =
  'mawar anggrek kenanga cempaka dahlia teratai flamboyan seroja kamboja tulip matahari sakura wijaya-kusuma bougenvil lily nusa-indah sedap-malam edelweis alamanda kemuning tanjung delima manggis rambutan langsat kasturi durian ramania cermai nangka salak sawo jambu mangga'.split(
    ' ',
  )

/** Writes centres, units and posyandu; gives the posyandu. */
export async function seedPlaces(house: House, region: string, onlyMelati: boolean): Promise<readonly Posyandu[]> {
  const areas = await loadAreas()
  const districts = areas.districts(region)
  const slug = (name: string) => name.toLowerCase().replace(/[^a-z]+/g, '-')
  const centres = districts.map(({ code, name }) => ({ code, id: `pkm-${slug(name)}`, name: `Puskesmas ${name}` }))
  const posyandus: (Posyandu & { readonly unit: string })[] = []
  let next = 0
  for (const { code, id } of centres) {
    const villages = areas.villages(code)
    const wanted = Math.min(villages.length, POSYANDU_IN_DISTRICT)
    const chosen = Array.from({ length: wanted }, (_, i) => villages[Math.floor((i * villages.length) / wanted)]!)
    for (const village of chosen.filter((one) => one.code !== MELATI)) {
      // Kenanga of Batu Mandi has a cadre in the demo.
      const name =
        code === '63.11.04' && !posyandus.some((one) => one.posyanduId === 'kenanga')
          ? 'kenanga'
          : NAMES.filter((one) => one !== 'kenanga')[next++]!
      posyandus.push({
        posyanduId: name,
        name: `Posyandu ${title(name)}`,
        villageCode: village.code,
        centreId: id,
        unit: village.name,
      })
    }
    if (code === MELATI.slice(0, 8))
      posyandus.push({
        posyanduId: 'melati',
        name: 'Posyandu Melati',
        villageCode: MELATI,
        centreId: id,
        unit: areas.find(MELATI)?.name ?? '',
      })
  }
  const kept = onlyMelati ? posyandus.filter(({ posyanduId }) => ['melati', 'kenanga'].includes(posyanduId)) : posyandus
  await house.database.inRegion(region, async (tx) => {
    await insertAgency(tx, {
      region_code: region,
      agency_id: 'dinkes',
      name: 'Dinas Kesehatan',
      address: '',
      phone: '',
    })
    await insertUnits(tx, [
      ...centres.map(({ code, id, name }) => ({
        region_code: region,
        unit_id: id,
        agency_id: 'dinkes',
        name,
        place: code,
      })),
      ...kept.map((one) => ({
        region_code: region,
        unit_id: one.posyanduId,
        agency_id: 'dinkes',
        name: `${one.name}, ${one.unit}`,
        place: one.villageCode,
      })),
    ])
    await insertPosyandus(
      tx,
      kept.map((one) => ({
        region_code: region,
        posyandu_id: one.posyanduId,
        name: one.name,
        village_code: one.villageCode,
        centre_id: one.centreId,
        active: true,
      })),
    )
  })
  return kept.map(({ posyanduId, name, villageCode, centreId }) => ({ posyanduId, name, villageCode, centreId }))
}

const title = (slug: string) =>
  slug
    .split('-')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join(' ')
