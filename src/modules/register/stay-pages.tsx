// Non-permanent residents of a village. HTML from data only.
import { formatDate } from '../../kernel/date-format.ts'
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { StaysView } from './coverage-port.ts'

const t = (id: string, en: string): Text => ({ id, en })
export const STAY_TEXTS = {
  title: t('Penduduk nonpermanen di {name}', 'Non-permanent residents of {name}'),
  lead: t(
    'Yang tinggal sementara dan sudah didata, sampai hari terakhirnya. Alamat tetap mereka tidak berubah.',
    'Who stays for a time and was registered, until the last day. Their home address does not change.',
  ),
  name: t('Nama', 'Name'),
  address: t('Alamat di sini', 'Address here'),
  from: t('Sejak', 'Since'),
  until: t('Sampai', 'Until'),
  none: t('Belum ada yang didata', 'Nobody is registered yet'),
  noneText: t(
    'Warga atau pemilik rumah mendata lewat layanan Pendataan penduduk nonpermanen.',
    'Residents or landlords register them by the service for non-permanent residents.',
  ),
  service: t('Buka layanannya', 'Open the service'),
  more: t('Berikutnya', 'Next'),
} as const satisfies Record<string, Text>
const w = STAY_TEXTS

export function StaysPage({ base, view, language }: { base: string; view: StaysView; language: Language }) {
  return (
    <div class="stack stack-l">
      <div class="stack stack-s">
        <h1>{fill(say(w.title, language), { name: view.name })}</h1>
        <p class="quiet">{say(w.lead, language)}</p>
      </div>
      {view.lines.length === 0 ? (
        <EmptyState
          level={2}
          title={w.none}
          text={w.noneText}
          link={{ href: `${base}/services/non-permanent-resident`, label: w.service }}
        />
      ) : (
        <Table
          caption={{ id: fill(w.title.id, { name: view.name }), en: fill(w.title.en, { name: view.name }) }}
          phone="cards"
          dense
          columns={[
            { key: 'name', label: w.name, title: true },
            { key: 'address', label: w.address },
            { key: 'from', label: w.from },
            { key: 'until', label: w.until },
          ]}
          rows={view.lines.map((line) => ({
            cells: {
              name: line.name,
              address: line.address,
              from: formatDate(line.from, language),
              until: formatDate(line.until, language),
            },
          }))}
        />
      )}
      {view.next === undefined ? null : (
        <p>
          <a href={`${base}/office/coverage/${view.village}/stays?after=${encodeURIComponent(view.next)}`}>
            {say(w.more, language)}
          </a>
        </p>
      )}
    </div>
  )
}
