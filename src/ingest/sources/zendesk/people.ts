import type { Person } from "../../../ticket/ticket.ts"
import { uniquePeople } from "../tickets/solved-document.ts"
import type { LibraryClient } from "./library-client.ts"
import type { Comment, ExportedTicket, User } from "./shapes.ts"
import { user } from "./shapes.ts"
import { validItems } from "../helpdesk/client.ts"

/** Looks people up by id. Each id is requested once, and a deleted person stays unknown. */
export interface People {
  know(users: readonly unknown[]): void
  of(id: string): User | undefined
  /** Requests the people who aren't known yet. */
  need(ids: readonly string[], signal: AbortSignal): Promise<void>
}

export function createPeople(covered: LibraryClient): People {
  const known = new Map<string, User | undefined>()
  const know = (users: readonly unknown[]) => {
    for (const one of validItems(users, user)) known.set(one.id, one)
  }
  return {
    know,
    of: (id) => known.get(id),
    async need(ids, signal) {
      // The map is emptied so that it doesn't hold all customers of an account.
      if (known.size > MOST) known.clear()
      const missing = [...new Set(ids)].filter((id) => !known.has(id) && /^\d+$/.test(id) && id !== "0")
      for (let from = 0; from < missing.length; from += 100) {
        const some = missing.slice(from, from + 100)
        for (const id of some) known.set(id, undefined)
        know(await covered.users(some, signal))
      }
    }
  }
}

const MOST = 20_000

/** Returns the ids of everybody whom a ticket names besides the authors of its comments. */
export function idsOn({
  requester_id,
  submitter_id,
  assignee_id,
  collaborator_ids,
  follower_ids,
  email_cc_ids
}: ExportedTicket): string[] {
  return [requester_id, submitter_id, assignee_id, ...collaborator_ids, ...follower_ids, ...email_cc_ids].flatMap(
    (id) => id ?? []
  )
}

/** Returns everybody who is known to be on the ticket, the requester first: users, and the senders named in mails. */
export function peopleOn(ticket: ExportedTicket, comments: readonly Comment[], people: People): Person[] {
  const users = [...new Set([...idsOn(ticket), ...comments.map(({ author_id }) => author_id)])].flatMap(
    (id) => people.of(id) ?? []
  )
  const senders = [ticket, ...comments].flatMap(({ via }) => via?.source?.from ?? [])
  return uniquePeople([...users, ...senders.map(({ name, address }) => ({ name: name ?? "", email: address ?? "" }))])
}
