// Numbers that were given back and wait for their next use, with what became of the case that held them (rule 5: no number is wasted).
// Must stay true: of a NIK or card number nobody bears, the day in it is not told, because a child of a rejected case was born on it.
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { listNumberGaps, type NumberGap } from './number-store.ts'
import type { NumberKind } from './numbers.ts'
import { GAP_READERS, reachOf, regionWide } from './office-access.ts'
import type { RegisterOffice } from './office-context.ts'
import type { NumberGapLine, NumberGapsView } from './office-port.ts'
import { t } from './office-texts.ts'

const PAGE = 50
const KINDS: Readonly<Record<NumberKind, Text>> = {
  nik: t('NIK', 'NIK'),
  kk: t('Nomor Kartu Keluarga', 'Family card number'),
  deed: t('Nomor akta', 'Deed number'),
  letter: t('Nomor surat', 'Letter number'),
}
const CAUSES: Readonly<Record<string, Text>> = {
  released: t(
    'Permohonannya dikembalikan, dicabut, atau ditolak',
    'Its application was sent back, withdrawn or rejected',
  ),
  'prepared-again': t(
    'Permohonannya disiapkan lagi dengan isian lain',
    'Its application was prepared again with other answers',
  ),
}
const UNKNOWN = t('Tidak tercatat', 'Not recorded')

function seriesOf({ kind, series, serial }: NumberGap): string {
  const last = String(serial).padStart(4, '0')
  return kind === 'nik' || kind === 'kk' ? `${series.slice(0, 6)}••••••${last}` : `${series}, ${last}`
}

/** Refuses `not-found` for whoever does not work on the whole region's register. */
export async function readNumberGaps(
  office: Pick<RegisterOffice, 'database' | 'ring'>,
  visitor: Visitor,
  after?: string,
): Promise<Result<NumberGapsView>> {
  const region = visitor.region
  if (region === undefined || regionWide(visitor, GAP_READERS) === undefined) return refuse('not-found')
  const [at = '', key = '', serial = ''] = (after ?? '').split('~')
  const since = new Date(at)
  const isKey = since.getTime() > 0 && since.getUTCFullYear() < 10_000 && /^\d{1,6}$/.test(serial)
  const opensCases = reachOf(visitor, ['validator', 'head']).length > 0
  return office.database.inRegion(
    region.code,
    async (tx) => {
      const rows = await listNumberGaps(tx, office.ring, region.code, {
        limit: PAGE + 1,
        ...(isKey ? { after: { since, series: key, serial: Number(serial) } } : {}),
      })
      const last = rows[PAGE - 1]
      return accept({
        lines: rows.slice(0, PAGE).map(
          (gap): NumberGapLine => ({
            kind: KINDS[gap.kind],
            number: seriesOf(gap),
            cause: CAUSES[gap.cause] ?? UNKNOWN,
            since: todayIn(region.timeZone, gap.since.getTime()),
            ...(gap.caseId === undefined || !opensCases
              ? {}
              : { caseHref: `/${region.code}/office/cases/${gap.caseId}` }),
          }),
        ),
        ...(rows.length > PAGE && last !== undefined
          ? { next: `${last.since.toISOString()}~${last.key}~${last.serial}` }
          : {}),
      })
    },
    { readOnly: true },
  )
}
