import type { Server } from "node:http"

/**
 * A server as a process of its own: prints "NAME: address" once it listens, and ends with Ctrl-C, whoever is still
 * connected.
 */
export function serve(name: string, server: Server): void {
  server.listen(0, "127.0.0.1", () => {
    const address = server.address()
    console.log(`${name}: http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`)
  })
  process.once("SIGINT", () => {
    server.closeAllConnections()
    server.close()
  })
}
