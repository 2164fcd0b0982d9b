import { readdirSync, readFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { voicesCommand } from "../../../src/relay/commands/voices.ts"
import { readVoice } from "../../../src/relay/voices/read-voice.ts"
import { chooseSamples, SAMPLE_TICKETS } from "../../../src/relay/voice-preview/choose-samples.ts"
import { previewVoice } from "../../../src/relay/voice-preview/preview-voice.ts"
import { LANGUAGES } from "../../../src/text/languages.ts"
import { Client, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { voicePreview } from "../../../src/protocol/routes/voices.ts"

const voiceText = (more: string) => `voice: pier\npersona: We make lamps.\n${more}`
const voiceOf = (more: string) => {
  const { voice, mistakes } = readVoice(voiceText(more))
  if (!voice) throw new Error(JSON.stringify(mistakes))
  return voice
}
const previewed = async (more: string) => (await previewVoice(voiceOf(more))).letters

/** A page may break its lines anywhere. */
const bare = (text: string) => text.replace(/\s/g, "")

test("the sample pages say what those of the sample shop say", () => {
  for (const language of LANGUAGES) {
    const folder = `demo/knowledge/${language}`
    const pages = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, "utf8"))
    for (const { page } of SAMPLE_TICKETS[language].tickets) {
      const written = pages.find((text) => text.includes(`# ${page.title}\n`)) ?? ""
      const said = bare(written.replaceAll("**", ""))
      expect(page.passage.split("\n").filter((line) => !said.includes(bare(line)))).toEqual([])
    }
  }
})

describe("the letters", () => {
  test("are in the voice and without it, and the check finds what breaks it", async () => {
    const letters = await previewed(`language: en
brand: Harbor
greeting: "Hey {name}!"
sign-off: "Cheers,\\n{agent}"
name: first
length: {words: 66}
words: {forbid: [{word: carrier, instead: courier}]}
disclosure: Written with an assistant.
`)
    expect(letters).toHaveLength(3)
    const [first] = letters
    expect(first?.with.text).toMatch(
      /^Hey Maya!\n\n[^]*courier[^]*\n\nCheers,\nTom Ahlberg\n\nWritten with an assistant\.$/
    )
    expect(first?.without.text).toMatch(/^Hello Maya Lindgren,\n\n[^]*carrier[^]*\n\nKind regards\nTom Ahlberg$/)
    expect(letters.flatMap((letter) => letter.with.findings)).toEqual([])
    expect(first?.without.findings.map(({ rule, times }) => [rule, times])).toEqual([
      ["voice-greeting", 1],
      ["voice-forbidden", 2],
      ["voice-length", 1],
      ["voice-sign-off", 1]
    ])
  })

  test("have blanks as an editor shows them", async () => {
    const texts = (await previewed("language: de\n")).map(({ with: own }) => own.text).join("\n")
    expect(texts).toContain("[Suchnummer]")
    expect(texts).not.toContain("[[")
  })

  test("show what a voice asks for and pages don't say: their form of address", async () => {
    const [first] = await previewed("language: de\nformality: informal\n")
    expect(first?.with.findings).toEqual([{ rule: "voice-formality", quote: "Sie", times: 3, data: { form: "du" } }])
  })

  test.each(LANGUAGES)("are there for every sample in %s, with no name left out", async (language) => {
    const letters = await previewed(`language: ${language}\n`)
    expect(letters).toHaveLength(3)
    for (const { with: own, without, requester } of letters) {
      expect(own.text).toBe(without.text)
      expect(own.text).toContain(requester)
      expect(own.text).toContain(SAMPLE_TICKETS[language].agent)
      expect(own.text.length).toBeGreaterThan(language === "ja" ? 100 : 180)
      expect(own.text).not.toMatch(/PERSON/)
    }
  })

  test("are in the languages and channels of the voice", async () => {
    const signsOf = (all: readonly { language: string; channel: string }[]) =>
      all.map(({ language, channel }) => `${language} ${channel}`)
    expect(signsOf(await previewed("language: [fr, ja]\nchannel: [chat, social]\n"))).toEqual([
      "fr chat",
      "ja social",
      "fr social",
      "ja chat"
    ])
    // The others without their letters, which take most of the time.
    const signs = (more: string) => signsOf(chooseSamples(voiceOf(more)))
    expect(signs("channel: messaging\n")).toEqual(LANGUAGES.map((language) => `${language} messaging`))
    expect(signs('greeting: {de: "Moin {name},", es: "Hola {name}:"}\n')).toEqual([
      "de mail",
      "es mail",
      "de mail",
      "es mail"
    ])
    expect(signs("language: pt\nchannel: [mail, chat, messaging, social]\n")).toEqual([
      "pt mail",
      "pt chat",
      "pt messaging",
      "pt social"
    ])
    const two = signs("language: [en, de]\nchannel: [mail, chat, messaging, social]\n")
    expect(new Set(two)).toEqual(new Set(["en mail", "de chat", "en messaging", "de social"]))
    for (const { channel, with: own } of await previewed(
      'language: en\nchannel: [chat, social]\ngreeting: "Hey {name},"\n'
    ))
      expect(own.text).toMatch(channel === "chat" ? /^Hey [^\n]*, \S/ : /^(?!Hey)[^]{1,280}$/)
  })
})

test("a letter that is cut to its length doesn't end with the line that leads to a list", async () => {
  const letters = await previewed("channel: social\nlanguage: [en, de, fr, es, pt, ja]\n")
  expect(letters).toHaveLength(6)
  for (const { with: own } of letters) expect(own.text).not.toMatch(/[:：]$/)
})

test("the command prints the letters and what is found in them, without a database", async () => {
  const printed: string[] = []
  const run = (...args: string[]) =>
    voicesCommand.run(args, {
      environment: { DATABASE_URL: "postgres://nowhere.invalid/none" },
      print: (line) => printed.push(line),
      signal: new AbortController().signal
    })
  await run("preview", "demo/voices/lumen-de.yaml")
  const letters = printed.filter((line) => line.startsWith("---"))
  expect(letters).toHaveLength(3)
  for (const letter of letters) expect(letter).toMatch(/^--- .* \(de, mail\)\nHallo \p{L}+,\n\n/u)
  expect(printed).toContain('The check finds (voice-formality): "Sie", 3 times')
})

describe("the route", () => {
  let relay: TestRelay
  let ada: Client
  beforeAll(async () => {
    relay = await openRelay()
    ada = await Client.paired(relay, "Ada", "admin")
  })
  afterAll(() => relay.close())
  const ask = (source: string) => ada.post("/v1/admin/voices/preview", { source })

  test("answers an admin, and stores and counts nothing", async () => {
    const counts = async () => {
      const counted: string[] = []
      for (const table of ["voice_versions", "drafts", "draft_events", "outcomes", "audit", "usage"] as const) {
        const all = relay.db.selectFrom(table).select(({ fn }) => fn.countAll<string>().as("rows"))
        counted.push(`${table} ${(await all.executeTakeFirstOrThrow()).rows}`)
      }
      return counted
    }
    const before = await counts()
    const answered = await ask(voiceText('language: en\ngreeting: "Hey {name},"\n'))
    expect(answered.status).toBe(200)
    const { name, letters } = voicePreview.parse(await answered.json())
    expect(name).toBe("pier")
    expect(letters.map((letter) => letter.with.text.split("\n")[0])).toEqual([
      "Hey Maya Lindgren,",
      "Hey Liam O'Hara,",
      "Hey Aisha Rahman,"
    ])
    expect(await counts()).toEqual(before)
    expect(await (await ada.fetch("/v1/admin/voices")).json()).toEqual({ voices: [] })
  })

  test("refuses a text with mistakes, each with its line, and one that is too long", async () => {
    expect(await refusalOf(ask("voice: pier\nemojis: 1\n"))).toMatchObject({
      status: 422,
      code: "voice-wrong",
      message: expect.stringMatching(/^Line 1: persona is missing[^\n]*\nLine 2: The file knows no "emojis"/)
    })
    expect(await refusalOf(ask("x".repeat(200_001)))).toMatchObject({ status: 400 })
  })
})
