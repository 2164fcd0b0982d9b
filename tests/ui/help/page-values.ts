import type { PageAnswer, PageMessage, PageRoute, PageStatus } from "../../../src/protocol/routes/calls/page-call.ts"
import type { AnswerOf, CallParts } from "../../../src/protocol/routes/calls/route-types.ts"
import type { CorrectionsVerdict } from "../../../src/protocol/routes/helpdesk-pages.ts"

/** What a page asks for, by name: a route with its parts, or another of its messages. */
export type Asked =
  | { [R in PageRoute]: { route: R } & CallParts<R> }[PageRoute]
  | { route: Exclude<PageMessage["kind"], "relay-call"> }

/** What the pages' calls and messages are answered with, by their names. */
type PageValues = { [R in PageRoute]: AnswerOf<R> } & {
  "page-status": PageStatus
  "corrections-verdict": CorrectionsVerdict
}

/** Returns a table with one answer, by the name of what it answers. */
export const said = <K extends keyof PageValues>(name: K, value: PageValues[K]): Record<string, PageAnswer> => ({
  [name]: { ok: true, value }
})

/** Reads a message of a page. What the types promise of its parts, the page's own types have made sure of. */
export function askedBy(message: PageMessage): Asked {
  if (message.kind !== "relay-call") return { route: message.kind }
  const { kind: _, as: __, ...call } = message
  return call as Asked
}
