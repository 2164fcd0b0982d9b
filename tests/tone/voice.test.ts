import { describe, expect, test } from "vitest"
import type { ToneContext } from "../../src/checks/tone/basis/finding.ts"
import { overLength } from "../../src/checks/tone/voice/over-length.ts"
import { learnVoice } from "../../src/relay/voices/learning/learn-voice.ts"
import { checkTone } from "../../src/checks/tone/tone.ts"
import type { VoiceRules } from "../../src/ticket/team-voice.ts"
import { isFound, readSetVoice } from "../../eval/report/own/voices-own.ts"

const PLAIN: VoiceRules = {
  name: "plain",
  greetings: [],
  greets: "none",
  signOffs: [],
  most: {},
  forbidden: [],
  preferred: [],
  products: []
}
const about = (voice: Partial<VoiceRules> | undefined, change: Partial<ToneContext> = {}): ToneContext => ({
  requester: "Maya Lindqvist",
  language: "en",
  channel: "mail",
  firstReply: true,
  sources: [],
  thread: [],
  agent: "Tom",
  ...(voice && { voice: { ...PLAIN, ...voice } }),
  ...change
})
const found = (text: string, voice: Partial<VoiceRules> | undefined, change?: Partial<ToneContext>) =>
  checkTone(text, about(voice, change))
    .filter(({ kind }) => kind.startsWith("voice-"))
    .map(({ kind, quote }) => [kind, quote])
/** The text once every fix is pressed, from the last to the first. */
const fixed = (text: string, voice: Partial<VoiceRules>, change?: Partial<ToneContext>) =>
  checkTone(text, about(voice, change)).reduceRight(
    (before, { kind, fix }) =>
      kind.startsWith("voice-") && fix && !("refused" in fix)
        ? before.slice(0, fix.from) + fix.text + before.slice(fix.to)
        : before,
    text
  )

const LETTER = { greetings: ["Hello {name},"], greets: "all", signOffs: ["Best wishes,\n{agent}"] } as const
const letter: Partial<VoiceRules> = { ...LETTER, greetings: [...LETTER.greetings], signOffs: [...LETTER.signOffs] }

describe("one click puts right what a voice asks", () => {
  test.each<[string, string, Partial<VoiceRules>, string]>([
    [
      "another greeting and sign-off",
      "Hi Maya,\n\nIt is done.\n\nCheers\nTom",
      { ...letter, naming: "first" },
      "Hello Maya,\n\nIt is done.\n\nBest wishes,\nTom"
    ],
    ["none at all", "It is done.", letter, "Hello Maya Lindqvist,\n\nIt is done.\n\nBest wishes,\nTom"],
    [
      "the surname",
      "Hello Maya Lindqvist,\n\nIt is done.\n\nBest wishes",
      { ...letter, naming: "first" },
      "Hello Maya,\n\nIt is done.\n\nBest wishes"
    ],
    [
      "a missing name",
      "Hello,\n\nIt is done.\n\nBest wishes",
      { ...letter, naming: "full" },
      "Hello Maya Lindqvist,\n\nIt is done.\n\nBest wishes"
    ],
    ["emoji", "It is done 🎉 and sent ✅.", { emoji: 0 }, "It is done and sent."],
    [
      "words",
      "Regarding your purchase: we ship it.",
      { forbidden: [{ word: "regarding", instead: "about" }], preferred: [{ word: "purchase", instead: "order" }] },
      "About your order: we ship it."
    ],
    [
      "politeness that makes it too long",
      "Thank you for your message. The lamp is back in stock on Monday. We apologise for the inconvenience. We send it then.",
      { most: { words: 15 } },
      "The lamp is back in stock on Monday. We send it then."
    ]
  ])("%s", (_, text, voice, right) => {
    expect(fixed(text, voice)).toBe(right)
    expect(found(right, voice)).toEqual([])
  })

  test("formality, where one form stands for just one other", () => {
    const german = { language: "de" }
    expect(fixed("Wir schicken Ihnen Ihre Jacke am Montag.", { formality: "informal" }, german)).toBe(
      "Wir schicken dir Ihre Jacke am Montag."
    )
    expect(fixed("Du kannst die Jacke am Montag holen.", { formality: "formal" }, german)).toBe(
      "Sie können die Jacke am Montag holen."
    )
  })
})

test("a sign-off that begins with the agent's name is known by the line below it, and a name alone isn't held", () => {
  const text = "It is done.\n\nTom\nYour Lumen team"
  expect(found(text, { signOffs: ["{agent}\nYour Lumen team"] })).toEqual([])
  expect(found(text, { signOffs: ["{agent}"] })).toEqual([])
})

describe("a forbidden word is none", () => {
  const voice: Partial<VoiceRules> = { forbidden: [{ word: "cheap" }], products: ["Cheap Sail"] }
  test.each([
    ["inside a product's name", "The Cheap Sail is in stock."],
    ["in a quotation", "You wrote that it “looks cheap”."],
    ["in a blank", "It costs [[the cheap price]]."],
    ["in a link", "See https://shop.example/cheap/sails."],
    ["as a part of another word", "It is cheapest in May."]
  ])("%s", (_, text) => expect(found(text, voice)).toEqual([]))

  test("but beside the product's name it is one", () => {
    expect(found("The Cheap Sail is cheap.", voice)).toEqual([["voice-forbidden", "cheap"]])
  })
})

test("the length of a Japanese reply goes by its characters, two for a word", () => {
  const text = "ランプは本日発送いたしましたので、明日には届く予定です。"
  expect(overLength(text, { words: 12 })).toMatchObject({ unit: "words", count: 13, limit: 12 })
  expect(overLength(text, { words: 14 })).toBeUndefined()
  expect(found(text, { most: { words: 12 } }, { language: "ja" })).toHaveLength(1)
  expect(learnVoice([text], "ja").words.value).toBe(20)
})

test("on a channel that greets only the first reply, a later one needs no greeting", () => {
  const chat: Partial<VoiceRules> = { greetings: ["Hi {name},"], greets: "first" }
  expect(found("It is done.", chat, { channel: "chat", firstReply: false })).toEqual([])
  expect(found("It is done.", chat, { channel: "chat" })).toHaveLength(1)
})

test("without a voice nothing is held against one", () => {
  expect(found("Hey! No problem, guys 🎉🎉", undefined)).toEqual([])
})

describe("the set of drafts", async () => {
  const { readLines } = await import("../../training/read-lines.ts")
  const { draftLine } = await import("../../eval/report/own/voices-own.ts")
  const drafts = readLines("data/voices-own/dev.jsonl", draftLine)
  const voices = new Map(
    [...new Set(drafts.map(({ voice }) => voice))].map(
      (name): [string, { isFound(draft: Parameters<typeof isFound>[0]): boolean }] => {
        const voice = readSetVoice("data/voices-own", name)
        return [name, { isFound: (draft: Parameters<typeof isFound>[0]) => isFound(draft, voice) }]
      }
    )
  )
  test.each([...Map.groupBy(drafts, ({ rule }) => rule)])("%s: at least 19 of 20", (_, own) => {
    const right = own.filter((draft) => voices.get(draft.voice)?.isFound(draft) === draft.breaks)
    expect(right.length / own.length).toBeGreaterThanOrEqual(0.95)
  })
})

test("a blank that doesn't break, as rich editors write it, is one in a greeting too", () => {
  expect(found("Hello\u00a0Maya,\n\nIt is done.\n\nBest\u00a0wishes,\nTom", { ...letter, naming: "first" })).toEqual([])
  expect(fixed("Hello\u00a0Maya Lindqvist,\n\nDone.\n\nBest wishes,\nTom", { ...letter, naming: "first" })).toBe(
    "Hello\u00a0Maya,\n\nDone.\n\nBest wishes,\nTom"
  )
})
