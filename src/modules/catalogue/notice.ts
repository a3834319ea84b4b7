// Messages to the applicant, as data. Must stay true: a message that leaves the house holds a case number, a state, what
// to do and an address; the closed list of places in the text has no name, NIK or document in it.
import * as v from 'valibot'
import type { Text } from '../../kernel/text.ts'
import { IdSchema, TextSchema } from './schema-parts.ts'

/** Places a notice may hold: case number, service name, due or end date, follow-up address, unit that holds the case, cause of a hold. */
export const NOTICE_PLACES = ['number', 'service', 'until', 'address', 'unit', 'cause'] as const
export type NoticePlace = (typeof NOTICE_PLACES)[number]

const NoticeSchema = v.strictObject({
  /** Sent when the case enters this state … */
  state: v.string(),
  /** … by this action only, … */
  after: v.optional(IdSchema),
  /** … or as the reminder of a timer while it waits there. */
  reminder: v.optional(v.literal(true)),
  text: TextSchema,
  /** The same, for a service that ends with a card alone: there is nothing to download. */
  cardOnly: v.optional(TextSchema),
})
export type Notice = v.InferOutput<typeof NoticeSchema>

export const NoticesSchema = v.strictObject({
  $schema: v.optional(v.string()),
  id: IdSchema,
  /** The process whose states are named. */
  process: IdSchema,
  notices: v.array(NoticeSchema),
})
export type Notices = v.InferOutput<typeof NoticesSchema>

/** The notice for a case that enters a state by an action; the one that names the action wins. */
export function findNotice(notices: Notices, state: string, action?: string): Notice | undefined {
  const here = notices.notices.filter((notice) => notice.state === state && notice.reminder !== true)
  return (
    here.find((notice) => notice.after === action && action !== undefined) ??
    here.find((notice) => notice.after === undefined)
  )
}

export function findReminder(notices: Notices, state: string): Notice | undefined {
  return notices.notices.find((notice) => notice.state === state && notice.reminder === true)
}

/** Names in braces that are not places of the closed list. */
export function unknownPlaces(text: Text): readonly string[] {
  const names = [...`${text.id} ${text.en}`.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
  return [...new Set(names.filter((name) => !NOTICE_PLACES.some((place) => place === name)))]
}
