import type { Message } from "../../ticket/ticket.ts"

/**
 * Chooses the messages that stay where there isn't room for all: the customer's newest one and the last, which a draft
 * answers, then the first, and then the others from the newest on. Of the public ones none is left out between two of the
 * newest; an internal note may be.
 * @param take uses up the room that a message needs, or returns false if there is none. What `mustStay` is taken anyway
 * @returns those that stay, in their order
 */
export function newestMessages<One extends Pick<Message, "role"> & Partial<Pick<Message, "visibility">>>(
  all: readonly One[],
  take: (message: One, mustStay: boolean) => boolean
): One[] {
  const isPublic = ({ visibility }: One) => visibility !== "internal"
  const kept = new Set<One>()
  const keep = (message: One | undefined, mustStay = false): boolean => {
    if (message === undefined || kept.has(message)) return true
    const hasRoom = take(message, mustStay)
    if (hasRoom) kept.add(message)
    return hasRoom
  }
  keep(
    all.findLast((message) => isPublic(message) && message.role === "customer"),
    true
  )
  keep(all.findLast(isPublic), true)
  keep(all.find(isPublic))
  for (const message of all.toReversed()) if (!keep(message) && isPublic(message)) break
  return all.filter((message) => kept.has(message))
}
