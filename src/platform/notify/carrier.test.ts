// The ways out, against stand-ins of what lies behind them: a mail server that speaks SMTP, a gateway that checks signatures.
import { createServer, type IncomingMessage } from 'node:http'
import net from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { CarrierFault, gatewayCarrier, isGenuine, signatureOf, smtpCarrier } from './carrier.ts'

const open: { close(): unknown }[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})
const portOf = (server: net.Server): Promise<number> =>
  new Promise((resolve) => {
    open.push(server)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as net.AddressInfo).port))
  })

/** A mail server in a few lines; `reply` is what it says to a recipient. */
async function mailServer(reply = '250 ok') {
  const mails: string[] = []
  const server = net.createServer((socket) => {
    let data = false
    let mail = ''
    socket.on('error', () => {})
    socket.write('220 test ESMTP\r\n')
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n')) {
        if (data) {
          if (line !== '.') mail += `${line}\n`
          else {
            data = false
            mails.push(mail)
            socket.write('250 kept\r\n')
          }
        } else if (/^EHLO/.test(line)) socket.write('250 test\r\n')
        else if (/^RCPT/.test(line)) socket.write(`${reply}\r\n`)
        else if (line === 'DATA') {
          data = true
          socket.write('354 go\r\n')
        } else if (line === 'QUIT') socket.end('221 bye\r\n')
        else if (line !== '') socket.write('250 ok\r\n')
      }
    })
  })
  return { url: `smtp://127.0.0.1:${await portOf(server)}`, mails }
}

it('sends e-mail by SMTP, with a message id by which a repeat is known', async () => {
  const { url, mails } = await mailServer()
  const carrier = smtpCarrier(url, 'layanan@contoh.example')
  const { reference } = await carrier.send({
    id: 'n1',
    to: 'warga@contoh.example',
    subject: 'Puja Indah',
    body: 'Kode: 123456',
  })
  expect(reference).toContain('n1@puja-indah')
  expect(mails[0]).toContain('From: layanan@contoh.example')
  expect(mails[0]).toContain('Kode: 123456')
})

it('tells a final no of the mail server from one that may change', async () => {
  const message = { id: 'n', to: 'a@contoh.example', subject: 's', body: 'b' }
  const fault = async (reply: string) =>
    smtpCarrier((await mailServer(reply)).url, 'x@contoh.example')
      .send(message)
      .catch((error: unknown) => error)
  expect(await fault('550 no such mailbox')).toMatchObject({ isFinal: true })
  expect(await fault('451 later')).toMatchObject({ isFinal: false })
  const away = await smtpCarrier('smtp://127.0.0.1:1', 'x@contoh.example')
    .send(message)
    .catch((error: unknown) => error)
  expect(away).toMatchObject({ isFinal: false })
  expect((away as CarrierFault).message).not.toContain('contoh.example')
})

async function gateway(status: number, answer: object) {
  const calls: { body: string; headers: IncomingMessage['headers'] }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      calls.push({ body, headers: request.headers })
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    })
  })
  return { url: `http://127.0.0.1:${await portOf(server)}/send`, calls }
}

it('signs what it posts to a gateway, so that the gateway knows it is ours and whole', async () => {
  const { url, calls } = await gateway(200, { reference: 'g-7' })
  const carrier = gatewayCarrier('sms', url, { token: 't', secret: 'rahasia bersama' })
  const sent = await carrier.send({ id: '63.11:n1', to: '+628125550', subject: '', body: 'Siap 😀' })
  expect(sent.reference).toBe('g-7')
  const [call] = calls
  if (call === undefined) throw new Error('not called')
  expect(JSON.parse(call.body)).toMatchObject({ id: '63.11:n1', channel: 'sms', to: '+628125550', body: 'Siap 😀' })
  expect(call.headers).toMatchObject({ authorization: 'Bearer t', 'idempotency-key': '63.11:n1' })
  const at = String(call.headers['x-puja-timestamp'])
  const signature = String(call.headers['x-puja-signature'])
  expect(isGenuine('rahasia bersama', at, call.body, signature, Date.now())).toBe(true)
  expect(isGenuine('lain', at, call.body, signature, Date.now())).toBe(false)
  expect(isGenuine('rahasia bersama', at, `${call.body} `, signature, Date.now())).toBe(false)
  expect(isGenuine('rahasia bersama', at, call.body, signature, Date.now() + 301_000)).toBe(false)
  expect(isGenuine('s', 'NaN', '', signatureOf('s', 'NaN', ''), Date.now())).toBe(false)
})

it.each([
  [400, true],
  [404, true],
  [408, false],
  [429, false],
  [503, false],
])('a gateway that answers %i: final is %s', async (status, isFinal) => {
  const { url } = await gateway(status, {})
  const fault = await gatewayCarrier('whatsapp', url, {})
    .send({ id: 'n', to: '+62', subject: '', body: 'b' })
    .catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(CarrierFault)
  expect(fault).toMatchObject({ isFinal })
})
