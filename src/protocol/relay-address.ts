/** Where a relay is, from what a person types: `localhost:8787`, `relay.example.com`, or a whole address. */
export interface RelayAddress {
  /** "http://127.0.0.1:8787" */
  origin: string
  /** On this computer: the extension may reach it as it is. */
  loopback: boolean
  /** Whether tokens and tickets may cross the way there: HTTPS, or on this computer. */
  safe: boolean
}

/** Undefined for what is no address. Without a scheme it is http on this computer, and https elsewhere. */
export function relayAddress(typed: string): RelayAddress | undefined {
  const text = typed.trim()
  if (text === "") return undefined
  const bare = !/^[a-z][a-z0-9+.-]*:\/\//i.test(text)
  const url = parse(bare ? `${LOOPBACK.test(text) ? "http" : "https"}://${text}` : text)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.hostname === "") return undefined
  // The manifest names 127.0.0.1 alone, for its policy can't name [::1]; `localhost` is the same computer.
  if (url.protocol === "http:" && url.hostname === "localhost") url.hostname = "127.0.0.1"
  return { origin: url.origin, loopback: url.protocol === "http:" && url.hostname === "127.0.0.1", safe: isSafe(url) }
}

/** Whether what goes there can't be read on its way. The manifest's policy holds the same line. */
export const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === "https:" || (protocol === "http:" && hostname === "127.0.0.1")

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])([:/]|$)/i

function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined
}
