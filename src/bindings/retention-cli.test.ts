// The words of `npx puja retention`: what is asked of the house, and what bad usage answers.
import { expect, it } from 'vitest'
import { type RetentionRequest, retentionCli } from './retention-cli.ts'

async function run(...args: string[]) {
  const asked: RetentionRequest[] = []
  const out: string[] = []
  const err: string[] = []
  const code = await retentionCli(
    args,
    { out: (line) => out.push(line), err: (line) => err.push(line) },
    async (one) => {
      asked.push(one)
      return { ok: true, value: [] }
    },
  )
  return { code, asked, out, err }
}

it('lists or runs, for one region or all', async () => {
  expect(await run('list')).toMatchObject({ code: 0, asked: [{ run: false }], out: ['[]'] })
  expect((await run('run', '--region', '63.11')).asked).toEqual([{ run: true, region: '63.11' }])
})

it.each([[[]], [['erase']], [['run', '63.11']], [['run', '--all']]])(
  'asks nothing of the house for %j',
  async (args) => {
    const done = await run(...args)
    expect([done.code, done.asked, done.out]).toEqual([2, [], []])
    expect(done.err[0]).toContain('Usage: npx puja retention')
  },
)
