import type { Person } from "../../../ticket/ticket.ts"
import { validItems } from "../helpdesk/valid-items.ts"
import { uniquePeople } from "../tickets/unique-people.ts"
import type { LibraryClient } from "./library-client.ts"
import type { Comment, ExportedTicket, User } from "./shapes.ts"
import { user } from "./shapes.ts"

/** Who is known by id. Asked for once each; who was deleted stays unknown. */
export interface People {
  know(users: readonly unknown[]): void
  of(id: string): User | undefined
  /** Asks for those who aren't known yet. */
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
      // A whole account's customers needn't be remembered.
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

/** Ids of everybody whom a ticket names besides its writers. */
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

/** Everybody who is known to be on it, the requester first: users, and how mails named their senders. */
export function peopleOn(ticket: ExportedTicket, comments: readonly Comment[], people: People): Person[] {
  const users = [...new Set([...idsOn(ticket), ...comments.map(({ author_id }) => author_id)])].flatMap(
    (id) => people.of(id) ?? []
  )
  const senders = [ticket, ...comments].flatMap(({ via }) => via?.source?.from ?? [])
  return uniquePeople([...users, ...senders.map(({ name, address }) => ({ name: name ?? "", email: address ?? "" }))])
}
