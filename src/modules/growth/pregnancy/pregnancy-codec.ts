// Between a pregnancy and its row: NIK sealed and hashed as the register does it, so that both find the same woman.
import type { Insertable } from 'kysely'
import type { PlainDate } from '../../../kernel/date.ts'
import type { KeyRing } from '../../../platform/secrets/key-ring.ts'
import { keyedHash, openSealedText, seal } from '../../../platform/secrets/seal.ts'
import type { VisitFacts } from '../rules/pregnancy.ts'
import type { PregnancyRead, VisitRead } from './pregnancy-store.ts'
import type { PregnancyTables } from './tables.ts'

export type WomanDetails = { readonly husband?: string; readonly phone?: string; readonly address?: string }

export const nikContext = (id: string) => `growth.pregnancy.nik:${id}`
export const detailsContext = (id: string) => `growth.pregnancy.details:${id}`

export function sealedOf(
  ring: KeyRing,
  pregnancyId: string,
  woman: { readonly nik?: string; readonly details: WomanDetails },
): Pick<Insertable<PregnancyTables['growth_pregnancy']>, 'nik_hash' | 'nik_sealed' | 'details'> {
  return {
    nik_hash: woman.nik === undefined ? null : keyedHash(ring, woman.nik),
    nik_sealed: woman.nik === undefined ? null : seal(ring, woman.nik, nikContext(pregnancyId)),
    details:
      Object.keys(woman.details).length === 0
        ? null
        : seal(ring, JSON.stringify(woman.details), detailsContext(pregnancyId)),
  }
}

export function womanOf(
  ring: KeyRing,
  row: Pick<PregnancyRead, 'pregnancy_id' | 'nik_sealed' | 'details'>,
): { readonly nik?: string; readonly details: WomanDetails } {
  return {
    ...(row.nik_sealed === null ? {} : { nik: openSealedText(ring, row.nik_sealed, nikContext(row.pregnancy_id)) }),
    details:
      row.details === null
        ? {}
        : (JSON.parse(openSealedText(ring, row.details, detailsContext(row.pregnancy_id))) as WomanDetails),
  }
}

/** What was measured and given at a visit. */
function figuresOf(row: VisitRead): Omit<VisitFacts, 'on'> {
  return {
    ...(row.arm_tenth_mm === null ? {} : { armTenthMm: row.arm_tenth_mm }),
    ...(row.haemoglobin_tenth_gdl === null ? {} : { haemoglobinTenthGdl: row.haemoglobin_tenth_gdl }),
    ...(row.weight_g === null ? {} : { weightG: row.weight_g }),
    tabletsGiven: row.tablets_given,
    tabletsTaken: row.tablets_taken,
    foodGiven: row.food_given,
    classAttended: row.class_attended,
  }
}

/** Facts of the visits that stand. */
export function visitFacts(rows: readonly VisitRead[]): readonly VisitFacts[] {
  return rows
    .filter(({ state }) => state === 'recorded')
    .map((row) => ({ on: row.visited_on as PlainDate, ...figuresOf(row) }))
}

/** A visit as its midwife and the woman herself read it. */
export function visitShown(row: VisitRead) {
  return { on: row.visited_on, weeks: row.weeks, ...figuresOf(row) }
}
