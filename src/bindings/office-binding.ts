// The port of the office's pages, bound to commands and queries.

import { isPlainDate } from '../kernel/date.ts'
import { isUuid } from '../kernel/id.ts'
import { accept, refuse } from '../kernel/refusal.ts'
import { instantOf, todayIn } from '../kernel/zone.ts'
import { officeRoles, unitOf } from '../modules/cases/access.ts'
import { printCase } from '../modules/cases/card-commands.ts'
import { readPacket } from '../modules/cases/card-queries.ts'
import { actAsOfficer, takeCase } from '../modules/cases/commands.ts'
import { readConflict, stepAside, untiedCase } from '../modules/cases/conflict.ts'
import type { CasesContext } from '../modules/cases/context.ts'
import { handOverCase } from '../modules/cases/hand-over-commands.ts'
import { noteNationalAnswer } from '../modules/cases/national-check.ts'
import { readOfficeCase } from '../modules/cases/office-case-queries.ts'
import type { OfficePort } from '../modules/cases/office-port.ts'
import { isSteppedUp, signCase, whyNotSigned } from '../modules/cases/sign-commands.ts'
import { listSigning } from '../modules/cases/signing-queries.ts'
import { findUpload } from '../modules/cases/upload-store.ts'
import { findByNumber, readWorkList } from '../modules/cases/work-list-queries.ts'
import { writeJournal } from '../platform/journal/journal.ts'

/** Steps after which the register changes: the officer says to have looked first. */
const LOOKED_AT = new Set(['verify', 'validate', 'sign'])

export function bindOffice(context: CasesContext): OfficePort {
  return {
    visitor: (request) => context.visitor(request),
    readWorkList: (visitor, filter, after, from) => readWorkList(context, visitor, filter, after, from),
    findByNumber: (visitor, number) => findByNumber(context, visitor, number),
    async readCase(visitor, caseId) {
      const untied = await context.database.inRegion(visitor.region!.code, (tx) =>
        untiedCase(tx, context, visitor, caseId, 'read'),
      )
      return untied.ok ? readOfficeCase(context, visitor, caseId) : untied
    },
    readConflict: (visitor, caseId) => readConflict(context, visitor, caseId),
    stepAside: (visitor, caseId) => stepAside(context, visitor, caseId),
    take: (visitor, caseId, take) => takeCase(context, visitor, caseId, take),
    async act(visitor, caseId, action, input, key) {
      const view = LOOKED_AT.has(action) && !input.seen ? await readOfficeCase(context, visitor, caseId) : undefined
      if (view?.ok === true && view.value.changes.length > 0) return refuse('seen-missing', `${action}-seen`)
      if (action === 'sign') return signCase(context, visitor, caseId)
      if (action === 'print') return printCase(context, visitor, caseId, key)
      const { timeZone } = visitor.region!
      const until = input.until
      if (until !== undefined && (!isPlainDate(until) || until < todayIn(timeZone, context.clock.now().getTime())))
        return refuse('until-missing', 'until')
      return actAsOfficer(
        context,
        visitor,
        caseId,
        {
          id: action,
          ...(input.reason === undefined ? {} : { reason: input.reason }),
          ...(input.note === undefined ? {} : { note: input.note }),
          ...(until === undefined ? {} : { until, holdUntilMs: instantOf(timeZone, until, 8 * 60) }),
          ...(input.faults === undefined || input.faults.length === 0
            ? {}
            : {
                faults: input.faults,
                points: input.faults.map((fault) => ({ at: fault.place, reason: fault.reason })),
              }),
        },
        key,
      )
    },
    noteNational: (visitor, caseId, note, key) => noteNationalAnswer(context, visitor, caseId, note, key),
    readPacket: (visitor, caseId) => readPacket(context, visitor, caseId),
    handOver: (visitor, caseId, input, key) => handOverCase(context, visitor, caseId, input, key),
    async readPicture(visitor, caseId, uploadId) {
      const region = visitor.region!.code
      const hash = await context.database.inRegion(region, async (tx) => {
        if (!isUuid(uploadId)) return undefined
        const found = await untiedCase(tx, context, visitor, caseId, 'picture')
        if (!found.ok) return undefined
        const upload = await findUpload(tx, region, caseId, uploadId)
        const role = officeRoles(visitor, found.value)[0] ?? 'officer'
        if (upload !== undefined)
          await writeJournal(tx, {
            at: context.clock.now(),
            actor: visitor.actor!.accountId,
            role,
            ...unitOf(visitor, role),
            device: visitor.device,
            caseId,
            subject: found.value.applicantPerson,
            action: 'document.read',
            fields: [upload.document_id],
          })
        return upload?.file_hash
      })
      return hash === undefined ? undefined : context.files.read(region, hash)
    },
    // What somebody may not sign is named, not shown.
    listSigning: async (visitor) =>
      (await listSigning(context, visitor)).map((line) =>
        line.blocked === undefined ? line : { ...line, changes: [] },
      ),
    async signMany(visitor, caseIds) {
      if (!isSteppedUp(visitor, context.clock.now().getTime())) return refuse('step-up-needed')
      const refused: { number: string; text: string }[] = []
      let signed = 0
      const lines = new Map((await listSigning(context, visitor)).map((line) => [line.caseId, line]))
      for (const caseId of [...new Set(caseIds)].slice(0, 100)) {
        const done = await signCase(context, visitor, caseId)
        const text = done.ok
          ? await whyNotSigned(context, visitor, done.value)
          : done.refusals.map(visitor.tell).join(' ')
        if (text === undefined) signed++
        else refused.push({ number: lines.get(caseId)?.number ?? '', text })
      }
      return accept({ signed, refused })
    },
  }
}
