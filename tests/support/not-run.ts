// What a test throws when the machine lacks something it needs (PostgreSQL, Chromium). Must stay true: such a test
// says what was missing; it never counts as passed in silence.
export class NotRun extends Error {
  override readonly name = 'NotRun'
  constructor(readonly missing: string) {
    super(`Not run: ${missing} is missing on this machine.`)
  }
}
