// An action of the process as the office offers it: which is the main one, which does harm, what it asks for. Pure.
import type { listActions } from '../catalogue/process.ts'
import type { OfferedService } from './context.ts'
import { placeName } from './fault-words.ts'
import type { OfficeAction, OfficeCaseView } from './office-port.ts'

/** What a fault may point to: the papers that were asked for and the answers that count. */
export function placesOf(
  offered: OfferedService,
  documents: readonly string[],
  answers: readonly string[],
): OfficeCaseView['places'] {
  return [...documents, ...answers].map((value) => ({ value, label: placeName(offered.service, value) }))
}

/** The button and the fields of one action. */
export function officeAction(
  action: ReturnType<typeof listActions>[number],
  { service }: OfferedService,
): OfficeAction {
  const harmful = ['reject', 'annul', 'propose-annulment', 'refuse-objection'].includes(action.id)
  const forward = [
    'screen',
    'verify',
    'decide',
    'validate',
    'sign',
    'print',
    'hand-over',
    'finish',
    'accept-objection',
    'resume',
  ].includes(action.id)
  return {
    id: action.id,
    label: action.label,
    kind: forward ? 'main' : harmful ? 'harm' : 'second',
    reasons: (action.reasons === undefined ? [] : (service.process.reasons?.[action.reasons] ?? [])).map((reason) => ({
      value: reason.id,
      label: reason.label,
    })),
    note: action.note === true,
    until: action.until === true,
    points: action.points === true,
  }
}
