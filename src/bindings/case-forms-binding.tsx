// The paper forms of an application as files: read once from the services' folder, drawn when somebody asks.
import type { Context } from 'hono'
import { Hono } from 'hono'
import type { CasesContext } from '../modules/cases/context.ts'
import { type Forms, readForm } from '../modules/cases/form-queries.ts'
import { readFormFiles } from '../modules/catalogue/files.ts'
import { readForms } from '../modules/catalogue/printed-form.ts'
import type { IssuingOffice } from '../modules/documents/prepare.ts'
import { REGION } from '../platform/http/door.ts'
import { refused } from '../platform/http/respond.tsx'
import { packagePath } from '../platform/paths.ts'

const FILE = ':file{F-[0-9]\\.[0-9]{2}\\.pdf}'

/** Throws on a faulty form: they come with the program and were checked before. */
export function formsOfProgram(): Forms {
  const { forms, faults } = readForms(readFormFiles(packagePath('services')))
  if (faults.length > 0) throw new Error(`faulty paper forms: ${JSON.stringify(faults)}`)
  return forms
}

export function caseFormRoutes(cases: CasesContext, forms: Forms, officeOf: (region: string) => IssuingOffice): Hono {
  const app = new Hono()
  const print = async (c: Context, as: 'applicant' | 'office') => {
    const visitor = await cases.visitor(c.req.raw)
    if (visitor.region === undefined) return refused(c, visitor, [{ code: 'not-found' }])
    if (visitor.actor === undefined) return refused(c, visitor, [{ code: 'sign-in-needed' }])
    const office = officeOf(visitor.region.code)
    const caseId = c.req.param('id') ?? ''
    const code = (c.req.param('file') ?? '').slice(0, -'.pdf'.length)
    const sheet = await readForm(cases, forms, visitor, { caseId, code, place: office.values.place, as })
    if (!sheet.ok) return refused(c, visitor, sheet.refusals)
    // With its fonts and its PDF writer it is large, so it is loaded late.
    const { renderSheet } = await import('../modules/documents/render/render-sheet.ts')
    const bytes = await renderSheet(sheet.value, {
      documentId: caseId,
      issuedAtMs: cases.clock.now().getTime(),
      office: office.values,
      emblems: office.emblems,
    })
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${code}-${sheet.value.number}.pdf"`,
      'cache-control': 'no-store',
    })
  }
  app.get(`${REGION}/cases/:id/forms/${FILE}`, (c) => print(c, 'applicant'))
  app.get(`${REGION}/office/cases/:id/forms/${FILE}`, (c) => print(c, 'office'))
  return app
}
