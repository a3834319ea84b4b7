// The disk is full while a mother uploads a letter: she reads what to do, her answers stay, and the same letter is taken as
// soon as there is room. The store itself is tried in platform/files.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FilesUnavailable } from '../../src/platform/files/file-store.ts'
import { beginDraft, birthAnswers, chooseRole, fillDraft, letterPhoto } from '../support/case-walk.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { refusalsOn, Walker } from '../support/walker.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server?.close())

it('says so in a sentence and loses nothing', async () => {
  const mother = await new Walker(server.base).signIn('Siti Aminah')
  const answers = birthAnswers({ childName: 'Anak Penuh' })
  const draft = await beginDraft(mother, 'birth-wni')
  await fillDraft(mother, await chooseRole(mother, draft, answers), answers)
  const upload = `/63.11/cases/${draft.caseId}/uploads/birth-statement`
  const { files } = server.house.cases
  const { keep } = files
  files.keep = () => Promise.reject(new FilesUnavailable('full', new Error('ENOSPC')))
  try {
    const refused = await mother.upload(upload, { file: await letterPhoto() })
    expect(refused.status).toBe(507)
    expect(refusalsOn(refused).join(' ')).toMatch(/penuh.*Isian Anda tetap ada/)
    const review = await mother.get(`/63.11/cases/${draft.caseId}/review`)
    expect(review.text).toContain('Anak Penuh')
  } finally {
    files.keep = keep
  }
  const taken = await mother.upload(upload, { file: await letterPhoto() })
  expect([taken.status, refusalsOn(taken)]).toEqual([200, []])
})
