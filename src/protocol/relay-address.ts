/** The address of a relay from what a person types: `localhost:8787`, `relay.example.com`, or a complete address. */
export interface RelayAddress {
  /** "http://127.0.0.1:8787" */
  origin: string
  /** It is on this computer, so the extension may call it directly. */
  loopback: boolean
  /** Says whether tokens and tickets may be sent there: over HTTPS, or on this computer. */
  safe: boolean
}

/**
 * Returns undefined for text that is no address. Without a scheme it uses http on this computer, and https elsewhere; a
 * single word is then no address, so that a name or a pairing code in the wrong field isn't taken for one.
 */
export function relayAddress(typed: string): RelayAddress | undefined {
  const text = typed.trim()
  const bare = !/^[a-z][a-z0-9+.-]*:\/\//i.test(text)
  if (text === "" || (bare && SINGLE_WORD.test(text))) return undefined
  const url = parse(bare ? `${LOOPBACK.test(text) ? "http" : "https"}://${text}` : text)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.hostname === "") return undefined
  // The manifest only names 127.0.0.1, because its policy can't name [::1]. `localhost` is the same computer.
  if (url.protocol === "http:" && url.hostname === "localhost") url.hostname = "127.0.0.1"
  return { origin: url.origin, loopback: url.protocol === "http:" && url.hostname === "127.0.0.1", safe: isSafe(url) }
}

/** Says whether what is sent there can't be read on the way. The manifest's policy enforces the same. */
export const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === "https:" || (protocol === "http:" && hostname === "127.0.0.1")

const SINGLE_WORD = /^(?!localhost(?:\/|$))[^.:/[]+(?:\/|$)/i
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])([:/]|$)/i

function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined
}
