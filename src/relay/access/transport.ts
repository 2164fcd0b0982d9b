import type { IncomingMessage } from "node:http"
import { BlockList, isIP } from "node:net"
import { createMiddleware } from "hono/factory"
import type { RelayEnv } from "../http/context.ts"
import { Problem } from "../../runtime/problem.ts"

export interface Transport {
  /** What browsers call the relay; the first is named to who comes without HTTPS. */
  hosts: string[]
  /** Addresses or subnets of the HTTPS proxy on another machine. */
  proxies: string[]
  /** Plain HTTP from anywhere is let in. */
  insecure: boolean
}

/**
 * Lets in what came by HTTPS: from this machine (its own programs, a proxy beside the relay), or from a configured
 * proxy that says so. A proxy that says it was asked without HTTPS is never believed to be safe.
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

/** Who asks, for slowing down guesses: behind a proxy the address that the proxy saw. */
export function clientAddress(incoming: IncomingMessage, { proxies }: Pick<Transport, "proxies">): string {
  const known = listOf(proxies)
  const chain = [...valuesOf(incoming, "x-forwarded-for").filter((value) => isIP(value) !== 0), peerOf(incoming)]
  // From the nearest: each is believed as long as who told it is ours.
  return chain.findLast((address, at) => at === 0 || !isOurs(address, known)) ?? ""
}

/**
 * The network of an address: an IPv6 one is mostly given out 64 bits at a time, so that whoever has one has them all.
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

/** Tells whether an address is this machine's own or a configured proxy's: one that stands for many people. */
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

/** This machine's own, or the proxy's. */
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

/** An IPv4 address that came to a socket of both kinds is written as one. */
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
