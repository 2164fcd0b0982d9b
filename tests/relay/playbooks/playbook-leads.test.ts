import { readFileSync } from "node:fs"
import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import { NO_MODELS } from "../../../src/models/endpoint/models.ts"
import { createUsageBook } from "../../../src/models/usage/usage-book.ts"
import { relayEvent } from "../../../src/protocol/relay.ts"
import { listPlaybooks, removePlaybook, savePlaybook } from "../../../src/relay/playbooks/stored-playbooks.ts"
import { assemblePipeline } from "../../../src/relay/server/assemble-pipeline.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"
import { openKnowledge, signal } from "../../knowledge/help/database.ts"
import { person, sampleTicket } from "../../knowledge/help/tickets.ts"
import { runDraft } from "../help/run-draft.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
  await importFolder(knowledge.db, "demo/knowledge", { origin: "sample", signal })
})
afterAll(() => knowledge.close())
afterEach(async () => {
  for (const { name } of (await listPlaybooks(knowledge.db)).playbooks)
    await removePlaybook(knowledge.db, name, null, NOW)
})

const NOW = new Date("2026-11-20T12:00:00Z")
const add = (source: string) => savePlaybook(knowledge.db, source, null, NOW)
const draftOf = (ticket: MaskedTicket) =>
  runDraft(
    assemblePipeline(NO_MODELS, knowledge.db, createUsageBook(knowledge.db, silentLog)),
    { ...ticket, helpdesk: "sample" },
    { person: person("agents") }
  )

const RETURN = readFileSync("demo/playbooks/return.yaml", "utf8")
function returning(text: string): MaskedTicket {
  const whole = sampleTicket("1001")
  return {
    ...whole,
    subject: "Returning a lamp",
    tags: ["return"],
    fields: {},
    messages: whole.messages.slice(0, 1).map((message) => ({ ...message, text }))
  }
}

test("the letter is the step's text, with its own source, and the answer tells where the ticket stands", async () => {
  await add(RETURN)
  const { end, sources } = await draftOf(
    returning("I want to return the lamp of order LL-48301. It was delivered yesterday and is unused.")
  )
  const source = sources.find(({ kind }) => kind === "playbook")
  expect(source).toMatchObject({
    title: "Return of an article",
    headings: ["Send the return label"],
    n: sources.length
  })
  expect(end.text).toContain("Your return label for order LL-48301 is attached")
  const told = end.claims.filter(({ state }) => state !== "courtesy")
  expect(told.length).toBeGreaterThan(1)
  expect(told.every(({ sources: from }) => from.includes(source?.n ?? 0))).toBe(true)
  expect(end.answer).toMatchObject({
    tier: "sure",
    mainSource: source?.n,
    playbook: {
      playbook: "return",
      state: "acts",
      step: { name: "label" },
      do: "Make the return label in the shop and attach it to the reply."
    }
  })
  expect(end.answer?.playbook?.passed.map(({ name }) => name)).toEqual(["order", "delivery", "condition"])
  const read = relayEvent.parse(end)
  const passed = read.type === "draft-end" ? read.answer?.playbook?.passed : undefined
  expect(passed?.at(-1)?.because[0]?.comparison).toEqual({ by: "is", values: ["unused"] })
})

test("what is missing is asked in the letter, and among the draft's questions", async () => {
  await add(RETURN)
  const { end } = await draftOf(returning("I want to return a lamp. How does that work?"))
  expect(end.text).toContain("Could you tell us your order number?")
  expect(end.questions).toContainEqual({ blank: "the order number", why: expect.stringContaining("Could you tell us") })
  expect(end.answer?.playbook).toMatchObject({ state: "asks", missing: [{ fact: "order" }] })
  const typed = {
    ...returning("I want to return a lamp. How does that work?"),
    fields: { "the order number": "LL-48301" }
  }
  const after = (await draftOf(typed)).end
  expect(after.text).not.toContain("Could you tell us your order number?")
  expect(after.answer?.playbook?.passed.map(({ name }) => name)).toContain("order")
})

test("without a playbook for the ticket the draft is the same word for word", async () => {
  const before = await draftOf(sampleTicket("1001"))
  await add(RETURN)
  const after = await draftOf(sampleTicket("1001"))
  expect({ text: after.end.text, answer: after.end.answer, sources: after.sources }).toEqual({
    text: before.end.text,
    answer: before.end.answer,
    sources: before.sources
  })
})

test("a quoted sentence is said only as long as the public page has it", async () => {
  const { title, body } = await knowledge.db
    .selectFrom("documents")
    .select(["title", "body"])
    .where("visibility", "=", "public")
    .where("locale", "=", "en")
    .where("kind", "=", "article")
    .orderBy("title")
    .executeTakeFirstOrThrow()
  const sentence = /[A-Z][a-z]+ [a-z][^.\n*|[\]`]{30,}\./.exec(body)?.[0] ?? ""
  const quoting = (words: string) => `playbook: quoting
title: Quoting
when: {tags: [return]}
steps: [{step: only, title: Only, do: Send it., say: {en: [{source: ${JSON.stringify(title)}, sentence: ${JSON.stringify(words)}}]}}]
fallback: {do: Ask.}
`
  await add(quoting(sentence))
  expect((await draftOf(returning("I want to return a lamp, please."))).end.text).toContain(sentence)
  await add(quoting(`${sentence.slice(0, -1)} for ever.`))
  const { end, sources } = await draftOf(returning("I want to return a lamp, please."))
  expect(sources.some(({ kind }) => kind === "playbook")).toBe(false)
  expect(end.text).not.toContain("for ever")
  expect(end.answer?.playbook).toMatchObject({ step: { name: "only" }, do: "Send it." })
})

test("each change is a version, the same text is none, and one with a mistake is refused with its line", async () => {
  const first = await add(RETURN)
  expect(await add(RETURN)).toEqual(first)
  expect(await add(RETURN.replace("title: Return of an article", "title: Returns"))).toEqual({
    name: "return",
    version: first.version + 1
  })
  await expect(add(RETURN.replace("next: delivery", "next: delivry"))).rejects.toMatchObject({
    status: 422,
    code: "playbook-wrong",
    message: expect.stringMatching(/^Line \d+: There is no step "delivry" \(did you mean "delivery"\?\)\.$/)
  })
  const { playbooks } = await listPlaybooks(knowledge.db)
  expect(playbooks).toMatchObject([{ name: "return", title: "Returns", version: first.version + 1 }])
  expect(playbooks[0]?.mermaid).toContain("flowchart TD")

  const of = { name: "earlier", version: 1, person: null, at: NOW }
  const source = "playbook: earlier\ntitle: Of another version\nwenn: {}\n"
  await knowledge.db
    .insertInto("playbook_versions")
    .values({ ...of, source })
    .execute()
  const unread = (await listPlaybooks(knowledge.db)).playbooks.find(({ name }) => name === "earlier")
  expect(unread).toMatchObject({ title: "earlier", source, graph: { nodes: [] } })
  expect(unread?.mistakes).toContainEqual(expect.stringMatching(/^Line 3: The file knows no "wenn"/))
})
