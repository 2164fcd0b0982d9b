import { LISTS } from "replywright/lexicon/masking"
import { LISTS as NAMES } from "replywright/lexicon/names"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { LinkifyIt } from "linkify-it"
import type { Canvas } from "../basis/canvas.ts"
import type { MaskMode } from "../basis/masking-rules.ts"
import type { MaskType } from "../basis/placeholder-table.ts"

/**
 * Finds links. In strict mode a link to a host that isn't generally known, or to a person's page on a network, is
 * masked whole, because the address of a small firm or a person identifies them. Otherwise the scheme, the host and
 * plain words of the path stay readable, and user names, query values and path parts that hold an address, a token or
 * an account are masked. Secrets (tokens, keys, passwords) are marked as such. The rest of a link is kept.
 */
export function findLinks(canvas: Canvas, mode: MaskMode): void {
  for (const { url, start, end } of linksIn(canvas.text)) {
    const parts = personalParts(canvas.text.slice(start, end))
    if (mode === "strict" && (isOwnPage(url) || parts.some(({ isProfile }) => isProfile))) {
      // A secret may never be restored, so it is claimed apart from the rest of the link.
      const secret = parts.find(({ type }) => type === "SECRET")
      canvas.claim(start, secret ? start + secret.start : trimmedEnd(canvas.text, start, end), "LINK")
    }
    for (const part of parts) canvas.claim(start + part.start, start + part.end, part.type)
    canvas.keep(start, end)
  }
}

/** Reads line by line, and only lines that may hold a link, because the search is expensive. */
function linksIn(text: string): { url: string; start: number; end: number }[] {
  let from = 0
  return text.split("\n").flatMap((line) => {
    const start = from
    from += line.length + 1
    const links = MAY_HOLD.test(line) ? (linkify.match(line) ?? []) : []
    return links
      .filter(({ schema }) => schema !== "mailto:")
      .map((link) => ({ url: link.url, start: start + link.index, end: start + link.lastIndex }))
  })
}

const MAY_HOLD = /[^\s.]\.[^\s.]|:\/\/|^\/\/|\s\/\//

const linkify = new LinkifyIt({
  fuzzyLink: true,
  fuzzyEmail: false,
  fuzzyIP: false,
  urlAuth: true,
  maxLength: 4000
}).tlds(
  "app dev ai tv cc info biz shop store online site website blog cloud tech email support help link page live life world today news media agency studio design group team company digital solutions services systems health finance example".split(
    " "
  ),
  true
)

/** Says whether a link leads to a page of one owner, and not to a well-known site or to a file on it. */
function isOwnPage(url: string): boolean {
  const host = URL.parse(url)?.hostname ?? ""
  return host !== "" && !isWellKnownHost(host)
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).replace(/[.,;:!?'"*]+$/, "").length
}

interface Part {
  start: number
  end: number
  type: MaskType
  isProfile?: boolean
}

function personalParts(link: string): Part[] {
  const [, before = "", authority = "", path = "", query = "", fragment = ""] = SHAPE.exec(link) ?? []
  const parts: Part[] = []
  const user = authority.lastIndexOf("@")
  if (user > 0)
    parts.push({
      start: before.length,
      end: before.length + user,
      type: authority.slice(0, user).includes(":") ? "SECRET" : "LINK"
    })
  const host = before.length + user + 1
  if (IPV4_HOST.test(authority.slice(user + 1)))
    parts.push({ start: host, end: host + authority.slice(user + 1).replace(/:\d+$/, "").length, type: "IP" })
  let at = before.length + authority.length
  parts.push(...inPath(path, at, authority.slice(user + 1)))
  at += path.length
  parts.push(...inQuery(query, at))
  at += query.length
  parts.push(...(fragment.includes("=") ? inQuery(fragment, at) : inPath(fragment, at)))
  return parts
}

function inPath(path: string, offset: number, host = ""): Part[] {
  const parts: Part[] = []
  let last = host
  for (const match of path.matchAll(/[^/#!]+/g)) {
    const segment = match[0]
    if (EMAIL.test(segment)) parts.push(part(match, offset, "EMAIL"))
    else if (!ACCOUNT.test(last) && isProfile(host, last, segment))
      parts.push({ ...part(match, offset, "LINK"), isProfile: true })
    else if (isPersonal(segment) || ACCOUNT.test(last))
      parts.push(part(match, offset, SECRET_PLACE.test(last) ? "SECRET" : "LINK"))
    last = segment
  }
  return parts
}

/** Says whether a link is one person's profile: "linkedin.com/in/NAME", "x.com/NAME". */
function isProfile(host: string, last: string, segment: string): boolean {
  const plain = host.toLowerCase().replace(/^(?:www|m|mobile|[a-z]{2})\./, "")
  if (NAMES_BEHIND.test(last)) return SOCIAL.has(plain) || NAMED_BEHIND.has(plain)
  return last === host && SOCIAL.has(plain) && !OWN_PAGE.test(segment)
}

function inQuery(query: string, offset: number): Part[] {
  const parts: Part[] = []
  for (const match of query.matchAll(/(?<=[?&;#]([^=&;?#]{0,60})=)[^&;#]+/g)) {
    const value = match[0]
    const key = match[1] ?? ""
    if (SECRET_KEY.test(key)) parts.push(part(match, offset, "SECRET"))
    else if (EMAIL.test(value)) parts.push(part(match, offset, "EMAIL"))
    else if (value.length > 2 && !(HARMLESS_KEY.test(key) && HARMLESS_VALUE.test(value)))
      parts.push(part(match, offset, "LINK"))
  }
  return parts
}

function isPersonal(segment: string): boolean {
  if (segment.includes("@") || /%40/.test(segment) || UUID.test(segment)) return true
  // A percent-encoded accent or space may hide a name from the finder of names.
  if (/%(?:[c-f][0-9a-f]|20|27)/i.test(segment)) return true
  if (segment.length >= 32 && /\d/.test(segment) && /[a-z]/.test(segment) && /[A-Z]/.test(segment)) return true
  return segment.split(/[-_.~:,]/).some((piece) => piece.length >= 16 && /\d/.test(piece) && /[A-Za-z]/.test(piece))
}

function part(match: RegExpMatchArray, offset: number, type: MaskType): Part {
  const start = offset + (match.index ?? 0)
  return { start, end: start + match[0].length, type }
}

const SHAPE = /^((?:[a-z][a-z0-9+.-]{0,20}:)?(?:\/\/)?)([^/?#]*)([^?#]*)(\?[^#]*)?(#[^]*)?$/i
const IPV4_HOST = /^(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?$/
const EMAIL = /^[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}$/u
const UUID = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/i
const ACCOUNT = /^(?:u|users?|profiles?|accounts?|members?|customers?|people|kunden|benutzer|konto|wa\.me)$/i
/** On these networks the first part of a path names the owner of the page. */
const SOCIAL = wordsOf(LISTS, "social-hosts")
const NAMED_BEHIND = wordsOf(LISTS, "networks-with-names")
const NAMES_BEHIND = /^(?:in|pub|profile|add|c|user|u|id|athletes|people|m|member|pay)$/i
/** Matches path parts that belong to the network itself. */
const OWN_PAGE =
  /^(?:help|hilfe|login|signin|signup|register|settings|about|legal|policies|privacy|terms|tos|search|explore|home|watch|groups|events|pages|sharer|share|hashtag|i|intent|jobs|company|school|posts|feed|messages|notifications|p|reel|reels|stories|tv|topics|orgs|features|pricing|marketplace|collections|security|enterprise|apps|business|support|download|downloads|developers|blog|live|channel|playlist|results|shorts|embed|in|pub|profile|add|c|user|u|id|people|permalink|story|photo|video|videos|ads|careers|contact|faq|docs|status|gaming|[\w-]+\.(?:php|html?|aspx?))$/i
const SECRET_PLACE =
  /^(?:reset|reset-password|password-reset|verify|confirm|activate|magic|magic-link|invite|token|auth|unsubscribe)$/i
const SECRET_KEY =
  /^(?:.*[_-])?(?:token|key|apikey|secret|password|passwort|pass|pwd|code|otp|auth|sig|signature|session|sid|jwt|credential)s?$/i
const HARMLESS_KEY =
  /^(?:lang|locale|language|hl|page|p|sort|size|color|colour|variant|category|utm_[a-z]+|ref|source|order|orders?_?(?:id|no|number)|ticket(?:_?id)?|invoice(?:_?id)?|sku|article|product)$/i
const HARMLESS_VALUE = /^[\p{L}\d_-]{1,24}$/u

/**
 * Says whether a host is so widely used that a link to it reveals nothing about the writer. The link's personal parts
 * are masked all the same.
 */
function isWellKnownHost(host: string): boolean {
  const plain = host.toLowerCase().replace(/^www\./, "")
  if (plain === "localhost" || /^(?:\d{1,3}\.){3}\d{1,3}$/.test(plain)) return true
  const parts = plain.split(".")
  const country = parts.length > 2 && /^(?:com?|org|net|gov|ac)$/.test(parts.at(-2) ?? "")
  const name = parts.at(country ? -3 : -2) ?? ""
  return HOSTS.has(name)
}

const HOSTS = wordsOf(NAMES, "hosts")
