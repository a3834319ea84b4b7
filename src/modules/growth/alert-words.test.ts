// What an alert says of its reasons: all that hold, each once, and no border of a band that nothing crossed.
import { expect, test } from 'vitest'
import { evidenceText, shownEvidence } from './alert-words.ts'
import { ALERTS_2022 } from './rules/alert-edition.ts'
import type { Facts } from './rules/alert-facts.ts'
import { evidenceOf, ruleOf } from './rules/alerts.ts'

const told = (code: string, facts: Facts) =>
  shownEvidence(evidenceOf(ruleOf(code, ALERTS_2022)!.trigger, facts) ?? []).map((one) => evidenceText(one).id)

test('a thin arm, swollen feet and a danger sign are all told', () => {
  expect(
    told('SAMC', { arm6to59TenthMm: 1120, oedemaGrade: 3, complications: 1, ageMonths: 14, weightG: 7000 }),
  ).toEqual(['Lingkar lengan 11,2 cm (batas 11,5 cm)', 'Bengkak kedua kaki, derajat: 3', 'Tanda bahaya: 1'])
})

test('the far border of a band is no reason; a fall with the border it has not crossed is told with it', () => {
  expect(told('MAM', { weightForLength: -2.4, arm6to59TenthMm: 1200 })).toEqual([
    'BB/PB atau BB/TB −2,40 (batas −2,00)',
    'Lingkar lengan 12,0 cm (batas 12,5 cm)',
  ])
  expect(told('NG2', { tRun: 2 })).toEqual(['Bulan berturut-turut tidak naik: 2'])
  expect(told('DROP', { fallWeight: 0.8, weightForAge: -1.5 })[0]).toContain('Turun dalam 6 bulan')
})
