// The list of tables: first the place and the time, then every table as CSV and XLSX. Must stay true: a link carries only what its
// table is narrowed by; who may not open a page finds no table of it here.
import { type Language, say, type Text } from '../../../kernel/text.ts'
import { Badge } from '../../../platform/ui/badge.tsx'
import { Button } from '../../../platform/ui/button.tsx'
import { SelectField } from '../../../platform/ui/select-field.tsx'
import { Table } from '../../../platform/ui/table.tsx'
import {
  type DownloadsView,
  NARROWINGS,
  type Narrowing,
  SECTIONS,
  type Section,
  type TableHead,
} from './downloads-port.ts'

export const DOWNLOAD_WORDS = {
  title: { id: 'Tabel Balanting', en: 'Tables of Balanting' },
  lead: {
    id: 'Setiap tabel yang boleh Anda lihat, sebagai CSV atau XLSX. Isinya sama dengan halamannya; angka kecil tetap disembunyikan.',
    en: 'Every table you may see, as CSV or XLSX. It holds what its page holds; small counts stay hidden.',
  },
  narrow: { id: 'Tempat dan waktu', en: 'Place and time' },
  show: { id: 'Pakai pilihan ini', en: 'Use these choices' },
  table: { id: 'Tabel', en: 'Table' },
  about: { id: 'Isi', en: 'What is in it' },
  files: { id: 'Unduh', en: 'Download' },
  personal: { id: 'memuat nama', en: 'names people' },
  exchange: { id: 'Lembar e-PPGBM, DHIS2, dan impor', en: 'Sheets of e-PPGBM, DHIS2 and imports' },
} as const satisfies Record<string, Text>
const w = DOWNLOAD_WORDS

const FIELD_WORDS: Readonly<Record<Narrowing, Text>> = {
  posyandu: { id: 'Posyandu', en: 'Posyandu' },
  village: { id: 'Desa atau kelurahan', en: 'Village' },
  month: { id: 'Bulan', en: 'Month' },
  period: { id: 'Triwulan', en: 'Quarter' },
  year: { id: 'Tahun', en: 'Year' },
}
const SECTION_WORDS: Readonly<Record<Section, Text>> = {
  posyandu: { id: 'Posyandu', en: 'Posyandu' },
  village: { id: 'Desa', en: 'Village' },
  region: { id: 'Kabupaten', en: 'Region' },
  office: { id: 'Pertukaran data', en: 'Exchange of data' },
}

export function DownloadsPage({ base, view, language }: { base: string; view: DownloadsView; language: Language }) {
  const here = `${base}/tables`
  const fields = NARROWINGS.filter(
    (name) => view.choices[name].length > 1 && view.tables.some(({ asks }) => asks.includes(name)),
  )
  return (
    <div class="stack stack-l">
      <div class="stack narrow">
        <h1>{say(w.title, language)}</h1>
        <p class="lead">{say(w.lead, language)}</p>
        {view.exchange ? (
          <p>
            <a href={`${base}/exchange`}>{say(w.exchange, language)}</a>
          </p>
        ) : null}
      </div>
      {fields.length === 0 ? null : (
        <form class="stack stack-s" method="get" action={here}>
          <h2>{say(w.narrow, language)}</h2>
          {fields.map((name) => (
            <SelectField
              name={name}
              label={FIELD_WORDS[name]}
              value={view.asked[name]}
              {...(name === 'year' ? { width: 8 as const } : {})}
              options={view.choices[name].map(({ value, label }) => ({ value, label }))}
            />
          ))}
          <p>
            <Button kind="second" label={w.show} />
          </p>
        </form>
      )}
      {SECTIONS.map((section) => ({ section, tables: view.tables.filter((one) => one.section === section) }))
        .filter(({ tables }) => tables.length > 0)
        .map(({ section, tables }) => (
          <section class="stack">
            <h2>{say(SECTION_WORDS[section], language)}</h2>
            <Table
              caption={SECTION_WORDS[section]}
              phone="cards"
              columns={[
                { key: 'name', label: w.table, title: true },
                { key: 'about', label: w.about },
                { key: 'files', label: w.files },
              ]}
              rows={tables.map((table) => ({ cells: cellsOf(table, here, view, language) }))}
            />
          </section>
        ))}
    </div>
  )
}

function cellsOf(table: TableHead, here: string, view: DownloadsView, language: Language) {
  const query = new URLSearchParams(table.asks.map((name) => [name, view.asked[name]])).toString()
  const chosen = table.asks
    .map((name) => view.choices[name].find(({ value }) => value === view.asked[name])?.label)
    .filter((label) => label !== undefined)
  return {
    name: (
      <div>
        {say(table.name, language)} {table.personal ? <Badge tone="care" label={w.personal} /> : null}
      </div>
    ),
    about: (
      <div>
        {say(table.about, language)}
        {chosen.length === 0 ? null : <small class="quiet"> {chosen.join(', ')}</small>}
      </div>
    ),
    files: (
      <span class="row">
        {(['csv', 'xlsx'] as const).map((format) => (
          <a href={`${here}/${table.key}.${format}${query === '' ? '' : `?${query}`}`} download>
            {format.toUpperCase()}
            <span class="hide"> {say(table.name, language)}</span>
          </a>
        ))}
      </span>
    ),
  }
}
