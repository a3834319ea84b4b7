// The port of download links, bound to its commands.
import type { CasesContext } from '../modules/cases/context.ts'
import { makeLink, readLinkForm } from '../modules/cases/link-commands.ts'
import type { LinkPort } from '../modules/cases/link-port.ts'

export function bindLinks(context: CasesContext): LinkPort {
  return {
    visitor: (request) => context.visitor(request),
    readForm: (visitor, side, caseId) => readLinkForm(context, visitor, side, caseId),
    make: (visitor, side, caseId, input) => makeLink(context, visitor, side, caseId, input),
  }
}
