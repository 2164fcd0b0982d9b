import type { Attachment, Message, Person, Ticket, Role } from "../../ticket/ticket.ts"
import type { Page } from "../contract/adapter.ts"
import { textOfNode } from "../contract/html-text.ts"
import { ifAllowed, readDocument } from "../contract/session-requests.ts"
import { optional } from "../contract/foreign-json.ts"
import { attachedFiles, ownAddress, shownSize } from "../contract/attached-files.ts"
import { isoTime, timeOfDay } from "../contract/shown-time.ts"
import { readFeed, type MessageOrigin } from "./feed.ts"
import { addressOf, isPublic, notesOf, outsidePrivateNotes, readIssue } from "./issue.ts"
import { redmine as at } from "./selectors.ts"
import { lineOf, part } from "../contract/own-nodes.ts"

/**
 * Reads the whole ticket. Text and visibility come from the issue's page. Names and times come from feeds, and from the
 * page where the feeds don't have them.
 */
export async function readTicket(page: Page, ticketId: string, signal: AbortSignal): Promise<Ticket> {
  const [document, origins] = await Promise.all([
    readIssue(page, ticketId, signal),
    readFeed(page, `${addressOf(page, ticketId)}.atom`, signal)
  ])
  const issue = part(document, at.issue, "ticket pane")
  const outside = outsidePrivateNotes(document)
  const opened = outside(part(issue, at.opened, "requester"), "requester")
  const { project, activity } = await readProject(page, opened, signal)
  const role = rolesOf(document, project)
  const first = `issue-${ticketId}`
  const requester = activity?.get(first) ?? originIn(opened)
  const notes = notesOf(document)
  const noteFiles = notes.flatMap((note) => files(note, isPublic(note) ? at.noteFile : ANY_FILE))
  const withNotes = new Set(noteFiles.map(({ href }) => href))
  // Only the issue's own list of files shows how large they are.
  const listed = files(issue, at.file)
  const description: Message = {
    id: first,
    author: requester.name,
    role: role(personIn(opened)),
    visibility: "public",
    at: requester.at,
    ...textIn(issue.querySelector(at.description), outside),
    ...attached(
      page,
      listed.filter(({ href }) => !withNotes.has(href))
    )
  }
  const agent = agentOf(document, project)
  return {
    helpdesk: "redmine",
    ticketId,
    subject: lineOf(outside(part(issue, at.subject, "subject"), "subject")),
    ...optional("status", lineOf(outside(issue.querySelector(at.status), "status"))),
    requester: personOf(requester),
    people: others([...origins.values(), ...namesOn(document).map((name) => ({ name }))], requester.name),
    ...(agent ? { agent } : {}),
    ...customFieldsOf(issue, outside),
    messages: [description, ...notes.map((note) => messageOf(note, { page, origins, role, listed }))]
  }
}

function messageOf(
  note: HTMLElement,
  {
    page,
    origins,
    role,
    listed
  }: {
    page: Page
    origins: ReadonlyMap<string, MessageOrigin>
    role: ReturnType<typeof rolesOf>
    listed: readonly LinkedFile[]
  }
): Message {
  const head = part(note, at.noteHead, "author")
  const { name, at: time } = origins.get(note.id) ?? originIn(head)
  const inList = new Map(listed.map((file) => [file.href, file]))
  return {
    id: note.id,
    author: name,
    role: isPublic(note) ? role(personIn(head)) : "agent",
    visibility: isPublic(note) ? "public" : "internal",
    at: time,
    ...textIn(note),
    ...attached(
      page,
      files(note, at.noteFile).map((file) => ({ ...inList.get(file.href), ...file }))
    )
  }
}

/**
 * Reads the project's page with its roles, and the requester's newest entries in the project, because only these say to
 * the second when an issue was opened.
 */
async function readProject(page: Page, opened: Element, signal: AbortSignal) {
  const { project: address, activity: feed } = placesOf(opened)
  if (!address || !feed) return {}
  const [project, activity] = await Promise.all([
    ifAllowed(readDocument(page, address, "text/html", signal)),
    ifAllowed(readFeed(page, feed, signal))
  ])
  return { project, activity }
}

/**
 * Returns the addresses of an issue's project and of its requester's newest entries there, or none if the issue doesn't
 * link its project. `user` is absent for people without an account.
 */
export function placesOf(opened: Element): { project?: string; activity?: string; user?: string } {
  const project = opened
    .querySelector(at.day)
    ?.getAttribute("href")
    ?.replace(/\/activity\?.*/, "")
  if (!project) return {}
  const user = /\d+$/.exec(personIn(opened) ?? "")?.[0]
  const activity = `${project}/activity.atom?show_issues=1${user ? `&user_id=${user}` : ""}`
  return { project, activity, ...(user ? { user } : {}) }
}

/**
 * Returns the origin as the page shows it: to the minute, by the clock of the agent's computer. It is "" for a person
 * without an account.
 */
function originIn(head: Element): MessageOrigin {
  const link = part(head, at.day, "time")
  const [, day = ""] = /from=([\d-]+)/.exec(link.getAttribute("href") ?? "") ?? []
  return {
    name: lineOf(head.querySelector(at.person)),
    at: isoTime(`${day}T${timeOfDay(link.getAttribute("title") ?? "", head.ownerDocument.documentElement.lang)}`)
  }
}

/**
 * An issue without a description has no element for it. Text that a macro folds is also the customer's. Quotes get the
 * marks of quotes in a mail.
 */
function textIn(message: Element | null, outside?: Outside): { text: string } {
  if (!message) return { text: "" }
  const text = part(message, at.text, "message text")
  outside?.(text, "message text")
  for (const anchor of text.querySelectorAll(at.anchor)) anchor.remove()
  // Inner quotes come first, because they are marked once more with the outer ones.
  for (const quote of [...text.querySelectorAll("blockquote")].reverse()) {
    const marked = quote.ownerDocument.createElement("pre")
    marked.textContent = textOfNode(quote, "keep").replace(/^/gm, "> ")
    quote.replaceWith(marked)
  }
  return { text: textOfNode(text, "keep") }
}

type Outside = ReturnType<typeof outsidePrivateNotes>

/** A file that came with a private note is none of the issue's, whatever is corrected. */
const ANY_FILE = "a[href*='/attachments/']"

interface LinkedFile {
  name: string
  size?: number
  href: string
  download: string | undefined
}

/** A link leads to a page about the file. A second one of the same name, to the file itself, is beside it. */
function files(root: ParentNode, selector: string): LinkedFile[] {
  const hrefs = [...root.querySelectorAll(at.download)].map((link) => link.getAttribute("href") ?? "")
  return [...root.querySelectorAll(selector)].flatMap((link) => {
    const href = link.getAttribute("href") ?? ""
    const [, number] = /\/attachments\/(\d+)$/.exec(href) ?? []
    if (number === undefined) return []
    const download = hrefs.find((one) => one.includes(`/attachments/download/${number}/`))
    return { name: lineOf(link), href, download, ...shownSize(link.parentElement?.querySelector(at.size)) }
  })
}

const attached = (page: Page, found: LinkedFile[]): { attachments?: Attachment[] } =>
  attachedFiles(found.map(({ href: _, download, ...file }) => ({ ...file, ...ownAddress(page, download) })))

const personOf = ({ name, email }: Person): Person => ({ ...optional("name", name), ...optional("email", email) })

function others(people: Person[], requester: string): Person[] {
  const named = people.filter(({ name }) => name && name !== requester)
  return [...new Map(named.toReversed().map((person) => [person.name, personOf(person)])).values()].reverse()
}

/** Redmine has no tags. A custom field of that name is the usual substitute. */
function customFieldsOf(issue: Element, outside: Outside): { tags: string[]; fields: Record<string, string> } {
  const custom = [...issue.querySelectorAll(at.customField)]
    .map((one) => outside(one, "fields"))
    .map((field) => ({
      name: lineOf(field.querySelector(".label")).replace(/\s*:$/, ""),
      value: lineOf(field.querySelector(".value"))
    }))
    .filter(({ name, value }) => name && value)
  const isTag = ({ name }: { name: string }) => /^tags?$/i.test(name)
  return {
    tags: custom.filter(isTag).flatMap(({ value }) => value.split(/\s*,\s*/)),
    fields: Object.fromEntries(custom.filter((field) => !isTag(field)).map(({ name, value }) => [name, value]))
  }
}

/** Returns what identifies a person, or undefined for people who have no account or no longer have one. */
function personIn(root: ParentNode | null | undefined): string | undefined {
  return root?.querySelector(at.person)?.getAttribute("href") ?? undefined
}

/**
 * Distinguishes customers from agents, which Redmine doesn't. The person who opened the issue is the customer, and so
 * are people who have the same roles in the project, none of which the signed-in agent has. Authors of private notes
 * are agents. `project` is the project's own page with its roles.
 */
function rolesOf(issue: Document, project: Document | undefined): (person: string | undefined) => Role {
  const me = issue.querySelector(at.signedIn)?.getAttribute("href") ?? undefined
  const opener = personIn(issue.querySelector(`${at.issue} ${at.opened}`))
  const agents = new Set([
    me,
    ...notesOf(issue)
      .filter((note) => !isPublic(note))
      .map((note) => personIn(note.querySelector(at.noteHead)))
  ])
  const roles = [...(project?.querySelectorAll(at.roles) ?? [])].map((role) =>
    [...role.querySelectorAll(at.person)].map((link) => link.getAttribute("href"))
  )
  const rolesIn = (person: string | undefined) =>
    roles.flatMap((people, n) => (people.includes(person ?? "") ? [n] : []))
  const mine = rolesIn(me)
  const theirs = rolesIn(opener)
  const tells = roles.length > 0 && !agents.has(opener) && !theirs.some((role) => mine.includes(role))
  return (person) => {
    if (person === undefined || (person === opener && !agents.has(person))) return "customer"
    if (agents.has(person)) return "agent"
    return tells && String(rolesIn(person)) === String(theirs) ? "customer" : "agent"
  }
}

/** Returns the signed-in agent by full name. The head of the page only has the login. */
function agentOf(issue: Document, project: Document | undefined): Person | undefined {
  const me = issue.querySelector(at.signedIn)?.getAttribute("href")
  const link = [issue, project]
    .flatMap((document) => (document ? linksToPeople(document) : []))
    .find((one) => one.getAttribute("href") === me)
  return link && { name: nameOf(link) }
}

/** Returns everybody whom the issue's page names. */
function namesOn(issue: Document): string[] {
  return linksToPeople(issue).map(nameOf)
}

/**
 * Private notes name people too, so a corrected selector is taken for nothing but links to them: the words of a note
 * are nobody's name.
 */
function linksToPeople(document: Document): Element[] {
  return [...document.querySelectorAll(at.named)].filter((one) => one.matches(LINK_TO_PERSON))
}

const LINK_TO_PERSON = "a[href*='/users/']"

/** A mention has an "@" before the name. */
function nameOf(link: Element): string {
  return (link.textContent ?? "").trim().replace(/^@/, "")
}
