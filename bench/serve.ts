import type { Server } from "node:http"

/**
 * Runs a server as a process of its own. It prints "NAME: address" once it listens, and ends with Ctrl-C even if
 * clients are connected.
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
