// Sentences of the register: what stands in the way and what to do next. Warnings have theirs here too; they are shown
// to officers and block nothing. Split by what they are about, so that each file stays readable.
import { cardRefusals } from './refusals-cards.ts'
import { caseRefusals } from './refusals-cases.ts'
import { coverageRefusals } from './refusals-coverage.ts'
import { officeRefusals } from './refusals-office.ts'
import { paperRefusals } from './refusals-paper.ts'
import { peopleRefusals } from './refusals-people.ts'

export const refusals = {
  ...caseRefusals,
  ...cardRefusals,
  ...peopleRefusals,
  ...coverageRefusals,
  ...officeRefusals,
  ...paperRefusals,
} as const
