// The port of the citizen's pages, bound to commands and queries.

import { parseDateParts } from '../kernel/date-parse.ts'
import { isUuid } from '../kernel/id.ts'
import { readNik } from '../kernel/nik.ts'
import { accept, refuse } from '../kernel/refusal.ts'
import { todayIn } from '../kernel/zone.ts'
import { ownCase } from '../modules/cases/access.ts'
import { actAsApplicant, submitCase } from '../modules/cases/commands.ts'
import type { CasesContext } from '../modules/cases/context.ts'
import { sameName, savePage, saveRole, startDraft } from '../modules/cases/draft-commands.ts'
import { hrefOf } from '../modules/cases/draft-frame.tsx'
import { readDocuments, readDraftPage, readReview, readRole } from '../modules/cases/draft-queries.ts'
import { isForNewcomers, startsOnline } from '../modules/cases/newcomer-rules.ts'
import type { CasesPort } from '../modules/cases/port.ts'
import { followUp, listMine, listServices, readCase, readService } from '../modules/cases/queries.ts'
import { listOpenOfApplicants } from '../modules/cases/store.ts'
import { appendPart, finishParts, readPart, removeUpload, saveUpload } from '../modules/cases/upload-commands.ts'
import { findUpload } from '../modules/cases/upload-store.ts'
import { bindPerson } from '../modules/regions/store.ts'
import type { Session } from '../platform/auth/accounts.ts'
import { first } from '../platform/http/form.ts'
import type { Visitor } from '../platform/http/visitor.ts'
import { writeJournal } from '../platform/journal/journal.ts'

export type CasesBindingTools = {
  readonly spool: string
  contactOf(visitor: Visitor): Promise<Pick<Session, 'phone' | 'email'> | undefined>
}

export function bindCases(context: CasesContext, { spool, contactOf }: CasesBindingTools): CasesPort {
  const base = (visitor: Visitor): string => `/${visitor.region!.code}`
  const href = (visitor: Visitor, caseId: string, step: string): string =>
    step === 'later' ? `${base(visitor)}/me` : hrefOf(base(visitor), caseId, step)
  return {
    visitor: (request) => context.visitor(request),
    listServices: (visitor, query, group) => listServices(context, visitor, query, group),
    readService: (visitor, id) => readService(context, visitor, id),
    async startDraft(visitor, serviceId, channel = 'web') {
      const { personId } = visitor.actor!
      const region = visitor.region!.code
      const offered = await context.services.find(region, serviceId)
      if (offered === undefined) return refuse('service-not-offered')
      const needsOfficer = channel === 'web' && !startsOnline(offered.service)
      if (personId === undefined) {
        // Whoever arrives is in no register of ours yet: these services ask for no more than an account.
        if (needsOfficer) return refuse('service-in-person')
        if (!isForNewcomers(offered.service)) return refuse('identify-needed')
        const begun = await startDraft(context, visitor, serviceId, { ...(await contactOf(visitor)), channel })
        return begun.ok
          ? accept({ caseId: begun.value.caseId, next: href(visitor, begun.value.caseId, begun.value.step) })
          : begun
      }
      const snapshot = await context.database.inRegion(
        region,
        (tx) => context.register.loadSnapshot(tx, region, { personIds: [personId] }),
        { readOnly: true },
      )
      // From the minute a death is recorded, the number opens nothing. Who moved away may come back.
      const status = snapshot.persons.get(personId)?.status
      if (status === undefined || ['deceased', 'duplicate', 'cancelled'].includes(status))
        return refuse('applicant-number-ended')
      if (needsOfficer) return refuse('service-in-person')
      // What a hospital or office prepared about this is gone on with: one event, one case.
      const prepared = await context.database.inRegion(
        region,
        (tx) => listOpenOfApplicants(tx, region, serviceId, [personId]),
        { readOnly: true },
      )
      const waiting = prepared.find((row) => row.channel === 'notice' && row.state === 'draft')
      if (waiting !== undefined)
        return accept({ caseId: waiting.case_id, next: href(visitor, waiting.case_id, 'review') })
      const contact = await contactOf(visitor)
      const started = await startDraft(context, visitor, serviceId, { personId, ...contact, channel })
      return started.ok
        ? accept({ caseId: started.value.caseId, next: href(visitor, started.value.caseId, started.value.step) })
        : started
    },
    readDraftPage: (visitor, caseId, pageId) => readDraftPage(context, visitor, caseId, pageId),
    async savePage(visitor, caseId, pageId, fields) {
      const saved = await savePage(context, visitor, caseId, pageId, fields)
      if (!saved.ok) return saved
      if (saved.value.next !== undefined) return accept({ saved: true, next: href(visitor, caseId, saved.value.next) })
      const query = Object.fromEntries(
        Object.keys(fields)
          .filter((name) => name.endsWith('.query'))
          .map((name) => [name, first(fields, name)]),
      )
      const view = await readDraftPage(context, visitor, caseId, pageId, { ...saved.value, query })
      return view.ok ? accept({ saved: false, view: view.value }) : view
    },
    readRole: (visitor, caseId) => readRole(context, visitor, caseId),
    async saveRole(visitor, caseId, role) {
      const saved = await saveRole(context, visitor, caseId, role)
      return saved.ok ? accept({ next: href(visitor, caseId, saved.value.step) }) : saved
    },
    readDocuments: (visitor, caseId) => readDocuments(context, visitor, caseId),
    saveUpload: (visitor, caseId, document, file, uploadId) =>
      saveUpload(context, visitor, caseId, document, file, uploadId),
    removeUpload: (visitor, caseId, document, uploadId) => removeUpload(context, visitor, caseId, document, uploadId),
    readPart: (visitor, caseId, uploadId) => readPart(spool, visitor, caseId, uploadId),
    appendPart: (visitor, caseId, uploadId, offset, bytes) =>
      appendPart(context, spool, visitor, caseId, uploadId, offset, bytes),
    finishParts: (visitor, caseId, document, uploadId) =>
      finishParts(context, spool, visitor, caseId, document, uploadId),
    async readPicture(visitor, caseId, uploadId) {
      const region = visitor.region!.code
      const hash = await context.database.inRegion(
        region,
        async (tx) => {
          const found = await ownCase(tx, context, visitor, caseId)
          return found.ok && isUuid(uploadId) ? (await findUpload(tx, region, caseId, uploadId))?.file_hash : undefined
        },
        { readOnly: true },
      )
      return hash === undefined ? undefined : context.files.read(region, hash)
    },
    readReview: (visitor, caseId) => readReview(context, visitor, caseId),
    submit: (visitor, caseId) => submitCase(context, visitor, caseId),
    listMine: (visitor) => listMine(context, visitor),
    readCase: (visitor, caseId) => readCase(context, visitor, caseId),
    async act(visitor, caseId, action, note, key) {
      const done = await actAsApplicant(context, visitor, caseId, action, note, key)
      return done.ok ? accept(undefined) : done
    },
    async reuse(visitor, caseId) {
      const region = visitor.region!.code
      const found = await context.database.inRegion(region, (tx) => ownCase(tx, context, visitor, caseId), {
        readOnly: true,
      })
      if (!found.ok) return found
      const { serviceId, answers, applicantPerson, applicantRole, contact } = found.value
      const started = await startDraft(context, visitor, serviceId, {
        answers,
        ...(applicantPerson === undefined ? {} : { personId: applicantPerson }),
        ...(applicantRole === undefined ? {} : { role: applicantRole }),
        ...(contact?.phone === undefined ? {} : { phone: contact.phone }),
        ...(contact?.email === undefined ? {} : { email: contact.email }),
      })
      return started.ok
        ? accept({ caseId: started.value.caseId, next: href(visitor, started.value.caseId, started.value.step) })
        : started
    },
    followUp: (visitor, number, digits) => followUp(context, visitor, number, digits),
    searchVillages: async (visitor, query) => context.searchVillages(query, visitor.region!.code),
    async identify(visitor, typed) {
      const region = visitor.region!
      const today = todayIn(region.timeZone, context.clock.now().getTime())
      const nik = readNik(typed.nik, { at: 'nik', today })
      const birthDate = parseDateParts(typed.birthDate, 'birthDate', { today, when: 'past' })
      const refusals = [
        ...(nik.ok ? [] : nik.refusals),
        ...(typed.name.trim() === '' ? [{ code: 'answer-missing', at: 'name' }] : []),
        ...(birthDate.ok ? [] : birthDate.refusals),
      ]
      if (!nik.ok || !birthDate.ok || refusals.length > 0) return { ok: false, refusals }
      const account = visitor.actor!.accountId
      const wait = await context.limits.take('person-lookup', account)
      if (wait !== undefined) return refuse('too-many', 'nik', { seconds: wait })
      return context.database.inRegion(region.code, async (tx) => {
        const person = await context.register.findByNik(tx, region.code, nik.value.nik)
        const same =
          person !== undefined &&
          sameName(person.name, typed.name) &&
          person.birthDate === birthDate.value &&
          person.status === 'active'
        await writeJournal(tx, {
          at: context.clock.now(),
          actor: account,
          role: 'citizen',
          device: visitor.device,
          action: same ? 'account.bound' : 'account.bind-refused',
          ...(same ? { subject: person.id } : {}),
        })
        if (!same) return refuse('identify-no-match', 'nik')
        await bindPerson(tx, {
          region_code: region.code,
          account_id: account,
          person_id: person.id,
          proven_by: 'nik-name-birth-date',
        })
        return accept(undefined)
      })
    },
  }
}
