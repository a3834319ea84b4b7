// What of a bride's or groom's check is not ideal, in words. Must stay true: limits are said as the edition has them, never typed here.
import { formatLiteral } from '../../kernel/decimal.ts'
import type { Text } from '../../kernel/text.ts'
import { COUPLE_2021, type CoupleEdition, type CouplePart } from './couple.ts'

export const PART_NAMES: Readonly<Record<CouplePart, Text>> = {
  age: { id: 'umur', en: 'age' },
  bmi: { id: 'berat dan tinggi', en: 'weight and height' },
  arm: { id: 'LiLA', en: 'upper arm' },
  haemoglobin: { id: 'Hb', en: 'Hb' },
  smoke: { id: 'asap rokok', en: 'smoke' },
}

export function faultText(part: CouplePart, edition: CoupleEdition = COUPLE_2021): Text {
  const { fromYears, toYears } = edition.age
  const arm = String(edition.armFromTenthMm / 100)
  const haemoglobin = String(edition.haemoglobinFromTenthGdl / 10)
  const comma = (figure: string) => formatLiteral(figure, 'id')
  const words: Readonly<Record<CouplePart, Text>> = {
    age: {
      id: `umur di luar ${fromYears}–${toYears} tahun saat menikah`,
      en: `age outside ${fromYears}–${toYears} years at the wedding`,
    },
    bmi: { id: 'berat tidak sesuai tinggi', en: 'weight does not fit the height' },
    arm: { id: `LiLA di bawah ${comma(arm)} cm`, en: `upper arm below ${arm} cm` },
    haemoglobin: { id: `Hb di bawah ${comma(haemoglobin)} g/dL`, en: `Hb below ${haemoglobin} g/dL` },
    smoke: { id: 'merokok atau terpapar asap', en: 'smokes or breathes smoke' },
  }
  return words[part]
}
