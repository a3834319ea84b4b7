// The questionnaire as a person meets it: one question on one small screen, four large answers in words, no script, no name. What was
// answered travels in hidden fields. Must stay true: pressing an answer answers and goes on; every page can be skipped or gone back from;
// nothing on these pages asks for or shows who the person is.
import { fill, say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Icon } from '../../platform/ui/icon.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import type { Edition } from './edition.ts'
import type { ExtraQuestion } from './period.ts'
import { ABOUT, COMMENT_LENGTH, carried, type Filled, type Page, pagesOf } from './questionnaire.ts'

export const SURVEY_WORDS = {
  title: { id: 'Bagaimana pelayanan kami?', en: 'How did we do?' },
  lead: {
    id: '{n} pertanyaan, kurang dari 90 detik. Tanpa nama, NIK, atau nomor telepon.',
    en: '{n} questions, under 90 seconds. No name, NIK or telephone number.',
  },
  about: { id: 'Tentang layanan: {service}', en: 'About the service: {service}' },
  safe: {
    id: 'Jawaban Anda tidak mengubah hasil urusan Anda.',
    en: 'Your answers do not change the outcome of your case.',
  },
  safeMore: {
    id: 'Jawaban disimpan terpisah dari permohonan dan dicampur dengan jawaban orang lain. Petugas tidak melihat jawaban satu orang.',
    en: 'Answers are kept apart from cases and mixed with those of others. Officers never see one person’s answers.',
  },
  start: { id: 'Mulai', en: 'Start' },
  of: { id: 'Pertanyaan {n} dari {all}', en: 'Question {n} of {all}' },
  extraOf: { id: 'Pertanyaan tambahan', en: 'One more question' },
  chosen: { id: 'jawaban Anda', en: 'your answer' },
  skip: { id: 'Lewati pertanyaan ini', en: 'Skip this question' },
  back: { id: 'Kembali', en: 'Back' },
  aboutTitle: { id: 'Sedikit tentang Anda', en: 'A little about you' },
  aboutLead: {
    id: 'Boleh dikosongkan semua. Dihitung terpisah dari jawaban Anda.',
    en: 'All may be left empty. Counted apart from your answers.',
  },
  next: { id: 'Lanjut', en: 'Continue' },
  commentTitle: { id: 'Ada saran?', en: 'Any suggestion?' },
  comment: { id: 'Saran Anda', en: 'Your suggestion' },
  commentHint: {
    id: 'Jangan tulis nama atau nomor Anda. Nomor telepon dan NIK kami tutup sebelum dibaca petugas.',
    en: 'Leave out your name and number. We hide telephone numbers and NIKs before staff read it.',
  },
  open: { id: 'Ke pertanyaan yang belum dijawab', en: 'To the question left open' },
  send: { id: 'Kirim jawaban', en: 'Send the answers' },
  answered: { id: '{n} dari {all} pertanyaan terjawab.', en: '{n} of {all} questions answered.' },
  thanks: { id: 'Jawaban Anda sudah kami terima', en: 'We have received your answers' },
  thanksLead: {
    id: 'Terima kasih. Hasil periode ini terbit untuk umum setelah {date}.',
    en: 'Thank you. The result of this period is published after {date}.',
  },
  closePage: { id: 'Anda boleh menutup halaman ini.', en: 'You may close this page.' },
  paid: { id: 'Layanan ini tidak dipungut biaya.', en: 'This service is free of charge.' },
  paidMore: {
    id: 'Bila Anda diminta membayar, laporkan langsung ke Inspektorat. Laporan itu terpisah dari survei ini.',
    en: 'If you were asked to pay, report it to the inspectorate directly. That report is separate from this survey.',
  },
  payment: { id: 'Saran Anda menyebut pembayaran.', en: 'Your suggestion speaks of a payment.' },
  complain: { id: 'Lapor ke Inspektorat', en: 'Report to the inspectorate' },
  refused: { id: 'Survei tidak dapat diisi', en: 'The survey cannot be filled in' },
  results: { id: 'Lihat hasil survei yang sudah terbit', en: 'See published results' },
} as const satisfies Record<string, Text>
const w = SURVEY_WORDS

export type QuestionnaireProps = {
  edition: Edition
  extras: readonly ExtraQuestion[]
  /** Number of the page among `pagesOf`. */
  at: number
  filled: Filled
  /** Where the form is posted: the address with the token. */
  action: string
  serviceName: Text
  /** Sentences of refusals, already in the language of the page. */
  errors?: readonly { readonly at?: string; readonly text: string }[]
}

/** One page of the questionnaire. */
export function QuestionnairePage(props: QuestionnaireProps) {
  const { edition, extras, at, filled, action, errors = [] } = props
  const page = pagesOf(edition, extras)[at] ?? { kind: 'start' as const }
  return (
    <form method="post" action={action} class="narrow stack stack-m" novalidate autocomplete="off">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="page" value={String(at)} />
      {carried(edition, page, filled).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Body {...props} page={page} />
      {/* Last in the source, so that the Enter key never goes back. */}
      {at > 0 ? <GoButton go="back" label={w.back} /> : null}
    </form>
  )
}

function GoButton({ go, label }: { go: 'back' | 'next' | 'open'; label: Text }) {
  const language = useLanguage()
  return (
    <p>
      <button type="submit" class="as-link" name="go" value={go}>
        {say(label, language)}
      </button>
    </p>
  )
}

function Body(props: QuestionnaireProps & { page: Page }) {
  const { page, edition, filled, serviceName } = props
  const language = useLanguage()
  if (page.kind === 'start')
    return (
      <>
        <h1>{say(w.title, language)}</h1>
        <p class="lead">{fill(say(w.lead, language), { n: edition.elements.length })}</p>
        <p>{fill(say(w.about, language), { service: say(serviceName, language) })}</p>
        <Notice fact={w.safe} text={w.safeMore} icon="lock" />
        <Button label={w.start} name="go" value="next" />
      </>
    )
  if (page.kind === 'question') {
    const { element, number, of } = page
    const chosen = filled.answers[number - 1]
    return (
      <>
        <Progress now={number} all={of} label={fill(say(w.of, language), { n: number, all: of })} />
        <fieldset class="field stack">
          <legend>
            <h1 class="as-title">{say(element.question, language)}</h1>
          </legend>
          <Answers
            name={element.code}
            answers={element.answers.map((a) => ({ value: a.value, label: { id: a.id, en: a.en } }))}
            chosen={chosen}
          />
        </fieldset>
        <GoButton go="next" label={w.skip} />
      </>
    )
  }
  if (page.kind === 'extra') {
    const { question } = page
    return (
      <>
        <p class="s quiet">{say(w.extraOf, language)}</p>
        <fieldset class="field stack">
          <legend>
            <h1 class="as-title">{say(question.question, language)}</h1>
          </legend>
          <Answers
            name={`x-${question.key}`}
            answers={question.answers.map((label, i) => ({ value: i + 1, label }))}
            chosen={filled.extras[question.key]}
          />
        </fieldset>
        <GoButton go="next" label={w.skip} />
      </>
    )
  }
  if (page.kind === 'about')
    return (
      <>
        <h1>{say(w.aboutTitle, language)}</h1>
        <p class="quiet">{say(w.aboutLead, language)}</p>
        {ABOUT.map(({ name, label, values }) => (
          <SelectField name={name} label={label} options={values} value={filled.about[name]} optional />
        ))}
        <Button label={w.next} name="go" value="next" />
      </>
    )
  const answered = filled.answers.filter((answer) => answer !== null).length
  return (
    <>
      <h1>{say(w.commentTitle, language)}</h1>
      <Field
        name="comment"
        kind="lines"
        label={w.comment}
        hint={w.commentHint}
        value={filled.comment}
        maxlength={COMMENT_LENGTH}
        optional
      />
      <p class="s quiet">{fill(say(w.answered, language), { n: answered, all: filled.answers.length })}</p>
      <Button label={w.send} name="go" value="send" icon="send" />
      {answered < filled.answers.length ? <GoButton go="open" label={w.open} /> : null}
    </>
  )
}

function Answers({
  name,
  answers,
  chosen,
}: {
  name: string
  answers: readonly { value: number; label: Text }[]
  chosen: number | null | undefined
}) {
  const language = useLanguage()
  return (
    <div class="choices">
      {answers.map(({ value, label }) => (
        <button
          type="submit"
          class={value === chosen ? 'btn btn-fill' : 'btn btn-2 btn-fill'}
          name={name}
          value={String(value)}
        >
          {value === chosen ? <Icon name="check" /> : null}
          <span>
            {say(label, language)}
            {value === chosen ? <span class="hide">, {say(w.chosen, language)}</span> : null}
          </span>
        </button>
      ))}
    </div>
  )
}

function Progress({ now, all, label }: { now: number; all: number; label: string }) {
  return (
    <div>
      <p class="s quiet">{label}</p>
      <div class="bars" aria-hidden="true">
        {Array.from({ length: all }, (_, i) => (
          <i class={i + 1 < now ? 'done' : i + 1 === now ? 'now' : undefined} />
        ))}
      </div>
    </div>
  )
}

export type ThanksProps = {
  /** First day on which the result can be public, in words. */
  publishedAfter: string
  /** Why the way to the inspectorate is offered, and where it is; the address carries nothing of the answer. */
  complaint?: { readonly because: 'cost' | 'comment'; readonly href: string }
  resultsHref: string
}

export function ThanksPage({ publishedAfter, complaint, resultsHref }: ThanksProps) {
  const language = useLanguage()
  return (
    <div class="narrow stack stack-l">
      <section class="result stack">
        <h1>
          <Icon name="check" />
          {say(w.thanks, language)}
        </h1>
        <p>{fill(say(w.thanksLead, language), { date: publishedAfter })}</p>
      </section>
      {complaint ? (
        <Notice tone="care" icon="flag" fact={complaint.because === 'cost' ? w.paid : w.payment} text={w.paidMore}>
          <p>
            <a href={complaint.href} rel="noreferrer">
              {say(w.complain, language)}
            </a>
          </p>
        </Notice>
      ) : null}
      <p>
        {say(w.closePage, language)}{' '}
        <a href={resultsHref} rel="noreferrer">
          {say(w.results, language)}
        </a>
      </p>
    </div>
  )
}

/** A token that opens nothing now; `sentence` is the refusal in words. */
export function SurveyRefusedPage({ sentence, resultsHref }: { sentence: string; resultsHref: string }) {
  const language = useLanguage()
  return (
    <div class="narrow stack stack-m">
      <h1>{say(w.refused, language)}</h1>
      <p class="lead">{sentence}</p>
      <p>
        <a href={resultsHref} rel="noreferrer">
          {say(w.results, language)}
        </a>
      </p>
    </div>
  )
}
