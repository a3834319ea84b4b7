// The port of the talk: one message of a sender in, the replies out. A gateway of WhatsApp binds it; in the demo a page does.
export type ChatMessage = {
  /** The carrier's id of the message: one that comes again gets its earlier replies. */
  readonly id?: string
  /** The sender's number as the carrier vouches for it, `+62812…`. */
  readonly from: string
  readonly text: string
  readonly picture?: Uint8Array
}
export type ChatLine = { readonly mine: boolean; readonly text: string }
export interface ChatPort {
  /** Replies in order. Messages of one sender are worked off one after the other. */
  receive(region: string, message: ChatMessage): Promise<readonly string[]>
  /** What was said, newest last; kept for the stand-in page only. */
  read(region: string, from: string): Promise<readonly ChatLine[]>
}
