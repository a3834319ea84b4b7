// The year of the secretariat in the demo: priority villages, eight actions, activities with money, two audits, packages of a foster
// parent. Must stay true: made by the same commands that people use; invented.
import { addDays } from '../kernel/date.ts'
import type { Result } from '../kernel/refusal.ts'
import type { Acting } from '../modules/convergence/acting.ts'
import { moveAction, noteAction } from '../modules/convergence/action-commands.ts'
import { saveActivity } from '../modules/convergence/activity-commands.ts'
import { assignGap } from '../modules/convergence/assign-commands.ts'
import { approveCase, openAudit, stepAudit, writeCase } from '../modules/convergence/audit-commands.ts'
import { insertCase, listCases } from '../modules/convergence/care-store.ts'
import { balangan } from '../modules/convergence/editions.ts'
import { closePackage, notePackageEvent, offerPackage, recordConsent } from '../modules/convergence/foster-commands.ts'
import { listFamiliesOf, listPeopleOf } from '../modules/convergence/people-store.ts'
import { periodBefore, periodOn } from '../modules/convergence/period.ts'
import { confirmPriority, draftPriority } from '../modules/convergence/priority-commands.ts'
import { putVillage } from '../modules/convergence/priority-store.ts'
import type { Tx } from '../platform/db/tx.ts'
import type { Role } from '../platform/http/visitor.ts'
import { newId } from '../platform/ids.ts'
import { demoReceipt, seedEdition } from './demo-planner.ts'
import type { House } from './house.ts'

const REGION = '63.11'
const TEBING_TINGGI = '63.11.08'

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The demo was refused: ${JSON.stringify(result.refusals)}`)
  return result.value
}

/** Fills the year; `village` is the one whose lists are whole. */
export async function seedConvergenceYear(
  house: House,
  accounts: ReadonlyMap<string, string>,
  village: string,
): Promise<void> {
  const { tools } = house.convergence
  const now = house.cases.clock.now()
  const today = tools.today(REGION)
  const year = Number(today.slice(0, 4))
  const acting = (key: string, role: Role): Acting => ({
    region: REGION,
    actor: { accountId: accounts.get(key)!, name: key, sessionId: 'demo', assignments: [] },
    role,
    device: 'demo',
    now,
    today,
  })
  const one = acting('tpps', 'convergence-secretariat')
  const two = acting('tpps2', 'convergence-secretariat')
  const places = tools.villages(REGION)
  const run = (work: (tx: Tx) => Promise<void>) => house.database.inRegion(REGION, work)

  await run(async (tx) => {
    for (const place of places.filter((item) => item.districtCode === TEBING_TINGGI))
      await putVillage(tx, {
        region_code: REGION,
        village_code: place.code,
        is_hard_to_reach: true,
        changed_by: 'demo',
        changed_at: now,
      })
    const period = periodBefore(periodOn(today)).key
    value(
      await draftPriority(
        tx,
        tools,
        one,
        { year: year - 1, period },
        {
          howMany: '48',
          changes: [],
          decidedOn: addDays(today, -200),
          minutes: 'Notulen rembuk kabupaten 12/2025 (contoh)',
          decree: '188.45/310/Kum (contoh)',
        },
      ),
    )
    await confirmFirst(tx, two, year - 1)
    value(
      await draftPriority(
        tx,
        tools,
        one,
        { year, period },
        {
          howMany: '52',
          changes: [],
          decidedOn: addDays(today, -30),
          minutes: 'Notulen rembuk kabupaten 9/2026 (contoh)',
          decree: '188.45/122/Kum (contoh)',
        },
      ),
    )
    await confirmFirst(tx, two, year)
  })

  await run(async (tx) => {
    const notes: Readonly<Record<string, string>> = {
      '1': 'Laporan analisis situasi: peta cakupan 20 indikator di 157 desa',
      '2': 'Rencana kegiatan terpadu, 9 kegiatan OPD dengan kode anggaran',
      '3': 'Berita acara rembuk, komitmen ditandatangani 8 camat',
      '4': 'Rancangan peraturan bupati, menunggu telaah hukum',
    }
    for (const [code, body] of Object.entries(notes)) {
      value(await noteAction(tx, one, year, code, { kind: 'evidence', body }))
      if (code === '4') continue
      value(await moveAction(tx, one, year, code, 'submitted', ''))
      if (code !== '3') value(await moveAction(tx, two, year, code, 'verified', code === '1' ? '92,5' : '88'))
    }
  })

  await run(async (tx) => {
    const activities = [
      [
        'Pembangunan jamban keluarga berisiko',
        'puprperkim',
        '1.03.05.2.01.05',
        'dak',
        ['SE5'],
        TEBING_TINGGI,
        '850.000.000',
        '612.500.000',
        '245',
        '175',
      ],
      [
        'Sambungan air bersih perdesaan',
        'puprperkim',
        '1.03.03.2.01.12',
        'apbd',
        ['SE4'],
        REGION,
        '1.240.000.000',
        '930.000.000',
        '620',
        '488',
      ],
      [
        'Makanan tambahan lokal balita',
        'dinkes',
        '1.02.02.2.02.15',
        'dak',
        ['SP8', 'SP6'],
        REGION,
        '640.000.000',
        '512.000.000',
        '410',
        '377',
      ],
      [
        'Tablet tambah darah remaja putri',
        'dinkes',
        '1.02.02.2.02.33',
        'apbd',
        ['SP3', 'SP2'],
        REGION,
        '120.000.000',
        '98.400.000',
        '4.100',
        '3.280',
      ],
      [
        'Pendampingan keluarga berisiko',
        'dpppa',
        '2.14.03.2.02.01',
        'apbd',
        ['SE7', 'SE9'],
        REGION,
        '380.000.000',
        '210.000.000',
        '1.900',
        '1.240',
      ],
      [
        'Satu telur sehari',
        'kecamatan',
        '7.01.02.2.01.04',
        'village-fund',
        ['SP8'],
        '63.11.06',
        '96.000.000',
        '72.000.000',
        '80',
        '76',
      ],
      [
        'Kebun gizi keluarga',
        'dkp3',
        '2.09.03.2.01.02',
        'partner',
        ['SE10'],
        '63.11.02',
        '150.000.000',
        '0',
        '120',
        '0',
      ],
    ] as const
    const inPlace = (place: string) =>
      places.filter((item) => item.districtCode === place || place === REGION).map((item) => item.code)
    const agencies = balangan.agencies.map((item) => item.id)
    for (const [
      name,
      agency,
      budgetCode,
      source,
      indicators,
      place,
      planned,
      realised,
      plannedPeople,
      reachedPeople,
    ] of activities)
      value(
        await saveActivity(tx, one, agencies, inPlace, year, {
          name,
          agency,
          budgetCode,
          source,
          indicators,
          places: [place],
          planned,
          realised,
          plannedPeople,
          reachedPeople,
        }),
      )
  })

  await run(async (tx) => {
    const work = [
      ['SP7', 'pasti-balita', 'Utamakan keluarga berisiko'],
      ['SE5', 'basalaman', 'Lihat dulu lahannya bersama lurah'],
      ['SP3', 'sehati', ''],
    ] as const
    // A village where nobody waits gives no list; the demo goes on without it.
    for (const [indicator, programme, note] of work)
      await assignGap(tx, one, {
        village,
        period: periodOn(today).key,
        indicator,
        programme,
        howMany: '',
        dueOn: addDays(today, 30),
        note,
      })
  })

  const expert = acting('pakar', 'expert')
  await run(async (tx) => {
    const people = await listPeopleOf(tx, REGION, village)
    // Of an age at which help may already have failed.
    const children = people
      .filter((item) => item.birth_date > addDays(today, -1500) && item.birth_date < addDays(today, -360))
      .slice(0, 4)
    for (const cycle of ['1', '2']) {
      const { id } = value(await openAudit(tx, one, year - (cycle === '1' ? 0 : 1), cycle))
      for (const [index, child] of children.slice(0, cycle === '1' ? 3 : 2).entries())
        await insertCase(tx, {
          region_code: REGION,
          case_id: newId(),
          audit_id: id,
          pseudonym: `K${(year - (cycle === '1' ? 0 : 1)) % 100}${cycle}-0${index + 1}`,
          person_id: child.person_id,
          village_code: village,
          kind: 'child',
          selection: index === 0 ? 'no-improvement' : 'many-cases',
          findings: null,
          plan: null,
          planned_by: null,
          approved_by: null,
          approved_on: null,
        })
      const steps = cycle === '1' ? 3 : 7
      for (let step = 1; step <= steps; step++) {
        if (step === 3)
          for (const [index, row] of (await listCases(tx, REGION, id)).entries()) {
            if (cycle === '1' && index === 2) continue
            value(
              await writeCase(tx, house.cases.ring, expert, id, row.case_id, {
                findings: 'Berat tidak naik dua bulan; batuk berulang; makan dua kali sehari (contoh).',
                plan: 'Makanan tambahan 28 hari, periksa TBC, kunjungan TPK tiap minggu, jamban keluarga.',
              }),
            )
            if (cycle === '2' || index === 0) value(await approveCase(tx, one, id, row.case_id))
          }
        value(
          await stepAudit(tx, one, id, {
            step: String(step),
            // The cases are watched for three months between the fourth step and the fifth.
            doneOn: addDays(today, -220 + step * 15 + (step >= 5 ? 90 : 0)),
            note: `Dokumen langkah ${step} (contoh)`,
          }),
        )
      }
    }
  })

  const giver = acting('asuh', 'foster-parent')
  const team = acting('tpk', 'family-team')
  const receipt = await demoReceipt(house, REGION, 'Bahan jamban: semen, pipa, kloset')
  await run((tx) => seedEdition(tx, one))
  await run(async (tx) => {
    const needs = (await listFamiliesOf(tx, REGION, village)).filter((item) => item.is_at_risk === true)
    const wanted = [
      ['food', '6', '3.600.000', 'first-name'],
      ['latrine', '2', '4.500.000', 'code'],
      ['food', '6', '3.600.000', ''],
    ] as const
    if (needs.length === 0) return
    for (const [kind, months, amount, consent] of wanted) {
      const offered = await offerPackage(tx, giver, { kind: 'company', name: 'PT Contoh Peduli' }, () => true, {
        village,
        kind,
        months,
        amount,
      })
      if (!offered.ok || consent === '') continue
      const { id } = offered.value
      value(await recordConsent(tx, team, () => true, id, consent))
      value(
        await notePackageEvent(tx, team, () => true, id, {
          kind: 'delivery',
          on: addDays(today, -20),
          body:
            kind === 'food'
              ? 'Paket telur dan ikan untuk 30 hari'
              : 'Bahan jamban diserahkan, tukang desa mulai bekerja',
          ...(kind === 'latrine' && receipt !== undefined ? { proof: receipt } : {}),
        }),
      )
      if (kind === 'food')
        value(
          await notePackageEvent(tx, team, () => true, id, {
            kind: 'effect',
            on: addDays(today, -2),
            body: 'Berat naik 300 gram dalam sebulan',
          }),
        )
      else
        value(
          await closePackage(tx, team, () => true, id, {
            result: 'factor-gone',
            endedOn: today,
            note: 'Jamban selesai dibangun dan dipakai; keluarga tidak lagi berisiko karena sanitasi',
          }),
        )
    }
  })
}

async function confirmFirst(tx: Tx, acting: Acting, year: number): Promise<void> {
  type Tables = { convergence_priority: { region_code: string; year: number; decision_id: string } }
  const row = await tx
    .withTables<Tables>()
    .selectFrom('convergence_priority')
    .select('decision_id')
    .where('region_code', '=', REGION)
    .where('year', '=', year)
    .executeTakeFirstOrThrow()
  value(await confirmPriority(tx, acting, year, row.decision_id))
}
