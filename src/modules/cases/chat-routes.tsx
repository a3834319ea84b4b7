// The stand-in of WhatsApp at /demo/whatsapp, by plain forms; outside the demo it does not exist.
import { Hono } from 'hono'
import { say } from '../../kernel/text.ts'
import { first, readForm } from '../../platform/http/form.ts'
import { goOn, page } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import { ChatPage, CHAT_PAGE_WORDS as w } from './chat-pages.tsx'
import type { ChatLine } from './chat-port.ts'

export interface ChatDemoPort {
  visitor(request: Request): Promise<Visitor>
  people(): Promise<readonly { readonly accountId: string; readonly name: string }[]>
  read(accountId: string): Promise<readonly ChatLine[]>
  say(accountId: string, text: string, picture?: Uint8Array): Promise<void>
}

export function chatDemoRoutes(port: ChatDemoPort): Hono {
  const app = new Hono()
  app.get('/demo/whatsapp', async (c) => {
    const visitor = await port.visitor(c.req.raw)
    if (!visitor.demo) return c.notFound()
    const people = await port.people()
    const as = people.find((one) => one.accountId === c.req.query('as'))?.accountId ?? people[0]?.accountId ?? ''
    return page(c, visitor, {
      title: say(w.title, visitor.language),
      children: <ChatPage people={people} as={as} lines={await port.read(as)} language={visitor.language} />,
    })
  })
  app.post('/demo/whatsapp', async (c) => {
    const visitor = await port.visitor(c.req.raw)
    if (!visitor.demo) return c.notFound()
    const { fields, files } = await readForm(c)
    const as = first(fields, 'as')
    if (!(await port.people()).some((one) => one.accountId === as)) return c.notFound()
    const file = files.picture?.[0]
    const picture = file === undefined || file.size === 0 ? undefined : new Uint8Array(await file.arrayBuffer())
    await port.say(as, first(fields, 'text'), picture)
    return goOn(c, `/demo/whatsapp?${new URLSearchParams({ as })}#write`)
  })
  return app
}
