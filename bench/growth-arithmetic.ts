// How long the scores of one million children take on one thread: eight indicators with flags, arithmetic only, in
// blocks of 5,000 rows as the command line does it. Limit: 1.0 s of CPU, already for the first pass.
import { createScores, PER_ROW, scoreRows } from '../src/modules/growth/engine.ts'
import { makeChildren } from './growth-children.ts'

const COUNT = 1_000_000
const BLOCK = 5_000
const LIMIT_SECONDS = 1
const children = makeChildren(COUNT)
const out = createScores(COUNT)
const passes: number[] = []
for (let pass = 0; pass < 3; pass++) {
  const before = process.cpuUsage()
  for (let at = 0; at < COUNT; at += BLOCK) scoreRows(children, out, at, Math.min(COUNT, at + BLOCK))
  const { user, system } = process.cpuUsage(before)
  passes.push((user + system) / 1e6)
}
let scores = 0
let flagged = 0
for (let i = 0; i < COUNT * PER_ROW; i++) {
  if (!Number.isNaN(out.scores[i]!)) scores++
  flagged += out.flags[i]!
}
const first = passes[0]!
console.log(`growth arithmetic: ${COUNT} children, ${scores} scores, ${flagged} flagged`)
console.log(
  `  first pass ${first.toFixed(2)} s CPU, limit ${LIMIT_SECONDS.toFixed(2)} s, ratio ${(first / LIMIT_SECONDS).toFixed(2)} (later passes ${passes
    .slice(1)
    .map((s) => s.toFixed(2))
    .join(', ')} s)`,
)
