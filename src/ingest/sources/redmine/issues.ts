import { mailParts } from "../../../text/mail/mail-parts.ts"
import { type HelpdeskClient, createFailureIsolation, undefinedIfRefused, validItems } from "../helpdesk/client.ts"
import { isDue, OVERLAP, readPositionOf, sinceOf, type ReadPosition, type Since } from "../helpdesk/read-position.ts"
import { DocumentError } from "../../formats/common/format.ts"
import { SourceError, type ImportedDocument, type ReadFrom, type SourceItem } from "../../source/source.ts"
import type { TicketMasker } from "../tickets/ticket-masker.ts"
import { solvedDocument } from "../tickets/solved-document.ts"
import {
  listPage,
  readProjects,
  checkApiKey,
  listAll,
  issue as issueShape,
  issueWithNotes,
  journal,
  numbered,
  type Issue,
  type IssueWithNotes,
  type Named,
  membership,
  role
} from "./redmine-api.ts"

interface Reading {
  client: HelpdeskClient
  masker: TicketMasker
  /** If this is empty, all visible projects are read. */
  projects: readonly string[]
  /** The first read leaves out issues that haven't changed for this many days. */
  days: number
  /** The time is in milliseconds since 1970. */
  today: number
}

/**
 * Reads closed issues by ascending id. The first read and one read a day cover all of them, because only such a read
 * notices a deleted issue. An issue that hasn't changed since the last read isn't read again. The reads in between
 * cover only changed issues. An issue that was opened again, moved or made private counts as gone.
 */
export async function* readIssues(
  reading: Reading,
  { at, since }: ReadFrom,
  signal: AbortSignal
): AsyncGenerator<SourceItem, void> {
  const { client, today, days } = reading
  const projects = new Set((await readProjects(client, reading.projects, signal)).map(({ id }) => id))
  const scope = JSON.stringify([reading.projects, days])
  const before = sinceOf(since, scope)
  const fresh: ReadPosition = {
    began: client.now() - OVERLAP,
    whole: before === undefined || isDue(before, today),
    after: 0
  }
  const resumed = readPositionOf(at)
  const start = resumed && (before || resumed.whole) ? resumed : fresh
  const oldest = before?.oldest ?? today - days * 24 * 3_600_000
  yield* walk(reading, start, { before, oldest, projects }, signal)
  const next: Since = { from: start.began, oldest, whole: start.whole || !before ? today : before.whole, scope }
  yield { type: "end", all: start.whole, since: JSON.stringify(next) }
}

async function* walk(
  { client, masker }: Reading,
  { began, whole, after }: ReadPosition,
  { before, oldest, projects }: { before: Since | undefined; oldest: number; projects: ReadonlySet<number> },
  signal: AbortSignal
): AsyncGenerator<SourceItem, void> {
  const [staff, take] = [createStaff(client), createFailureIsolation()]
  // The time has whole seconds and lies one day earlier, because it isn't known in which time zone Redmine reads it.
  const from = new Date(Math.max(0, (whole ? oldest : (before?.from ?? oldest)) - 24 * 3_600_000))
    .toISOString()
    .replace(/\.\d+/, "")
  for (;;) {
    const query = new URLSearchParams({
      status_id: whole ? "closed" : "*",
      updated_on: `>=${from}`,
      issue_id: `>=${after + 1}`,
      sort: "id",
      limit: String(FULL)
    })
    const { items, total } = await listPage(client, `issues.json?${query}`, "issues", signal)
    // The key is checked before anything is concluded from issues that are missing.
    await checkApiKey(client, signal)
    for (const item of items) {
      const parsing = issueShape.safeParse(item)
      if (!parsing.success) {
        yield brokenIssue(numbered.safeParse(item).data?.id)
        continue
      }
      const issue = parsing.data
      const id = `issue-${issue.id}`
      const isWanted =
        projects.has(issue.project.id) && !issue.is_private && (whole || issue.status.is_closed !== false)
      if (before && Date.parse(issue.updated_on) < before.from) {
        if (whole && isWanted) yield { type: "standing", id }
      } else
        yield isWanted
          ? await take({ id, path: pathOf(issue) }, () => documentOf({ client, masker, staff }, issue, signal))
          : { type: "gone", id }
    }
    if (items.length >= total) return
    const last = Math.max(...items.map((item) => numbered.safeParse(item).data?.id ?? 0))
    if (!(last > after))
      throw new SourceError(
        "source-unreadable",
        `${client.base.host} doesn't list issues in the order of their numbers. Is it a Redmine 4 or later?`
      )
    after = last
    yield { type: "at", at: JSON.stringify({ began, whole, after } satisfies ReadPosition) }
  }
}

/** Redmine returns at most a hundred rows to any caller. */
const FULL = 100

const pathOf = ({ id, project }: Issue) => `${project.name} / Issue ${id}`
const brokenIssue = (id: number | undefined): SourceItem => ({
  type: "failed",
  path: `Issue ${id ?? ""}`.trim(),
  reason: "Redmine's answer isn't an issue in the form that its API documents.",
  ...(id !== undefined && { id: `issue-${id}` })
})

async function documentOf(
  { client, masker, staff }: { client: HelpdeskClient; masker: TicketMasker; staff: Staff },
  listed: Issue,
  signal: AbortSignal
): Promise<ImportedDocument | undefined> {
  const answer = issueWithNotes.safeParse(
    await client.json(`issues/${listed.id}.json?include=journals,watchers`, signal)
  )
  if (!answer.success) throw new DocumentError("Redmine's answer isn't an issue in the form that its API documents.")
  const { issue } = answer.data
  const answering = await staff.of(issue.project.id, signal)
  const notes = validItems(issue.journals, journal).filter(
    ({ notes, private_notes }) => !private_notes && notes.trim() !== ""
  )
  const said = [
    { user: issue.author, text: issue.description, at: issue.created_on },
    ...notes.map(({ user, notes: text, created_on: at }) => ({ user, text, at }))
  ]
  return solvedDocument(
    {
      id: `issue-${issue.id}`,
      path: pathOf(issue),
      url: new URL(`issues/${issue.id}`, client.base).href,
      subject: issue.subject,
      tags: tagsOf(issue),
      people: peopleOn(issue, [...said.map(({ user }) => user), ...(answering ?? [])]),
      written: said.map(({ user, text, at }) => {
        const whole = plainWords(text)
        return { role: roleOf(user, issue, answering), at, mail: mailParts(whole), whole }
      }),
      ...(issue.closed_on && { solved: issue.closed_on })
    },
    masker,
    signal
  )
}

/** The author of the issue is the customer. If the staff is unknown, everybody else counts as an agent. */
function roleOf(
  user: Named | null | undefined,
  { author, assigned_to }: Issue,
  staff: readonly Named[] | undefined
): "customer" | "agent" {
  if (user?.id === author?.id) return "customer"
  return !staff || user?.id === assigned_to?.id || staff.some(({ id }) => id === user?.id) ? "agent" : "customer"
}

/** Returns everybody who is known to be on the issue, the requester first. Redmine doesn't return their addresses. */
function peopleOn(
  { author, assigned_to, watchers }: IssueWithNotes,
  others: readonly (Named | null | undefined)[]
): { name: string }[] {
  const names = [author, assigned_to, ...watchers, ...others].flatMap((one) =>
    one && one.name !== "" ? [one.name] : []
  )
  return [...new Set(names)].slice(0, MAX_PEOPLE).map((name) => ({ name }))
}

const MAX_PEOPLE = 200

/** Redmine has no tags. Teams usually use a custom field of that name instead. */
const tagsOf = ({ custom_fields }: Issue) =>
  custom_fields
    .filter(({ name }) => /^tags?$/i.test(name))
    .flatMap(({ value }) => [value].flat().filter((one) => typeof one === "string" && one !== ""))
    .map(String)

/** Finds the members of a project who answer, which are those who may edit issues. */
interface Staff {
  /** Returns the members of a project, or undefined if these credentials can't see them. */
  of(project: number, signal: AbortSignal): Promise<readonly Named[] | undefined>
}

function createStaff(client: HelpdeskClient): Staff {
  const staffOf = new Map<number, readonly Named[] | undefined>()
  const editors = new Map<number, boolean>()
  const isEditor = async (id: number, signal: AbortSignal): Promise<boolean> => {
    const cached = editors.get(id)
    if (cached !== undefined) return cached
    const answer = role.safeParse(await client.json(`roles/${id}.json`, signal))
    const may = answer.success && answer.data.role.permissions.includes("edit_issues")
    editors.set(id, may)
    return may
  }
  const ask = async (project: number, signal: AbortSignal): Promise<readonly Named[]> => {
    const people: Named[] = []
    for (const { user, roles } of validItems(
      await listAll(client, `projects/${project}/memberships.json`, "memberships", signal),
      membership
    )) {
      for (const { id } of user ? roles : []) if (user && (await isEditor(id, signal))) people.push(user)
    }
    return people
  }
  return {
    async of(project, signal) {
      if (!staffOf.has(project)) staffOf.set(project, await undefinedIfRefused(ask(project, signal)))
      return staffOf.get(project)
    }
  }
}

/**
 * Returns the words of an issue or a note without the markup of Textile or Markdown. Redmine has no page for a single
 * note and doesn't state which of the two it uses. Only markup that means the same in both, or nothing in the other, is
 * removed. All words stay.
 */
export function plainWords(markup: string): string {
  const words = markup
    .replace(/\r\n?/g, "\n")
    .replace(
      /^[ \t]{0,20}<\/?(?:pre|code)(?:\s[^>\n]{0,200})?>[ \t]{0,20}\n?|<\/?(?:pre|code)(?:\s[^>\n]{0,200})?>|^```.*\n?/gim,
      ""
    )
    .replace(/^(?:h[1-6]|bq|p)(?:\([^)\n]{0,200}\)|[<>=]{1,2})?\. +/gm, "")
    .replace(/\[\[(?:[^[\]|\n]*\|)?([^[\]|\n]+)\]\]/g, "$1")
    .replace(/"([^"\n]+)":(https?:\/\/[^\s<>"]{0,2000}[^\s<>".,;:!?)])/g, "$1 ($2)")
    .replace(/(?<!!)\[([^[\]\n]+)\]\((https?:\/\/[^\s()]{1,2000})\)/g, "$1 ($2)")
    .replace(
      /!\[[^[\]\n]*\]\([^)\n]{0,2000}\)|(?<=^|\s)!(?:[<>=]|\{[^}\n]{0,200}\})?[^\s!]{1,500}\.(?:png|jpe?g|gif|svg|webp)(?:\([^)\n]{0,200}\))?!/gim,
      ""
    )
    .replace(/\{\{[^{}]*\}\}/g, "")
    .replace(/(?<![\p{L}\p{N}*])(\*{1,2})(?=\S)([^*\n]+?)(?<=\S)\1(?![\p{L}\p{N}*])/gu, "$2")
    .replace(/(?<=^|[\s(])@(?=\S)([^@\n]+?)(?<=\S)@(?=$|[\s).,;:!?])/gm, "$1")
  return withNumberedSteps(words)
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}

/**
 * Converts numbering. Several lines "# one", "# two" in a row are Textile's steps, and a single one is a Markdown
 * heading.
 */
function withNumberedSteps(text: string): string {
  return text.replace(/(?:^# .*(?:\n|$))+/gm, (lines) => {
    const steps = lines.split("\n")
    return steps.filter(Boolean).length > 1
      ? steps.map((line, n) => line.replace(/^# /, `${n + 1}. `)).join("\n")
      : lines.replace(/^# /, "")
  })
}
