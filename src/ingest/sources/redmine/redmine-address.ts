import { parseHelpdeskAddress, type HelpdeskAddress } from "../helpdesk/helpdesk-address.ts"
import { SourceError } from "../../source/source.ts"

/** The parts of a Redmine that can be imported. Each has documents and a state of its own. */
export const PARTS = ["wiki", "issues"] as const
export type Part = (typeof PARTS)[number]

/** Reads `redmine:https://redmine.example.com`. @throws SourceError */
export function parseRedmineAddress(argument: string): HelpdeskAddress<Part> | undefined {
  return parseHelpdeskAddress(argument, {
    prefix: "redmine",
    parts: PARTS,
    example: "https://redmine.example.com",
    within: /\/(?:projects|issues|login|my)(?:[/.].*)?$/i
  })
}

/** Returns the API key. @throws SourceError with a sentence that names the variable */
export function keyOf(environment: Record<string, string | undefined>): string {
  const key = environment["REDMINE_API_KEY"]?.trim() ?? ""
  if (key === "")
    throw new SourceError(
      "source-refused",
      'Redmine wants a key: set REDMINE_API_KEY ("API access key" under "My account"; an admin allows it under Administration, Settings, API).'
    )
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new SourceError("source-refused", "REDMINE_API_KEY is one word: copy it again.")
  return key
}
