// The parts of a comparison in words: what was compared, how near it came. Pure.
import { formatDate } from '../../kernel/date-format.ts'
import type { Text } from '../../kernel/text.ts'
import type { ComparedRow } from './duplicate-port.ts'
import type { Comparable, Match, MatchPart } from './duplicates.ts'
import { both, NOTHING, t, valueText } from './office-texts.ts'

const FACTS: Readonly<Record<MatchPart['field'], Text>> = {
  nik: both('NIK'),
  name: t('Nama', 'Name'),
  birthDate: t('Tanggal lahir', 'Birth date'),
  sex: t('Jenis kelamin', 'Sex'),
  mother: t('Nama ibu', 'Name of the mother'),
  village: t('Desa', 'Village'),
  multipleBirth: t('Urutan kembar', 'Order of a multiple birth'),
}
const LEVELS: Readonly<Record<string, Text>> = {
  equal: t('sama', 'equal'),
  different: t('berbeda', 'different'),
  swapped: t('tanggal dan bulan tertukar', 'day and month swapped'),
  oneDigit: t('berbeda satu angka', 'one digit differs'),
  estimated: t('tahun sama, salah satunya perkiraan', 'same year, one is an estimate'),
  sameYear: t('tahun sama', 'same year'),
  same: t('desa sama', 'same village'),
  sameDistrict: t('kecamatan sama', 'same district'),
  sameRegency: t('kabupaten sama', 'same regency'),
  elsewhere: t('daerah lain', 'elsewhere'),
  otherOrder: t('urutan lain', 'another order'),
}

function levelText({ field, level }: MatchPart): Text {
  if (typeof level === 'string') return LEVELS[level] ?? both(level)
  const percent = Math.round(level * 100)
  if (field === 'name' || field === 'mother')
    return percent === 100
      ? t('bunyinya sama', 'sounds the same')
      : t(`bunyinya ${percent} % sama`, `sounds ${percent} % alike`)
  return both(String(level))
}

type PlaceName = (code: string) => string | undefined

function factOf(person: Comparable, field: MatchPart['field'], placeName: PlaceName): Text {
  switch (field) {
    case 'name':
      return both([person.name, ...(person.aliases ?? [])].join(' / '))
    case 'birthDate':
      return { id: formatDate(person.birthDate, 'id'), en: formatDate(person.birthDate, 'en') }
    case 'sex':
      return valueText('sex', person.sex) ?? both(person.sex)
    case 'mother':
      return person.motherName === undefined ? NOTHING : both(person.motherName)
    case 'village':
      return person.villageCode === undefined ? NOTHING : both(placeName(person.villageCode) ?? person.villageCode)
    default:
      return both('–')
  }
}

export function comparedRows(a: Comparable, b: Comparable, match: Match, placeName: PlaceName): readonly ComparedRow[] {
  return match.parts.map((part) => ({
    fact: FACTS[part.field],
    a: factOf(a, part.field, placeName),
    b: factOf(b, part.field, placeName),
    why: levelText(part),
    points: part.points,
  }))
}

/** "nama: bunyinya sama; tanggal lahir: berbeda satu angka": the parts that speak for the same person. */
export function reasonsText(match: Match): Text {
  const parts = match.parts.filter((part) => part.points > 0)
  const join = (language: 'id' | 'en') =>
    parts
      .map((part) => {
        const level = levelText(part)[language]
        return part.field === 'village' ? level : `${FACTS[part.field][language].toLowerCase()}: ${level}`
      })
      .join('; ')
  return { id: join('id'), en: join('en') }
}
