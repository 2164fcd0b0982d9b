import { createServer } from "node:http"
import { answer } from "./routes.ts"
import { HelpdeskState } from "./state.ts"
import { EARLIER_TICKETS, loadTickets } from "./tickets.ts"

type Options = {
  /** 0 takes any free port. */
  port?: number
  /** This is the name in the returned address. The socket itself is always bound to 127.0.0.1. */
  host?: string
  /** The sample accepts no data folder, because it keeps everything in memory. */
  dataDir?: never
}

type SampleHelpdesk = { url: string; port: number; close(): Promise<void>; reset(): void }

const LOOPBACK = ["localhost", "127.0.0.1"]

/**
 * Serves the sample helpdesk on loopback, with the tickets of `demo/tickets` in memory. `reset` restores them to the
 * state at the start. Throws if `host` isn't loopback or the port is taken.
 */
export async function startSampleHelpdesk({ port = 0, host = "localhost" }: Options = {}): Promise<SampleHelpdesk> {
  if (!LOOPBACK.includes(host))
    throw new Error(`The sample helpdesk serves ${LOOPBACK.join(" and ")} only, not ${host}.`)
  const state = new HelpdeskState(await loadTickets(), await loadTickets(EARLIER_TICKETS))
  const server = createServer((request, response) => {
    if (!isLoopback(request.headers.host)) {
      response.writeHead(403, { "content-type": "text/plain; charset=utf-8" }).end("This address is not served here.\n")
      return
    }
    answer(state, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "127.0.0.1", resolve)
  })
  const address = server.address()
  const bound = typeof address === "object" && address ? address.port : port
  return {
    url: `http://${host}:${bound}`,
    port: bound,
    reset: () => state.reset(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

/**
 * Returns whether the host is loopback. Otherwise a foreign name that resolves to 127.0.0.1 (DNS rebinding) could read
 * the tickets.
 */
function isLoopback(header: string | undefined): boolean {
  return LOOPBACK.includes((header ?? "").toLowerCase().replace(/:\d{1,5}$/, ""))
}

/** Starts the sample helpdesk on its usual port, or on the next free one. */
export async function startUsualSampleHelpdesk(): ReturnType<typeof startSampleHelpdesk> {
  const first = Number(process.env["SAMPLE_PORT"] ?? 8790)
  for (let port = first; port < first + 20; port++) {
    try {
      return await startSampleHelpdesk({ port })
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error
    }
  }
  return startSampleHelpdesk({ port: 0 })
}
