import { once } from "node:events"
import { connect, createServer, type AddressInfo, type Socket } from "node:net"

/**
 * Stands between a relay and its PostgreSQL as a firewall does: told to be silent, it lets bytes vanish and closes
 * nothing.
 */
export async function startSilentProxy(databaseUrl: string) {
  const to = new URL(databaseUrl)
  const path = `${to.searchParams.get("host")}/.s.PGSQL.5432`
  const sockets = new Set<Socket>()
  const pairs = new Set<{ isSilent: boolean }>()
  let takesNoMore = false
  const server = createServer((client) => {
    const pair = { isSilent: takesNoMore }
    pairs.add(pair)
    const database = connect({ path })
    const pass = (from: Socket, onto: Socket) => {
      sockets.add(from)
      from.on("error", () => from.destroy())
      from.on("data", (bytes) => pair.isSilent || onto.write(bytes))
      from.on("end", () => pair.isSilent || onto.end())
      from.on("close", () => pair.isSilent || onto.destroy())
    }
    pass(client, database)
    pass(database, client)
  })
  // The relay's leave vanishes too.
  server.on("connection", (socket) => (socket.allowHalfOpen = true))
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  return {
    url: `postgresql://${to.username}:${to.password}@127.0.0.1:${port}${to.pathname}`,
    /** From now on nothing passes on connections that are open. */
    forgetOpen() {
      for (const pair of pairs) pair.isSilent = true
    },
    /** The same, and on new ones neither. */
    silence() {
      takesNoMore = true
      this.forgetOpen()
    },
    /** New connections are answered again. */
    answer: () => (takesNoMore = false),
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, "close")
    }
  }
}
