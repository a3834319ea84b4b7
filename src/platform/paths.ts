// Where the package lies on disk, from sources and from the bundle alike. Must stay true: found by walking up from
// this file to the package.json named puja-indah, so that moving dist/ or starting in another folder changes nothing.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const manifest = join(folder, 'package.json')
    if (existsSync(manifest)) {
      const parsed: unknown = JSON.parse(readFileSync(manifest, 'utf8'))
      if (typeof parsed === 'object' && parsed !== null && 'name' in parsed && parsed.name === 'puja-indah')
        return folder
    }
    const above = dirname(folder)
    if (above === folder) throw new Error(`No package.json named puja-indah above ${fileURLToPath(import.meta.url)}`)
    folder = above
  }
}

/** Absolute path of the package's folder, without a slash at the end. */
export const packageRoot = findRoot()

/** An absolute path inside the package: `packagePath('services')`. */
export function packagePath(...parts: string[]): string {
  return join(packageRoot, ...parts)
}
