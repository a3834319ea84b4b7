// One event, one application, all papers (specification 4.2): each service of a bundle issues every paper of it, in one set of
// effects that the register takes whole.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { packagePath } from '../../platform/paths.ts'

const BUNDLES: readonly { readonly service: string; readonly issued: readonly string[]; readonly also?: string }[] = [
  { service: 'birth-wni', issued: ['birth-deed-extract', 'kk', 'kia'] },
  { service: 'death', issued: ['death-deed-extract', 'kk'], also: 'setFamilyHead' },
  { service: 'marriage', issued: ['marriage-deed-extract', 'kk', 'ktp-el'], also: 'setMaritalStatus' },
  { service: 'divorce', issued: ['divorce-deed-extract', 'kk', 'ktp-el'], also: 'setMaritalStatus' },
  { service: 'move-in', issued: ['kk', 'ktp-el', 'kia'], also: 'acceptTransfer' },
  { service: 'adoption', issued: ['birth-deed-extract', 'kk'], also: 'marginNote' },
  { service: 'child-acknowledgment', issued: ['birth-deed-extract', 'kk'], also: 'marginNote' },
  { service: 'child-legitimation', issued: ['birth-deed-extract', 'kk'], also: 'marginNote' },
]

it.each(BUNDLES)('$service brings everything at once', ({ service, issued, also }) => {
  const { effects } = JSON.parse(readFileSync(packagePath('services', service, 'service.json'), 'utf8')) as {
    effects: readonly { op: string; document?: string }[]
  }
  const documents = effects.filter((one) => one.op === 'issueDocument').map((one) => one.document)
  expect(documents).toEqual(expect.arrayContaining([...issued]))
  if (also !== undefined) expect(effects.map((one) => one.op)).toContain(also)
})
