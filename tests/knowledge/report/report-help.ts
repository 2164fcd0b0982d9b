import { randomUUID } from "node:crypto"
import type { Kysely } from "kysely"
import { makeReport, type ReportOptions } from "../../../src/knowledge/report/report.ts"
import type { Finding } from "../../../src/knowledge/report/corpus/finding.ts"
import type { Schema } from "../../../src/storage/schema.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"
import { openKnowledge, signal } from "../help/database.ts"

export const NOW = new Date("2026-11-20T12:00:00Z")

/** Opens a database with these pages and returns what the report finds in it. */
export async function reported(files: Record<string, string>) {
  const knowledge = await openKnowledge()
  const { failures } = await knowledge.import(files)
  if (failures.length > 0) throw new Error(JSON.stringify(failures))
  const report = (options: Partial<ReportOptions> = {}) => makeReport(knowledge.db, { signal, now: NOW, ...options })
  return {
    ...knowledge,
    report,
    find: async (only: Finding["kind"], options: Partial<ReportOptions> = {}) =>
      (await report({ only, ...options })).findings
  }
}

/** Makes a page with its front matter. */
export const page = (title: string, body: string, about: Record<string, string> = {}) =>
  `---\n${Object.entries({ visibility: "public", ...about })
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n")}\n---\n# ${title}\n\n${body}\n`

/** Stores a draft as the relay does, which quoted the first of these documents, or a refusal. */
export async function keepDraft(
  db: Kysely<Schema>,
  ticket: MaskedTicket,
  { quotes = [], refused, at = NOW }: { quotes?: string[]; refused?: "no-answer" | "nothing-asked"; at?: Date } = {}
): Promise<void> {
  const [draft, person] = [randomUUID(), await somebody(db)]
  await db
    .insertInto("drafts")
    .values({
      id: draft,
      person,
      helpdesk: ticket.helpdesk,
      ticket_id: ticket.ticketId,
      request_hash: Buffer.alloc(32),
      state: "done",
      model: "offline",
      pipeline_version: "1",
      upstream_url: null,
      upstream_body: null,
      upstream_model: null,
      request: JSON.stringify(ticket),
      subject: ticket.subject,
      created_at: at,
      ended_at: at
    })
    .execute()
  const sources = quotes.map((id, at) => ({
    n: at + 1,
    id,
    title: "",
    kind: "article",
    headings: [],
    passage: "",
    visibility: "public",
    score: 1
  }))
  const events = [
    { type: "sources", sources },
    { type: "draft-delta", text: "Hello" },
    {
      type: "draft-end",
      draftId: draft,
      text: "Hello",
      questions: [],
      model: "offline",
      pipelineVersion: "1",
      language: "en",
      ms: { first: 1, total: 2 },
      claims: quotes.length > 0 ? [{ start: 0, end: 5, state: "supported", sources: [1] }] : [],
      ...(refused && { refusal: { reason: refused, searched: [], documents: 3, nearest: [] } })
    }
  ]
  await db
    .insertInto("draft_events")
    .values(events.map((event, n) => ({ draft, n, event: JSON.stringify(event) })))
    .execute()
}

async function somebody(db: Kysely<Schema>): Promise<string> {
  const known = await db.selectFrom("people").select("id").executeTakeFirst()
  if (known) return known.id
  const id = randomUUID()
  await db
    .insertInto("people")
    .values({ id, name: "Kim", role: "agent", groups: [], vault_key: Buffer.alloc(32), created_at: NOW })
    .execute()
  return id
}

/** Returns the documents' paths that a finding names, without the source's mark. */
export const pathsOf = (findings: Finding[]) =>
  findings
    .map(({ documents }) =>
      documents
        .map(({ id }) => id.replace(/^articles-[0-9a-f]{6}\//, ""))
        .sort()
        .join(" + ")
    )
    .sort()
