import { LinkifyIt } from "linkify-it"
import { FILES, TLDS } from "./tlds.ts"

/** A link as a browser reads it: in lower case, without "www." and without the default port of its scheme. */
export interface Link {
  scheme: string
  /**
   * User information stands before the host ("own.example@evil.example"), or programs disagree on where the host
   * begins.
   */
  user: boolean
  host: string
  /** The host with the letters of the text. `host` has other scripts as "xn--". */
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
 * Returns in order every link that a mail program or a person would find in a text, each as a link of its own. A link
 * behind another one with only a comma, a bracket or markup between them counts separately, and so does one within
 * another's path or query.
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
  /** "https:", "" for a link without a scheme, or "script" for a program or a file. */
  scheme: string
  /** The number of units before the host. */
  head: number
}

function starts(text: string): Start[] {
  const withScheme = [...text.matchAll(SCHEME)].map(
    ({ 0: head, index: at, groups = {} }): Start =>
      groups["program"] === undefined
        ? { at, scheme: schemeOf(head), head: head.length }
        : { at, scheme: "script", head: 0 }
  )
  const places: Start[] = []
  let n = 0
  /** The latest place where the current link may end. */
  let open = 0
  const take = (to: number) => {
    for (; (withScheme[n]?.at ?? Infinity) < to; n++) {
      const one = withScheme[n]
      if (!one) return
      places.push(one)
      open =
        one.at + one.head + (REST.exec(text.slice(one.at + one.head, one.at + one.head + LONGEST))?.[0].length ?? 0)
    }
  }
  for (const { index: at, groups = {} } of text.matchAll(BARE)) {
    take(at + 1)
    const { bare = "", after = "" } = groups
    const isInside = at < open && !JOINER.test(text.charAt(at - 1))
    if (!isInside && isHost(bare, after)) places.push({ at, scheme: "", head: 0 })
  }
  take(Infinity)
  return places
}

const schemeOf = (head: string) =>
  `${/^[a-z0-9+.-]*/i.exec(head)?.[0] ?? ""}:`.toLowerCase().replace(/^hxxp/, "http").replace(/^:$/, "https:")

/**
 * Returns the part of `rest` that belongs to the link.
 * @param isCut whether another link follows at once
 */
function taking(rest: string, isCut: boolean): string {
  const length = Math.max(0, LINKIFY.testSchemaAt(`http://${rest}`, "http:", 5) - 2)
  const host = /^[^/?#\\]*/.exec(rest)?.[0].length ?? 0
  // Where linkify-it ends within a possible host, the URL class decides what the host is.
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

/**
 * Says whether a bare word with dots is a host, by its ending. A file name is none, and neither is a word after a
 * missing space.
 */
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
  // In "finished.In the", "St.John" and "e.g." two short parts, or a capital after a small letter, make no host without
  // further evidence.
  if (labels.length === 2 && after === "" && /^\p{Lu}\p{Ll}/u.test(labels[1] ?? "")) return false
  return labels.some((label, at) => at < labels.length - 1 && label.length > 1)
}

/** Removes the full stops, quotes and closing brackets of the sentence around it. */
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

/** Decides where a link ends: at a bracket that wasn't opened, or at the full stop of a sentence. */
const LINKIFY = new LinkifyIt({ urlAuth: true, maxLength: 2048 })

const LONGEST = 2000
/** Matches up to what no link contains: a space, a quote, an angle bracket, or a closing tag ("[/url]"). */
const REST = /^(?:(?!\[\/[a-z]{1,10}\])[^\s<>"「」『』（）、。]){1,2000}/i
/** Matches what stands between two links that are written as one. */
const JOINER = /[,;|()[\]{}'*`!^]/
const HOST_BEGINS = "(?=[\\p{L}\\p{N}_-]{1,63}\\.[\\p{L}\\p{N}])"
/**
 * Matches schemes of the web anywhere, also within a word or another link. Others match where a word begins. None
 * matches behind two slashes.
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
