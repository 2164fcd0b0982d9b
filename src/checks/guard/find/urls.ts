import { LinkifyIt } from "linkify-it"
import { FILES, TLDS } from "./tlds.ts"

/** A link as a browser reads it: in lower case, without "www.", without the port that its scheme has anyway. */
export interface Link {
  scheme: string
  /** Somebody stands before the host ("own.example@evil.example"), or readers disagree on where the host begins. */
  user: boolean
  host: string
  /** The host with the letters that the text has; `host` has other scripts as "xn--". */
  written: string
  port: string
  path: string
  query: string
}

export interface PlacedLink {
  /** UTF-16 offsets in the text. */
  start: number
  end: number
  link: Link
}

/**
 * Every link that a mail program, or a person, would find in a text, each for itself: a link behind another one with
 * no more than a comma, a bracket or markup between them is one of its own, and so is one within another's path or
 * query. In order.
 */
export function linksIn(text: string): PlacedLink[] {
  const begun = starts(text)
  return begun.map(({ at, scheme, head }, n): PlacedLink => {
    const next = begun[n + 1]?.at ?? text.length
    const from = at + head
    const rest = REST.exec(text.slice(from, Math.min(next, from + LONGEST)))?.[0] ?? ""
    const taken = taking(rest, from + rest.length === next && n + 1 < begun.length)
    return {
      start: at,
      end: from + taken.length,
      link: scheme === "script" ? script(text.slice(at, from + taken.length)) : parsed(scheme, taken, rest)
    }
  })
}

interface Start {
  at: number
  /** "https:", "" where it has none, "script" for what isn't a place but a program or a file. */
  scheme: string
  /** Units before the host. */
  head: number
}

function starts(text: string): Start[] {
  const withScheme = [...text.matchAll(SCHEME)].map(
    ({ 0: head, index: at, groups = {} }): Start =>
      groups["program"] === undefined
        ? { at, scheme: schemeOf(head), head: head.length }
        : { at, scheme: "script", head: 0 }
  )
  const found: Start[] = []
  let n = 0
  /** Where the link that is open ends at the latest. */
  let open = 0
  const take = (to: number) => {
    for (; (withScheme[n]?.at ?? Infinity) < to; n++) {
      const one = withScheme[n]
      if (!one) return
      found.push(one)
      open =
        one.at + one.head + (REST.exec(text.slice(one.at + one.head, one.at + one.head + LONGEST))?.[0].length ?? 0)
    }
  }
  for (const { index: at, groups = {} } of text.matchAll(BARE)) {
    take(at + 1)
    const { bare = "", after = "" } = groups
    const isInside = at < open && !JOINER.test(text.charAt(at - 1))
    if (!isInside && isHost(bare, after)) found.push({ at, scheme: "", head: 0 })
  }
  take(Infinity)
  return found
}

const schemeOf = (head: string) =>
  `${/^[a-z0-9+.-]*/i.exec(head)?.[0] ?? ""}:`.toLowerCase().replace(/^hxxp/, "http").replace(/^:$/, "https:")

/** The part of `rest` that belongs to the link. @param isCut whether another link follows at once */
function taking(rest: string, isCut: boolean): string {
  const length = Math.max(0, LINKIFY.testSchemaAt(`http://${rest}`, "http:", 5) - 2)
  const host = /^[^/?#\\]*/.exec(rest)?.[0].length ?? 0
  // Where linkify-it ends within what could be the host, the URL class says what the host is.
  const isUnsure =
    length === 0 || (length <= host && /^(?:[%:_~-]|\.[^\s]|\[\.\]|\(\.\)|[^\s/?#\\]{0,200}@)/.test(rest.slice(length)))
  const taken = trimmed(isUnsure ? rest : rest.slice(0, length))
  return isCut ? taken.replace(/(?:%[0-9a-f]{2}|[-,;|:=?&[({'"*_`!^\\]){1,20}$/i, "") : taken
}

function parsed(scheme: string, taken: string, rest: string): Link {
  const written = taken.replace(/\[\.\]|\(\.\)/g, ".")
  const authority = /^[^/?#\\]*/.exec(written)?.[0] ?? ""
  const url = URL.parse(`${scheme || "https:"}//${written}`)
  const before = /^[^/?#]*/.exec(rest)?.[0] ?? ""
  const user = /@|%40|\\/.test(before)
  const name = authority.slice(authority.lastIndexOf("@") + 1).replace(/:\d{1,5}$/, "")
  const plain = (host: string) =>
    host
      .toLowerCase()
      .replace(/\.$/, "")
      .replace(/^www\./, "")
  if (!url)
    return {
      scheme,
      user,
      host: plain(name),
      written: plain(name),
      port: "",
      path: written.slice(authority.length).toLowerCase(),
      query: ""
    }
  return {
    scheme: url.protocol,
    user,
    host: plain(url.hostname),
    written: plain(name),
    port: url.port && !(url.port === "80" || url.port === "443") ? `:${url.port}` : "",
    path: url.pathname.toLowerCase(),
    query: `${url.search}${url.hash}`.toLowerCase().replace(/\/+$/, "")
  }
}

const script = (raw: string): Link => ({
  scheme: raw.slice(0, raw.indexOf(":")).toLowerCase(),
  user: false,
  host: "",
  written: "",
  port: "",
  path: raw,
  query: ""
})

/** Whether a bare word with dots is a host: by its ending; a file's name and a word after a missing space are none. */
function isHost(bare: string, after: string): boolean {
  const labels = bare.replace(/\[\.\]|\(\.\)/g, ".").split(".")
  const last = (labels.at(-1) ?? "").toLowerCase()
  if (labels.every((label) => /^\d+$/.test(label)))
    return (
      labels.length === 4 &&
      labels.every((label) => label.length < 4 && Number(label) < 256) &&
      !/^(?:\d\.){3}\d$/.test(bare)
    )
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

/** It tells where a link ends: at a bracket that nobody opened, at the stop of a sentence. */
const LINKIFY = new LinkifyIt({ urlAuth: true, maxLength: 2048 })

const LONGEST = 2000
/** Up to what no link holds: a space, a quote, an angle bracket, a tag that closes ("[/url]"). */
const REST = /^(?:(?!\[\/[a-z]{1,10}\])[^\s<>"「」『』（）、。]){1,2000}/i
/** What stands between two links that are written as one. */
const JOINER = /[,;|()[\]{}'*`!^]/
const HOST_BEGINS = "(?=[\\p{L}\\p{N}_-]{1,63}\\.[\\p{L}\\p{N}])"
/**
 * Schemes of the web anywhere, also within a word or another link; others where a word begins; none behind two
 * slashes.
 */
const SCHEME = new RegExp(
  `(?:h(?:tt|xx)ps?|ftps?|wss?):(?:[/\\\\]{1,4}(?=[^\\s/\\\\])|${HOST_BEGINS})|hxxps?[/\\\\]{2}(?=[a-z0-9])` +
    "|(?<program>(?<![\\p{L}\\p{N}])(?:javascript|data|vbscript|blob|file):(?=[a-z/(][^\\s]{3}))" +
    "|(?<![\\p{L}\\p{N}+.-])[a-z][a-z0-9+.-]{1,20}:\\/{2,3}(?=[^\\s/])" +
    `|(?:(?<![:/\\\\\\p{L}\\p{N}])\\/\\/|(?<=[(="'][ ]{0,2})[/\\\\]{2,4})${HOST_BEGINS}`,
  "giu"
)
const LETTER = "[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Armenian}\\p{Script=Cherokee}\\p{N}_]"
const DOT = "(?:\\.|\\[\\.\\]|\\(\\.\\))"
const AFTER = "(?::\\d{1,5}(?!\\d))?(?:[/?#][^\\s<>\"'「」『』（）、。]{0,2000})?"
const BARE = new RegExp(
  "(?<![\\p{Script=Latin}\\p{N}_@./-]|[\\p{L}\\p{N}]@)" +
    `(?<bare>${LETTER}(?:${LETTER}|-){0,62}(?:${DOT}${LETTER}(?:${LETTER}|-){0,62}){1,8})(?![\\p{Script=Latin}\\p{N}@-]|` +
    `\\.[\\p{Script=Latin}\\p{N}])(?=(?<after>${AFTER}))`,
  "giu"
)
