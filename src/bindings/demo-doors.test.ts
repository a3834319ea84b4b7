// The doors of a demo that is filled for the first time: whole if that is soon, usable if it is not, closed before that.
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { fillBeforeDoors } from './demo-doors.ts'

const LONG_MS = 60_000

describe('doors of a demo being filled', () => {
  it('open on a whole demo when it is filled in time', async () => {
    const filling = { now: false }
    const { rest } = await fillBeforeDoors(async (onUsable) => onUsable(), filling, LONG_MS)
    await rest
    expect(filling.now).toBe(false)
  })

  it('open on a usable one when patience ends, and pages say so until it is whole', async () => {
    const filling = { now: false }
    let finish = (): void => {}
    const { rest } = await fillBeforeDoors(
      (onUsable) => {
        onUsable()
        return new Promise<void>((resolve) => {
          finish = resolve
        })
      },
      filling,
      1,
    )
    expect(filling.now).toBe(true)
    finish()
    await rest
    expect(filling.now).toBe(false)
  })

  it('stay closed, however late it is, until people can look around', async () => {
    let onUsable = (): void => {}
    let opened = false
    const doors = fillBeforeDoors(
      (usable) => {
        onUsable = usable
        return new Promise<void>(() => {})
      },
      { now: false },
      -5_000,
    ).then(() => {
      opened = true
    })
    await delay(20)
    expect(opened).toBe(false)
    onUsable()
    await doors
    expect(opened).toBe(true)
  })

  it('do not open on a filling that failed', async () => {
    const filling = { now: false }
    await expect(fillBeforeDoors(() => Promise.reject(new Error('disk is full')), filling, LONG_MS)).rejects.toThrow(
      'disk is full',
    )
    expect(filling.now).toBe(false)
  })
})
