import { agentsAgainst } from "../corpus/agents-against.ts"
import type { Finder } from "../corpus/finding.ts"

/** Finds pages of which agents keep removing sentences before they send a reply. */
export const takenOut: Finder = {
  kind: "taken-out",
  find: ({ db, byId }, { now }) =>
    agentsAgainst(db, byId, now, {
      against: ["removed"],
      kept: ["taken"],
      says: ({ what, times, weeks, tickets, kept }) =>
        `Agents removed sentences of this ${what} from replies ${times} times in the last ${weeks} weeks, on ${tickets} tickets, and ${kept === undefined ? "never added any" : `added some ${kept}`}.`,
      fix: (what) =>
        `Read it beside those replies: put right what no longer holds, shorten what customers don't need, or say in the ${what}'s headings when it applies.`
    })
}
