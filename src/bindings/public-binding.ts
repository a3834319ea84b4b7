// The open pages' port: help from the region's profile, reads of one's own data from the journal, figures from the rollups.
import { sql } from 'kysely'
import { formatInstant } from '../kernel/date-format.ts'
import type { Text } from '../kernel/text.ts'
import type { CasesContext } from '../modules/cases/context.ts'
import { careSubjectsOf } from '../modules/growth/own-care-queries.ts'
import { findRoleName } from '../modules/regions/officer-rules.ts'
import type { AccessLine, PublicPort } from '../modules/regions/public-port.ts'
import { purposeOf } from './access-purposes.ts'
import { ACCESS_WORDS } from './access-words.ts'
import type { RegionDirectory } from './region-directory.ts'

/** Not roles of an office: who acted for the person, and an officer who was turned away. */
const OTHERS: Readonly<Record<string, Text>> = {
  mandate: { id: 'Penerima kuasa Anda', en: 'Holder of your mandate' },
  helper: { id: 'Yang membantu Anda', en: 'Who helped you' },
  officer: { id: 'Petugas', en: 'Officer' },
}
const PARTNER: Text = { id: 'Mitra dengan perjanjian', en: 'Partner under an agreement' }
const OTHER: Text = { id: 'Memproses data Anda', en: 'Handled your data' }
/** The citizen's own doings are no news to them. */
const OWN_ROLES = ['citizen', 'system']

type Journal = {
  journal: {
    region_code: string
    at: Date
    role: string
    unit: string | null
    action: string
    subject: string | null
    reason: string | null
  }
}
type Months = {
  case_month: {
    region_code: string
    service_id: string
    month: string
    submitted: number
    issued: number
    on_time: number
    returned: number
    rejected: number
    held: number
  }
}

/** Few enough to be somebody's neighbour are not counted out. */
const FEW = 5

/** What of the house the open pages need. */
type OpenParts = Pick<CasesContext, 'visitor' | 'database'> & {
  readonly services: Pick<CasesContext['services'], 'list'>
}

export function bindPublic(cases: OpenParts, regions: RegionDirectory): PublicPort {
  return {
    visitor: (request) => cases.visitor(request),
    async readHelp(visitor) {
      const { profile, hours, logo } = regions.get(visitor.region!.code)
      const { unit: office, address, contact, notices = [] } = profile
      return { office, address, contact, hours, notices, hasLogo: logo !== undefined }
    },
    async listAccess(visitor) {
      const person = visitor.actor?.personId
      if (person === undefined) return []
      const region = visitor.region!
      const rows = await cases.database.inRegion(
        region.code,
        async (tx) => {
          const care = await careSubjectsOf(tx, region.code, person)
          return tx
            .withTables<Journal>()
            .selectFrom('journal')
            .select(['at', 'role', 'unit', 'action', 'reason'])
            .where('region_code', '=', region.code)
            .where((e) =>
              e.or([
                e('subject', '=', person),
                // Of children and pregnancies only what posyandu and midwife do: their words say whom it is about.
                ...(care.length === 0
                  ? []
                  : [
                      e.and([
                        e('subject', 'in', [...care]),
                        e.or([e('action', 'like', 'child%'), e('action', 'like', 'pregnancy%')]),
                      ]),
                    ]),
              ]),
            )
            .where('role', 'not in', OWN_ROLES)
            .orderBy('at', 'desc')
            .limit(100)
            .execute()
        },
        { readOnly: true },
      )
      return rows.map((row): AccessLine => {
        const purpose = purposeOf(row)
        return {
          at: formatInstant(row.at.getTime(), region.timeZone, visitor.language),
          unit: row.unit ?? '',
          role: (row.role === 'partner' ? PARTNER : (findRoleName(row.role) ?? OTHERS[row.role] ?? OTHERS.officer!))[
            visitor.language
          ],
          what: ACCESS_WORDS[row.action] ?? OTHER,
          ...(purpose === undefined ? {} : { reason: purpose[visitor.language] }),
        }
      })
    },
    async listFigures(visitor) {
      const region = visitor.region!.code
      const names = new Map(
        (await cases.services.list(region)).map(({ service }) => [service.id, service.definition.texts.name]),
      )
      const rows = await cases.database.inRegion(
        region,
        (tx) =>
          tx
            .withTables<Months>()
            .selectFrom('case_month')
            .select([
              sql<string>`to_char(month, 'YYYY-MM')`.as('of'),
              'service_id',
              'submitted',
              'issued',
              'on_time',
              'returned',
              'rejected',
              'held',
            ])
            .where('region_code', '=', region)
            .orderBy('of', 'desc')
            .orderBy('service_id')
            .limit(1000)
            .execute(),
        { readOnly: true },
      )
      return rows.map((row) => ({
        service: row.service_id,
        name: names.get(row.service_id) ?? { id: row.service_id, en: row.service_id },
        month: row.of,
        submitted: row.submitted,
        issued: row.issued,
        onTime: row.on_time,
        returned: row.returned,
        rejected: row.rejected,
        held: row.held > 0 && row.held < FEW ? `<${FEW}` : String(row.held),
      }))
    },
  }
}
