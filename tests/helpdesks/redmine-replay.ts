import { existsSync, readFileSync } from "node:fs"
import { openDocument } from "./case.ts"

const folder = "tests/pages/redmine"
const text = (name: string) => readFileSync(`${folder}/${name}`, "utf8")

interface Journal {
  id: number
  user: { id: number; name: string }
  created_on: string
}
export interface Recording {
  /** Of the issue's own page, and of the page in front. */
  html: string
  issue: { id: number; author: { id: number; name: string }; created_on: string; journals: Journal[] }
  /** The line of each role on the project's page, by users' numbers; `undefined`: the agent may not see the project. */
  roles: number[][] | undefined
  /** Mail addresses of those who show them. */
  emails: Record<string, string>
  /** Not in the feed of the newest activity. */
  old?: boolean
}

/** A case without an answer of its own shows an issue that another case has whole. */
export function recordingOf(name: string): Recording {
  const source = existsSync(`${folder}/${name}/rest-issue.json`) ? name : "private-note-secret"
  const agents = [5, 6, 7]
  const customers = [8, 9, 10, 11, 12, 13, 14, 15, 16]
  return {
    html: text(`${name}/page.html`),
    issue: JSON.parse(text(`${source}/rest-issue.json`)).issue,
    roles: [agents, customers],
    emails: {}
  }
}

export function openRecording(
  name: string,
  recording = recordingOf(name),
  path = `/issues/${recording.issue.id}`,
  html = recording.html
) {
  return openDocument(html, `http://127.0.0.1:8096${path}`, ({ pathname, searchParams }) =>
    answer(recording, pathname.replace(/^\/tracker/, ""), searchParams)
  )
}

/** The issue's page, its feed, the project's page and the feed of what its author did there. */
function answer({ html, issue, roles, emails, old }: Recording, path: string, query: URLSearchParams): Response {
  const origin = "http://127.0.0.1:8096"
  const entry = (id: string, name: string, at: string) =>
    `<entry><id>${origin}${id}</id><updated>${at}</updated><author><name>${name}</name>${emails[name] ? `<email>${emails[name]}</email>` : ""}</author></entry>`
  if (path === `/issues/${issue.id}`)
    return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } })
  if (path === `/issues/${issue.id}.atom`)
    return feed(
      issue.journals.map(({ id, user, created_on }) =>
        entry(`/issues/${issue.id}?journal_id=${id}`, user.name, created_on)
      )
    )
  if (path.startsWith("/projects/support") && !roles) return new Response("no", { status: 403 })
  if (path === "/projects/support")
    return new Response(`<div class="members box">${roles?.map(line).join("")}</div>`, {
      headers: { "content-type": "text/html" }
    })
  if (path === "/projects/support/activity.atom") {
    const isTheirs =
      query.get("user_id") === null
        ? issue.author.name === "Anonymous"
        : query.get("user_id") === String(issue.author.id)
    return feed(isTheirs && !old ? [entry(`/issues/${issue.id}`, issue.author.name, issue.created_on)] : [])
  }
  return new Response("no", { status: 404 })
}

const line = (people: number[]) =>
  `<p><span class="label">Role:</span> ${people.map((id) => `<a class="user active" href="/users/${id}">x</a>`).join(", ")}</p>`

function feed(entries: string[]): Response {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><id>http://127.0.0.1:8096/</id><author><name>Redmine</name></author>${entries.join("")}</feed>`
  return new Response(body, { headers: { "content-type": "application/atom+xml; charset=utf-8" } })
}
