// The way out to another system. Types only. There is no connection unless an installation sets one up; tests and the demo use a
// stand-in on this machine. Must stay true: a sender throws nothing; a broken network is an answer.
import type { SendAnswer } from './outbox-rules.ts'

export type OutgoingItem = {
  readonly target: 'satusehat' | 'dhis2'
  readonly resource: string
  readonly localId: string
  readonly payload: string
}

export interface ExchangeSender {
  send(item: OutgoingItem): Promise<SendAnswer>
  /** A new token; true when there is one. */
  renew(): Promise<boolean>
}
