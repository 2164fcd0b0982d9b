import type { Person, Role } from "../../ticket/ticket.ts"
import type { Page } from "../contract/adapter.ts"
import { ifAllowed } from "../contract/session-requests.ts"
import { idOf, listOf, optional, type ForeignRecord } from "../contract/foreign-json.ts"
import { readRecord } from "./rest.ts"

const SYSTEM = "RT_System"
const PERSON = "Name,EmailAddress,RealName"

/** Asks REST2 to return more of a user than the id, wherever `fields` names one. */
export const personFields = (...names: string[]) => Object.fromEntries(names.map((name) => [`fields[${name}]`, PERSON]))

export function personOf(user: ForeignRecord): Person {
  return { ...optional("name", user["RealName"]), ...optional("email", user["EmailAddress"]) }
}

export function authorOf(user: ForeignRecord): string {
  return personOf(user).name ?? idOf(user["id"], "author")
}

/**
 * Distinguishes customers from agents. RT says it of a user and not of a message, so each author who isn't the
 * requester is looked up once.
 */
export async function rolesOf(
  page: Page,
  ticket: ForeignRecord,
  authors: Set<string>,
  signal: AbortSignal
): Promise<(author: string) => Role> {
  const requesters = new Set(
    listOf(ticket["Requestor"] ?? [], "requester").map((user) => idOf(user["id"], "requester"))
  )
  const others = [...authors].filter((id) => id !== SYSTEM && !requesters.has(id))
  const privileged = new Map(
    await Promise.all(others.map(async (id) => [id, await isPrivileged(page, id, signal)] as const))
  )
  return (author) => {
    if (author === SYSTEM) return "system"
    return privileged.get(author) ? "agent" : "customer"
  }
}

/** When the agent may not look at users, those who were created by mail are named by their address. */
async function isPrivileged(page: Page, id: string, signal: AbortSignal): Promise<boolean> {
  const user = await userOf(page, id, signal)
  return user ? Number(user["Privileged"]) === 1 : !id.includes("@")
}

/** Returns `undefined` when the agent may not look at users. */
export function userOf(page: Page, id: string, signal: AbortSignal): Promise<ForeignRecord | undefined> {
  return ifAllowed(readRecord(page, `/user/${encodeURIComponent(id)}`, signal))
}
