// The relation a person gets on a card they come to, and what becomes of the others when the head changes. Kinship that
// the register knows comes first; what the old card said is translated where kinship is not recorded.
import type { Relation } from './effect-parts.ts'
import { openMembers, type RegisterView, relationToHead } from './kinship.ts'
import type { Family, Membership, PersonId } from './snapshot.ts'

/**
 * What `person` is to the new head, told from what both were to the old one. Rows: relation of the new head to the old
 * head; columns: relation of the person to the old head. What is missing is another relative.
 */
const TRANSLATED: Partial<Record<Relation, Partial<Record<Relation, Relation>>>> = {
  // The husband or wife becomes head: the children stay children, parents and parents-in-law change places.
  '2': { '4': '4', '5': '5', '6': '6', '7': '8', '8': '7' },
  '3': { '4': '4', '5': '5', '6': '6', '7': '8', '8': '7' },
  // A child becomes head: the old head's spouse is a parent.
  '4': { '1': '7', '2': '7', '3': '7' },
  // A parent becomes head.
  '7': { '1': '4', '2': '5', '3': '5', '4': '6' },
}

/** Never '1' unless the person is the head. `was` = membership on the card the person leaves. */
export function relationOnNewCard(
  view: RegisterView,
  headId: PersonId | undefined,
  personId: PersonId,
  was?: Membership,
): Relation {
  if (headId === undefined) return '9'
  if (headId === personId) return '1'
  const otherwise = was?.relation === '10' || was?.relation === '11' ? was.relation : '9'
  return relationToHead(view, headId, personId, otherwise)
}

/** Relations of everyone on a card when one of them becomes its head, by person. */
export function relationsUnderHead(
  view: RegisterView,
  family: Family,
  headId: PersonId,
): ReadonlyMap<PersonId, Relation> {
  const relations = new Map<PersonId, Relation>()
  const headWas = relationOf(family, headId)
  for (const member of openMembers(family)) {
    // Whoever stays the head leaves everyone what they were.
    if (headWas === '1') {
      relations.set(member.personId, member.relation)
      continue
    }
    const translated = headWas === undefined ? undefined : TRANSLATED[headWas]?.[member.relation]
    const keeps = member.relation === '10' || member.relation === '11' ? member.relation : undefined
    relations.set(member.personId, relationToHead(view, headId, member.personId, keeps ?? translated ?? '9'))
  }
  return relations
}

function relationOf(family: Family, personId: PersonId): Relation | undefined {
  return openMembers(family).find((member) => member.personId === personId)?.relation
}
