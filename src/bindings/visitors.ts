// Who is asking: cookies and session become a Visitor, once per request. The only place that reads cookies.
import type { RegionCode } from '../kernel/region-code.ts'
import { isTenantCode } from '../kernel/region-code.ts'
import type { Language } from '../kernel/text.ts'
import { findActor } from '../modules/regions/store.ts'
import type { Accounts, Session } from '../platform/auth/accounts.ts'
import { deviceName } from '../platform/auth/device-name.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import type { Actor, Assignment, Role, Visitor } from '../platform/http/visitor.ts'
import type { PageContext, Theme } from '../platform/ui/context.ts'
import { THEMES } from '../platform/ui/context.ts'
import { stylesheet } from '../platform/ui/styles-server.ts'
import { refusalRegistry } from '../refusals.ts'
import type { KnownRegion, RegionDirectory } from './region-directory.ts'

export type VisitorTools = {
  readonly database: Database
  readonly accounts: Accounts
  readonly regions: RegionDirectory
  readonly clock: Clock
  readonly demo: boolean
  readonly islands: Readonly<Record<string, string>>
  /** Whether the demo is still being filled. */
  readonly isFilling: () => boolean
}

const PLATFORM_HUE = 168

/** Roles that do not work in the civil registry's office: their pages carry the region's name alone. */
const OUTSIDE_OFFICE: ReadonlySet<Role> = new Set<Role>([
  'cadre',
  'midwife',
  'nutritionist',
  'doctor',
  'health-centre-head',
  'family-team',
  'village-cadre',
  'village-head',
  'programme-officer',
  'convergence-secretariat',
  'expert',
  'foster-parent',
])

/** The visitor of a request and, beside it, the session it came with. */
export class Visitors {
  readonly #visitors = new WeakMap<Request, Promise<Visitor>>()
  readonly #sessions = new WeakMap<Request, Promise<Session | undefined>>()
  constructor(readonly tools: VisitorTools) {}

  of(request: Request): Promise<Visitor> {
    const known = this.#visitors.get(request)
    if (known !== undefined) return known
    const made = this.#make(request)
    this.#visitors.set(request, made)
    return made
  }

  sessionOf(request: Request): Promise<Session | undefined> {
    const known = this.#sessions.get(request)
    if (known !== undefined) return known
    const found = this.tools.accounts.findSession(request.headers)
    this.#sessions.set(request, found)
    return found
  }

  async #make(request: Request): Promise<Visitor> {
    const { regions, demo } = this.tools
    const url = new URL(request.url)
    const first = url.pathname.split('/')[1] ?? ''
    const known = await (isTenantCode(first) ? regions.allWith(first) : regions.all())
    const region = isTenantCode(first) ? known.get(first) : undefined
    const cookies = readCookies(request)
    const language: Language = cookies.language === 'en' ? 'en' : 'id'
    const theme = (THEMES as readonly string[]).includes(cookies.theme ?? '') ? (cookies.theme as Theme) : undefined
    const session = await this.sessionOf(request)
    const actor = session === undefined ? undefined : await this.#actor(session, region, [...known.keys()])
    const path = url.pathname + url.search
    return {
      requestId: crypto.randomUUID(),
      language,
      ...(region === undefined ? {} : { region }),
      ...(actor === undefined ? {} : { actor }),
      page: this.#page({ language, theme, region, actor, path }),
      demo,
      device: deviceName(request.headers.get('user-agent') ?? ''),
      tell: (refusal) => refusalRegistry.tell(refusal, language),
      statusOf: (refusals) => refusalRegistry.status(refusals),
    }
  }

  async #actor(session: Session, region: KnownRegion | undefined, codes: readonly RegionCode[]): Promise<Actor> {
    const now = this.tools.clock.now()
    // Without a second factor an officer is a citizen like any other; the demo's people have none.
    const mayWork = session.strong || this.tools.demo
    const wanted = region === undefined ? codes : [region.code]
    const assignments: Assignment[] = []
    let personId: string | undefined
    for (const code of wanted) {
      await this.tools.database.inRegion(
        code,
        async (tx) => {
          const found = await findActor(tx, code, session.accountId, now)
          if (region !== undefined) personId = found.personId
          for (const row of mayWork ? found.assignments : [])
            assignments.push({
              role: row.role as Role,
              region: code,
              place: row.place,
              services: row.services,
              unit: row.unit_name,
              unitId: row.unit_id,
              ...(row.deputy_for === null ? {} : { deputyFor: row.deputy_for }),
            })
        },
        { readOnly: true },
      )
    }
    return {
      accountId: session.accountId,
      name: session.name,
      sessionId: session.sessionId,
      ...(personId === undefined ? {} : { personId }),
      assignments,
      ...(session.steppedUpAtMs === undefined ? {} : { steppedUpAt: session.steppedUpAtMs }),
    }
  }

  #page({
    language,
    theme,
    region,
    actor,
    path,
  }: {
    language: Language
    theme?: Theme
    region?: KnownRegion
    actor?: Actor
    path: string
  }): PageContext {
    const role = actor?.assignments[0]
    const hue = region?.hue ?? PLATFORM_HUE
    return {
      language,
      ...(theme === undefined ? {} : { theme }),
      region: {
        code: region?.code ?? '',
        name: region?.name ?? 'Pusat Jejaring Inovasi Daerah',
        ...(role !== undefined && region !== undefined && !OUTSIDE_OFFICE.has(role.role)
          ? { office: region.office }
          : {}),
        hue,
      },
      path,
      ...(actor === undefined
        ? {}
        : { person: { name: actor.name, ...(role === undefined ? {} : { role: role.unit }) } }),
      demo: this.tools.demo,
      ...(this.tools.isFilling() ? { filling: true } : {}),
      assets: { styles: [stylesheet(hue).path], islands: this.tools.islands },
      ...(region === undefined
        ? {
            links: {
              home: '/',
              top: platformLinks(language, actor !== undefined, this.tools.demo),
              foot: platformLinks(language, actor !== undefined, this.tools.demo),
            },
          }
        : {}),
    }
  }
}

function platformLinks(language: Language, signedIn: boolean, demo: boolean) {
  const word = (id: string, en: string): string => (language === 'id' ? id : en)
  return [
    { href: '/', label: word('Daerah', 'Regions') },
    { href: '/style', label: word('Panduan gaya', 'Style guide') },
    ...(demo ? [{ href: '/demo', label: word('Contoh', 'Demo') }] : []),
    ...(signedIn ? [] : [{ href: '/sign-in', label: word('Masuk', 'Sign in') }]),
  ]
}

function readCookies(request: Request): Readonly<Record<string, string | undefined>> {
  const header = request.headers.get('cookie') ?? ''
  return Object.fromEntries(header.split(';').map((part) => part.trim().split('=') as [string, string]))
}
