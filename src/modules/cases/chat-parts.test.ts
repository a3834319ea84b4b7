// Every question of every service of the folder can be asked and answered in a talk.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { packagePath } from '../../platform/paths.ts'
import type { Field } from '../catalogue/field-types/all.ts'
import { type ChatPart, nextPart, type Partial, readReply } from './chat-parts.ts'

const candidates = [{ personId: 'p', name: 'Ibu', detail: { id: 'istri', en: 'wife' } }]
const fieldsIn = (folder: string): readonly Field[] =>
  readdirSync(packagePath(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(service|groups\/[\w-]+)\.json$/.test(file))
    .flatMap((file) => {
      const read = JSON.parse(readFileSync(packagePath(folder, file), 'utf8')) as {
        pages?: { fields: Field[] }[]
        fields?: Field[]
      }
      return [...(read.pages ?? []).flatMap((page) => page.fields), ...(read.fields ?? [])].filter(
        (one) => 'type' in one,
      )
    })

const sayTo = (part: ChatPart, turn: number): string =>
  part.options !== undefined
    ? String(Math.min(turn === 0 ? 1 : part.options.length, part.options.length))
    : part.kind === 'date'
      ? '5 Maret 1990'
      : 'jawaban'

it('asks every field in short questions that come to an end', () => {
  const fields = fieldsIn('services')
  expect(fields.length).toBeGreaterThan(150)
  for (const field of fields)
    for (const turn of [0, 1]) {
      let given: Partial = {}
      let part = nextPart(field, given, candidates)
      let asked = 0
      for (; part !== undefined && part.kind !== 'picture'; asked++) {
        expect(part.label.id, field.key).not.toBe('')
        const reply = readReply(part, sayTo(part, turn))
        if ('again' in reply) throw new Error(`${field.key}: ${part.name} is not understood`)
        given = { ...given, ...reply.fields }
        part = nextPart(field, given, candidates)
        if (asked > 200) throw new Error(`${field.key} has no end`)
      }
    }
})

it('reads numbers, words, several numbers, dates in words, and says what it did not understand', () => {
  const options = ['a', 'b', 'c'].map((value) => ({ value, label: { id: `Pilihan ${value}`, en: value } }))
  const part: ChatPart = { name: 'x', label: { id: 'X', en: 'X' }, kind: 'text', options }
  expect(readReply(part, '2')).toEqual({ fields: { x: ['b'] } })
  expect(readReply(part, 'pilihan C')).toEqual({ fields: { x: ['c'] } })
  for (const wrong of ['9', '0', '', '🎈', "'; --", '1, 2']) expect(readReply(part, wrong)).toEqual({ again: 'number' })
  expect(readReply({ ...part, many: true }, '1, 3 dan 2')).toEqual({ fields: { x: ['a', 'c', 'b'] } })
  const date: ChatPart = { name: 'd', label: { id: 'D', en: 'D' }, kind: 'date' }
  expect(readReply(date, '17 agustus 1990')).toEqual({
    fields: { 'd.day': ['17'], 'd.month': ['8'], 'd.year': ['1990'] },
  })
  expect(readReply(date, 'kemarin')).toEqual({ again: 'date' })
  expect(readReply({ ...date, kind: 'text', optional: true }, 'Lewati')).toEqual({ fields: { d: [''] } })
})
