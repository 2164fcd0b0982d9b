import type { Found } from "../basis/finding.ts"
import type { Given, KnownLinks } from "../basis/given.ts"
import { rememberMessages } from "../../../text/memo/text-memory.ts"
import { percentDecoded } from "../../../text/words/percent-decoded.ts"
import { looksLike } from "./look-alike.ts"
import { SHARED, linksIn, type Link, type PlacedLink } from "./urls.ts"
import { spansOf } from "./request/asking.ts"
import { SCHEMES } from "../words/words.ts"

/** Finds links, bare hosts and IP addresses that neither ticket nor sources contain. */
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
  // What a link passes to its own host may be anything, unless it was said before.
  const tells =
    query !== "" &&
    !decoded(query)
      .split(/[?&;#=]/)
      .every((part) => part.length < 4 || holds(part))
  return tells || SHARED.test(host) || !links.ours.has(address) || leadsOn(path + query, given) ? "link" : "page"
}

/** Says whether this link contains another link that nobody gave, percent-encoded once or twice. */
function leadsOn(tail: string, given: Given): boolean {
  const once = decoded(tail)
  const isForeign = ({ link: { host, port, user } }: PlacedLink) => user || !given.links.all.has(host + port)
  return [once, decoded(once)].some((text) => text !== tail && linksIn(text).some(isForeign))
}

/** Decodes percent signs where that is possible. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2}){1,200}/gi, percentDecoded)
}

/** Messages and sources are looked at for several drafts. */
const givenLinks = rememberMessages(linksIn, 1_000_000)

/** Returns the links of what the team wrote, and of what the customer did. Each text is read by itself. */
export function hostsIn(ours: readonly string[], theirs: readonly string[]): KnownLinks {
  const pages = new Set<string>()
  const read = (texts: readonly string[]) => {
    const hosts = new Set<string>()
    for (const {
      link: { host, port, path, query }
    } of texts.flatMap((text) => givenLinks(text))) {
      hosts.add(host + port)
      pages.add((host + port + path).replace(/\/+$/, "") + query)
      const steps = path.split("/").slice(0, MAX_STEPS)
      for (let n = steps.length; n > 0; n--) pages.add(host + port + steps.slice(0, n).join("/"))
    }
    return hosts
  }
  const known = read(ours)
  const all = new Set([...known, ...read(theirs)])
  // The mail host of the team is its own, but the customer's is not.
  for (const match of ours.join("\n").matchAll(/@([\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6})/gu)) {
    const host = (match[1] ?? "").toLowerCase()
    if (SHARED.test(host)) continue
    all.add(host)
    known.add(host)
    pages.add(host)
  }
  return { pages, ours: known, all }
}

const MAX_STEPS = 20
const SCRIPT = /^(?:javascript|data|file|vbscript|blob)/i

/**
 * Finds links that open another program, a download or a payment, such as `skype:name?call` and `magnet:?xt=...`, and
 * that neither ticket nor sources contain literally. Numbers and addresses behind `tel:` and `mailto:` have finders of
 * their own.
 */
export function findAppLinks(text: string, given: Given): Found[] {
  return spansOf(APP_LINK, text)
    .filter(({ start, end }) => {
      const link = text.slice(start, end)
      return !given.text.includes(link) && !isKnownNumber(link, given)
    })
    .map((span) => ({ kind: "link", ...span }))
}

/** A text message to a number that was given is fine. */
const isKnownNumber = (link: string, given: Given) =>
  /^(?:sms|smsto):\+?[\d-]{4,20}$/i.test(link) && given.holds(link.replace(/^\w+:\+?/, ""))

/** Matches a scheme that opens a program, or any scheme with a query right behind it. */
const APP_LINK = new RegExp(
  `(?<![\\p{Script=Latin}\\p{N}+./:-])(?:(?:${SCHEMES.join("|")}):(?=[^\\s:]{3})|[a-z][a-z0-9+.-]{1,20}:\\?(?=[a-z]{1,20}=))` +
    "[^\\s<>\"'「」『』（）、。]{1,2000}(?<![.,;:!?)\\]])",
  "giu"
)

/**
 * Finds images and everything else in Markdown or HTML that loads by itself. One that a source contains literally
 * belongs to the team.
 */
export function findImages(text: string, given: Given): Found[] {
  return [...text.matchAll(IMAGE)]
    .filter((match) => !given.text.includes(match[0]))
    .map((match) => ({
      kind: match[0].slice(1, 7).toLowerCase() === "script" ? "script" : "image",
      start: match.index,
      end: match.index + match[0].length
    }))
}

const IMAGE = new RegExp(
  [
    "!\\[[^\\[\\]\\n]{0,300}\\](?:\\([^()\\s]{1,2000}(?:[ \\t][^()\\n]{0,300})?\\)|\\[[^\\[\\]\\n]{0,100}\\])",
    "<(?:img|picture|source|image|svg|iframe|video|audio|embed|object|input|link|style|script|base|meta|body|table|td|div|span|a)\\b[^<>]{0,40}?\\b(?:src|srcset|xlink:href|data|poster|background|style)\\s*=[^<>]{0,2000}>?",
    "<(?:img|picture|svg|iframe|video|audio|embed|object|script|style|base|meta)\\b[^<>]{0,2000}>?",
    "\\burl\\(\\s*['\"]?(?:[a-z]+:)?//[^()\\s]{1,2000}\\)"
  ].join("|"),
  "giu"
)
