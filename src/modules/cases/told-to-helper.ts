// A service speaks to the applicant: "Anda". Whoever helps, or acts under a mandate, reads the same sentence and is not meant by it.
// Must stay true: to them the person concerned is called by name; to the applicant nothing changes.
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { RegisterSnapshot } from '../register/snapshot.ts'
import type { CaseFile } from './case.ts'
import { isHelper, isOwner } from './help-access.ts'

/** A sentence of a service about this person, said to somebody else. English says "you" in too many forms to be rewritten. */
export function toldOf({ id, en }: Text, name: string): Text {
  return {
    // Two are spoken to: the person concerned and who is married, or was, to them.
    id: id
      .replace(/\bAnda berdua\b|(?<=\bsatu dari )Anda\b/g, () => `${name} dan pasangannya`)
      .replace(/\b[Aa]nda\b/g, () => name),
    en: /\byou(r|rs|rself)?\b/i.test(en) ? `${en} Here “you” is ${name}.` : en,
  }
}

/** The name of the person concerned when this visitor is not that person; undefined for the applicant. */
export function nameForHelper(visitor: Visitor, file: CaseFile, snapshot: RegisterSnapshot): string | undefined {
  if (isOwner(visitor, file) || !isHelper(visitor, file)) return undefined
  const person = file.applicantPerson === undefined ? undefined : snapshot.persons.get(file.applicantPerson)
  return person?.name ?? file.contact?.name
}

/** How this visitor reads the sentences of a service on this case. */
export function tellerOf(visitor: Visitor, file: CaseFile, snapshot: RegisterSnapshot): (text: Text) => Text {
  const name = nameForHelper(visitor, file, snapshot)
  return name === undefined ? (text) => text : (text) => toldOf(text, name)
}

/** The same for the headings of a form; an English one stays short, the line above it says who is meant. */
export function headingsOf(visitor: Visitor, file: CaseFile, snapshot: RegisterSnapshot): (text: Text) => Text {
  const tell = tellerOf(visitor, file, snapshot)
  return (text) => ({ id: tell(text).id, en: text.en })
}

/** How an officer reads them, who is never the person concerned: kinship and own cases are another's. */
export function tellerToOfficer(file: CaseFile, snapshot: Pick<RegisterSnapshot, 'persons'>): (text: Text) => Text {
  const person = file.applicantPerson === undefined ? undefined : snapshot.persons.get(file.applicantPerson)
  const name = person?.name ?? file.contact?.name
  return name === undefined ? (text) => text : (text) => toldOf(text, name)
}
