// The map of villages, open to everybody: choose what it shows, when and which district; the same numbers as a table below. Must
// stay true: date, source and whose boundaries these are stand with the picture.
import { fill, say, type Text } from '../../../kernel/text.ts'
import { Button } from '../../../platform/ui/button.tsx'
import { Chips } from '../../../platform/ui/chips.tsx'
import { useLanguage } from '../../../platform/ui/language.ts'
import { Notice } from '../../../platform/ui/notice.tsx'
import { SelectField } from '../../../platform/ui/select-field.tsx'
import { Table } from '../../../platform/ui/table.tsx'
import { day } from '../page-parts.tsx'
import type { MapQuery, MapView } from './map-port.ts'
import { districtLabels, findingOf, VillageMap } from './village-map.tsx'

export const MAP_WORDS = {
  title: { id: 'Peta desa {place}', en: 'Map of villages, {place}' },
  shows: { id: 'Yang ditampilkan', en: 'What it shows' },
  period: { id: 'Triwulan', en: 'Quarter' },
  show: { id: 'Tampilkan', en: 'Show' },
  districts: { id: 'Perbesar kecamatan', en: 'Zoom to a district' },
  whole: { id: 'Seluruh kabupaten', en: 'Whole regency' },
  table: { id: 'Semua desa di peta ini', en: 'All villages of this map' },
  village: { id: 'Desa', en: 'Village' },
  value: { id: 'Angka', en: 'Figure' },
  source: { id: '{source}. {period}{updated}.', en: '{source}. {period}{updated}.' },
  updated: { id: ', dihitung {date}', en: ', counted on {date}' },
  boundaries: { id: 'Batas desa: {source}, {date}.', en: 'Boundaries: {source}, {date}.' },
  invented: {
    id: 'Batas desa di peta ini rekaan untuk contoh, bukan batas wilayah yang sah.',
    en: 'The boundaries on this map are invented for the demo; they are no legal boundaries.',
  },
  noMap: { id: 'Batas desa belum diunggah', en: 'No boundaries were uploaded yet' },
  noMapText: {
    id: 'Sampai kabupaten mengunggahnya, pakai tabel di bawah atau peta petak kecamatan.',
    en: 'Until the regency uploads them, use the table below or the tile map of districts.',
  },
  tiles: { id: 'Buka peta petak', en: 'Open the tile map' },
  upload: { id: 'Kelola batas desa', en: 'Manage the boundaries' },
  missing: {
    id: '{n} desa belum punya batas di peta ini; angkanya ada di tabel.',
    en: '{n} villages have no boundary on this map; their figures are in the table.',
  },
  few: {
    id: 'Angka yang menunjuk kurang dari 5 orang tidak ditampilkan.',
    en: 'Figures that would point at fewer than 5 people are not shown.',
  },
} as const satisfies Record<string, Text>
const w = MAP_WORDS

export function mapTitle(view: MapView, language: 'id' | 'en'): string {
  return fill(say(w.title, language), { place: view.district?.name ?? view.regionName })
}

export function mapAddress(base: string, query: MapQuery): string {
  const kept = Object.entries({ layer: query.layer, period: query.period }).filter(
    (one): one is [string, string] => one[1] !== undefined,
  )
  const district = query.district === undefined ? '' : `/${query.district}`
  return `${base}/map${district}${kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`}`
}

export function MapPage({ view, base }: { view: MapView; base: string }) {
  const language = useLanguage()
  const title = `${say(view.layer.title, language)}, ${view.district?.name ?? view.regionName}, ${say(view.period.name, language)}`
  const query = { layer: view.layer.name, period: view.period.key }
  const undrawn = view.places.filter((place) => place.shape === undefined).length
  const here = `${base}/map${view.district === undefined ? '' : `/${view.district.code}`}`
  return (
    <div class="stack">
      <div class="stack narrow">
        <h1>{mapTitle(view, language)}</h1>
        <p class="lead">{findingOf(view.places, view.layer, language)}</p>
        {view.frame?.isInvented ? <Notice tone="note" fact={w.invented} /> : null}
      </div>
      <form method="get" action={here} class="row no-print">
        <SelectField
          name="layer"
          label={w.shows}
          value={view.layer.name}
          options={view.layers.map((one) => ({ value: one.name, label: one.title }))}
        />
        <SelectField
          name="period"
          label={w.period}
          value={view.period.key}
          options={view.periods.slice(0, 12).map((one) => ({ value: one.key, label: one.name }))}
        />
        <Button kind="second" label={w.show} fill="never" />
      </form>
      <div class="no-print">
        <Chips
          label={w.districts}
          chips={[
            {
              href: mapAddress(base, query),
              label: w.whole,
              current: view.district === undefined,
            },
            ...view.districts.map((one) => ({
              href: mapAddress(base, { ...query, district: one.code }),
              label: one.name,
              current: one.code === view.district?.code,
            })),
          ]}
        />
      </div>
      <div class="split">
        <div class="stack">
          {view.frame === undefined ? (
            <Notice fact={w.noMap}>
              <p>
                {say(w.noMapText, language)} <a href={`${base}/figures`}>{say(w.tiles, language)}</a>
              </p>
            </Notice>
          ) : (
            <VillageMap
              frame={view.frame}
              places={view.places}
              layer={view.layer}
              labels={
                view.district === undefined
                  ? districtLabels(view.places)
                  : view.places.flatMap((place) =>
                      place.shape === undefined || place.short === ''
                        ? []
                        : [{ text: place.short, x: place.shape.x, y: place.shape.y, step: place.step }],
                    )
              }
              title={title}
              finding={findingOf(view.places, view.layer, language)}
              tableId="table"
            />
          )}
          <p class="xs quiet">
            {fill(say(w.source, language), {
              source: say(view.layer.source, language),
              period: say(view.period.name, language),
              updated:
                view.updatedOn === null ? '' : fill(say(w.updated, language), { date: day(view.updatedOn, language) }),
            })}{' '}
            {say(w.few, language)}{' '}
            {view.frame === undefined
              ? ''
              : fill(say(w.boundaries, language), {
                  source: view.frame.source,
                  date: day(view.frame.editionOn, language),
                })}{' '}
            {view.frame !== undefined && undrawn > 0 ? fill(say(w.missing, language), { n: undrawn }) : ''}
          </p>
          {view.mayUpload ? (
            <p class="no-print">
              <a href={`${base}/map/boundaries`}>{say(w.upload, language)}</a>
            </p>
          ) : null}
        </div>
        <section class="stack stack-s" aria-labelledby="table">
          <h2 id="table" tabindex={-1}>
            {say(w.table, language)}
          </h2>
          <Table
            caption={title}
            dense
            columns={[
              { key: 'name', label: w.village, title: true },
              { key: 'value', label: w.value },
            ]}
            rows={[...view.places]
              .sort((a, b) => b.weight - a.weight || a.name.localeCompare(b.name, 'id'))
              .map((place) => ({
                cells: {
                  name: (
                    <div>
                      <a href={place.href}>{place.name}</a>
                      {view.district === undefined ? <small class="quiet"> {place.district}</small> : null}
                    </div>
                  ),
                  value: `${place.text}${place.isThin ? ' *' : ''}`,
                },
              }))}
          />
          {view.places.some((place) => place.isThin) ? (
            <p class="xs quiet">
              *{' '}
              {language === 'id'
                ? 'ditimbang kurang dari 85 %, belum mewakili'
                : 'weighed less than 85 %, not representative'}
            </p>
          ) : null}
        </section>
      </div>
    </div>
  )
}
