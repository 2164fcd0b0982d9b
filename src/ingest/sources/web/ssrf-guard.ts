import type { Agent as HttpAgent } from "node:http"
import type { Agent as HttpsAgent } from "node:https"
import type { LookupFunction } from "node:net"
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent"
import { SourceError } from "../../source/source.ts"

export interface SsrfGuard {
  /** Returns the agent that connects to this address, and only to the IP address that its name was resolved to. */
  agentFor(address: URL): HttpAgent | HttpsAgent
  lookup?: LookupFunction
  close(): void
}

/**
 * Allows connections to public addresses only. A name is resolved once for each connection, the resulting address is
 * checked, and the connection goes to exactly that address. Hosts in `allowHosts` (`wiki.local` or `wiki.local:8080`)
 * may be in a private network, but never at an address where clouds serve secrets.
 * @param lookup replaces the system's resolver in tests
 */
export function createSsrfGuard(allowHosts: readonly string[] = [], lookup?: LookupFunction): SsrfGuard {
  const allowed = new Set(allowHosts.map((host) => host.trim().toLowerCase()))
  const outside = agents({})
  const inside = agents({ allowPrivateIPAddress: true, denyIPAddressList: METADATA })
  return {
    agentFor(address) {
      const isAllowed = [address.hostname, address.hostname.replace(/^\[|\]$/g, ""), address.host].some((name) =>
        allowed.has(name)
      )
      return (isAllowed ? inside : outside)[address.protocol === "https:" ? "https" : "http"]
    },
    ...(lookup && { lookup }),
    close() {
      for (const agent of [outside.http, outside.https, inside.http, inside.https]) agent.destroy()
    }
  }
}

/**
 * Reads an address that may be requested at all.
 * @throws SourceError
 */
export function readAddress(text: string, from?: URL): URL {
  const address = URL.parse(text.trim(), from)
  if (!address) throw new SourceError("source-unreadable", `"${shorten(text)}" is no web address.`)
  if (address.protocol !== "http:" && address.protocol !== "https:")
    throw new SourceError("source-refused", `${shorten(address.href)} can't be read: only http and https can.`)
  if (address.username !== "" || address.password !== "")
    throw new SourceError(
      "source-refused",
      `The address of ${address.host} holds a user name or password. Leave them out there and give them by themselves.`
    )
  address.hash = ""
  return address
}

/**
 * Makes sure that credentials don't cross a network unencrypted, except to a host in `allowHosts`.
 * @throws SourceError
 */
export function refuseUnencrypted({ protocol, href, host, hostname }: URL, allowHosts: readonly string[]): void {
  if (protocol === "https:" || allowHosts.some((allowed) => [host, hostname].includes(allowed.toLowerCase()))) return
  throw new SourceError(
    "source-refused",
    `${href} would carry the credentials unencrypted. Use https, or name a host of your own network with --allow-host ${host}.`
  )
}

/** Returns whether a connection failed because the guard refused it and not because of the network. */
export function wasRefused(error: unknown): boolean {
  return error instanceof Error && /is not allowed\. Because/.test(error.message)
}

/**
 * At these addresses clouds serve a machine's secrets. The default filter blocks them as link-local or shared
 * addresses, but the filter for an allowed host would let them through.
 */
const METADATA = [
  "169.254.169.254",
  "169.254.170.2",
  "169.254.170.23",
  "100.100.100.200",
  "168.63.129.16",
  "fd00:ec2::254",
  "::ffff:a9fe:a9fe",
  "::ffff:169.254.169.254"
]

function agents(filter: { allowPrivateIPAddress?: boolean; denyIPAddressList?: string[] }) {
  const options = { keepAlive: true, maxSockets: 8, ...filter }
  return { http: new RequestFilteringHttpAgent(options), https: new RequestFilteringHttpsAgent(options) }
}

const shorten = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}…` : text)
