// Case audits by pseudonym, a case for the audit team, foster parents' packages. Must stay true: what is drawn comes from the view;
// nothing here could show a number or an address, because no view has one.

import { formatCount, formatRupiah } from '../../kernel/rupiah.ts'
import { fill, say, type Text } from '../../kernel/text.ts'
import { Badge, type BadgeTone } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { Timeline } from '../../platform/ui/timeline.tsx'
import { Upload } from '../../platform/ui/upload.tsx'
import type { AuditCaseView, AuditsView, AuditView, PackagesView, PackageView } from './care-port.ts'
import { type Typed, typedDate } from './gap-pages.tsx'
import { dateParts, day, type Fault, faultAt } from './page-parts.tsx'
import type { AuditKind, AuditSelection, Consent, PackageKind, PackageState } from './tables.ts'

export const CARE_WORDS = {
  audits: { id: 'Audit kasus stunting', en: 'Case audits' },
  auditsLead: {
    id: 'Mencari sebab risiko pada kasus sulit, bukan kesalahan. Dua siklus setahun, tujuh langkah.',
    en: 'Looking for the cause of risk in hard cases, not for fault. Two cycles a year, seven steps.',
  },
  audit: { id: 'Audit kasus {year}, siklus {cycle}', en: 'Case audit {year}, cycle {cycle}' },
  step: { id: 'Langkah {n} dari 7', en: 'Step {n} of 7' },
  cases: { id: 'Kasus', en: 'Cases' },
  noAudits: { id: 'Belum ada audit', en: 'No audit yet' },
  noAuditsText: {
    id: 'Sekretariat membuka siklus, tim pakar memilih kasus.',
    en: 'The secretariat opens a cycle; the expert team chooses the cases.',
  },
  open: { id: 'Buka siklus audit', en: 'Open an audit cycle' },
  year: { id: 'Tahun', en: 'Year' },
  cycle: { id: 'Siklus', en: 'Cycle' },
  names: {
    id: 'Di sini hanya nama samaran. Nama asli hanya dibuka tim audit, dan setiap kali dicatat.',
    en: 'Pseudonyms only. The audit team alone opens names, and each time is recorded.',
  },
  pseudonym: { id: 'Nama samaran', en: 'Pseudonym' },
  kind: { id: 'Kelompok', en: 'Group' },
  selection: { id: 'Alasan dipilih', en: 'Why chosen' },
  district: { id: 'Kecamatan', en: 'District' },
  plan: { id: 'Rencana tindak lanjut', en: 'Follow-up plan' },
  approved: { id: 'disetujui {date}', en: 'approved {date}' },
  waits: { id: 'menunggu persetujuan', en: 'waits for approval' },
  noPlan: { id: 'belum ada', en: 'none yet' },
  approve: { id: 'Setujui rencana', en: 'Approve the plan' },
  steps: { id: 'Langkah', en: 'Steps' },
  next: { id: 'Catat langkah: {name}', en: 'Record the step: {name}' },
  doneOn: { id: 'Tanggal', en: 'Day' },
  note: { id: 'Catatan atau nomor dokumen', en: 'Note or number of the document' },
  saveStep: { id: 'Langkah ini selesai', en: 'This step is done' },
  addCase: { id: 'Tambahkan kasus', en: 'Add a case' },
  nik: { id: 'NIK', en: 'NIK' },
  nikHint: {
    id: 'Dipakai mencari orangnya di register, lalu tidak disimpan',
    en: 'Used to find the person in the register, then not kept',
  },
  add: { id: 'Tambahkan', en: 'Add' },
  findings: { id: 'Temuan dan sebab risiko', en: 'Findings and causes' },
  findingsHint: {
    id: 'Disimpan tersegel; hanya tim audit yang membacanya',
    en: 'Kept sealed; only the audit team reads it',
  },
  saveCase: { id: 'Simpan temuan dan rencana', en: 'Save findings and plan' },
  packages: { id: 'Orang tua asuh', en: 'Foster parents' },
  giverLead: {
    id: 'Paket Anda, penyerahannya, dan hasilnya. Keluarga tampil dengan nama depan atau kode, sesuai persetujuannya.',
    en: 'Your packages, their deliveries and effects. Families appear by first name or code, as they agreed.',
  },
  villageLead: {
    id: 'Paket untuk keluarga di wilayah Anda: catat persetujuan, penyerahan, dan hasilnya.',
    en: 'Packages for families of your area: note consent, deliveries and effects.',
  },
  package: { id: 'Paket', en: 'Package' },
  giver: { id: 'Pemberi', en: 'Giver' },
  state: { id: 'Keadaan', en: 'State' },
  deliveries: { id: 'Diserahkan', en: 'Delivered' },
  amount: { id: 'Nilai', en: 'Amount' },
  months: { id: '{n} bulan', en: '{n} months' },
  noPackages: { id: 'Belum ada paket', en: 'No package yet' },
  noPackagesText: {
    id: 'Paket muncul setelah seorang pemberi memilih desa dan jenis bantuan.',
    en: 'Packages appear when a giver chose a village and a kind of help.',
  },
  offer: { id: 'Tawarkan paket', en: 'Offer a package' },
  offerLead: {
    id: 'Pilih kebutuhan dan desanya. Sistem memilih keluarga yang paling lama menunggu, lalu tim pendamping menanyakan persetujuannya.',
    en: 'Choose need and village. The program picks the family that waits longest; the family team then asks for its consent.',
  },
  need: { id: 'Kebutuhan', en: 'Need' },
  needLine: { id: '{kind}, {village}: {n} keluarga', en: '{kind}, {village}: {n} families' },
  monthsField: { id: 'Lama, bulan', en: 'Months' },
  amountField: { id: 'Nilai seluruhnya', en: 'Whole amount' },
  send: { id: 'Tawarkan', en: 'Offer' },
  noNeeds: {
    id: 'Tidak ada kelompok kebutuhan yang cukup besar untuk ditampilkan.',
    en: 'No group of needs is large enough to be shown.',
  },
  consent: { id: 'Persetujuan keluarga', en: 'Consent of the family' },
  saveConsent: { id: 'Catat jawaban keluarga', en: 'Record the family’s answer' },
  events: { id: 'Penyerahan dan hasil', en: 'Deliveries and effects' },
  noEvents: { id: 'Belum ada penyerahan.', en: 'No delivery yet.' },
  delivery: { id: 'Penyerahan', en: 'Delivery' },
  effect: { id: 'Hasil', en: 'Effect' },
  on: { id: 'Tanggal', en: 'Day' },
  body: { id: 'Apa yang diserahkan atau berubah', en: 'What was delivered or changed' },
  bodyHint: {
    id: 'Pemberi membaca ini. Tanpa nama lengkap, nomor, atau alamat.',
    en: 'The giver reads this. No full name, number or address.',
  },
  proof: { id: 'Bukti (foto kuitansi, tanpa wajah)', en: 'Proof (photo of the receipt, no faces)' },
  withProof: { id: 'ada bukti', en: 'with proof' },
  saveEvent: { id: 'Catat', en: 'Record' },
} as const satisfies Record<string, Text>
const w = CARE_WORDS

const KIND: Readonly<Record<AuditKind, Text>> = {
  'couple-to-be': { id: 'calon pengantin', en: 'couple-to-be' },
  pregnant: { id: 'ibu hamil', en: 'pregnant' },
  postpartum: { id: 'ibu nifas', en: 'after birth' },
  child: { id: 'anak', en: 'child' },
}
const SELECTION: Readonly<Record<AuditSelection, Text>> = {
  'no-improvement': { id: 'tidak membaik setelah bantuan', en: 'no improvement after help' },
  'many-cases': { id: 'banyak kasus di tempatnya', en: 'many cases in the place' },
  'complete-data': { id: 'datanya lengkap', en: 'complete data' },
}
const PACKAGE: Readonly<Record<PackageKind, Text>> = {
  food: { id: 'Makanan tambahan', en: 'Extra food' },
  latrine: { id: 'Jamban', en: 'Latrine' },
  water: { id: 'Air bersih', en: 'Clean water' },
  house: { id: 'Rumah', en: 'House' },
  education: { id: 'Pendidikan', en: 'Education' },
}
const CONSENT: Readonly<Record<Consent, Text>> = {
  waiting: { id: 'menunggu jawaban keluarga', en: 'waiting for the family' },
  'first-name': { id: 'setuju, nama depan boleh tampil', en: 'agreed, first name may be shown' },
  code: { id: 'setuju, hanya kode', en: 'agreed, code only' },
  refused: { id: 'tidak setuju', en: 'did not agree' },
  withdrawn: { id: 'persetujuan ditarik', en: 'consent withdrawn' },
}
const STATE: Readonly<Record<PackageState, { readonly name: Text; readonly tone: BadgeTone }>> = {
  proposed: { name: { id: 'ditawarkan', en: 'offered' }, tone: 'wait' },
  running: { name: { id: 'berjalan', en: 'running' }, tone: 'work' },
  finished: { name: { id: 'selesai', en: 'finished' }, tone: 'done' },
  stopped: { name: { id: 'dihentikan', en: 'stopped' }, tone: 'stop' },
}
type Form = { readonly typed?: Typed; readonly errors?: readonly Fault[] }
const options = <K extends string>(names: Readonly<Record<K, Text>>) =>
  (Object.entries(names) as [K, Text][]).map(([value, label]) => ({ value, label }))

export function AuditsPage({ view, base, typed = {}, errors = [] }: { view: AuditsView; base: string } & Form) {
  const language = useLanguage()
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>{say(w.audits, language)}</h1>
        <p class="lead">{say(w.auditsLead, language)}</p>
      </div>
      {view.audits.length === 0 ? (
        <EmptyState level={2} title={w.noAudits} text={w.noAuditsText} />
      ) : (
        <Table
          caption={w.audits}
          phone="cards"
          columns={[
            { key: 'name', label: w.audits, title: true },
            { key: 'step', label: w.steps },
            { key: 'cases', label: w.cases, end: true },
          ]}
          rows={view.audits.map((one) => ({
            cells: {
              name: (
                <a href={`${base}/audits/${one.id}`}>
                  {fill(say(w.audit, language), { year: one.year, cycle: one.cycle })}
                </a>
              ),
              step: (
                <Badge
                  tone={one.step === 7 ? 'done' : one.step === 0 ? 'wait' : 'work'}
                  label={fill(say(w.step, language), { n: one.step })}
                />
              ),
              cases: formatCount(one.cases, language),
            },
          }))}
        />
      )}
      {!view.mayOpen ? null : (
        <form method="post" action={`${base}/audits`} class="panel panel-wash stack narrow" novalidate>
          <h2>{say(w.open, language)}</h2>
          <Field
            name="year"
            kind="number"
            width={4}
            label={w.year}
            value={typed.year ?? view.year}
            error={faultAt(errors, 'year')}
          />
          <SelectField
            name="cycle"
            label={w.cycle}
            width={8}
            value={typed.cycle}
            error={faultAt(errors, 'cycle')}
            options={[
              { value: '1', label: '1' },
              { value: '2', label: '2' },
            ]}
          />
          <Button kind="second" label={w.open} />
        </form>
      )}
    </div>
  )
}

export function AuditPage({ view, base, typed = {}, errors = [] }: { view: AuditView; base: string } & Form) {
  const language = useLanguage()
  const here = `${base}/audits/${view.id}`
  const next = view.steps.find((one) => one.doneOn === null)
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>{fill(say(w.audit, language), { year: view.year, cycle: view.cycle })}</h1>
        <Notice fact={w.names} icon="lock" />
      </div>
      <div class="split">
        <div class="stack stack-l">
          <section class="stack" aria-labelledby="h-cases">
            <h2 id="h-cases">{say(w.cases, language)}</h2>
            {view.caseLines.length === 0 ? (
              <p class="quiet">{say(w.noAuditsText, language)}</p>
            ) : (
              <Table
                caption={w.cases}
                phone="cards"
                columns={[
                  { key: 'who', label: w.pseudonym, title: true },
                  { key: 'kind', label: w.kind },
                  { key: 'why', label: w.selection },
                  { key: 'plan', label: w.plan },
                ]}
                rows={view.caseLines.map((one) => ({
                  cells: {
                    who: (
                      <div>
                        {view.isTeam ? <a href={`${here}/cases/${one.id}`}>{one.pseudonym}</a> : one.pseudonym}{' '}
                        <small class="quiet">{one.districtName}</small>
                      </div>
                    ),
                    kind: KIND[one.kind],
                    why: SELECTION[one.selection],
                    plan: (
                      <div>
                        {one.plan === null ? (
                          <Badge label={w.noPlan} />
                        ) : one.approvedOn === null ? (
                          <Badge tone="care" label={w.waits} />
                        ) : (
                          <Badge
                            tone="done"
                            label={fill(say(w.approved, language), { date: day(one.approvedOn, language) })}
                          />
                        )}
                        {one.plan !== null && one.approvedOn === null && !view.isTeam ? (
                          <form method="post" action={`${here}/cases/${one.id}/approve`}>
                            <p class="s">{one.plan}</p>
                            <Button small kind="second" label={w.approve} hidden={one.pseudonym} />
                          </form>
                        ) : null}
                      </div>
                    ),
                  },
                }))}
              />
            )}
          </section>
          {!view.isTeam || view.step >= 4 ? null : (
            <form method="post" action={`${here}/cases`} class="panel panel-wash stack narrow" novalidate>
              <h2>{say(w.addCase, language)}</h2>
              <Field
                name="nik"
                kind="number"
                width={16}
                maxlength={16}
                label={w.nik}
                hint={w.nikHint}
                error={faultAt(errors, 'nik')}
              />
              <SelectField
                name="kind"
                label={w.kind}
                value={typed.kind}
                error={faultAt(errors, 'kind')}
                options={options(KIND)}
              />
              <SelectField
                name="selection"
                label={w.selection}
                value={typed.selection}
                error={faultAt(errors, 'selection')}
                options={options(SELECTION)}
              />
              <Button kind="second" label={w.add} />
            </form>
          )}
        </div>
        <aside class="stack stack-m" aria-labelledby="h-steps">
          <h2 id="h-steps" class="h3">
            {say(w.steps, language)}
          </h2>
          <Timeline
            order="forward"
            items={view.steps.map((one) => ({
              title: `${one.step}. ${say(one.name, language)}`,
              state: one.doneOn !== null ? ('done' as const) : one === next ? ('now' as const) : ('next' as const),
              ...(one.doneOn === null ? {} : { at: { iso: one.doneOn, words: day(one.doneOn, language) } }),
              text: one.note ?? undefined,
            }))}
          />
          {next === undefined || !view.mayMove ? null : (
            <form method="post" action={`${here}/steps`} class="panel panel-wash stack" novalidate>
              <h3>{fill(say(w.next, language), { name: say(next.name, language) })}</h3>
              <input type="hidden" name="step" value={next.step} />
              <DateOfBirth
                name="doneOn"
                label={w.doneOn}
                value={typedDate(typed, 'doneOn') ?? dateParts(view.today)}
                error={faultAt(errors, 'doneOn')}
              />
              <Field
                name="note"
                kind="lines"
                rows={2}
                label={w.note}
                value={typed.note}
                error={faultAt(errors, 'note')}
              />
              <Button kind="second" label={w.saveStep} />
            </form>
          )}
        </aside>
      </div>
    </div>
  )
}

export function AuditCasePage({ view, base, typed = {}, errors = [] }: { view: AuditCaseView; base: string } & Form) {
  const language = useLanguage()
  const here = `${base}/audits/${view.auditId}/cases/${view.id}`
  return (
    <div class="stack stack-l narrow">
      <ErrorSummary errors={errors} />
      <div class="stack">
        <h1>{view.pseudonym}</h1>
        <p class="lead">
          {view.name}, {say(view.about, language)}, {view.villageName}
        </p>
        <p class="quiet">
          {say(KIND[view.kind], language)}; {say(SELECTION[view.selection], language)}
        </p>
      </div>
      {view.approvedOn === null ? null : (
        <Notice tone="good" fact={fill(say(w.approved, language), { date: day(view.approvedOn, language) })} />
      )}
      <form method="post" action={here} class="stack" novalidate>
        <Field
          name="findings"
          kind="lines"
          rows={6}
          label={w.findings}
          hint={w.findingsHint}
          value={typed.findings ?? view.findings}
          error={faultAt(errors, 'findings')}
        />
        <Field
          name="plan"
          kind="lines"
          rows={4}
          label={w.plan}
          value={typed.plan ?? view.plan ?? ''}
          error={faultAt(errors, 'plan')}
        />
        <Button label={w.saveCase} />
      </form>
      {!view.mayApprove ? null : (
        <form method="post" action={`${here}/approve`}>
          <Button kind="second" label={w.approve} />
        </form>
      )}
    </div>
  )
}

export function PackagesPage({ view, base, typed = {}, errors = [] }: { view: PackagesView; base: string } & Form) {
  const language = useLanguage()
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>{say(w.packages, language)}</h1>
        <p class="lead">{say(view.role === 'giver' ? w.giverLead : w.villageLead, language)}</p>
      </div>
      {view.packages.length === 0 ? (
        <EmptyState level={2} title={w.noPackages} text={w.noPackagesText} />
      ) : (
        <Table
          caption={w.packages}
          phone="cards"
          columns={[
            { key: 'who', label: w.package, title: true },
            { key: 'state', label: w.state },
            ...(view.role === 'giver' ? [] : [{ key: 'giver', label: w.giver }]),
            { key: 'amount', label: w.amount, end: true },
            { key: 'deliveries', label: w.deliveries, end: true },
          ]}
          rows={view.packages.map((one) => ({
            cells: {
              who: (
                <div>
                  <a href={`${base}/packages/${one.id}`}>
                    {say(PACKAGE[one.kind], language)}, {one.who}
                  </a>{' '}
                  <small class="quiet">
                    {one.code}, {one.districtName}
                  </small>
                </div>
              ),
              state: (
                <div>
                  <Badge tone={STATE[one.state].tone} label={STATE[one.state].name} />{' '}
                  <small class="quiet">{say(CONSENT[one.consent], language)}</small>
                </div>
              ),
              giver: one.giverName,
              amount: formatRupiah(one.amountRupiah, language),
              deliveries: `${one.deliveries} / ${one.months}`,
            },
          }))}
        />
      )}
      {view.role !== 'giver' ? null : view.needs.length === 0 ? (
        <p class="quiet">{say(w.noNeeds, language)}</p>
      ) : (
        <form method="post" action={`${base}/packages`} class="panel panel-wash stack narrow" novalidate>
          <h2>{say(w.offer, language)}</h2>
          <p class="s quiet">{say(w.offerLead, language)}</p>
          <SelectField
            name="need"
            label={w.need}
            value={typed.need}
            error={faultAt(errors, 'need')}
            options={view.needs.map((one) => ({
              value: `${one.village} ${one.kind}`,
              label: fill(say(w.needLine, language), {
                kind: say(PACKAGE[one.kind], language),
                village: one.villageName,
                n: one.families,
              }),
            }))}
          />
          <Field
            name="months"
            kind="number"
            width={4}
            label={w.monthsField}
            value={typed.months ?? 6}
            error={faultAt(errors, 'months')}
          />
          <Field
            name="amount"
            kind="number"
            width={16}
            unit="Rp"
            label={w.amountField}
            value={typed.amount}
            error={faultAt(errors, 'amount')}
          />
          <Button label={w.send} />
        </form>
      )}
    </div>
  )
}

export function PackagePage({ view, base, typed = {}, errors = [] }: { view: PackageView; base: string } & Form) {
  const language = useLanguage()
  const here = `${base}/packages/${view.id}`
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>
          {say(PACKAGE[view.kind], language)}, {view.who}
        </h1>
        <p>
          <Badge tone={STATE[view.state].tone} label={STATE[view.state].name} />
        </p>
      </div>
      <div class="split">
        <section class="stack" aria-labelledby="h-events">
          <h2 id="h-events">{say(w.events, language)}</h2>
          {view.events.length === 0 ? (
            <p class="quiet">{say(w.noEvents, language)}</p>
          ) : (
            <Timeline
              items={view.events.map((one) => ({
                title: one.kind === 'delivery' ? w.delivery : w.effect,
                state: 'done' as const,
                at: { iso: one.on, words: day(one.on, language) },
                text: `${one.body}${one.hasProof ? ` (${say(w.withProof, language)})` : ''}`,
              }))}
            />
          )}
          {!view.mayNote ? null : (
            <form
              method="post"
              action={`${here}/uploads`}
              enctype="multipart/form-data"
              class="panel panel-wash stack narrow"
              novalidate
            >
              <ChoiceCards
                name="kind"
                two
                label={w.events}
                value={typed.kind ?? 'delivery'}
                error={faultAt(errors, 'kind')}
                choices={[
                  { value: 'delivery', label: w.delivery },
                  { value: 'effect', label: w.effect },
                ]}
              />
              <DateOfBirth
                name="on"
                label={w.on}
                value={typedDate(typed, 'on') ?? dateParts(view.today)}
                error={faultAt(errors, 'on')}
              />
              <Field
                name="body"
                kind="lines"
                rows={2}
                label={w.body}
                hint={w.bodyHint}
                value={typed.body}
                error={faultAt(errors, 'body')}
              />
              <Upload name="proof" optional samples={[]} accept="image/*" label={w.proof} />
              <Button label={w.saveEvent} />
            </form>
          )}
        </section>
        <aside class="stack stack-m">
          <SummaryList
            small
            rows={[
              { term: { id: 'Kode', en: 'Code' }, value: view.code },
              { term: w.giver, value: view.giverName },
              {
                term: w.amount,
                value: `${formatRupiah(view.amountRupiah, language)}, ${fill(say(w.months, language), { n: view.months })}`,
              },
              { term: w.district, value: view.districtName },
              { term: w.consent, value: CONSENT[view.consent] },
            ]}
          />
          {!view.mayConsent ? null : (
            <form method="post" action={`${here}/consent`} class="panel panel-wash stack" novalidate>
              <SelectField
                name="consent"
                label={w.consent}
                value={typed.consent}
                error={faultAt(errors, 'consent')}
                options={(['first-name', 'code', view.consent === 'waiting' ? 'refused' : 'withdrawn'] as const).map(
                  (value) => ({ value, label: CONSENT[value] }),
                )}
              />
              <Button kind="second" label={w.saveConsent} />
            </form>
          )}
        </aside>
      </div>
    </div>
  )
}
