import { Socket } from "node:net"

/** A server takes a connection's leave at once; one that is gone never does. */
const LEAVE_MS = 1_000

/** The sockets of a pool, which it gives no access to. */
export interface PoolSockets {
  /** Makes the socket of one more connection, for the pool's option `stream`. */
  make(): Socket
  /** Destroys all of them, and any that the pool makes later for what waits for a connection. */
  destroy(): void
  /** Destroys those that a dead server never closes, so that they don't keep the process from ending. */
  destroySoon(): void
}

export function createPoolSockets(): PoolSockets {
  const sockets = new Set<Socket>()
  let isClosed = false
  const destroy = () => {
    isClosed = true
    for (const socket of sockets) socket.destroy()
  }
  return {
    make() {
      const socket = new Socket()
      sockets.add(socket)
      if (isClosed) socket.once("connect", () => socket.destroy())
      return socket.once("close", () => sockets.delete(socket))
    },
    destroy,
    destroySoon: () => void setTimeout(destroy, LEAVE_MS).unref()
  }
}
