// Words of coverage: what each document is called, why somebody may still lack it. Every entry of the closed lists has one.
import type { Text } from '../../kernel/text.ts'
import type { Indicator } from './coverage-rules.ts'
import type { CoverageReason } from './coverage-tasks.ts'

const t = (id: string, en: string): Text => ({ id, en })

export const INDICATOR_WORDS: Readonly<Record<Indicator, Text>> = {
  'birth-0-18': t('Akta kelahiran, 0–17 tahun', 'Birth deed, age 0–17'),
  'birth-all': t('Akta kelahiran, semua umur', 'Birth deed, all ages'),
  kk: t('Kartu Keluarga', 'Family card'),
  'ktp-recording': t('Perekaman KTP-el', 'KTP-el recording'),
  kia: t('Kartu Identitas Anak', 'Child identity card'),
  ikd: t('Identitas digital (IKD)', 'Digital identity'),
  marriage: t('Akta perkawinan atau buku nikah', 'Marriage record'),
  divorce: t('Akta perceraian', 'Divorce record'),
  death: t('Akta kematian tahun ini', 'Death deed this year'),
}
/** In the order of the page: what a village works on first. */
export const SHOWN_INDICATORS = Object.keys(INDICATOR_WORDS) as Indicator[]

export function isIndicator(text: string | undefined): text is Indicator {
  return text !== undefined && Object.hasOwn(INDICATOR_WORDS, text)
}

export const REASON_WORDS: Readonly<Record<CoverageReason, Text>> = {
  'in-process': t('Sedang diurus', 'In process'),
  'not-at-home': t('Tidak di rumah', 'Not at home'),
  'no-proof': t('Tidak ada bukti', 'No proof'),
  refuses: t('Menolak', 'Refuses'),
  died: t('Meninggal', 'Died'),
  moved: t('Pindah', 'Moved'),
}
