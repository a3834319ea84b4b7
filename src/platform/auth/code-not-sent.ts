// A code did not leave: no carrier, or none that answers. Its own file, so that the edge of sign-in can tell it from a bug.

/** Whoever waits for the code is told so; what was tried stands in the log. */
export class CodeNotSent extends Error {
  override readonly name = 'CodeNotSent'
  constructor(readonly channel: string) {
    super(`No code could be sent by ${channel}.`)
  }
}
