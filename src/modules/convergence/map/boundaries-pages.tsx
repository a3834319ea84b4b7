// Boundaries of villages for the secretariat: the map in use, a new file, its preview with what did not match, the history. Must stay
// true: nothing is taken into use unseen.
import { fill, say, type Text } from '../../../kernel/text.ts'
import { Badge, type BadgeTone } from '../../../platform/ui/badge.tsx'
import { Button } from '../../../platform/ui/button.tsx'
import { DateOfBirth } from '../../../platform/ui/date-of-birth.tsx'
import { EmptyState } from '../../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx'
import { Field } from '../../../platform/ui/field.tsx'
import { useLanguage } from '../../../platform/ui/language.ts'
import { Notice } from '../../../platform/ui/notice.tsx'
import { Table } from '../../../platform/ui/table.tsx'
import { Upload } from '../../../platform/ui/upload.tsx'
import { type FormState, fieldsOf, PanelForm } from '../form-parts.tsx'
import { day, faultAt } from '../page-parts.tsx'
import type { BoundariesView, BoundaryPreview, MapLine } from './map-port.ts'
import type { OddFeature } from './match.ts'

export const BOUNDARY_WORDS = {
  title: { id: 'Batas desa', en: 'Boundaries of villages' },
  lead: {
    id: 'Unggah batas desa sebagai GeoJSON. Berkas diperiksa, dicocokkan dengan kode desa, lalu Anda lihat dulu sebelum dipakai.',
    en: 'Upload village boundaries as GeoJSON. The file is checked and matched with village codes, and you look at it before it is used.',
  },
  none: { id: 'Belum ada batas desa', en: 'No boundaries yet' },
  noneText: {
    id: 'Sampai ada, angka tampil di peta petak kecamatan. Minta berkasnya kepada Badan Informasi Geospasial atau bagian pemerintahan.',
    en: 'Until then, figures stand on the tile map of districts. Ask the mapping agency (BIG) or the government section for the file.',
  },
  upload: { id: 'Unggah berkas baru', en: 'Upload a new file' },
  file: { id: 'Berkas GeoJSON', en: 'GeoJSON file' },
  fileHint: {
    id: 'FeatureCollection, WGS 84, satu poligon satu desa, paling besar 12 MB. Kolom kode_desa atau nama desa dan kecamatan.',
    en: 'FeatureCollection, WGS 84, one polygon a village, at most 12 MB. A column kode_desa, or names of village and district.',
  },
  source: { id: 'Sumber', en: 'Source' },
  sourceHint: {
    id: 'Lembaga dan judul data, misalnya “BIG, Batas Desa 2025”',
    en: 'Institution and title, such as “BIG, Batas Desa 2025”',
  },
  edition: { id: 'Tanggal data', en: 'Date of the data' },
  check: { id: 'Periksa berkas', en: 'Check the file' },
  history: { id: 'Yang pernah diunggah', en: 'What was uploaded' },
  data: { id: 'Data', en: 'Data' },
  matched: { id: 'Cocok', en: 'Matched' },
  state: { id: 'Keadaan', en: 'State' },
  preview: { id: 'Periksa sebelum dipakai', en: 'Look before it is used' },
  fits: {
    id: '{n} dari {all} desa punya batas di berkas ini.',
    en: '{n} of {all} villages have a boundary in this file.',
  },
  use: { id: 'Pakai batas ini', en: 'Use these boundaries' },
  again: { id: 'Pakai lagi', en: 'Use again' },
  inUse: { id: 'Batas ini sedang dipakai.', en: 'These boundaries are in use.' },
  keeps: {
    id: 'Batas yang sekarang dipakai tetap tersimpan dan dapat dipakai lagi.',
    en: 'The boundaries in use now stay kept and can be used again.',
  },
  odd: { id: 'Bidang yang tidak dipakai', en: 'Features left out' },
  line: { id: 'Bidang', en: 'Feature' },
  label: { id: 'Nama di berkas', en: 'Name in the file' },
  why: { id: 'Sebab', en: 'Why' },
  missing: { id: 'Desa tanpa batas', en: 'Villages without a boundary' },
  allFit: {
    id: 'Semua bidang cocok, semua desa punya batas.',
    en: 'Every feature fits, every village has a boundary.',
  },
  picture: { id: 'Batas yang terbaca dari berkas', en: 'Boundaries as read from the file' },
} as const satisfies Record<string, Text>
const w = BOUNDARY_WORDS

const STATES: Readonly<Record<MapLine['state'], { readonly name: Text; readonly tone: BadgeTone }>> = {
  previewed: { name: { id: 'belum dipakai', en: 'not used yet' }, tone: 'wait' },
  current: { name: { id: 'dipakai', en: 'in use' }, tone: 'done' },
  replaced: { name: { id: 'diganti', en: 'replaced' }, tone: 'stop' },
}
const WHY: Readonly<Record<OddFeature['why'], Text>> = {
  unknown: { id: 'tidak ada desa dengan kode atau nama ini', en: 'no village has this code or name' },
  two: { id: 'dua desa bernama sama, tulis kodenya', en: 'two villages have this name; write the code' },
  taken: { id: 'desanya sudah punya bidang lain', en: 'its village has another feature already' },
}

export function BoundariesPage({
  view,
  action,
  typed = {},
  errors = [],
}: { view: BoundariesView; action: string } & FormState) {
  const language = useLanguage()
  const f = fieldsOf({ typed, errors })
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>{say(w.title, language)}</h1>
        <p class="lead">{say(w.lead, language)}</p>
      </div>
      {view.maps.length === 0 ? (
        <EmptyState level={2} title={w.none} text={w.noneText} />
      ) : (
        <Table
          caption={w.history}
          phone="cards"
          columns={[
            { key: 'data', label: w.data, title: true },
            { key: 'matched', label: w.matched, end: true },
            { key: 'state', label: w.state },
          ]}
          rows={view.maps.map((one) => ({
            cells: {
              data: (
                <div>
                  <a href={`${action}/${one.id}`}>{one.source}</a>{' '}
                  <small class="quiet">{day(one.editionOn, language)}</small>
                </div>
              ),
              matched: `${one.matched} / ${view.villages}`,
              state: (
                <div>
                  <Badge tone={STATES[one.state].tone} label={STATES[one.state].name} />{' '}
                  <small class="quiet">{one.usedOn === null ? '' : day(one.usedOn, language)}</small>
                </div>
              ),
            },
          }))}
        />
      )}
      <PanelForm action={`${action}/uploads`} title={w.upload} send={w.check} files>
        <Upload
          name="file"
          samples={[]}
          accept=".geojson,.json,application/geo+json"
          label={w.file}
          hint={w.fileHint}
          error={faultAt(errors, 'file')}
        />
        <Field {...f.of('source')} label={w.source} hint={w.sourceHint} />
        <DateOfBirth {...f.day('editionOn')} label={w.edition} />
      </PanelForm>
    </div>
  )
}

export function BoundaryPreviewPage({
  view,
  action,
  villages,
}: {
  view: BoundaryPreview
  action: string
  villages: number
}) {
  const language = useLanguage()
  return (
    <div class="stack stack-l">
      <div class="stack narrow">
        <h1>{view.source}</h1>
        <p class="lead">{fill(say(w.fits, language), { n: view.matched, all: villages })}</p>
        {view.state === 'current' ? (
          <Notice tone="good" fact={w.inUse} />
        ) : (
          <form method="post" action={action} class="stack">
            <p class="quiet">{say(w.keeps, language)}</p>
            <Button label={view.state === 'replaced' ? w.again : w.use} />
          </form>
        )}
      </div>
      <svg
        class="chart area-map"
        viewBox={`0 0 ${view.frame.width} ${view.frame.height}`}
        role="img"
        aria-labelledby="preview-t"
      >
        <title id="preview-t">{say(w.picture, language)}</title>
        {view.shapes.map((shape) => (
          <path class="q1" d={shape.path}>
            <title>{shape.name}</title>
          </path>
        ))}
        <path class="border" d={view.frame.borders} />
      </svg>
      {view.odd.length === 0 && view.missing.length === 0 ? <p>{say(w.allFit, language)}</p> : null}
      {view.odd.length === 0 ? null : (
        <Table
          caption={w.odd}
          showCaption
          dense
          columns={[
            { key: 'line', label: w.line },
            { key: 'label', label: w.label, title: true },
            { key: 'why', label: w.why },
          ]}
          rows={view.odd.map((one) => ({
            cells: { line: String(one.line), label: one.label, why: say(WHY[one.why], language) },
          }))}
        />
      )}
      {view.missing.length === 0 ? null : (
        <section class="stack stack-s" aria-labelledby="h-missing">
          <h2 id="h-missing">{say(w.missing, language)}</h2>
          <p class="s">{view.missing.map((one) => `${one.name} (${one.district}, ${one.code})`).join('; ')}</p>
        </section>
      )}
    </div>
  )
}
