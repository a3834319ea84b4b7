// A family's own children: list and chart. Must stay true: words before the chart; neither N or T nor a score is written here.
import { Hono } from 'hono'
import { say, type Text } from '../../kernel/text.ts'
import { page, refused } from '../../platform/http/respond.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { MenuRows } from '../../platform/ui/menu-rows.tsx'
import { cardFile } from './card-file.ts'
import { ChartSection, chartOf, LastWeighings } from './chart-section.tsx'
import { Schedule, VACCINE_WORDS, vaccineSentence } from './immunisation/immunisation-pages.tsx'
import type { ParentPort } from './parent-port.ts'
import { REGION } from './posyandu-frame.ts'
import { age, POSYANDU_WORDS as w } from './posyandu-words.ts'

const WORDS = {
  title: { id: 'Pertumbuhan anak saya', en: 'How my child grows' },
  empty: { id: 'Belum ada anak Anda di posyandu', en: 'No child of yours at a posyandu yet' },
  emptyText: {
    id: 'Grafik muncul di sini bila anak di kartu keluarga Anda sudah dicatat kader posyandu. Bawa buku KIA dan NIK anak ke posyandu terdekat.',
    en: 'The chart appears here once a child of your family card is recorded by a posyandu cadre. Bring the KIA book and the NIK.',
  },
  mine: { id: 'Permohonan saya', en: 'My applications' },
} as const satisfies Readonly<Record<string, Text>>

export function parentRoutes(port: ParentPort): Hono {
  const app = new Hono()
  app.get(`${REGION}/balanting/my-children`, async (c) => {
    const visitor = await port.visitor(c.req.raw)
    if (visitor.region === undefined) return refused(c, visitor, [{ code: 'not-found' }])
    if (visitor.actor === undefined) return refused(c, visitor, [{ code: 'sign-in-needed' }])
    const { language } = visitor
    const base = `/${visitor.region.code}`
    const children = await port.listOwn(visitor)
    return page(c, visitor, {
      title: say(WORDS.title, language),
      back: { href: `${base}/me`, label: say(WORDS.mine, language) },
      children: (
        <div class="stack stack-m narrow">
          <h1>{say(WORDS.title, language)}</h1>
          {children.length === 0 ? (
            <EmptyState level={2} title={WORDS.empty} text={WORDS.emptyText} />
          ) : (
            <MenuRows
              rows={children.map(({ child, advice }) => ({
                href: `${base}/balanting/my-children/${child.childId}`,
                title: child.name,
                text: `${age(child.ageMonths, child.ageDays, language)}. ${say(advice, language)}`,
                icon: 'baby' as const,
              }))}
            />
          )}
        </div>
      ),
    })
  })
  app.get(`${REGION}/balanting/my-children/:child`, async (c) => {
    const visitor = await port.visitor(c.req.raw)
    if (visitor.region === undefined) return refused(c, visitor, [{ code: 'not-found' }])
    if (visitor.actor === undefined) return refused(c, visitor, [{ code: 'sign-in-needed' }])
    const found = await port.readOwn(visitor, c.req.param('child'))
    if (!found.ok) return refused(c, visitor, found.refusals)
    const { language } = visitor
    const { child, advice, months, vaccines, events } = found.value
    const list = `/${visitor.region.code}/balanting/my-children`
    return page(c, visitor, {
      title: child.name,
      back: { href: list, label: say(WORDS.title, language) },
      children: (
        <div class="stack stack-l medium">
          <div class="stack stack-xs">
            <h1>{child.name}</h1>
            <p class="quiet">
              {say(child.sex === 1 ? w.boy : w.girl, language)}, {age(child.ageMonths, child.ageDays, language)}.{' '}
              {child.posyandu.name}, {child.posyandu.village}
            </p>
          </div>
          <p class="panel panel-wash t-l">
            <b>{say(advice, language)}</b>
          </p>
          <ChartSection
            child={child}
            months={months}
            events={events}
            chart={chartOf(c.req.query('chart'))}
            href={`${list}/${child.childId}`}
            language={language}
          />
          <LastWeighings months={months} language={language} />
          <p>
            <Button kind="second" href={`${list}/${child.childId}/card.pdf`} icon="download" label={w.cardFile} />
          </p>
          <section class="stack stack-s" id="imunisasi">
            <h2>{say(VACCINE_WORDS.title, language)}</h2>
            <p>
              <b>{vaccineSentence(vaccines.lines, vaccines.summary, language)}</b>
            </p>
            {vaccines.summary.given === 0 ? null : <Schedule lines={vaccines.lines} language={language} />}
          </section>
        </div>
      ),
    })
  })
  app.get(`${REGION}/balanting/my-children/:child/card.pdf`, async (c) => {
    const visitor = await port.visitor(c.req.raw)
    if (visitor.region === undefined) return refused(c, visitor, [{ code: 'not-found' }])
    if (visitor.actor === undefined) return refused(c, visitor, [{ code: 'sign-in-needed' }])
    const found = await port.readOwn(visitor, c.req.param('child'))
    return found.ok ? cardFile(c, port, visitor, found.value) : refused(c, visitor, found.refusals)
  })
  return app
}
