import type { Found } from "../basis/finding.ts"
import type { Given, KnownLinks } from "../basis/given.ts"
import { looksLike } from "./look-alike.ts"
import { SHARED } from "./tlds.ts"
import { linksIn, type Link, type PlacedLink } from "./urls.ts"

/** Links, bare hosts and IP addresses that neither ticket nor sources hold. */
export function findLinks(text: string, given: Given): Found[] {
  return linksIn(text).flatMap(({ start, end, link }): Found[] => {
    const kind = judged(link, given)
    return kind ? [{ kind, start, end }] : []
  })
}

function judged(link: Link, given: Given): Found["kind"] | undefined {
  const { scheme, user, host, written, port, path, query } = link
  const { links, holds } = given
  const address = host + port
  if (SCRIPT.test(scheme)) return "link"
  const page = (address + path).replace(/\/+$/, "")
  const whole = page + query
  if (!user && (links.pages.has(whole) || (query === "" && links.pages.has(page)))) return undefined
  if (user || !links.all.has(address)) {
    return looksLike(written, links.all) || host.includes("xn--") ? "look-alike" : "link"
  }
  // What the host itself is told by the link may be anything, unless it was said before.
  const tells =
    query !== "" &&
    !decoded(query)
      .split(/[?&;#=]/)
      .every((part) => part.length < 4 || holds(part))
  return tells || SHARED.test(host) || !links.ours.has(address) || leadsOn(path + query, given) ? "link" : "page"
}

/** Whether another link that nobody gave is written into this one by percent signs, once or twice over. */
function leadsOn(tail: string, given: Given): boolean {
  const once = decoded(tail)
  const isForeign = ({ link: { host, port, user } }: PlacedLink) => user || !given.links.all.has(host + port)
  return [once, decoded(once)].some((text) => text !== tail && linksIn(text).some(isForeign))
}

/** Without percent signs, where they can be read. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2}){1,200}/gi, (codes) => {
    try {
      return decodeURIComponent(codes)
    } catch (error) {
      if (error instanceof URIError) return codes
      throw error
    }
  })
}

export function hostsIn(ours: string, theirs: string): KnownLinks {
  const pages = new Set<string>()
  const read = (text: string) => {
    const hosts = new Set<string>()
    for (const {
      link: { host, port, path, query }
    } of linksIn(text)) {
      hosts.add(host + port)
      pages.add((host + port + path).replace(/\/+$/, "") + query)
      const steps = path.split("/").slice(0, MOST_STEPS)
      for (let n = steps.length; n > 0; n--) pages.add(host + port + steps.slice(0, n).join("/"))
    }
    return hosts
  }
  const known = read(ours)
  const all = new Set([...known, ...read(theirs)])
  // A team's mail host is its own; the customer's is not.
  for (const match of ours.matchAll(/@([\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6})/gu)) {
    const host = (match[1] ?? "").toLowerCase()
    if (SHARED.test(host)) continue
    all.add(host)
    known.add(host)
    pages.add(host)
  }
  return { pages, ours: known, all }
}

const MOST_STEPS = 20
const SCRIPT = /^(?:javascript|data|file|vbscript|blob)/i
