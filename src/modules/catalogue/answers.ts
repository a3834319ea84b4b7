// What people answer, as typed data: the shapes that forms produce, drafts keep, conditions read and effects use.
// Must stay true: plain JSON only, so that a phone, a database row and an example file hold the same thing.

export type PersonInRegister = { readonly personId: string }
/** Found by number and name; `personId` is filled once the register has confirmed the pair. */
export type PersonByNik = { readonly nik: string; readonly name: string; readonly personId?: string }
/** Not in this region's register: described by the answer itself. */
export type PersonOutside = {
  readonly name: string
  readonly nik?: string
  readonly travelDocument?: string
  readonly birthPlace: string
  readonly birthDate: string
  readonly citizenship: string
  readonly sex?: string
}
export type NobodyKnown = { readonly none: true }
export type PersonAnswer = PersonInRegister | PersonByNik | PersonOutside | NobodyKnown

export type AddressAnswer = {
  readonly street: string
  readonly rt: string
  readonly rw: string
  readonly village: string
  readonly postalCode?: string
}

/** What may be named of an address: `newAddress.village`. */
export const ADDRESS_PARTS = ['street', 'rt', 'rw', 'village', 'postalCode'] as const

export type ListItem = { readonly [key: string]: Answer }
export type Answer =
  | string
  | number
  | boolean
  | PersonAnswer
  | AddressAnswer
  | (Partial<AddressAnswer> & Pick<AddressAnswer, 'village'>)
  | readonly string[]
  | readonly ListItem[]
export type Answers = { readonly [key: string]: Answer | undefined }

function isObject(answer: unknown): answer is Readonly<Record<string, unknown>> {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer)
}

/** True for an answer that names or describes a person (or says that nobody is known). */
export function isPersonAnswer(answer: unknown): answer is PersonAnswer {
  return isObject(answer) && ('personId' in answer || 'name' in answer || 'none' in answer)
}

export function isAddressAnswer(answer: unknown): answer is Pick<AddressAnswer, 'village'> & Partial<AddressAnswer> {
  return isObject(answer) && typeof answer.village === 'string'
}

/** The register's id of the person answered, when it is known. */
export function personIdOf(answer: unknown): string | undefined {
  if (!isObject(answer)) return undefined
  return typeof answer.personId === 'string' ? answer.personId : undefined
}

export function isOutsider(answer: PersonAnswer): answer is PersonOutside {
  return !('personId' in answer) && 'birthDate' in answer
}

export function isNobody(answer: PersonAnswer): answer is NobodyKnown {
  return 'none' in answer
}
