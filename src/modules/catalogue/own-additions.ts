// What a region adds to a service on a page: one more approval, its own questions and papers. From a form to an overlay and back.
// Pure. Must stay true: what is there already stays word for word while it is ticked; a new key carries the region's prefix
// and never meets another one; both languages are given.
import { accept, type Refusal, type Result, refuseAll } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { CompiledService } from './compile.ts'
import { type Overlay, withApproval } from './overlay.ts'

export const QUESTION_TYPES = ['text', 'longtext', 'yes-no', 'integer', 'date'] as const
type QuestionType = (typeof QUESTION_TYPES)[number]
export type AdditionsForm = {
  /** The officer's role that approves once more; empty for none. */
  readonly approval: string
  /** Keys and ids of what is there already and stays. */
  readonly keepQuestions: readonly string[]
  readonly keepPapers: readonly string[]
  readonly question: { readonly page: string; readonly id: string; readonly en: string; readonly type: string }
  readonly questionMust: boolean
  readonly paper: { readonly id: string; readonly en: string; readonly hintId: string; readonly hintEn: string }
  readonly paperMust: boolean
}
type Additions = Pick<Overlay, 'approval' | 'addQuestions' | 'addDocuments'>
const BEFORE = 'signing'
const MOST_LETTERS = 160
/** So many a region adds on the page; more is a service of its own. */
export const MOST_ADDED = 12

const NOTHING = {
  question: { page: '', id: '', en: '', type: 'text' },
  questionMust: false,
  paper: { id: '', en: '', hintId: '', hintEn: '' },
  paperMust: false,
} as const

export function additionsOf(overlay: Overlay): AdditionsForm {
  return {
    approval: overlay.approval?.role ?? '',
    keepQuestions: (overlay.addQuestions ?? []).map(({ field }) => field.key),
    keepPapers: (overlay.addDocuments ?? []).map(({ id }) => id),
    ...NOTHING,
  }
}

const approvalBy = (role: string, label: Text): NonNullable<Overlay['approval']> => ({
  before: BEFORE,
  role,
  label: { id: `Persetujuan ${label.id.toLowerCase()}`, en: `Approval by the ${label.en.toLowerCase()}` },
  next: {
    id: 'Menunggu satu persetujuan lagi sebelum ditandatangani.',
    en: 'Waiting for one more approval before it is signed.',
  },
})

/** Roles that may approve once more before signing; none where the process has no such place. */
export function approvingRoles(published: CompiledService): readonly { readonly id: string; readonly label: Text }[] {
  const { process } = published
  return process.roles
    .filter(({ kind }) => kind === 'officer')
    .filter(({ id, label }) => withApproval(process, approvalBy(id, label)) !== undefined)
}

/** Refusals: `own-approval`, `own-question`, `own-paper` (a text is missing), `own-too-many`. */
export function withAdditions(published: CompiledService, overlay: Overlay, form: AdditionsForm): Result<Additions> {
  const refusals: Refusal[] = []
  const role = approvingRoles(published).find(({ id }) => id === form.approval)
  if (form.approval !== '' && role === undefined) refusals.push({ code: 'own-approval', at: 'approval' })
  const approval =
    role === undefined
      ? undefined
      : overlay.approval?.role === role.id
        ? overlay.approval
        : approvalBy(role.id, role.label)
  const questions = (overlay.addQuestions ?? []).filter(({ field }) => form.keepQuestions.includes(field.key))
  const papers = (overlay.addDocuments ?? []).filter(({ id }) => form.keepPapers.includes(id))
  const question = newQuestion(
    published,
    questions.map(({ field }) => field.key),
    form,
  )
  if (question === 'missing') refusals.push({ code: 'own-question', at: 'questionId' })
  const paper = newPaper(
    papers.map(({ id }) => id),
    form,
  )
  if (paper === 'missing') refusals.push({ code: 'own-paper', at: 'paperId' })
  if (questions.length >= MOST_ADDED && question !== undefined)
    refusals.push({ code: 'own-too-many', at: 'questionId' })
  if (papers.length >= MOST_ADDED && paper !== undefined) refusals.push({ code: 'own-too-many', at: 'paperId' })
  if (refusals.length > 0 || question === 'missing' || paper === 'missing') return refuseAll(refusals)
  const addQuestions = [...questions, ...(question === undefined ? [] : [question])]
  const addDocuments = [...papers, ...(paper === undefined ? [] : [paper])]
  return accept({
    ...(approval === undefined ? {} : { approval }),
    ...(addQuestions.length === 0 ? {} : { addQuestions }),
    ...(addDocuments.length === 0 ? {} : { addDocuments }),
  })
}

const textOf = (id: string, en: string): Text => ({
  id: [...id.trim()].slice(0, MOST_LETTERS).join(''),
  en: [...en.trim()].slice(0, MOST_LETTERS).join(''),
})
const isWhole = (text: Text): boolean => text.id !== '' && text.en !== ''
const isType = (word: string): word is QuestionType => QUESTION_TYPES.some((one) => one === word)

function newQuestion(
  published: CompiledService,
  taken: readonly string[],
  { question, questionMust }: AdditionsForm,
): NonNullable<Overlay['addQuestions']>[number] | 'missing' | undefined {
  const label = textOf(question.id, question.en)
  if (label.id === '' && label.en === '') return undefined
  const page = published.pages.find(({ id }) => id === question.page)?.id
  if (!isWhole(label) || page === undefined || !isType(question.type)) return 'missing'
  const words = wordsOf(label.id)
  const name = words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')
  const key = free(`local${name === '' ? 'Question' : name}`, (one) => taken.includes(one) || one in published.fields)
  return { page, field: { key, type: question.type, label, required: questionMust } }
}

function newPaper(
  taken: readonly string[],
  { paper, paperMust }: AdditionsForm,
): NonNullable<Overlay['addDocuments']>[number] | 'missing' | undefined {
  const label = textOf(paper.id, paper.en)
  const hint = textOf(paper.hintId, paper.hintEn)
  if ([label, hint].every((text) => text.id === '' && text.en === '')) return undefined
  if (!isWhole(label) || !isWhole(hint)) return 'missing'
  const words = wordsOf(label.id)
  const id = free(`local-${words.length === 0 ? 'paper' : words.join('-')}`, (one) => taken.includes(one), '-')
  return { id, label, hint, sample: 'letter', required: paperMust }
}

/** The first words of a label in plain letters. */
function wordsOf(label: string): readonly string[] {
  return (
    label
      .toLowerCase()
      .normalize('NFD')
      .match(/[a-z]+/g) ?? []
  )
    .slice(0, 4)
    .map((word) => word.slice(0, 12))
}

function free(name: string, isTaken: (name: string) => boolean, joint = ''): string {
  for (let nth = 1; ; nth++) {
    const tried = nth === 1 ? name : `${name}${joint}${nth}`
    if (!isTaken(tried)) return tried
  }
}
