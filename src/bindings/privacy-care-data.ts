// What posyandu and midwife hold, for the copy a person gets of their own data: growth and vaccines of own children, own
// pregnancies. Must stay true: the person's own and their family's children only; no score and no figure of anybody else.
import { formatMonth } from '../kernel/date-format.ts'
import { fill, type Text } from '../kernel/text.ts'
import type { GrowthContext } from '../modules/growth/context.ts'
import { listOwnPregnancies, type OwnPregnancy } from '../modules/growth/own-care-queries.ts'
import type { OwnChild } from '../modules/growth/parent-port.ts'
import { listOwnChildren } from '../modules/growth/parent-queries.ts'
import { OUTCOME_WORDS, PREGNANCY_WORDS as p } from '../modules/growth/pregnancy/pregnancy-words.ts'
import type { DataSource } from '../modules/privacy/port.ts'
import { both, dayText } from '../modules/register/office-texts.ts'
import { decimal } from '../platform/ui/format.ts'
import { familyCareSources } from './privacy-family-care.ts'
import { field } from './privacy-field.ts'

const t = (id: string, en: string): Text => ({ id, en })
const NEXT_DOSE = t('{dose}, boleh mulai', '{dose}, may be given from')

export function careSources(growth: GrowthContext): readonly DataSource[] {
  return [
    async (visitor) => ({
      id: 'children',
      title: t('Pertumbuhan dan imunisasi anak', 'Growth and vaccines of your children'),
      source: t('Catatan posyandu anak di Kartu Keluarga Anda.', 'Posyandu records of children on your family card.'),
      items: (await listOwnChildren(growth, visitor)).map((child) => ({
        title: both(child.child.name),
        fields: childFields(child),
      })),
    }),
    async (visitor) => ({
      id: 'pregnancies',
      title: t('Kehamilan', 'Pregnancies'),
      source: t(
        'Catatan bidan dan posyandu, paling banyak 20 kehamilan terakhir.',
        'Records of midwife and posyandu, the last 20 pregnancies at most.',
      ),
      items: (await listOwnPregnancies(growth, visitor)).map((one) => ({
        title: OUTCOME_WORDS[one.outcome].text,
        fields: pregnancyFields(one),
      })),
    }),
    ...familyCareSources(growth),
  ]
}

function childFields({ child, months, vaccines }: OwnChild) {
  return [
    ...field('birthDate', t('Tanggal lahir', 'Birth date'), dayText(child.birthDate)),
    ...field('posyandu', both('Posyandu'), child.posyandu.name),
    ...months.flatMap(({ month, measurement }) =>
      field(
        `month.${month}`,
        { id: formatMonth(`${month}-01`, 'id'), en: formatMonth(`${month}-01`, 'en') },
        weighed(measurement),
      ),
    ),
    ...vaccines.lines.flatMap(({ code, name, givenOn, from }) =>
      givenOn !== undefined
        ? field(`vaccine.${code}`, name, dayText(givenOn))
        : from === undefined
          ? []
          : field(
              `vaccine-next.${code}`,
              { id: fill(NEXT_DOSE.id, { dose: name.id }), en: fill(NEXT_DOSE.en, { dose: name.en }) },
              dayText(from),
            ),
    ),
  ]
}

function pregnancyFields(one: OwnPregnancy) {
  return [
    ...field('dueOn', p.due, dayText(one.dueOn)),
    ...field('registeredOn', t('Didaftarkan', 'Registered'), dayText(one.registeredOn)),
    ...field('lastPeriod', p.period, one.lastPeriod === undefined ? undefined : dayText(one.lastPeriod)),
    ...field('gravida', p.gravida, one.gravida),
    ...field('endedOn', t('Berakhir', 'Ended'), one.endedOn === undefined ? undefined : dayText(one.endedOn)),
    ...field('husband', p.husband, one.details.husband),
    ...field('phone', p.phone, one.details.phone),
    ...field('address', p.address, one.details.address),
    ...one.visits.flatMap((visit) => {
      const day = dayText(visit.on)
      return field(
        `visit.${visit.on}`,
        { id: `Pemeriksaan ${day.id}`, en: `Visit on ${day.en}` },
        { id: visitText(visit, 'id'), en: visitText(visit, 'en') },
      )
    }),
  ]
}

function visitText(visit: OwnPregnancy['visits'][number], language: 'id' | 'en'): string {
  return [
    fill(p.weeks[language], { weeks: visit.weeks }),
    ...(visit.armTenthMm === undefined
      ? []
      : [`${p.arm[language]} ${decimal(visit.armTenthMm / 100, 1, language)} cm`]),
    ...(visit.haemoglobinTenthGdl === undefined
      ? []
      : [`${p.hb[language]} ${decimal(visit.haemoglobinTenthGdl / 10, 1, language)} g/dL`]),
    ...(visit.weightG === undefined ? [] : [`${p.weight[language]} ${decimal(visit.weightG / 1000, 1, language)} kg`]),
    ...(visit.tabletsGiven === 0 && visit.tabletsTaken === 0
      ? []
      : [
          `${p.tablets[language]}: ${fill(p.tabletsGiven[language], { given: visit.tabletsGiven })}, ${
            language === 'id' ? `${visit.tabletsTaken} diminum` : `${visit.tabletsTaken} taken`
          }`,
        ]),
    ...(visit.foodGiven ? [language === 'id' ? 'makanan tambahan diberikan' : 'extra food given'] : []),
    ...(visit.classAttended ? [language === 'id' ? 'ikut kelas ibu hamil' : 'attended the class'] : []),
  ].join('; ')
}

function weighed({
  weightG,
  lengthHeightTenthMm,
}: {
  weightG?: number
  lengthHeightTenthMm?: number
}): Text | undefined {
  if (weightG === undefined && lengthHeightTenthMm === undefined) return undefined
  const said = (language: 'id' | 'en') =>
    [
      ...(weightG === undefined ? [] : [`${decimal(weightG / 1000, 2, language)} kg`]),
      ...(lengthHeightTenthMm === undefined ? [] : [`${decimal(lengthHeightTenthMm / 100, 1, language)} cm`]),
    ].join('; ')
  return { id: said('id'), en: said('en') }
}
