// A crowd is many people and a busy thread, together.
import { describe, expect, it } from 'vitest'
import { Crowd } from './crowd.ts'

const eight = (crowd: Crowd) => Array.from({ length: 8 }, () => crowd.enter())

describe('a crowd', () => {
  it('is here while eight wait and the thread is busy, and gone with the first answer', () => {
    const crowd = new Crowd(() => 0.99)
    expect(crowd.isHere()).toBe(false)
    const [first] = eight(crowd)
    expect(crowd.isHere()).toBe(true)
    first!()
    expect(crowd.isHere()).toBe(false)
  })

  it('is not eight slow uploads', () => {
    const crowd = new Crowd(() => 0.2)
    eight(crowd)
    expect(crowd.isHere()).toBe(false)
  })

  it('reads how busy this thread is', async () => {
    const crowd = new Crowd()
    eight(crowd)
    crowd.isHere()
    const until = performance.now() + 300
    // Turns of the loop with nothing but work in them.
    while (performance.now() < until) {
      const turn = performance.now() + 20
      while (performance.now() < turn);
      await new Promise(setImmediate)
    }
    expect(crowd.isHere()).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(crowd.isHere()).toBe(false)
  })
})
