// The check of a bride or groom on that person's page: what came out, what to do about it, and the form of the next check. Must stay
// true: the first words say that nothing here stands in the way of the wedding.
import { type Language, say, type Text } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { COUPLE_2021 } from './couple.ts'
import { faultText, PART_NAMES } from './couple-words.ts'
import type { CoupleView, SubjectView } from './family-port.ts'
import { type FormState, fieldsOf, PanelForm } from './form-parts.tsx'
import { day } from './page-parts.tsx'

const t = (id: string, en: string): Text => ({ id, en })
const w = {
  title: t('Pemeriksaan calon pengantin', 'Check before the wedding'),
  lead: t(
    `Paling lambat ${COUPLE_2021.monthsBefore} bulan sebelum menikah. Hasilnya tidak menghalangi pernikahan: yang belum ideal didampingi lalu diperiksa lagi.`,
    `At the latest ${COUPLE_2021.monthsBefore} months before the wedding. The result does not stand in its way: who is not ideal yet gets help and another check.`,
  ),
  unconfirmed: t(
    'Batas ideal belum dicocokkan dengan naskah resmi.',
    'The limits have not been compared with the official text.',
  ),
  ideal: t('Ideal', 'Ideal'),
  notIdeal: t('Belum ideal', 'Not ideal yet'),
  notIdealNext: t('Dampingi, lalu periksa lagi', 'Help, then check again'),
  open: t('Belum lengkap', 'Not complete'),
  missing: t('belum diukur', 'not measured'),
  late: t(
    `kurang dari ${COUPLE_2021.monthsBefore} bulan sebelum menikah`,
    `less than ${COUPLE_2021.monthsBefore} months before the wedding`,
  ),
  none: t('Belum pernah diperiksa.', 'Not checked yet.'),
  form: t('Catat pemeriksaan', 'Note a check'),
  checkedOn: t('Tanggal periksa', 'Day of the check'),
  weddingOn: t('Rencana menikah', 'Day of the wedding'),
  weight: t('Berat', 'Weight'),
  height: t('Tinggi', 'Height'),
  arm: t('LiLA', 'Upper arm'),
  haemoglobin: t('Hb', 'Hb'),
  smoke: t('Asap rokok', 'Tobacco smoke'),
  smokeNone: t('Tidak merokok, tidak terpapar', 'Neither smokes nor breathes it'),
  smokeExposed: t('Terpapar asap orang lain', 'Breathes the smoke of others'),
  smokeSmokes: t('Merokok', 'Smokes'),
  save: t('Simpan', 'Save'),
} as const

function Result({ check, language }: { check: CoupleView['checks'][number]; language: Language }) {
  const { judgement } = check
  const parts = [
    ...(judgement.isIdeal === false ? [say(w.notIdealNext, language)] : []),
    ...judgement.faults.map((part) => say(faultText(part), language)),
    ...(judgement.isLate ? [say(w.late, language)] : []),
    ...(judgement.unknown.length === 0
      ? []
      : [
          `${say(w.missing, language)}: ${judgement.unknown.map((part) => say(PART_NAMES[part], language)).join(', ')}`,
        ]),
  ]
  return (
    <li class="stack stack-xs">
      <span class="row">
        <b>{day(check.checkedOn, language)}</b>
        <Badge
          tone={judgement.isIdeal === true ? 'done' : judgement.isIdeal === false ? 'care' : 'wait'}
          label={judgement.isIdeal === true ? w.ideal : judgement.isIdeal === false ? w.notIdeal : w.open}
        />
      </span>
      {parts.length === 0 ? null : <small>{parts.join('; ')}</small>}
    </li>
  )
}

export function CoupleCheck({
  view,
  couple,
  action,
  typed = {},
  errors = [],
}: { view: SubjectView; couple: CoupleView; action: string } & FormState) {
  const language = useLanguage()
  const f = fieldsOf({ typed, errors })
  return (
    <>
      <h2>{say(w.title, language)}</h2>
      <p class="s quiet narrow">
        {say(w.lead, language)} {COUPLE_2021.isConfirmed ? null : say(w.unconfirmed, language)}
      </p>
      {couple.checks.length === 0 ? (
        <p>{say(w.none, language)}</p>
      ) : (
        <ul class="plain stack stack-s">
          {couple.checks.map((check) => (
            <Result check={check} language={language} />
          ))}
        </ul>
      )}
      {view.mayCheck ? (
        <PanelForm action={action} title={w.form} level={3} send={w.save} about={w.title} kind="second">
          <DateOfBirth {...f.day('checkedOn', view.today)} label={w.checkedOn} />
          <DateOfBirth {...f.day('weddingOn')} label={w.weddingOn} optional />
          <Field {...f.of('weight')} kind="number" decimal width={8} unit="kg" optional label={w.weight} />
          <Field {...f.of('height')} kind="number" decimal width={8} unit="cm" optional label={w.height} />
          <Field {...f.of('arm')} kind="number" decimal width={8} unit="cm" optional label={w.arm} />
          <Field {...f.of('haemoglobin')} kind="number" decimal width={8} unit="g/dL" optional label={w.haemoglobin} />
          <ChoiceCards
            {...f.of('smoke')}
            label={w.smoke}
            optional
            choices={[
              { value: 'none', label: w.smokeNone },
              { value: 'exposed', label: w.smokeExposed },
              { value: 'smokes', label: w.smokeSmokes },
            ]}
          />
        </PanelForm>
      ) : null}
    </>
  )
}
