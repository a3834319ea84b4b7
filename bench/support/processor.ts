// Processor time of this program and of a PostgreSQL server, for figures that a loaded machine cannot spoil. Linux only: elsewhere zero.
import { readdirSync, readFileSync } from 'node:fs'

/** Fields of /proc/PID/stat behind the name, which may hold spaces. */
function statOf(pid: number): readonly string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

const TICKS = 100

/** Seconds of processor time that a process used, and all children that it has or had. */
export function treeSeconds(pid: number): number {
  const stat = statOf(pid)
  if (stat === undefined) return 0
  const own = stat.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && statOf(Number(name))?.[1] === String(pid))
    .map((name) => treeSeconds(Number(name)))
  return own + children.reduce((sum, one) => sum + one, 0)
}

/** Seconds that this program itself used. */
export function ownSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000_000
}
