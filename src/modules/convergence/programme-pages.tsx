// The catalogue of programmes, and the form that makes, changes or closes one. Must stay true: a closed programme stays in the list,
// with the reason.
import { fill, say, type Text } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { Timeline } from '../../platform/ui/timeline.tsx'
import { type FormState, fieldsOf, PanelForm } from './form-parts.tsx'
import { day, faultAt } from './page-parts.tsx'
import type { ProgrammeForm, ProgrammesView } from './programme-port.ts'

export const PROGRAMME_WORDS = {
  title: { id: 'Katalog program', en: 'Catalogue of programmes' },
  lead: {
    id: 'Program tiap OPD, layanan yang diberikan, dan indikator nasional yang terbantu.',
    en: 'Programmes of each agency, what they give, and which national indicator it helps.',
  },
  programme: { id: 'Program', en: 'Programme' },
  agency: { id: 'Pemilik', en: 'Owner' },
  services: { id: 'Layanan (indikator)', en: 'Services (indicator)' },
  pillar: { id: 'Pilar', en: 'Pillar' },
  none: { id: 'Belum ada program', en: 'No programme yet' },
  noneText: {
    id: 'Katalog diisi OPD dan sekretariat: satu program, pemiliknya, dan layanan yang diberikan.',
    en: 'Agencies and the secretariat fill it: a programme, its owner and what it gives.',
  },
  make: { id: 'Tambah program', en: 'Add a programme' },
  change: { id: 'Ubah program', en: 'Change the programme' },
  closed: { id: 'ditutup {date}', en: 'closed on {date}' },
  name: { id: 'Nama program', en: 'Name of the programme' },
  about: { id: 'Apa yang dilakukan', en: 'What it does' },
  aboutEnglish: { id: 'Apa yang dilakukan, dalam bahasa Inggris', en: 'What it does, in English' },
  whichServices: { id: 'Layanan yang diberikan', en: 'Services it gives' },
  servicesHint: {
    id: 'Kesenjangan layanan ini dapat ditugaskan ke program ini.',
    en: 'Gaps of these services can be given to this programme.',
  },
  source: { id: 'Dasar, misalnya nomor keputusan', en: 'Legal basis, such as the number of a decree' },
  save: { id: 'Simpan program', en: 'Save the programme' },
  close: { id: 'Tutup program', en: 'Close the programme' },
  closeLead: {
    id: 'Program tidak menerima tugas baru. Yang sudah diberikan dan daftar yang berjalan tetap tersimpan.',
    en: 'It takes no new work. What it gave and its running lists stay.',
  },
  reason: { id: 'Alasan ditutup', en: 'Why it is closed' },
  open: { id: 'Buka lagi program ini', en: 'Open this programme again' },
  history: { id: 'Riwayat', en: 'History' },
} as const satisfies Record<string, Text>
const w = PROGRAMME_WORDS

const KINDS: Readonly<Record<ProgrammeForm['history'][number]['kind'], Text>> = {
  made: { id: 'Dibuat', en: 'Made' },
  changed: { id: 'Diubah', en: 'Changed' },
  closed: { id: 'Ditutup', en: 'Closed' },
  opened: { id: 'Dibuka lagi', en: 'Opened again' },
}

export function ProgrammesPage({ view, action }: { view: ProgrammesView; action: string }) {
  const language = useLanguage()
  return (
    <div class="stack stack-l">
      <div class="stack narrow">
        <h1>{say(w.title, language)}</h1>
        <p class="lead">{say(w.lead, language)}</p>
        {view.mayMake ? (
          <p class="no-print">
            <Button href={`${action}/new`} label={w.make} icon="plus" />
          </p>
        ) : null}
      </div>
      {view.programmes.length === 0 ? (
        <EmptyState level={2} title={w.none} text={w.noneText} />
      ) : (
        <Table
          caption={w.title}
          phone="cards"
          columns={[
            { key: 'name', label: w.programme, title: true },
            { key: 'agency', label: w.agency },
            { key: 'services', label: w.services },
            { key: 'pillar', label: w.pillar },
          ]}
          rows={view.programmes.map((one) => ({
            cells: {
              name: (
                <div>
                  {one.mayChange ? <a href={`${action}/${one.id}`}>{one.name}</a> : one.name}
                  <small class="quiet"> {say(one.about, language)}</small>
                  {one.closedOn === null ? null : (
                    <div>
                      <Badge tone="stop" label={fill(say(w.closed, language), { date: day(one.closedOn, language) })} />{' '}
                      <small class="quiet">{one.closedReason}</small>
                    </div>
                  )}
                </div>
              ),
              agency: one.agencyName,
              services: one.services
                .map(
                  (service) =>
                    `${say(service.name, language)}${service.indicator === null ? '' : ` (${service.indicator})`}`,
                )
                .join(', '),
              pillar: one.pillarName,
            },
          }))}
        />
      )}
    </div>
  )
}

export function ProgrammeFormPage({
  view,
  action,
  chosen,
  typed = {},
  errors = [],
}: { view: ProgrammeForm; action: string; chosen?: readonly string[] } & FormState) {
  const language = useLanguage()
  const f = fieldsOf({ typed, errors })
  const { programme } = view
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <h1>{programme?.name ?? say(w.make, language)}</h1>
      <div class="split">
        <PanelForm action={action} send={w.save} look="plain">
          <Field {...f.of('name', programme?.name)} label={w.name} />
          <Field {...f.of('about', programme?.about.id)} kind="lines" rows={2} label={w.about} />
          <Field {...f.of('aboutEnglish', programme?.about.en)} kind="lines" rows={2} optional label={w.aboutEnglish} />
          <SelectField
            {...f.of('agency', programme?.agencyId ?? (view.agencies.length === 1 ? view.agencies[0]!.id : undefined))}
            label={w.agency}
            options={view.agencies.map((one) => ({ value: one.id, label: one.name }))}
          />
          <SelectField
            {...f.of('pillar', programme?.pillar)}
            label={w.pillar}
            options={view.pillars.map((name, index) => ({ value: String(index + 1), label: name }))}
          />
          <ChoiceCards
            name="services"
            many
            two
            label={w.whichServices}
            hint={w.servicesHint}
            value={chosen ?? programme?.services.map((one) => one.code)}
            error={faultAt(errors, 'services')}
            choices={view.services.map((one) => ({
              value: one.code,
              label: one.name,
              ...(one.indicator === null ? {} : { hint: one.indicator }),
            }))}
          />
          <Field {...f.of('source', programme?.source)} optional label={w.source} />
        </PanelForm>
        {programme === undefined ? null : (
          <aside class="stack stack-m">
            {programme.isActive ? (
              <PanelForm
                action={`${action}/close`}
                title={w.close}
                lead={w.closeLead}
                send={w.close}
                kind="second"
                look="side"
              >
                <Field {...f.of('reason')} label={w.reason} />
              </PanelForm>
            ) : (
              <PanelForm
                action={`${action}/open`}
                title={w.open}
                lead={programme.closedReason}
                send={w.open}
                kind="second"
                look="side"
              />
            )}
            {view.history.length === 0 ? null : (
              <>
                <h2 class="h3">{say(w.history, language)}</h2>
                <Timeline
                  items={view.history.map((one) => ({
                    title: KINDS[one.kind],
                    at: { iso: one.on, words: day(one.on, language) },
                  }))}
                />
              </>
            )}
          </aside>
        )}
      </div>
    </div>
  )
}
