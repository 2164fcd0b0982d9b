import type { Kysely } from "kysely"
import type { PairedPerson } from "../../protocol/relay.ts"
import type { SearchAnswer, SearchRequest } from "../../protocol/search.ts"
import type { Retriever } from "../../models/drafter/contract.ts"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"

/** Searches everything that this person may see for the agent's own words, with the search that drafts use. */
export async function searchAll(
  db: Kysely<Schema>,
  retriever: Retriever,
  { query, locale, helpdesk }: SearchRequest,
  person: PairedPerson
): Promise<SearchAnswer> {
  const asked = {
    helpdesk: helpdesk ?? ((await hasOwn(db)) ? "" : "sample"),
    ticketId: "",
    version: "",
    subject: query,
    requester: "",
    agent: "",
    tags: [],
    messages: [],
    ...(locale !== undefined && { locale })
  }
  const { sources, documents } = await retriever.find(asked, person, new AbortController().signal, MOST)
  return { found: sources, documents }
}

const MOST = 10

/** If no helpdesk is named, the pages of the sample shop are found as long as there are no others. */
async function hasOwn(db: Kysely<Schema>): Promise<boolean> {
  return (
    (await db
      .selectFrom("documents")
      .select("id")
      .where("tenant", "=", TENANT)
      .where("origin", "=", "team")
      .limit(1)
      .executeTakeFirst()) !== undefined
  )
}
