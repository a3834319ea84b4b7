// The part of the settings form in which a region adds an approval, a question, a paper. Must stay true: what was typed comes back;
// what is there already is a tick, so that taking it away is as plain as leaving it.
import { type Language, say, type Text } from '../../kernel/text.ts'
import { Tick } from '../../platform/ui/choice-cards.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { type AdditionsForm, QUESTION_TYPES } from './own-additions.ts'
import type { AdditionsView } from './wish-port.ts'

const t = (id: string, en: string): Text => ({ id, en })
const w = {
  approval: t('Satu persetujuan lagi sebelum tanda tangan', 'One more approval before signing'),
  approvalHint: t(
    'Kosongkan bila tidak perlu. Orangnya harus lain daripada pemeriksa, pengesah, dan penanda tangan.',
    'Leave empty for none. It must be another person than those who verify, validate and sign.',
  ),
  questions: t('Pertanyaan sendiri', 'Own questions'),
  papers: t('Dokumen sendiri', 'Own papers'),
  keep: t('Tetap: {label}', 'Keep: {label}'),
  keepHint: t('Hapus centang untuk tidak menanyakan atau memintanya lagi.', 'Untick what is no longer asked for.'),
  addQuestion: t('Tambah satu pertanyaan', 'Add a question'),
  addPaper: t('Tambah satu dokumen', 'Add a paper'),
  optional: t('Kosongkan bila tidak ada.', 'Leave empty for none.'),
  labelId: t('Pertanyaan, bahasa Indonesia', 'Question, in Indonesian'),
  labelEn: t('Pertanyaan, bahasa Inggris', 'Question, in English'),
  page: t('Di halaman', 'On the page'),
  type: t('Jawabannya', 'Its answer'),
  must: t('Wajib dijawab', 'Must be answered'),
  paperId: t('Nama dokumen, bahasa Indonesia', 'Name of the paper, in Indonesian'),
  paperEn: t('Nama dokumen, bahasa Inggris', 'Name of the paper, in English'),
  hintId: t('Dokumen yang baik seperti apa? Bahasa Indonesia', 'What is a good one? In Indonesian'),
  hintEn: t('Dokumen yang baik seperti apa? Bahasa Inggris', 'What is a good one? In English'),
  paperMust: t('Wajib dilampirkan', 'Must be attached'),
} as const
const TYPE_WORDS: Readonly<Record<(typeof QUESTION_TYPES)[number], Text>> = {
  text: t('Satu baris kata', 'One line of words'),
  longtext: t('Beberapa baris kata', 'Several lines of words'),
  'yes-no': t('Ya atau tidak', 'Yes or no'),
  integer: t('Bilangan bulat', 'A whole number'),
  date: t('Tanggal', 'A date'),
}

export function AdditionsFields({
  view,
  form,
  faultOf,
  language,
}: {
  view: AdditionsView
  form: AdditionsForm
  faultOf: (name: string) => { error?: string }
  language: Language
}) {
  const kept = (name: string, label: Text, all: AdditionsView['questions'], ticked: readonly string[]) =>
    all.length === 0 ? null : (
      <fieldset class="stack stack-s">
        <legend>{say(label, language)}</legend>
        <p class="quiet s">{say(w.keepHint, language)}</p>
        {all.map((one) => (
          <Tick
            name={name}
            id={`${name}-${one.value}`}
            value={one.value}
            label={{ id: w.keep.id.replace('{label}', one.label.id), en: w.keep.en.replace('{label}', one.label.en) }}
            checked={ticked.includes(one.value)}
          />
        ))}
      </fieldset>
    )
  return (
    <>
      {view.roles.length === 0 ? null : (
        <SelectField
          name="approval"
          label={w.approval}
          hint={w.approvalHint}
          value={form.approval}
          options={view.roles}
          {...faultOf('approval')}
        />
      )}
      {kept('keepQuestions', w.questions, view.questions, form.keepQuestions)}
      <fieldset class="stack stack-m">
        <legend>{say(w.addQuestion, language)}</legend>
        <p class="quiet s">{say(w.optional, language)}</p>
        <Field
          name="questionId"
          label={w.labelId}
          value={form.question.id}
          maxlength={160}
          {...faultOf('questionId')}
        />
        <Field name="questionEn" label={w.labelEn} value={form.question.en} maxlength={160} />
        <SelectField name="questionPage" label={w.page} value={form.question.page} options={view.pages} />
        <SelectField
          name="questionType"
          label={w.type}
          value={form.question.type}
          options={QUESTION_TYPES.map((value) => ({ value, label: TYPE_WORDS[value] }))}
        />
        <Tick name="questionMust" label={w.must} checked={form.questionMust} />
      </fieldset>
      {kept('keepPapers', w.papers, view.papers, form.keepPapers)}
      <fieldset class="stack stack-m">
        <legend>{say(w.addPaper, language)}</legend>
        <p class="quiet s">{say(w.optional, language)}</p>
        <Field name="paperId" label={w.paperId} value={form.paper.id} maxlength={160} {...faultOf('paperId')} />
        <Field name="paperEn" label={w.paperEn} value={form.paper.en} maxlength={160} />
        <Field name="paperHintId" label={w.hintId} value={form.paper.hintId} maxlength={160} />
        <Field name="paperHintEn" label={w.hintEn} value={form.paper.hintEn} maxlength={160} />
        <Tick name="paperMust" label={w.paperMust} checked={form.paperMust} />
      </fieldset>
    </>
  )
}
