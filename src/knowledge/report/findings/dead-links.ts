import { sql } from "kysely"
import { posix } from "node:path"
import { TENANT } from "../../../storage/tenant.ts"
import { isPublicPage, type Corpus, type CorpusDocument } from "../corpus/corpus.ts"
import { findingDocument, type FindContext, type Finder, type NewFinding } from "../corpus/finding.ts"
import { canonicalAddress, folderOf } from "../corpus/canonical-address.ts"
import { forEachYielding } from "../../../runtime/event-loop.ts"
import { percentDecoded } from "../../../text/words/percent-decoded.ts"
import { SourceError } from "../../../ingest/source/source.ts"
import type { WebClient } from "../../../ingest/sources/web/web-client.ts"
import MarkdownIt, { type Token } from "markdown-it"

/**
 * Finds links to the team's own pages that don't exist or that customers can't open. If other hosts may be requested,
 * it also finds links that lead nowhere.
 */
export const deadLinks: Finder = { kind: "dead-link", find }

async function find(corpus: Corpus, { signal, web, linksAsked }: FindContext): Promise<NewFinding[]> {
  const known = new Known()
  await forEachYielding(corpus.docs, signal, (doc) => known.take(doc))
  const [found, unsure] = [[] as NewFinding[], new Map<string, { doc: CorpusDocument; link: Link }[]>()]
  for await (const { doc, links } of pages(corpus, signal)) {
    for (const link of links) {
      const leads = known.look(doc, link.address)
      if (leads.to === "page") continue
      if (leads.to === "nothing" && (!web || leads.url === undefined))
        found.push(dead(doc, link, "No page that was imported has the address"))
      else if (leads.to === "internal")
        found.push({
          ...dead(doc, link, "Customers can't open where a public page leads them,"),
          fix: "Lead to a public page, or make that one public."
        })
      else if (leads.url !== undefined) {
        const others = unsure.get(leads.url)
        if (others) others.push({ doc, link })
        else unsure.set(leads.url, [{ doc, link }])
      }
    }
  }
  if (!web) return found
  const reasons = await findDeadLinks(web, [...unsure.keys()], signal, linksAsked)
  return [
    ...found,
    ...[...reasons].flatMap(([url, why]) => (unsure.get(url) ?? []).map(({ doc, link }) => dead(doc, link, `${why}:`)))
  ]
}

const dead = (doc: CorpusDocument, { address, words }: Link, why: string): NewFinding => ({
  about: address,
  documents: [findingDocument(doc, words || address)],
  says: `${why} ${address}`,
  fix: "Lead to where that page is now, or take the link away."
})

/** Yields the links of each public page. Its text is read for nothing else. */
async function* pages(
  { db, docs }: Corpus,
  signal: AbortSignal
): AsyncGenerator<{ doc: CorpusDocument; links: Link[] }> {
  const some = docs.filter((doc) => isPublicPage(doc) || (doc.kind === "macro" && doc.visibility === "public"))
  for (let from = 0; from < some.length; from += PAGE) {
    const part = new Map(some.slice(from, from + PAGE).map((doc) => [doc.id, doc]))
    const { rows } = await sql<{
      id: string
      body: string
    }>`select id, body from documents where tenant = ${TENANT} and id = any(${[...part.keys()]}::text[])`.execute(db)
    const read: { doc: CorpusDocument; links: Link[] }[] = []
    await forEachYielding(rows, signal, ({ id, body }) => {
      const doc = part.get(id)
      if (doc) read.push({ doc, links: linksOf(body) })
    })
    yield* read
  }
}

const PAGE = 500

/** The places of the team's pages: their addresses, and the paths of files. */
class Known {
  readonly #addresses = new Map<string, CorpusDocument>()
  readonly #paths = new Map<string, CorpusDocument>()
  readonly #folders = new Map<string, number>()

  take(doc: CorpusDocument): void {
    this.#paths.set(`${doc.collection} ${doc.path.normalize("NFC").toLowerCase()}`, doc)
    if (!doc.url) return
    const address = canonicalAddress(doc.url)
    if (this.#addresses.get(address)?.visibility !== "public") this.#addresses.set(address, doc)
    this.#folders.set(folderOf(address), (this.#folders.get(folderOf(address)) ?? 0) + 1)
  }

  /** Looks a link up. "unknown" means that nothing imported shows whether the target exists. */
  look(from: CorpusDocument, address: string): { to: "page" | "internal" | "nothing" | "unknown"; url?: string } {
    if (address === "" || address.startsWith("#") || /^(?!https?:)[a-z][a-z\d+.-]*:/i.test(address))
      return { to: "page" }
    const url = URL.parse(address, from.url ?? undefined)
    if (!url) return this.#file(from, address)
    // Links to different parts of a page lead to the same page.
    url.hash = ""
    const name = canonicalAddress(url.href)
    const page = this.#addresses.get(name)
    if (page) return { to: page.visibility === "public" || from.visibility !== "public" ? "page" : "internal" }
    // Only in a folder from which several pages were imported does a missing page count as dead.
    return { to: (this.#folders.get(folderOf(name)) ?? 0) >= KNOWN_FOLDER ? "nothing" : "unknown", url: url.href }
  }

  /** Looks up a link between files of one folder. */
  #file(from: CorpusDocument, address: string): { to: "page" | "internal" | "nothing" | "unknown" } {
    // The URL parser encodes characters that an address may not contain, but the path on the disk contains them.
    const path = percentDecoded(address.split(/[?#]/)[0] ?? "")
      .normalize("NFC")
      .toLowerCase()
    if (!/\.(?:md|markdown|html?|xhtml)$/.test(path) || path.startsWith("/")) return { to: "unknown" }
    const page = this.#paths.get(
      `${from.collection} ${posix.join(posix.dirname(from.path.normalize("NFC").toLowerCase()), path)}`
    )
    if (!page) return { to: "nothing" }
    return { to: page.visibility === "public" || from.visibility !== "public" ? "page" : "internal" }
  }
}

const KNOWN_FOLDER = 3

/**
 * Requests these addresses and returns those that no longer exist, with the reason. An address whose server is busy or
 * unreachable, or that may not be requested, isn't reported, and neither are addresses beyond the limit. `tell`
 * receives how many of all have been requested.
 */
async function findDeadLinks(
  web: WebClient,
  addresses: readonly string[],
  signal: AbortSignal,
  tell: (asked: number, of: number) => void = () => undefined
): Promise<Map<string, string>> {
  const reasons = new Map<string, string>()
  const rest = addresses.slice(0, MOST)
  let done = 0
  tell(done, addresses.length)
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let address = rest.shift(); address !== undefined; address = rest.shift()) {
        const why = await faultOf(web, address, signal)
        if (why !== undefined) reasons.set(address, why)
        tell(++done, addresses.length)
      }
    })
  )
  return reasons
}

const MOST = 2_000
const AT_ONCE = 4

async function faultOf(web: WebClient, address: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const answer = await web.open(address, { idle: 10_000, total: 20_000 }, signal)
    answer.discard()
    return answer.status === 404 || answer.status === 410 ? `There is nothing (status ${answer.status}) at` : undefined
  } catch (error) {
    // A link isn't dead because its host is unreachable today or because the guard refuses to request it.
    if (error instanceof SourceError) return undefined
    throw error
  }
}

interface Link {
  address: string
  words: string
}

/** Returns the links of a Markdown text with their words, without pictures. */
function linksOf(markdown: string): Link[] {
  if (!/\]\(|\]:|<https?:|https?:\/\/|\]\[/.test(markdown)) return []
  return PARSER.parse(markdown, {}).flatMap((token) => inLine(token.children ?? []))
}

const PARSER = new MarkdownIt("commonmark", { linkify: false })

function inLine(tokens: Token[]): Link[] {
  const links: Link[] = []
  let open: Link | undefined
  for (const token of tokens) {
    if (token.type === "link_open") open = { address: String(token.attrGet("href") ?? ""), words: "" }
    else if (token.type === "link_close" && open) {
      links.push(open)
      open = undefined
    } else if (open) open.words += token.content
  }
  return links
}
