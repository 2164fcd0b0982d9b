import type { Socket } from "node:net"
import type { Asker, Turns } from "./pglite-turns.ts"
import { endsTurn, messageReader, noTls, welcome, type ClientMessage } from "./pglite-wire.ts"

/**
 * Talks with one client as PostgreSQL does, turn by turn. No password: who may come to the socket is the folder's
 * matter.
 */
export function serveConnection(socket: Socket, turns: Turns): void {
  const asker: Asker = { putOut: () => socket.destroy() }
  const read = messageReader()
  let turn: Buffer[] = []

  const take = ({ type, bytes }: ClientMessage) => {
    if (type === "tls") socket.write(noTls)
    else if (type === "start") socket.write(welcome())
    else if (type === "cancel" || type === "X") socket.end()
    else {
      turn.push(bytes)
      if (!endsTurn(type)) return
      turns.ask(asker, Buffer.concat(turn), (piece) => socket.write(piece))
      turn = []
    }
  }
  socket.on("data", (received) => read(received).forEach(take))
  // What broke is told by the close that follows.
  socket.on("error", () => socket.destroy())
  socket.once("close", () => turns.leave(asker))
}
