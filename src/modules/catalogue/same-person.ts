// Whether two answers mean one person. Must stay true: the register's ids decide where both are known, else the NIKs; a
// person described only by words is never taken for somebody else's.
import { type Answer, isNobody, isPersonAnswer } from './answers.ts'

/** `nikOf` tells the NIK of whoever an answer means, from the answer or from the register. */
export function isSamePerson(one: Answer, other: Answer, nikOf: (answer: Answer) => string | undefined): boolean {
  if (!meansSomebody(one) || !meansSomebody(other)) return false
  const [id, otherId] = [idOf(one), idOf(other)]
  if (id !== undefined && otherId !== undefined) return id === otherId
  const nik = nikOf(one)
  return nik !== undefined && nik === nikOf(other)
}

/** Person ids stand as plain text in lists of people and in facts. */
function idOf(answer: Answer): string | undefined {
  if (typeof answer === 'string') return answer
  return isPersonAnswer(answer) && 'personId' in answer ? answer.personId : undefined
}

function meansSomebody(answer: Answer): boolean {
  return typeof answer === 'string' || (isPersonAnswer(answer) && !isNobody(answer))
}
