import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import { NO_MODELS } from "../../../src/models/endpoint/models.ts"
import { createUsageBook } from "../../../src/models/usage/usage-book.ts"
import { relayEvent } from "../../../src/protocol/relay.ts"
import { voicesCommand } from "../../../src/relay/commands/voices.ts"
import { assemblePipeline } from "../../../src/relay/server/assemble-pipeline.ts"
import { checkStoredVoices, listVoices, removeVoice, saveVoice } from "../../../src/relay/voices/stored-voices.ts"
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
  for (const { name } of (await listVoices(knowledge.db)).voices) await removeVoice(knowledge.db, name, null, NOW)
})

const NOW = new Date("2026-11-20T12:00:00Z")
const add = (source: string) => saveVoice(knowledge.db, source, null, NOW)
const pipeline = () => assemblePipeline(NO_MODELS, knowledge.db, createUsageBook(knowledge.db, silentLog))
const draftOf = async (ticket: Partial<MaskedTicket> = {}, instruction?: string) => {
  const asked = { ...sampleTicket("1001"), ...ticket, helpdesk: "sample" }
  return (await runDraft(pipeline(), asked, { person: person("agents"), ...(instruction && { instruction }) })).end
}
const voice = (name: string, more = "") => `voice: ${name}
persona: We make lamps. We are kind.
${more}`
const WARM = voice(
  "warm",
  `language: en
greeting: "Hey {name}!"
sign-off: "Warmly,\\n{agent}"
name: first
words: {prefer: {package: [parcel]}}
disclosure: Written with an assistant.
`
)

describe("the letter without a model", () => {
  test("greets, closes, discloses and chooses words as the voice says, and takes the rules along", async () => {
    await add(WARM)
    const end = await draftOf({ firstName: "[PERSON_9]" })
    expect(end.text).toMatch(/^Hey \[PERSON_9\]!\n\n[A-Z]/)
    expect(end.text).toContain("\n\nWarmly,\n")
    expect(end.text.endsWith("\n\nWritten with an assistant.")).toBe(true)
    expect(end.text).toContain("package")
    expect(end.text).not.toMatch(/\bparcel\b/)
    expect(end.voice).toMatchObject({ name: "warm", naming: "first", greetings: ["Hey {name}!"], greets: "all" })
    expect(relayEvent.parse(end)).toEqual(end)
  })

  test("greets somebody without a name in the usual words, where the voice's greeting begins with the name", async () => {
    await add(WARM.replace(/greeting: .*/, 'greeting: "{name},"'))
    expect((await draftOf({ requester: "" })).text).toMatch(/^Hello,\n\n[A-Z]/)
    expect((await draftOf({ requester: "[PERSON_9]" })).text).toMatch(/^\[PERSON_9\],\n\n[A-Z]/)
  })

  test("is as short as the voice wants it, and offers what it left out", async () => {
    const long = await draftOf(sampleTicket("1004"))
    await add(voice("short", "length: {words: 45}\n"))
    const short = await draftOf(sampleTicket("1004"))
    const count = (text: string) => text.split(/\s+/).length
    expect(count(long.text)).toBeGreaterThan(45)
    expect(count(short.text)).toBeLessThanOrEqual(45)
    const offered = short.answer?.suggestions.map(({ text }) => text) ?? []
    expect(offered.filter((text) => long.text.includes(text) && !short.text.includes(text))).not.toEqual([])
  })

  test("has the form of its channel", async () => {
    await add(WARM)
    const ticket = sampleTicket("1004")
    expect((await draftOf({ ...ticket, channel: "chat" })).text).toMatch(/^Hey [^\n]*! \S/)
    const social = await draftOf({ ...ticket, channel: "social" })
    expect(social.text).not.toMatch(/Hey|Warmly/)
    expect(social.text).toMatch(/^\p{Lu}/u)
    expect(social.text).toContain("\n\nWritten with")
    expect(social.text.length).toBeLessThanOrEqual(280)
    expect(social.voice).toMatchObject({ greets: "none", signOffs: [], most: { characters: 280 } })
  })

  test("greets in a chat's first reply in the usual words if it has none of its own", async () => {
    const ticket = sampleTicket("1004")
    await add(voice("plain", "emoji: 1\n"))
    expect((await draftOf({ ...ticket, channel: "chat" })).text).toMatch(/^Hello [^\n]*, \S/)
    expect((await draftOf({ ...ticket, channel: "social" })).text).not.toMatch(/Hello/)
  })

  test("yields to the agent's wish", async () => {
    await add(WARM)
    expect((await draftOf({}, "no greeting")).text).not.toContain("Hey")
  })

  test("has the form of its channel without a voice too, and a mail is the letter it was", async () => {
    const ticket = sampleTicket("1004")
    const mail = await draftOf(ticket)
    expect(mail.text).toMatch(/^Hello [^\n]*,\n\n[^]*\n\nKind regards\n/)
    expect(await draftOf({ ...ticket, channel: "mail" })).toMatchObject({ text: mail.text, answer: mail.answer })
    const chat = await draftOf({ ...ticket, channel: "chat" })
    expect(chat.text).toMatch(/^Hello [^\n]*, \S/)
    expect(chat.text).not.toContain("Kind regards")
    const social = await draftOf({ ...ticket, channel: "social" })
    expect(social.text).not.toMatch(/Hello|Kind regards/)
    expect(social.text.length).toBeLessThanOrEqual(280)
    expect(social.voice).toMatchObject({ greets: "none", signOffs: [], most: { characters: 280 } })
  })

  test("is the same word for word without a voice for the ticket", async () => {
    const before = await draftOf()
    await add(WARM.replace("language: en", "language: en\nbrand: Harbor"))
    const after = await draftOf()
    expect({ text: after.text, answer: after.answer, voice: after.voice }).toEqual({
      text: before.text,
      answer: before.answer,
      voice: undefined
    })
  })
})

describe("which voice a ticket has", () => {
  const nameOf = async (ticket: Partial<MaskedTicket>) => (await draftOf(ticket)).voice?.name
  test("the most specific, by field, tag, channel and language", async () => {
    for (const [name, more] of [
      ["all", ""],
      ["english", "language: en\n"],
      ["chats", "channel: chat\n"],
      ["harbor", "brand: Harbor\n"],
      ["harbor-returns", "brand: Harbor\ngroup: Returns\n"]
    ] as const)
      await add(voice(name, more))
    expect(await nameOf({})).toBe("english")
    expect(await nameOf({ channel: "chat" })).toBe("chats")
    expect(await nameOf({ fields: { Brand: "harbor" }, channel: "chat" })).toBe("harbor")
    expect(await nameOf({ tags: ["brand:Harbor"] })).toBe("harbor")
    expect(await nameOf({ fields: { Brand: "Harbor", Queue: "Returns" } })).toBe("harbor-returns")
  })

  test("two for one brand are refused, and so is a start with them", async () => {
    await add(voice("one", "brand: [Harbor, Pier]\n"))
    await expect(add(voice("two", "brand: Pier\n"))).rejects.toMatchObject({
      status: 409,
      code: "voice-taken",
      message: expect.stringContaining('"two" and "one" are both for brand harbor or pier')
    })
    await add(voice("two", "brand: Pier\nchannel: chat\n"))
    await checkStoredVoices(knowledge.db)
    const store = (name: string, source: string, version: number) =>
      knowledge.db.insertInto("voice_versions").values({ name, version, source, person: null, at: NOW }).execute()
    await store("two", voice("two", "brand: Pier\n"), 90)
    await store("three", "voice: three\n", 91)
    await expect(checkStoredVoices(knowledge.db)).rejects.toMatchObject({
      code: "voices",
      message: expect.stringMatching(/"three" can't be read:\nLine 1: persona is missing[\s\S]*"two" and "one"/)
    })
    // One that can't be read isn't listed.
    await removeVoice(knowledge.db, "three", null, NOW)
  })
})

test("each change of a voice is another version of the pipeline, and the one that browsers are told", async () => {
  const now = async () => [(await draftOf()).pipelineVersion, await pipeline().versionNow?.()]
  const [without, told] = await now()
  expect(told).toBe(without)
  expect(without).toBe(pipeline().version)
  const first = await add(WARM)
  expect(await add(WARM)).toEqual(first)
  const [before, toldBefore] = await now()
  expect(toldBefore).toBe(before)
  expect(before).not.toBe(without)
  expect(await add(WARM.replace("Hey", "Hi"))).toEqual({ name: "warm", version: first.version + 1 })
  const [after] = await now()
  expect(after).not.toBe(before)
  await removeVoice(knowledge.db, "warm", null, NOW)
  expect(await now()).toEqual([without, without])
})

test("a voice with a wrong key is refused with its line", async () => {
  await expect(add(voice("odd", "emojis: 1\n"))).rejects.toMatchObject({
    status: 422,
    code: "voice-wrong",
    message: expect.stringMatching(/^Line 3: The file knows no "emojis" \(did you mean "emoji"\?\)/)
  })
})

test("the command checks files, with the line of each mistake and two for the same tickets", async () => {
  const printed: string[] = []
  const run = (...args: string[]) =>
    voicesCommand.run(args, { environment: {}, print: (line) => printed.push(line), signal })
  await run("check", "demo/voices/lumen-de.yaml", "demo/voices/lumen-social.yaml")
  expect(printed).toEqual(["2 voices without a mistake"])
  const own = "data/voices-own/voices"
  await expect(run("check", `${own}/pico-en.yaml`, `${own}/pico-en.yaml`)).rejects.toThrow(/the name "pico-en" too/)
  await expect(run("check", "demo/playbooks/return.yaml")).rejects.toThrow(/line 2: The file knows no "playbook"/)
  await expect(run("check")).rejects.toThrow(/Say what to do/)
})
