import type { Kysely } from "kysely"
import type { PairedPerson } from "../../protocol/relay.ts"
import type { SearchAnswer, SearchRequest } from "../../protocol/search.ts"
import type { Retriever } from "../../models/drafter/contract.ts"
import { originInUse } from "../../storage/knowledge-origin.ts"
import type { Schema } from "../../storage/schema.ts"

/** Searches everything that this person may see for the agent's own words, with the search that drafts use. */
export async function searchAll(
  db: Kysely<Schema>,
  retriever: Retriever,
  { query, locale, helpdesk }: SearchRequest,
  person: PairedPerson
): Promise<SearchAnswer> {
  const asked = {
    helpdesk: helpdesk ?? (await originInUse(db)).helpdesk ?? "",
    ticketId: "",
    version: "",
    subject: query,
    requester: "",
    agent: "",
    tags: [],
    messages: [],
    ...(locale !== undefined && { locale })
  }
  const { sources, documents } = await retriever.find(asked, person, new AbortController().signal, MAX_RESULTS)
  return { found: sources, documents }
}

const MAX_RESULTS = 10
