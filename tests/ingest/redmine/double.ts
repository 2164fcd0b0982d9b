import { readFileSync } from "node:fs"
import { type Part, redmineSource, type RedmineOptions } from "../../../src/ingest/sources/redmine/redmine.ts"
import type { ReadFrom } from "../../../src/ingest/source/source.ts"
import { double, type Answer, type Double } from "../helpdesk/double.ts"
import { fakeClock, never } from "../sources/server.ts"
import { oneThread } from "../tickets/one-thread.ts"
import { gathered } from "../zendesk/account.ts"

type Row = Record<string, unknown> & { id: number }
interface Page {
  title: string
  updated_on: string
  version?: number
  parent?: { title: string }
}
interface Issue extends Row {
  status: { id: number; is_closed?: boolean }
  project: { id: number; name: string }
  updated_on: string
  is_private: boolean
}
interface Detail extends Issue {
  journals: { user: { id: number; name: string }; notes: string; created_on: string; private_notes?: boolean }[]
  watchers?: { id: number; name: string }[]
}

/** These are responses of a Redmine 5.0.4 with the issues of tests/live/redmine, requested as the import does. */
interface Recorded {
  me: Answer
  projects: { status: number; body: { projects: (Row & { identifier: string; is_public: boolean })[] } }
  wikis: Record<string, { status: number; body: { wiki_pages: Page[] } }>
  issues: { status: number; body: { issues: Issue[] } }
  details: Record<string, { status: number; body: { issue: Detail } }>
  members: { status: number; body: { memberships: unknown[] } }
  roles: Record<string, Answer>
  unauthorized: Answer
}

const read = (name: string) => readFileSync(new URL(`recorded/${name}`, import.meta.url), "utf8")
export const recordedPages = {
  returns: read("returns.html"),
  visitor: read("visitor.html"),
  signIn: read("sign-in.html")
}

/**
 * A Redmine of recorded rows, which a test may change, as far as the import requests them. It answers an unknown key as
 * it answers a visitor.
 */
export interface RedmineDouble extends Double, Recorded {
  key: string | undefined
  /** This says whether a visitor sees what is public. */
  isOpen: boolean
  /** These are the pages by project and title. */
  pages: Record<string, string>
  copy(from: number, id: number, changes?: Partial<Issue>): void
}

export async function redmineDouble(): Promise<RedmineDouble> {
  const server = await double((address, { headers }) => {
    const key = headers["x-redmine-api-key"]
    return route(redmine, address, key !== undefined && (redmine.key === undefined || key === redmine.key))
  })
  const recorded: Recorded = JSON.parse(read("answers.json"))
  const { returns, visitor } = recordedPages
  const redmine: RedmineDouble = Object.assign(server, recorded, {
    key: undefined,
    isOpen: true,
    pages: { "support/Returns": returns, "help/Returns": visitor, "help/Für_Große_Stücke": visitor },
    copy(from: number, id: number, changes: Partial<Issue> = {}) {
      const [row, detail] = [recorded.issues.body.issues.find((one) => one.id === from), recorded.details[from]]
      if (!row || !detail) throw new Error(`no issue ${from}`)
      recorded.issues.body.issues.push({ ...row, ...changes, id })
      recorded.details[id] = { ...detail, body: { issue: { ...detail.body.issue, ...changes, id } } }
    }
  })
  return redmine
}

const nothing = (status: number): Answer => ({ status, body: "" })

function route(redmine: RedmineDouble, { pathname, searchParams: asked }: URL, isKnown: boolean): Answer {
  const path = decodeURIComponent(pathname).replace(/^\/redmine\//, "")
  const [, project = "", title = ""] = /^projects\/([^/]+)\/wiki\/(.+)$/.exec(path) ?? []
  const isSeen =
    isKnown ||
    (redmine.isOpen && redmine.projects.body.projects.some((one) => one.identifier === project && one.is_public))
  const [, id = ""] = /^(?:issues|roles|projects)\/(\d+)/.exec(path) ?? []
  if (path === "users/current.json") return isKnown ? redmine.me : redmine.unauthorized
  if (path === "projects.json") return list("projects", isKnown ? redmine.projects.body.projects : [], asked)
  if (path === "login") return { status: 200, body: recordedPages.signIn }
  if (title === "index.json") return isSeen ? (redmine.wikis[project] ?? nothing(404)) : redmine.unauthorized
  if (title !== "")
    return isSeen
      ? { status: redmine.pages[`${project}/${title}`] ? 200 : 404, body: redmine.pages[`${project}/${title}`] ?? "" }
      : { status: 302, body: "", headers: { location: "/redmine/login?back_url=x" } }
  if (path === "issues.json")
    return list("issues", isKnown ? redmine.issues.body.issues.filter((row) => matches(row, asked)) : [], asked)
  if (!isKnown) return redmine.unauthorized
  if (path.startsWith("issues/")) return redmine.details[id] ?? nothing(404)
  if (path.startsWith("roles/")) return redmine.roles[id] ?? nothing(404)
  return path.endsWith("memberships.json") ? list("memberships", redmine.members.body.memberships, asked) : nothing(404)
}

function matches(row: Issue, asked: URLSearchParams): boolean {
  const from = (name: string) => (asked.get(name) ?? "").replace(">=", "")
  return (
    (asked.get("status_id") === "*" || row.status.is_closed === true) &&
    row.id >= Number(from("issue_id")) &&
    Date.parse(row.updated_on) >= Date.parse(from("updated_on"))
  )
}

function list(name: string, rows: readonly unknown[], asked: URLSearchParams): Answer {
  const [offset, limit] = [Number(asked.get("offset") ?? 0), Math.min(100, Number(asked.get("limit") ?? 25))]
  return { status: 200, body: { [name]: rows.slice(offset, offset + limit), total_count: rows.length, offset, limit } }
}

/** Starts a double and returns functions that read it. */
export async function desk(fill: (redmine: RedmineDouble) => void = () => undefined) {
  const redmine = await redmineDouble()
  fill(redmine)
  const clock = fakeClock(Date.parse("2026-11-21T14:00:00Z"))
  redmine.me = { ...redmine.me, headers: { date: new Date(clock.now()).toUTCString() } }
  const sourceOf = (part: Part, options: Partial<RedmineOptions> = {}) =>
    redmineSource({
      base: new URL(`${redmine.url}/redmine/`),
      part,
      key: "0123abc",
      clock,
      allowHosts: [redmine.host],
      perSecond: 1000,
      masker: oneThread,
      ...options
    })
  return {
    redmine,
    clock,
    sourceOf,
    read: (part: Part, from: ReadFrom = {}, options: Partial<RedmineOptions> = {}, signal = never()) =>
      gathered(sourceOf(part, options).read(from, signal))
  }
}
