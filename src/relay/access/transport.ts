import type { IncomingMessage } from "node:http"
import { BlockList, isIP } from "node:net"
import { createMiddleware } from "hono/factory"
import type { RelayEnv } from "../http/context.ts"
import { Problem } from "../../runtime/problem.ts"

export interface Transport {
  /** The names by which browsers reach the relay. A client that comes without HTTPS is told the first of them. */
  hosts: string[]
  /** Addresses or subnets of HTTPS proxies on other machines. */
  proxies: string[]
  /** Whether plain HTTP is accepted from anywhere. */
  insecure: boolean
}

/**
 * Lets in a request that came from this machine (from its programs or a proxy on it), or from a configured proxy that
 * says that it was asked by HTTPS. If any proxy says that it was asked without HTTPS, the request is refused.
 * @throws Problem 421 "needs-https"
 */
export function checkTransport({ hosts, proxies, insecure }: Transport) {
  const known = listOf(proxies)
  const instead = hosts[0] === undefined ? "ask its owner for the address" : `use https://${hosts[0]}`
  return createMiddleware<RelayEnv>(async ({ env: { incoming } }, next) => {
    const fault = insecure ? undefined : faultOf(incoming, known)
    if (fault === "plain") throw new Problem(421, "needs-https", `The relay is reached by HTTPS only: ${instead}.`)
    if (fault === "silent")
      throw new Problem(
        421,
        "needs-https",
        "The proxy before the relay doesn't tell how it was asked: its owner can have it send X-Forwarded-Proto."
      )
    await next()
  })
}

/**
 * Returns the client's address, by which guesses are slowed down. Behind a proxy it is the address that the proxy saw.
 */
export function clientAddress(incoming: IncomingMessage, { proxies }: Pick<Transport, "proxies">): string {
  const known = listOf(proxies)
  const chain = [...valuesOf(incoming, "x-forwarded-for").filter((value) => isIP(value) !== 0), peerOf(incoming)]
  // The chain is read from the nearest hop on. An address is believed if the hop that reported it is one of ours.
  return chain.findLast((address, at) => at === 0 || !isOurs(address, known)) ?? ""
}

/**
 * Returns the network of an address. For IPv6 it is the first 64 bits, because providers mostly assign that many, and
 * whoever has one address of the network has them all.
 */
export function networkOf(address: string): string {
  const plain = unmapped(address)
  if (isIP(plain) !== 6) return plain
  const [head = "", tail] = plain.toLowerCase().split("%")[0]?.split("::") ?? []
  const groups = [head, tail].map((part) => (part === undefined || part === "" ? [] : part.split(":")))
  const [before = [], after = []] = groups
  const whole =
    tail === undefined
      ? before
      : [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0"), ...after]
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`
}

/** Returns a check whether an address is this machine's or a configured proxy's, which many people share. */
export function trustedPeers(proxies: string[]): (address: string) => boolean {
  const known = listOf(proxies)
  return (address) => isOurs(unmapped(address), known)
}

function faultOf(incoming: IncomingMessage, proxies: BlockList): "plain" | "silent" | undefined {
  const peer = peerOf(incoming)
  if (!isOurs(peer, proxies)) return "plain"
  const told = valuesOf(incoming, "x-forwarded-proto")
  if (told.some((scheme) => scheme.toLowerCase() !== "https")) return "plain"
  return told.length === 0 && !isOurs(peer, NONE) ? "silent" : undefined
}

const NONE = new BlockList()
const LOOPBACK = new BlockList()
LOOPBACK.addSubnet("127.0.0.0", 8, "ipv4")
LOOPBACK.addAddress("::1", "ipv6")

/** Whether the address is this machine's own or a proxy's. */
function isOurs(address: string, proxies: BlockList): boolean {
  const version = isIP(address)
  if (version === 0) return false
  const family = version === 6 ? "ipv6" : "ipv4"
  return LOOPBACK.check(address, family) || proxies.check(address, family)
}

function listOf(addresses: string[]): BlockList {
  const list = new BlockList()
  for (const one of addresses) {
    const [address = "", length] = one.split("/")
    const family = isIP(address) === 6 ? "ipv6" : "ipv4"
    if (length === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(length), family)
  }
  return list
}

function peerOf(incoming: IncomingMessage): string {
  return unmapped(incoming.socket.remoteAddress ?? "")
}

/** Writes an IPv4 address as such if it came to a socket that takes both IPv4 and IPv6. */
function unmapped(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "")
}

function valuesOf(incoming: IncomingMessage, name: string): string[] {
  return [incoming.headers[name] ?? []]
    .flat()
    .join(",")
    .split(",")
    .map((value) => value.trim())
    .filter((value) => value !== "")
}
