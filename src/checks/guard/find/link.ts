import type { Found } from "../finding.ts"
import type { Given } from "../given.ts"
import { looksLike } from "./look-alike.ts"
import { FILES, SHARED, TLDS } from "./tlds.ts"

/** What is known of links. Addresses without scheme, "www.", closing slash, in lower case. */
export interface KnownLinks {
  /** Pages, and all that stand above them: help.example/a, help.example. */
  pages: ReadonlySet<string>
  /** Hosts that sources or agents name; a page of theirs that nobody named is the model's guess, and only warned of. */
  ours: ReadonlySet<string>
  /** And those that the customer names. */
  all: ReadonlySet<string>
}

/** Links, bare hosts and IP addresses that neither ticket nor sources hold. */
export function findLinks(text: string, given: Given): Found[] {
  return linksIn(text).flatMap(({ start, end, link }): Found[] => {
    const kind = judged(link, given)
    return kind ? [{ kind, start, end }] : []
  })
}

function judged({ scheme, user, host, port, path, query }: Link, { links, holds }: Given): Found["kind"] | undefined {
  const address = host + port
  if (SCRIPT.test(scheme)) return "link"
  const page = (address + path).replace(/\/+$/, "")
  const whole = page + query
  if (user === "" && (links.pages.has(whole) || (query === "" && links.pages.has(page)))) return undefined
  if (user !== "" || !links.all.has(address)) return looksLike(host, links.all) ? "look-alike" : "link"
  // What the host itself is told by the link may be anything, unless it was said before.
  const tells = query !== "" && !query.split(/[?&;#=]/).every((part) => part.length < 4 || holds(part))
  return tells || SHARED.test(host) || !links.ours.has(address) ? "link" : "page"
}

export function hostsIn(ours: string, theirs: string): KnownLinks {
  const pages = new Set<string>()
  const read = (text: string) => {
    const hosts = new Set<string>()
    for (const { link: { host, port, path, query } } of linksIn(text)) {
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

interface Link { scheme: string; user: string; host: string; port: string; path: string; query: string }

/** Everything that a mail program, or a person, would take for a link. */
export function linksIn(text: string): { start: number; end: number; link: Link }[] {
  const found: { start: number; end: number; link: Link }[] = []
  for (const match of text.matchAll(LINK)) {
    const { scheme = "", rest = "", bare = "", after = "", script } = match.groups ?? {}
    const raw = trimmed(script ?? (scheme + rest + bare + after))
    const end = match.index + raw.length
    if (script !== undefined) found.push({ start: match.index, end, link: { scheme: script.slice(0, script.indexOf(":")), user: "", host: "", port: "", path: raw, query: "" } })
    else if (scheme !== "" || isHost(bare, after)) found.push({ start: match.index, end, link: parts(scheme, raw.slice(scheme.length)) })
  }
  return found
}

function parts(scheme: string, rest: string): Link {
  const authority = /^[^/?#\\]*/.exec(rest)?.[0] ?? ""
  const at = authority.lastIndexOf("@")
  const [, name = "", port = ""] = /^(.*?)(:\d{1,5})?$/.exec(authority.slice(at + 1).toLowerCase()) ?? []
  const host = name.replace(/\[\.\]|\(\.\)/g, ".").replace(/\.$/, "").replace(/^www\./, "")
  const tail = rest.slice(authority.length)
  const path = /^[^?#]*/.exec(tail)?.[0] ?? ""
  return { scheme: scheme.toLowerCase(), user: at >= 0 ? authority.slice(0, at) : "", host, port: port === ":80" || port === ":443" ? "" : port, path: path.toLowerCase(), query: tail.slice(path.length).toLowerCase().replace(/\/+$/, "") }
}

/** Whether a bare word with dots is a host: by its ending; a file's name and a word after a missing space are none. */
function isHost(bare: string, after: string): boolean {
  const labels = bare.replace(/\[\.\]|\(\.\)/g, ".").split(".")
  const last = (labels.at(-1) ?? "").toLowerCase()
  if (labels.every((label) => /^\d+$/.test(label))) return labels.length === 4 && labels.every((label) => label.length < 4 && Number(label) < 256) && !/^(?:\d\.){3}\d$/.test(bare)
  if (/^www$/i.test(labels[0] ?? "") || /^xn--/.test(last)) return labels.length > 2
  if (!TLDS.has(last)) return false
  if (labels.length === 2 && after === "" && FILES.has(last)) return false
  // "finished.In the", "St.John", "e.g.": two short parts, or a capital after a small letter, are no host without more.
  if (labels.length === 2 && after === "" && /^\p{Lu}\p{Ll}/u.test(labels[1] ?? "")) return false
  return labels.some((label, at) => at < labels.length - 1 && label.length > 1)
}

/** Without the stops, quotes and closing brackets of the sentence around it. */
function trimmed(raw: string): string {
  let end = raw.length
  for (; end > 0; end--) {
    const last = raw.charAt(end - 1)
    if (last === ")" && opened(raw.slice(0, end))) break
    if (!/[.,;:!?'"’”»)\]}>*_。、」』）`|]/.test(last)) break
  }
  return raw.slice(0, end)
}

const opened = (raw: string) => raw.length < 2000 && raw.includes("(") && raw.split("(").length >= raw.split(")").length

const MOST_STEPS = 20
const SCRIPT = /^(?:javascript|data|file|vbscript|blob)/i
const LETTER = "[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Armenian}\\p{Script=Cherokee}\\p{N}_]"
const DOT = "(?:\\.|\\[\\.\\]|\\(\\.\\))"
const AFTER = "(?::\\d{1,5}(?!\\d))?(?:[/?#][^\\s<>\"'「」『』（）、。]{0,2000})?"
const LINK = new RegExp(
  `(?<scheme>\\b[a-z][a-z0-9+]{1,11}:\\/{2,3}|(?<![:/\\p{L}\\p{N}])\\/\\/(?=[\\p{L}\\p{N}-]{1,63}\\.[\\p{L}\\p{N}])|\\bhxxps?:?\\/{0,2}(?=[a-z0-9]))(?<rest>[^\\s<>"「」『』（）、。]{1,2000})` +
  `|(?<script>\\b(?:javascript|data|vbscript|blob|file):(?=[a-z\\/(][^\\s]{3})[^\\s<>]{1,2000})` +
  `|(?<![\\p{Script=Latin}\\p{N}_@./-]|[\\p{L}\\p{N}]@)(?<bare>${LETTER}(?:${LETTER}|-){0,62}(?:${DOT}${LETTER}(?:${LETTER}|-){0,62}){1,8})(?![\\p{Script=Latin}\\p{N}@-]|\\.[\\p{Script=Latin}\\p{N}])(?<after>${AFTER})`,
  "giu"
)
