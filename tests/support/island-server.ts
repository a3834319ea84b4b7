// A page for each island, the built islands, and a server that can lose the signal in the middle: for the browser tests of src/islands.

import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { build } from 'esbuild'
import { Hono } from 'hono'
import type { PageContext } from '../../src/platform/ui/context.ts'
import { islandPage } from './island-pages.tsx'

export const ISLANDS = ['upload', 'search-villages', 'autosave', 'passkey', 'read-aloud'] as const

export type Received = {
  readonly calls: string[]
  parts: Uint8Array
  plain: { name: string; bytes: Uint8Array } | undefined
  readonly answers: Record<string, string>[]
}
export type IslandServer = {
  readonly origin: string
  readonly received: Received
  /** Numbers of calls (from 1) that get no answer at all. */
  readonly lost: Set<number>
  /** When set, `complete` refuses with this sentence; when `gone`, there are no parts at all. */
  mood: { refusal?: string; gone?: boolean; offline?: boolean }
  close(): Promise<void>
}

/** The islands as they are shipped: one file each, minified. */
export async function buildIslands(): Promise<ReadonlyMap<string, string>> {
  const folder = fileURLToPath(new URL('../../src/islands/', import.meta.url))
  const { outputFiles } = await build({
    entryPoints: ISLANDS.map((name) => `${folder}${name}.ts`),
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2019',
    outdir: '/islands',
  })
  return new Map(outputFiles.map((file) => [file.path, file.text]))
}

export async function startIslandServer(): Promise<IslandServer> {
  const scripts = await buildIslands()
  const app = new Hono<{ Bindings: { incoming: { socket: { destroy(): void } } } }>()
  const received: Received = { calls: [], parts: new Uint8Array(), plain: undefined, answers: [] }
  const lost = new Set<number>()
  const state: { mood: IslandServer['mood'] } = { mood: {} }
  const context = (path: string): PageContext => ({
    language: 'id',
    region: { code: '63.11', name: 'Kabupaten Balangan', hue: 168 },
    path,
    assets: { styles: [], islands: Object.fromEntries(ISLANDS.map((name) => [name, `/islands/${name}.js`])) },
  })
  for (const [path, text] of scripts) app.get(path, (c) => c.body(text, 200, { 'Content-Type': 'text/javascript' }))
  app.get('/page/:name', async (c) => c.html(await islandPage(c.req.param('name'), context(c.req.path))))
  app.use('/up/*', async (c, next) => {
    received.calls.push(`${c.req.method} ${new URL(c.req.url).pathname.replace(/[0-9a-f-]{36}/, 'ID')}`)
    if (lost.delete(received.calls.length)) {
      c.env.incoming.socket.destroy()
      return c.body(null)
    }
    return next()
  })
  app.on(['HEAD', 'GET'], '/up/:id/parts', (c) =>
    state.mood.gone ? c.notFound() : c.body(null, 204, { 'Upload-Offset': String(received.parts.length) }),
  )
  app.post('/up/:id/parts', async (c) => {
    const part = new Uint8Array(await c.req.arrayBuffer())
    if (Number(c.req.query('offset')) !== received.parts.length) return c.text('offset', 409)
    received.parts = Uint8Array.from([...received.parts, ...part])
    return c.body(null, 204, { 'Upload-Offset': String(received.parts.length) })
  })
  app.post('/up/:id/parts/complete', (c) => (state.mood.refusal ? c.text(state.mood.refusal, 422) : c.body(null, 204)))
  app.post('/up', async (c) => {
    const file = (await c.req.formData()).get('file')
    if (file instanceof File) received.plain = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
    return c.redirect('/page/thanks', 303)
  })
  app.get('/villages', async (c) => {
    received.calls.push(`villages ${c.req.query('q')} ${c.req.query('field')}`)
    return c.html(await islandPage('finds', context('/villages')))
  })
  app.post('/answers', async (c) => {
    if (state.mood.offline) {
      c.env.incoming.socket.destroy()
      return c.body(null)
    }
    received.answers.push(
      Object.fromEntries([...(await c.req.formData()).entries()].map(([name, value]) => [name, String(value)])),
    )
    return c.redirect('/page/thanks', 303)
  })
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        origin: `http://127.0.0.1:${port}`,
        received,
        lost,
        get mood() {
          return state.mood
        },
        set mood(mood) {
          state.mood = mood
        },
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      }),
    )
  })
}
