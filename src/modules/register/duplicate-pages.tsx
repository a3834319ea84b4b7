// Possible duplicates on paper: the list, two entries side by side with every reason, and the decision. HTML from data only.
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { Chips } from '../../platform/ui/chips.tsx'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { decimal } from '../../platform/ui/format.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { ProgressBar } from '../../platform/ui/progress-bar.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { PairState } from './duplicate-pair-store.ts'
import type { CaseDuplicatesView, DecisionTyped, DuplicateListView, SideBySide } from './duplicate-port.ts'
import { type Fault, faultAt } from './office-pages.tsx'

const t = (id: string, en: string): Text => ({ id, en })
export const DUPLICATE_TEXTS = {
  title: t('Data ganda', 'Duplicates'),
  lead: t(
    'Dua data yang mirip, dengan alasan kemiripannya. Satu petugas menyatakan sama, petugas lain menggabungkan.',
    'Two entries that look alike, and why. One officer finds them to be the same, another joins them.',
  ),
  waiting: t('Permohonan yang menunggu keputusan', 'Applications that wait for a decision'),
  waitingLead: t(
    'Nomor baru diberikan setelah setiap kemiripan diputuskan.',
    'A number is given once each likeness is decided.',
  ),
  application: t('Permohonan', 'Application'),
  alike: t('Orang mirip', 'Similar people'),
  since: t('Sejak', 'Since'),
  pairs: t('Pasangan di register', 'Pairs in the register'),
  pair: t('Pasangan', 'Pair'),
  reasons: t('Yang mirip', 'What is alike'),
  score: t('Nilai', 'Score'),
  filter: t('Saring', 'Filter'),
  empty: t('Tidak ada pasangan di sini', 'No pairs here'),
  emptyText: t(
    'Setiap malam orang yang baru dicatat dibandingkan dengan seluruh register. Yang mirip muncul di sini.',
    'Each night people newly recorded are compared with the whole register. Those alike appear here.',
  ),
  more: t('Berikutnya', 'Next'),
  pairTitle: t('Orang yang sama?', 'The same person?'),
  fact: t('Data', 'Fact'),
  why: t('Perbandingan', 'Comparison'),
  points: t('Bobot', 'Weight'),
  total: t(
    'Jumlah {score}. Mulai {possible} mungkin sama, mulai {sure} hampir pasti.',
    'Total {score}. From {possible} possibly the same, from {sure} almost surely.',
  ),
  decide: t('Keputusan Anda', 'Your decision'),
  verdict: t('Apakah keduanya satu orang?', 'Are these one person?'),
  same: t('Sama, satu orang', 'The same person'),
  sameHint: t(
    'Petugas lain menggabungkan keduanya. Kedua NIK tetap disimpan.',
    'Another officer joins them. Both NIKs are kept.',
  ),
  sameCase: t(
    'Permohonan tidak dapat diberi nomor dan perlu ditolak.',
    'The application cannot get a number and has to be rejected.',
  ),
  different: t('Berbeda, dua orang', 'Two different people'),
  differentHint: t('Tidak ditanyakan lagi.', 'Not asked again.'),
  differentCase: t('Nomor dapat diberikan.', 'The number may be given.'),
  unsure: t('Belum yakin', 'Not sure'),
  unsureHint: t('Tetap menunggu, catatan Anda tersimpan.', 'It keeps waiting, your note is kept.'),
  reason: t('Alasan', 'Reason'),
  reasonHint: t('Satu kalimat, tanpa NIK: apa yang Anda cocokkan.', 'One sentence, without a NIK: what you compared.'),
  save: t('Simpan keputusan', 'Keep the decision'),
  decided: t('Diputuskan: {verdict}', 'Decided: {verdict}'),
  decidedBy: t('{who}, {at}. Alasan: {reason}', '{who}, {at}. Reason: {reason}'),
  me: t('Anda', 'You'),
  other: t('Petugas lain', 'Another officer'),
  join: t('Gabungkan keduanya', 'Join the two'),
  joinLead: t(
    'Data yang tetap dipakai mengambil alih anak dan akta. Dapat dibatalkan.',
    'The entry that stays takes over children and deeds. It can be undone.',
  ),
  keep: t('Data mana yang tetap dipakai?', 'Which entry stays in use?'),
  joinGo: t('Gabungkan', 'Join'),
  joinWaits: t('Menunggu petugas lain untuk menggabungkan.', 'Waits for another officer to join them.'),
  joined: t('Sudah digabung menjadi satu.', 'Joined into one.'),
  undo: t('Batalkan keputusan', 'Take the decision back'),
  undoReason: t('Mengapa dibatalkan?', 'Why is it taken back?'),
  caseTitle: t('Apakah orang ini sudah terdaftar?', 'Is this person registered already?'),
  caseNone: t('Tidak ada yang mirip lagi', 'Nobody looks alike any more'),
  caseNoneText: t('Permohonan dapat diteruskan ke pengesahan.', 'The application can go on to its approval.'),
  caseOpen: t('Buka permohonan', 'Open the application'),
  newcomer: t('Orang baru: {name}', 'Newcomer: {name}'),
  registered: t('Di register', 'In the register'),
} as const satisfies Record<string, Text>
const w = DUPLICATE_TEXTS

export const STATE_TEXTS: Readonly<Record<PairState, Text>> = {
  open: t('Belum diputuskan', 'Undecided'),
  unsure: t('Belum yakin', 'Not sure'),
  same: t('Menunggu digabung', 'Waiting to be joined'),
  joined: t('Sudah digabung', 'Joined'),
  different: t('Berbeda', 'Different'),
}

export function DuplicateListPage({
  base,
  view,
  language,
}: {
  base: string
  view: DuplicateListView
  language: Language
}) {
  const root = `${base}/office/duplicates`
  return (
    <div class="stack stack-l">
      <div>
        <h1>{say(w.title, language)}</h1>
        <p class="quiet">{say(w.lead, language)}</p>
      </div>
      {view.waiting.length === 0 ? null : (
        <section class="stack" aria-labelledby="h-waiting">
          <div>
            <h2 id="h-waiting">{say(w.waiting, language)}</h2>
            <p class="quiet s">{say(w.waitingLead, language)}</p>
          </div>
          <Table
            caption={w.waiting}
            phone="cards"
            dense
            columns={[
              { key: 'name', label: w.application, title: true },
              { key: 'alike', label: w.alike, end: true },
              { key: 'since', label: w.since },
            ]}
            rows={view.waiting.map((line) => ({
              tone: 'soon' as const,
              cells: {
                name: (
                  <>
                    <a href={`${root}/cases/${line.caseId}`}>{say(line.service, language)}</a>{' '}
                    <small class="quiet num">{line.number}</small>
                  </>
                ),
                alike: line.waiting,
                since: line.since,
              },
            }))}
          />
        </section>
      )}
      <section class="stack" aria-labelledby="h-pairs">
        <h2 id="h-pairs">{say(w.pairs, language)}</h2>
        <Chips
          label={w.filter}
          chips={(Object.keys(STATE_TEXTS) as PairState[]).map((state) => ({
            href: `${root}?show=${state}`,
            label: STATE_TEXTS[state],
            count: view.counts[state],
            current: state === view.state,
          }))}
        />
        {view.pairs.length === 0 ? (
          <EmptyState title={w.empty} text={w.emptyText} />
        ) : (
          <Table
            caption={w.pairs}
            phone="cards"
            dense
            columns={[
              { key: 'pair', label: w.pair, title: true },
              { key: 'reasons', label: w.reasons },
              { key: 'score', label: w.score, end: true },
              { key: 'mark', label: w.why, cardLabel: false },
            ]}
            rows={view.pairs.map((line) => ({
              cells: {
                pair: (
                  <a href={`${root}/${line.a}/${line.b}`}>
                    {line.names[0]} – {line.names[1]}
                  </a>
                ),
                reasons: line.reasons,
                score: decimal(line.score, 2, language),
                mark: <Badge {...line.mark} />,
              },
            }))}
          />
        )}
        {view.next === undefined ? null : (
          <p>
            <a href={`${root}?${new URLSearchParams({ show: view.state, after: view.next })}`}>
              {say(w.more, language)}
            </a>
          </p>
        )}
      </section>
    </div>
  )
}

export type FormState = { readonly errors: readonly Fault[]; readonly typed?: DecisionTyped; readonly undo?: string }

export function PairPage({
  href,
  view,
  form,
  language,
}: {
  href: string
  view: SideBySide
  form: FormState
  language: Language
}) {
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={form.errors} />
      <h1>{say(w.pairTitle, language)}</h1>
      <Compared href={href} view={view} form={form} isCase={false} language={language} />
    </div>
  )
}

export function CaseDuplicatesPage({
  href,
  view,
  form,
  formFor,
  language,
}: {
  href: string
  view: CaseDuplicatesView
  form: FormState
  /** Whose form was refused. */
  formFor?: string
  language: Language
}) {
  const isEmpty = view.people.every((one) => one.compared.length === 0)
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={form.errors} />
      <div>
        <h1>{say(w.caseTitle, language)}</h1>
        <p class="quiet">
          {say(view.service, language)} <span class="num">{view.number}</span>
        </p>
      </div>
      {isEmpty ? (
        <EmptyState
          level={2}
          title={w.caseNone}
          text={w.caseNoneText}
          link={{ href: view.caseHref, label: w.caseOpen }}
        />
      ) : (
        <p>
          <a href={view.caseHref}>{say(w.caseOpen, language)}</a>
        </p>
      )}
      {view.people.map((person) =>
        person.compared.map((one) => (
          <section class="stack" aria-label={fill(say(w.newcomer, language), { name: person.name })}>
            <h2>{fill(say(w.newcomer, language), { name: person.name })}</h2>
            <Compared
              href={`${href}/${one.b.id}`}
              view={one}
              form={formFor === one.b.id ? form : { errors: [] }}
              isCase
              language={language}
            />
          </section>
        )),
      )}
    </div>
  )
}

const headOf = ({ name, href }: SideBySide['a']) => (href === undefined ? name : <a href={href}>{name}</a>)

function Compared({
  href,
  view,
  form,
  isCase,
  language,
}: {
  href: string
  view: SideBySide
  form: FormState
  isCase: boolean
  language: Language
}) {
  const { bands, decision } = view
  const show = (points: number) => `${points > 0 ? '+' : ''}${decimal(points, 2, language)}`
  return (
    <div class="split">
      <div class="stack">
        <Table
          caption={w.pairTitle}
          phone="cards"
          dense
          columns={[
            { key: 'fact', label: w.fact, title: true },
            { key: 'a', label: view.a.name },
            { key: 'b', label: `${view.b.name}${isCase ? ` (${say(w.registered, language).toLowerCase()})` : ''}` },
            { key: 'why', label: w.why },
            { key: 'points', label: w.points, end: true },
          ]}
          rows={view.rows.map((row) => ({
            cells: { fact: row.fact, a: row.a, b: row.b, why: row.why, points: show(row.points) },
          }))}
        />
        <div class="stack stack-xs">
          <ProgressBar
            percent={(Math.max(0, view.score) / (bands.sure * 1.25)) * 100}
            target={(bands.sure / (bands.sure * 1.25)) * 100}
            tone={view.band === 'sure' ? 'low' : view.band === 'possible' ? 'mid' : 'act'}
          />
          <p class="s">
            {fill(say(w.total, language), {
              score: decimal(view.score, 2, language),
              possible: decimal(bands.possible, 2, language),
              sure: decimal(bands.sure, 2, language),
            })}
          </p>
        </div>
        <p class="row s">
          {headOf(view.a)} {headOf(view.b)}
        </p>
      </div>
      <div class="stack">
        {view.isJoined && !isCase ? <Notice tone="good" fact={w.joined} /> : null}
        {decision === undefined ? null : (
          <Notice
            tone={decision.verdict === 'different' ? 'good' : 'care'}
            fact={fill(say(w.decided, language), { verdict: say(w[decision.verdict], language) })}
            text={fill(say(w.decidedBy, language), {
              who: say(decision.isMine ? w.me : w.other, language),
              at: decision.at,
              reason: decision.reason,
            })}
          >
            {decision.verdict === 'same' && !isCase && !view.isJoined && !view.mayJoin ? (
              <p class="s">{say(w.joinWaits, language)}</p>
            ) : null}
          </Notice>
        )}
        {view.mayDecide ? <DecideForm {...{ href, form, isCase, language }} /> : null}
        {view.mayJoin ? (
          <form method="post" action={`${href}/join`} class="panel stack stack-s">
            <h2>{say(w.join, language)}</h2>
            <p class="quiet s">{say(w.joinLead, language)}</p>
            <ChoiceCards
              name="keep"
              label={w.keep}
              choices={[view.a, view.b].map((one, index) => ({
                value: one.id,
                label: one.name,
                hint: view.rows
                  .filter((row) => row.fact.en === 'Birth date' || row.fact.en === 'Village')
                  .map((row) => say(index === 0 ? row.a : row.b, language))
                  .join(', '),
              }))}
              error={faultAt(form.errors, 'keep')}
            />
            <Button label={w.joinGo} fill="always" />
          </form>
        ) : null}
        {view.mayUndo ? (
          <form method="post" action={`${href}/undo`} class="stack stack-s">
            <Field
              name="undo"
              id={`undo-${view.b.id}`}
              label={w.undoReason}
              value={form.undo}
              error={faultAt(form.errors, 'undo')}
            />
            <Button kind="harm" label={w.undo} />
          </form>
        ) : null}
      </div>
    </div>
  )
}

function DecideForm({
  href,
  form,
  isCase,
  language,
}: {
  href: string
  form: FormState
  isCase: boolean
  language: Language
}) {
  return (
    <form method="post" action={href} class="panel stack stack-s">
      <h2>{say(w.decide, language)}</h2>
      <ChoiceCards
        name="verdict"
        label={w.verdict}
        value={form.typed?.verdict}
        choices={[
          { value: 'different', label: w.different, hint: isCase ? w.differentCase : w.differentHint },
          { value: 'same', label: w.same, hint: isCase ? w.sameCase : w.sameHint },
          { value: 'unsure', label: w.unsure, hint: w.unsureHint },
        ]}
        error={faultAt(form.errors, 'verdict')}
      />
      <Field
        name="reason"
        kind="lines"
        rows={2}
        label={w.reason}
        hint={w.reasonHint}
        value={form.typed?.reason}
        error={faultAt(form.errors, 'reason')}
      />
      <Button label={w.save} fill="always" />
    </form>
  )
}
