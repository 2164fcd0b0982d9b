import type { Kysely } from "kysely"
import type {} from "../../search/schema/tables.ts"
import { choosePlaybook } from "../../playbooks/engine/choose-playbook.ts"
import { runPlaybook } from "../../playbooks/engine/run-playbook.ts"
import type { QuotedSentence } from "../../playbooks/playbook.ts"
import type { PairedPerson } from "../../protocol/relay.ts"
import { scopeOf } from "../../search/candidates/visible.ts"
import type { Schema } from "../../storage/schema.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import type { PlaybookStanding } from "../../ticket/playbook-standing.ts"
import { readPlaybooks } from "./stored-playbooks.ts"

/** Where a ticket stands in the team's playbook for it, and the text of the step, "" if it says nothing. */
export interface CurrentStep {
  standing: PlaybookStanding
  text: string
}

/** Returns the step of the team's playbook for a ticket, or undefined if no playbook is for it. */
export async function findStep(
  db: Kysely<Schema>,
  ticket: MaskedTicket,
  person: PairedPerson,
  { language, now, intent }: { language: string | null; now: Date; intent?: string | undefined }
): Promise<CurrentStep | undefined> {
  const playbooks = await readPlaybooks(db)
  if (playbooks.length === 0) return undefined
  const known = {
    ...{ ticket, language, lookups: lookedUpFacts(ticket), now: now.getTime() },
    ...(intent !== undefined && { intent })
  }
  const playbook = choosePlaybook(playbooks, known)
  if (!playbook) return undefined
  const { says, language: _language, ...standing } = runPlaybook(playbook, known)
  const said = await Promise.all(
    says.map((part) => (typeof part === "string" ? part : quoted(db, part, ticket, person)))
  )
  return { standing, text: said.filter((text) => text !== "").join("\n\n") }
}

/** Returns what was looked up, by the name that a playbook has for it: "shop-order.sent". */
function lookedUpFacts({ lookups = [] }: MaskedTicket): Record<string, string> {
  return Object.fromEntries(
    lookups.flatMap(({ name, facts }) =>
      facts.flatMap((fact) => (fact.value === undefined ? [] : [[`${name}.${fact.name}`, fact.value]]))
    )
  )
}

/** Returns the sentence if the public page still has it word for word, otherwise "". */
async function quoted(
  db: Kysely<Schema>,
  { source, sentence }: QuotedSentence,
  { helpdesk }: MaskedTicket,
  person: PairedPerson
): Promise<string> {
  const { origins } = await scopeOf(db, helpdesk, person)
  const pages = await db
    .selectFrom("documents")
    .select("body")
    .where("title", "=", source)
    .where("visibility", "=", "public")
    .where("origin", "in", origins)
    .execute()
  const plain = (text: string) => text.replace(/\s+/g, " ").trim()
  return pages.some(({ body }) => plain(body).includes(plain(sentence))) ? plain(sentence) : ""
}
