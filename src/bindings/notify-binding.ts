// Notices and codes on their way out: written with the case, sent by a job after the commit, tried again with growing
// waits. In the demo, and wherever no carrier is set up, a stand-in takes them and a page shows them.

import { maskEmail } from '../kernel/email.ts'
import { maskPhone } from '../kernel/phone.ts'
import type { RegionCode } from '../kernel/region-code.ts'
import type { NoticeRequest } from '../modules/cases/context.ts'
import type { CodeKind } from '../platform/auth/accounts.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import type { Tx } from '../platform/db/tx.ts'
import { newId, newRandomId } from '../platform/ids.ts'
import { defineJob, type JobDefinition } from '../platform/jobs/job.ts'
import { writeOutbox } from '../platform/jobs/outbox.ts'
import type { Log } from '../platform/log.ts'
import {
  type Carrier,
  type ChannelName,
  gatewayCarrier,
  smtpCarrier,
  standInCarrier,
} from '../platform/notify/carrier.ts'
import { findNotice, insertNotice, keepStandIn, updateNotice } from '../platform/notify/store.ts'
import { renderNotice } from '../platform/notify/templates.ts'
import type { KeyRing } from '../platform/secrets/key-ring.ts'
import { openSealedText, seal } from '../platform/secrets/seal.ts'

const addressContext = (noticeId: string): string => `notice.address:${noticeId}`
const SUBJECT = 'Puja Indah'

export type NotifyTools = {
  readonly database: Database
  readonly ring: KeyRing
  readonly clock: Clock
  readonly demo: boolean
  readonly log: Log
}
export type NotifyBinding = {
  readonly jobs: readonly JobDefinition[]
  readonly carriers: Readonly<Record<ChannelName, Carrier>>
  inCase(tx: Tx, region: RegionCode, notice: NoticeRequest): Promise<void>
  deliverCode(kind: CodeKind, to: string, code: string, purpose: 'sign-in' | 'step-up'): Promise<void>
  contactOf(accountId: string): Promise<{ phone?: string; email?: string } | undefined>
  /** How the one-time address of a survey is found when its notice leaves; it is never kept in the row. */
  surveyLink?: (region: RegionCode, caseId: string) => Promise<string | undefined>
}

/** Stands in a stored notice where the survey's address will be. */
export const SURVEY_PLACE = '{survey}'

export function bindNotify({ database, ring, clock, log }: NotifyTools): NotifyBinding {
  const keep = async (message: { id: string; to: string; body: string; channel: ChannelName }): Promise<void> => {
    const recipient = message.channel === 'email' ? maskEmail(message.to) : maskPhone(message.to)
    await database.asPlatform((tx) =>
      keepStandIn(tx, {
        message_id: message.id,
        channel: message.channel,
        recipient,
        body: message.body,
        at: new Date(),
      }),
    )
  }
  const {
    PUJA_SMTP_URL: smtp,
    PUJA_MAIL_FROM: from,
    PUJA_SMS_URL: sms,
    PUJA_SMS_TOKEN: smsToken,
    PUJA_WHATSAPP_URL: whatsapp,
    PUJA_WHATSAPP_TOKEN: whatsappToken,
  } = process.env
  const carriers: Record<ChannelName, Carrier> = {
    email: smtp === undefined ? standInCarrier('email', keep) : smtpCarrier(smtp, from ?? 'layanan@localhost'),
    sms: sms === undefined ? standInCarrier('sms', keep) : gatewayCarrier('sms', sms, smsToken ?? ''),
    whatsapp:
      whatsapp === undefined
        ? standInCarrier('whatsapp', keep)
        : gatewayCarrier('whatsapp', whatsapp, whatsappToken ?? ''),
  }
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
      const body = renderNotice(purpose === 'sign-in' ? 'sign_in_code' : 'step_up_code', { code }, 'id')
      await carriers[channel].send({ id: newRandomId(), to, subject: SUBJECT, body })
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
      defineJob('notify.send', async (job) => {
        const { noticeId } = job.payload as { noticeId: string }
        const region = job.region!
        const notice = await database.inRegion(region, (tx) => findNotice(tx, region, noticeId), { readOnly: true })
        if (notice === undefined || notice.sent_at !== null) return
        const to = openSealedText(ring, notice.address, addressContext(noticeId))
        try {
          const body = await bodyOf(region, notice)
          if (body === undefined) return
          const { reference } = await carriers[notice.channel as ChannelName].send({
            id: noticeId,
            to,
            subject: SUBJECT,
            body,
          })
          await database.inRegion(region, (tx) =>
            updateNotice(tx, region, noticeId, {
              sent_at: clock.now(),
              attempts: notice.attempts + 1,
              provider_ref: reference,
              error: null,
            }),
          )
        } catch (error) {
          log.warn({ noticeId, attempt: job.attempt, err: error }, 'a notice could not be sent')
          await database.inRegion(region, (tx) =>
            updateNotice(tx, region, noticeId, {
              attempts: notice.attempts + 1,
              error: error instanceof Error ? error.message.slice(0, 200) : 'unknown',
            }),
          )
          throw error
        }
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
