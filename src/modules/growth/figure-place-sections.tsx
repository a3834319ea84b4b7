import { type Language, say } from '../../kernel/text.ts'
import { TileMap } from '../../platform/ui/charts/tile-map.tsx'
import { ProgressBar } from '../../platform/ui/progress-bar.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { CONDITION_WORDS, mayShowShare } from './figures.ts'
import {
  groupText,
  monthText,
  order,
  percentOf,
  placesFinding,
  shareText,
  shown,
  shownPartText,
} from './figures-in-words.ts'
import type { AreaView } from './figures-port.ts'
import { FIGURE_WORDS as w } from './figures-words.ts'

export function Places({ at, view, language }: { at: string; view: AreaView; language: Language }) {
  const { filter, maySeeAll } = view
  const condition = CONDITION_WORDS[filter.condition]
  const query = new URLSearchParams({
    month: filter.month,
    condition: filter.condition,
    sex: String(filter.sex),
    age: filter.ageGroup,
  })
  const below =
    view.kind === 'region' && !filter.lokus ? { id: 'kecamatan', en: 'district' } : { id: 'desa', en: 'village' }
  return (
    <section class="stack stack-s" aria-labelledby="places">
      <h2 id="places">{say(w.places, language)}</h2>
      <TileMap
        id="tiles"
        title={{
          id: `${condition.id} menurut ${below.id}, ${monthText(filter.month, 'id')}`,
          en: `${condition.en} by ${below.en}, ${monthText(filter.month, 'en')}`,
        }}
        finding={placesFinding(view, below)}
        limits={filter.condition === 'wasting' ? [5, 10, 15] : [10, 20, 30]}
        thinName={w.thin}
        tiles={view.places.map((place) => {
          const value = percentOf(place.figure, maySeeAll)
          return {
            name: place.name,
            column: place.tile[0],
            row: place.tile[1],
            people: place.figure?.prevalence.valid ?? 0,
            hidden: place.figure !== undefined && !mayShowShare(place.figure, maySeeAll),
            thin: place.figure?.prevalence.notRepresentative ?? false,
            ...(value === undefined ? {} : { value }),
          }
        })}
      />
      <Table
        caption={w.places}
        phone="cards"
        dense
        columns={[
          { key: 'place', label: w.place, title: true },
          { key: 'bar', label: w.share, bar: true },
          { key: 'cases', label: w.cases, end: true },
          { key: 'measured', label: w.measured, end: true },
          { key: 'severity', label: w.severity, optional: true },
        ]}
        rows={[...view.places]
          .sort((a, b) => (percentOf(b.figure, maySeeAll) ?? -1) - (percentOf(a.figure, maySeeAll) ?? -1))
          .map((place) => ({
            cells: {
              place: <a href={`${at}/areas/${place.code}?${query}`}>{place.name}</a>,
              bar: (
                <>
                  <span class="num">{shareText(place.figure, maySeeAll, language)}</span>
                  {percentOf(place.figure, maySeeAll) === undefined ? null : (
                    <ProgressBar
                      percent={Math.min(100, percentOf(place.figure, maySeeAll)! * 2)}
                      tone={percentOf(place.figure, maySeeAll)! >= 20 ? 'low' : 'act'}
                    />
                  )}
                </>
              ),
              cases: place.figure === undefined ? '' : shownPartText(place.figure, 'cases', maySeeAll, language),
              measured:
                place.figure === undefined
                  ? ''
                  : `${shown(place.figure.prevalence.measured, maySeeAll, language)} / ${shown(place.figure.prevalence.all, maySeeAll, language)}`,
              severity:
                place.figure?.prevalence.severity === undefined || !mayShowShare(place.figure, maySeeAll)
                  ? ''
                  : say(place.figure.prevalence.severity.text, language),
            },
          }))}
      />
    </section>
  )
}

export function Groups({ view, language }: { view: AreaView; language: Language }) {
  const { maySeeAll } = view
  return (
    <section class="stack stack-s" aria-labelledby="groups">
      <h2 id="groups">{say(w.groups, language)}</h2>
      <Table
        caption={w.groups}
        phone="table"
        dense
        columns={[
          { key: 'group', label: w.age, title: true },
          { key: 'share', label: w.share, end: true },
          { key: 'valid', label: w.measured, end: true },
        ]}
        rows={[...view.groups]
          .sort((a, b) => order(a) - order(b))
          .map((group) => ({
            cells: {
              group: say(group.sex === 0 ? groupText(group.ageGroup) : group.sex === 1 ? w.boys : w.girls, language),
              share: shareText(group.figure, maySeeAll, language),
              valid: group.figure === undefined ? '' : shownPartText(group.figure, 'valid', maySeeAll, language),
            },
          }))}
      />
    </section>
  )
}
