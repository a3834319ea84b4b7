// Four eyes, pseudonyms and consent on a real database: what the secretariat decides, what the audit team sees, what a giver sees.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { bindFamilies } from './binding.ts'
import { bindCare } from './care-binding.ts'
import { listFamiliesOf, listPeopleOf } from './people-store.ts'
import { bindPlanning } from './planning-binding.ts'
import { listServicesOf } from './service-store.ts'
import {
  codes,
  OTHER,
  openConvergence,
  region,
  type TestConvergence,
  TODAY,
  VILLAGE,
  value,
} from './testing/convergence.ts'
import { readUpload } from './upload.ts'
import { bindUploads } from './upload-binding.ts'

let t: TestConvergence
beforeAll(async () => {
  t = await openConvergence()
}, 120_000)
afterAll(() => t.close())

const bytes = (text: string) => new TextEncoder().encode(text)

describe('priority villages', () => {
  const input = { howMany: '3', changes: [], decidedOn: TODAY, minutes: 'Notulen 1', decree: '188.45/1' }
  it('one drafts, another confirms, and then nothing changes', async () => {
    const port = bindPlanning(t.tools, t.files)
    const [one, two] = [t.as('convergence-secretariat', region, 'a'), t.as('convergence-secretariat', region, 'b')]
    const ranked = value(await port.readPriority(one)).lines
    expect(ranked).toHaveLength(157)
    expect(
      codes(
        await port.draftPriority(one, '2026', { ...input, changes: [{ village: ranked[0]!.village, reason: '' }] }),
      ),
    ).toEqual(['convergence-priority-reason'])
    value(
      await port.draftPriority(one, '2026', {
        ...input,
        changes: [{ village: ranked[9]!.village, reason: 'banjir besar tahun ini' }],
      }),
    )
    const draft = value(await port.readPriority(one))
    expect(draft.lines.filter((line) => line.isIn).map((line) => line.place)).toEqual([1, 2, 3, 10])
    expect(codes(await port.confirmPriority(one, '2026', draft.decision!.id))).toEqual(['convergence-second-person'])
    value(await port.confirmPriority(two, '2026', draft.decision!.id))
    value(await port.confirmPriority(two, '2026', draft.decision!.id))
    expect(codes(await port.draftPriority(one, '2026', input))).toEqual(['convergence-priority-confirmed'])
  })
  it('belongs to the secretariat of the whole region', async () => {
    const port = bindPlanning(t.tools, t.files)
    for (const visitor of [
      t.as('village-head', VILLAGE),
      t.as('programme-officer'),
      t.as('convergence-secretariat', '63.11.06'),
      t.as('foster-parent'),
    ])
      expect(codes(await port.draftPriority(visitor, '2026', input))).toEqual(['convergence-not-yours'])
  })
})

describe('actions and budget', () => {
  it('an action needs evidence and a second person', async () => {
    const port = bindPlanning(t.tools, t.files)
    const [one, two] = [t.as('convergence-secretariat', region, 'a'), t.as('convergence-secretariat', region, 'b')]
    value(await port.moveAction(one, '2026', '1', 'in-work', ''))
    expect(codes(await port.moveAction(one, '2026', '1', 'submitted', ''))).toEqual(['convergence-evidence-missing'])
    value(await port.noteAction(one, '2026', '1', { kind: 'evidence', body: "Laporan'; drop table x; -- 🙂" }))
    value(await port.moveAction(one, '2026', '1', 'submitted', ''))
    expect(codes(await port.moveAction(one, '2026', '1', 'verified', ''))).toEqual(['convergence-second-person'])
    value(await port.moveAction(two, '2026', '1', 'verified', '92,5'))
    expect(value(await port.readAction(one, '2026', '1'))).toMatchObject({
      status: 'verified',
      score: '92.50',
      evidence: 1,
    })
    expect(codes(await port.readAction(one, '2026', "1' or 1=1"))).toEqual(['convergence-not-yours'])
    expect(codes(await port.readActions(one, 'x'.repeat(10_000)))).toEqual(['convergence-year'])
  })
  it('an agency tags its own money only; all faults are told at once', async () => {
    const port = bindPlanning(t.tools, t.files)
    const officer = t.as('programme-officer', region, 'a', 'dinkes')
    const activity = {
      name: 'Makanan lokal',
      agency: 'dinkes',
      budgetCode: '1.02',
      source: 'dak',
      indicators: ['SP8'],
      places: ['63.11.06'],
      planned: '10.000.000',
      realised: '7.000.000',
      plannedPeople: '40',
      reachedPeople: '30',
    }
    value(await port.saveActivity(officer, '2026', activity))
    const [line] = value(await port.readBudget(officer, '2026')).lines
    expect(line).toMatchObject({ costRupiah: 233_333, villages: 16 })
    // Money spent is brought up to date; agency and villages stay, and another agency finds nothing.
    const spent = { ...activity, realised: '9.000.000', agency: 'puprperkim', places: [] }
    value(await port.saveActivity(officer, '2026', spent, line!.id))
    expect(value(await port.readBudget(officer, '2026')).lines).toMatchObject([
      { realisedRupiah: 9_000_000, agencyName: line!.agencyName, villages: 16 },
    ])
    const stranger = t.as('programme-officer', region, 'c', 'puprperkim')
    expect(codes(await port.saveActivity(stranger, '2026', spent, line!.id))).toEqual(['convergence-activity-unknown'])
    expect(codes(await port.saveActivity(officer, '2025', spent, line!.id))).toEqual(['convergence-activity-unknown'])
    expect(
      codes(
        await port.saveActivity(officer, '2026', {
          ...activity,
          agency: 'puprperkim',
          planned: 'banyak',
          indicators: ['XX'],
          reachedPeople: '-1',
        }),
      ),
    ).toEqual(['convergence-choice', 'convergence-choice', 'convergence-money', 'convergence-people'])
  })
})

describe('case audits', () => {
  it('the secretariat sees pseudonyms, the team sees names, every look is noted, plans take two', async () => {
    const care = bindCare(t.tools, t.files)
    const [planner, expert] = [t.as('convergence-secretariat', region, 'a'), t.as('expert', region, 'x')]
    const { id } = value(await care.openAudit(planner, '2026', '1'))
    expect(codes(await care.openAudit(planner, '2026', '1'))).toEqual(['convergence-audit-exists'])
    const [nik = ''] = await t.someChildNiks(VILLAGE, 1)
    expect(codes(await care.addCase(planner, id, { nik, kind: 'child', selection: 'many-cases' }))).toEqual([
      'convergence-not-yours',
    ])
    const add = async (typed: string, kind = 'child', selection = 'many-cases') =>
      codes(await care.addCase(expert, id, { nik: typed, kind, selection }))
    expect(await add("'; --")).toEqual(['nik-sign'])
    expect(await add('', '', '')).toEqual(['nik-missing', 'convergence-choose', 'convergence-choose'])
    expect(await add('6309051208819901')).toEqual(['convergence-case-unknown'])
    // A child is no mother, and is below five years.
    for (const kind of ['pregnant', 'postpartum', 'couple-to-be'])
      expect(await add(nik, kind)).toEqual(['convergence-case-kind'])
    const grown = (await t.someGrownNiks(VILLAGE, 1))[0]!
    expect(await add(grown)).toEqual(['convergence-case-kind'])
    value(await care.addCase(expert, id, { nik, kind: 'child', selection: 'many-cases' }))
    expect(codes(await care.addCase(expert, id, { nik, kind: 'child', selection: 'many-cases' }))).toEqual([
      'convergence-case-exists',
    ])
    const seen = value(await care.readAudit(planner, id))
    expect(seen.caseLines[0]!.pseudonym).toBe('K261-01')
    const text = JSON.stringify(seen)
    const caseId = seen.caseLines[0]!.id
    const named = value(await care.readCase(expert, id, caseId))
    expect(text).not.toContain(named.name)
    expect(text).not.toContain(nik)
    expect(codes(await care.readCase(planner, id, caseId))).toEqual(['convergence-not-yours'])
    expect(await t.journalled('convergence.audit-look')).toBe(1)
    value(await care.writeCase(expert, id, caseId, { findings: 'Batuk lama', plan: 'Periksa TBC' }))
    expect(codes(await care.approveCase(expert, id, caseId))).toEqual(['convergence-second-person'])
    for (const step of ['1', '2', '3'])
      value(await care.stepAudit(planner, id, { step, doneOn: TODAY, note: 'Dokumen' }))
    expect(codes(await care.stepAudit(planner, id, { step: '4', doneOn: TODAY, note: 'Dokumen' }))).toEqual([
      'convergence-plan-missing',
    ])
    value(await care.approveCase(planner, id, caseId))
    expect(codes(await care.stepAudit(planner, id, { step: '6', doneOn: TODAY, note: 'Dokumen' }))).toEqual([
      'convergence-step-order',
    ])
    for (const doneOn of ['2026-04-19', '2026-04-21'])
      expect(codes(await care.stepAudit(planner, id, { step: '4', doneOn, note: 'Dokumen' }))).toEqual([
        'convergence-step-day',
      ])
    value(await care.stepAudit(planner, id, { step: '4', doneOn: TODAY, note: 'Dokumen' }))
    // Three months of monitoring are not over on the day they begin.
    expect(await care.stepAudit(planner, id, { step: '5', doneOn: TODAY, note: 'Dokumen' })).toMatchObject({
      refusals: [{ code: 'convergence-monitoring-early', params: { dateId: '20 Juli 2026', dateEn: '20 July 2026' } }],
    })
    for (const visitor of [
      t.as('village-cadre', VILLAGE),
      t.as('foster-parent'),
      t.as('expert', '63.09', 'x', 'pakar', '63.09'),
    ])
      expect(codes(await care.readAudit(visitor, id))).toEqual(['convergence-not-yours'])
  })
})

describe('foster parents', () => {
  it('sees a code before consent, a first name after it, never more; others see nothing', async () => {
    const care = bindCare(t.tools, t.files)
    const families = bindFamilies(t.tools)
    const team = t.as('family-team', VILLAGE)
    for (const family of await t.db.inRegion(region, (tx) => listFamiliesOf(tx, region, VILLAGE)))
      value(await families.noteFact(team, family.family_id, { fact: 'latrine', value: 'none' }))
    const giver = t.as('foster-parent', region, 'g')
    const { id } = value(
      await care.offerPackage(giver, { village: VILLAGE, kind: 'latrine', months: '3', amount: '4.500.000' }),
    )
    const before = value(await care.readPackage(giver, id))
    expect(before.who).toBe(before.code)
    expect(codes(await care.noteEvent(team, id, { kind: 'delivery', on: TODAY, body: 'Bahan' }))).toEqual([
      'convergence-consent',
    ])
    expect(codes(await care.consent(giver, id, 'first-name'))).toEqual(['convergence-not-yours'])
    expect(codes(await care.consent(t.as('family-team', OTHER), id, 'first-name'))).toEqual(['convergence-not-yours'])
    value(await care.consent(team, id, 'first-name'))
    expect(codes(await care.noteEvent(team, id, { kind: 'delivery', on: '2026-04-21', body: 'Bahan' }))).toEqual([
      'convergence-event-day',
    ])
    value(await care.noteEvent(team, id, { kind: 'delivery', on: TODAY, body: 'Bahan jamban diserahkan' }))
    expect(
      codes(await care.noteEvent(team, id, { kind: 'delivery', on: TODAY, body: 'NIK 6311061208819901' })),
    ).toEqual(['convergence-number-in-text'])
    const after = value(await care.readPackage(giver, id))
    const full = value(await care.readPackage(team, id)).who
    expect(after.who).toBe(full.split(' ')[0])
    expect(JSON.stringify(after)).not.toContain(VILLAGE)
    expect(full).not.toBe(after.who)
    expect(codes(await care.readPackage(t.as('foster-parent', region, 'other'), id))).toEqual(['convergence-not-yours'])
    expect(codes(await families.readChecklist(giver, VILLAGE, {}))).toEqual(['convergence-not-yours'])
    value(await care.consent(team, id, 'withdrawn'))
    expect(value(await care.readPackage(giver, id))).toMatchObject({ who: before.code, state: 'stopped' })
  })
})

describe('checklist and conditions', () => {
  it('a pregnancy brings its services and ending it takes back those that were not received', async () => {
    const families = bindFamilies(t.tools)
    const midwife = t.as('midwife', VILLAGE)
    const woman = (await t.db.inRegion(region, (tx) => listPeopleOf(tx, region, VILLAGE))).find(
      (one) => one.is_married,
    )!
    const due = async () =>
      (await t.db.inRegion(region, (tx) => listServicesOf(tx, region, '2026-Q2', VILLAGE)))
        .filter((row) => row.subject_id === woman.person_id)
        .map((row) => row.service)
        .sort()
    const before = await due()
    value(await families.noteCondition(midwife, woman.person_id, { code: 'pregnant', from: '2026-03-01' }))
    value(await families.noteCondition(midwife, woman.person_id, { code: 'pregnant', from: '2026-03-01' }))
    expect(await due()).toEqual(expect.arrayContaining(['antenatal', 'ttd-pregnant', 'mother-class']))
    value(await families.endCondition(midwife, woman.person_id, 'pregnant'))
    expect(await due()).toEqual(before)
    expect(
      codes(
        await families.noteCondition(t.as('midwife', OTHER), woman.person_id, { code: 'pregnant', from: '2026-03-01' }),
      ),
    ).toEqual(['convergence-subject-unknown'])
    expect(codes(await families.readSubject(t.as('village-head', VILLAGE), VILLAGE, woman.person_id))).toEqual([
      'convergence-subject-unknown',
    ])
  })

  it('checks a bride: kept as measured, the service counts, twice is once, others find nobody', async () => {
    const families = bindFamilies(t.tools)
    const midwife = t.as('midwife', VILLAGE)
    const woman = (await t.db.inRegion(region, (tx) => listPeopleOf(tx, region, VILLAGE))).find(
      (one) => one.sex === 'P' && one.is_married,
    )!
    const id = woman.person_id
    const check = {
      checkedOn: '2026-04-10',
      weddingOn: '2026-05-20',
      weight: '45,2',
      height: '158',
      arm: '22,9',
      haemoglobin: '11,5',
      smoke: 'none',
    }
    expect(codes(await families.noteCouple(midwife, id, check))).toEqual(['convergence-couple-not'])
    value(await families.noteCondition(midwife, id, { code: 'couple-to-be', from: '2026-04-01' }))
    expect(codes(await families.noteCouple(t.as('midwife', OTHER), id, check))).toEqual(['convergence-subject-unknown'])
    expect(codes(await families.noteCouple(t.as('village-head', VILLAGE), id, check))).toEqual([
      'convergence-subject-unknown',
    ])
    const empty = { ...check, weight: '', height: '', arm: '', haemoglobin: '', smoke: "'; --" }
    expect(codes(await families.noteCouple(midwife, id, empty))).toEqual(['convergence-couple-nothing'])
    expect(
      codes(
        await families.noteCouple(midwife, id, {
          ...check,
          arm: '229',
          checkedOn: '2026-06-01',
          weddingOn: '2026-01-01',
        }),
      ),
    ).toEqual(['convergence-couple-figure', 'convergence-couple-day', 'convergence-couple-wedding'])
    value(await families.noteCouple(midwife, id, check))
    value(await families.noteCouple(midwife, id, check))
    const view = value(await families.readSubject(midwife, VILLAGE, id))
    expect(view.couple?.checks).toHaveLength(1)
    expect(view.couple?.checks[0]?.judgement).toMatchObject({ isIdeal: false, isLate: true, unknown: [] })
    expect(view.couple?.checks[0]?.judgement.faults).toEqual(expect.arrayContaining(['bmi', 'arm', 'haemoglobin']))
    expect(view.services.find(({ code }) => code === 'couple-check')?.state).toBe('received')
    expect(await t.journalled('convergence.couple-check')).toBe(1)
    const list = value(await families.readCouples(midwife, VILLAGE, 'not-ideal'))
    expect(list.counts).toEqual({ all: 1, waiting: 0, 'not-ideal': 1 })
    expect(list.lines).toMatchObject([
      { personId: id, isChecked: true, weddingOn: '2026-05-20', checkedOn: '2026-04-10' },
    ])
    expect(value(await families.readCouples(midwife, VILLAGE, 'waiting')).lines).toEqual([])
    for (const stranger of [t.as('midwife', OTHER), t.as('village-head', VILLAGE)])
      expect(codes(await families.readCouples(stranger, VILLAGE, undefined))).toEqual(['convergence-not-yours'])
    const atRisk = value(await families.listAtRisk(midwife, VILLAGE, {}))
    const waiting = value(await families.listAtRisk(midwife, VILLAGE, { show: 'assist' }))
    expect(waiting.families).toEqual(atRisk.families.filter(({ isAssisted }) => !isAssisted))
    expect(value(await families.listAtRisk(midwife, VILLAGE, { show: 'watch' })).families).toEqual([])
  })
})

describe('visits of family assistants', () => {
  it('keep what was talked about, count as assistance, once; others find nothing', async () => {
    const families = bindFamilies(t.tools)
    const team = t.as('family-team', VILLAGE)
    const family = value(await families.listAtRisk(team, VILLAGE, {})).families.find(({ isAssisted }) => !isAssisted)!
    const visit = {
      visitId: newId(),
      visitedOn: '2026-04-18',
      topics: ['food', 'bogus', 'water'],
      words: "Jamban belum ada 🚽 '; --",
      nextOn: '2026-05-18',
    }
    const wrong = {
      ...visit,
      visitedOn: '2026-04-21',
      topics: ['bogus'],
      words: 'x'.repeat(10_000),
      nextOn: '2026-13-01',
    }
    expect(codes(await families.noteVisit(team, family.familyId, wrong))).toEqual([
      'convergence-visit-day',
      'convergence-visit-topics',
      'convergence-text-long',
      'convergence-visit-next',
    ])
    for (const stranger of [t.as('family-team', OTHER), t.as('village-head', VILLAGE)])
      expect(codes(await families.noteVisit(stranger, family.familyId, visit))).toEqual(['convergence-subject-unknown'])
    value(await families.noteVisit(team, family.familyId, visit))
    value(await families.noteVisit(team, family.familyId, visit))
    const view = value(await families.readSubject(team, VILLAGE, family.familyId))
    expect(view.visits?.done).toMatchObject([
      {
        on: '2026-04-18',
        words: "Jamban belum ada 🚽 '; --",
        nextOn: '2026-05-18',
        topics: [{ en: 'Nourishing food, animal protein' }, {}],
      },
    ])
    expect(view.services.find(({ code }) => code === 'assistance')).toMatchObject({
      state: 'received',
      givenOn: '2026-04-18',
    })
    expect(
      value(await families.readSubject(t.as('village-head', VILLAGE), VILLAGE, family.familyId)).visits,
    ).toBeUndefined()
  })
})

describe('uploaded lists', () => {
  it('say what each line does, write once, and the same file again changes nothing', async () => {
    const uploads = bindUploads(t.tools, t.files)
    const officer = t.as('programme-officer', region, 'a', 'dinkes')
    const [one, two] = await t.someChildNiks(VILLAGE, 2)
    const file = bytes(
      `nik;tanggal;pemberi\n${one};10-04-2026;Pustu\n${two};2026-04-11;Pustu\n${two};2026-04-11;Pustu\n6311069999999999;2026-04-11;x\n${one};2026-07-01;x\n`,
    )
    const { id } = value(await uploads.upload(officer, 'pasti-balita growth-monitoring', file))
    const preview = value(await uploads.preview(officer, id))
    expect(preview).toMatchObject({ writes: 2, known: 1, refused: 2 })
    expect(preview.odd.map((line) => [line.line, line.fate])).toEqual([
      [4, 'twice'],
      [5, 'nobody'],
      [6, 'day'],
    ])
    expect(JSON.stringify(preview)).not.toContain(one)
    value(await uploads.apply(officer, id))
    value(await uploads.apply(officer, id))
    expect(value(await uploads.upload(officer, 'pasti-balita growth-monitoring', file)).id).toBe(id)
    expect(value(await uploads.preview(officer, id)).applied).toEqual({ added: 2, known: 1, refused: 2 })
    expect(codes(await uploads.preview(t.as('programme-officer', region, 'b', 'puprperkim'), id))).toEqual([
      'convergence-upload-unknown',
    ])
    expect(codes(await uploads.upload(officer, 'basalaman latrine', file))).toEqual(['convergence-programme-missing'])
  })
  it('what is no list is refused with its reason', () => {
    expect(codes(readUpload(bytes('')))).toEqual(['convergence-file-columns'])
    expect(codes(readUpload(bytes('nama;umur\nA;1')))).toEqual(['convergence-file-columns'])
    expect(codes(readUpload(new Uint8Array([0xff, 0xfe, 0x00])))).toEqual(['convergence-file-unreadable'])
    expect(codes(readUpload(bytes(`nik;tanggal\n${'1;2\n'.repeat(5001)}`)))).toEqual(['convergence-file-long'])
    expect(value(readUpload(bytes('nik,tanggal,nama\n\'63110612088-19901,1/4/2026,"\'; drop 🙂"\n')))[0]).toMatchObject(
      { nik: '6311061208819901', givenOn: '2026-04-01', name: "'; drop 🙂" },
    )
  })
})
