// Uploading a list: choose programme and file, see what each line will do, then apply. Must stay true: the preview shows lines and
// reasons, never a number of a person.
import { formatCount } from '../../kernel/rupiah.ts'
import { fill, say, type Text } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { Upload } from '../../platform/ui/upload.tsx'
import { day, type Fault, faultAt } from './page-parts.tsx'
import type { LineFate } from './upload.ts'
import type { UploadPreview, UploadsView } from './upload-port.ts'

export const UPLOAD_WORDS = {
  title: { id: 'Unggah daftar penerima', en: 'Upload a list of those reached' },
  lead: {
    id: 'Untuk program yang sudah punya daftar sendiri. Setiap baris diperiksa dulu; belum ada yang tersimpan sebelum Anda menyetujuinya.',
    en: 'For programmes that keep a list of their own. Each line is checked first; nothing is stored before you agree.',
  },
  target: { id: 'Program dan layanan', en: 'Programme and service' },
  file: { id: 'Berkas CSV', en: 'CSV file' },
  fileHint: {
    id: 'Baris pertama: nik;tanggal;pemberi. Tanpa NIK: nama;tanggal_lahir;desa;tanggal.',
    en: 'First line: nik;tanggal;pemberi. Without NIK: nama;tanggal_lahir;desa;tanggal.',
  },
  check: { id: 'Periksa berkas', en: 'Check the file' },
  before: { id: 'Unggahan sebelumnya', en: 'Earlier uploads' },
  preview: { id: 'Hasil pemeriksaan', en: 'What was found' },
  adds: {
    id: '{n} baris akan ditambahkan, {known} sudah tercatat, {refused} tidak dapat dipakai.',
    en: '{n} lines will be added, {known} are known, {refused} cannot be used.',
  },
  apply: { id: 'Tambahkan {n} baris', en: 'Add {n} lines' },
  nothing: {
    id: 'Tidak ada baris baru di berkas ini. Tidak ada yang perlu dilakukan.',
    en: 'There is no new line in this file. Nothing to do.',
  },
  applied: {
    id: 'Berkas ini sudah diterapkan: {n} ditambahkan, {known} sudah tercatat, {refused} tidak dipakai.',
    en: 'This file was applied: {n} added, {known} known, {refused} not used.',
  },
  line: { id: 'Baris', en: 'Line' },
  fate: { id: 'Yang terjadi', en: 'What happens' },
  what: { id: 'Program', en: 'Programme' },
  when: { id: 'Tanggal', en: 'Date' },
  result: { id: 'Hasil', en: 'Result' },
  waiting: { id: 'belum diterapkan', en: 'not applied yet' },
  more: {
    id: 'Ditampilkan {n} baris pertama yang tidak ditambahkan begitu saja.',
    en: 'Shown: the first {n} lines that are not simply added.',
  },
} as const satisfies Record<string, Text>
const w = UPLOAD_WORDS

const FATES: Readonly<Record<LineFate, Text>> = {
  add: { id: 'ditambahkan', en: 'added' },
  received: {
    id: 'dicatat sebagai laporan kedua; orangnya tetap dihitung sekali',
    en: 'kept as a second report; the person counts once',
  },
  known: { id: 'sudah tercatat, dilewati', en: 'known, skipped' },
  twice: { id: 'sama dengan baris sebelumnya, dilewati', en: 'same as an earlier line, skipped' },
  nobody: {
    id: 'tidak ditemukan di register; periksa NIK, atau nama, tanggal lahir, dan desanya',
    en: 'not found in the register; check the NIK, or name, birth date and village',
  },
  elsewhere: { id: 'sudah pindah atau meninggal', en: 'has moved or died' },
  'not-due': {
    id: 'tidak berhak atas layanan ini pada triwulan berjalan',
    en: 'not entitled to this service this quarter',
  },
  day: {
    id: 'tanggalnya di luar triwulan berjalan atau tidak terbaca',
    en: 'the date is outside this quarter or cannot be read',
  },
}

export function UploadsPage({
  view,
  action,
  errors = [],
  target,
}: {
  view: UploadsView
  action: string
  errors?: readonly Fault[]
  target?: string
}) {
  const language = useLanguage()
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>{say(w.title, language)}</h1>
        <p class="lead">{say(w.lead, language)}</p>
      </div>
      <form method="post" action={action} enctype="multipart/form-data" class="stack narrow" novalidate>
        <SelectField
          name="target"
          label={w.target}
          value={target}
          error={faultAt(errors, 'target')}
          options={view.targets.map((one) => ({
            value: one.value,
            label: `${one.programmeName}: ${say(one.serviceName, language)}`,
          }))}
        />
        <Upload
          name="file"
          samples={[]}
          accept=".csv,text/csv"
          label={w.file}
          hint={w.fileHint}
          error={faultAt(errors, 'file')}
        />
        <Button label={w.check} />
      </form>
      {view.uploads.length === 0 ? null : (
        <Table
          caption={w.before}
          showCaption
          phone="cards"
          columns={[
            { key: 'what', label: w.what, title: true },
            { key: 'when', label: w.when },
            { key: 'result', label: w.result },
          ]}
          rows={view.uploads.map((one) => ({
            cells: {
              what: (
                <a href={`${action}/${one.id}`}>
                  {one.programmeName}: {say(one.serviceName, language)}
                </a>
              ),
              when: day(one.on, language),
              result: one.isApplied ? `+${formatCount(one.added, language)}` : say(w.waiting, language),
            },
          }))}
        />
      )}
    </div>
  )
}

export function PreviewPage({ view, action }: { view: UploadPreview; action: string }) {
  const language = useLanguage()
  const count = (value: number) => formatCount(value, language)
  return (
    <div class="stack stack-l">
      <div class="stack narrow">
        <h1>{say(w.preview, language)}</h1>
        <p class="lead">
          {view.programmeName}: {say(view.serviceName, language)}
        </p>
        {view.applied === undefined ? (
          <p>
            {fill(say(w.adds, language), {
              n: count(view.writes),
              known: count(view.known),
              refused: count(view.refused),
            })}
          </p>
        ) : (
          <Notice
            tone="good"
            fact={fill(say(w.applied, language), {
              n: count(view.applied.added),
              known: count(view.applied.known),
              refused: count(view.applied.refused),
            })}
          />
        )}
        {view.applied !== undefined ? null : view.writes === 0 ? (
          <Notice fact={w.nothing} />
        ) : (
          <form method="post" action={action}>
            <Button label={fill(say(w.apply, language), { n: count(view.writes) })} />
          </form>
        )}
      </div>
      {view.odd.length === 0 ? null : (
        <>
          <Table
            caption={w.preview}
            phone="table"
            columns={[
              { key: 'line', label: w.line, title: true },
              { key: 'fate', label: w.fate },
            ]}
            rows={view.odd.map((one) => ({
              cells: {
                line: String(one.line),
                fate: (
                  <Badge
                    tone={
                      one.fate === 'received' || one.fate === 'known' ? 'work' : one.fate === 'twice' ? 'wait' : 'care'
                    }
                    label={FATES[one.fate]}
                  />
                ),
              },
            }))}
          />
          <p class="xs quiet">{fill(say(w.more, language), { n: view.odd.length })}</p>
        </>
      )}
    </div>
  )
}
