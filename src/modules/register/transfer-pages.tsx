// Moves between regions on paper: a list with what each letter waits for. HTML from data only.
import { formatDate } from '../../kernel/date-format.ts'
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { Chips } from '../../platform/ui/chips.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { PAPER_WORDS } from './paper-letter-pages.tsx'
import type { TransferListView } from './transfer-port.ts'

const t = (id: string, en: string): Text => ({ id, en })
export const TRANSFER_TEXTS = {
  title: t('Pindah datang', 'Moves'),
  lead: t(
    'Surat pindah antardaerah, keluar dan masuk, dan apa yang ditunggu.',
    'Moving letters between regions, out and in, and what each waits for.',
  ),
  in: t('Datang', 'Coming'),
  out: t('Pergi', 'Leaving'),
  filter: t('Arah', 'Direction'),
  letter: t('Nomor surat', 'Letter'),
  from: t('Dari', 'From'),
  to: t('Ke', 'To'),
  people: t('Orang', 'People'),
  state: t('Keadaan', 'State'),
  waits: t('Menunggu', 'Waits for'),
  changed: t('Berubah', 'Changed'),
  until: t('berlaku sampai {on}', 'valid until {on}'),
  over: t('lewat masa berlaku {on}', 'expired on {on}'),
  openCase: t('Buka permohonan', 'Open the application'),
  emptyIn: t('Belum ada yang datang', 'Nobody is coming yet'),
  emptyOut: t('Belum ada yang pindah keluar', 'Nobody is leaving yet'),
  emptyText: t(
    'Surat muncul di sini begitu permohonan pindah atau datang dikirim atau diterbitkan.',
    'Letters appear here once an application to move or to arrive is sent or issued.',
  ),
  more: t('Berikutnya', 'Next'),
} as const satisfies Record<string, Text>
const w = TRANSFER_TEXTS

export function TransferListPage({
  base,
  view,
  language,
}: {
  base: string
  view: TransferListView
  language: Language
}) {
  const root = `${base}/office/transfers`
  const isIn = view.direction === 'in'
  return (
    <div class="stack stack-l">
      {view.isKept === true ? <Notice tone="good" fact={PAPER_WORDS.saved} /> : null}
      <div class="stack stack-s">
        <h1>{say(w.title, language)}</h1>
        <p class="quiet">{say(w.lead, language)}</p>
        {view.mayWritePaper ? (
          <p>
            <Button small kind="second" href={`${root}/paper`} icon="plus" label={PAPER_WORDS.open} />
          </p>
        ) : null}
        <Chips
          label={w.filter}
          chips={(['in', 'out'] as const).map((one) => ({
            href: `${root}?show=${one}`,
            label: w[one],
            current: one === view.direction,
          }))}
        />
      </div>
      {view.lines.length === 0 ? (
        <EmptyState level={2} title={isIn ? w.emptyIn : w.emptyOut} text={w.emptyText} />
      ) : (
        <Table
          caption={w.title}
          phone="cards"
          dense
          columns={[
            { key: 'letter', label: w.letter, title: true },
            { key: 'place', label: isIn ? w.from : w.to },
            { key: 'people', label: w.people },
            { key: 'state', label: w.state, cardLabel: false },
            { key: 'waits', label: w.waits },
            { key: 'changed', label: w.changed },
          ]}
          rows={view.lines.map((line) => ({
            ...(line.isOver ? { tone: 'late' as const } : line.tone === 'care' ? { tone: 'soon' as const } : {}),
            cells: {
              letter: (
                <>
                  <span class="num">{line.letter}</span>
                  {line.validUntil === undefined ? null : (
                    <small class="quiet">
                      {' '}
                      {fill(say(line.isOver ? w.over : w.until, language), {
                        on: formatDate(line.validUntil, language),
                      })}
                    </small>
                  )}
                </>
              ),
              place: line.place,
              people: line.people === 0 ? '–' : line.people,
              state: <Badge tone={line.tone} label={line.state} />,
              waits: (
                <>
                  {say(line.waitsFor, language)}
                  {line.caseHref === undefined ? null : (
                    <>
                      {' '}
                      <a href={line.caseHref}>
                        {say(w.openCase, language)}
                        <span class="hide"> {line.letter}</span>
                      </a>
                    </>
                  )}
                </>
              ),
              changed: formatDate(line.changedOn, language),
            },
          }))}
        />
      )}
      {view.next === undefined ? null : (
        <p>
          <a href={`${root}?${new URLSearchParams({ show: view.direction, after: view.next })}`}>
            {say(w.more, language)}
          </a>
        </p>
      )}
    </div>
  )
}
