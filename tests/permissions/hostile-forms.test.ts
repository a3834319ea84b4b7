// Every form that a page shows, sent with what no page would send: names of prototypes, numbers beyond all numbers, zero bytes, a field
// twice, nothing. As a stranger, a citizen and each role of the office. Must stay true: never a 500, always a page with a sentence,
// no bare placeholder and no inside of the program on it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../src/platform/http/visitor.ts'
import { apply, birthAnswers } from '../support/case-walk.ts'
import { settleChild } from '../support/growth-rows.ts'
import { appoint } from '../support/officers.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { type Answer, formsOn, type PageForm, plain, Walker } from '../support/walker.ts'

let server: TestServer
let mother: Walker
let posyandu: Awaited<ReturnType<typeof settleChild>> | undefined
const VILLAGE = '63.09.08.1002'
beforeAll(async () => {
  server = await openTestServer()
  mother = await new Walker(server.base).signIn('Siti Aminah')
  await apply(mother, 'birth-wni', birthAnswers({ childName: 'Formulir Contoh' }))
})
afterAll(() => server?.close())

/** Ways out, and what changes the walker instead of the house. */
const LEFT_OUT = /^\/(demo|style|preferences|assets|sign-out|me\/sessions)|\.(pdf|csv|json|jsonl|xlsx|jws)($|\?)/
const MOST_PAGES = 20
const TYPED = ['__proto__', '-1e309', 'a\u0000👶\ud800']
/** What one role sent no other sends again: who may send what is tested elsewhere. */
const known = new Set<string>()
const INSIDE = /\[object |\bundefined\b|\bNaN\b|TypeError|Expected |Received|violates|\{[a-z]+\}/i

const linksOn = ({ text }: Answer) =>
  [...text.matchAll(/\shref="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
const shapeOf = (path: string) =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\?.*/, '')
    .replace(/(services|officers)\/[^/]+/, '$1/:one')

/** The pages within reach, one of each shape, and each form on them once. */
async function formsWithin(walker: Walker, start: readonly string[]): Promise<readonly PageForm[]> {
  const way = [...start]
  const seen = new Set<string>()
  const forms = new Map<string, PageForm>()
  for (let path = way.shift(); path !== undefined && seen.size < MOST_PAGES; path = way.shift()) {
    const shape = shapeOf(path)
    if (seen.has(shape) || LEFT_OUT.test(path)) continue
    seen.add(shape)
    const answer = await walker.get(path)
    expect(answer.status, path).toBeLessThan(500)
    expect(INSIDE.exec(plain(answer.text))?.[0], path).toBeUndefined()
    for (const form of formsOn(answer)) {
      const key = `${shapeOf(form.action)} ${Object.keys(form.fields).join()}`
      if (!LEFT_OUT.test(form.action) && !known.has(key)) forms.set(key, form)
    }
    way.push(...linksOn(answer))
  }
  for (const key of forms.keys()) known.add(key)
  return [...forms.values()]
}

async function sendAll(walker: Walker, forms: readonly PageForm[]): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const { action, fields } of forms) {
    const names = Object.keys(fields)
    const bodies = [
      ...TYPED.map((typed) => names.map((name) => [name, typed])),
      names.flatMap((name) => [...(fields[name] ?? []), 'x', 'y'].map((value) => [name, value])),
      [],
    ]
    for (const [index, body] of bodies.entries()) {
      const answer = await walker.raw('POST', action, new URLSearchParams(body))
      const shown = answer.text.replace(/<(input|option)[^>]*>|<textarea[\s\S]*?<\/textarea>/g, '')
      const inside = INSIDE.exec(plain(shown))?.[0]
      const isPage = answer.status < 400 || answer.text.includes('<main')
      if (answer.status >= 500 || inside !== undefined || !isPage)
        wrong.push(`${shapeOf(action)} body ${index}: ${answer.status} ${inside ?? ''}`)
    }
  }
  return wrong
}

describe('the forms of', () => {
  it('a stranger', async () => {
    const stranger = new Walker(server.base)
    const forms = await formsWithin(stranger, ['/63.11', '/sign-in', '/sign-in/officer', '/63.11/track', '/63.11/v'])
    expect(forms.length).toBeGreaterThan(4)
    expect(await sendAll(stranger, forms)).toEqual([])
  }, 120_000)

  it('a citizen', async () => {
    const forms = await formsWithin(mother, ['/63.11/me', '/63.11/me/data', '/63.11/me/mandates', '/me/account'])
    expect(forms.length).toBeGreaterThan(4)
    expect(await sendAll(mother, forms)).toEqual([])
  }, 120_000)

  it.each<Role>([
    'front-office',
    'head',
    'production',
    'delivery',
    'data-officer',
    'service-admin',
    'auditor',
    'coordinator',
    'convergence-secretariat',
    'programme-officer',
  ])(
    'the role %s',
    async (role) => {
      const officer = await appoint(server, '63.11', { roles: [role] }, { steppedUp: role === 'head' })
      const start =
        role === 'convergence-secretariat' || role === 'programme-officer' ? ['/63.11/balanting'] : ['/63.11/office']
      const forms = await formsWithin(officer, start)
      expect(await sendAll(officer, forms)).toEqual([])
    },
    120_000,
  )

  it.each<readonly [Role, string]>([
    ['cadre', 'rahasia'],
    ['midwife', 'pkm-tabalong'],
  ])(
    'the %s of a posyandu',
    async (role, unit) => {
      posyandu ??= await settleChild(server, '63.09', VILLAGE)
      const worker = await appoint(server, '63.09', { roles: [role], place: VILLAGE, unit })
      const start = ['/63.09/balanting/posyandu', `/63.09/balanting/posyandu/children/${posyandu.child}`]
      const forms = await formsWithin(worker, start)
      // what another role was shown is left out, so these are forms of the posyandu
      expect(forms.filter(({ action }) => action.includes('/balanting/')).length).toBeGreaterThan(2)
      expect(await sendAll(worker, forms)).toEqual([])
    },
    120_000,
  )

  it('were not few, all together', () => {
    expect(known.size).toBeGreaterThan(30)
  })
})
