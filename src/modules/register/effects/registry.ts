// From the name of an effect to what it does. A new effect is one file, one schema and one line here; the type below
// makes a forgotten one a compile error.
import type { Effect, EffectOf, EffectOp } from '../effect.ts'
import type { PlanContext } from '../plan-context.ts'
import { acceptTransfer } from './accept-transfer.ts'
import { correctDeed } from './correct-deed.ts'
import { createFamily } from './create-family.ts'
import { createPerson } from './create-person.ts'
import { keepCards, requestDocument } from './documents.ts'
import { setFamilyHead } from './family-head.ts'
import { addFamilyMember, moveFamilyMember, removeFamilyMember } from './family-members.ts'
import { applyKkNumberRule } from './kk-number-rule.ts'
import { marginNote } from './margin-note.ts'
import { bindDevice, enrolBiometrics, flagPerson, recordStay, uniquenessCheck } from './officers-record.ts'
import { recordDeed } from './record-deed.ts'
import { retireFamily } from './retire-family.ts'
import { reverseEffects } from './reverse-effects.ts'
import { sealField } from './seal-field.ts'
import { startService, suggestServices } from './services.ts'
import { setAddress } from './set-address.ts'
import { setField } from './set-field.ts'
import { setMaritalStatus } from './set-marital-status.ts'
import { setParent } from './set-parent.ts'
import { setNikStatus, setPersonStatus } from './set-status.ts'

type Runners = { readonly [Op in EffectOp]: (context: PlanContext, effect: EffectOf<Op>) => void }

const RUNNERS: Runners = {
  createPerson,
  recordDeed,
  marginNote,
  correctDeed,
  addFamilyMember,
  removeFamilyMember,
  moveFamilyMember,
  setFamilyHead,
  createFamily,
  retireFamily,
  applyKkNumberRule,
  setField,
  setParent,
  setMaritalStatus,
  setAddress,
  setPersonStatus,
  setNikStatus,
  acceptTransfer,
  issueDocument: requestDocument('issue'),
  supersedeDocument: requestDocument('supersede'),
  revokeDocument: requestDocument('revoke'),
  extendDocument: requestDocument('extend'),
  keepCards,
  reverseEffects,
  sealField,
  enrolBiometrics,
  uniquenessCheck,
  bindDevice,
  startService,
  suggestServices,
  flagPerson,
  recordStay,
}

export function runEffect(context: PlanContext, effect: Effect): undefined {
  const run = RUNNERS[effect.op] as (context: PlanContext, effect: Effect) => void
  run(context, effect)
}
