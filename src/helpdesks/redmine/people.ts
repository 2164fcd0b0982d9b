import type { Person, Role } from "../../ticket/ticket.ts"
import { isPublic, notesOf } from "./issue.ts"
import { redmine as at } from "./selectors.ts"

/** What tells one person from another; undefined for those without an account, or no longer with one. */
export function personIn(root: ParentNode | null | undefined): string | undefined {
  return root?.querySelector(at.person)?.getAttribute("href") ?? undefined
}

/**
 * Tells customer from agent. Redmine doesn't say it: who opened the issue is the customer, and who has the same roles
 * in the project as the customer, none of them the signed-in agent's. Who wrote private notes is an agent. `project`:
 * its own page, with its roles.
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

/** The signed-in agent by full name: the head of the page has the login alone. */
export function agentOf(issue: Document, project: Document | undefined): Person | undefined {
  const me = issue.querySelector(at.signedIn)?.getAttribute("href")
  const link = [issue, project]
    .flatMap((document) => [...(document?.querySelectorAll(at.named) ?? [])])
    .find((one) => one.getAttribute("href") === me)
  return link && { name: nameOf(link) }
}

/** Everybody whom the issue's page names. */
export function namesOn(issue: Document): string[] {
  return [...issue.querySelectorAll(at.named)].map(nameOf)
}

/** A mention has the sign before it. */
function nameOf(link: Element): string {
  return (link.textContent ?? "").trim().replace(/^@/, "")
}
