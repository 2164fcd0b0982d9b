import type { Kysely } from "kysely"
import type { Erasing } from "../../../protocol/admin.ts"
import type { Models } from "../../../models/endpoint/models.ts"
import type { Settings } from "../../../runtime/settings.ts"
import { countRows, readTables, type Counts } from "../../../storage/backup/tables.ts"
import type { Schema } from "../../../storage/schema.ts"
import { cipherOf } from "../../../storage/encryption/text-cipher.ts"
import { readTeamSettings } from "../../team-settings/team-settings.ts"
import { readOffSwitches } from "../../team-settings/stored-switches.ts"
import { DATA_MAP, type DataKind, type Retention } from "./data-map.ts"
import { readRecipients, type Recipient } from "./recipients.ts"

/**
 * Writes the record of processing (Article 30 of the GDPR) of this installation as Markdown: purposes, whose data,
 * recipients and retention as they are set now, and how many rows there are of each kind. What no setting says is left
 * as a line to fill in.
 * @param day YYYY-MM-DD
 */
export async function writeProcessingRecord(
  db: Kysely<Schema>,
  { settings, models, day }: { settings: Settings; models: Models; day: string }
): Promise<string> {
  const counts = await countRows(db, await readTables(db))
  const recipients = await readRecipients(db, settings, models)
  return [
    `# Record of processing of ${day}`,
    HEAD,
    "## In one sentence",
    sentenceOf(recipients),
    "## Recipients",
    tableOf(["who", "what for", "what it gets", "from"], recipients.map(cellsOf)),
    "Agents' browsers read the helpdesk's pages with the agent's own sign-in and put a draft into its reply editor when the agent says so. The helpdesk gets nothing else.",
    "## Data map",
    tableOf(
      ["kind", "what it holds", "whose", "what for", "how long", "encrypted", "rows"],
      DATA_MAP.map((kind) => rowOf(kind, settings, counts, cipherOf(db).keys.length > 0))
    ),
    "What browsers keep stands in docs/privacy.md: tickets, drafts and placeholders, encrypted by a key that the relay gives to a signed-in person, for 90 days.",
    "## Switches",
    await switchesOf(db, settings, models)
  ].join("\n\n")
}

const HEAD = [
  "Made from the settings by `npm run relay -- record`. Fill in what no setting says:",
  "",
  ...["Controller", "Representative or data protection officer", "Legal basis", "Processors' contracts"].map(
    (what) => `- ${what}: ________`
  )
].join("\n")

function sentenceOf(recipients: readonly Recipient[]): string {
  const masked = "Customers' identities are replaced in the browser before anything leaves it, and put back there."
  const hosts = [...new Set(recipients.filter(({ why }) => why.startsWith("model ")).map(({ who }) => who))]
  return hosts.length === 0
    ? `${masked} No model is asked: no text of a ticket leaves the relay.`
    : `${masked} Masked text goes to the models at ${hosts.join(", ")}.`
}

const cellsOf = ({ who, why, gets, from }: Recipient) => [who, why, gets, from === "browser" ? "each browser" : "relay"]

function rowOf(kind: DataKind, days: Retention, counts: Counts, hasKey: boolean): string[] {
  const rows = kind.tables.reduce((sum, table) => sum + (counts[table] ?? 0), 0)
  const encrypted =
    kind.encrypted === undefined ? "nothing" : hasKey ? kind.encrypted : "nothing: there is no master key"
  return [kind.title, kind.holds, kind.people, kind.purpose, kind.kept(days), encrypted, rows.toLocaleString("en")]
}

async function switchesOf(db: Kysely<Schema>, settings: Settings, models: Models): Promise<string> {
  const { budgets, currency } = models
  const team = await readTeamSettings({ db, budgets: { ...budgets, currency }, retentionDays: settings.retentionDays })
  const { switches } = await readOffSwitches(db)
  return [
    `- Drafts are ${team.preparing ? "prepared before an agent asks" : "written only when an agent asks"}.`,
    `- The sites of tickets are stored ${team.hashSites ? "as hashes" : "by name"}.`,
    `- Promises in a customer's earlier tickets are ${team.earlier ? "read" : "not read"}.`,
    `- Tickets are erased by ${ERASERS[team.erasing]}.`,
    `- Leads ${team.agentNames ? "see whose reply a case is" : "don't see whose reply a case is"}.`,
    ...switches.map(({ off, when }) => `- Off, ${off}: ${when}.`)
  ].join("\n")
}

const ERASERS: Record<Erasing, string> = {
  everyone: "everyone who is signed in",
  drafters: "whoever drafted on them, leads and admins",
  leads: "leads and admins"
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(inCell).join(" | ")} |`
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n")
}

const inCell = (text: string) => text.replaceAll("|", String.raw`\|`).replace(/\s+/g, " ")
