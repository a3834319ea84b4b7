// Makes the first office calendar of a region: public holidays from date-holidays, corrected by the joint decrees of the three
// ministers where one exists (decrees.json). The result is committed and belongs to the office, which changes it from then on.
// Usage: node instruments/calendars/fill.mjs 63.11 Asia/Makassar 2026 > instruments/calendars/63.11-2026.json
// The edition 2026 covers 2025 to 2027, so that clocks over the turn of a year know both sides.
import { readFileSync } from 'node:fs'
import Holidays from 'date-holidays'

const [region, zone, edition] = process.argv.slice(2)
if (!/^\d{2}(\.\d{2})?$/.test(region ?? '') || !zone?.includes('/') || !/^\d{4}$/.test(edition ?? '')) {
  console.error('usage: fill.mjs <region> <IANA zone> <edition year>')
  process.exit(2)
}

const NAMES = {
  'new-year': ['Tahun Baru Masehi', 'New Year'],
  'isra-miraj': ['Isra Mikraj', 'Ascension of the Prophet'],
  'lunar-new-year': ['Tahun Baru Imlek', 'Lunar New Year'],
  nyepi: ['Nyepi', 'Nyepi'],
  'idul-fitri': ['Idulfitri', 'Eid al-Fitr'],
  'good-friday': ['Wafat Yesus Kristus', 'Good Friday'],
  easter: ['Paskah', 'Easter Sunday'],
  'labour-day': ['Hari Buruh Internasional', 'Labour Day'],
  waisak: ['Waisak', 'Vesak'],
  ascension: ['Kenaikan Yesus Kristus', 'Ascension Day'],
  pancasila: ['Hari Lahir Pancasila', 'Pancasila Day'],
  'idul-adha': ['Iduladha', 'Eid al-Adha'],
  'islamic-new-year': ['Tahun Baru Islam', 'Islamic New Year'],
  independence: ['Hari Kemerdekaan', 'Independence Day'],
  maulid: ['Maulid Nabi Muhammad', "Prophet's Birthday"],
  christmas: ['Natal', 'Christmas'],
}

// date-holidays names two different days alike, so its rule decides; its dates for Islamic days may be off by one.
function keyOf({ rule, name }) {
  const known = { '01-01': 'new-year', '05-01': 'labour-day', '06-01': 'pancasila', '08-17': 'independence', '12-25': 'christmas', '27 Rajab': 'isra-miraj', '1 Shawwal': 'idul-fitri', '2 Shawwal': 'idul-fitri', '10 Dhu al-Hijjah': 'idul-adha', '1 Muharram': 'islamic-new-year', '12 Rabi al-awwal': 'maulid', 'easter -2': 'good-friday', 'easter 39': 'ascension', 'chinese 01-0-01': 'lunar-new-year' }[rule]
  const key = known ?? { Nyepi: 'nyepi', 'Vesak Day': 'waisak' }[name]
  if (key === undefined) throw new Error(`date-holidays has a holiday this tool does not know: ${name} (${rule})`)
  return key
}

const decrees = JSON.parse(readFileSync(new URL('decrees.json', import.meta.url), 'utf8'))
const forecast = new Holidays('ID', { languages: ['en'] })
const daysOff = new Map()
const sources = []
for (const year of [Number(edition) - 1, Number(edition), Number(edition) + 1]) {
  const decree = decrees[year]
  if (decree) {
    sources.push({ year, basis: 'decree', title: decree.source })
    for (const [date, key] of Object.entries(decree.national)) add(date, 'national', key)
    for (const [date, key] of Object.entries(decree.jointLeave)) add(date, 'joint-leave', key)
  } else {
    sources.push({ year, basis: 'forecast', title: 'date-holidays 3.37; belum ada keputusan bersama, cuti bersama belum termasuk' })
    for (const holiday of forecast.getHolidays(year)) if (holiday.type === 'public') add(holiday.date.slice(0, 10), 'national', keyOf(holiday))
  }
}

function add(date, kind, key) {
  const [id, en] = NAMES[key]
  const name = kind === 'joint-leave' ? { id: `Cuti bersama ${id}`, en: `Joint leave, ${en}` } : { id, en }
  const other = daysOff.get(date)
  daysOff.set(date, other ? { ...other, name: { id: `${other.name.id}, ${name.id}`, en: `${other.name.en}, ${name.en}` } } : { date, kind, name })
}

const calendar = {
  id: `${region}-${edition}`,
  region,
  edition,
  zone,
  confirmedByOffice: false,
  covers: { from: `${Number(edition) - 1}-01-01`, to: `${Number(edition) + 1}-12-31` },
  week: [{ days: [1, 2, 3, 4, 5], open: '08:00', close: '16:00', breaks: [] }],
  periods: [],
  daysOff: [...daysOff.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
  sources,
}
const text = JSON.stringify(calendar, null, 2)
// One day off a line: the file is read and changed by people.
console.log(text.replace(/\{\s+"date": ("[^"]+"),\s+"kind": ("[^"]+"),\s+"name": \{\s+"id": ("(?:[^"\\]|\\.)*"),\s+"en": ("(?:[^"\\]|\\.)*")\s+\}\s+\}/g, '{ "date": $1, "kind": $2, "name": { "id": $3, "en": $4 } }').replace(/\[\s+1,\s+2,\s+3,\s+4,\s+5\s+\]/, '[1, 2, 3, 4, 5]'))
