// The living style guide at /style: the ground, every component with what it takes and live in three themes, whole sample pages. It is drawn
// from the same components, types and colours as the product, so it cannot promise what the product does not do.
import { say, type Text } from '../../../kernel/text.ts'
import { type PageContext, THEMES } from '../context.ts'
import { Icon } from '../icon.tsx'
import { type Element, usePhrase } from '../language.ts'
import { LinkTo } from '../link-to.tsx'
import { Page } from '../page.tsx'
import { Table } from '../table.tsx'
import { words } from '../words.ts'
import { actions } from './examples-actions.tsx'
import { field } from './examples-field.tsx'
import { figures } from './examples-figures.tsx'
import { forms } from './examples-forms.tsx'
import { lists } from './examples-lists.tsx'
import { pickers } from './examples-pickers.tsx'
import { records } from './examples-records.tsx'
import { Accents, Cloths, Contrasts, Icons, Letters } from './foundations.tsx'
import propDocs from './props.json' with { type: 'json' }
import { type ComponentDoc, type ComponentGroup, type PropDocs, text } from './registry.ts'
import { samplePages } from './samples/samples.ts'

export const componentGroups: readonly ComponentGroup[] = [actions, forms, pickers, records, lists, figures, field]
const takes: PropDocs = propDocs

function Component({ doc }: { doc: ComponentDoc }) {
  const phrase = usePhrase()
  const props = Object.entries(takes[doc.name] ?? {})
  return (
    <section class="stack" id={doc.name}>
      <h3>{doc.name}</h3>
      <p>
        <b>{phrase(doc.use)}</b> {phrase(doc.rules)}
      </p>
      {doc.examples.map((example, index) => (
        <figure class="stack stack-s">
          <figcaption class="s quiet">{phrase(example.title)}</figcaption>
          <div class={example.wide ? 'themes-3 one' : 'themes-3'}>
            {THEMES.map((theme) => (
              <form
                class="panel"
                data-theme={theme}
                action={`#${doc.name}`}
                aria-label={`${doc.name} ${index + 1}, ${theme}`}
              >
                {example.render((name) => `${name}-${doc.name}-${index}-${theme}`)}
              </form>
            ))}
          </div>
        </figure>
      ))}
      <details lang="en">
        <summary>
          Options of {doc.name}
          <Icon name="down" />
        </summary>
        <Table
          dense
          phone="cards"
          caption={`Options of ${doc.name}, ${doc.file}.tsx`}
          columns={[
            { key: 'name', label: 'Name', title: true },
            { key: 'type', label: 'Type' },
            { key: 'required', label: 'Required' },
            { key: 'about', label: 'Description' },
          ]}
          rows={props.map(([name, prop]) => ({
            cells: { name, type: <code>{prop.type}</code>, required: prop.required ? 'yes' : 'no', about: prop.about },
          }))}
        />
      </details>
      {doc.samples ? (
        <p class="s">
          {phrase(text('Di tempatnya:', 'In its place:'))}{' '}
          {doc.samples.map((name, index) => (
            <>
              {index > 0 ? ', ' : null}
              <LinkTo href={`/style/pages/${name}`} label={samplePages[name]?.title} />
            </>
          ))}
        </p>
      ) : null}
    </section>
  )
}

function Section({ id, title, children }: { id: string; title: Text; children?: Element | readonly Element[] }) {
  const phrase = usePhrase()
  return (
    <section class="stack stack-m" id={id}>
      <h2>{phrase(title)}</h2>
      {children}
    </section>
  )
}

const PRINCIPLES: readonly Text[] = [
  text(
    'Satu halaman, satu jawaban: apa yang benar sekarang, apa langkah berikutnya.',
    'One page, one answer: what is true now, what to do next.',
  ),
  text(
    'Tenang itu pelayanan. Warna hanya untuk yang bisa ditekan, yang perlu perhatian, dan kain.',
    'Calm is a service. Colour for what can be pressed, what needs care, and the cloth.',
  ),
  text(
    'Tepat dan jujur: setiap angka dengan satuan, sumber, tanggal, dan dasarnya.',
    'Exact and honest: every figure with unit, source, date and base.',
  ),
  text('Tidak ada yang disalahkan, tidak ada yang hilang.', 'Nobody is blamed, nothing is lost.'),
  text(
    'Tetap bekerja tanpa skrip, di bawah matahari, pada 2G, dengan satu jempol.',
    'Works without script, in the sun, on 2G, with one thumb.',
  ),
]

/** The page at /style. The route adds `guideStyle` (style-guide/guide-style.ts) to the page's styles. */
export function styleGuidePage(context: PageContext): Element {
  const { language } = context
  const title = say(text('Panduan gaya', 'Style guide'), language)
  const contents: readonly (readonly [id: string, title: Text])[] = [
    ['ground', text('Dasar', 'Ground')],
    ...componentGroups.map((group) => [group.id, group.title] as const),
    ['pages', text('Contoh halaman', 'Sample pages')],
  ]
  return (
    <Page
      context={context}
      variant="office"
      title={title}
      tabs={contents.map(([id, name]) => ({ href: `#${id}`, label: say(name, language) }))}
    >
      <div class="stack stack-xl">
        <div class="stack">
          <h1>{title}</h1>
          <p class="lead">
            {say(
              text(
                'Semua bagian layar Puja Indah, hidup, dalam tiga tema.',
                'Every part of Puja Indah’s screens, live, in three themes.',
              ),
              language,
            )}
          </p>
          <ul class="principles">
            {PRINCIPLES.map((principle) => (
              <li>{say(principle, language)}</li>
            ))}
          </ul>
        </div>
        <Section id="ground" title={text('Dasar', 'Ground')}>
          <Cloths />
          <h3>{say(text('Huruf', 'Letters'), language)}</h3>
          <Letters />
          <h3>
            {say(
              text('Warna daerah: satu rona, 360 kemungkinan', 'A region’s colour: one hue, 360 possibilities'),
              language,
            )}
          </h3>
          <Accents />
          <h3>{say(text('Kontras', 'Contrast'), language)}</h3>
          <Contrasts />
          <h3>{say(text('Tanda', 'Icons'), language)}</h3>
          <Icons />
        </Section>
        {componentGroups.map((group) => (
          <Section id={group.id} title={group.title}>
            {group.components.map((doc) => (
              <Component doc={doc} />
            ))}
          </Section>
        ))}
        <Section id="pages" title={text('Contoh halaman', 'Sample pages')}>
          <ul class="plain">
            {Object.entries(samplePages).map(([name, page]) => (
              <li>
                <LinkTo href={`/style/pages/${name}`} label={page.title} />
              </li>
            ))}
          </ul>
        </Section>
        <p class="xs quiet">{say(words.demo, language)}</p>
      </div>
    </Page>
  )
}
