// What the style guide knows of each component: what it is for, its rules, live examples. What it takes is read from its types (props.json).
import type { Text } from '../../../kernel/text.ts'
import type { Element } from '../language.ts'

export type PropDoc = { readonly type: string; readonly required: boolean; readonly about: string }
export type PropDocs = Readonly<Record<string, Readonly<Record<string, PropDoc>>>>

/** Makes a name unique: an example stands on the page once for each theme. */
export type Naming = (name: string) => string

/** `wide`: follows the screen, so the three themes stand below each other. */
export type Example = { readonly title: Text; readonly wide?: boolean; readonly render: (n: Naming) => Element }

export type ComponentDoc = {
  /** Name of the component, as in props.json. */
  readonly name: string
  /** File in platform/ui, without ending. */
  readonly file: string
  readonly use: Text
  /** The rules that a reviewer checks. */
  readonly rules: Text
  readonly examples: readonly Example[]
  /** Sample pages that show it in its place. */
  readonly samples?: readonly string[]
}

export type ComponentGroup = { readonly id: string; readonly title: Text; readonly components: readonly ComponentDoc[] }

export const text = (id: string, en: string): Text => ({ id, en })
