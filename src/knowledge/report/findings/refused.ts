import { agentsAgainst } from "../corpus/agents-against.ts"
import type { Finder } from "../corpus/finding.ts"

/** Finds pages that agents keep excluding from drafts. */
export const refused: Finder = {
  kind: "refused",
  find: ({ db, byId }, { now }) =>
    agentsAgainst(db, byId, now, {
      against: ["not"],
      kept: ["use", "insert"],
      says: ({ what, times, weeks, tickets, kept }) =>
        `Agents left this ${what} out of drafts ${times} times in the last ${weeks} weeks, on ${tickets} tickets, and ${kept === undefined ? "never chose it" : `used it ${kept}`}.`,
      fix: (what) =>
        `Read it beside those tickets: put right what no longer holds, say in its title and first sentence what it is for, or take the ${what} away.`
    })
}
