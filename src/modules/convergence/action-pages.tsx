// The eight actions of a year and one action with its evidence and history. Must stay true: who submitted is not offered to verify.
import { formatCount } from '../../kernel/rupiah.ts'
import { fill, say, type Text } from '../../kernel/text.ts'
import { Badge, type BadgeTone } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { Chips } from '../../platform/ui/chips.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { Timeline } from '../../platform/ui/timeline.tsx'
import { Upload } from '../../platform/ui/upload.tsx'
import { type FormState, fieldsOf, PanelForm } from './form-parts.tsx'
import { day, faultAt, scoreOf } from './page-parts.tsx'
import type { ActionsView, ActionView } from './planning-port.ts'
import type { ActionStatus } from './tables.ts'

export const ACTION_WORDS = {
  mine: {
    id: 'Anda yang menyusun, jadi orang lain yang mengesahkan.',
    en: 'You drafted it, so someone else confirms.',
  },
  actions: { id: 'Delapan aksi konvergensi', en: 'Eight convergence actions' },
  actionsLead: {
    id: '{done} dari {all} aksi tahun {year} terverifikasi.',
    en: '{done} of {all} actions of {year} are verified.',
  },
  action: { id: 'Aksi', en: 'Action' },
  status: { id: 'Keadaan', en: 'State' },
  due: { id: 'Batas', en: 'Due' },
  late: { id: 'lewat batas', en: 'past due' },
  evidence: { id: 'Bukti', en: 'Evidence' },
  score: { id: 'Nilai provinsi', en: 'Provincial score' },
  year: { id: 'Tahun', en: 'Year' },
  output: { id: 'Keluaran: {output}', en: 'Output: {output}' },
  add: { id: 'Tambahkan bukti atau catatan', en: 'Add evidence or a comment' },
  kind: { id: 'Jenis', en: 'Kind' },
  isEvidence: { id: 'Bukti keluaran', en: 'Evidence of the output' },
  isComment: { id: 'Catatan', en: 'Comment' },
  body: { id: 'Isi', en: 'Text' },
  bodyHint: { id: 'Judul dokumen, nomor, atau catatan', en: 'Title or number of the document, or a comment' },
  file: { id: 'Berkas', en: 'File' },
  addIt: { id: 'Tambahkan', en: 'Add' },
  history: { id: 'Riwayat', en: 'History' },
  withFile: { id: 'Buka berkas', en: 'Open the file' },
} as const satisfies Record<string, Text>
const w = ACTION_WORDS

const STATUS: Readonly<Record<ActionStatus, { readonly name: Text; readonly tone: BadgeTone }>> = {
  'not-started': { name: { id: 'belum dimulai', en: 'not started' }, tone: 'wait' },
  'in-work': { name: { id: 'dikerjakan', en: 'in work' }, tone: 'work' },
  submitted: { name: { id: 'dikirim', en: 'submitted' }, tone: 'work' },
  verified: { name: { id: 'terverifikasi', en: 'verified' }, tone: 'done' },
}
const MOVES: Readonly<Record<ActionStatus, readonly { readonly to: ActionStatus; readonly label: Text }[]>> = {
  'not-started': [{ to: 'in-work', label: { id: 'Mulai kerjakan', en: 'Start work' } }],
  'in-work': [{ to: 'submitted', label: { id: 'Kirim untuk diverifikasi', en: 'Submit for verification' } }],
  submitted: [
    { to: 'verified', label: { id: 'Verifikasi', en: 'Verify' } },
    { to: 'in-work', label: { id: 'Kembalikan', en: 'Send back' } },
  ],
  verified: [],
}
export function ActionsPage({ view, base }: { view: ActionsView; base: string }) {
  const language = useLanguage()
  const done = view.lines.filter((one) => one.status === 'verified').length
  return (
    <div class="stack stack-l">
      <div class="stack">
        <h1>{say(view.editionName, language)}</h1>
        <p class="lead narrow">
          {fill(say(w.actionsLead, language), { done, all: view.lines.length, year: view.year })}
        </p>
        <Chips
          label={w.year}
          chips={view.years.map((year) => ({
            href: `${base}/actions/${year}`,
            label: String(year),
            current: year === view.year,
          }))}
        />
      </div>
      <Table
        caption={w.actions}
        phone="cards"
        columns={[
          { key: 'action', label: w.action, title: true },
          { key: 'status', label: w.status },
          { key: 'due', label: w.due },
          { key: 'evidence', label: w.evidence, end: true },
          { key: 'score', label: w.score, end: true },
        ]}
        rows={view.lines.map((one) => ({
          ...(one.isLate ? { tone: 'late' as const } : {}),
          cells: {
            action: (
              <div>
                {one.code}. <a href={`${base}/actions/${view.year}/${one.code}`}>{say(one.name, language)}</a>
              </div>
            ),
            status: <Badge tone={STATUS[one.status].tone} label={STATUS[one.status].name} />,
            due: `${day(one.dueOn, language)}${one.isLate ? `, ${say(w.late, language)}` : ''}`,
            evidence: formatCount(one.evidence, language),
            score: scoreOf(one.score, language),
          },
        }))}
      />
    </div>
  )
}

export function ActionPage({
  view,
  action,
  typed = {},
  errors = [],
}: { view: ActionView; action: string } & FormState) {
  const language = useLanguage()
  const f = fieldsOf({ typed, errors })
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>
          {view.code}. {say(view.name, language)}, {view.year}
        </h1>
        <p class="lead">{fill(say(w.output, language), { output: say(view.output, language) })}</p>
        <p>
          <Badge tone={STATUS[view.status].tone} label={STATUS[view.status].name} /> {say(w.due, language)}{' '}
          {day(view.dueOn, language)}
          {view.isLate ? `, ${say(w.late, language)}` : ''}.{' '}
          {view.score === null ? '' : `${say(w.score, language)} ${scoreOf(view.score, language)}.`}
        </p>
        {!view.mayPlan ? null : view.status === 'submitted' && view.isMine ? (
          <p class="quiet">{say(w.mine, language)}</p>
        ) : (
          MOVES[view.status].map((move, index) => (
            <form method="post" action={`${action}/status`} class="row">
              <input type="hidden" name="status" value={move.to} />
              {move.to === 'verified' ? (
                <Field {...f.of('score')} kind="number" decimal optional width={4} label={w.score} />
              ) : null}
              <Button kind={index === 0 ? 'main' : 'second'} label={move.label} />
            </form>
          ))
        )}
      </div>
      <div class="split">
        <section class="stack" aria-labelledby="h-history">
          <h2 id="h-history">{say(w.history, language)}</h2>
          {view.notes.length === 0 ? (
            <p class="quiet">{say(STATUS['not-started'].name, language)}</p>
          ) : (
            <Timeline
              items={view.notes.map((one) => ({
                title:
                  one.kind === 'status'
                    ? (STATUS[one.body as ActionStatus]?.name ?? one.body)
                    : one.kind === 'evidence'
                      ? w.isEvidence
                      : w.isComment,
                state: 'done' as const,
                at: { iso: one.on, words: day(one.on, language) },
                text:
                  one.kind === 'status' ? undefined : one.hasFile ? (
                    <>
                      {one.body}{' '}
                      <a href={`${action}/evidence/${one.id}`}>
                        {say(w.withFile, language)}
                        <span class="hide">, {day(one.on, language)}</span>
                      </a>
                    </>
                  ) : (
                    one.body
                  ),
              }))}
            />
          )}
        </section>
        {!view.mayPlan ? null : (
          <PanelForm action={`${action}/uploads`} title={w.add} send={w.addIt} kind="second" look="side" files>
            <SelectField
              {...f.of('kind', 'evidence')}
              label={w.kind}
              options={[
                { value: 'evidence', label: w.isEvidence },
                { value: 'comment', label: w.isComment },
              ]}
            />
            <Field {...f.of('body')} kind="lines" rows={3} label={w.body} hint={w.bodyHint} />
            <Upload
              name="file"
              optional
              samples={[]}
              accept="application/pdf,image/*"
              label={w.file}
              error={faultAt(errors, 'file')}
            />
          </PanelForm>
        )}
      </div>
    </div>
  )
}
