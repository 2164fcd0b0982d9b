import { globalAgent as plain, Agent as HttpAgent, type AgentOptions } from "node:http"
import { globalAgent as secure, Agent as HttpsAgent } from "node:https"

/**
 * Returns what connects to models: `kept` leaves a connection open after an answer, so that the next draft's first
 * token need not wait for a handshake, and `single` opens one for a request alone. What Node's own agents were set
 * to, such as a proxy, holds for both.
 */
export const agentsFor = ({ protocol }: URL): { kept: HttpAgent; single: HttpAgent } =>
  protocol === "https:" ? https : http

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
