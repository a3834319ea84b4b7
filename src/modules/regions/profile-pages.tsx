// The page of a region's own profile: what papers say, the logo, hours and days off, and what they do to promises. Must stay
// true: what was typed comes back; days gone by have no button.
import { WEEKDAY_NAMES } from '../../kernel/date-format.ts'
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { Upload } from '../../platform/ui/upload.tsx'
import type { DayOffLine, ProfileView } from './profile-port.ts'
import { type HoursForm, PROFILE_FIELDS, type ProfileForm } from './profile-rules.ts'
import { FIELD_WORDS, PROFILE_WORDS as w } from './profile-words.ts'

type Fault = { readonly at?: string; readonly text: string }
export type TypedProfile = {
  readonly form?: ProfileForm
  readonly hours?: HoursForm
  readonly day?: { readonly day: string; readonly month: string; readonly year: string; readonly name: string }
}
const DONE = { saved: w.saved, calendar: w.savedCalendar } as const
export type ProfileDone = keyof typeof DONE
export const isProfileDone = (word: string | undefined): word is ProfileDone => word !== undefined && word in DONE

export function ProfilePage({
  base,
  view,
  typed = {},
  errors = [],
  done,
  language,
}: {
  base: string
  view: ProfileView
  typed?: TypedProfile
  errors?: readonly Fault[]
  done?: ProfileDone
  language: Language
}) {
  const words = (text: Text): string => say(text, language)
  const here = `${base}/office/profile`
  const faultOf = (name: string) => {
    const found = errors.find((one) => one.at === name)
    return found === undefined ? {} : { error: found.text }
  }
  const form = typed.form ?? view.form
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      {done === undefined ? null : <Notice tone="good" fact={DONE[done]} />}
      <div class="stack stack-s">
        <h1>{words(w.title)}</h1>
        <p class="lead">{words(w.lead)}</p>
      </div>
      <form method="post" action={here} class="stack stack-m">
        <h2>{words(w.identity)}</h2>
        <p class="quiet">{words(w.identityText)}</p>
        <input type="hidden" name="version" value={view.version} />
        {PROFILE_FIELDS.map((name) => (
          <Field
            name={name}
            value={form[name]}
            {...FIELD_WORDS[name]}
            {...(name === 'hue' ? { kind: 'number' as const, width: 4 as const } : {})}
            {...(name === 'headNip' || name === 'headTitle' || name === 'deedTitle' || name === 'notices'
              ? { optional: true }
              : {})}
            {...faultOf(name)}
          />
        ))}
        <p>
          <Button label={w.save} />
        </p>
      </form>
      <section class="stack stack-m">
        <h2>{words(w.logo)}</h2>
        <p class="quiet">{words(w.logoText)}</p>
        {view.hasLogo ? (
          <>
            <p>
              <img src={`${base}/logo`} alt={words(w.logoNow)} width="96" height="96" />
            </p>
            <form method="post" action={`${here}/logo/remove`}>
              <Button small kind="second" label={w.logoRemove} />
            </form>
          </>
        ) : (
          <p>{words(w.logoNone)}</p>
        )}
        <form method="post" action={`${here}/logo`} enctype="multipart/form-data" class="stack stack-m">
          <Upload
            name="logo"
            label={w.logoFile}
            samples={[]}
            accept="image/png,image/jpeg,image/webp"
            {...faultOf('logo')}
          />
          <p>
            <Button kind="second" label={w.logoSend} />
          </p>
        </form>
      </section>
      <section class="stack stack-m">
        <h2>{words(w.effect)}</h2>
        <p>{fill(words(w.effectText), { hours: String(view.example.hours), due: view.example.due })}</p>
        <p class="quiet">{fill(words(w.openCases), { count: String(view.openCases) })}</p>
      </section>
      <Hours here={here} view={view} hours={typed.hours ?? view.hours} errors={errors} language={language} />
      <DaysOff here={here} view={view} language={language} />
      <form method="post" action={`${here}/days`} class="stack stack-m">
        <h2>{words(w.addDay)}</h2>
        <DateOfBirth
          name="day"
          label={w.date}
          {...(typed.day === undefined ? {} : { value: typed.day })}
          {...faultOf('day')}
        />
        <Field
          name="dayName"
          label={w.dayName}
          hint={w.dayNameHint}
          value={typed.day?.name ?? ''}
          maxlength={80}
          {...faultOf('dayName')}
        />
        <p>
          <Button kind="second" label={w.add} />
        </p>
      </form>
    </div>
  )
}

function Hours({
  here,
  view,
  hours,
  errors,
  language,
}: {
  here: string
  view: ProfileView
  hours: HoursForm
  errors: readonly Fault[]
  language: Language
}) {
  const box = (day: number, part: 'open' | 'close' | 'breaks', label: Text, value: string) => (
    <input
      id={part === 'open' ? `hours-${day}` : `${part}-${day}`}
      name={`${part}-${day}`}
      value={value}
      size={part === 'breaks' ? 14 : 6}
      autocomplete="off"
      aria-label={`${WEEKDAY_NAMES[language][day - 1]}, ${say(label, language)}`}
      aria-invalid={errors.some((one) => one.at === `hours-${day}`) ? 'true' : undefined}
    />
  )
  return (
    <form method="post" action={`${here}/hours`} class="stack stack-m">
      <h2>
        {say(w.hours, language)} ({view.zone})
      </h2>
      <p class="quiet">{say(w.hoursText, language)}</p>
      <input type="hidden" name="version" value={view.calendarVersion} />
      <Table
        caption={w.hours}
        phone="cards"
        columns={[
          { key: 'day', label: w.day, title: true },
          { key: 'open', label: w.opens },
          { key: 'close', label: w.closes },
          { key: 'breaks', label: w.breaks },
        ]}
        rows={hours.map((row, index) => ({
          cells: {
            day: WEEKDAY_NAMES[language][index] ?? '',
            open: box(index + 1, 'open', w.opens, row.open),
            close: box(index + 1, 'close', w.closes, row.close),
            breaks: box(index + 1, 'breaks', w.breaks, row.breaks),
          },
        }))}
      />
      <p>
        <Button kind="second" label={w.saveHours} />
      </p>
    </form>
  )
}

function DaysOff({ here, view, language }: { here: string; view: ProfileView; language: Language }) {
  const button = (line: DayOffLine, to: string, label: Text) => (
    <form method="post" action={`${here}/days${to}`}>
      <input type="hidden" name="date" value={line.date} />
      {to === '' ? <input type="hidden" name="dayName" value={say(line.name, 'id')} /> : null}
      <Button small kind="second" label={label} hidden={line.shown} />
    </form>
  )
  return (
    <section class="stack stack-m">
      <h2>{say(w.daysOff, language)}</h2>
      <p class="quiet">{fill(say(w.daysText, language), { calendar: view.calendar })}</p>
      {view.daysOff.length === 0 ? (
        <EmptyState title={w.noDays} text={w.noDaysText} />
      ) : (
        <Table
          caption={w.daysOff}
          phone="cards"
          columns={[
            { key: 'date', label: w.date, title: true },
            { key: 'name', label: w.name },
            { key: 'kind', label: w.kind },
            { key: 'act', label: w.removeDay, hidden: true },
          ]}
          rows={view.daysOff.map((line) => ({
            cells: {
              date: line.shown,
              name: line.name,
              kind: w[line.kind],
              act: button(line, '/remove', line.kind === 'regional' ? w.removeDay : w.work),
            },
          }))}
        />
      )}
      {view.worked.length === 0 ? null : (
        <>
          <h3>{say(w.worked, language)}</h3>
          <Table
            caption={w.worked}
            phone="cards"
            columns={[
              { key: 'date', label: w.date, title: true },
              { key: 'name', label: w.name },
              { key: 'act', label: w.restore, hidden: true },
            ]}
            rows={view.worked.map((line) => ({
              cells: { date: line.shown, name: line.name, act: button(line, '', w.restore) },
            }))}
          />
        </>
      )}
    </section>
  )
}
