// What an officer does beside the cases: finds one by its number, however it was typed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apply, birthAnswers, type Crew, signInCrew } from '../support/case-walk.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { Walker } from '../support/walker.ts'

let server: TestServer
let crew: Crew
beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
})
afterAll(() => server?.close())

describe('search by number', () => {
  it('opens the case, typed with or without dashes, and not for another region', async () => {
    const mother = await new Walker(server.base).signIn('Siti Aminah')
    const { caseId, number } = await apply(mother, 'birth-wni', birthAnswers({ childName: 'Hana Safitri' }))
    for (const typed of [number, number.toLowerCase(), number.replaceAll('-', ' ')]) {
      const found = await crew['front-office'].post('/63.11/office/find', { q: typed })
      expect(found.path).toBe(`/63.11/office/cases/${caseId}`)
    }
    const stranger = await new Walker(server.base).signIn('Rusdiana, Tabalong')
    const hidden = await stranger.post('/63.09/office/find', { q: number })
    expect(hidden.path).not.toContain(caseId)
  })
})
