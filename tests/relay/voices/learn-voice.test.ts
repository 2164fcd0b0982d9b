import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { ticketDocument } from "../../../src/ingest/sources/tickets/solved-document.ts"
import { runImport } from "../../../src/knowledge/import/run-import.ts"
import { voicesCommand } from "../../../src/relay/commands/voices.ts"
import { readVoice } from "../../../src/relay/voices/read-voice.ts"
import { learnVoice } from "../../../src/relay/voices/learning/learn-voice.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { signal } from "../../knowledge/help/database.ts"
import { Client } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { voiceProposalsAnswer } from "../../../src/protocol/routes/voices.ts"

const WORDS = ["Lampe", "Fassung", "Leuchte", "Kugel", "Schnur", "Platte", "Klemme", "Feder", "Hülse", "Kappe"]
/** 40 German replies as they are imported: 30 begin with "Hallo", ten name an agent whom masking has missed. */
const german = Array.from({ length: 40 }, (_, n) => {
  const word = `${WORDS[n % 10]}${"abcd"[Math.floor(n / 10)]}`
  const greeting = n % 4 === 3 ? "Moin [ein Name]," : "Hallo [ein Name],"
  const end = n % 4 === 3 ? "Liebe Grüße\n[ein Name]" : "Viele Grüße\n[ein Name]\nLumen Support"
  const name = n % 4 === 0 ? "Frag gern nach Konstantin Oberhuber. " : ""
  return `${greeting}\n\ndeine ${word} ist unterwegs, du bekommst sie am ${n + 1}. Mai. ${name}Melde dich gern jederzeit wieder bei uns.${n === 7 ? " 🎉" : ""}\n\n${end}`
})
const english = Array.from(
  { length: 12 },
  (_, n) => `Dear Mr [a name],\n\nYour lamp number ${n} is on its way.\n\nKind regards\n[a name]`
)

describe("what replies tell", () => {
  test("greeting, sign-off, form of address, length, emoji and sentences, each with its count", () => {
    const learnt = learnVoice(german, "de")
    expect(learnt).toMatchObject({
      replies: 40,
      greetings: [
        { value: "Hallo {name},", replies: 30 },
        { value: "Moin {name},", replies: 10 }
      ],
      signOffs: [
        { value: "Viele Grüße\n{agent}", replies: 30 },
        { value: "Liebe Grüße\n{agent}", replies: 10 }
      ],
      formal: { formal: 0, informal: 40 },
      named: { greeted: 40, named: 40, honorific: 0 },
      words: { value: 40, replies: 40 },
      emoji: { value: 0, replies: 39 }
    })
    expect(learnt.phrases.map(({ value, replies }) => [value, replies])).toContainEqual([
      "Melde dich gern jederzeit wieder bei uns.",
      40
    ])
  })

  test("a greeting with anything but words of greeting is none, so a name that masking missed stays out", () => {
    const replies = english.map((reply) => reply.replace("Dear Mr [a name],", "Hello Konstantin,"))
    expect(learnVoice(replies, "en").greetings).toEqual([])
    expect(learnVoice(english, "en")).toMatchObject({
      greetings: [{ value: "Dear Mr {name},", replies: 12 }],
      formal: undefined,
      named: { greeted: 12, named: 12, honorific: 12 }
    })
  })

  test.each([
    ["fr", "Bonjour Madame [un nom],", "Bonjour Madame {name},", "Bien à vous,", "Bien à vous,\n{agent}"],
    ["es", "Estimado Sr. [un nombre]:", "Estimado Sr. {name}:", "Un saludo", "Un saludo\n{agent}"],
    ["pt", "Olá [um nome]!", "Olá {name}!", "Com os melhores cumprimentos,", "Com os melhores cumprimentos,\n{agent}"],
    ["ja", "[名前]様", "{name}様", "よろしくお願いいたします。", "よろしくお願いいたします。\n{agent}"]
  ])("%s: greeting and sign-off are found as patterns", (language, greeting, pattern, end, signOff) => {
    const replies = Array<string>(10).fill(`${greeting}\n\nText.\n\n${end}\n[un nom]`)
    expect(learnVoice(replies, language)).toMatchObject({
      greetings: [{ value: pattern, replies: 10 }],
      signOffs: [{ value: signOff, replies: 10 }]
    })
  })

  test("nothing but figures from replies of one word, of nothing, and of very many lines", () => {
    const learnt = learnVoice(["Ok", "", "a\n".repeat(20_000)], "en")
    expect(learnt).toMatchObject({ replies: 3, greetings: [], signOffs: [], phrases: [] })
  })
})

describe("on a relay with imported tickets", () => {
  let relay: TestRelay
  beforeAll(async () => {
    relay = await openRelay({ ownServer: true })
    const documents = [
      ...german.map((reply, n) => [`de${n}`, "de", reply] as const),
      ...english.map((reply, n) => [`en${n}`, "en", reply] as const)
    ].map(([id, locale, reply]) =>
      ticketDocument({
        id,
        path: id,
        pair: { subject: `Question ${id}`, question: `Where is lamp ${id}, and when does it come?`, reply, tags: [] },
        locale,
        replied: "2026-10-02T08:00:00Z"
      })
    )
    await runImport(
      relay.db,
      {
        kind: "test",
        collection: "solved",
        label: "solved",
        async *read() {
          for (const document of documents) yield { type: "document" as const, document }
          yield { type: "end" as const, all: true as const }
        }
      },
      { origin: "team", log: silentLog, signal }
    )
  })
  afterAll(() => relay.close())

  test("an admin gets a file that is right but for the persona, and too few replies are named", async () => {
    const ada = await Client.paired(relay, "Ada", "admin")
    const answer = await ada.fetch("/v1/admin/voices/proposals")
    const { needed, proposals } = voiceProposalsAnswer.parse(await answer.json())
    expect(needed).toBe(30)
    expect(proposals.map(({ language, replies }) => [language, replies])).toEqual([
      ["de", 40],
      ["en", 12]
    ])
    expect(proposals[1]?.source).toBeUndefined()
    const source = proposals[0]?.source ?? ""
    expect(source).not.toMatch(/Konstantin|Oberhuber|Lumen/)
    expect(source).toContain('  - "Hallo {name},"   # in 30 of 40 replies')
    expect(source).toContain("formality: informal   # 0 replies formal, 40 informal")
    expect(source).toContain("# Written often, in 40 replies: Melde dich gern jederzeit wieder bei uns.")
    expect(readVoice(source).mistakes?.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining("must say in two sentences who writes")
    ])
    const { voice, mistakes } = readVoice(source.replace('persona: ""', 'persona: "Wir verkaufen Lampen."'))
    expect(mistakes ?? []).toEqual([])
    expect(voice).toMatchObject({
      name: "learnt-de",
      formality: "informal",
      greetings: { de: ["Hallo {name},", "Moin {name},"] },
      most: { words: 40 },
      emoji: 0
    })
    const stored = await (await ada.fetch("/v1/admin/voices")).json()
    expect(stored).toEqual({ voices: [] })
  })

  test("only admins ask", async () => {
    const tom = await Client.paired(relay)
    expect((await tom.fetch("/v1/admin/voices/proposals")).status).toBe(403)
  })

  test("the command prints the same, and takes no file", async () => {
    const printed: string[] = []
    const environment = { REPLYWRIGHT_DATA: relay.data }
    const run = (...args: string[]) =>
      voicesCommand.run(args, { environment, print: (line) => printed.push(line), signal })
    await run("learn")
    expect(printed[0]).toContain("voice: learnt-de")
    expect(printed[1]).toBe("# en: 12 replies. At least 30 are needed, so no voice is proposed.")
    await expect(run("learn", "de.yaml")).rejects.toThrow("voices add FILE")
  })
})
