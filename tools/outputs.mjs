// Puts a finished build in the place of the one before. Must stay true: a server that runs from the build before finds the parts
// it has not loaded yet, and a build that fails leaves everything as it was.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Files of the newest build, so that the next one knows which are only needed by what still runs. */
const LIST = '.outputs.json'

/** Moves every file of `fresh` into `dist`; parts (`chunks/`, named by their content) first, so that whoever starts meanwhile finds them all. */
export function replaceOutputs(fresh, dist) {
  const files = readdirSync(fresh, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(fresh.length + 1))
    .sort((a, b) => Number(isPart(b)) - Number(isPart(a)) || (a < b ? -1 : 1))
  const before = filesOfLast(dist)
  for (const file of files) {
    mkdirSync(dirname(join(dist, file)), { recursive: true })
    renameSync(join(fresh, file), join(dist, file))
  }
  const keep = new Set([...files, ...before])
  for (const entry of existsSync(join(dist, 'chunks')) ? readdirSync(join(dist, 'chunks')) : [])
    if (!keep.has(join('chunks', entry))) rmSync(join(dist, 'chunks', entry), { force: true })
  writeFileSync(join(dist, LIST), JSON.stringify(files))
  rmSync(fresh, { recursive: true, force: true })
}

const isPart = (file) => dirname(file) === 'chunks'

/** For a build by a program that wrote no list, all parts that are there. */
function filesOfLast(dist) {
  try {
    return JSON.parse(readFileSync(join(dist, LIST), 'utf8'))
  } catch {
    return existsSync(join(dist, 'chunks')) ? readdirSync(join(dist, 'chunks')).map((part) => join('chunks', part)) : []
  }
}
