// The port of help and mandates, bound to use cases; codes to agree leave by SMS.
import { accept, refuse } from '../kernel/refusal.ts'
import { fill, say } from '../kernel/text.ts'
import type { AssistPort } from '../modules/cases/assist-port.ts'
import { readAssist, readConfirm, readMandates, readReceipt } from '../modules/cases/assist-queries.ts'
import { ASSIST_WORDS } from '../modules/cases/assist-words.ts'
import type { CasesContext } from '../modules/cases/context.ts'
import { continueHelp } from '../modules/cases/continue-commands.ts'
import { hrefOf } from '../modules/cases/draft-frame.tsx'
import { beginHelp, confirmAndSubmit, sendConfirmCode } from '../modules/cases/help-commands.ts'
import { waysOf } from '../modules/cases/help-rules.ts'
import { beginUnderMandate, giveMandate, takeBackMandate } from '../modules/cases/mandate-commands.ts'
import type { Visitor } from '../platform/http/visitor.ts'
import { newRandomId } from '../platform/ids.ts'
import type { Carrier } from '../platform/notify/carrier.ts'

export function bindAssist(context: CasesContext, sms: Carrier): AssistPort {
  const base = (visitor: Visitor): string => `/${visitor.region!.code}`
  return {
    visitor: (request) => context.visitor(request),
    readAssist: (visitor) => readAssist(context, visitor),
    async begin(visitor, typed, key) {
      if (waysOf(visitor).length === 0) return refuse('not-yours')
      const begun = await beginHelp(context, visitor, typed, key)
      return begun.ok ? accept({ next: hrefOf(base(visitor), begun.value.caseId, begun.value.step) }) : begun
    },
    async goOn(visitor, caseId, name, consent) {
      const done = await continueHelp(context, visitor, caseId, { name, consent })
      return done.ok ? accept({ next: `${base(visitor)}/cases/${caseId}/review` }) : done
    },
    readConfirm: (visitor, caseId) => readConfirm(context, visitor, caseId),
    sendCode: (visitor, caseId) =>
      sendConfirmCode(context, visitor, caseId, async (phone, code, file) => {
        const body = fill(say(ASSIST_WORDS.codeMessage, file.language), { code })
        await sms.send({ id: newRandomId(), to: phone, subject: 'Puja Indah', body })
      }),
    async confirm(visitor, caseId, typed) {
      const done = await confirmAndSubmit(context, visitor, caseId, typed)
      return done.ok ? accept({ next: `${base(visitor)}/cases/${caseId}/receipt` }) : done
    },
    readReceipt: (visitor, caseId) => readReceipt(context, visitor, caseId),
    readMandates: (visitor) => readMandates(context, visitor),
    async giveMandate(visitor, typed, key) {
      const given = await giveMandate(context, visitor, typed, key)
      return given.ok ? accept(undefined) : given
    },
    endMandate: (visitor, mandateId) => takeBackMandate(context, visitor, mandateId),
    async beginUnder(visitor, mandateId, service, key) {
      const begun = await beginUnderMandate(context, visitor, mandateId, service, key)
      return begun.ok ? accept({ next: hrefOf(base(visitor), begun.value.caseId, begun.value.step) }) : begun
    },
  }
}
