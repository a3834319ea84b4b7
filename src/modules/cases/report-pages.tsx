// An institution's report and what waits at the office. Short forms: what the hospital knows, no more; what the family knows
// the family is asked.
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { PageFault } from './assist-pages.tsx'
import { FormField } from './form-fields.tsx'
import type { ReportForm, ReportPost, ReportView, WaitingView } from './report-port.ts'
import { CASE_WORDS } from './words.ts'

const t = (id: string, en: string): Text => ({ id, en })
export const REPORT_WORDS = {
  title: t('Laporkan kejadian', 'Report an event'),
  lead: t(
    'Laporan Anda menjadi permohonan yang siap diperiksa keluarganya. Keluarga yang mengirim; kantor yang memutuskan.',
    'Your report becomes an application ready for the family to check. The family sends it; the office decides.',
  ),
  choose: t('Apa yang Anda laporkan?', 'What do you report?'),
  back: t('Jenis laporan lain', 'Another kind of report'),
  by: t('Dilaporkan oleh {unit}', 'Reported by {unit}'),
  number: t('Nomor surat atau nomor rekam Anda', 'Number of your paper or record'),
  numberHint: t(
    'Misalnya nomor surat keterangan lahir. Laporan dengan nomor sama tidak tercatat dua kali.',
    'For example of the birth statement. The same number is not kept twice.',
  ),
  phone: t('Nomor ponsel keluarga', "The family's phone number"),
  phoneHint: t(
    'Bila diketahui. Kami hanya mengabarkan bahwa ada yang perlu diperiksa, tanpa nama dan tanpa isi.',
    'If known. We only say that something waits to be checked: no name, no contents.',
  ),
  lines: t('Daftar siswa', 'List of pupils'),
  linesHint: t(
    'Satu anak satu baris: NIK; nama lengkap. Boleh disalin dari lembar kerja. Paling banyak 100.',
    'One child a line: NIK; full name. May be pasted from a spreadsheet. At most 100.',
  ),
  send: t('Kirim laporan', 'Send the report'),
  thanks: t('Laporan diterima.', 'The report is received.'),
  thanksText: t(
    'Keluarga dikabari bila datanya kami temukan. Bila tidak, petugas kami menghubungi unit Anda. Demi kerahasiaan hasil pencocokan tidak ditampilkan di sini.',
    'The family is told when we find them. If not, our officers contact your unit. For privacy the result of matching is not shown here.',
  ),
  sent: t('Yang sudah dilaporkan akun ini', 'Reported by this account'),
  sentEmpty: t('Belum ada laporan', 'No report yet'),
  sentEmptyText: t(
    'Laporan yang Anda kirim tampil di sini dengan waktunya.',
    'What you send appears here with its time.',
  ),
  kind: t('Laporan', 'Report'),
  unit: t('Unit', 'Unit'),
  at: t('Waktu', 'Time'),
  waiting: t('Laporan yang belum bertemu keluarganya', 'Reports that met no family yet'),
  waitingLead: t(
    'NIK dan nama ini tidak cocok dengan register, atau keluarganya tidak ditemukan. Perbaiki dari surat laporannya, atau tutup.',
    'NIK and name fit nobody, or no family was found. Correct them from the paper, or close the report.',
  ),
  waitingEmpty: t('Semua laporan sudah bertemu keluarganya', 'Every report met its family'),
  waitingEmptyText: t(
    'Laporan rumah sakit, KUA, pengadilan, dan sekolah yang NIK dan namanya tidak cocok muncul di sini.',
    'Reports of hospitals, religious affairs offices, courts and schools whose NIK and name fit nobody appear here.',
  ),
  match: t('Cocokkan', 'Match'),
  close: t('Tutup tanpa permohonan', 'Close without an application'),
  tab: t('Laporan masuk', 'Reports'),
} as const satisfies Record<string, Text>
const w = REPORT_WORDS

export function ReportPage({
  base,
  view,
  typed,
  errors,
  done,
  language,
}: {
  base: string
  view: ReportView
  typed: ReportPost
  errors: readonly PageFault[]
  done: boolean
  language: Language
}) {
  return (
    <div class="stack stack-xl">
      <div class="stack stack-l narrow">
        <ErrorSummary errors={errors} />
        <div class="stack">
          <h1>{say(view.form === undefined ? w.title : view.form.kind.label, language)}</h1>
          <p class="lead">{say(w.lead, language)}</p>
        </div>
        {done ? <Notice tone="good" fact={w.thanks} text={w.thanksText} /> : null}
        {view.form === undefined ? (
          <section class="stack" aria-labelledby="h-choose">
            <h2 id="h-choose">{say(w.choose, language)}</h2>
            <ul class="rows">
              {view.kinds.map((kind) => (
                <li>
                  <a href={`${base}/report?kind=${kind.id}`}>
                    <span>
                      <b>{say(kind.label, language)}</b>
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ) : (
          <ReportBox base={base} form={view.form} typed={typed} errors={errors} language={language} />
        )}
        {view.form !== undefined && view.kinds.length > 1 ? (
          <p>
            <a href={`${base}/report`}>{say(w.back, language)}</a>
          </p>
        ) : null}
      </div>
      <section class="stack" aria-labelledby="h-sent">
        <h2 id="h-sent">{say(w.sent, language)}</h2>
        {view.sent.length === 0 ? (
          <EmptyState title={w.sentEmpty} text={w.sentEmptyText} />
        ) : (
          <Table
            caption={w.sent}
            columns={[
              { key: 'kind', label: w.kind, title: true },
              { key: 'unit', label: w.unit, optional: true },
              { key: 'at', label: w.at },
            ]}
            rows={view.sent.map((line) => ({
              cells: { kind: say(line.label, language), unit: line.unit, at: line.at },
            }))}
          />
        )}
      </section>
    </div>
  )
}

function ReportBox({
  base,
  form,
  typed,
  errors,
  language,
}: {
  base: string
  form: ReportForm
  typed: ReportPost
  errors: readonly PageFault[]
  language: Language
}) {
  const error = (name: string): string | undefined => errors.find((one) => one.at === name)?.text
  const byName: Record<string, string> = {}
  for (const one of errors) if (one.at !== undefined) byName[one.at] ??= one.text
  const data = {
    values: typed.fields,
    errors: byName,
    candidates: {},
    villages: {},
    villageSource: `${base}/villages`,
    pictures: {},
  }
  return (
    <form method="post" action={`${base}/report?kind=${form.kind.id}`} class="stack stack-l">
      <p class="quiet">{fill(say(w.by, language), { unit: form.unit })}</p>
      {form.kind.list === true ? (
        <Field
          name="lines"
          kind="lines"
          rows={10}
          label={w.lines}
          hint={w.linesHint}
          value={typed.lines}
          error={error('lines')}
        />
      ) : (
        <fieldset class="stack stack-m">
          <legend>
            <b>{say(form.kind.about, language)}</b>
          </legend>
          <Field name="nik" kind="number" width={16} label={CASE_WORDS.nik} value={typed.nik} error={error('nik')} />
          <Field name="name" label={CASE_WORDS.name} value={typed.name} autocapitalize="words" error={error('name')} />
        </fieldset>
      )}
      {form.fields.map(({ field, optional }) => (
        <FormField field={field} form={data} optional={optional} />
      ))}
      {form.kind.list === true ? null : (
        <>
          <Field
            name="number"
            label={w.number}
            hint={w.numberHint}
            value={typed.number}
            width={16}
            error={error('number')}
          />
          <Field
            name="phone"
            kind="tel"
            width={16}
            label={w.phone}
            hint={w.phoneHint}
            value={typed.phone}
            error={error('phone')}
            optional
          />
        </>
      )}
      <Button label={w.send} />
    </form>
  )
}

export function WaitingPage({
  base,
  view,
  typed,
  errors,
  language,
}: {
  base: string
  view: WaitingView
  typed?: { readonly reportId: string; readonly nik: string; readonly name: string }
  errors: readonly PageFault[]
  language: Language
}) {
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>{say(w.waiting, language)}</h1>
        <p class="lead">{say(w.waitingLead, language)}</p>
      </div>
      {view.lines.length === 0 ? <EmptyState level={2} title={w.waitingEmpty} text={w.waitingEmptyText} /> : null}
      {view.lines.map((line) => {
        const mine = typed?.reportId === line.reportId ? typed : undefined
        return (
          <section class="panel stack narrow" aria-labelledby={`h-${line.reportId}`}>
            <h2 id={`h-${line.reportId}`} class="h3">
              {say(line.label, language)}
            </h2>
            <p class="s quiet">
              {line.unit}. {line.at}.
            </p>
            <form method="post" action={`${base}/office/reports/${line.reportId}/match`} class="stack">
              <p>
                <b>{say(line.about, language)}</b>
              </p>
              <Field
                name="nik"
                id={`nik-${line.reportId}`}
                kind="number"
                width={16}
                label={CASE_WORDS.nik}
                value={mine?.nik ?? line.nik}
                error={mine === undefined ? undefined : errors[0]?.text}
              />
              <Field
                name="name"
                id={`name-${line.reportId}`}
                label={CASE_WORDS.name}
                value={mine?.name ?? line.name}
                autocapitalize="words"
              />
              <Button kind="second" label={w.match} hidden={line.name} />
            </form>
            <form method="post" action={`${base}/office/reports/${line.reportId}/close`}>
              <Button kind="harm" small label={w.close} hidden={line.name} />
            </form>
          </section>
        )
      })}
    </div>
  )
}
