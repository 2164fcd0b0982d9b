import { createServer, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import type { Change } from "./extension-bundles.ts"

export interface ReloadServer {
  /** Script with which the extension's pages and its background hear of changes. */
  listener: string
  tell(change: Change): void
  close(): void
}

/** Tells the extension, in whichever browser it is loaded, that its files have changed. */
export async function startReloadServer(): Promise<ReloadServer> {
  const listeners = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream", "access-control-allow-origin": "*" })
    response.write(": \n\n")
    listeners.add(response)
    request.once("close", () => listeners.delete(response))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    // Once for each page, though each of its scripts ends with it.
    listener: `(globalThis.replywrightReload ??= new EventSource("http://127.0.0.1:${port}")).onmessage = ({ data }) =>
      data === "extension" ? chrome.runtime.reload() : globalThis.document && location.reload();`,
    tell(change) {
      if (change !== "none") for (const listener of listeners) listener.write(`data: ${change}\n\n`)
    },
    close() {
      server.closeAllConnections()
      server.close()
    }
  }
}
