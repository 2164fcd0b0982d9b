import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Kysely } from "kysely"
import { maskTicket, restore } from "../../masking/index.ts"
import { ticket as ticketShape } from "../../protocol/page.ts"
import type { DraftEnd, PairedPerson } from "../../protocol/relay.ts"
import { createRetriever } from "../../search/pages/retriever.ts"
import type { Schema } from "../../storage/schema.ts"
import { languageOfLocale } from "../../text/languages.ts"
import type { TeamVoice } from "../../ticket/team-voice.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import { createOfflineDrafter } from "../drafting/offline/offline-drafter.ts"
import { createPipeline } from "../drafting/pipeline.ts"
import { createOfflineSummariser } from "../drafting/summary.ts"

const TICKETS = join(import.meta.dirname, "../../../demo/tickets")
const NOBODY: PairedPerson = { id: "", name: "", role: "admin", groups: [] }

/**
 * Prints the letters for the sample tickets as they sound in a voice, written without a model from the sample pages. The
 * voice counts for each of them in its languages, whatever brand, group and channel it is for.
 */
export async function previewVoice(
  db: Kysely<Schema>,
  voice: TeamVoice,
  { print, signal }: { print: (line: string) => void; signal: AbortSignal }
): Promise<void> {
  const [channel = "mail"] = voice.of.channels
  const voices = [{ ...voice, of: { ...voice.of, brands: [], groups: [] } }]
  const pipeline = createPipeline({
    retriever: createRetriever(db),
    drafter: createOfflineDrafter(),
    summariser: createOfflineSummariser(),
    voices: async () => ({ voices, hash: "preview" })
  })
  let letters = 0
  for (const ticket of sampleTickets()) {
    const { languages } = voice.of
    if (languages.length > 0 && !languages.includes(languageOfLocale(ticket.locale) ?? "")) continue
    const { ticket: masked, table } = maskTicket({ ...ticket, channel })
    let end: DraftEnd | undefined
    const request = { draftId: "00000000-0000-4000-8000-000000000000", ticket: masked }
    await pipeline.run(request, NOBODY, (event) => (end = event.type === "draft-end" ? event : end), signal)
    signal.throwIfAborted()
    const text = end === undefined ? "" : restore(end.text, table).text
    if (text === "") continue
    letters += 1
    print(`${letters > 1 ? "\n" : ""}--- ${ticket.ticketId}: ${ticket.subject}\n${text}`)
  }
  print(
    letters === 0
      ? "There is no letter: no sample ticket in this language has an answer, or the sample pages aren't in this database. Start npm run demo once, which takes them in."
      : `\n${letters} ${letters === 1 ? "letter" : "letters"} in the voice "${voice.name}".`
  )
}

function sampleTickets(): Ticket[] {
  return readdirSync(TICKETS)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ticketShape.parse(JSON.parse(readFileSync(join(TICKETS, name), "utf8"))))
}
