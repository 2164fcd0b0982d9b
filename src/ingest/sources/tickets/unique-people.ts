import type { Person } from "../../../ticket/ticket.ts"

/**
 * Removes duplicates among people, whose name or address is "" if the helpdesk doesn't state it. People with neither
 * are left out.
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
