// Proves one golden example: it speaks of questions and papers that there are, and what it expects comes out. Must stay true:
// a broken example is a fault of its own file and never keeps the others from being checked.
import type { CompiledService } from './compile.ts'
import type { Example } from './example.ts'
import { type ExampleEnvironment, type Mismatch, runExample } from './examples.ts'
import { type Fault, pointerOf } from './fault.ts'
import { isLocalId, isLocalKey } from './local.ts'

export function checkExample(
  service: CompiledService,
  example: Example,
  file: string,
  environment: ExampleEnvironment,
): readonly Fault[] {
  const fault = (path: readonly (string | number)[], message: string): Fault => ({
    file,
    pointer: pointerOf(path),
    message,
  })
  const isAsked = (key: string) => service.fields[key] !== undefined || isLocalKey(key)
  const isPaper = (id: string) => service.documents.some((one) => one.id === id) || isLocalId(id)
  const named = [
    ...Object.keys(example.answers)
      .filter((key) => !isAsked(key))
      .map((key) => fault(['answers', key], `no question has the key "${key}"`)),
    ...(example.confirmed ?? []).flatMap((key, index) =>
      isAsked(key) ? [] : fault(['confirmed', index], `no question has the key "${key}"`),
    ),
    ...(example.uploads ?? []).flatMap((id, index) =>
      isPaper(id) ? [] : fault(['uploads', index], `the service asks for no document "${id}"`),
    ),
    ...(environment.calendar(example.calendar) === undefined
      ? [fault(['calendar'], `there is no calendar "${example.calendar}"`)]
      : []),
  ]
  const run = mismatchesOf(service, example, environment)
  if (typeof run === 'string') return [...named, fault([], `cannot be run: ${run}`)]
  return [
    ...named,
    ...run.map(({ what, expected, actual }) =>
      fault(
        ['expect', what.split(':')[0]!],
        `${what}: expected ${JSON.stringify(expected)}, but it is ${JSON.stringify(actual)}`,
      ),
    ),
  ]
}

/** An example is written by hand: facts that no register could hold throw, and whoever wrote them wants to know where. */
function mismatchesOf(
  service: CompiledService,
  example: Example,
  environment: ExampleEnvironment,
): readonly Mismatch[] | string {
  try {
    return runExample(service, example, environment).mismatches
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
