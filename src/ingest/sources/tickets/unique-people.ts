import type { Person } from "../../../ticket/ticket.ts"

/**
 * People as helpdesks tell them, name and address "" where one is missing: each once, and nobody of whom neither is
 * known.
 */
export function uniquePeople(people: readonly { name: string; email: string }[]): Person[] {
  const known = people.filter(({ name, email }) => name !== "" || email !== "")
  return [
    ...new Map(
      known.map(({ name, email }) => [
        JSON.stringify([name, email]),
        { ...(name !== "" && { name }), ...(email !== "" && { email }) }
      ])
    ).values()
  ]
}
