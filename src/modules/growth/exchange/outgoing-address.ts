// Which addresses a region may send to. Pure. Must stay true: https with a name, no password in it, and never an address inside a
// network (this machine, private ranges, link-local, carrier NAT), also not one written in another way or mapped into IPv6.

import { BlockList, isIP } from 'node:net'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'

/** The receiver inside the demo, which checks what it gets and sends nothing anywhere. */
export const STAND_IN = 'stand-in'

const PRIVATE = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv6')

/** Whether an address, as the name service gives it, may be reached from here. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const plain = mapped ?? address
  const family = isIP(plain)
  if (family === 0 || /^::ffff:/i.test(plain)) return false
  return !PRIVATE.check(plain, family === 4 ? 'ipv4' : 'ipv6')
}

/** The address as it is kept, without a slash at the end. Refuses `exchange.address-not-https`, `exchange.address-inside`. */
export function readAddress(typed: string, demo: boolean): Result<string> {
  const text = typed.trim()
  if (demo && text === STAND_IN) return accept(STAND_IN)
  const wrong = (code: string) => refuse(code, 'baseUrl')
  if (text.length > 300 || !URL.canParse(text)) return wrong('exchange.address-not-https')
  const url = new URL(text)
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return wrong('exchange.address-not-https')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (
    isIP(host) !== 0
      ? !isPublicAddress(host)
      : !host.includes('.') || /\.(local|localhost|internal|lan|home|corp)\.?$/.test(host)
  )
    return wrong('exchange.address-inside')
  return accept(`${url.origin}${url.pathname.replace(/\/+$/, '')}`)
}
