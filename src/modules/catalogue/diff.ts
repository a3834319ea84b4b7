// What changed between two revisions of a service, typed and in sentences. Must stay true: a difference that can cost
// somebody an answer or a right is never hidden among wordings.
import type { CompiledService } from './compile.ts'
import { diffFields } from './diff-fields.ts'
import { type Difference, difference, type Severity, same } from './difference.ts'

/** All differences, the gravest first. An empty list: the two say the same. */
export function diffServices(before: CompiledService, after: CompiledService): readonly Difference[] {
  const order: readonly Severity[] = ['answers', 'rule', 'question', 'wording']
  const all = [
    ...diffFields(before, after),
    ...diffPages(before, after),
    ...diffDocuments(before, after),
    ...diffRules(before, after),
    ...diffProcess(before, after),
  ]
  return all.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}

/** Drafts follow a new revision only when no answer can be lost. */
export function mayDraftsFollow(differences: readonly Difference[]): boolean {
  return differences.every((one) => one.severity !== 'answers')
}

function diffPages(before: CompiledService, after: CompiledService): readonly Difference[] {
  return compareById(before.pages, after.pages, {
    added: (page) =>
      difference(
        'page-added',
        page.id,
        'question',
        `Halaman baru: “${page.title.id}”.`,
        `New page: “${page.title.en}”.`,
      ),
    removed: (page) =>
      difference(
        'page-removed',
        page.id,
        'question',
        `Halaman “${page.title.id}” dihapus.`,
        `The page “${page.title.en}” is gone.`,
      ),
    changed: (old, now) => [
      ...(same(old.when, now.when)
        ? []
        : [
            difference(
              'page-when',
              now.id,
              'question',
              `Halaman “${now.title.id}” muncul dengan syarat lain.`,
              `The page “${now.title.en}” appears under another condition.`,
            ),
          ]),
      ...(same([old.title, old.lead], [now.title, now.lead])
        ? []
        : [
            difference(
              'page-text',
              now.id,
              'wording',
              `Kata-kata halaman “${now.title.id}” berubah.`,
              `The words of the page “${now.title.en}” changed.`,
            ),
          ]),
    ],
  })
}

function diffDocuments(before: CompiledService, after: CompiledService): readonly Difference[] {
  return compareById(before.documents, after.documents, {
    added: (document) =>
      difference(
        'document-added',
        document.id,
        'rule',
        `Dokumen baru diminta: ${document.label.id}.`,
        `A new paper is asked for: ${document.label.en}.`,
      ),
    removed: (document) =>
      difference(
        'document-removed',
        document.id,
        'rule',
        `Dokumen tidak diminta lagi: ${document.label.id}.`,
        `A paper is no longer asked for: ${document.label.en}.`,
      ),
    changed: (old, now) => {
      const { label: _a, hint: _b, ...oldRule } = old
      const { label, hint: _c, ...nowRule } = now
      if (!same(oldRule, nowRule))
        return [
          difference(
            'document-rule',
            now.id,
            'rule',
            `Syarat dokumen berubah: ${label.id}.`,
            `The rule for a paper changed: ${label.en}.`,
          ),
        ]
      return same(old, now)
        ? []
        : [
            difference(
              'document-text',
              now.id,
              'wording',
              `Kata-kata dokumen berubah: ${label.id}.`,
              `The words of a paper changed: ${label.en}.`,
            ),
          ]
    },
  })
}

function diffRules(before: CompiledService, after: CompiledService): readonly Difference[] {
  const [a, b] = [before.definition, after.definition]
  const found: Difference[] = compareById(before.eligibility, after.eligibility, {
    added: (rule) =>
      difference(
        'eligibility-added',
        rule.id,
        'rule',
        `Syarat baru: ${rule.text.id}`,
        `New condition: ${rule.text.en}`,
      ),
    removed: (rule) =>
      difference(
        'eligibility-removed',
        rule.id,
        'rule',
        `Syarat dihapus: ${rule.text.id}`,
        `Condition removed: ${rule.text.en}`,
      ),
    changed: (old, now) =>
      same(old.require, now.require)
        ? same(old.text, now.text)
          ? []
          : [
              difference(
                'eligibility-text',
                now.id,
                'wording',
                `Kata-kata syarat berubah: ${now.text.id}`,
                `The words of a condition changed: ${now.text.en}`,
              ),
            ]
        : [
            difference(
              'eligibility-rule',
              now.id,
              'rule',
              `Syarat berubah: ${now.text.id}`,
              `A condition changed: ${now.text.en}`,
            ),
          ],
  })
  const add = (kind: string, severity: Severity, id: string, en: string) =>
    found.push(difference(kind, kind, severity, id, en))
  if (!same(a.fee, b.fee))
    add(
      'fee',
      'rule',
      `Biaya dari Rp${a.fee.rupiah} menjadi Rp${b.fee.rupiah}.`,
      `The fee changes from IDR ${a.fee.rupiah} to IDR ${b.fee.rupiah}.`,
    )
  if (!same(a.deadline, b.deadline))
    add(
      'deadline',
      'rule',
      `Tenggat dari ${a.deadline.officeHours} menjadi ${b.deadline.officeHours} jam kerja.`,
      `The deadline changes from ${a.deadline.officeHours} to ${b.deadline.officeHours} office hours.`,
    )
  if (!same(a.report, b.report))
    add(
      'report',
      'rule',
      `Batas lapor dari ${a.report?.days ?? '-'} menjadi ${b.report?.days ?? '-'} hari.`,
      `The time to report changes from ${a.report?.days ?? '-'} to ${b.report?.days ?? '-'} days.`,
    )
  if (!same(a.decision, b.decision))
    add(
      'decision',
      'rule',
      'Syarat keputusan kepala dinas berubah.',
      'When the head of the department decides has changed.',
    )
  if (!same(a.applicants, b.applicants))
    add('applicants', 'rule', 'Yang boleh mengajukan berubah.', 'Who may apply has changed.')
  if (!same(a.channels, b.channels)) add('channels', 'rule', 'Jalur permohonan berubah.', 'The channels have changed.')
  if (!same([a.effects, a.effectiveDate], [b.effects, b.effectiveDate]))
    add('effects', 'rule', 'Perubahan pada register tidak sama lagi.', 'What happens to the register has changed.')
  if (!same(a.issues, b.issues))
    add('issues', 'rule', 'Dokumen yang diterbitkan berubah.', 'The documents that are issued have changed.')
  if (!same([before.calculations, before.tables], [after.calculations, after.tables]))
    add('calculations', 'rule', 'Perhitungan berubah.', 'Calculations have changed.')
  if (!same(a.legalBasis, b.legalBasis))
    add('legal-basis', 'rule', 'Dasar hukum berubah.', 'The legal basis has changed.')
  if (!same([a.texts, a.search, a.minutes, a.inPerson], [b.texts, b.search, b.minutes, b.inPerson]))
    add('texts', 'wording', 'Kata-kata layanan berubah.', 'The words of the service have changed.')
  return found
}

function diffProcess(before: CompiledService, after: CompiledService): readonly Difference[] {
  const [a, b] = [before.process, after.process]
  const found: Difference[] = [
    ...compareById(a.states, b.states, {
      added: (state) =>
        difference('state-added', state.id, 'rule', `Tahap baru: ${state.label.id}.`, `New state: ${state.label.en}.`),
      removed: (state) =>
        difference(
          'state-removed',
          state.id,
          'rule',
          `Tahap dihapus: ${state.label.id}.`,
          `State removed: ${state.label.en}.`,
        ),
      changed: (old, now) =>
        same(old, now)
          ? []
          : [
              difference(
                'state',
                now.id,
                same({ ...old, label: 0, next: 0 }, { ...now, label: 0, next: 0 }) ? 'wording' : 'rule',
                `Tahap berubah: ${now.label.id}.`,
                `A state changed: ${now.label.en}.`,
              ),
            ],
    }),
    ...compareById(a.actions, b.actions, {
      added: (action) =>
        difference(
          'action-added',
          action.id,
          'rule',
          `Tindakan baru: ${action.label.id}.`,
          `New action: ${action.label.en}.`,
        ),
      removed: (action) =>
        difference(
          'action-removed',
          action.id,
          'rule',
          `Tindakan dihapus: ${action.label.id}.`,
          `Action removed: ${action.label.en}.`,
        ),
      changed: (old, now) =>
        same(old, now)
          ? []
          : [
              difference(
                'action',
                now.id,
                same({ ...old, label: 0 }, { ...now, label: 0 }) ? 'wording' : 'rule',
                `Tindakan berubah: ${now.label.id}.`,
                `An action changed: ${now.label.en}.`,
              ),
            ],
    }),
  ]
  if (!same([a.timers, a.separateDuties, a.reasons], [b.timers, b.separateDuties, b.reasons]))
    found.push(
      difference(
        'process',
        'process',
        'rule',
        'Aturan waktu, alasan, atau empat mata berubah.',
        'Timers, reasons or the four eyes have changed.',
      ),
    )
  if (!same(before.notices.notices, after.notices.notices))
    found.push(
      difference(
        'notices',
        'notices',
        'wording',
        'Pesan kepada pemohon berubah.',
        'The messages to the applicant have changed.',
      ),
    )
  return found
}

type Comparison<T> = {
  readonly added: (now: T) => Difference
  readonly removed: (old: T) => Difference
  readonly changed: (old: T, now: T) => readonly Difference[]
}

function compareById<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  compare: Comparison<T>,
): Difference[] {
  return [
    ...before.filter((old) => !after.some((now) => now.id === old.id)).map(compare.removed),
    ...after.flatMap((now) => {
      const old = before.find((one) => one.id === now.id)
      return old === undefined ? [compare.added(now)] : compare.changed(old, now)
    }),
  ]
}
