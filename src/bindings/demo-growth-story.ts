// Child growth as the demo tells it: the posyandu and their people, and a mother who sees the chart of her own child.
import { seedGrowth } from './demo-growth.ts'
import { seedCitizens } from './demo-seed.ts'
import type { House } from './house.ts'

/** Gives one line about what there is now. */
export async function seedGrowthOfDemo(house: House, region: string, now: Date): Promise<string> {
  const started = Date.now()
  const { posyandu, children, measurings, mother } = await seedGrowth(house, region, now)
  if (mother !== undefined)
    await seedCitizens(
      house.database,
      house.accounts,
      [
        {
          region,
          personId: mother.personId,
          name: mother.name,
          phone: '+6281255509911',
          role: { id: 'Ibu dengan anak di posyandu', en: 'A mother with a child at a posyandu' },
        },
      ],
      now,
    )
  const seconds = Math.round((Date.now() - started) / 1000)
  return `${children} children at ${posyandu} posyandu, ${measurings} measurings (${seconds} s)`
}
