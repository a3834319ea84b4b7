// A photo that goes up in parts over a bad line: the house says where it stopped, a part that comes twice does no harm, and
// what was finished is one upload however often it is finished.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginDraft, letterPhoto } from '../support/case-walk.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { type Answer, Walker } from '../support/walker.ts'

let server: TestServer
let mother: Walker
let caseId: string
let photo: Uint8Array
beforeAll(async () => {
  server = await openTestServer()
  mother = await new Walker(server.base).signIn('Siti Aminah')
  caseId = (await beginDraft(mother, 'birth-wni')).caseId
  photo = new Uint8Array((await letterPhoto()).buffer)
})
afterAll(() => server?.close())

const partsOf = (upload: string) => `/63.11/cases/${caseId}/uploads/birth-statement/${upload}/parts`
const offset = async (upload: string, who = mother) =>
  Number((await who.raw('HEAD', partsOf(upload), undefined)).headers.get('upload-offset'))
const send = (upload: string, from: number, to: number, who = mother): Promise<Answer> =>
  who.raw('POST', `${partsOf(upload)}?offset=${from}`, photo.slice(from, to), {
    headers: { 'content-type': 'application/octet-stream' },
  })
const finish = (upload: string, who = mother) => who.raw('POST', `${partsOf(upload)}/complete`, undefined)
const uploads = async () => (await mother.get(`/63.11/cases/${caseId}/documents`)).text.split('upload-has').length - 1

describe('an upload in parts', () => {
  it('goes on where it stopped and becomes one upload', async () => {
    const upload = crypto.randomUUID()
    expect(await offset(upload)).toBe(0)
    const third = Math.floor(photo.length / 3)
    expect((await send(upload, 0, third)).headers.get('upload-offset')).toBe(String(third))
    // The answer was lost: the same part again.
    expect((await send(upload, 0, third)).headers.get('upload-offset')).toBe(String(third))
    // A part that leaves a gap.
    expect((await send(upload, third + 10, third + 20)).status).toBe(409)
    expect((await send(upload, Number.NaN, 20)).status).toBe(409)
    expect(await offset(upload)).toBe(third)
    expect((await send(upload, third, photo.length)).status).toBe(204)
    expect(await offset(upload)).toBe(photo.length)
    const [one, two] = await Promise.all([finish(upload), finish(upload)])
    expect([one.status, two.status]).toContain(204)
    expect((await finish(upload)).status).toBe(204)
    expect(await uploads()).toBe(1)
  })

  it('of bytes that are no photo is refused at the end with a sentence, and can be begun anew', async () => {
    const upload = crypto.randomUUID()
    await mother.raw('POST', `${partsOf(upload)}?offset=0`, Buffer.from('not a photo'), {
      headers: { 'content-type': 'application/octet-stream' },
    })
    const refused = await finish(upload)
    expect(refused.status).toBe(422)
    expect(refused.text).not.toBe('')
    expect(await offset(upload)).toBe(0)
  })

  it('takes no byte from anybody else, signed in or not', async () => {
    const upload = crypto.randomUUID()
    await send(upload, 0, 100)
    const father = await new Walker(server.base).signIn('Ahmad Fauzan')
    expect((await send(upload, 100, 200, father)).status).toBe(404)
    expect((await finish(upload, father)).status).toBe(404)
    expect(await offset(upload, father)).toBe(0)
    expect((await send(upload, 100, 200, new Walker(server.base))).status).toBe(401)
    expect(await offset(upload)).toBe(100)
  })

  it('is bounded, however many parts it has', async () => {
    const upload = crypto.randomUUID()
    const part = new Uint8Array(9_000_000)
    const statuses: number[] = []
    for (let n = 0; n < 3; n++)
      statuses.push(
        (
          await mother.raw('POST', `${partsOf(upload)}?offset=${n * part.length}`, part, {
            headers: { 'content-type': 'application/octet-stream' },
          })
        ).status,
      )
    expect(statuses).toEqual([204, 204, 413])
  })
})
