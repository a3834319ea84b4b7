// The ways out to people: e-mail, SMS, WhatsApp, each behind one small port with a local stand-in by default. Must stay
// true: a carrier either takes a message (and says under which reference) or throws; what it took is never sent again.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Transporter } from 'nodemailer'

export type ChannelName = 'email' | 'sms' | 'whatsapp'
export type Message = { readonly id: string; readonly to: string; readonly subject: string; readonly body: string }
export interface Carrier {
  readonly channel: ChannelName
  /** Hands the message over; the id lets a provider notice a repeat. */
  send(message: Message): Promise<{ readonly reference: string }>
}

/** E-mail by SMTP, `smtp://user:pass@host:port`. */
export function smtpCarrier(url: string, from: string): Carrier {
  let opened: Promise<Transporter> | undefined
  const open = async (): Promise<Transporter> => {
    const { createTransport } = (await import('nodemailer')).default
    return createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }, { from })
  }
  return {
    channel: 'email',
    async send({ id, to, subject, body }) {
      try {
        opened ??= open()
        const sent = await (await opened).sendMail({ to, subject, text: body, messageId: `<${id}@puja-indah>` })
        return { reference: sent.messageId }
      } catch (thrown) {
        // 5xx of the server is its last word; a lost connection or 4xx is not.
        const code = (thrown as { responseCode?: number }).responseCode
        const isFinal = code !== undefined && code >= 500
        throw new CarrierFault(code === undefined ? 'mail server not reached' : `mail server answered ${code}`, isFinal)
      }
    },
  }
}

/**
 * SMS or WhatsApp through a gateway that takes `POST {id, channel, to, body, sentAt}` as JSON and answers with
 * `{reference}`. With a secret the body is signed: `x-puja-signature: sha256=` and the HMAC of time, dot, body. A repeat carries
 * the same id. Answers 4xx other than 408 and 429 are final.
 */
export function gatewayCarrier(
  channel: 'sms' | 'whatsapp',
  url: string,
  keys: { readonly token?: string; readonly secret?: string },
): Carrier {
  return {
    channel,
    async send({ id, to, body }) {
      const text = JSON.stringify({ id, channel, to, body, sentAt: new Date().toISOString() })
      const at = String(Math.floor(Date.now() / 1000))
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': id,
          ...(keys.token === undefined ? {} : { authorization: `Bearer ${keys.token}` }),
          ...(keys.secret === undefined
            ? {}
            : { 'x-puja-timestamp': at, 'x-puja-signature': signatureOf(keys.secret, at, text) }),
        },
        body: text,
        redirect: 'error',
        signal: AbortSignal.timeout(15_000),
      })
      if (!answer.ok) {
        const isFinal = answer.status >= 400 && answer.status < 500 && ![408, 429].includes(answer.status)
        throw new CarrierFault(`gateway answered ${answer.status}`, isFinal)
      }
      const { reference } = (await answer.json().catch(() => ({}))) as { reference?: unknown }
      return { reference: typeof reference === 'string' ? reference.slice(0, 200) : id }
    },
  }
}

/** Why a message did not leave. `isFinal`: trying again changes nothing (a number that does not exist). */
export class CarrierFault extends Error {
  override readonly name = 'CarrierFault'
  constructor(
    message: string,
    readonly isFinal: boolean,
  ) {
    super(message)
  }
}

/** `sha256=` and the HMAC-SHA-256 of `time.body` in hex; the same for what we send and what gateways report. */
export function signatureOf(secret: string, at: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`
}

const REPORT_SECONDS = 300
/** A report is genuine when it is signed with the secret and at most five minutes old. */
export function isGenuine(secret: string, at: string, body: string, signature: string, nowMs: number): boolean {
  const age = Math.abs(nowMs / 1000 - Number(at))
  if (!/^\d{1,12}$/.test(at) || age > REPORT_SECONDS) return false
  const mine = Buffer.from(signatureOf(secret, at, body))
  const theirs = Buffer.from(signature)
  return mine.length === theirs.length && timingSafeEqual(mine, theirs)
}

/** Nobody carries this channel: production says so instead of keeping messages that go nowhere. */
export function missingCarrier(channel: ChannelName): Carrier {
  return {
    channel,
    async send() {
      throw new CarrierFault(`no carrier is set up for ${channel}`, true)
    },
  }
}

/** The local stand-in: keeps the message where the demo shows it. `down` lets tests and the demo pull the plug. */
export function standInCarrier(
  channel: ChannelName,
  keep: (message: Message & { channel: ChannelName }) => Promise<void>,
): Carrier & { down: boolean } {
  return {
    channel,
    down: false,
    async send(message) {
      if (this.down) throw new Error('stand-in is switched off')
      await keep({ ...message, channel })
      return { reference: `stand-in:${message.id}` }
    },
  }
}
