// A partner at a door of machines other than the check: signed, fresh, under an agreement that names the service, within its day's limit.
// Must stay true: whoever is not admitted learns nothing but that; every request that was signed rightly is counted.
import { isUuid } from '../../kernel/id.ts'
import { isTenantCode } from '../../kernel/region-code.ts'
import { todayIn } from '../../kernel/zone.ts'
import { isGenuine } from '../../platform/notify/carrier.ts'
import { openSealedText } from '../../platform/secrets/seal.ts'
import { type CheckTools, partnerKeyContext } from './check-command.ts'
import type { SignedQuestion } from './port.ts'
import { faultOfTime, type PartnerService, type PartnerState } from './rules.ts'
import { countAsked, countOutcome, findPartner } from './store.ts'

export type Admitted =
  | { readonly ok: true; readonly partnerId: string; readonly name: string; readonly purpose: string }
  | { readonly ok: false; readonly status: 401 | 403 | 429; readonly code: string; readonly waitSeconds?: number }

const UNKNOWN: Admitted = { ok: false, status: 401, code: 'partner-unknown' }

export async function admitPartner(
  tools: CheckTools,
  region: string,
  signed: SignedQuestion,
  service: PartnerService,
): Promise<Admitted> {
  const zone = isTenantCode(region) ? await tools.zoneOf(region) : undefined
  if (zone === undefined || !isUuid(signed.partner)) return UNKNOWN
  const wait = await tools.limits.take('machine', `fhir ${signed.partner}`)
  if (wait !== undefined) return { ok: false, status: 429, code: 'partner-many', waitSeconds: wait }
  const partner = await tools.database.inRegion(region, (tx) => findPartner(tx, region, signed.partner), {
    readOnly: true,
  })
  if (partner === undefined || partner.key_sealed === null) return UNKNOWN
  const now = tools.clock.now().getTime()
  const secret = openSealedText(tools.ring, partner.key_sealed, partnerKeyContext(partner.partner_id))
  if (!isGenuine(secret, signed.at, signed.body, signed.signature, now)) return UNKNOWN
  const day = todayIn(zone, now)
  const contract = { state: partner.state as PartnerState, fromDay: partner.from_day, untilDay: partner.until_day }
  const late = faultOfTime(contract, day)
  const isNamed = partner.fields.includes(service)
  const asked = await tools.database.inRegion(region, async (tx) => {
    const count = await countAsked(tx, region, partner.partner_id, day)
    if (late !== undefined || !isNamed || count > partner.daily_limit)
      await countOutcome(tx, region, partner.partner_id, day, 'refused')
    return count
  })
  if (late !== undefined) return { ok: false, status: 403, code: late.code }
  if (!isNamed) return { ok: false, status: 403, code: 'partner-field' }
  if (asked > partner.daily_limit) return { ok: false, status: 429, code: 'partner-many' }
  return { ok: true, partnerId: partner.partner_id, name: partner.name, purpose: partner.purpose }
}
