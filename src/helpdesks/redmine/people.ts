import type { Person, Role } from "../../ticket/ticket.ts"
import { isPublic, notesOf } from "./issue.ts"
import { redmine as at } from "./selectors.ts"

/** Returns what identifies a person, or undefined for people who have no account or no longer have one. */
export function personIn(root: ParentNode | null | undefined): string | undefined {
  return root?.querySelector(at.person)?.getAttribute("href") ?? undefined
}

/**
 * Distinguishes customers from agents, which Redmine doesn't. The person who opened the issue is the customer, and so
 * are people who have the same roles in the project, none of which the signed-in agent has. Authors of private notes
 * are agents. `project` is the project's own page with its roles.
 */
export function rolesOf(issue: Document, project: Document | undefined): (person: string | undefined) => Role {
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
export function agentOf(issue: Document, project: Document | undefined): Person | undefined {
  const me = issue.querySelector(at.signedIn)?.getAttribute("href")
  const link = [issue, project]
    .flatMap((document) => (document ? linksToPeople(document) : []))
    .find((one) => one.getAttribute("href") === me)
  return link && { name: nameOf(link) }
}

/** Returns everybody whom the issue's page names. */
export function namesOn(issue: Document): string[] {
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
