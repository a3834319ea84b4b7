// One line for an effect that was carried out, as golden examples expect it: `createPerson child`, `recordDeed birth`.
// Must stay true: a line depends on the effect alone, so that an example reads the same in every region.
import type { Effect } from './effect.ts'

function nameOfRef(ref: unknown): string {
  if (typeof ref === 'string') return ref
  if (Array.isArray(ref)) return ref.map(nameOfRef).join(',')
  if (typeof ref !== 'object' || ref === null) return ''
  const parts = ref as Record<string, unknown>
  if (parts.deed !== undefined) return `${String(parts.deed)} of ${nameOfRef(parts.of)}`
  const [key, value] = Object.entries(parts)[0] ?? ['', '']
  return `${key} ${nameOfRef(value)}`
}

function argument(effect: Effect): string {
  switch (effect.op) {
    case 'createPerson':
    case 'createFamily':
    case 'acceptTransfer':
      return effect.as
    case 'recordDeed':
      return effect.register
    case 'marginNote':
      return effect.kind
    case 'correctDeed':
      return nameOfRef(effect.deed)
    case 'addFamilyMember':
    case 'removeFamilyMember':
    case 'setFamilyHead':
    case 'enrolBiometrics':
    case 'uniquenessCheck':
    case 'bindDevice':
    case 'recordStay':
      return nameOfRef(effect.person)
    case 'moveFamilyMember':
      return nameOfRef(effect.people ?? effect.person)
    case 'retireFamily':
    case 'applyKkNumberRule':
      return nameOfRef(effect.family)
    case 'setField':
      return `${nameOfRef(effect.person)} ${effect.field ?? 'changes'}`
    case 'setParent':
      return `${nameOfRef(effect.person)} ${effect.parent}`
    case 'setMaritalStatus':
      return `${nameOfRef(effect.people)} ${typeof effect.value === 'string' ? effect.value : ''}`.trim()
    case 'setAddress':
      return nameOfRef(effect.family ?? effect.people)
    case 'setPersonStatus':
    case 'setNikStatus':
      return `${nameOfRef(effect.people)} ${effect.status}`
    case 'issueDocument':
    case 'supersedeDocument':
    case 'revokeDocument':
    case 'extendDocument':
      return typeof effect.of !== 'string' && 'each' in effect.of
        ? `${effect.document} ${nameOfRef(effect.of)}`
        : effect.document
    case 'keepCards':
    case 'reverseEffects':
      return nameOfRef(effect.of)
    case 'sealField':
      return effect.on
    case 'startService':
      return effect.service
    case 'suggestServices':
      return effect.service ?? ''
    case 'flagPerson':
      return nameOfRef(effect.person)
  }
}

/** `op argument`, one space between, none at the end. */
export function effectLine(effect: Effect): string {
  return `${effect.op} ${argument(effect)}`.trim()
}
