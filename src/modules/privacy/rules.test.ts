// Clocks run day and night; faults are named all at once; every table that is described is described once.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ACTIVITIES, undescribed } from './activities.ts'
import { CLOCK_MS, clockAt, conflictOf, dueOf, faultsOfActivity, faultsOfBreach, faultsOfRequest } from './rules.ts'

const now = new Date('2026-04-04T23:00:00Z')
const hours = (n: number): Date => new Date(now.getTime() + n * 3_600_000)

describe('the clock of 3×24 hours', () => {
  it('ends three whole days later, over the weekend too', () => {
    expect(dueOf(now).toISOString()).toBe('2026-04-07T23:00:00.000Z')
  })
  it('says how much is left, how much is over, and whether it was kept', () => {
    expect(clockAt(now, hours(25))).toEqual({ state: 'running', hours: 25 })
    expect(clockAt(now, hours(23))).toEqual({ state: 'soon', hours: 23 })
    expect(clockAt(now, hours(-3))).toEqual({ state: 'late', hours: 3 })
    expect(clockAt(now, hours(0), hours(0))).toEqual({ state: 'kept', hours: 0 })
    expect(clockAt(now, hours(-4), hours(-2))).toEqual({ state: 'missed', hours: 2 })
  })
})

describe('what an entry must say', () => {
  it('names all faults of a request and of a breach at once', () => {
    expect(faultsOfRequest("'; drop table privacy_request; --", '😀').map((one) => one.at)).toEqual(['kind', 'words'])
    expect(faultsOfRequest('access', 'x'.repeat(10_000)).map((one) => one.code)).toEqual(['privacy-words-long'])
    const empty = { what: '', how: ' ', kinds: [], people: 'many', drill: false }
    expect(faultsOfBreach(empty, undefined, now.getTime()).map((one) => one.at)).toEqual([
      'what',
      'how',
      'kinds',
      'people',
      'found',
    ])
    const good = { what: 'Laptop hilang', how: 'Tertinggal di loket', kinds: ['contact'], people: '', drill: true }
    expect(faultsOfBreach(good, now.getTime(), now.getTime())).toEqual([])
    expect(faultsOfBreach(good, now.getTime() + 1, now.getTime()).map((one) => one.at)).toEqual(['found'])
  })
  it('takes no NIK into the register of processing', () => {
    const entry = {
      name: 'Arsip 6311060101909901',
      purpose: 'Menyimpan',
      basis: 'UU',
      categories: 'Akta',
      recipients: 'Arsip',
      retention: 'Selamanya',
      owner: 'Kasi',
      reviewOn: '2026-04-05',
    }
    expect(faultsOfActivity(entry, '2026-04-05').map((one) => `${one.at} ${one.code}`)).toEqual([
      'name privacy-activity-number',
      'basis privacy-activity-field',
      'reviewOn privacy-review',
    ])
  })
  it('lets nobody decide what is theirs', () => {
    expect(conflictOf({ account: 'a' }, { account: 'a' })?.code).toBe('privacy-own')
    expect(conflictOf({ account: 'a', person: 'p' }, { account: 'b', person: 'p' })?.code).toBe('privacy-own')
    expect(conflictOf({ account: 'a' }, { account: 'b', proposedBy: 'a' })?.code).toBe('privacy-four-eyes')
    expect(conflictOf({ account: 'a' }, { account: 'b', person: 'p', proposedBy: 'c' })).toBeUndefined()
    expect(CLOCK_MS).toBe(259_200_000)
  })
})

describe('the register of processing', () => {
  it('finds a table that nobody described', () => {
    expect(undescribed(['person', 'case_file', 'unit', 'secret_list'])).toEqual(['secret_list'])
    expect(undescribed(['school_child', 'school_session', 'boundary_map', 'boundary_shape'])).toEqual([])
  })
  it('describes every table of a region that a migration makes', () => {
    const folder = 'src/platform/db/migrations'
    const written = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    const made = written.flatMap((text) =>
      [...text.matchAll(/^select enable_region_security\('(\w+)'/gm)].map((one) => one[1]!),
    )
    expect(made.length).toBeGreaterThan(50)
    const gone = new Set(written.flatMap((text) => [...text.matchAll(/^drop table (\w+)/gm)].map((one) => one[1])))
    expect(undescribed(made.filter((one) => !gone.has(one)))).toEqual([])
  })
  it('describes no table twice', () => {
    const said = ACTIVITIES.flatMap((one) => one.tables)
    expect(said.filter((one, index) => said.indexOf(one) !== index)).toEqual([])
  })
})
