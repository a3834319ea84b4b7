// An expected refusal is a value, not an exception: a stable code, the place it is about, and what its sentence needs.
// Sentences and HTTP statuses live once, in platform/http/refusals.ts. Whatever is thrown is a bug.
export type Refusal = {
  readonly code: string
  /** The field, document or row the refusal is about. */
  readonly at?: string
  readonly params?: Readonly<Record<string, string | number>>
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }

export function accept<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function refuse(
  code: string,
  at?: string,
  params?: Refusal['params'],
): { readonly ok: false; readonly refusals: readonly Refusal[] } {
  return {
    ok: false,
    refusals: [{ code, ...(at === undefined ? {} : { at }), ...(params === undefined ? {} : { params }) }],
  }
}

export function refuseAll(refusals: readonly Refusal[]): { readonly ok: false; readonly refusals: readonly Refusal[] } {
  return { ok: false, refusals }
}
