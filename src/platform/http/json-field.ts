// A field of a form that an island filled with JSON. Whatever it holds is judged by whoever takes it; broken JSON is undefined.
import { type Fields, first } from './form.ts'

export function readJsonField(fields: Fields, name: string): unknown {
  try {
    return JSON.parse(first(fields, name))
  } catch {
    return undefined
  }
}
