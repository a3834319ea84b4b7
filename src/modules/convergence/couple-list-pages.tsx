// Brides and grooms of a village, and the five activities of RAN PASTI side by side. Must stay true: what is not ideal is said as help that
// is due, never as a hindrance.
import { fill, say, type Text } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { Table } from '../../platform/ui/table.tsx'
import { faultText } from './couple-words.ts'
import { COUPLE_SHOWS, type CoupleListView, type CoupleShow } from './family-port.ts'
import { day } from './page-parts.tsx'

export const COUPLE_LIST_WORDS = {
  title: { id: 'Calon pengantin {village}', en: 'Brides and grooms of {village}' },
  lead: {
    id: 'Diperiksa paling lambat tiga bulan sebelum menikah. Belum ideal berarti didampingi dan diperiksa lagi; tidak menghalangi pernikahan.',
    en: 'Checked at least three months before the wedding. Not ideal means help and another look; it never stands in the way.',
  },
  show: { id: 'Tampilkan', en: 'Show' },
  name: { id: 'Nama', en: 'Name' },
  wedding: { id: 'Hari menikah', en: 'Wedding' },
  noDay: { id: 'belum ditetapkan', en: 'not fixed yet' },
  check: { id: 'Pemeriksaan triwulan ini', en: 'Check of this quarter' },
  done: { id: 'sudah', en: 'done' },
  due: { id: 'belum', en: 'due' },
  finding: { id: 'Hasil terakhir', en: 'Latest result' },
  ideal: { id: 'ideal', en: 'ideal' },
  incomplete: { id: 'belum lengkap', en: 'incomplete' },
  never: { id: 'belum pernah diperiksa', en: 'never checked' },
  late: { id: 'diperiksa kurang dari tiga bulan sebelum menikah', en: 'checked less than three months before' },
  about: { id: '{sex}, {n} tahun', en: '{sex}, {n} years' },
  man: { id: 'laki-laki', en: 'man' },
  woman: { id: 'perempuan', en: 'woman' },
  empty: { id: 'Tidak ada calon pengantin di sini', en: 'No bride or groom here' },
  emptyText: {
    id: 'Seseorang masuk daftar ini setelah dicatat sebagai calon pengantin pada halamannya.',
    en: 'Somebody comes here once noted as couple-to-be on their page.',
  },
  five: { id: 'Lima kegiatan RAN PASTI', en: 'Five activities of RAN PASTI' },
} as const satisfies Readonly<Record<string, Text>>
const w = COUPLE_LIST_WORDS
const SHOWS: Readonly<Record<CoupleShow, Text>> = {
  all: { id: 'Semua', en: 'All' },
  waiting: { id: 'Belum diperiksa', en: 'Check is due' },
  'not-ideal': { id: 'Perlu pendampingan', en: 'Need help' },
}

export type PastiActivity = 'families' | 'assist' | 'couples' | 'watch' | 'audits'
const FIVE: readonly { readonly key: PastiActivity; readonly text: Text }[] = [
  { key: 'families', text: { id: 'Data keluarga berisiko', en: 'Families at risk' } },
  { key: 'assist', text: { id: 'Pendampingan keluarga', en: 'Assistance to them' } },
  { key: 'couples', text: { id: 'Pendampingan calon pengantin', en: 'Brides and grooms' } },
  { key: 'watch', text: { id: 'Surveilans', en: 'Surveillance' } },
  { key: 'audits', text: { id: 'Audit kasus', en: 'Case audit' } },
]

/** The five lists of a village, the one at hand marked; audits only for those who may open them. */
export function PastiLinks({
  base,
  village,
  now,
  lists,
}: {
  base: string
  village: string
  now: PastiActivity
  lists: readonly PastiActivity[]
}) {
  const language = useLanguage()
  const at = `${base}/villages/${village}`
  const href: Readonly<Record<PastiActivity, string>> = {
    families: `${at}/families`,
    assist: `${at}/families?show=assist`,
    couples: `${at}/couples`,
    watch: `${at}/families?show=watch`,
    audits: `${base}/audits`,
  }
  return (
    <nav aria-label={say(w.five, language)} class="stack stack-xs">
      <p class="s quiet">{say(w.five, language)}</p>
      <ul class="chips">
        {FIVE.filter(({ key }) => lists.includes(key)).map(({ key, text }) => (
          <li>
            <a href={href[key]} aria-current={key === now ? 'true' : undefined}>
              {say(text, language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function CouplesPage({
  view,
  base,
  lists,
}: {
  view: CoupleListView
  base: string
  lists: readonly PastiActivity[]
}) {
  const language = useLanguage()
  const at = `${base}/villages/${view.village.code}`
  const title = fill(say(w.title, language), { village: view.village.name })
  return (
    <div class="stack stack-l">
      <div class="stack">
        <h1>{title}</h1>
        <p class="lead narrow">{say(w.lead, language)}</p>
        <PastiLinks base={base} village={view.village.code} now="couples" lists={lists} />
        <ul class="chips" aria-label={say(w.show, language)}>
          {COUPLE_SHOWS.map((show) => (
            <li>
              <a
                href={`${at}/couples${show === 'all' ? '' : `?show=${show}`}`}
                aria-current={view.show === show ? 'true' : undefined}
              >
                {say(SHOWS[show], language)} {view.counts[show]}
              </a>
            </li>
          ))}
        </ul>
      </div>
      {view.lines.length === 0 ? (
        <EmptyState level={2} title={w.empty} text={w.emptyText} />
      ) : (
        <Table
          caption={title}
          phone="cards"
          columns={[
            { key: 'name', label: w.name, title: true },
            { key: 'wedding', label: w.wedding },
            { key: 'check', label: w.check },
            { key: 'finding', label: w.finding },
          ]}
          rows={view.lines.map((one) => ({
            ...(one.isChecked ? {} : { tone: 'soon' as const }),
            cells: {
              name: (
                <div>
                  <a href={`${at}/services/${one.personId}`}>{one.name}</a>
                  <div class="xs quiet">
                    {fill(say(w.about, language), {
                      sex: say(one.sex === 'L' ? w.man : w.woman, language),
                      n: one.ageYears,
                    })}
                  </div>
                </div>
              ),
              wedding: one.weddingOn === undefined ? say(w.noDay, language) : day(one.weddingOn, language),
              check: <Badge tone={one.isChecked ? 'done' : 'wait'} label={one.isChecked ? w.done : w.due} />,
              finding: <Finding line={one} />,
            },
          }))}
        />
      )}
    </div>
  )
}

function Finding({ line: { judgement, checkedOn } }: { line: CoupleListView['lines'][number] }) {
  const language = useLanguage()
  if (judgement === undefined || checkedOn === undefined) return <span class="quiet">{say(w.never, language)}</span>
  const said =
    judgement.faults.length > 0
      ? judgement.faults.map((part) => say(faultText(part), language)).join('; ')
      : say(judgement.isIdeal === true ? w.ideal : w.incomplete, language)
  return (
    <div>
      {said}
      <div class="xs quiet">
        {day(checkedOn, language)}
        {judgement.isLate ? `, ${say(w.late, language)}` : ''}
      </div>
    </div>
  )
}
