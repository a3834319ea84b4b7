// Moves between regions for officers: what is on its way and what it waits for. Must stay true: a list shows letters and
// counts, no names; who is on a letter is seen in its case.
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { BadgeTone } from '../../platform/ui/badge.tsx'
import { reachOf, regionWide, TRANSFER_READERS } from './office-access.ts'
import type { RegisterOffice } from './office-context.ts'
import { t } from './office-texts.ts'
import { LETTER_READERS } from './paper-letter-commands.ts'
import type { TransferRow } from './tables.ts'
import type { Direction, TransferLine, TransferListView } from './transfer-port.ts'
import { listTransfers } from './transfer-store.ts'

const PAGE = 25

type StateWords = { readonly label: Text; readonly tone: BadgeTone; readonly waits: Text }
const DONE = t('Tidak ada lagi yang perlu dikerjakan.', 'Nothing more to do.')
const STATES: Readonly<Record<string, StateWords>> = {
  'out offered': {
    label: t('Surat terbit', 'Letter issued'),
    tone: 'wait',
    waits: t('Warga melapor di daerah tujuan.', 'The citizen reports in the region of destination.'),
  },
  'out claimed': {
    label: t('Diminta tujuan', 'Claimed'),
    tone: 'work',
    waits: t('Daerah tujuan menerbitkan Kartu Keluarga.', 'The region of destination issues the family card.'),
  },
  'out accepted': { label: t('Sudah diterima', 'Accepted'), tone: 'done', waits: DONE },
  'out withdrawn': { label: t('Dibatalkan', 'Withdrawn'), tone: 'stop', waits: DONE },
  'in requested': {
    label: t('Diminta ke asal', 'Requested'),
    tone: 'wait',
    waits: t('Jawaban daerah asal, datang sendiri.', 'The answer of the region of origin; it comes by itself.'),
  },
  'in granted': {
    label: t('Data sudah datang', 'Data have come'),
    tone: 'care',
    waits: t('Verifikasi dan pengesahan permohonan di sini.', 'Verification and approval of the application here.'),
  },
  'in accepted': { label: t('Sudah diterima', 'Accepted'), tone: 'done', waits: DONE },
  'in withdrawn': { label: t('Dikembalikan', 'Given back'), tone: 'stop', waits: DONE },
  'in refused': {
    label: t('Ditolak asal', 'Refused by the origin'),
    tone: 'stop',
    waits: t(
      'Cocokkan nomor surat dengan kertasnya, lalu minta lagi.',
      'Compare the number with the letter on paper, then ask again.',
    ),
  },
}

export async function readTransfers(
  office: RegisterOffice,
  visitor: Visitor,
  direction: Direction,
  after?: string,
): Promise<Result<TransferListView>> {
  const region = visitor.region
  if (region === undefined || regionWide(visitor, TRANSFER_READERS) === undefined) return refuse('not-found')
  const [at = '', id = ''] = (after ?? '').split('~')
  const changedAt = new Date(at)
  const isKey = changedAt.getTime() > 0 && changedAt.getUTCFullYear() < 10_000 && isUuid(id)
  const today = todayIn(region.timeZone, office.clock.now().getTime())
  const opensCases = reachOf(visitor, ['front-office', 'verifier', 'validator', 'head']).length > 0
  return office.database.inRegion(
    region.code,
    async (tx) => {
      const rows = await listTransfers(tx, region.code, direction, {
        limit: PAGE + 1,
        ...(isKey ? { after: { changedAt, id } } : {}),
      })
      const lines = rows.slice(0, PAGE).map((row): TransferLine => {
        const words = STATES[`${direction} ${row.state}`]
        return {
          transferId: row.transfer_id,
          letter: row.letter,
          place: office.placeName(row.other_region) ?? row.other_region,
          people: row.person_ids.length,
          state: words?.label ?? { id: row.state, en: row.state },
          tone: words?.tone ?? 'wait',
          waitsFor: words?.waits ?? DONE,
          changedOn: todayIn(region.timeZone, row.changed_at.getTime()),
          ...(row.valid_until === null ? {} : { validUntil: row.valid_until }),
          isOver: isOver(row, today),
          ...(row.case_id === null || !opensCases ? {} : { caseHref: `/${region.code}/office/cases/${row.case_id}` }),
        }
      })
      const last = rows[PAGE - 1]
      return accept({
        direction,
        lines,
        mayWritePaper: regionWide(visitor, LETTER_READERS) !== undefined,
        ...(rows.length > PAGE && last !== undefined
          ? { next: `${last.changed_at.toISOString()}~${last.transfer_id}` }
          : {}),
      })
    },
    { readOnly: true },
  )
}

/** A letter nobody has claimed in its time. */
function isOver(row: TransferRow, today: string): boolean {
  return row.state === 'offered' && row.valid_until !== null && row.valid_until < today
}
