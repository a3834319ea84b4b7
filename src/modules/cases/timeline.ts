// The way of a case for people outside: what happened, what is now, what is still to come. Names nobody, only units. Pure.
import { formatDate, formatInstant } from '../../kernel/date-format.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { todayIn } from '../../kernel/zone.ts'
import { endsWithCardAlone } from '../catalogue/cards.ts'
import type { CompiledService } from '../catalogue/compile.ts'
import { reachedBy, stateOf } from '../catalogue/process.ts'
import type { Process, ProcessState } from '../catalogue/process-definition.ts'
import type { CaseEvent, CaseFile } from './case.ts'
import { WAY_WORDS } from './help-rules.ts'
import type { CaseView, TimelineItem } from './port.ts'

/** The badge of a state by what it asks of the applicant. */
export function toneOf(state: ProcessState): CaseView['tone'] {
  if (state.kind === 'start' || state.id === 'on_hold') return 'wait'
  if (state.turn === 'applicant') return 'care'
  if (['rejected', 'annulled', 'withdrawn', 'expired', 'discarded'].includes(state.id)) return 'stop'
  return state.kind === 'final' || state.id === 'issued' || state.id === 'ready' ? 'done' : 'work'
}

const DONE: Readonly<Record<string, Text>> = {
  submit: { id: 'Diajukan', en: 'Submitted' },
  resubmit: { id: 'Dikirim ulang', en: 'Sent again' },
  screen: { id: 'Berkas lengkap', en: 'The file is complete' },
  return: { id: 'Dikembalikan untuk diperbaiki', en: 'Returned for repair' },
  'return-later': { id: 'Dikembalikan untuk diperbaiki', en: 'Returned for repair' },
  verify: { id: 'Data cocok dengan catatan kependudukan', en: 'The facts agree with the register' },
  decide: { id: 'Disetujui kepala dinas', en: 'Approved by the head of the office' },
  validate: { id: 'Disahkan', en: 'Approved' },
  sign: { id: 'Ditandatangani secara elektronik', en: 'Signed electronically' },
  issue: { id: 'Terbit', en: 'Issued' },
  print: { id: 'Kartu dicetak', en: 'Card printed' },
  'hand-over': { id: 'Kartu diserahkan', en: 'Card handed over' },
  finish: { id: 'Selesai', en: 'Finished' },
  hold: { id: 'Ditunda', en: 'On hold' },
  resume: { id: 'Dilanjutkan', en: 'Taken up again' },
  reject: { id: 'Ditolak', en: 'Rejected' },
  object: { id: 'Keberatan diajukan', en: 'Objection made' },
  'accept-objection': { id: 'Keberatan diterima', en: 'Objection accepted' },
  'refuse-objection': { id: 'Keberatan ditolak', en: 'Objection refused' },
  withdraw: { id: 'Dicabut', en: 'Withdrawn' },
  expire: { id: 'Ditutup karena tidak diperbaiki', en: 'Closed because it was not repaired' },
  stale: { id: 'Diperiksa lagi, data berubah', en: 'Checked again, the records changed' },
  'propose-annulment': { id: 'Pembatalan diusulkan', en: 'Annulment proposed' },
  annul: { id: 'Dibatalkan', en: 'Annulled' },
}
/** Steps whose free text is written to the applicant; notes between officers stay inside. */
const TOLD = new Set(['return', 'return-later', 'reject', 'accept-objection', 'refuse-objection', 'decide'])
const AHEAD: Readonly<Record<string, readonly string[]>> = {
  screening: ['verification', 'validation', 'signing', 'issued'],
  verification: ['validation', 'signing', 'issued'],
  decision: ['validation', 'signing', 'issued'],
  validation: ['signing', 'issued'],
  signing: ['issued'],
}

/** What the applicant does or waits for now. */
export function nextOf(
  service: Pick<CompiledService, 'process' | 'definition'>,
  state: ProcessState,
  events: readonly CaseEvent[],
): Text {
  const after = state.nextAfter?.[reachedBy(service.process, state.id, events)?.action ?? '']
  return after ?? (endsWithCardAlone(service) ? state.nextCardOnly : undefined) ?? state.next
}

type Input = {
  readonly file: CaseFile
  readonly events: readonly CaseEvent[]
  readonly service: Pick<CompiledService, 'process' | 'definition'>
  readonly zone: string
  readonly language: Language
  readonly unit: string
}

export function timelineOf({ file, events, service, zone, language, unit }: Input): readonly TimelineItem[] {
  const { process } = service
  const at = (ms: number) => ({ iso: new Date(ms).toISOString(), words: formatInstant(ms, zone, language) })
  const past = events
    .filter((event) => DONE[event.action] !== undefined)
    .map((event): TimelineItem => {
      const text = detailOf(event, process, zone)
      return { title: DONE[event.action]!, at: at(event.atMs), state: 'done', ...(text === undefined ? {} : { text }) }
    })
    .reverse()
  const state = stateOf(process, file.state)
  if (state === undefined || state.kind === 'final') return past
  const next = nextOf(service, state, events)
  const held: Text =
    file.state === 'on_hold' || state.turn === 'applicant'
      ? next
      : { id: `Dipegang ${unit}. ${next.id}`, en: `Held by ${unit}. ${next.en}` }
  // "Terbit" as what happened and as where it stands are one thing, said once with whatever either has to tell.
  const isSame = past[0]?.title.id === state.label.id
  const told = isSame ? past[0]?.text : undefined
  const now: TimelineItem = {
    title: state.label,
    text: told === undefined ? held : joined([told, held]),
    state: 'now',
    at: at(file.stateSinceMs),
  }
  const ahead = (AHEAD[file.state] ?? [])
    .map((id): TimelineItem => ({ title: stateOf(process, id)!.label, state: 'next' }))
    .reverse()
  return [...ahead, now, ...(isSame ? past.slice(1) : past)]
}

/** Reason, faults, date and note of an event, in words; undefined where there is nothing to tell. */
export function detailOf(event: CaseEvent, process: Process, zone: string): Text | undefined {
  const { reason, until, faults, by } = event.detail as {
    reason?: string
    until?: number
    faults?: number
    by?: keyof typeof WAY_WORDS
  }
  const label =
    reason === undefined
      ? undefined
      : Object.values(process.reasons ?? {})
          .flat()
          .find((one) => one.id === reason)?.label
  const parts: Text[] = []
  const helped = by === undefined ? undefined : WAY_WORDS[by]
  if (helped !== undefined) parts.push({ id: `${helped.id}.`, en: `${helped.en}.` })
  if (label !== undefined) parts.push({ id: `${label.id}.`, en: `${label.en}.` })
  if (faults !== undefined) parts.push({ id: `${faults} hal perlu diperbaiki.`, en: `${faults} item(s) to repair.` })
  if (until !== undefined)
    parts.push({
      id: `Kami periksa lagi ${formatDate(todayIn(zone, until), 'id')}.`,
      en: `We look again on ${formatDate(todayIn(zone, until), 'en')}.`,
    })
  if (event.note !== undefined && TOLD.has(event.action)) parts.push({ id: event.note, en: event.note })
  return parts.length === 0 ? undefined : joined(parts)
}

const joined = (parts: readonly Text[]): Text => ({
  id: parts.map((one) => one.id).join(' '),
  en: parts.map((one) => one.en).join(' '),
})
