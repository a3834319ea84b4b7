// Partners in the demo: a bank and a hospital at work, a school that waits for the second officer, a lender that was suspended.
// Must stay true: made by the commands that people use; questions are signed as real ones are.
import { addDays } from '../kernel/date.ts'
import { todayIn } from '../kernel/zone.ts'
import { checkForPartner } from '../modules/partners/check-command.ts'
import { makePartnerKey, registerPartner, stepPartner } from '../modules/partners/commands.ts'
import { nikContext } from '../modules/register/person-row.ts'
import { fixedClock } from '../platform/clock.ts'
import { createLimits } from '../platform/http/limits.ts'
import type { Visitor } from '../platform/http/visitor.ts'
import { newId } from '../platform/ids.ts'
import { signatureOf } from '../platform/notify/carrier.ts'
import { openSealedText } from '../platform/secrets/seal.ts'
import type { House } from './house.ts'

const HOUR_MS = 3_600_000
type Someone = { readonly nik: string; readonly name: string; readonly birthDate: string }
type Rows = {
  person: {
    region_code: string
    person_id: string
    nik_sealed: Uint8Array | null
    name: string
    birth_date: string
    status: string
    birth_date_text: string
  }
}

async function somePeople(house: House, region: string): Promise<readonly Someone[]> {
  const rows = await house.database.inRegion(
    region,
    (tx) =>
      tx
        .withTables<Rows>()
        .selectFrom('person')
        .select(['person_id', 'nik_sealed', 'name', 'birth_date'])
        .where('region_code', '=', region)
        .where('status', '=', 'active')
        .orderBy('birth_date')
        .limit(60)
        .execute(),
    { readOnly: true },
  )
  return rows.flatMap(({ person_id: id, nik_sealed: sealed, name, birth_date: birthDate }) =>
    sealed === null
      ? []
      : [{ nik: openSealedText(house.cases.ring, sealed, nikContext(id)), name, birthDate: String(birthDate) }],
  )
}

const PARTNERS = [
  {
    name: 'Bank Contoh Banua, Cabang Paringin',
    agreement: 'PKS 470/12/DUKCAPIL/2026',
    purpose: 'Pembukaan rekening',
    fields: ['name', 'birthDate', 'motherName', 'resident'],
    dailyLimit: '400',
    perDay: [6, 4, 5, 0, 7, 3],
    wrongEvery: 9,
  },
  {
    name: 'RSUD Contoh Balangan',
    agreement: 'PKS 445/03/DUKCAPIL/2026',
    purpose: 'Pendaftaran pasien',
    fields: ['name', 'birthDate', 'sex', 'village', 'resident'],
    dailyLimit: '300',
    perDay: [5, 6, 4, 5, 2, 6],
    wrongEvery: 12,
  },
  {
    name: 'Koperasi Pinjam Cepat Contoh',
    agreement: 'PKS 518/07/DUKCAPIL/2026',
    purpose: 'Pengajuan pinjaman',
    fields: ['name', 'birthDate'],
    dailyLimit: '200',
    perDay: [0, 10, 8, 0, 0, 0],
    wrongEvery: 1,
    suspended: 'Hampir semua jawaban tidak cocok dua hari berturut-turut: kemungkinan mencoba-coba data.',
  },
  {
    name: 'SMA Negeri Contoh 1 Paringin',
    agreement: 'PKS 421/09/DUKCAPIL/2026',
    purpose: 'Penerimaan siswa baru',
    fields: ['name', 'birthDate', 'kk', 'resident'],
    dailyLimit: '150',
    perDay: [],
    wrongEvery: 0,
    waits: true,
  },
] as const

export async function seedPartners(
  house: House,
  region: string,
  now: Date,
  officers: { readonly data: Visitor; readonly head: Visitor },
): Promise<void> {
  const { database, ring } = house.cases
  const zone = house.regions.get(region).timeZone
  const people = await somePeople(house, region)
  const at = (hours: number) => ({ database, ring, clock: fixedClock(new Date(now.getTime() - hours * HOUR_MS)) })
  const today = todayIn(zone, now.getTime())
  for (const partner of PARTNERS) {
    const made = await registerPartner(
      at(400),
      officers.data,
      { ...partner, fields: [...partner.fields], fromDay: addDays(today, -15), untilDay: addDays(today, 340) },
      newId(),
    )
    if (!made.ok) throw new Error(`The demo could not register ${partner.name}: ${made.refusals[0]?.code}`)
    const { partnerId } = made.value
    if ('waits' in partner) continue
    await stepPartner(at(390), officers.head, partnerId, 'confirm', '', newId())
    const key = await makePartnerKey(at(380), region, partnerId)
    if (!key.ok) continue
    const limits = createLimits(100)
    let n = 0
    for (const [daysAgo, questions] of partner.perDay.entries())
      for (let nth = 0; nth < questions; nth++) {
        const person = people[n++ % Math.max(1, people.length)]
        if (person === undefined) break
        const tools = { ...at(daysAgo * 24 + 0.2 + nth / 20), limits, zoneOf: async () => zone }
        const wrong = partner.wrongEvery > 0 && n % partner.wrongEvery === 0
        const body = JSON.stringify({
          id: `demo-${n}-${daysAgo}-${nth}`,
          nik: person.nik,
          fields: { name: wrong ? 'Nama Keliru' : person.name, birthDate: wrong ? '1990-01-01' : person.birthDate },
        })
        const seconds = String(Math.floor(tools.clock.now().getTime() / 1000))
        await checkForPartner(tools, region, {
          partner: partnerId,
          at: seconds,
          signature: signatureOf(key.value.key, seconds, body),
          body,
        })
      }
    if ('suspended' in partner)
      await stepPartner(at(20), officers.data, partnerId, 'suspend', partner.suspended, newId())
  }
}
