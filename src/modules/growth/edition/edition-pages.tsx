// Weight gains and limits in force, the region's editions, the form of a new one. Must stay true: what no official text confirms is said
// where it is edited; a draft shows before and after; a second person confirms it.
import { formatDate, formatMonth } from '../../../kernel/date-format.ts'
import { formatDecimal } from '../../../kernel/decimal.ts'
import { fill, type Language, say, type Text } from '../../../kernel/text.ts'
import { Badge } from '../../../platform/ui/badge.tsx'
import { BeforeAfter } from '../../../platform/ui/before-after.tsx'
import { Button } from '../../../platform/ui/button.tsx'
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx'
import { Field } from '../../../platform/ui/field.tsx'
import { SelectField } from '../../../platform/ui/select-field.tsx'
import { Table } from '../../../platform/ui/table.tsx'
import type { FormErrors } from '../posyandu-frame.ts'
import type { GrowthEditionLine, GrowthEditionsView, LimitView } from './edition-port.ts'
import type { Limit, LimitGroup } from './limits.ts'

export const EDITION_WORDS = {
  title: { id: 'Kenaikan berat dan batas', en: 'Weight gains and limits' },
  lead: {
    id: 'Berlaku sekarang: {held}. Tiap bulan dan tiap peringatan memakai edisi yang berlaku pada harinya; hasil lama tidak berubah.',
    en: 'In force now: {held}. Each month and each alert uses the edition of its own day; old results do not change.',
  },
  fixed: {
    id: 'Batas kategori gizi (Permenkes 2/2020) ditetapkan nasional dan tidak diubah di sini.',
    en: 'Borders of the nutrition categories (Permenkes 2/2020) are national and are not changed here.',
  },
  kbm: { id: 'Kenaikan berat badan minimal (KBM)', en: 'Least weight gain a month (KBM)' },
  age: { id: 'Umur penuh (bulan)', en: 'Completed months' },
  boys: { id: 'Laki-laki', en: 'Boys' },
  girls: { id: 'Perempuan', en: 'Girls' },
  open: { id: 'belum dipastikan', en: 'unconfirmed' },
  own: { id: 'ditetapkan daerah', en: 'set by the region' },
  source: {
    id: 'Sumber edisi bawaan: Buku KIA 2023 untuk bulan 1–6 dan baris 300 serta 200 gram; KMS menurut jenis kelamin untuk bulan 7 dan 11.',
    en: 'Source of the shipped edition: KIA book of 2023 for months 1–6 and the rows of 300 and 200 grams; growth cards by sex for months 7 and 11.',
  },
  limits: { id: 'Batas lain', en: 'Other limits' },
  limit: { id: 'Batas', en: 'Limit' },
  value: { id: 'Nilai', en: 'Value' },
  alerts: { id: 'Hari tiap peringatan', en: 'Days of each alert' },
  alert: { id: 'Peringatan', en: 'Alert' },
  due: { id: 'Ditangani dalam', en: 'Acted on within' },
  window: { id: 'Tidak dibuka lagi', en: 'Not opened again' },
  late: { id: 'Dinaikkan setelah lewat', en: 'Escalated when late by' },
  sameDay: { id: 'hari itu juga', en: 'the same day' },
  days: { id: '{n} hari', en: '{n} days' },
  editions: { id: 'Edisi daerah', en: 'Editions of the region' },
  noEditions: {
    id: 'Belum ada edisi sendiri; yang berlaku adalah edisi yang dibawa program ini.',
    en: 'No own edition yet; the edition that this program brings is in force.',
  },
  from: { id: 'berlaku sejak {date}', en: 'in force from {date}' },
  drafted: { id: 'menunggu orang kedua', en: 'waits for a second person' },
  confirmed: { id: 'disahkan', en: 'confirmed' },
  confirm: { id: 'Sahkan edisi ini', en: 'Confirm this edition' },
  mine: {
    id: 'Anda yang menyusun, jadi orang lain yang mengesahkan.',
    en: 'You drafted it, so someone else confirms.',
  },
  changes: { id: 'Yang berubah', en: 'What changes' },
  make: { id: 'Susun edisi baru', en: 'Draft a new edition' },
  makeLead: {
    id: 'Ubah yang perlu saja. Edisi mulai pada awal bulan yang akan datang.',
    en: 'Change only what is needed. An edition begins with a month to come.',
  },
  name: { id: 'Nama edisi', en: 'Name of the edition' },
  basis: { id: 'Dasar, misalnya nomor keputusan', en: 'What it rests on, such as the number of a decree' },
  start: { id: 'Berlaku mulai', en: 'In force from' },
  save: { id: 'Simpan rancangan edisi', en: 'Save the draft edition' },
} as const satisfies Record<string, Text>
const w = EDITION_WORDS

const GROUPS: readonly { readonly group: LimitGroup; readonly title: Text; readonly hint?: Text }[] = [
  { group: 'kbm', title: w.kbm },
  {
    group: 'red-line',
    title: { id: 'Garis merah (BGM)', en: 'Red line (BGM)' },
    hint: {
      id: 'KMS 2010 memakai −3; Buku KIA 2020 dan 2023 memakai −2. Warna garis belum dipastikan naskah resmi.',
      en: 'The card of 2010 uses −3; the KIA books of 2020 and 2023 use −2. No official text confirms the colours.',
    },
  },
  { group: 'past', title: { id: 'Dibanding ukuran anak sebelumnya', en: 'Against the child’s own past' } },
  { group: 'digits', title: { id: 'Angka yang dibulatkan', en: 'Rounded figures' } },
  { group: 'watch', title: { id: 'Peringatan dini dan rujukan', en: 'Early warning and referral' } },
]

const shown = (limit: Limit, value: number, language: Language): string =>
  formatDecimal({ units: BigInt(value), scale: limit.decimals }, language).replace('-', '−')
const withUnit = (limit: Limit, value: number, language: Language): string =>
  `${shown(limit, value, language)} ${say(limit.unit, language)}`

type PageProps = {
  readonly view: GrowthEditionsView
  readonly action: string
  readonly typed: Readonly<Record<string, string>>
  readonly errors: FormErrors
  readonly language: Language
}

export function EditionsPage(props: PageProps) {
  const { view, action, errors, language } = props
  const word = (text: Text) => say(text, language)
  const held = [...new Set(view.held.map(word))].join('; ')
  const of = (group: LimitGroup) => view.limits.filter(({ limit }) => limit.group === group)
  const limitRows = GROUPS.filter(({ group }) => group !== 'kbm').flatMap(({ group }) => of(group))
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>{word(w.title)}</h1>
        <p class="lead">{fill(word(w.lead), { held })}</p>
        <p class="s quiet">{word(w.fixed)}</p>
      </div>
      <section class="stack medium" aria-labelledby="h-kbm">
        <h2 id="h-kbm">{word(w.kbm)}</h2>
        <KbmTable rows={of('kbm')} language={language} />
        <p class="xs quiet">{word(w.source)}</p>
      </section>
      <section class="stack medium" aria-labelledby="h-limits">
        <h2 id="h-limits">{word(w.limits)}</h2>
        <Table
          caption={w.limits}
          phone="table"
          dense
          columns={[
            { key: 'limit', label: w.limit, title: true },
            { key: 'value', label: w.value, end: true },
          ]}
          rows={limitRows.map((one) => ({
            cells: { limit: word(one.limit.label), value: <Value one={one} language={language} /> },
          }))}
        />
      </section>
      <details>
        <summary>{word(w.alerts)}</summary>
        <AlertTable view={view} language={language} />
      </details>
      <section class="stack" aria-labelledby="h-editions">
        <h2 id="h-editions">{word(w.editions)}</h2>
        {view.editions.length === 0 ? <p class="quiet">{word(w.noEditions)}</p> : null}
        {view.editions.map((one) => (
          <EditionPanel one={one} action={action} mayDecide={view.mayDecide} language={language} />
        ))}
      </section>
      {view.mayDecide && view.starts.length > 0 ? <EditionForm {...props} /> : null}
    </div>
  )
}

function Value({ one, language }: { one: LimitView; language: Language }) {
  const note = one.now !== one.shipped ? w.own : one.limit.isOpen ? w.open : undefined
  return (
    <div>
      {withUnit(one.limit, one.now, language)}
      {note === undefined ? null : <div class="xs quiet">{say(note, language)}</div>}
    </div>
  )
}

function KbmTable({ rows, language }: { rows: readonly LimitView[]; language: Language }) {
  const bands = [...new Set(rows.map(({ limit }) => limit.key.split('-')[1]!))]
  const find = (band: string, who: string) => rows.find(({ limit }) => limit.key === `kbm-${band}-${who}`)!
  const monthsOf = (band: string) => /\d+(–\d+)?/.exec(find(band, 'boys').limit.label.id)![0]
  return (
    <Table
      caption={w.kbm}
      phone="table"
      dense
      columns={[
        { key: 'age', label: w.age, title: true },
        { key: 'boys', label: w.boys, end: true },
        { key: 'girls', label: w.girls, end: true },
      ]}
      rows={bands.map((band) => ({
        cells: {
          age: monthsOf(band),
          boys: <Value one={find(band, 'boys')} language={language} />,
          girls: <Value one={find(band, 'girls')} language={language} />,
        },
      }))}
    />
  )
}

function AlertTable({ view, language }: { view: GrowthEditionsView; language: Language }) {
  const days = (key: string): string => {
    const one = view.limits.find(({ limit }) => limit.key === key)!
    return one.now === 0 ? say(w.sameDay, language) : fill(say(w.days, language), { n: one.now })
  }
  return (
    <Table
      caption={w.alerts}
      phone="cards"
      dense
      columns={[
        { key: 'alert', label: w.alert, title: true },
        { key: 'due', label: w.due, end: true },
        { key: 'window', label: w.window, end: true },
        { key: 'late', label: w.late, end: true },
      ]}
      rows={view.alerts.map(({ code, name }) => ({
        cells: {
          alert: `${say(name, language)} (${code})`,
          due: days(`due-${code}`),
          window: days(`window-${code}`),
          late: days(`late-${code}`),
        },
      }))}
    />
  )
}

/** "Ditangani dalam" says nothing without its alert. */
function thingOf(limit: Limit, language: Language): string {
  const alert = limit.group.startsWith('alert-') ? `${limit.group.slice(6)}: ` : limit.group === 'kbm' ? 'KBM: ' : ''
  return `${alert}${say(limit.label, language)}`
}

function EditionPanel({
  one,
  action,
  mayDecide,
  language,
}: {
  one: GrowthEditionLine
  action: string
  mayDecide: boolean
  language: Language
}) {
  const word = (text: Text) => say(text, language)
  return (
    <article class="panel stack stack-s">
      <h3>
        {one.name}, {fill(word(w.from), { date: formatDate(one.from, language) })}
      </h3>
      <p>
        <Badge
          tone={one.state === 'confirmed' ? 'done' : 'care'}
          label={one.state === 'confirmed' ? w.confirmed : w.drafted}
        />{' '}
        <small class="quiet">{one.source}</small>
      </p>
      <BeforeAfter
        caption={w.changes}
        changes={one.changes.map(({ limit, before, after }) => ({
          thing: thingOf(limit, language),
          before: withUnit(limit, before, language),
          after: withUnit(limit, after, language),
        }))}
      />
      {!mayDecide || one.state === 'confirmed' ? null : one.isMine ? (
        <p class="quiet">{word(w.mine)}</p>
      ) : (
        <form method="post" action={`${action}/${one.id}/confirm`}>
          <Button label={w.confirm} />
        </form>
      )}
    </article>
  )
}

function EditionForm({ view, action, typed, errors, language }: PageProps) {
  const word = (text: Text) => say(text, language)
  const fault = (at: string) => errors.find((one) => one.at === at)?.text
  const field = (name: string, value: string) => {
    const error = fault(name)
    return { name, value: typed[name] ?? value, ...(error === undefined ? {} : { error }) }
  }
  const groups = [
    ...GROUPS,
    ...view.alerts.map(({ code, name }) => ({
      group: `alert-${code}` as const,
      title: { id: `${name.id} (${code})`, en: `${name.en} (${code})` },
      hint: undefined,
    })),
  ]
  return (
    <form method="post" action={action} class="panel panel-wash stack narrow" novalidate>
      <h2>{word(w.make)}</h2>
      <p class="s quiet">{word(w.makeLead)}</p>
      <Field {...field('name', '')} label={w.name} maxlength={120} />
      <Field {...field('source', '')} label={w.basis} maxlength={200} />
      <SelectField
        {...field('from', view.starts[0] ?? '')}
        label={w.start}
        options={view.starts.map((from) => ({ value: from, label: formatMonth(from, language) }))}
      />
      {groups.map(({ group, title, hint }) => {
        const rows = view.limits.filter(({ limit }) => limit.group === group)
        return (
          <details open={rows.some(({ limit }) => fault(limit.key) !== undefined)}>
            <summary>{word(title)}</summary>
            <div class="stack stack-s">
              {hint === undefined ? null : <p class="s quiet">{word(hint)}</p>}
              <div class="duo">
                {rows.map(({ limit, next }) => (
                  <Field
                    {...field(limit.key, shown(limit, next, language))}
                    kind="number"
                    decimal={limit.decimals > 0}
                    width={4}
                    unit={limit.unit}
                    label={limit.label}
                    {...(limit.isOpen ? { hint: w.open } : {})}
                  />
                ))}
              </div>
            </div>
          </details>
        )
      })}
      <Button kind="second" label={w.save} />
    </form>
  )
}
