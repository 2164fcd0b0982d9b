import { randomUUID } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { corpusLine } from "../../../eval/corpus.ts"
import { openKnowledge } from "../../../eval/knowledge.ts"
import { withQuickDatabases } from "../../eval/quick-databases.ts"
import { firstShown } from "../../../src/copilot/draft/draft-text.ts"
import { createEgress, draftBody } from "../../../src/copilot/relay-client/egress.ts"
import { createMasker } from "../../../src/copilot/session/masker.ts"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import type { MaskRules } from "../../../src/masking/basis/masking-rules.ts"
import { runJob } from "../../../src/masking/jobs.ts"
import { restore } from "../../../src/masking/restore.ts"
import { readRules } from "../../../src/masking-rules/rules.ts"
import type { Drafter, Retriever } from "../../../src/models/drafter/contract.ts"
import { draftRequest, type DraftEnd, type PairedPerson } from "../../../src/protocol/relay.ts"
import { createPipeline } from "../../../src/relay/drafting/pipeline/pipeline.ts"
import { createOfflineSummariser } from "../../../src/relay/drafting/summary/summary.ts"
import { createRetriever } from "../../../src/search/pages/retriever.ts"
import type { Claim, Source, SummaryLine } from "../../../src/ticket/draft.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"
import type { Ticket } from "../../../src/ticket/ticket.ts"
import { openKnowledge as openSample, signal } from "../../knowledge/help/database.ts"
import { person as agent } from "../../knowledge/help/tickets.ts"

/** The pages that one of the companies has, and how its tickets are masked. */
interface Company {
  retriever: Retriever
  rules: MaskRules
  person: PairedPerson
  close(): Promise<void>
}

/** A draft as the panel shows it, and what is known of the ticket. */
export interface Shown {
  text: string
  claims: Claim[]
  end: DraftEnd
  sources: Source[]
  masked: MaskedTicket
  summary: SummaryLine[]
  /** Puts the real values back into any masked text. */
  back(text: string): string
}

/** Opens the companies when they are first asked for, and closes all. */
export function openCompanies() {
  const opened = new Map<string, Promise<Company>>()
  const of = (name: string) => {
    const company = opened.get(name) ?? open(name)
    opened.set(name, company)
    return company
  }
  return {
    /**
     * Makes a draft as extension and relay do it together.
     * @param write makes the drafter, given a function that masks a text as the ticket is masked
     */
    async draft(
      { company, ticket }: { company: string; ticket: Ticket },
      write: (mask: (text: string) => Promise<string>) => Promise<Drafter>
    ): Promise<Shown> {
      const { retriever, rules, person } = await of(company)
      const egress = createEgress(
        createMasker(async (job) => runJob(job)),
        async () => ({ ...rules, mode: "strict" })
      )
      const { masked, table } = await egress.ticket(ticket, undefined, undefined, signal)
      let all = table
      const drafter = await write(async (text) => {
        const said = await egress.texts([text], ticket, all, undefined, signal)
        all = said.table
        return said.masked[0] ?? ""
      })
      const pipeline = createPipeline({ retriever, drafter, summariser: createOfflineSummariser() })
      const body = draftBody({ draftId: randomUUID(), ticket: { ...masked, site: "https://test.invalid" } })
      const request = draftRequest.parse(JSON.parse(body))
      let sources: Source[] = []
      let end: DraftEnd | undefined
      const emit: Parameters<typeof pipeline.run>[2] = (event) => {
        if (event.type === "sources") sources = event.sources
        if (event.type === "draft-end") end = event
      }
      await pipeline.run(request, person, emit, signal)
      if (!end) throw new Error("The draft has no end.")
      const summary = await Array.fromAsync(createOfflineSummariser().summarise(request.ticket, signal))
      const shown = firstShown({ masked: end.text, claims: end.claims, state: "ready" }, all)
      return { ...shown, end, sources, masked: request.ticket, summary, back: (text) => restore(text, all).text }
    },
    async close() {
      for (const company of opened.values()) await (await company).close()
    }
  }
}

async function open(name: string): Promise<Company> {
  if (name === "sample") {
    const knowledge = await openSample()
    const folder = join(import.meta.dirname, "../../../demo/knowledge")
    await importFolder(knowledge.db, folder, { origin: "sample", collection: "sample", signal })
    const retriever = createRetriever(knowledge.db)
    return { retriever, rules: await readRules(knowledge.db), person: agent("agents"), close: knowledge.close }
  }
  const file = join(import.meta.dirname, `../../../data/injected-own/${name}.jsonl`)
  const pages = readFileSync(file, "utf8").trim().split("\n")
  return withQuickDatabases(() =>
    openKnowledge(
      pages.map((line) => corpusLine.parse(JSON.parse(line))),
      signal
    )
  )
}
