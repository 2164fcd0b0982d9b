import {
  request as httpRequest,
  type Agent,
  type IncomingMessage,
  globalAgent as plain,
  Agent as HttpAgent,
  type AgentOptions
} from "node:http"
import { request as httpsRequest, globalAgent as secure, Agent as HttpsAgent } from "node:https"
import { requireModelsOn } from "../../runtime/scope/request-scope.ts"
import { ModelError } from "../drafter/contract.ts"

/**
 * Sends one POST request and resolves with the headers. When `signal` aborts, the socket is closed at once, whether or
 * not anyone is reading. A request that a kept connection loses, because the server was just closing it, is sent again
 * on a new one.
 */
export function post(
  url: URL,
  body: string,
  headers: Record<string, string>,
  signal: AbortSignal
): Promise<IncomingMessage> {
  requireModelsOn()
  const { kept, single } = agentsFor(url)
  const length = { "content-length": String(Buffer.byteLength(body)) }
  const send = (agent: Agent) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const request = (url.protocol === "https:" ? httpsRequest : httpRequest)(
        url,
        { method: "POST", headers: { ...headers, ...length }, signal, agent },
        (response) => {
          // The request lives as long as its answer, and this listener would keep the body for as long.
          request.off("error", failed).on("error", ignore)
          // A reader gets the error from the iterator. Without a listener, it would end the process.
          response.on("error", ignore)
          resolve(response)
        }
      )
      const failed = (error: NodeJS.ErrnoException) => {
        const isStale = request.reusedSocket && LOST.has(error.code ?? "") && !signal.aborted
        if (isStale) send(single).then(resolve, reject)
        else reject(error)
      }
      request.on("error", failed).end(body)
    })
  return send(kept)
}

const ignore = () => undefined

/** How a connection ends that the server has closed meanwhile. */
const LOST = new Set(["ECONNRESET", "EPIPE"])

/**
 * Returns the target of a redirect if it is allowed: the same host, at most from http to https. The key and the ticket
 * are never sent to another host.
 * @throws ModelError
 */
export function redirectOf(from: URL, location: string | undefined, before: number): URL {
  const to = location ? URL.parse(location, from) : null
  const upgraded =
    to?.protocol === "https:" && from.protocol === "http:" && to.hostname === from.hostname && !to.port && !from.port
  if (to && before < 3 && (to.origin === from.origin || upgraded)) return to
  const where = to && to.origin !== from.origin ? `another host (${to.host})` : "nowhere useful"
  throw new ModelError(
    "model-refused",
    `The model's address redirects to ${where}; that is not followed. Give the address that is meant (MODEL_BASE_URL, or url in models.yaml).`,
    false
  )
}

/**
 * Returns what connects to models: `kept` leaves a connection open after an answer, so that the next draft's first
 * token need not wait for a handshake, and `single` opens one for a request alone. What Node's own agents were set
 * to, such as a proxy, holds for both.
 */
const agentsFor = ({ protocol }: URL): { kept: HttpAgent; single: HttpAgent } => (protocol === "https:" ? https : http)

/**
 * A small team asks for a draft every minute or so. Servers that close earlier say so in a header, which Node follows.
 */
const KEPT = { keepAlive: true, timeout: 60_000, maxFreeSockets: 64 }
const SINGLE = { keepAlive: false }
/** Node's types leave out what an agent was made with. */
const optionsOf = (agent: HttpAgent) => (agent as HttpAgent & { options: AgentOptions }).options
const http = {
  kept: new HttpAgent({ ...optionsOf(plain), ...KEPT }),
  single: new HttpAgent({ ...optionsOf(plain), ...SINGLE })
}
const https = {
  kept: new HttpsAgent({ ...optionsOf(secure), ...KEPT }),
  single: new HttpsAgent({ ...optionsOf(secure), ...SINGLE })
}
