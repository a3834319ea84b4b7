// What an answer itself tells of someone who is not in this region's register. Must stay true: the register's ties (card,
// marriage, deeds) of such a person are certainly none here; everything else it does not say stays unknown.
import { ageOn, isPlainDate } from '../../kernel/date.ts'
import { isNobody, isOutsider, type PersonAnswer } from './answers.ts'
import { FACTS, type FactName, type FactValue } from './facts.ts'

const NOT_HERE: readonly FactName[] = [
  'inRegister',
  'isHead',
  'hasDocument',
  'hasDeed',
  'hasSignedDocument',
  'subjectOfDeed',
  'sameFamilyAs',
  'samePersonAs',
  'marriedTo',
  'parentOf',
  'closeKinOf',
  'enrolled',
  'hasOpenMarriage',
]

/** The fact, null for "there is none", undefined for "the answer does not say". */
export function outsideFact(fact: FactName, answer: PersonAnswer, today: string): FactValue | null | undefined {
  if (isNobody(answer)) return FACTS[fact].type === 'yes-no' ? false : null
  // Number and name alone: the register has not said yet whether it knows the pair.
  if (!isOutsider(answer)) {
    if (fact === 'nik' && 'nik' in answer) return answer.nik
    return fact === 'name' && 'name' in answer ? answer.name : undefined
  }
  if (fact === 'name' || fact === 'birthDate' || fact === 'birthPlace' || fact === 'citizenship') return answer[fact]
  if (fact === 'nik') return answer.nik ?? null
  if (fact === 'sex') return answer.sex
  if (fact === 'ageYears')
    return isPlainDate(answer.birthDate) && isPlainDate(today) ? ageOn(answer.birthDate, today) : undefined
  return NOT_HERE.includes(fact) ? false : undefined
}
