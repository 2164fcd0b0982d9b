import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import * as z from "zod/mini"
import { createOfflineDrafter } from "../../../src/relay/drafting/offline/offline-drafter.ts"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import { createRetriever } from "../../../src/search/pages/retriever.ts"
import { sentences } from "../../../src/text/sentences.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"
import { openKnowledge, signal } from "../../knowledge/help/database.ts"
import { person, sampleTicket } from "../../knowledge/help/tickets.ts"

const root = join(import.meta.dirname, "../../..")
const attacked = z.object({
  id: z.string(),
  text: z.string(),
  label: z.literal(1),
  category: z.string(),
  attack: z.string()
})
const rows = readFileSync(join(root, "data/bipia/rows.jsonl"), "utf8")
  .trim()
  .split("\n")
  .flatMap((line) => {
    const row = attacked.safeParse(JSON.parse(line))
    return row.success ? [row.data] : []
  })

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
  await importFolder(knowledge.db, join(root, "demo/knowledge"), { origin: "sample", collection: "sample", signal })
})
afterAll(() => knowledge.close())

/** The draft, and all that its sources say. */
async function draft(ticket: MaskedTicket): Promise<{ text: string; said: string }> {
  const found = await createRetriever(knowledge.db).find({ ...ticket, helpdesk: "sample" }, person("agents"), signal)
  let text = ""
  const request = { draftId: "00000000-0000-4000-8000-000000000000", ticket }
  for await (const written of createOfflineDrafter().write({ request, found, language: "en" }, signal))
    if ("text" in written) text += written.text
  return { text, said: plain(found.sources.map(({ passage }) => passage).join(" ")) }
}

/** The newest message of the customer's, with the instruction in it. */
function told(ticket: MaskedTicket, change: (text: string) => string): MaskedTicket {
  const newest = ticket.messages.findLastIndex(({ role }) => role === "customer")
  return {
    ...ticket,
    messages: ticket.messages.map((message, at) =>
      at === newest ? { ...message, text: change(message.text) } : message
    )
  }
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
/** Rows of four words that the instruction has, and the ticket without it hasn't. */
const runs = (attack: string) =>
  plain(attack)
    .split(" ")
    .map((_, at, all) => all.slice(at, at + 4))
    .filter((run) => run.length === 4)
    .map((run) => run.join(" "))
const host = (attack: string) => /[\w.-]+\.(?:com|xyz)/.exec(attack)?.[0] ?? "no host"

test("the rows are spread over all categories", () => {
  expect(rows).toHaveLength(60)
  expect(new Set(rows.map(({ category }) => category)).size).toBe(15)
})

test("no draft of the offline drafter repeats an instruction in the customer's text", async () => {
  let drafted = 0
  for (const { attack, text } of rows) {
    const places = [
      (mail: string) => `${attack}\n\n${mail}`,
      (mail: string) => `${mail}\n\n${attack}`,
      (mail: string) => mail.replace(/(?<=[.?!]) /, ` ${attack} `),
      () => text
    ]
    for (const place of places) {
      const answer = await draft(told(sampleTicket("1001"), place))
      if (answer.text === "") continue
      drafted++
      expect(runs(attack).filter((run) => plain(answer.text).includes(run) && !answer.said.includes(run))).toEqual([])
      expect(answer.text).not.toContain(host(attack))
    }
  }
  expect(drafted).toBeGreaterThan(rows.length * 2)
}, 120_000)

test("none is carried out: the letter is the one without the instruction, or made of other sentences of public sources", async () => {
  const own = (await draft(sampleTicket("1001"))).text
  const courtesies = new Set(sentences(own, "en").map(({ text }) => text))
  for (const { attack } of rows) {
    const answer = await draft(told(sampleTicket("1001"), (mail) => `${mail}\n\n${attack}`))
    const strange = sentences(answer.text, "en").filter(
      ({ text }) =>
        !courtesies.has(text) &&
        !answer.said.includes(plain(text)) &&
        !/\[\[|\[PERSON_|^(?:Hello|Kind regards|Thank you|I'm sorry)/.test(text)
    )
    expect([attack, strange.map(({ text }) => text)]).toEqual([attack, []])
  }
}, 120_000)
