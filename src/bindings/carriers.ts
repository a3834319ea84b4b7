// Which carriers this installation has, from its environment. Must stay true: in production a channel without a carrier
// refuses and is named at the start and on /health; stand-ins take messages in the demo only.
import {
  type Carrier,
  type ChannelName,
  gatewayCarrier,
  type Message,
  missingCarrier,
  smtpCarrier,
  standInCarrier,
} from '../platform/notify/carrier.ts'

const URLS = { email: 'PUJA_SMTP_URL', sms: 'PUJA_SMS_URL', whatsapp: 'PUJA_WHATSAPP_URL' } as const
const text = (name: string): string | undefined => process.env[name]?.trim() || undefined

export const isCarried = (channel: ChannelName): boolean => text(URLS[channel]) !== undefined

/** Channels that nothing carries, with the variable that is missing. */
export function missingCarriers(): readonly { readonly channel: ChannelName; readonly variable: string }[] {
  return (Object.keys(URLS) as ChannelName[])
    .filter((channel) => !isCarried(channel))
    .map((channel) => ({ channel, variable: URLS[channel] }))
}

/** The secret that a gateway signs its reports with, and we our messages. */
export const secretOf = (channel: string): string | undefined =>
  channel === 'sms' ? text('PUJA_SMS_SECRET') : channel === 'whatsapp' ? text('PUJA_WHATSAPP_SECRET') : undefined

export function openCarriers(
  demo: boolean,
  keep: (message: Message & { channel: ChannelName }) => Promise<void>,
): Record<ChannelName, Carrier> {
  const none = (channel: ChannelName): Carrier => (demo ? standInCarrier(channel, keep) : missingCarrier(channel))
  const gateway = (channel: 'sms' | 'whatsapp', prefix: string): Carrier => {
    const url = text(URLS[channel])
    const token = text(`${prefix}_TOKEN`)
    const secret = secretOf(channel)
    return url === undefined
      ? none(channel)
      : gatewayCarrier(channel, url, {
          ...(token === undefined ? {} : { token }),
          ...(secret === undefined ? {} : { secret }),
        })
  }
  const smtp = text('PUJA_SMTP_URL')
  return {
    email: smtp === undefined ? none('email') : smtpCarrier(smtp, text('PUJA_MAIL_FROM') ?? 'layanan@localhost'),
    sms: gateway('sms', 'PUJA_SMS'),
    whatsapp: gateway('whatsapp', 'PUJA_WHATSAPP'),
  }
}
