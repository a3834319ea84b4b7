// Food of mothers and children, visits of family assistants, and school screening, for the copy a person gets of their own data. Must stay
// true: own pregnancies, the own family card and its children only; words instead of codes; what was withdrawn stays out; the notes of a
// visit may speak of another of the family, so they are not copied to each of them.
import { addDays } from '../kernel/date.ts'
import { fill, type Text } from '../kernel/text.ts'
import { VISIT_TOPICS } from '../modules/convergence/visit-commands.ts'
import { listFamilyVisits } from '../modules/convergence/visit-store.ts'
import { MONEY_WORDS, ALERT_WORDS as w } from '../modules/growth/alert-words.ts'
import type { GrowthContext } from '../modules/growth/context.ts'
import { listOwnFood, type OwnFood } from '../modules/growth/own-care-queries.ts'
import { CARE_2022 } from '../modules/growth/rules/care-edition.ts'
import { MEASURE_AGAIN } from '../modules/growth/rules/classify.ts'
import { listLinesOfPerson, type OwnSchoolLine } from '../modules/growth/school/school-store.ts'
import { SCHOOL_WORDS } from '../modules/growth/school/school-words.ts'
import type { DataSource } from '../modules/privacy/port.ts'
import { familyOf, isAdult, openMembers } from '../modules/register/kinship.ts'
import { loadSnapshot } from '../modules/register/load.ts'
import { both, dayText } from '../modules/register/office-texts.ts'
import type { Visitor } from '../platform/http/visitor.ts'
import { decimal } from '../platform/ui/format.ts'
import { field } from './privacy-field.ts'

const t = (id: string, en: string): Text => ({ id, en })
const each = (tell: (language: 'id' | 'en') => string): Text => ({ id: tell('id'), en: tell('en') })
const kg = (g: number, language: 'id' | 'en') => `${decimal(g / 1000, 2, language)} kg`
const cm = (tenthMm: number, language: 'id' | 'en') => `${decimal(tenthMm / 100, 1, language)} cm`
const STATES = {
  running: t('berjalan', 'running'),
  finished: t('selesai', 'finished'),
  stopped: t('dihentikan', 'stopped'),
} as const

export function familyCareSources(growth: GrowthContext): readonly DataSource[] {
  return [
    async (visitor) => ({
      id: 'food',
      title: t('Makanan tambahan', 'Extra food'),
      source: t(
        'Lembar makanan tambahan Puskesmas, untuk Anda saat hamil dan untuk anak di Kartu Keluarga Anda.',
        'Sheets of extra food of the health centre, for you in pregnancy and for children on your family card.',
      ),
      items: (await listOwnFood(growth, visitor)).map((food) => ({
        title: food.childName === undefined ? t('Untuk Anda saat hamil', 'For you in pregnancy') : both(food.childName),
        fields: foodFields(food),
      })),
    }),
    async (visitor) => {
      const { rows } = await ofFamily(growth, visitor)
      return {
        id: 'visits',
        title: t('Kunjungan pendamping keluarga', 'Visits of family assistants'),
        source: t(
          'Dua belas kunjungan terakhir ke keluarga di Kartu Keluarga Anda. Catatan bebas pendamping dapat diminta lewat permintaan data.',
          'The last twelve visits to the family of your card. The written notes can be asked for with a data request.',
        ),
        items: rows.map((row) => ({
          title: dayText(row.visited_on),
          fields: [
            ...field('topics', t('Yang dibicarakan', 'What it was about'), topicsText(row.topics)),
            ...field(
              'next',
              t('Kunjungan berikutnya', 'Next visit'),
              row.next_on === null ? undefined : dayText(row.next_on),
            ),
          ],
        })),
      }
    },
    async (visitor) => {
      const { children } = await ofFamily(growth, visitor)
      return {
        id: 'school',
        title: SCHOOL_WORDS.title,
        source: t(
          'Penjaringan kelas oleh Puskesmas, dicocokkan lewat nama, jenis kelamin, dan tanggal lahir.',
          'Screening of classes by the health centre, matched by name, sex and day of birth.',
        ),
        items: children.map((line) => ({ title: both(line.name), fields: schoolFields(line, growth, visitor) })),
      }
    },
  ]
}

const topicsText = (topics: readonly string[]): Text =>
  each((language) =>
    VISIT_TOPICS.filter(({ code }) => topics.includes(code))
      .map(({ name }) => name[language])
      .join('; '),
  )

/** Visits to the family of the visitor's card, and the lines of school screening of the visitor and of the children on it. */
async function ofFamily(growth: GrowthContext, visitor: Visitor) {
  const region = visitor.region!.code
  const personId = visitor.actor?.personId
  if (personId === undefined) return { rows: [], children: [] }
  return growth.database.inRegion(
    region,
    async (tx) => {
      const snapshot = await loadSnapshot(tx, growth.ring, region, { personIds: [personId] })
      const family = familyOf(snapshot, personId)
      const today = growth.today(region)
      const people = [personId, ...(family === undefined ? [] : openMembers(family).map((one) => one.personId))]
      const children: OwnSchoolLine[] = []
      for (const id of new Set(people)) {
        const person = snapshot.persons.get(id)
        if (person === undefined || (id !== personId && isAdult(person, today))) continue
        children.push(
          ...(await listLinesOfPerson(tx, region, {
            name: person.name,
            sex: person.sex === 'L' ? 1 : 2,
            birthDate: person.birthDate,
          })),
        )
      }
      return { rows: family === undefined ? [] : await listFamilyVisits(tx, region, family.id), children }
    },
    { readOnly: true },
  )
}

function foodFields({ sheet, isFactory, money, partner }: OwnFood) {
  const { mother, progress } = sheet
  const moneyText = MONEY_WORDS[money] ?? both(money)
  return [
    ...field('reason', t('Alasan', 'Reason'), sheet.reason),
    ...field('state', t('Keadaan', 'State'), STATES[sheet.state]),
    ...field(
      'days',
      t('Waktu', 'Time'),
      each((language) => `${dayText(sheet.firstDay)[language]} – ${dayText(sheet.lastDay)[language]}`),
    ),
    ...field('food', w.food, isFactory ? w.foodFactory : w.foodLocal),
    ...field(
      'money',
      w.money,
      partner === undefined ? moneyText : each((language) => `${moneyText[language]}: ${partner}`),
    ),
    ...field('given', t('Hari diberikan', 'Days given'), progress.daysGiven),
    ...field('before', t('Keadaan gizi saat mulai', 'Nutrition at the beginning'), sheet.before),
    ...field('after', t('Keadaan gizi saat selesai', 'Nutrition at the end'), sheet.after),
    ...field('armStart', t('LiLA saat mulai', 'Arm at the beginning'), tenth(mother?.startArmTenthMm)),
    ...field('armEnd', t('LiLA saat selesai', 'Arm at the end'), tenth(mother?.endArmTenthMm)),
    ...sheet.sheet.flatMap((week) =>
      field(
        `week.${week.week}`,
        each((language) => (language === 'id' ? `Minggu ${week.week}` : `Week ${week.week}`)),
        each((language) => weekText(sheet, week, language)),
      ),
    ),
  ]
}

const tenth = (value: number | undefined): Text | undefined =>
  value === undefined ? undefined : each((language) => cm(value, language))

function weekText(sheet: OwnFood['sheet'], week: OwnFood['sheet']['sheet'][number], language: 'id' | 'en'): string {
  const days = week.given.filter(Boolean).length
  const from = dayText(addDays(sheet.firstDay, (week.week - 1) * 7))[language]
  return [
    language === 'id' ? `mulai ${from}: diberikan ${days} hari` : `from ${from}: given on ${days} days`,
    ...(week.daysEaten === undefined
      ? []
      : [language === 'id' ? `dimakan ${week.daysEaten} hari` : `eaten on ${week.daysEaten} days`]),
    ...(week.weightG === undefined ? [] : [kg(week.weightG, language)]),
    ...(week.lengthTenthMm === undefined ? [] : [cm(week.lengthTenthMm, language)]),
    ...(week.armTenthMm === undefined ? [] : [`LiLA ${cm(week.armTenthMm, language)}`]),
    ...(week.ill ? [language === 'id' ? 'sakit' : 'ill'] : []),
  ].join('; ')
}

function schoolFields(line: OwnSchoolLine, growth: GrowthContext, visitor: Visitor) {
  const editions = growth.editions(visitor.region!.code)
  const { categories } = editions.on?.(line.held_on) ?? editions
  const category = [...categories.schoolBmiForAge, MEASURE_AGAIN].find(({ code }) => code === line.category)
  const result = CARE_2022.results.find(({ code }) => code === line.result)
  const words = line.result_words ?? ''
  return [
    ...field('heldOn', SCHOOL_WORDS.heldOn, dayText(line.held_on)),
    ...field('school', SCHOOL_WORDS.school, line.school),
    ...field('class', SCHOOL_WORDS.className, line.class_name),
    ...field('weight', SCHOOL_WORDS.weight, line.weight_g === null ? undefined : each((l) => kg(line.weight_g!, l))),
    ...field('height', SCHOOL_WORDS.height, tenth(line.height_tenth_mm ?? undefined)),
    ...field('category', SCHOOL_WORDS.category, category?.text),
    ...field(
      'due',
      SCHOOL_WORDS.follow,
      line.due_on === null || line.result !== null
        ? undefined
        : each((l) => fill(SCHOOL_WORDS.due[l], { date: dayText(line.due_on!)[l] })),
    ),
    ...field(
      'result',
      SCHOOL_WORDS.result,
      result === undefined || line.result_on === null
        ? undefined
        : each(
            (l) =>
              `${fill(SCHOOL_WORDS.done[l], { result: result.text[l], date: dayText(line.result_on!)[l] })}${words === '' ? '' : `. ${words}`}`,
          ),
    ),
  ]
}
