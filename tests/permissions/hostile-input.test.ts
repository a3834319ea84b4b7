// What no honest person types: huge, empty, foreign to the question, made to break out of HTML or SQL. Must stay true for every
// page of a birth report and every address: no 500, what was typed comes back escaped, a sentence says what to do, and the
// log knows nothing of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../../src/platform/log.ts'
import {
  answerPage,
  apply,
  beginDraft,
  birthAnswers,
  type Crew,
  fillDraft,
  signInCrew,
  step,
} from '../support/case-walk.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { type Answer, type Fields, formsOn, refusalsOn, titleOf, Walker } from '../support/walker.ts'

const logged: string[] = []
let server: TestServer
let mother: Walker
let crew: Crew
let caseId: string
beforeAll(async () => {
  server = await openTestServer({ log: createLog('trace', { write: (line) => logged.push(line) }) })
  mother = await new Walker(server.base).signIn('Siti Aminah')
  crew = await signInCrew(server)
  const draft = await beginDraft(mother, 'birth-wni')
  caseId = draft.caseId
  if (draft.path.endsWith('/role')) await mother.post(draft.path, { role: 'parent' })
})
afterAll(() => server?.close())

/** Found again in a log wherever it went. */
const MARK = 'zqxwvk'
const HOSTILE: Readonly<Record<string, string>> = {
  huge: `${MARK}${'a'.repeat(10_000)}`,
  empty: '',
  spaces: ' \t  ',
  emoji: `${MARK}👶🏽👩‍👩‍👧`,
  sql: `${MARK}'; drop table case_file; --`,
  script: `${MARK}<script>alert(1)</script>`,
  quotes: `${MARK}" onfocus="alert(1)`,
  nul: `${MARK}\u0000ujung`,
  rightToLeft: `${MARK}\u202eabc\u202c`,
  surrogate: `${MARK}\ud800`,
  signs: '6311-06.57/0390 99#02',
  number: '-1e309',
  template: `${MARK}{{7*7}}\${7*7}`,
  json: `{"personId":"${MARK}","nik":{"$ne":1}}`,
  dashes: '-'.repeat(36),
  prototype: '__proto__',
}

const PAGES = ['child', 'parents', 'birth', 'witnesses']

function mustAnswerWell(answer: Answer, typed: string, where: string): void {
  expect(answer.status, where).toBeLessThan(500)
  expect(answer.text, where).not.toContain('<script>alert')
  expect(answer.text, where).not.toContain('" onfocus="alert')
  if (answer.status >= 400) expect(refusalsOn(answer).join(''), where).not.toBe('')
  void typed
}

describe.each(PAGES)('the page %s', (page) => {
  it.each(Object.entries(HOSTILE))('takes %s in every box', async (kind, typed) => {
    const path = `/63.11/cases/${caseId}/edit/${page}`
    const empty = await mother.get(path)
    const form = formsOn(empty).find(({ action }) => action === path)
    if (form === undefined) throw new Error(`No form on ${page}: ${titleOf(empty)}`)
    const fields = Object.fromEntries(Object.keys(form.fields).map((name) => [name, typed]))
    const answer = await mother.post(path, {
      ...fields,
      ...(kind === 'prototype' ? { 'constructor.prototype': 'x' } : {}),
    })
    mustAnswerWell(answer, typed, `${page} ${kind}`)
    expect(answer.status, 'nothing of it is an answer').toBe(422)
    // Typed into boxes, it stands there again to be mended (without NUL, which no box can hold).
    const kept = (await mother.get(path)).text
    if (typed.startsWith(MARK) && kind !== 'surrogate' && page !== 'parents')
      expect(kept).toContain(escaped(typed.replaceAll('\u0000', '')).slice(0, 5_000))
  })
})

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

describe('dates and numbers that cannot be', () => {
  it.each([
    ['31', '2', '2026'],
    ['0', '0', '0'],
    ['5', '13', '2026'],
    ['5', '3', '20266'],
    ['5', '3', '1026'],
    ['5', '3', '2027'],
    ['٥', '٣', '٢٠٢٦'],
    ['5.5', '3', '2026'],
    ['-5', '3', '2026'],
    ['99999999999999999999', '1', '2026'],
  ])('%s/%s/%s is refused with a sentence at the date', async (day, month, year) => {
    const path = `/63.11/cases/${caseId}/edit/child`
    const answers = birthAnswers({ 'birthDate.day': day, 'birthDate.month': month, 'birthDate.year': year })
    const answer = await answerPage(mother, await mother.get(path), answers)
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(/href="#birthDate/)
  })

  it.each([
    ['birthWeightGrams', ['0', '299', '7001', '3150,5', '1e3', '0x10', 'Infinity', '３１５０', '3'.repeat(400)]],
    ['birthLengthCm', ['19,9', '65,1', '49,55', 'NaN', '--49']],
    ['birthOrder', ['0', '31', '1;1']],
  ])('%s', async (name, values) => {
    const path = `/63.11/cases/${caseId}/edit/birth`
    for (const value of values) {
      const answer = await answerPage(mother, await mother.get(path), birthAnswers({ birthOrder: '1', [name]: value }))
      expect(answer.status, value).toBe(422)
      expect(answer.text, value).toContain(`href="#${name}"`)
    }
  })

  it.each([
    '6311061208819900',
    '0000000000000000',
    '6311063208819901',
    '631106120881990',
    '6311061208819901x',
    '６３１１０６１２０８８１９９０１',
  ])('the NIK %s of a witness', async (nik) => {
    const path = `/63.11/cases/${caseId}/edit/witnesses`
    const answer = await answerPage(mother, await mother.get(path), birthAnswers({ 'witness1.nik': nik }))
    expect(answer.status).toBe(422)
    expect(refusalsOn(answer).join('')).not.toBe('')
  })
})

describe('scene 16: names', () => {
  const path = () => `/63.11/cases/${caseId}/edit/child`
  it('one word: a warning, confirmed, taken', async () => {
    const warned = await answerPage(mother, await mother.get(path()), birthAnswers({ childName: 'Aisyah' }))
    expect(warned.path).toBe(path())
    expect(warned.text).toContain('id="confirm-childName"')
    const taken = await answerPage(mother, warned, birthAnswers({ childName: 'Aisyah' }), { confirm: true })
    expect(taken.path).toMatch(/edit\/parents|edit\/birth/)
  })
  it.each(['Aisyah 2', 'Aisyah Nur3', '@isyah Nur', 'Dr Aisyah Nur, S.Pd', 'Aisyah'.repeat(11)])(
    '%s is refused with the reason',
    async (childName) => {
      const refused = await answerPage(mother, await mother.get(path()), birthAnswers({ childName }))
      expect([refused.status, refused.path]).toEqual([422, path()])
      expect(refused.text).toContain('href="#childName"')
    },
  )
})

describe('every address with things that are none', () => {
  const odd = [
    MARK,
    '-'.repeat(36),
    '00000000-0000-0000-0000-000000000000',
    '%00',
    '..%2F..%2Fetc',
    '%F0%9F%91%B6',
    'a'.repeat(3000),
    '%E0%A4%A',
    "x'--",
    '%3Cscript%3E',
  ]
  const plainPath = (path: string) => path.replace(/\{(?:[^{}]|\{[^{}]*\})*\}/g, '')

  const tryAll = async (): Promise<readonly string[]> => {
    const paths = new Set(
      server.house.app.routes
        .filter(({ method, path }) => method !== 'ALL' && path.includes('/:'))
        .map(({ method, path }) => `${method} ${plainPath(path)}`),
    )
    expect(paths.size).toBeGreaterThan(40)
    const wrong: string[] = []
    // Where the odd thing has no place in the address, asking it again is the same question.
    const asked = new Set<string>()
    for (const one of paths) {
      const [method = '', path = ''] = one.split(' ')
      for (const value of odd) {
        const address = path.replace(/:(\w+)/g, (_, name: string) =>
          name === 'region' ? '63.11' : name === 'id' && /:(?:upload|document|action|page)/.test(path) ? caseId : value,
        )
        const body = method === 'POST' ? new URLSearchParams({ key: value }) : undefined
        const question = `${method} ${address} ${body ?? ''}`
        if (asked.has(question)) continue
        asked.add(question)
        const answer = await (path.includes('/office') ? crew.head : mother).raw(method, address, body)
        if (answer.status >= 500) wrong.push(`${method} ${address.slice(0, 120)} ${answer.status}`)
      }
    }
    return wrong
  }

  it('is never a 500, for an officer and for a citizen', async () => {
    expect(await tryAll()).toEqual([])
  }, 240_000)

  it.each([
    '/63.11/office?after=275760-09-13T00:00:00.000Z~01a20056-c182-739d-b1fd-e5ebf0349af4',
    '/63.11/office?after=%00~%00&from=1e309&show=__proto__',
    '/63.11/office?from=1.5',
    '/63.11/office?from=1e309',
    '/style/pages/__proto__',
    '/63.11/office?after=-271821-04-20T00:00:00.000Z~01a20056-c182-739d-b1fd-e5ebf0349af4',
    '/63.11/services?q=%00%27&group=__proto__',
    '/63.11/villages?q=%25%27%00&field=%3Cscript%3E',
    '/63.11/track?number=%3Cscript%3Ealert(1)',
    '/99.99/office',
    '/63.11/me/identify?back=https://elsewhere.example',
    '/preferences?back=//elsewhere.example&language=xx',
  ])('the query of %s', async (path) => {
    const answer = await crew.head.raw('GET', path, undefined)
    expect(answer.status).toBeLessThan(500)
    expect(answer.text).not.toContain('<script>alert')
    expect(answer.headers.get('location') ?? '').not.toContain('elsewhere')
  })
})

describe('an address asked in a way it does not answer', () => {
  it.each([
    ['GET', '/sign-in/code', 'POST'],
    ['PUT', '/63.11/me', 'GET, HEAD'],
    ['DELETE', '/63.11/track', 'GET, HEAD, POST'],
    ['OPTIONS', '/63.11/services', 'GET, HEAD'],
    ['POST', '/63.11/help', 'GET, HEAD'],
  ])('%s %s says which ways there are', async (method, path, allow) => {
    const answer = await new Walker(server.base).raw(method, path, undefined)
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow])
    expect(refusalsOn(answer).join('')).toContain('tidak bisa dibuka dengan cara ini')
  })

  it.each(['/63.11/%00', '/%E0%A4%A', '/63.11/nowhere'])('%s is not found, with every header', async (path) => {
    const answer = await new Walker(server.base).raw('GET', path, undefined)
    expect([answer.status, answer.headers.get('allow')]).toEqual([404, null])
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(refusalsOn(answer).join('')).toContain('tidak ada')
  })
})

describe('an officer who sends what no page offers', () => {
  it('is refused or shown as text, never a 500', async () => {
    const sent = await apply(mother, 'birth-wni', birthAnswers({ childName: 'Halus Sekali' }))
    const tries: Fields[] = [
      { 'fault:<script>alert(1)</script>': 'unreadable' },
      { 'fault:__proto__': 'unreadable' },
      { 'fault:childName': 'no-such-reason' },
      { reason: '__proto__', note: 'x' },
      { 'until.day': '99', 'until.month': '99', 'until.year': '999999', reason: 'biometric' },
      { note: 'x'.repeat(10_000) },
    ]
    for (const action of ['return', 'hold', 'reject', 'nothing', '__proto__', 'constructor'])
      for (const fields of tries.slice(action === 'return' ? 2 : 0)) {
        const answer = await step(crew['front-office'], sent.caseId, action, fields)
        expect(answer.status, `${action} ${JSON.stringify(fields).slice(0, 80)}`).toBeLessThan(500)
      }
    const returned = await step(crew['front-office'], sent.caseId, 'return', { ...tries[0], ...tries[1] })
    expect(returned.status).toBeLessThan(500)
    const page = await mother.get(`/63.11/cases/${sent.caseId}`)
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('<script>alert')
  })
})

describe('the log afterwards', () => {
  const secrets = [MARK, 'Aisyah', 'Siti Aminah', '6311065703909902', '6311061208819901', 'Rahmadi', '+62812555']

  it('knows nothing that was typed', async () => {
    const first = await mother.get(`/63.11/cases/${caseId}/edit/child`)
    await fillDraft(mother, first, birthAnswers({ birthOrder: '1' }))
    const own = logged.filter((line) => !line.includes('"DatabaseError"')).join('\n')
    for (const secret of secrets) expect(own, secret).not.toContain(secret)
  })

  it('nor what the database quotes of it', () => {
    for (const secret of secrets) expect(logged.join('\n'), secret).not.toContain(secret)
  })
})
