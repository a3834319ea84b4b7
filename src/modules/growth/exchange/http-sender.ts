// Sends items over HTTP: a FHIR transaction to the FHIR base, values to DHIS2. Must stay true: throws nothing; keeps a token and
// reuses it; of an answer only its status, its ids and its codes are read, never its texts.
import type { SendAnswer } from './outbox-rules.ts'
import type { ExchangeSender, OutgoingItem } from './sender-port.ts'

export type SenderOptions = {
  readonly baseUrl: string
  /** Form-encoded client credentials; undefined: no token is asked for (DHIS2 with a personal token). */
  readonly credentials?: { readonly clientId: string; readonly clientSecret: string }
  readonly timeoutMs?: number
  /** How requests leave; `guarded-fetch.ts` in production, so that no address inside the network is reached. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
}

export class HttpSender implements ExchangeSender {
  private token: string | undefined
  constructor(private readonly options: SenderOptions) {}

  async renew(): Promise<boolean> {
    const { credentials, baseUrl } = this.options
    if (credentials === undefined) return false
    const answer = await this.fetch(`${baseUrl}/oauth2/v1/accesstoken?grant_type=client_credentials`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ client_id: credentials.clientId, client_secret: credentials.clientSecret }),
    })
    const body: unknown = answer?.ok === true ? await answer.json().catch(() => undefined) : undefined
    this.token = textIn(body, 'access_token')
    return this.token !== undefined
  }

  async send(item: OutgoingItem): Promise<SendAnswer> {
    if (this.token === undefined && this.options.credentials !== undefined) await this.renew()
    const fhir = item.target === 'satusehat'
    const answer = await this.fetch(`${this.options.baseUrl}${fhir ? '/fhir-r4/v1' : '/api/dataValueSets'}`, {
      method: 'POST',
      headers: {
        'content-type': fhir ? 'application/fhir+json' : 'application/json',
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
      },
      body: item.payload,
    })
    if (answer === undefined) return { kind: 'network' }
    const body: unknown = await answer.json().catch(() => undefined)
    const retryAfter = Number(answer.headers.get('retry-after'))
    const remoteId = textIn(body, 'id')
    return {
      kind: 'answer',
      status: answer.status,
      issues: codesIn(body),
      ...(Number.isFinite(retryAfter) && retryAfter > 0 ? { retryAfter } : {}),
      ...(remoteId === undefined ? {} : { remoteId }),
    }
  }

  private async fetch(url: string, init: RequestInit): Promise<Response | undefined> {
    try {
      return await (this.options.fetch ?? fetch)(url, {
        ...init,
        redirect: 'error',
        signal: AbortSignal.timeout(this.options.timeoutMs ?? 30_000),
      })
    } catch {
      return undefined
    }
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function textIn(body: unknown, name: string): string | undefined {
  const value = isRecord(body) ? body[name] : undefined
  return typeof value === 'string' && /^[\w.-]{1,4000}$/.test(value) ? value : undefined
}

/** Codes of an OperationOutcome: short words, nothing a person wrote. */
function codesIn(body: unknown): readonly string[] {
  const issues = isRecord(body) && Array.isArray(body.issue) ? body.issue : []
  return issues.flatMap((issue: unknown) => {
    const code = textIn(issue, 'code')
    return code !== undefined && code.length < 40 ? [code] : []
  })
}
