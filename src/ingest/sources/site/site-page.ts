import { formatOf } from "../../formats/read-documents.ts"
import { DocumentError } from "../../formats/common/format.ts"
import { documentsOfFile } from "../../reading/documents-of-file.ts"
import { readHtmlPage } from "../../reading/read-html.ts"
import { singleChunk } from "../../formats/common/text.ts"
import type { Reading } from "./site.ts"
import type { SitePage } from "./site-map.ts"
import { SourceError, type ImportedDocument, type SourceItem, parseSavedState } from "../../source/source.ts"
import { isSameHost, onSameHost, type WebAnswer, pageText } from "../web/web-client.ts"
import { attribute, elementsOf, parseHtml } from "../../formats/html/tree.ts"
import { createHash } from "node:crypto"
import * as z from "zod/mini"

export interface PageOutcome {
  page: SitePage
  /** "twin" means that the canonical address is another page of the sitemap, which is read separately. */
  item: Exclude<SourceItem, { type: "total" | "at" | "end" }> | { type: "twin" }
  /** This validator comes from the server's headers. */
  validator?: PageValidator
  /** The page couldn't be fetched, for a reason that may apply to the whole site. */
  away?: SourceError
}

interface Around {
  known: PageValidator | undefined
  allows(address: URL): boolean
  /** All addresses in the sitemap. */
  addresses: ReadonlySet<string>
}

/** Reads one page. A problem with the page is reported and doesn't stop the read. @throws the signal's reason */
export async function readPage(reading: Reading, page: SitePage, around: Around): Promise<PageOutcome> {
  const { known } = around
  if (known?.startsWith("m") && pageValidatorOf(page, undefined, reading.now) === known)
    return { page, item: { type: "standing", id: page.address } }
  try {
    return await fetchPage(reading, page, around)
  } catch (error) {
    if (reading.signal.aborted || !(error instanceof SourceError || error instanceof DocumentError)) throw error
    const item = { type: "failed", path: page.address, id: page.address, reason: error.message } as const
    return { page, item, ...(error instanceof SourceError && error.retryable && { away: error }) }
  }
}

const ACCEPT = "text/html, application/xhtml+xml, application/pdf;q=0.5, */*;q=0.1"
/** A page that requires signing in redirects to such an address. */
const SIGN_IN = /\/(?:log-?in|sign-?in|sign_in|sso|auth|session|access)(?:[/?.]|$)/i

async function fetchPage(reading: Reading, page: SitePage, around: Around): Promise<PageOutcome> {
  const { web, signal } = reading
  const look = (kind: "e" | "d") => (around.known?.startsWith(kind) ? around.known.slice(1) : undefined)
  const follow = (to: URL, from: URL) => {
    onSameHost(to, from)
    if (SIGN_IN.test(to.pathname)) throw new SourceError("source-refused", "It is shown only after signing in.")
    if (!around.allows(to))
      throw new SourceError("source-refused", `It leads to ${to.href}, which robots.txt doesn't allow.`)
  }
  const answer = await web.read(
    page.address,
    { headers: { accept: ACCEPT }, unless: { etag: look("e"), modified: look("d") }, follow },
    signal
  )
  const failed = (reason: string): PageOutcome => ({
    page,
    item: { type: "failed", path: page.address, id: page.address, reason }
  })
  if (answer.status === 304)
    return { page, item: { type: "standing", id: page.address }, ...(around.known && { validator: around.known }) }
  if (answer.status === 404 || answer.status === 410) return { page, item: { type: "gone", id: page.address } }
  if (answer.status === 401 || answer.status === 403)
    return failed(`It may not be read without signing in (status ${answer.status}).`)
  if (answer.status !== 200) return failed(`It can't be read (status ${answer.status}).`)
  if (isHidden(answer.headers["x-robots-tag"])) return { page, item: { type: "gone", id: page.address } }
  const type = answer.headers["content-type"] ?? "text/html"
  if (!/^(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) return otherFile(reading, page, answer)
  return htmlPage(reading, page, around, answer)
}

async function htmlPage(
  reading: Reading,
  page: SitePage,
  { addresses }: Around,
  answer: WebAnswer & { bytes: Uint8Array }
): Promise<PageOutcome> {
  const html = pageText(answer.bytes, answer.headers["content-type"])
  const head = pageHead(html)
  if (isHidden(head.robots)) return { page, item: { type: "gone", id: page.address } }
  const canonical = head.canonical === undefined ? null : URL.parse(head.canonical, answer.address)
  if (canonical) canonical.hash = ""
  const own = canonical && isSameHost(canonical, reading.site) ? canonical.href : answer.address.href
  if (own !== page.address && addresses.has(own)) return { page, item: { type: "twin" } }
  const read = await readHtmlPage(html, answer.address.href, reading.signal)
  const { title, locale = page.locale, changed, body, notices } = read
  if (body.trim() === "") throw new DocumentError("There is no text on the page.")
  const date = page.lastmod !== undefined && !Number.isNaN(Date.parse(page.lastmod)) ? page.lastmod : changed
  const validator = validatorOf(answer)
  return {
    page,
    ...(validator && { validator }),
    item: {
      type: "document",
      document: {
        id: own,
        path: page.address,
        title: title ?? nameOf(own),
        kind: "article",
        visibility: reading.visibility,
        groups: [],
        url: own,
        body,
        ...(locale !== undefined && { locale }),
        ...(date !== undefined && { changed: date }),
        ...(notices !== undefined && { notices })
      }
    }
  }
}

/** Reads a file that a format supports (such as a PDF), by its media type or by the ending of its address. */
async function otherFile(
  { visibility, signal }: Reading,
  page: SitePage,
  { headers, bytes }: WebAnswer & { bytes: Uint8Array }
): Promise<PageOutcome> {
  const type = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? ""
  const name = nameOf(page.address)
  const path = ENDINGS[type] === undefined ? new URL(page.address).pathname : `${name}.${ENDINGS[type]}`
  const format = formatOf(path)
  if (!format || format.id === "feed")
    throw new DocumentError(`It is ${type === "" ? "a file" : type}, which isn't read.`)
  let article: ImportedDocument | undefined
  for await (const item of documentsOfFile(
    { path, size: bytes.length, visibility, open: async () => singleChunk(bytes) },
    signal
  )) {
    if (item.type === "failed") throw new DocumentError(item.reason)
    if (article) throw new DocumentError("It holds more than one document. Download it and import it as a file.")
    article = item.document
  }
  if (!article) throw new DocumentError("There is nothing in it.")
  const { changed = page.lastmod } = article
  return {
    page,
    item: {
      type: "document",
      document: {
        ...article,
        id: page.address,
        path: page.address,
        url: page.address,
        ...(changed !== undefined && { changed })
      }
    }
  }
}

/** Maps media types to endings. For other types, the ending of the address counts. */
const ENDINGS: Record<string, string> = {
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "text/markdown": "md",
  "text/plain": "txt"
}

/**
 * Returns whether the page forbids indexing for everybody or for this import: `noindex, nofollow`, `none`,
 * `replywright: noindex`, but not `otherbot: noindex`.
 */
function isHidden(robots: string | string[] | undefined): boolean {
  return [robots ?? []]
    .flat()
    .join(",")
    .split(",")
    .some((rule) => /^\s*(?:(?:replywright|robots)\s*:\s*)?(?:noindex|none)\s*$/i.test(rule))
}

/** Returns the server's validator. A weak ETag is sufficient to recognise a page. */
function validatorOf({ headers: { etag, "last-modified": modified } }: WebAnswer): PageValidator | undefined {
  if (etag !== undefined && etag.length <= 200) return `e${etag}`
  return modified !== undefined && modified.length <= 50 ? `d${modified}` : undefined
}

/** Makes "returning a parcel" of "returning-a-parcel.html", for a page without a title. */
function nameOf(address: string): string {
  const last = new URL(address).pathname.split("/").findLast((part) => part !== "") ?? new URL(address).host
  try {
    return decodeURIComponent(last)
      .replace(/\.\w{2,5}$/, "")
      .replace(/[-_]+/g, " ")
  } catch (error) {
    // A name such as "100%-cotton" isn't encoded and stays as it is.
    if (error instanceof URIError) return last
    throw error
  }
}

/** What a page states for programs that read it. */
interface PageHead {
  /** The page's canonical address, as it is written there. */
  canonical?: string
  /** The rules of `meta name="robots"` and of one named for this import, separated by commas. */
  robots: string
}

function pageHead(html: string): PageHead {
  const head = /<\/head\s*>|<body[\s>]/i.exec(html)?.index ?? html.length
  const rules: string[] = []
  let canonical: string | undefined
  for (const element of elementsOf(parseHtml(html.slice(0, head), false))) {
    if (element.tagName === "meta" && /^(?:robots|replywright)$/i.test(attribute(element, "name")))
      rules.push(attribute(element, "content"))
    if (element.tagName === "link" && /(?:^|\s)canonical(?:\s|$)/i.test(attribute(element, "rel")))
      canonical ??= attribute(element, "href") || undefined
  }
  return { robots: rules.join(","), ...(canonical !== undefined && { canonical }) }
}

/** Identifies a version of a page: "m" and the sitemap's date, "e" and its ETag, or "d" and its Last-Modified. */
type PageValidator = `${"m" | "e" | "d"}${string}`
/** The validators by address. */
export type PageValidators = Map<string, PageValidator | undefined>

interface Since {
  /** By address, the validators of the pages that the last complete read found under their own address. */
  looks: { get(address: string): PageValidator | undefined }
  /**
   * When the sitemap's dates were last ignored, in milliseconds since 1970. It is absent if this read ignores
   * them, too.
   */
  full?: number
}

/**
 * Reads what `writeSince` wrote. Text that is invalid or from another version gives no validators, so everything is
 * read.
 */
export function readSince(since: string | undefined, now: number): Since {
  const saved = parseSavedState(since, shape)
  if (!saved) return { looks: new Map() }
  const { pages, full } = saved
  const rely = now - full < WEEK
  const lookOf = (address: string): PageValidator | undefined => {
    const look = pages[key(address)]
    return look !== undefined && isLook(look) && (rely || !look.startsWith("m")) ? look : undefined
  }
  return { looks: { get: lookOf }, ...(rely && { full }) }
}

export function writeSince({ looks, full }: { looks: PageValidators; full: number }): string {
  const pages = Object.fromEntries(
    [...looks].flatMap(([address, look]) => (look === undefined ? [] : [[key(address), look]]))
  )
  return JSON.stringify({ version: 1, full, pages })
}

/**
 * Returns the validator by which this page can be recognised. The sitemap's date counts only if it is old enough,
 * because a date without a time stays the same all day and a page may change twice.
 * @param validator the validator from the server's headers
 */
export function pageValidatorOf(
  { lastmod }: Pick<SitePage, "lastmod">,
  validator: PageValidator | undefined,
  now: number
): PageValidator | undefined {
  return lastmod !== undefined && isSettled(lastmod, now) ? `m${lastmod}` : validator
}

/** Some sitemaps never change their dates, so the dates are ignored once a week. */
const WEEK = 7 * 24 * 3600 * 1000
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const shape = z.object({ version: z.literal(1), full: z.number(), pages: z.record(z.string(), z.string()) })

const isLook = (text: string): text is PageValidator => /^[med]./.test(text)

function isSettled(lastmod: string, now: number): boolean {
  const time = Date.parse(lastmod)
  if (Number.isNaN(time)) return false
  return time + (/T\d/.test(lastmod) ? 5 * MINUTE : 2 * DAY) < now
}

/** The key is short, because a site has many addresses. */
const key = (address: string): string => createHash("sha256").update(address).digest("base64url").slice(0, 12)
