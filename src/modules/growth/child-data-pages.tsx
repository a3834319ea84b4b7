// Forms about a child: register, change, move, end, and the new ones of the village. Must stay true: what was typed comes back;
// a NIK is asked for and never demanded.

import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { ChoiceCards, Tick } from '../../platform/ui/choice-cards.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import type { RegisterOutcome } from './child-commands.ts'
import type { FormFields } from './measure-form.ts'
import type { FormErrors } from './posyandu-frame.ts'
import { POSYANDU_WORDS as w } from './posyandu-words.ts'

export const DATA_WORDS = {
  register: { id: 'Daftarkan anak', en: 'Register a child' },
  registerLead: {
    id: 'Nama, jenis kelamin, dan tanggal lahir sudah cukup untuk mulai menimbang. Sisanya boleh menyusul.',
    en: 'Name, sex and birth date are enough to begin weighing. The rest may follow.',
  },
  name: { id: 'Nama anak', en: 'Child’s name' },
  sex: { id: 'Jenis kelamin', en: 'Sex' },
  birth: { id: 'Tanggal lahir', en: 'Date of birth' },
  birthHint: { id: 'Lihat buku KIA atau akta', en: 'See the KIA book or the birth deed' },
  age: { id: 'Atau umur kira-kira, bila tanggal tidak diketahui', en: 'Or the age about, when the date is unknown' },
  ageUnit: { id: 'Umur dalam', en: 'Age in' },
  months: { id: 'Bulan', en: 'Months' },
  days: { id: 'Hari', en: 'Days' },
  nik: { id: 'NIK anak', en: 'Child’s NIK' },
  nikHint: {
    id: '16 angka dari kartu keluarga. Belum ada? Isi NIK ibu dan anak ke berapa.',
    en: '16 digits from the family card. None yet? Give the mother’s NIK and the birth order.',
  },
  mother: { id: 'Nama ibu', en: 'Mother’s name' },
  motherNik: { id: 'NIK ibu', en: 'Mother’s NIK' },
  order: { id: 'Anak ke', en: 'Birth order' },
  father: { id: 'Nama ayah', en: 'Father’s name' },
  kk: { id: 'Nomor kartu keluarga', en: 'Family card number' },
  phone: { id: 'Telepon orang tua', en: 'Parents’ telephone' },
  address: { id: 'Alamat', en: 'Address' },
  birthFacts: { id: 'Saat lahir dan buku KIA', en: 'At birth, and the KIA book' },
  familyFacts: { id: 'Ayah, kartu keluarga, alamat, telepon', en: 'Father, family card, address, telephone' },
  birthWeight: { id: 'Berat lahir', en: 'Birth weight' },
  birthLength: { id: 'Panjang lahir', en: 'Birth length' },
  birthHead: { id: 'Lingkar kepala lahir', en: 'Head circumference at birth' },
  gestation: { id: 'Umur kandungan', en: 'Gestation' },
  weeks: { id: 'minggu', en: 'weeks' },
  early: { id: 'Inisiasi menyusu dini (IMD)', en: 'Breastfed within the first hour' },
  book: { id: 'Buku yang dipunyai', en: 'Book the family has' },
  kia: { id: 'Buku KIA', en: 'KIA book' },
  small: { id: 'Buku KIA bayi kecil', en: 'Small-baby book' },
  none: { id: 'Tidak ada', en: 'None' },
  save: { id: 'Simpan, lanjut menimbang', en: 'Save and go on to weighing' },
  saveChange: { id: 'Simpan perubahan', en: 'Save the change' },
  rescored: {
    id: 'Jenis kelamin atau tanggal lahir yang diubah membuat semua hasil dihitung ulang. Angka timbang tidak berubah.',
    en: 'Changing sex or birth date works out every result anew. The figures measured stay as they are.',
  },
  alike: { id: 'Mungkin anak ini sudah tercatat', en: 'This child may be on record already' },
  alikeOpen: { id: 'Buka {name}', en: 'Open {name}' },
  alikeElsewhere: {
    id: 'Ada anak dengan nama dan tanggal lahir yang sama di {posyandu}. Tanyakan orang tuanya sebelum mencatat lagi.',
    en: 'A child with the same name and birth date is at {posyandu}. Ask the parents before recording again.',
  },
  bringText: {
    id: 'Anak dengan NIK dan tanggal lahir ini tercatat di {posyandu}. Bila sekarang tinggal di sini, pindahkan; riwayatnya ikut.',
    en: 'The child with this NIK and birth date is at {posyandu}. If it lives here now, bring it here; its history comes along.',
  },
  bring: { id: 'Pindahkan ke posyandu ini', en: 'Bring it to this posyandu' },
  another: { id: 'Ini anak lain, bukan anak yang sama', en: 'This is another child' },
  move: { id: 'Pindah posyandu', en: 'Move to another posyandu' },
  moveLead: {
    id: 'Mulai hari ini anak dihitung di posyandu baru. Penimbangan sebelumnya tetap di posyandu lama.',
    en: 'From today the child counts at the new posyandu. Earlier weighings stay with the old one.',
  },
  to: { id: 'Posyandu tujuan', en: 'Posyandu to move to' },
  doMove: { id: 'Pindahkan mulai hari ini', en: 'Move from today' },
  end: { id: 'Meninggal atau pindah daerah', en: 'Died or left the region' },
  endLead: {
    id: 'Catatan anak disimpan. Setelah tanggal ini ia tidak ada lagi di daftar.',
    en: 'The record is kept. After this day the child no longer stands in the list.',
  },
  kind: { id: 'Apa yang terjadi', en: 'What happened' },
  died: { id: 'Meninggal', en: 'Died' },
  left: { id: 'Pindah ke luar daerah', en: 'Left the region' },
  on: { id: 'Tanggal', en: 'Date' },
  doEnd: { id: 'Simpan, keluarkan dari daftar', en: 'Save and take off the list' },
  newcomers: { id: 'Anak baru di desa', en: 'New children of the village' },
  newcomersLead: {
    id: 'Tercatat di register penduduk sebagai warga desa ini, belum ada di posyandu mana pun.',
    en: 'On the population register as residents of this village, at no posyandu yet.',
  },
  newcomersEmpty: { id: 'Tidak ada yang tertinggal', en: 'Nobody is left out' },
  newcomersEmptyText: {
    id: 'Kelahiran dan pindah datang muncul di sini begitu disahkan Disdukcapil.',
    en: 'Births and arrivals appear here once the civil registry has approved them.',
  },
  born: { id: 'Lahir', en: 'Born' },
  welcome: { id: 'Terima', en: 'Welcome' },
} as const satisfies Readonly<Record<string, Text>>
const d = DATA_WORDS

export type DataFormProps = {
  action: string
  fields: FormFields
  errors: FormErrors
  /** Hidden with the form: the id of the new child, or the version that was read. */
  hidden: Readonly<Record<string, string>>
  submit: Text
  /** The answer was: perhaps the same child. */
  alike?: Extract<RegisterOutcome, { done: false }>
  base: string
  language: Language
}

export function ChildForm({ action, fields, errors, hidden, submit, alike, base, language }: DataFormProps) {
  const typed = (name: string) => fields[name]?.[0] ?? ''
  const error = (name: string) => {
    const found = errors.find(({ at }) => at === name || at?.startsWith(`${name}.`) === true)?.text
    return found === undefined ? {} : { error: found }
  }
  const has = (...names: string[]) => names.some((name) => typed(name) !== '' || 'error' in error(name))
  const text = (name: string, label: Text, more: Partial<Parameters<typeof Field>[0]> = {}) => (
    <Field name={name} label={label} optional value={typed(name)} maxlength={150} {...more} {...error(name)} />
  )
  return (
    <form class="stack stack-m" method="post" action={action}>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Field
        name="name"
        label={d.name}
        value={typed('name')}
        maxlength={150}
        autocapitalize="words"
        {...error('name')}
      />
      <ChoiceCards
        name="sex"
        label={d.sex}
        two
        value={typed('sex')}
        choices={[
          { value: '1', label: w.boy },
          { value: '2', label: w.girl },
        ]}
        {...error('sex')}
      />
      <DateOfBirth
        name="birth"
        label={d.birth}
        hint={d.birthHint}
        value={{ day: typed('birth.day'), month: typed('birth.month'), year: typed('birth.year') }}
        {...error('birth')}
      />
      <details open={has('age')}>
        <summary>{say(d.age, language)}</summary>
        <div class="stack">
          <Field name="age" label={w.age} kind="number" width={4} optional value={typed('age')} {...error('age')} />
          <ChoiceCards
            name="ageUnit"
            label={d.ageUnit}
            two
            value={typed('ageUnit') || 'months'}
            choices={[
              { value: 'months', label: d.months },
              { value: 'days', label: d.days },
            ]}
          />
        </div>
      </details>
      {text('nik', d.nik, { kind: 'number', width: 16, maxlength: 24, hint: d.nikHint })}
      {text('motherName', d.mother, { autocapitalize: 'words' })}
      {text('motherNik', d.motherNik, { kind: 'number', width: 16, maxlength: 24 })}
      {text('birthOrder', d.order, { kind: 'number', width: 2, maxlength: 2 })}
      <details open={has('fatherName', 'kk', 'phone', 'address')}>
        <summary>{say(d.familyFacts, language)}</summary>
        <div class="stack">
          {text('fatherName', d.father, { autocapitalize: 'words' })}
          {text('kk', d.kk, { kind: 'number', width: 16, maxlength: 24 })}
          {text('phone', d.phone, { kind: 'tel', width: 16, maxlength: 24 })}
          {text('address', d.address)}
          {text('rt', { id: 'RT', en: 'RT' }, { kind: 'number', width: 4, maxlength: 4 })}
          {text('rw', { id: 'RW', en: 'RW' }, { kind: 'number', width: 4, maxlength: 4 })}
        </div>
      </details>
      <details open={has('birthWeight', 'birthLength', 'birthHead', 'gestation', 'book')}>
        <summary>{say(d.birthFacts, language)}</summary>
        <div class="stack">
          {text('birthWeight', d.birthWeight, { kind: 'number', width: 4, unit: 'gram', maxlength: 5 })}
          {text('birthLength', d.birthLength, { kind: 'number', decimal: true, width: 4, unit: 'cm', maxlength: 6 })}
          {text('birthHead', d.birthHead, { kind: 'number', decimal: true, width: 4, unit: 'cm', maxlength: 6 })}
          {text('gestation', d.gestation, { kind: 'number', width: 4, unit: d.weeks, maxlength: 2 })}
          <ChoiceCards
            name="early"
            label={d.early}
            optional
            two
            value={typed('early')}
            choices={[
              { value: 'yes', label: w.yes },
              { value: 'no', label: w.no },
            ]}
          />
          <ChoiceCards
            name="book"
            label={d.book}
            optional
            value={typed('book')}
            choices={[
              { value: 'kia', label: d.kia },
              { value: 'small-baby', label: d.small },
              { value: 'none', label: d.none },
            ]}
          />
        </div>
      </details>
      {alike === undefined ? null : <Alike alike={alike} base={base} language={language} />}
      <Button fill="always" label={submit} />
    </form>
  )
}

function Alike({ alike, base, language }: Required<Pick<DataFormProps, 'alike' | 'base' | 'language'>>) {
  return (
    <div class="stack stack-s" id="alike">
      {alike.alike.map((one) => (
        <Notice
          tone="care"
          icon="question"
          fact={d.alike}
          text={
            alike.canBring
              ? fill(say(d.bringText, language), { posyandu: one.posyandu })
              : one.childId === undefined
                ? fill(say(d.alikeElsewhere, language), { posyandu: one.posyandu })
                : ''
          }
        >
          {one.childId === undefined ? null : (
            <p>
              <a href={`${base}/children/${one.childId}`}>
                {fill(say(d.alikeOpen, language), { name: one.name ?? '' })}
              </a>
            </p>
          )}
        </Notice>
      ))}
      {alike.canBring ? <Tick name="bring" label={d.bring} /> : <Tick name="another" label={d.another} />}
    </div>
  )
}

export function ChildDataPage(
  props: DataFormProps & { readonly title: string; readonly lead: Text; readonly asks?: boolean },
) {
  const { errors, title, lead, alike, language } = props
  return (
    <div class="stack stack-m narrow">
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      {alike === undefined ? null : <ErrorSummary title={d.alike} errors={[{ at: 'alike', text: d.another }]} />}
      <div class="stack stack-xs">
        <h1>{title}</h1>
        <p class="quiet">{say(lead, language)}</p>
      </div>
      <ChildForm {...props} />
    </div>
  )
}
