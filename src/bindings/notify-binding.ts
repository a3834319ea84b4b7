// Notices and codes on their way out: written with the case, sent by a job after the commit, tried again with growing
// waits. In the demo, and wherever no carrier is set up, a stand-in takes them and a page shows them.

import { setTimeout as delay } from 'node:timers/promises'
import { maskEmail } from '../kernel/email.ts'
import { maskPhone } from '../kernel/phone.ts'
import type { RegionCode } from '../kernel/region-code.ts'
import type { NoticeRequest } from '../modules/cases/context.ts'
import { CodeNotSent } from '../platform/auth/code-not-sent.ts'
import type { CodeKind, CodePurpose } from '../platform/auth/library.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import type { Tx } from '../platform/db/tx.ts'
import { newId, newRandomId } from '../platform/ids.ts'
import { defineJob, type JobDefinition } from '../platform/jobs/job.ts'
import { writeOutbox } from '../platform/jobs/outbox.ts'
import type { Log } from '../platform/log.ts'
import { type Carrier, CarrierFault, type ChannelName } from '../platform/notify/carrier.ts'
import {
  findNotice,
  insertNotice,
  keepStandIn,
  listStandIns,
  sweepStandIns,
  updateNotice,
} from '../platform/notify/store.ts'
import { renderNotice } from '../platform/notify/templates.ts'
import type { KeyRing } from '../platform/secrets/key-ring.ts'
import { openSealedText, seal } from '../platform/secrets/seal.ts'
import { isCarried, openCarriers } from './carriers.ts'

export const addressContext = (noticeId: string): string => `notice.address:${noticeId}`
export const standInContext = (id: string): string => `stand_in_message.body:${id}`
const SUBJECT = 'Puja Indah'
/** The demo's page shows a code a little longer than it holds. */
const STAND_IN_CODE_MS = 15 * 60_000
export type StandInMessage = {
  readonly message_id: string
  readonly channel: string
  readonly recipient: string
  readonly body: string
  readonly at: Date
}

export type NotifyTools = {
  readonly database: Database
  readonly ring: KeyRing
  readonly clock: Clock
  readonly demo: boolean
  readonly origin: string
  readonly log: Log
}
export type NotifyBinding = {
  readonly jobs: readonly JobDefinition[]
  readonly carriers: Readonly<Record<ChannelName, Carrier>>
  inCase(tx: Tx, region: RegionCode, notice: NoticeRequest): Promise<void>
  /** Throws `CodeNotSent` when no carrier took it, also after trying again. */
  deliverCode(kind: CodeKind, to: string, code: string, purpose: CodePurpose): Promise<void>
  /** Sends an invitation; undefined where no e-mail goes out. */
  readonly mailLink: ((to: string, link: string) => Promise<void>) | undefined
  /** Tells a superior that alarms wait; no name, no rule. Throws when no carrier took it. */
  mailAlarms(to: string, region: RegionCode, count: number): Promise<void>
  /** Tells an officer what waits on the work list; counts only. */
  mailWork(account: string, region: RegionCode, what: string): Promise<void>
  /** What the stand-ins took and still shows. */
  listStandIns(limit: number): Promise<readonly StandInMessage[]>
  contactOf(accountId: string): Promise<{ phone?: string; email?: string } | undefined>
  /** How the one-time address of a survey is found when its notice leaves; it is never kept in the row. */
  surveyLink?: (region: RegionCode, caseId: string) => Promise<string | undefined>
}

/** With growing waits from 5 seconds: a gateway may be away for three days before a notice is given up. */
const NOTICE_RETRIES = 16

/** Stands in a stored notice where the survey's address will be. */
export const SURVEY_PLACE = '{survey}'

export function bindNotify({ database, ring, clock, demo, origin, log }: NotifyTools): NotifyBinding {
  const keep = async (message: { id: string; to: string; body: string; channel: ChannelName }): Promise<void> => {
    const recipient = message.channel === 'email' ? maskEmail(message.to) : maskPhone(message.to)
    const at = new Date()
    // Ids that carriers see begin with the region; a row here has the bare one.
    const messageId = message.id.slice(message.id.indexOf(':') + 1)
    const isCode = /\b\d{6}\b/.test(message.body)
    await database.asPlatform((tx) =>
      keepStandIn(tx, {
        message_id: messageId,
        channel: message.channel,
        recipient,
        sealed: seal(ring, message.body, standInContext(messageId)),
        at,
        expires_at: isCode ? new Date(at.getTime() + STAND_IN_CODE_MS) : null,
      }),
    )
  }
  const carriers = openCarriers(demo, keep)
  const binding: NotifyBinding = {
    carriers,
    async inCase(tx, region, notice) {
      const channel: ChannelName = notice.contact.channel === 'none' ? 'sms' : notice.contact.channel
      const to = channel === 'email' ? notice.contact.email : notice.contact.phone
      if (to === undefined) return
      const noticeId = newId()
      await insertNotice(tx, {
        region_code: region,
        notice_id: noticeId,
        case_id: notice.caseId,
        kind: notice.kind,
        body: notice.body,
        channel,
        address: seal(ring, to, addressContext(noticeId)),
        created_at: clock.now(),
        attempts: 0,
        next_try_at: null,
        sent_at: null,
        delivered_at: null,
        failed_at: null,
        error: null,
        provider_ref: null,
      })
      await writeOutbox(tx, { kind: 'notify.send', payload: { noticeId } })
    },
    async deliverCode(kind, to, code, purpose) {
      const channel: ChannelName = kind === 'email' ? 'email' : 'sms'
      const body =
        purpose === 'officer-way'
          ? renderNotice('officer_way', { link: `${origin}/sign-in/officer` }, 'id')
          : renderNotice(purpose === 'sign-in' ? 'sign_in_code' : 'step_up_code', { code }, 'id')
      const message = { id: newRandomId(), to, subject: SUBJECT, body }
      for (let attempt = 1; ; attempt++)
        try {
          await carriers[channel].send(message)
          return
        } catch (error) {
          log.warn({ channel, attempt, reason: error instanceof Error ? error.message : 'unknown' }, 'code not sent')
          // A person waits for it: three tries within two seconds, then a sentence.
          if (attempt === 3 || (error instanceof CarrierFault && error.isFinal)) throw new CodeNotSent(channel)
          await delay(attempt * 600)
        }
    },
    mailLink: isCarried('email')
      ? async (to, link) => {
          const body = renderNotice('invitation', { link }, 'id')
          await carriers.email.send({ id: newRandomId(), to, subject: SUBJECT, body })
        }
      : undefined,
    async mailAlarms(to, region, count) {
      if (!demo && !isCarried('email')) return
      const link = `${origin}/${region}/office/privacy/alarms`
      const body = renderNotice('odd_reads', { count: String(count), link }, 'id')
      await carriers.email.send({ id: newRandomId(), to, subject: SUBJECT, body })
    },
    async mailWork(account, region, what) {
      const to = demo || isCarried('email') ? (await binding.contactOf(account))?.email : undefined
      if (to === undefined) return
      const body = renderNotice('work_clock', { what, link: `${origin}/${region}/office` }, 'id')
      await carriers.email.send({ id: newRandomId(), to, subject: SUBJECT, body })
    },
    async listStandIns(limit) {
      const rows = await database.asPlatform((tx) => listStandIns(tx, new Date(), limit), { readOnly: true })
      return rows.map(({ sealed, ...row }) => ({
        ...row,
        body: openSealedText(ring, sealed, standInContext(row.message_id)),
      }))
    },
    async contactOf(accountId) {
      type Users = { user: { id: string; email: string; phoneNumber: string | null } }
      const row = await database.asAuth(
        (tx) =>
          tx
            .withTables<Users>()
            .selectFrom('user')
            .select(['email', 'phoneNumber'])
            .where('id', '=', accountId)
            .executeTakeFirst(),
        { readOnly: true },
      )
      if (row === undefined) return undefined
      return {
        ...(row.phoneNumber === null ? {} : { phone: row.phoneNumber }),
        ...(row.email.endsWith('.invalid') ? {} : { email: row.email }),
      }
    },
    jobs: [
      defineJob(
        'notify.send',
        async (job) => {
          const { noticeId } = job.payload as { noticeId: string }
          const region = job.region!
          const notice = await database.inRegion(region, (tx) => findNotice(tx, region, noticeId), { readOnly: true })
          if (notice === undefined || notice.sent_at !== null) return
          // The first try of one that was given up is a person's wish (`puja jobs retry`).
          if (notice.failed_at !== null && job.attempt > 1) return
          const to = openSealedText(ring, notice.address, addressContext(noticeId))
          try {
            const body = await bodyOf(region, notice)
            if (body === undefined) return
            const { reference } = await carriers[notice.channel as ChannelName].send({
              // The region stands in it, so that a carrier's later report finds its row.
              id: `${region}:${noticeId}`,
              to,
              subject: SUBJECT,
              body,
            })
            await database.inRegion(region, (tx) =>
              updateNotice(tx, region, noticeId, {
                sent_at: clock.now(),
                failed_at: null,
                attempts: notice.attempts + 1,
                provider_ref: reference,
                error: null,
              }),
            )
          } catch (error) {
            const isFinal = error instanceof CarrierFault && error.isFinal
            const isLast = job.attempt > NOTICE_RETRIES
            log.warn({ noticeId, attempt: job.attempt, err: error }, 'a notice could not be sent')
            await database.inRegion(region, (tx) =>
              updateNotice(tx, region, noticeId, {
                attempts: notice.attempts + 1,
                error: error instanceof Error ? error.message.slice(0, 200) : 'unknown',
                failed_at: isFinal || isLast ? clock.now() : null,
              }),
            )
            if (!isFinal) throw error
          }
        },
        { retries: NOTICE_RETRIES },
      ),
      defineJob('notify.sweep', async () => void (await database.asPlatform((tx) => sweepStandIns(tx, new Date()))), {
        schedule: { everyMinutes: 10 },
      }),
    ],
  }
  const bodyOf = async (
    region: RegionCode,
    notice: { body: string; case_id: string | null },
  ): Promise<string | undefined> => {
    if (!notice.body.includes(SURVEY_PLACE) || notice.case_id === null) return notice.body
    const link = await binding.surveyLink?.(region, notice.case_id)
    return link === undefined ? undefined : notice.body.replace(SURVEY_PLACE, link)
  }
  return binding
}
