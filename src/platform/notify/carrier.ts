// The ways out to people: e-mail, SMS, WhatsApp, each behind one small port with a local stand-in by default. Must stay
// true: a carrier either takes a message (and says under which reference) or throws; what it took is never sent again.
import nodemailer from 'nodemailer'

export type ChannelName = 'email' | 'sms' | 'whatsapp'
export type Message = { readonly id: string; readonly to: string; readonly subject: string; readonly body: string }
export interface Carrier {
  readonly channel: ChannelName
  /** Hands the message over; the id lets a provider notice a repeat. */
  send(message: Message): Promise<{ readonly reference: string }>
}

/** E-mail by SMTP, `smtp://user:pass@host:port`. */
export function smtpCarrier(url: string, from: string): Carrier {
  const transport = nodemailer.createTransport(url, { from })
  return {
    channel: 'email',
    async send({ id, to, subject, body }) {
      const sent = await transport.sendMail({ to, subject, text: body, messageId: `<${id}@puja-indah>` })
      return { reference: sent.messageId }
    },
  }
}

/** SMS or WhatsApp through a gateway that takes `POST {id, to, body}` as JSON and answers with `{reference}`. */
export function gatewayCarrier(channel: 'sms' | 'whatsapp', url: string, token: string): Carrier {
  return {
    channel,
    async send({ id, to, body }) {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': id },
        body: JSON.stringify({ id, to, body }),
        signal: AbortSignal.timeout(15_000),
      })
      if (!answer.ok) throw new Error(`gateway answered ${answer.status}`)
      const { reference } = (await answer.json()) as { reference?: unknown }
      return { reference: typeof reference === 'string' ? reference : id }
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
