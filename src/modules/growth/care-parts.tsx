// The three parts of hospital care on the page of an alert: boxes of the counter-referral, and what was written. Must stay true: a figure
// outside the guide is shown with a word, never refused.
import { formatDecimal } from '../../kernel/decimal.ts'
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Field } from '../../platform/ui/field.tsx'
import { HOSPITAL_GUIDE, type HospitalCare, outsideGuide } from './rules/hospital-care.ts'

const { ratioPercent, activityMinutes, activityDays } = HOSPITAL_GUIDE
const CARE_WORDS = {
  title: { id: 'Tiga bagian perawatan rumah sakit', en: 'Three parts of hospital care' },
  pkmk: { id: 'Pangan khusus (PKMK)', en: 'Special medical food (PKMK)' },
  ratio: { id: 'Rasio protein terhadap energi', en: 'Protein-energy ratio' },
  ratioHint: {
    id: `Pedoman ${ratioPercent.from}–${ratioPercent.to} %`,
    en: `Guide: ${ratioPercent.from}–${ratioPercent.to} %`,
  },
  sleep: { id: 'Tidur', en: 'Sleep' },
  sleepHint: {
    id: 'Pedoman: tidur mulai pukul 21.00, lelap pukul 23.00–03.00',
    en: 'Guide: asleep from 21:00, deep sleep 23:00–03:00',
  },
  activity: { id: 'Aktivitas', en: 'Activity' },
  minutes: { id: 'Aktivitas, menit', en: 'Activity, minutes' },
  minutesHint: {
    id: `Pedoman ${activityMinutes.from}–${activityMinutes.to} menit`,
    en: `Guide: ${activityMinutes.from}–${activityMinutes.to} minutes`,
  },
  days: { id: 'Hari dalam seminggu', en: 'Days a week' },
  daysHint: {
    id: `Pedoman ${activityDays.from}–${activityDays.to} hari`,
    en: `Guide: ${activityDays.from}–${activityDays.to} days`,
  },
  kind: { id: 'Jenis aktivitas', en: 'Kind of activity' },
  activityText: { id: '{minutes} menit, {days} hari seminggu', en: '{minutes} minutes, {days} days a week' },
  outside: { id: 'di luar pedoman', en: 'outside the guide' },
} as const satisfies Readonly<Record<string, Text>>
const w = CARE_WORDS

export function CareFields({
  value,
  error,
  language,
}: {
  value: (name: string) => string | undefined
  error: (name: string) => { error?: string }
  language: Language
}) {
  const number = (name: string, label: Text, hint: Text, unit: Text, decimal = false) => (
    <Field
      name={name}
      kind="number"
      decimal={decimal}
      width={4}
      optional
      label={label}
      hint={hint}
      unit={unit}
      value={value(name)}
      {...error(name)}
    />
  )
  return (
    <fieldset class="field">
      <legend>{say(w.title, language)}</legend>
      <div class="stack">
        <Field name="pkmk" optional maxlength={500} label={w.pkmk} value={value('pkmk')} {...error('pkmk')} />
        {number('pkmkRatio', w.ratio, w.ratioHint, { id: '%', en: '%' }, true)}
        <Field
          name="sleep"
          optional
          maxlength={500}
          label={w.sleep}
          hint={w.sleepHint}
          value={value('sleep')}
          {...error('sleep')}
        />
        {number('activityMinutes', w.minutes, w.minutesHint, { id: 'menit', en: 'minutes' })}
        {number('activityDays', w.days, w.daysHint, { id: 'hari', en: 'days' })}
        <Field
          name="activity"
          optional
          maxlength={500}
          label={w.kind}
          value={value('activity')}
          {...error('activity')}
        />
      </div>
    </fieldset>
  )
}

/** Rows of a counter-referral for what was written. */
export function careRows(care: HospitalCare | undefined, language: Language) {
  if (care === undefined) return []
  const outside = outsideGuide(care)
  const mark = (isOut: boolean) => (isOut ? ` (${say(w.outside, language)})` : '')
  const { food, sleep, activity } = care
  const ratio =
    food?.ratioTenths === undefined
      ? ''
      : `, ${formatDecimal({ units: BigInt(food.ratioTenths), scale: 1 }, language)} %${mark(outside.includes('ratio'))}`
  return [
    ...(food === undefined ? [] : [{ term: w.pkmk, value: `${food.words}${ratio}` }]),
    ...(sleep === undefined ? [] : [{ term: w.sleep, value: sleep }]),
    ...(activity === undefined
      ? []
      : [
          {
            term: w.activity,
            value: `${fill(say(w.activityText, language), { minutes: activity.minutes, days: activity.days })}${mark(outside.includes('minutes') || outside.includes('days'))}${activity.words === undefined ? '' : `. ${activity.words}`}`,
          },
        ]),
  ]
}
