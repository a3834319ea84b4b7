// The list of services, and the public page of one: what it needs, what it promises, how it really does.
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { CheckList } from '../../platform/ui/check-list.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { FreshnessLine } from '../../platform/ui/freshness-line.tsx'
import { MenuRows } from '../../platform/ui/menu-rows.tsx'
import { MetaLine } from '../../platform/ui/meta-line.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Stat } from '../../platform/ui/stat.tsx'
import { Timeline } from '../../platform/ui/timeline.tsx'
import type { ReplacedForm } from './old-forms.ts'
import type { ServiceInfo, ServiceLine } from './port.ts'
import { CASE_WORDS as w } from './words.ts'

export const GROUP_NAMES: Readonly<Record<string, Text>> = {
  birth: { id: 'Anak lahir', en: 'A child is born' },
  death: { id: 'Ada yang meninggal', en: 'Someone has died' },
  marriage: { id: 'Menikah atau bercerai', en: 'Marriage and divorce' },
  child: { id: 'Status anak', en: 'Status of a child' },
  name: { id: 'Nama dan kewarganegaraan', en: 'Name and citizenship' },
  deed: { id: 'Akta: perbaikan, pembatalan, salinan', en: 'Deeds: repair, cancellation, copies' },
  'family-card': { id: 'Kartu Keluarga', en: 'Family card' },
  ktp: { id: 'KTP-el', en: 'Identity card' },
  kia: { id: 'Kartu Identitas Anak', en: 'Child identity card' },
  move: { id: 'Pindah rumah', en: 'Moving house' },
  foreigner: { id: 'Orang asing', en: 'Foreigners' },
  special: { id: 'Pendataan khusus', en: 'Special registrations' },
  digital: { id: 'Identitas digital', en: 'Digital identity' },
  internal: { id: 'Pemeriksaan dokumen', en: 'Checking documents' },
}

const FEW = 5

type ListProps = {
  base: string
  services: readonly ServiceLine[]
  query: string
  old?: ReplacedForm
  group?: string
  language: Language
}

export function ServiceListPage({ base, services, query, old, group, language }: ListProps) {
  const groups = Object.keys(GROUP_NAMES).filter((name) => services.some((service) => service.group === name))
  return (
    <div class="stack stack-l">
      <div class="stack narrow">
        <h1>
          {say(group !== undefined && GROUP_NAMES[group] !== undefined ? GROUP_NAMES[group]! : w.services, language)}
        </h1>
        <search>
          <form action={`${base}/services`} class="field">
            <label for="cari">{say(w.searchServices, language)}</label>
            <div class="search">
              <input id="cari" name="q" type="search" value={query} autocomplete="off" />
              <Button kind="second" icon="search" label={w.search} fill="never" />
            </div>
          </form>
        </search>
        {old === undefined ? null : (
          <Notice
            tone="care"
            fact={{ id: fill(w.oldForm.id, old), en: fill(w.oldForm.en, old) }}
            text={{ id: fill(w.oldFormText.id, old), en: fill(w.oldFormText.en, old) }}
          />
        )}
        {query !== '' && services.length > 0 ? (
          <p class="quiet">{fill(say(w.found, language), { count: services.length })}</p>
        ) : null}
      </div>
      {services.length === 0 ? (
        <EmptyState
          level={2}
          title={fill(say(w.nothingFound, language), { query })}
          text=""
          link={{ href: `${base}/services`, label: w.showAll }}
        />
      ) : null}
      {groups.map((name) => (
        <section class="stack" aria-labelledby={`h-${name}`}>
          <h2 id={`h-${name}`}>{say(GROUP_NAMES[name]!, language)}</h2>
          <MenuRows
            two
            rows={services
              .filter((service) => service.group === name)
              .map((service) => ({
                href: `${base}/services/${service.id}`,
                title: service.name,
                text: service.summary,
              }))}
          />
        </section>
      ))}
      {query !== '' || group !== undefined ? (
        <p>
          <a href={`${base}/services`}>{say(w.showAll, language)}</a>
        </p>
      ) : null}
    </div>
  )
}

export function ServicePage({ base, service, language }: { base: string; service: ServiceInfo; language: Language }) {
  const text = (template: Text, params: Readonly<Record<string, string | number>>): string =>
    fill(say(template, language), params)
  return (
    <div class="stack stack-l">
      <div class="split">
        <div class="stack stack-l narrow">
          <div class="stack">
            <h1>{say(service.name, language)}</h1>
            <p class="lead">{say(service.summary, language)}</p>
            <MetaLine
              facts={[
                ...(service.feeRupiah === 0 ? [{ icon: 'check' as const, text: w.free }] : []),
                { icon: 'clock', text: text(w.atMost, { hours: service.deadlineOfficeHours }) },
                { icon: 'phone', text: text(w.minutes, { minutes: service.minutes }) },
              ]}
            />
          </div>
          <div class="row">
            {service.startsOnline ? (
              <form method="post" action={`${base}/services/${service.id}/start`}>
                <Button label={w.start} />
              </form>
            ) : null}
            <a href={`${base}/me`}>{say(w.resume, language)}</a>
          </div>
          {service.startsOnline ? null : <Notice fact={w.withOfficer} text={w.withOfficerText} icon="office" />}
          {service.report === undefined ? null : (
            <Notice tone="care" fact={text(w.reportWithin, { days: service.report.days })} text={w.reportLate} />
          )}
          {service.inPerson === undefined ? null : <Notice fact={service.inPerson} icon="person" />}
          <section class="stack" aria-labelledby="h-prepare">
            <h2 id="h-prepare">{say(w.prepare, language)}</h2>
            {service.documents.length === 0 ? (
              <p>{say(w.nothingToPrepare, language)}</p>
            ) : (
              <CheckList
                items={service.documents.map((document) => ({
                  icon: 'doc',
                  title: document.label,
                  text: [
                    say(document.hint, language),
                    document.when === undefined ? '' : text(w.onlyWhen, { when: say(document.when, language) }),
                    document.held ? say(w.heldByUs, language) : '',
                    document.alternatives.length > 0
                      ? text(w.orInstead, { what: document.alternatives.map((one) => say(one, language)).join(', ') })
                      : '',
                  ]
                    .filter((part) => part !== '')
                    .join(' '),
                }))}
              />
            )}
          </section>
          <section class="stack panel panel-wash" aria-labelledby="h-not">
            <h2 id="h-not">{say(w.notNeeded, language)}</h2>
            <CheckList
              items={[
                { tone: 'no', title: w.noLetter },
                { tone: 'no', title: w.noStamp },
                { tone: 'no', title: w.noKnown, text: w.noKnownText },
              ]}
            />
          </section>
          <section class="stack" aria-labelledby="h-after">
            <h2 id="h-after">{say(w.after, language)}</h2>
            <Timeline
              order="forward"
              items={service.steps.map((step) => ({ title: step.title, text: step.text, state: 'done' as const }))}
            />
          </section>
        </div>
        <aside class="stack stack-m">
          <section class="stack panel" aria-labelledby="h-ways">
            <h2 id="h-ways">{say(w.otherWays, language)}</h2>
            <CheckList
              items={[
                ...(service.channels.includes('village')
                  ? [{ icon: 'house' as const, title: w.village, text: w.villageText }]
                  : []),
                ...(service.channels.includes('whatsapp')
                  ? [{ icon: 'chat' as const, title: w.whatsapp, text: w.whatsappText }]
                  : []),
                ...(service.channels.includes('counter')
                  ? [
                      {
                        icon: 'office' as const,
                        title: text(w.counter, { office: service.keeper }),
                        text: service.opensToday,
                      },
                    ]
                  : []),
              ]}
            />
          </section>
          <Figures service={service} language={language} />
          <div class="panel panel-wash stack stack-s s">
            <h2 class="h3">{say(w.legal, language)}</h2>
            <p>
              {service.legalBasis.join('; ')}.{' '}
              {service.forms.length > 0 ? text(w.filledForms, { forms: service.forms.join(', ') }) : ''}{' '}
              {service.deadlineConfirmed ? '' : say(w.unconfirmed, language)}
            </p>
          </div>
        </aside>
      </div>
      <FreshnessLine keeper={service.keeper} confirmedOn={service.confirmedOn} reportHref={`${base}/help`} />
    </div>
  )
}

function Figures({ service, language }: { service: ServiceInfo; language: Language }) {
  const { figures } = service
  if (figures === undefined) return <p class="s quiet">{say(w.noFigures, language)}</p>
  const params = { count: figures.issued, month: figures.month, returned: figures.returned }
  const number = (value: number): string =>
    value.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 1 })
  return (
    <>
      <Stat
        value={number(figures.medianHours)}
        unit={w.officeHours}
        reading={fill(say(w.medianReading, language), { p90: number(figures.p90Hours) })}
        source={fill(say(w.figureSource, language), params)}
      />
      <Stat
        value={number(Math.round((figures.returned * 100) / Math.max(1, figures.issued)))}
        unit={w.outOf100}
        reading={
          figures.topReason === undefined
            ? w.returnedPlain
            : fill(say(w.returnedReading, language), { reason: say(figures.topReason, language) })
        }
        source={fill(say(w.figureReturned, language), params)}
      />
      <p class="s quiet">{heldText(figures.held, figures.month, language)}</p>
    </>
  )
}

/** Few enough to be somebody's neighbour are not counted out. */
function heldText(held: number, month: string, language: Language): string {
  if (held === 0) return fill(say(w.heldNone, language), { month })
  return fill(say(held < FEW ? w.heldFew : w.heldMonth, language), { held, month, few: FEW })
}
