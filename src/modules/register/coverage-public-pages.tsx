// Coverage for everybody. HTML from data only. Must stay true: what is withheld is named as withheld, never drawn as nought.
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { GapBars } from '../../platform/ui/charts/gap-bars.tsx'
import { Chips } from '../../platform/ui/chips.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { bars, COVERAGE_TEXTS, expectedText, TotalStat, unitOf } from './coverage-pages.tsx'
import type { PublicCoverageView, PublicGroup } from './coverage-port.ts'
import { INDICATOR_WORDS, SHOWN_INDICATORS } from './coverage-words.ts'

const t = (id: string, en: string): Text => ({ id, en })
export const PUBLIC_COVERAGE_TEXTS = {
  title: t('Cakupan dokumen kependudukan', 'Coverage of civil documents'),
  lead: t(
    'Berapa warga yang sudah punya dokumennya. Pembilang dan penyebut dari satu potret register.',
    'How many residents own their documents. Both sides of each figure are of one snapshot of the register.',
  ),
  byDistrict: t('Menurut kecamatan', 'By district'),
  byVillage: t('Menurut desa dan kelurahan', 'By village'),
  totalWithheld: t('Angka {place} tidak ditampilkan', 'The figures of {place} are not shown'),
  totalWithheldText: t(
    'Jumlahnya terlalu kecil, sehingga dapat menunjuk orang tertentu.',
    'The counts are so small that they could point at single people.',
  ),
  withheld: t(
    'Tidak ditampilkan, karena hanya 1 sampai 4 orang yang punya atau belum punya, atau karena angka seperti itu dapat dihitung darinya: {names}.',
    'Not shown, because only 1 to 4 people own it or lack it, or because such a count would follow: {names}.',
  ),
  allWithheld: t(
    'Tidak ditampilkan, karena angkanya dapat menunjuk orang tertentu.',
    'Not shown, because the counts could point at single people.',
  ),
  none: t('Belum ada potret', 'No snapshot yet'),
  noneText: t(
    'Potret diambil setiap malam. Angka muncul sesudahnya.',
    'A snapshot is taken every night. Figures appear after it.',
  ),
} as const satisfies Record<string, Text>
const w = { ...COVERAGE_TEXTS, ...PUBLIC_COVERAGE_TEXTS }

export function PublicCoveragePage({
  base,
  view,
  language,
}: {
  base: string
  view: PublicCoverageView
  language: Language
}) {
  const root = `${base}/coverage`
  const inside = view.district === undefined ? '' : `&in=${view.district}`
  const { on, total } = view
  const group = (id: string, title: Text, name: Text, of: PublicGroup | undefined, order: 'given' | 'most-missing') =>
    // Below a total that is not shown even the names would tell where the few are.
    of === undefined || total === undefined || of.shown.length + of.withheld.length === 0 ? null : (
      <section class="stack" aria-labelledby={id}>
        <h2 id={id}>{say(title, language)}</h2>
        {of.shown.length === 0 ? null : (
          <GapBars gaps={bars(of.shown, unitOf(view.indicator))} nameLabel={name} order={order} />
        )}
        {of.withheld.length === 0 ? null : (
          <p class="quiet s">
            {of.shown.length === 0
              ? say(w.allWithheld, language)
              : fill(say(w.withheld, language), { names: of.withheld.map((one) => say(one, language)).join(', ') })}
          </p>
        )}
      </section>
    )
  return (
    <div class="stack stack-l">
      <div class="stack stack-s">
        <h1>{say(w.title, language)}</h1>
        <p class="lead">{say(w.lead, language)}</p>
        <Chips
          label={w.choose}
          chips={SHOWN_INDICATORS.map((one) => ({
            href: `${root}?of=${one}${inside}`,
            label: INDICATOR_WORDS[one],
            current: one === view.indicator,
          }))}
        />
      </div>
      {on === undefined ? (
        <EmptyState level={2} title={w.none} text={w.noneText} />
      ) : total === undefined ? (
        <Notice fact={fill(say(w.totalWithheld, language), { place: view.within })} text={w.totalWithheldText} />
      ) : total.percent === undefined ? (
        <Notice fact={w.noData} />
      ) : (
        <TotalStat total={total} on={on} within={view.within} language={language} />
      )}
      {view.expected === undefined || total === undefined ? null : (
        <Notice
          fact={expectedText(view.expected, total.denominator, w.expected)}
          text={expectedText(view.expected, total.denominator, w.expectedSource)}
        />
      )}
      {group(
        'h-places',
        view.district === undefined ? w.byDistrict : w.byVillage,
        w.place,
        view.places,
        'most-missing',
      )}
      {group('h-sex', w.bySex, w.sex, view.sexes, 'given')}
      {group('h-age', w.byAge, w.age, view.ages, 'given')}
      {view.district === undefined ? null : (
        <p>
          <a href={`${root}?of=${view.indicator}`}>{say(w.all, language)}</a>
        </p>
      )}
    </div>
  )
}
