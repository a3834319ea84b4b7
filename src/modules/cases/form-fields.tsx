// A question of a definition as HTML: one component of the set for each type. Must stay true: works without script; the
// wrong answer stays in its box; the input's name is the field's key, so that an error link lands on it.
import { say, type Text } from '../../kernel/text.ts'
import { type Choice, ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { DateOfBirth, type DatePart } from '../../platform/ui/date-of-birth.tsx'
import { Field as TextField } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Upload } from '../../platform/ui/upload.tsx'
import { type VillageFind, VillagePicker } from '../../platform/ui/village-picker.tsx'
import type { Field } from '../catalogue/field-types/all.ts'
import { optionsOf } from '../catalogue/field-types/choice.ts'
import { countItems, lastTextOf, textOf, type Values } from './form-values.ts'

/** Someone who may be chosen for a `person` or `people` question. */
export type Candidate = { readonly personId: string; readonly name: string; readonly detail: Text }

export type FormData = {
  readonly values: Values
  /** Sentence of a fault by input name. */
  readonly errors: Readonly<Record<string, string>>
  readonly candidates: Readonly<Record<string, readonly Candidate[]>>
  /** Villages found for a search, and the chosen one, by input name. */
  readonly villages: Readonly<
    Record<string, { readonly query?: string; readonly finds?: readonly VillageFind[]; readonly chosen?: VillageFind }>
  >
  readonly villageSource: string
  readonly pictures: Readonly<Record<string, { readonly src: string; readonly alt: string }>>
}

const W = {
  nikWay: { id: 'Orang lain, dengan NIK', en: 'Someone else, by NIK' },
  nikHint: {
    id: 'NIK dan nama seperti di KTP. Datanya kami ambil dari register.',
    en: 'NIK and name as on the card. The register gives us the rest.',
  },
  outsiderWay: { id: 'Tidak terdaftar di sini', en: 'Not registered here' },
  outsiderHint: {
    id: 'Warga daerah lain atau warga asing. Tulis datanya sendiri.',
    en: 'A resident of elsewhere or a foreigner. Write the details.',
  },
  noneWay: { id: 'Tidak diketahui', en: 'Not known' },
  nik: { id: 'NIK', en: 'NIK' },
  name: { id: 'Nama lengkap', en: 'Full name' },
  travel: { id: 'Nomor paspor (bila tanpa NIK)', en: 'Passport number (when there is no NIK)' },
  birthPlace: { id: 'Tempat lahir', en: 'Place of birth' },
  birthDate: { id: 'Tanggal lahir', en: 'Date of birth' },
  citizenship: { id: 'Kewarganegaraan', en: 'Citizenship' },
  wni: { id: 'WNI', en: 'Indonesian' },
  oa: { id: 'Orang asing', en: 'Foreigner' },
  sex: { id: 'Jenis kelamin', en: 'Sex' },
  male: { id: 'Laki-laki', en: 'Male' },
  female: { id: 'Perempuan', en: 'Female' },
  fillHere: { id: 'Isi bila memilih “{way}”', en: 'Fill in when you choose “{way}”' },
  yes: { id: 'Ya', en: 'Yes' },
  no: { id: 'Tidak', en: 'No' },
  street: { id: 'Nama jalan atau dusun', en: 'Street or hamlet' },
  rt: { id: 'RT', en: 'RT' },
  rw: { id: 'RW', en: 'RW' },
  village: { id: 'Desa atau kelurahan', en: 'Village' },
  postal: { id: 'Kode pos', en: 'Postal code' },
  timeHint: { id: 'Jam 00 sampai 23. Contoh: 04.10', en: 'Hours 00 to 23. Example: 04.10' },
  wita: { id: 'WITA', en: 'WITA' },
} as const satisfies Record<string, Text>

type Props = { field: Field; form: FormData; optional: boolean; name?: string }

/** One question. `name` differs from the key inside a list. */
export function FormField({ field, form, optional, name = field.key }: Props) {
  const texts = { label: field.label, hint: field.hint, optional, error: form.errors[name] }
  const value = textOf(form.values, name)
  switch (field.type) {
    case 'choice': {
      const options = optionsOf(field)
      if (options.length > 7) return <SelectField name={name} value={value} options={options} {...texts} />
      const short =
        options.length <= 4 && options.every((option) => option.hint === undefined && option.label.id.length < 22)
      return <ChoiceCards name={name} value={value} choices={options as readonly Choice[]} two={short} {...texts} />
    }
    case 'yes-no':
      return (
        <ChoiceCards
          name={name}
          value={value}
          two
          choices={[
            { value: 'yes', label: W.yes },
            { value: 'no', label: W.no },
          ]}
          {...texts}
        />
      )
    case 'date':
      return <DateField name={name} form={form} texts={texts} />
    case 'time':
      return (
        <TextField
          name={name}
          value={value}
          kind="number"
          decimal
          width={4}
          unit={W.wita}
          {...texts}
          hint={field.hint ?? W.timeHint}
        />
      )
    case 'integer':
    case 'decimal':
      return (
        <TextField
          name={name}
          value={value}
          kind="number"
          decimal={field.type === 'decimal'}
          width={8}
          unit={field.unit}
          {...texts}
        />
      )
    case 'longtext':
      return <TextField name={name} value={value} kind="lines" {...texts} />
    case 'phone':
      return <TextField name={name} value={value} kind="tel" width={16} autocomplete="tel" {...texts} />
    case 'email':
      return <TextField name={name} value={value} kind="email" autocomplete="email" {...texts} />
    case 'nik':
    case 'kk':
      return <TextField name={name} value={value} kind="number" width={16} {...texts} />
    case 'digits':
      return <TextField name={name} value={value} kind="number" width={8} {...texts} />
    case 'name':
    case 'name-new':
      return <TextField name={name} value={value} autocapitalize="words" {...texts} />
    case 'village':
      return <Village name={name} form={form} texts={texts} />
    case 'address':
      return <AddressFields name={name} form={form} texts={texts} />
    case 'person':
      return <PersonChoice field={field} name={name} form={form} texts={texts} />
    case 'people':
      return (
        <ChoiceCards
          many
          name={name}
          value={form.values[name] ?? []}
          choices={(form.candidates[name] ?? []).map((c) => ({ value: c.personId, label: c.name, hint: c.detail }))}
          {...texts}
        />
      )
    case 'list':
      return <ListFields field={field} name={name} form={form} texts={texts} />
    case 'photo':
      return (
        <Upload name={`photo:${name}`} camera samples={[]} accept="image/*" current={form.pictures[name]} {...texts} />
      )
    default:
      return <TextField name={name} value={value} {...texts} />
  }
}

type Texts = { label: Text; hint?: Text; optional: boolean; error?: string }
type PartProps = { name: string; form: FormData; texts: Texts }

function DateField({ name, form, texts }: PartProps) {
  const parts: readonly DatePart[] = ['day', 'month', 'year']
  const value = {
    day: textOf(form.values, `${name}.day`),
    month: textOf(form.values, `${name}.month`),
    year: textOf(form.values, `${name}.year`),
  }
  const wrong = parts.filter((part) => form.errors[`${name}.${part}`] !== undefined)
  const error = texts.error ?? wrong.map((part) => form.errors[`${name}.${part}`])[0]
  return <DateOfBirth name={name} value={value} {...texts} error={error} wrong={wrong.length > 0 ? wrong : undefined} />
}

function Village({ name, form, texts }: PartProps) {
  return <VillagePicker name={name} {...texts} {...form.villages[name]} source={form.villageSource} />
}

function AddressFields({ name, form, texts }: PartProps) {
  const language = useLanguage()
  const part = (key: string) => ({
    name: `${name}.${key}`,
    value: textOf(form.values, `${name}.${key}`),
    error: form.errors[`${name}.${key}`],
  })
  return (
    <fieldset class="stack stack-m" id={name}>
      <legend>
        <b>{say(texts.label, language)}</b>
      </legend>
      {texts.hint ? <p class="hint">{say(texts.hint, language)}</p> : null}
      {texts.error ? <p class="err">{texts.error}</p> : null}
      <TextField {...part('street')} label={W.street} autocomplete="street-address" />
      <div class="row">
        <TextField {...part('rt')} kind="number" width={4} label={W.rt} />
        <TextField {...part('rw')} kind="number" width={4} label={W.rw} />
      </div>
      <Village
        name={`${name}.village`}
        form={form}
        texts={{ label: W.village, optional: false, error: form.errors[`${name}.village`] }}
      />
      <TextField {...part('postalCode')} kind="number" width={8} label={W.postal} optional />
    </fieldset>
  )
}

function PersonChoice({ field, name, form, texts }: PartProps & { field: Extract<Field, { type: 'person' }> }) {
  const language = useLanguage()
  const ways = new Set(field.from)
  const chosen = textOf(form.values, name)
  const family = ways.has('family')
    ? (form.candidates[name] ?? []).map((c): Choice => ({ value: c.personId, label: c.name, hint: c.detail }))
    : []
  const others: Choice[] = [
    ...(ways.has('nik') ? [{ value: 'nik', label: W.nikWay, hint: W.nikHint }] : []),
    ...(ways.has('outsider') ? [{ value: 'outsider', label: W.outsiderWay, hint: W.outsiderHint }] : []),
    ...(ways.has('none') ? [{ value: 'none', label: W.noneWay }] : []),
  ]
  const choices = [...family, ...others]
  const sole = choices.length === 1 ? choices[0]!.value : undefined
  // Nobody of the family fits: most people then name someone by NIK.
  const way = chosen !== '' ? chosen : (sole ?? (family.length === 0 && ways.has('nik') ? 'nik' : undefined))
  const linked = way === 'outsider' || !ways.has('nik') ? 'outsider' : 'nik'
  // Two ways ask for a number and a name under the same input names: the box of the chosen way carries the id that a fault
  // links to, and what was typed into the second one is the last text.
  const part = (key: string, of: 'nik' | 'outsider' = 'outsider') => ({
    name: `${name}.${key}`,
    id: of === linked ? `${name}.${key}` : `${name}.${of}.${key}`,
    value: of === 'nik' ? textOf(form.values, `${name}.${key}`) : lastTextOf(form.values, `${name}.${key}`),
    error: form.errors[`${name}.${key}`],
  })
  // Shown when their way is chosen; a browser that cannot tell (no :has) shows them all, named by their legend.
  const details = (id: string, label: Text, content: unknown) => (
    <fieldset
      class={sole === id ? 'stack stack-m' : `way way-${id} stack stack-m`}
      data-chosen={way === id ? 'yes' : undefined}
    >
      {sole === id ? null : (
        <legend class="s quiet">{say(W.fillHere, language).replace('{way}', say(label, language))}</legend>
      )}
      {content as string}
    </fieldset>
  )
  const byNik = (
    <>
      <TextField {...part('nik', 'nik')} kind="number" width={16} label={W.nik} />
      <TextField {...part('name', 'nik')} label={W.name} autocapitalize="words" />
    </>
  )
  const outside = (
    <>
      <TextField {...part('nik')} kind="number" width={16} label={W.nik} optional />
      <TextField {...part('name')} label={W.name} autocapitalize="words" />
      <TextField {...part('travelDocument')} label={W.travel} width={16} optional />
      <TextField {...part('birthPlace')} label={W.birthPlace} />
      <DateField
        name={`${name}.birthDate`}
        form={form}
        texts={{ label: W.birthDate, optional: false, error: form.errors[`${name}.birthDate`] }}
      />
      <ChoiceCards
        two
        name={`${name}.citizenship`}
        value={textOf(form.values, `${name}.citizenship`)}
        label={W.citizenship}
        error={form.errors[`${name}.citizenship`]}
        choices={[
          { value: 'WNI', label: W.wni },
          { value: 'OA', label: W.oa },
        ]}
      />
      <ChoiceCards
        two
        name={`${name}.sex`}
        value={textOf(form.values, `${name}.sex`)}
        label={W.sex}
        error={form.errors[`${name}.sex`]}
        choices={[
          { value: 'L', label: W.male },
          { value: 'P', label: W.female },
        ]}
      />
    </>
  )
  return (
    <div class="stack stack-m ways">
      {sole === undefined ? (
        <ChoiceCards name={name} value={way ?? ''} choices={choices} {...texts} />
      ) : (
        <fieldset class="stack stack-s" id={name}>
          <legend>
            <b>{say(texts.label, language)}</b>
          </legend>
          {texts.hint ? <p class="hint">{say(texts.hint, language)}</p> : null}
          {texts.error ? <p class="err">{texts.error}</p> : null}
          <input type="hidden" name={name} value={sole} />
        </fieldset>
      )}
      {ways.has('nik') ? details('nik', W.nikWay, byNik) : null}
      {ways.has('outsider') ? details('outsider', W.outsiderWay, outside) : null}
    </div>
  )
}

function ListFields({ field, name, form, texts }: PartProps & { field: Extract<Field, { type: 'list' }> }) {
  const language = useLanguage()
  const shown = Math.min(Math.max(countItems(form.values, name) + 1, field.min ?? 1), field.max ?? 20)
  return (
    <fieldset class="stack stack-l" id={name}>
      <legend>
        <b>{say(texts.label, language)}</b>
      </legend>
      {texts.hint ? <p class="hint">{say(texts.hint, language)}</p> : null}
      {texts.error ? <p class="err">{texts.error}</p> : null}
      {Array.from({ length: shown }, (_, index) => (
        <fieldset class="panel stack stack-m">
          <legend>
            <b>
              {say(field.item, language)} {index + 1}
            </b>
          </legend>
          {field.fields.map((part) => (
            <FormField
              field={part}
              name={`${name}.${index}.${part.key}`}
              form={form}
              optional={part.required === false}
            />
          ))}
        </fieldset>
      ))}
    </fieldset>
  )
}
