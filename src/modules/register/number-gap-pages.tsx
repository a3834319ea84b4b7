// The list of numbers given back. HTML from data only.
import { formatDate } from '../../kernel/date-format.ts'
import { type Language, say, type Text } from '../../kernel/text.ts'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { NumberGapsView } from './office-port.ts'

const t = (id: string, en: string): Text => ({ id, en })
export const GAP_TEXTS = {
  title: t('Nomor yang belum terpakai', 'Numbers not in use'),
  lead: t(
    'Nomor yang sudah disiapkan untuk satu permohonan lalu tidak jadi terbit. Permohonan berikutnya dalam deret yang sama memakainya lebih dulu.',
    'Numbers prepared for an application that was not issued. The next application of the same series takes them first.',
  ),
  kind: t('Jenis', 'Kind'),
  number: t('Deret dan urutan', 'Series and serial'),
  cause: t('Sebab', 'Cause'),
  since: t('Sejak', 'Since'),
  open: t('Buka permohonan', 'Open the application'),
  none: t('Tidak ada nomor yang tersisa', 'No number is left over'),
  noneText: t(
    'Nomor muncul di sini bila permohonan yang sudah disahkan tidak jadi terbit.',
    'A number appears here when an approved application is not issued.',
  ),
  more: t('Berikutnya', 'Next'),
} as const satisfies Record<string, Text>
const w = GAP_TEXTS

export function NumberGapsPage({ base, view, language }: { base: string; view: NumberGapsView; language: Language }) {
  const root = `${base}/office/register/numbers`
  return (
    <div class="stack stack-l">
      <div class="stack stack-s">
        <h1>{say(w.title, language)}</h1>
        <p class="quiet">{say(w.lead, language)}</p>
      </div>
      {view.lines.length === 0 ? (
        <EmptyState level={2} title={w.none} text={w.noneText} />
      ) : (
        <Table
          caption={w.title}
          phone="cards"
          dense
          columns={[
            { key: 'number', label: w.number, title: true },
            { key: 'kind', label: w.kind },
            { key: 'cause', label: w.cause },
            { key: 'since', label: w.since },
          ]}
          rows={view.lines.map((line) => ({
            cells: {
              number: <span class="num">{line.number}</span>,
              kind: line.kind,
              cause: (
                <>
                  {say(line.cause, language)}
                  {line.caseHref === undefined ? null : (
                    <>
                      {' '}
                      <a href={line.caseHref}>{say(w.open, language)}</a>
                    </>
                  )}
                </>
              ),
              since: formatDate(line.since, language),
            },
          }))}
        />
      )}
      {view.next === undefined ? null : (
        <p>
          <a href={`${root}?after=${encodeURIComponent(view.next)}`}>{say(w.more, language)}</a>
        </p>
      )}
    </div>
  )
}
