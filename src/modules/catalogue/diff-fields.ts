// Differences between the questions of two revisions. Must stay true: whatever can make an answer already given invalid
// is of severity `answers`.
import type { Text } from '../../kernel/text.ts'
import type { CompiledService } from './compile.ts'
import { type Difference, difference, same } from './difference.ts'
import type { Field } from './field-types/all.ts'
import { type ChoiceField, optionsOf } from './field-types/choice.ts'

export function diffFields(before: CompiledService, after: CompiledService): readonly Difference[] {
  const found: Difference[] = []
  for (const field of Object.values(before.fields))
    if (after.fields[field.key] === undefined)
      found.push(said('field-removed', field, 'answers', 'Pertanyaan dihapus: {label}.', 'Question removed: {label}.'))
  for (const field of Object.values(after.fields)) {
    const old = before.fields[field.key]
    if (old === undefined) {
      const words =
        field.required === false
          ? ['Pertanyaan baru, boleh dikosongkan: {label}.', 'New optional question: {label}.']
          : ['Pertanyaan baru yang wajib: {label}.', 'New required question: {label}.']
      found.push(said('field-added', field, 'question', words[0]!, words[1]!))
    } else found.push(...diffField(old, field))
    if (old !== undefined && before.pageOf[field.key] !== after.pageOf[field.key])
      found.push(
        said(
          'field-page',
          field,
          'wording',
          'Pertanyaan pindah halaman: {label}.',
          'Question moved to another page: {label}.',
        ),
      )
  }
  return found
}

function diffField(old: Field, now: Field): readonly Difference[] {
  if (old.type !== now.type)
    return [
      said('field-type', now, 'answers', 'Jenis jawaban berubah: {label}.', 'The kind of answer changed: {label}.'),
    ]
  const found: Difference[] = []
  if (!same(old.required, now.required))
    found.push(
      said(
        'field-required',
        now,
        'question',
        'Wajib tidaknya berubah: {label}.',
        'Whether it must be answered changed: {label}.',
      ),
    )
  if (!same(old.when, now.when))
    found.push(
      said(
        'field-when',
        now,
        'question',
        'Pertanyaan muncul dengan syarat lain: {label}.',
        'The question appears under another condition: {label}.',
      ),
    )
  if (!same([old.prefill, old.derive], [now.prefill, now.derive]))
    found.push(
      said(
        'field-known',
        now,
        'question',
        'Yang diambil dari catatan berubah: {label}.',
        'What is taken from the records changed: {label}.',
      ),
    )
  if (old.type === 'choice' && now.type === 'choice') found.push(...diffOptions(old, now))
  if (!same(limitsOf(old), limitsOf(now)))
    found.push(
      said(
        'field-limits',
        now,
        'answers',
        'Batas jawaban berubah: {label}.',
        'The limits of the answer changed: {label}.',
      ),
    )
  if (!same([old.label, old.hint, old.short], [now.label, now.hint, now.short]))
    found.push(
      said(
        'field-text',
        now,
        'wording',
        'Kata-kata pertanyaan berubah: {label}.',
        'The words of the question changed: {label}.',
      ),
    )
  return found
}

function diffOptions(old: ChoiceField, now: ChoiceField): readonly Difference[] {
  const [before, after] = [optionsOf(old), optionsOf(now)]
  return [
    ...before
      .filter((option) => !after.some((one) => one.value === option.value))
      .map((option) =>
        said(
          'option-removed',
          now,
          'answers',
          `Pilihan “${option.label.id}” dihapus: {label}.`,
          `The option “${option.label.en}” is gone: {label}.`,
        ),
      ),
    ...after
      .filter((option) => !before.some((one) => one.value === option.value))
      .map((option) =>
        said(
          'option-added',
          now,
          'question',
          `Pilihan baru “${option.label.id}”: {label}.`,
          `New option “${option.label.en}”: {label}.`,
        ),
      ),
  ]
}

/** Everything of a field that an answer must fit, without its words and its options. */
function limitsOf(field: Field): unknown {
  const { label: _a, hint: _b, short: _c, required: _d, when: _e, prefill: _f, derive: _g, ...rest } = field
  if (rest.type === 'choice') return { check: rest.check }
  if (rest.type === 'list')
    return { ...rest, item: 0, fields: rest.fields.map((inner) => ({ ...inner, label: 0, hint: 0, short: 0 })) }
  return 'unit' in rest ? { ...rest, unit: 0 } : rest
}

function said(kind: string, field: Field, severity: Difference['severity'], id: string, en: string): Difference {
  const label: Text = field.short ?? field.label
  return difference(kind, field.key, severity, id.replace('{label}', label.id), en.replace('{label}', label.en))
}
