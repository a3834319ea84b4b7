// A socket that sends what is written in one turn of the event loop as one write. Beginning, statement and commit are often
// written in the same turn, and each write by itself wakes the server's process, which may cost more than the statement.
import { Socket } from 'node:net'

export function gatheringSocket(): Socket {
  const socket = new Socket()
  let gathering = false
  // Not in a class: `connect` puts the ordinary `write` back.
  socket.once('connect', () => {
    const { write } = socket
    socket.write = (chunk: string | Uint8Array, ...more: unknown[]) => {
      if (!gathering) {
        gathering = true
        socket.cork()
        process.nextTick(() => {
          gathering = false
          socket.uncork()
        })
      }
      return Reflect.apply(write, socket, [chunk, ...more])
    }
  })
  return socket
}
