import type { Canvas } from "../basis/canvas.ts"

/** Finds IPv4 addresses. Four numbers behind a word for a version stay. */
export function findIps(canvas: Canvas): void {
  const text = canvas.free
  for (const match of text.matchAll(IPV4)) {
    if (!VERSION.test(text.slice(Math.max(0, match.index - 24), match.index)))
      canvas.claim(match.index, match.index + match[0].length, "IP")
  }
}

/** Finds IPv6 addresses. It must run before facts are kept, because "91:08" in an address looks like a time. */
export function findIpv6s(canvas: Canvas): void {
  for (const match of canvas.free.matchAll(IPV6)) {
    if (isIpv6(match[0])) canvas.claim(match.index, match.index + match[0].length, "IP")
  }
}

const PART = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`
const IPV4 = new RegExp(String.raw`(?<![\d.])(?:${PART}\.){3}${PART}(?!\.?\d)`, "g")
const VERSION = /(?:\bv|versions?|versão|versión|firmware|release|build|update|バージョン)[ :.]{0,3}$/i
const IPV6 = /(?<![\w:.])[0-9a-fA-F:]{2,39}(?:(?:\d{1,3}\.){3}\d{1,3})?(?![\w:])/g

function isIpv6(text: string): boolean {
  const [address = "", v4] = /^(.*?:)((?:\d+\.){3}\d+)$/.exec(text)?.slice(1) ?? [text]
  const groups = address.split(":")
  if (groups.some((group) => group.length > 4) || groups.length < 3) return false
  if (address.split("::").length > 2 || address.includes(":::") || !/[0-9a-f]/i.test(address)) return false
  if (address.includes("::")) return groups.length <= 9
  return groups.length === (v4 ? 7 : 8) && groups.slice(0, v4 ? -1 : undefined).every(Boolean)
}
