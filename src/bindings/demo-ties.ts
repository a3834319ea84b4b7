// Officers of the demo who live in the region themselves: one has a child in the register, one a neighbour of the same name. Each
// looked at that person without a case, so that the page of alarms has a live example of both. Must stay true: bound to people of
// no application, so that no case of the demo is refused for it; the alarm itself is found by the hourly job.
import { sql } from 'kysely'
import { bindPerson } from '../modules/regions/store.ts'
import type { House } from './house.ts'

type Tie = { readonly officer: string; readonly subject: string }

const adult = sql`o.status = 'active' and o.birth_date between '1970-01-01' and '1998-12-31'
  and not exists (select from account_person a where a.region_code = o.region_code and a.person_id = o.person_id)
  and not exists (select from case_file c where c.region_code = o.region_code and c.applicant_person in
    (select m.person_id from person m where m.region_code = o.region_code and m.family_id = o.family_id))`

/** A mother and her child on one card. */
const KIN = (region: string) => sql<Tie>`
  select o.person_id::text as officer, p.person_id::text as subject from person o
  join person p on p.region_code = o.region_code and p.mother_id = o.person_id and p.status = 'active'
  where o.region_code = ${region} and ${adult} order by o.person_id desc, p.person_id limit 1`

/** Two of one village and one last name, on different cards and of different parents. */
const NAMESAKE = (region: string, not: string) => sql<Tie>`
  select o.person_id::text as officer, p.person_id::text as subject from person o
  join person p on p.region_code = o.region_code and p.village_code = o.village_code and p.status = 'active'
    and p.person_id <> o.person_id and p.family_id is distinct from o.family_id
    and lower(substring(p.name from '\\S+$')) = lower(substring(o.name from '\\S+$'))
    and p.mother_id is null and p.father_id is null
  where o.region_code = ${region} and ${adult} and o.mother_id is null and o.father_id is null
    and length(substring(o.name from '\\S+$')) >= 4 and o.person_id <> ${not}::uuid
  order by o.person_id desc, p.person_id limit 1`

/** Binds both officers; gives whom each of them looks at, as far as such people live there. */
export async function bindTies(
  house: House,
  region: string,
  accounts: { readonly parent: string; readonly namesake: string },
): Promise<readonly { readonly actor: string; readonly subject: string }[]> {
  return house.database.inRegion(region, async (tx) => {
    const made: { actor: string; subject: string }[] = []
    const bind = async (actor: string, tie: Tie | undefined): Promise<void> => {
      if (tie === undefined) return
      await bindPerson(tx, { region_code: region, account_id: actor, person_id: tie.officer, proven_by: 'demo' })
      made.push({ actor, subject: tie.subject })
    }
    const kin = (await KIN(region).execute(tx)).rows[0]
    await bind(accounts.parent, kin)
    await bind(
      accounts.namesake,
      (await NAMESAKE(region, kin?.officer ?? '00000000-0000-0000-0000-000000000000').execute(tx)).rows[0],
    )
    return made
  })
}
