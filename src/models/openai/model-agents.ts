import { globalAgent as plain, Agent as HttpAgent, type AgentOptions } from "node:http"
import { globalAgent as secure, Agent as HttpsAgent } from "node:https"

/**
 * Returns what connects to models. It keeps a connection open after an answer, so that the next draft's first token need
 * not wait for a handshake; one for a `single` request keeps none. What Node's own agents were set to, such as a proxy,
 * holds for both.
 */
export function agentFor({ protocol }: URL, { single = false } = {}): HttpAgent {
  if (protocol === "https:") return single ? https.single : https.kept
  return single ? http.single : http.kept
}

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
