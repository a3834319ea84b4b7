// The receiver inside the demo: takes items as SATUSEHAT and a DHIS2 would, checks them, gives ids, and sends nothing anywhere.
// Must stay true: what is incomplete is refused with the codes the real ones use; the same item gets the same id again.
import { createHash } from 'node:crypto'
import { DHIS2_2026 } from './dhis2/mapping.ts'
import { checkBundle } from './fhir/required.ts'
import type { Json } from './fhir/resources.ts'
import type { SendAnswer } from './outbox-rules.ts'
import type { ExchangeSender, OutgoingItem } from './sender-port.ts'

const answer = (
  status: number,
  more: Omit<Extract<SendAnswer, { kind: 'answer' }>, 'kind' | 'status'> = {},
): SendAnswer => ({
  kind: 'answer',
  status,
  ...more,
})

function receiveBundle(item: OutgoingItem, body: Json): SendAnswer {
  const checked = checkBundle(body)
  if (checked === undefined) return answer(400, { issues: ['structure'] })
  if (checked.missing.length > 0) return answer(400, { issues: ['required'], received: checked.kinds })
  return answer(200, { received: checked.kinds, remoteId: idOf(item) })
}

const ELEMENTS = new Set(DHIS2_2026.elements.map(({ code }) => code))

function receiveValues(item: OutgoingItem, body: Json): SendAnswer {
  const values =
    typeof body === 'object' && body !== null && 'dataValues' in body && Array.isArray(body.dataValues)
      ? body.dataValues
      : []
  if (values.length === 0) return answer(400, { issues: ['structure'] })
  const isKnown = (value: Json) => {
    if (typeof value !== 'object' || value === null || !('dataElement' in value)) return false
    return ELEMENTS.has(String(value.dataElement)) && /^\d+$/.test(String(value.value))
  }
  const known = values.filter(isKnown).length
  const received = { dataValues: known }
  return known < values.length
    ? answer(409, { issues: ['code-invalid'], received })
    : answer(200, { received, remoteId: idOf(item) })
}

const idOf = ({ target, localId }: OutgoingItem) =>
  `demo-${createHash('sha256').update(`${target} ${localId}`).digest('hex').slice(0, 12)}`

export function standInSender(): ExchangeSender {
  return {
    async send(item) {
      let body: Json
      try {
        body = JSON.parse(item.payload) as Json
      } catch {
        return answer(400, { issues: ['structure'] })
      }
      return item.target === 'satusehat' ? receiveBundle(item, body) : receiveValues(item, body)
    },
    renew: () => Promise.resolve(false),
  }
}
