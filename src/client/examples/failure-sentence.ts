import { DraftCutOff, RelayRefusal } from "../api-client.ts"

/**
 * Returns what keeps an example from working, in a sentence for whoever runs it.
 * @param url the relay's address
 * @throws the error itself if it is a fault of the example
 */
export function failureSentence(error: unknown, url: string): string {
  if (error instanceof RelayRefusal) {
    const hint = error.status === 401 ? ` ${SIGN_IN}` : ""
    const wait = error.retryAfter === null ? "" : ` Wait ${error.retryAfter} s before you run this again.`
    return `${error.code}: ${error.message}${hint}${wait}`
  }
  if (!(error instanceof Error)) throw error
  if (error instanceof DraftCutOff) return brokenConnection(url)
  if ("code" in error && error.code === "EPIPE") return "no-reader: What reads the output has ended."
  // The error's own message has the token in it.
  if (error instanceof TypeError && /header value|ByteString/.test(error.message))
    return `bad-token: RELAY_TOKEN holds ${NO_CHARACTER} ${SIGN_IN}`
  // fetch throws such an error for an address that is none, for a host that doesn't answer and for a lost connection.
  if (!(error instanceof TypeError && error.cause instanceof Error)) throw error
  if (error.message === "terminated") return brokenConnection(url)
  return `no-relay: No relay answers at ${url}: start it, or set RELAY_URL to its address (${reasonOf(error.cause)}).`
}

const brokenConnection = (url: string) => `cut-off: The connection to ${url} broke: run this again.`

const NO_CHARACTER = "a character that no token has, such as a line break or a curly quote."
const SIGN_IN = "A script takes its token from RELAY_TOKEN; docs/api.md says how to get one."

const reasonOf = (cause: Error) => ("code" in cause && typeof cause.code === "string" ? cause.code : cause.message)
