// A posted form as plain fields and files. Names may repeat; order is kept; nothing is trimmed or guessed here, because
// what was typed must come back to the page as it was when it is refused.
import type { Context } from 'hono'

export type Fields = Readonly<Record<string, readonly string[]>>
export type PostedForm = { readonly fields: Fields; readonly files: Readonly<Record<string, readonly File[]>> }

export async function readForm(c: Context): Promise<PostedForm> {
  const fields: Record<string, string[]> = Object.create(null)
  const files: Record<string, File[]> = Object.create(null)
  const type = c.req.header('content-type') ?? ''
  const add = (name: string, value: string | File): void => {
    if (typeof value === 'string') fields[name] = [...(fields[name] ?? []), value.replaceAll('\u0000', '')]
    else if (value.size > 0 || value.name !== '') files[name] = [...(files[name] ?? []), value]
  }
  if (type.startsWith('application/x-www-form-urlencoded')) {
    for (const [name, value] of new URLSearchParams(await c.req.text())) add(name, value)
  } else if (type.startsWith('multipart/form-data')) {
    // A body that broke off (a phone that lost its network) holds no form; the page then says what is missing.
    const data = await c.req.formData().catch(() => undefined)
    for (const [name, value] of data?.entries() ?? []) add(name, value as string | File)
  }
  return { fields, files }
}

/** The first value of a field, or an empty string. */
export function first(fields: Fields, name: string): string {
  return fields[name]?.[0] ?? ''
}
