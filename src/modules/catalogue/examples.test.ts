// Every golden example of every service in this repository, one test each.
import { describe, expect, test } from 'vitest'
import { exampleEnvironment } from './check-cli.ts'
import { compileService } from './compile.ts'
import { ExampleSchema } from './example.ts'
import { runExample } from './examples.ts'
import { readShape } from './fault.ts'
import { readServices } from './files.ts'

const folder = readServices('services')
const environment = exampleEnvironment('instruments')

describe.each(folder.services.map((one) => [one.id, one] as const))('%s', (id, one) => {
  const compilation = compileService(one.service, folder.shared, id)
  test('compiles', () => {
    expect(compilation.faults).toEqual([])
  })
  for (const [name, raw] of Object.entries(one.examples))
    test(name, () => {
      const example = readShape(ExampleSchema, raw, name)
      expect(example.faults).toEqual([])
      const result = runExample(compilation.service!, example.value!, environment)
      expect(result.mismatches).toEqual([])
    })
})
