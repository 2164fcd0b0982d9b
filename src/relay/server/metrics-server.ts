import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { isIP } from "node:net"
import { Registry } from "prom-client"
import { StartError } from "../../runtime/problem.ts"
import { hostInUrl } from "./listen.ts"

export interface MetricsPlace {
  /** 0 takes any free port. */
  port: number
  listen: string
  /** The host names that may be asked besides loopback and addresses. */
  hosts: string[]
}

/**
 * Serves `GET /metrics` to Prometheus on a port of its own, so that no proxy in front of the relay can pass it on by
 * mistake. It asks for no token: whoever reaches the port may read how much is drafted and what it costs, and nothing of
 * any ticket. A name that is neither loopback's nor one of `hosts` is refused, so that no web page can read it by
 * pointing a name of its own here.
 * @param read returns what is exposed
 * @throws StartError if the port or address can't be used
 */
export async function serveMetrics(
  { port, listen, hosts }: MetricsPlace,
  read: () => Promise<string>
): Promise<{ port: number; url: string; close(): Promise<void> }> {
  const names = new Set(["localhost", ...hosts])
  const server = createServer((request, response) => {
    const answer = (status: number, body: string, type = "text/plain; charset=utf-8") =>
      response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body)
    if (!isAllowedHost(request.headers.host ?? "", names)) return answer(403, "Name this host in RELAY_HOSTS.\n")
    if (request.method !== "GET" || request.url !== "/metrics") return answer(404, "Metrics are at /metrics.\n")
    read().then(
      (text) => answer(200, text, Registry.PROMETHEUS_CONTENT_TYPE),
      () => answer(500, "The metrics can't be collected.\n")
    )
  })
  await listenOn(server, port, listen)
  const opened = (server.address() as AddressInfo).port
  return {
    port: opened,
    url: `http://${hostInUrl(listen)}:${opened}/metrics`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

function isAllowedHost(host: string, names: ReadonlySet<string>): boolean {
  const name = host.toLowerCase().replace(/:\d{1,5}$/, "")
  return names.has(name) || isIP(name.replace(/^\[(.*)\]$/, "$1")) !== 0
}

function listenOn(server: Server, port: number, listen: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) =>
      reject(
        new StartError(
          "settings",
          cause.code === "EADDRNOTAVAIL"
            ? `RELAY_METRICS_LISTEN: this machine has no address ${listen}; set it to one that it has.`
            : `RELAY_METRICS_PORT: the port ${port} of ${listen} can't be used; free it, or set another.`,
          { cause }
        )
      )
    )
    server.listen(port, listen, () => resolve())
  })
}
