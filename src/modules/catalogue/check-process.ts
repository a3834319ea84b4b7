// Proves a process: one start, every state reachable, from every state an end reachable, every role, reason and state
// that is named exists, and the system never runs in circles by itself. And its notices: states, actions, places.
import { ExpressionChecker } from './check-expressions.ts'
import { type Fault, pointerOf } from './fault.ts'
import { type Notices, unknownPlaces } from './notice.ts'
import { leadsBack, targets } from './process.ts'
import { PREVIOUS, type Process, type ProcessAction } from './process-definition.ts'

export function checkProcess(process: Process, file: string): readonly Fault[] {
  const faults: Fault[] = []
  const say = (path: readonly (string | number)[], message: string) =>
    faults.push({ file, pointer: pointerOf(path), message })
  const states = new Set(process.states.map((state) => state.id))
  const roles = new Set(process.roles.map((role) => role.id))
  const actions = new Map(process.actions.map((action) => [action.id, action]))
  const duties = new Set(process.actions.flatMap((action) => action.duty ?? []))
  const expressions = new ExpressionChecker({ fields: {}, calculations: {}, tables: {} })

  for (const [kind, list] of [
    ['states', process.states],
    ['actions', process.actions],
    ['roles', process.roles],
  ] as const)
    list.forEach((one, index) => {
      if (list.findIndex((other) => other.id === one.id) !== index) say([kind, index, 'id'], `"${one.id}" exists twice`)
    })
  const starts = process.states.filter((state) => state.kind === 'start')
  if (starts.length !== 1) say(['states'], `there are ${starts.length} start states; one is needed`)
  process.states.forEach((state, index) => {
    if (state.turn !== undefined && !roles.has(state.turn))
      say(['states', index, 'turn'], `there is no role "${state.turn}"`)
  })

  process.actions.forEach((action, index) => {
    const at = ['actions', index] as const
    for (const from of action.from) if (!states.has(from)) say([...at, 'from'], `there is no state "${from}"`)
    for (const to of targets(action))
      if (to !== PREVIOUS && !states.has(to)) say([...at, 'to'], `there is no state "${to}"`)
    for (const role of action.roles) if (!roles.has(role)) say([...at, 'roles'], `there is no role "${role}"`)
    if (action.automatic === true && action.roles.join() !== 'system')
      say([...at, 'automatic'], 'only the system acts by itself')
    if (action.reasons !== undefined && (process.reasons?.[action.reasons] ?? []).length === 0)
      say([...at, 'reasons'], `there is no list of reasons "${action.reasons}"`)
    if (action.points === true && action.reasons === undefined) say([...at, 'points'], 'points need a list of reasons')
    for (const other of action.notBy ?? [])
      if (!actions.has(other)) say([...at, 'notBy'], `there is no action "${other}"`)
    if (typeof action.to !== 'string') {
      action.to.forEach((route, part) => {
        expressions.condition(route.when, { file, pointer: pointerOf([...at, 'to', part, 'when']) }, { caseOnly: true })
        const last = typeof action.to !== 'string' && part === action.to.length - 1
        if (last && route.when !== undefined)
          say([...at, 'to', part], 'the last route must hold always, or a case could hang')
        if (!last && route.when === undefined)
          say([...at, 'to', part], 'this route holds always, those after it are never taken')
      })
    }
    expressions.condition(action.when, { file, pointer: pointerOf([...at, 'when']) }, { caseOnly: true })
  })
  process.separateDuties?.forEach((set, index) => {
    for (const duty of set) if (!duties.has(duty)) say(['separateDuties', index], `no action has the duty "${duty}"`)
  })
  process.timers?.forEach((timer, index) => {
    const action = timer.action === undefined ? undefined : actions.get(timer.action)
    if (!states.has(timer.state)) say(['timers', index, 'state'], `there is no state "${timer.state}"`)
    if (
      timer.action !== undefined &&
      (action === undefined || !action.from.includes(timer.state) || !action.roles.includes('system'))
    )
      say(['timers', index, 'action'], `the system has no action "${timer.action}" in "${timer.state}"`)
    for (const role of timer.tell ?? [])
      if (!roles.has(role)) say(['timers', index, 'tell'], `there is no role "${role}"`)
  })
  process.clockMarks?.forEach((mark, index) => {
    for (const role of mark.tell) if (!roles.has(role)) say(['clockMarks', index, 'tell'], `there is no role "${role}"`)
  })
  faults.push(...expressions.faults)
  if (faults.length === 0) checkReach(process, say)
  return faults
}

function checkReach(process: Process, say: (path: readonly (string | number)[], message: string) => void): void {
  const edges = edgesOf(process)
  const start = process.states.find((state) => state.kind === 'start')!.id
  const reached = closure([start], (state) => edges.filter((edge) => edge.from === state).map((edge) => edge.to))
  const ends = process.states.filter((state) => state.kind === 'final').map((state) => state.id)
  const ending = closure(ends, (state) => edges.filter((edge) => edge.to === state).map((edge) => edge.from))
  process.states.forEach((state, index) => {
    if (!reached.has(state.id)) say(['states', index], `no case ever reaches "${state.id}"`)
    if (!ending.has(state.id)) say(['states', index], `from "${state.id}" no end can be reached`)
  })
  const alone = process.actions.filter((action) => action.automatic === true)
  for (const action of alone)
    for (const from of action.from) {
      const seen = closure(targets(action), (state) => alone.filter((one) => one.from.includes(state)).flatMap(targets))
      if (seen.has(from))
        say(['actions', process.actions.indexOf(action)], `the system would go round in a circle from "${from}"`)
    }
}

type Edge = { readonly from: string; readonly to: string }

/** All moves; `@previous` leads to every state from which one can come into the state at hand. */
function edgesOf(process: Process): readonly Edge[] {
  const plain = process.actions.flatMap((action: ProcessAction) =>
    action.from.flatMap((from) => targets(action).map((to) => ({ from, to }))),
  )
  const back = process.states
    .filter((state) => leadsBack(process, state.id))
    .flatMap((state) => plain.filter((edge) => edge.to === state.id).map((edge) => ({ from: state.id, to: edge.from })))
  return [...plain.filter((edge) => edge.to !== PREVIOUS), ...back]
}

function closure(from: readonly string[], next: (state: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set(from)
  const waiting = [...from]
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop())
    for (const one of next(state))
      if (!seen.has(one)) {
        seen.add(one)
        waiting.push(one)
      }
  return seen
}

export function checkNotices(notices: Notices, process: Process, file: string): readonly Fault[] {
  const faults: Fault[] = []
  notices.notices.forEach((notice, index) => {
    const say = (key: string, message: string) =>
      faults.push({ file, pointer: pointerOf(['notices', index, key]), message })
    if (!process.states.some((state) => state.id === notice.state)) say('state', `there is no state "${notice.state}"`)
    if (notice.after !== undefined) {
      const action = process.actions.find((one) => one.id === notice.after)
      if (action === undefined) say('after', `there is no action "${notice.after}"`)
      else if (!targets(action).includes(notice.state))
        say('after', `"${notice.after}" does not lead to "${notice.state}"`)
    }
    if (
      notice.reminder === true &&
      !(process.timers ?? []).some((timer) => timer.state === notice.state && timer.reminders !== undefined)
    )
      say('reminder', `no timer reminds in "${notice.state}"`)
    for (const key of ['text', 'cardOnly'] as const)
      for (const place of unknownPlaces(notice[key] ?? { id: '', en: '' }))
        say(key, `a notice has no place "{${place}}"; only case number, state, what to do and address leave the house`)
  })
  return faults
}
