import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import pg from "pg"
import { silentLog } from "../../src/runtime/log.ts"
import { startLocalDatabase } from "../../src/storage/local-database.ts"
import { serve } from "../serve.ts"

/** What both plain pipelines know: the endpoint, and the address of a module with the libraries that npm fetched. */
export const setting = (name: "ENDPOINT" | "ARTICLES" | "DATA" | "LIBRARIES"): string => {
  const value = process.env[name]
  if (value === undefined) throw new Error(`Set ${name}.`)
  return value
}

export interface PlainTicket {
  ticketId: string
  subject: string
  messages: { role: string; text: string }[]
}

export interface Passage {
  title: string
  text: string
}

/** Finds passages and asks a model, by whatever library. Yields the text as it comes. */
export type Answer = (ticket: PlainTicket) => AsyncIterable<string>

/**
 * Serves what a team would write in a day: a ticket comes in, passages are searched, a prompt is sent, the text is
 * streamed on, and draft and events are stored in PostgreSQL. Nothing is checked.
 */
export async function servePlain(
  name: string,
  prepare: (database: pg.Pool, passages: Passage[]) => Promise<Answer>
): Promise<void> {
  const stop = new AbortController()
  const local = await startLocalDatabase({ data: setting("DATA") }, silentLog, stop.signal)
  const database = new pg.Pool({ ...local.connection, max: 10 })
  await database.query("create table drafts (id serial primary key, ticket jsonb, text text, ended timestamptz)")
  await database.query("create table events (draft int, number int, event jsonb, primary key (draft, number))")
  const answer = await prepare(database, readPassages(setting("ARTICLES")))
  const server = createServer((request, response) => {
    draft(request, response, database, answer).catch((error: unknown) => response.destroy(error as Error))
  })
  serve(name, server)
  process.once("SIGINT", () => void database.end().then(() => local.stop()))
}

async function draft(request: IncomingMessage, response: ServerResponse, database: pg.Pool, answer: Answer) {
  const body: Buffer[] = []
  for await (const part of request) body.push(part as Buffer)
  const { ticket } = JSON.parse(Buffer.concat(body).toString()) as { ticket: PlainTicket }
  const { rows } = await database.query<{ id: number }>("insert into drafts (ticket) values ($1) returning id", [
    ticket
  ])
  const id = rows[0]?.id
  response.writeHead(200, { "content-type": "text/event-stream" })
  const events: string[] = []
  for await (const text of answer(ticket)) {
    const event = JSON.stringify({ text })
    events.push(event)
    response.write(`event: draft-delta\ndata: ${event}\n\n`)
  }
  const text = events.map((event) => (JSON.parse(event) as { text: string }).text).join("")
  await database.query(
    `insert into events (draft, number, event)
     select $1, number, event::jsonb from unnest($2::text[]) with ordinality as all_events(event, number)`,
    [id, events]
  )
  await database.query("update drafts set text = $2, ended = now() where id = $1", [id, text])
  response.end("event: draft-end\ndata: {}\n\n")
}

/** Cuts each article into passages of about 1,000 characters, at empty lines. */
function readPassages(folder: string): Passage[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".md"))
    .flatMap((file) => {
      const article = readFileSync(join(folder, file), "utf8").replace(/^---[^]*?\n---\n/, "")
      const passages: Passage[] = []
      for (const block of article.split(/\n\s*\n/)) {
        const last = passages.at(-1)
        if (last && last.text.length + block.length < 1000) last.text += `\n\n${block}`
        else passages.push({ title: file, text: block })
      }
      return passages
    })
}

export const INSTRUCTIONS =
  "You write replies for a support team. Answer the customer's last message from the passages below and from nothing " +
  "else. Say what you can't answer."

/** The passages and the thread as one message to a model. */
export function promptOf({ subject, messages }: PlainTicket, passages: readonly Passage[]): string {
  const numbered = passages.map(({ title, text }, at) => `[${at + 1}] ${title}\n${text}`).join("\n\n")
  const thread = messages.map(({ role, text }) => `${role}: ${text}`).join("\n\n")
  return `Passages:\n\n${numbered}\n\nSubject: ${subject}\n\n${thread}`
}

/** What a customer asks: the last message and the subject. */
export const questionOf = ({ subject, messages }: PlainTicket) => `${subject} ${messages.at(-1)?.text ?? ""}`
