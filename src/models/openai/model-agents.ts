import { globalAgent as plain, Agent as HttpAgent, type AgentOptions } from "node:http"
import { globalAgent as secure, Agent as HttpsAgent } from "node:https"

/**
 * Returns what keeps the connections to models open after an answer, so that the next draft's first token need not wait
 * for a handshake. What Node's own agents were set to, such as a proxy, holds here too.
 */
export function agentFor({ protocol }: URL): HttpAgent {
  return protocol === "https:" ? https : http
}

/**
 * A small team asks for a draft every minute or so. Servers that close earlier say so in a header, which Node follows.
 */
const KEPT = { keepAlive: true, timeout: 60_000, maxFreeSockets: 64 }
/** Node's types leave out what an agent was made with. */
const optionsOf = (agent: HttpAgent) => (agent as HttpAgent & { options: AgentOptions }).options
const http = new HttpAgent({ ...optionsOf(plain), ...KEPT })
const https = new HttpsAgent({ ...optionsOf(secure), ...KEPT })
