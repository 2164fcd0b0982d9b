import {
  type HelpdeskClient,
  HelpdeskRefused,
  undefinedIfRefused,
  createFailureIsolation,
  validItems
} from "../helpdesk/client.ts"
import { isDue, OVERLAP, sinceOf, type Since } from "../helpdesk/read-position.ts"
import { DocumentError } from "../../formats/common/format.ts"
import { type ImportedDocument, type ReadFrom, type SourceItem, parseSavedState } from "../../source/source.ts"
import {
  listPage,
  readProjects,
  checkApiKey,
  thoseNamed,
  wikiPage,
  type Project,
  type WikiPage
} from "./redmine-api.ts"
import { readWikiPage } from "../../reading/read-html.ts"
import * as z from "zod/mini"

interface Reading {
  client: HelpdeskClient
  /** If this is empty, all visible projects are read. */
  projects: readonly string[]
  /** The pages of these projects may be quoted to customers although visitors can't read them. */
  publicProjects: readonly string[]
  /** The time is in milliseconds since 1970. */
  today: number
}

interface Wiki {
  project: Project
  pages: readonly WikiPage[]
  isPublic: boolean
  /** With whose rights its pages are requested. */
  as: "ourselves" | "nobody"
}

/**
 * Reads wiki pages project by project. Every read lists all of them. A page that hasn't changed since the last read
 * isn't read again, except once a day, because a page that includes another one doesn't show that page's change.
 */
export async function* readWikis(
  { client, projects, publicProjects, today }: Reading,
  { at, since }: ReadFrom,
  signal: AbortSignal
): AsyncGenerator<SourceItem, void> {
  const wikis = await listWikis(client, await readProjects(client, projects, signal), publicProjects, signal)
  const scope = JSON.stringify([projects, wikis.map(({ project, isPublic }) => [project.id, isPublic])])
  const known = sinceOf(since, scope)
  const before = known && !isDue(known, today) ? known : undefined
  const resumed = readWikiPosition(at)
  const began = resumed?.began ?? client.now() - OVERLAP
  const take = createFailureIsolation()
  yield { type: "total", documents: wikis.reduce((sum, { pages }) => sum + pages.length, 0) }
  for (const wiki of wikis) {
    for (const page of wiki.pages) {
      if (
        resumed &&
        (wiki.project.id < resumed.project || (wiki.project.id === resumed.project && page.title <= resumed.page))
      )
        continue
      const about = { id: idOf(wiki, page.title), path: [...sectionOf(wiki, page), titleOf(page.title)].join(" / ") }
      yield before && Date.parse(page.updated_on) < before.from
        ? { type: "standing", id: about.id }
        : await take(about, () => documentOf(client, wiki, page, signal))
      yield { type: "at", at: writeWikiPosition({ began, project: wiki.project.id, page: page.title }) }
    }
  }
  await checkApiKey(client, signal)
  const next: Since = { from: began, oldest: 0, whole: before?.whole ?? today, scope }
  yield { type: "end", all: true, since: JSON.stringify(next) }
}

async function listWikis(
  client: HelpdeskClient,
  projects: readonly Project[],
  publicProjects: readonly string[],
  signal: AbortSignal
): Promise<Wiki[]> {
  const wikis: Wiki[] = []
  const named = new Set(publicProjects.flatMap((name) => thoseNamed(client, projects, name)))
  for (const project of projects) {
    const index = `projects/${encodeURIComponent(project.identifier)}/wiki/index.json`
    const list = await undefinedIfRefused(listPage(client, index, "wiki_pages", signal))
    const pages = validItems(list?.items ?? [], wikiPage).sort((a, b) => (a.title < b.title ? -1 : 1))
    if (pages.length === 0) continue
    // Companies mark projects as public even on a Redmine that requires signing in, so a request without credentials
    // checks it.
    const isOpen = project.is_public && (await seenByNobody(client, index, signal))
    wikis.push({ project, pages, isPublic: isOpen || named.has(project), as: isOpen ? "nobody" : "ourselves" })
  }
  return wikis
}

async function seenByNobody(client: HelpdeskClient, path: string, signal: AbortSignal): Promise<boolean> {
  try {
    await client.json(path, signal, "nobody")
    return true
  } catch (error) {
    if (error instanceof HelpdeskRefused) return false
    throw error
  }
}

/** Redmine's titles are case-insensitive. */
const idOf = ({ project }: Wiki, title: string) => `wiki-${project.id}-${title.toLowerCase()}`
const titleOf = (title: string) => title.replaceAll("_", " ")

function sectionOf({ project, pages }: Wiki, page: WikiPage): string[] {
  const above: string[] = []
  // The number of pages limits the depth, because a page could be its own ancestor.
  for (
    let parent = page.parent?.title;
    parent !== undefined && above.length < pages.length;
    parent = pages.find(({ title }) => title === parent)?.parent?.title
  )
    above.unshift(titleOf(parent))
  return [project.name, ...above]
}

async function documentOf(
  client: HelpdeskClient,
  wiki: Wiki,
  page: WikiPage,
  signal: AbortSignal
): Promise<ImportedDocument> {
  const { project, isPublic, as } = wiki
  const path = `projects/${encodeURIComponent(project.identifier)}/wiki/${encodeURIComponent(page.title)}`
  const url = new URL(path, client.base).href
  const text = await readWikiPage(await client.text(path, signal, as), url, signal)
  if (!text) {
    // A key that is no longer valid gets the sign-in page instead.
    await checkApiKey(client, signal)
    throw new DocumentError("Its page shows no text of a wiki.")
  }
  const section = sectionOf(wiki, page)
  const title = text.title ?? titleOf(page.title)
  return {
    id: idOf(wiki, page.title),
    path: [...section, titleOf(page.title)].join(" / "),
    title,
    kind: "article",
    visibility: isPublic ? "public" : "internal",
    groups: [],
    url,
    body: text.body,
    ...(page.updated_on !== "" && { changed: page.updated_on }),
    details: { kind: "article", section, labels: [] }
  }
}

/** How far a read has come: project by project, with the titles in order. */
interface WikiPosition {
  /** When the read began, in milliseconds since 1970 by the server's clock. */
  began: number
  project: number
  page: string
}

const shape = z.object({ began: z.number(), project: z.number(), page: z.string() })

const writeWikiPosition = (place: WikiPosition): string => JSON.stringify(place)

const readWikiPosition = (text: string | undefined): WikiPosition | undefined => parseSavedState(text, shape)
