import { describe, expect, test } from 'vitest'
import type { PageContext } from './context.ts'
import { Icon } from './icon.tsx'
import { useLanguage } from './language.ts'
import { Page } from './page.tsx'
import { linksOf, markCurrent } from './page-links.ts'

const context: PageContext = {
  language: 'id',
  region: { code: '63.11', name: 'Kabupaten Balangan', hue: 168 },
  path: '/63.11/services/birth-wni?x=1',
  assets: { styles: ['/assets/ui-1.css'], islands: { upload: '/islands/upload.js', autosave: '/islands/autosave.js' } },
}
const draw = async (
  props: Omit<Parameters<typeof Page>[0], 'context'>,
  more: Partial<PageContext> = {},
): Promise<string> => String(await Page({ context: { ...context, ...more }, ...props }))

describe('the document', () => {
  test('names the language, the region and the theme', async () => {
    const html = await draw({ title: 'Akta <kelahiran>' }, { theme: 'gelap' })
    expect(html).toMatch(/^<!doctype html>\n<html lang="id" data-theme="gelap">/)
    expect(html).toContain('<title>Akta &lt;kelahiran&gt; - Puja Indah Balangan</title>')
    expect(html).toContain('<meta name="theme-color" content="#024f3a">')
    expect(html).toContain('<link rel="stylesheet" href="/assets/ui-1.css">')
  })

  test('leaves the theme to the device when nobody chose', async () => {
    expect(await draw({ title: 'x' })).toMatch(/<html lang="id">/)
  })

  test('counts faults in the window’s title', async () => {
    expect(await draw({ title: 'Anak', errorCount: 3 })).toContain('<title>Ada 3 yang perlu diperbaiki: Anak - Puja')
    expect(await draw({ title: 'Child', errorCount: 1 }, { language: 'en' })).toContain(
      '<title>1 to put right: Child - Puja',
    )
  })

  test('carries only the symbols and scripts its content uses, async content too', async () => {
    const Late = async () => <Icon name="boat" />
    const html = await draw({ title: 'x', children: [<Icon name="baby" />, <Late />, <form data-island="upload" />] })
    expect([...html.matchAll(/<symbol id="i-(\w+)"/g)].map((match) => match[1])).toEqual(['baby', 'boat'])
    expect(html).toContain('<script type="module" src="/islands/upload.js"></script>')
    expect(html).not.toContain('autosave.js')
  })

  test('tells everything inside which language to speak', async () => {
    const Voice = () => <i>{useLanguage()}</i>
    expect(await draw({ title: 'x', children: <Voice /> }, { language: 'en' })).toContain('<i>en</i>')
    expect(await draw({ title: 'x', children: <Voice /> })).toContain('<i>id</i>')
  })

  test('escapes what people wrote', async () => {
    expect(await draw({ title: 'x', children: '<script>alert(1)</script>' })).not.toContain('<script>alert')
  })
})

describe('top and foot', () => {
  test('mark the link this page lies under, the longest one only', async () => {
    const html = await draw({ title: 'x' })
    expect(html.match(/<a class="opt" href="\/63.11\/services" aria-current="true"/g)).toHaveLength(1)
    expect(
      markCurrent(
        [
          { href: '/a', label: '' },
          { href: '/a/b', label: '' },
        ],
        '/a/b/c?d',
      ).map((link) => link.current ?? false),
    ).toEqual([false, true])
    expect(markCurrent([{ href: '/a', label: '' }], '/ab')[0]?.current).toBeUndefined()
  })

  test('offer the other language and three themes, and bring people back here', async () => {
    const html = await draw({ title: 'x' })
    const back = 'back=%2F63.11%2Fservices%2Fbirth-wni%3Fx%3D1'
    expect(html).toContain(`/preferences?language=en&amp;${back}`)
    for (const theme of ['terang', 'gelap', 'terik']) expect(html).toContain(`/preferences?theme=${theme}&amp;${back}`)
    expect(html).toContain('lang="en" hreflang="en"')
  })

  test('never show more than five links above', () => {
    const many = Array.from({ length: 9 }, (_, i) => ({ href: `/${i}`, label: `${i}` }))
    expect(linksOf({ ...context, links: { top: many } }).top).toHaveLength(5)
  })

  test('let signed-in people out by POST and others in', async () => {
    expect(await draw({ title: 'x' })).toContain('/sign-in?back=')
    const inside = await draw({ title: 'x' }, { person: { name: 'Norhayati', role: 'Kepala bidang' } })
    expect(inside).toContain('<form method="post" action="/sign-out">')
    expect(inside).not.toContain('/sign-in')
  })

  test('an office shows who works and its tabs; the field shows its own name', async () => {
    const office = await draw(
      { title: 'x', variant: 'office', tabs: [{ href: '/63.11/services', label: 'Daftar kerja' }] },
      { person: { name: 'Norhayati', role: 'Kepala bidang' } },
    )
    expect(office).toContain('<body class="office">')
    expect(office).toContain('<div class="whoami"><b>Norhayati</b>Kepala bidang</div>')
    expect(office).toMatch(/class="tabs"[^>]*><a href="\/63.11\/services" aria-current="true">/)
    expect(await draw({ title: 'x', variant: 'field', top: { name: 'Andamai', sub: 'Hari 1' } })).toContain(
      '<b>Andamai</b><small>Hari 1</small>',
    )
  })

  test('say while a demo is being filled that more is coming', async () => {
    expect(await draw({ title: 'x' }, { demo: true })).not.toContain('masih diisi')
    expect(await draw({ title: 'x' }, { demo: true, filling: true })).toContain('Data contoh masih diisi.')
  })

  test('say when the data are invented', async () => {
    expect(await draw({ title: 'x' })).not.toContain('Data contoh')
    expect(await draw({ title: 'x' }, { demo: true })).toContain('Data contoh')
  })
})
