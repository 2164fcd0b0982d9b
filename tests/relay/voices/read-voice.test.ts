import { expect, test } from "vitest"
import { storedReader } from "../../../src/relay/team-settings/definitions.ts"
import { chooseVoice } from "../../../src/relay/voices/choose-voice.ts"
import { readVoice } from "../../../src/relay/voices/read-voice.ts"
import { replyVoiceOf } from "../../../src/ticket/team-voice.ts"

const SOL = `voice: sol
brand: [Sol, Sol Plus]
channel: [mail, social]
persona: We insure boats. We write calmly.
formality: formal
greeting: {de: "Guten Tag {name},", en: ["Hello {name},", "Dear {name},"]}
sign-off: {de: "Freundliche Grüße\\n{agent}", en: "Kind regards\\n{agent}"}
name: full
length: {words: 120}
emoji: 0
words:
  forbid: [cheap*, {word: guys, instead: everyone}]
  prefer: {policy: [contract, insurance contract]}
  products: [Cheap Sail]
disclosure: {en: Written with an assistant.}
examples: ["Hello, your policy is renewed."]
`
const mistakesOf = (source: string) => readVoice(source).mistakes?.map(({ line, sentence }) => `${line}: ${sentence}`)

test("a voice holds for a reply in its language and by the form of the channel", () => {
  const { voice } = readVoice(SOL)
  if (!voice) throw new Error("there is no voice")
  expect(voice.of).toEqual({ brands: ["sol", "sol plus"], groups: [], channels: ["mail", "social"], languages: [] })
  expect(replyVoiceOf(voice, "en", "mail")).toMatchObject({
    greetings: ["Hello {name},", "Dear {name},"],
    greets: "all",
    signOffs: ["Kind regards\n{agent}"],
    most: { words: 120 },
    forbidden: [{ word: "cheap*" }, { word: "guys", instead: "everyone" }],
    preferred: [
      { word: "contract", instead: "policy" },
      { word: "insurance contract", instead: "policy" }
    ],
    disclosure: "Written with an assistant."
  })
  expect(replyVoiceOf(voice, "de", "social")).toMatchObject({
    greets: "none",
    signOffs: [],
    most: { words: 120, characters: 280 }
  })
  expect(replyVoiceOf(voice, "fr")).toMatchObject({ channel: "mail", greetings: [], greets: "none", signOffs: [] })
})

test("a wrong key is told with its line, the nearest name and all that are known", () => {
  expect(mistakesOf(SOL.replace("formality: formal", "formalty: formal"))).toEqual([
    expect.stringMatching(
      /^5: The file knows no "formalty" \(did you mean "formality"\?\); it knows voice, brand, .*examples\.$/
    )
  ])
  expect(mistakesOf(SOL.replace("  products:", "  product:"))).toEqual([
    '14: words knows no "product" (did you mean "products"?); it knows forbid, prefer and products.'
  ])
})

test.each([
  ["no persona", SOL.replace(/persona: .*\n/, ""), "1: persona is missing: it must say in two sentences who writes."],
  [
    "three sentences",
    SOL.replace("We write calmly.", "We write calmly. We are kind."),
    "4: persona has more than two sentences: say in two who writes."
  ],
  [
    "a channel that isn't known",
    SOL.replace("[mail, social]", "post"),
    /^3: channel must be mail, chat, messaging or social/
  ],
  [
    "a length of none",
    SOL.replace("{words: 120}", "{words: 0}"),
    "9: length.words must be a whole number from 1 to 2000."
  ],
  [
    "a text without a language",
    SOL.replace(/greeting: .*/, "greeting: Hello"),
    /^6: greeting is in one language, and the voice isn't: write it as \{en/
  ],
  [
    "a gap that nothing fills",
    SOL.replace('"Guten Tag {name},"', '"Guten Tag {customer},"'),
    "6: greeting knows only the gap {name}, and not {customer}."
  ],
  [
    "a gap in two braces",
    SOL.replace('"Guten Tag {name},"', '"Guten Tag {{name}},"'),
    "6: greeting has a brace too many or too few: {{name}}."
  ],
  [
    "a gap that isn't closed",
    SOL.replace('"Hello {name},"', '"Hello {name,"'),
    "6: greeting has a brace too many or too few: {name,."
  ],
  [
    "a gap twice",
    SOL.replace('"Hello {name},"', '"Hello {name}, dear {name},"'),
    "6: greeting has {name} twice: it can stand once."
  ],
  [
    "a word that is forbidden and put in",
    SOL.replace("instead: everyone", "instead: guys"),
    '12: "guys" is to be said and is forbidden: take it out of one of the lists.'
  ],
  [
    "words that are exchanged without end",
    SOL.replace("{policy: [contract, insurance contract]}", "{policy: [contract], contract: [policy]}"),
    '13: "policy" is to be said, and "contract" in the place of "policy": take one of them out.'
  ],
  [
    "a word put in that a star forbids",
    SOL.replace("{policy: [contract, insurance contract]}", "{cheaper: [low-cost]}"),
    '13: "cheaper" is to be said and has "cheap*" in it, which is forbidden: take it out of one of the lists.'
  ],
  ["a star alone", SOL.replace("[cheap*,", '["*",'), '12: "*" matches every word: say which one is meant.'],
  [
    "a star in what is said",
    SOL.replace("instead: everyone", 'instead: "every*"'),
    '12: "every*" is said as it stands: leave the star out.'
  ],
  [
    "no words for which another is said",
    SOL.replace("[contract, insurance contract]", "[]"),
    "13: words.prefer.policy is empty: it must be the words in whose place it is said."
  ],
  ["no greeting in a list", SOL.replace(/greeting: .*/, "greeting: {en: []}"), /^6: greeting/],
  ["YAML that isn't", SOL.replace("  forbid: [cheap*", "\tforbid: [cheap*"), /^1[12]: A tab begins this line/],
  [
    "letters that were no UTF-8",
    SOL.replace("Grüße", "Gr\uFFFD\uFFFDe"),
    "7: A letter of this line can't be read: save the file as UTF-8."
  ],
  ["nothing", "", "1: The file is empty."]
])("a mistake is told in a sentence with its line: %s", (_, source, told) => {
  const [first] = mistakesOf(source) ?? []
  if (typeof told === "string") expect(first).toBe(told)
  else expect(first).toMatch(told)
})

test("a word may stand inside what is said in its place, and so may a product's name", () => {
  for (const words of [
    "prefer: {Lumen lamp: [lamp, light]}",
    "forbid: [{word: refund, instead: full refund}]",
    "forbid: [cheap*]\n  prefer: {Cheap Sail: [sail]}\n  products: [Cheap Sail]"
  ])
    expect(mistakesOf(`voice: a\npersona: We sell.\nwords:\n  ${words}\n`)).toBeUndefined()
})

test("a stored voice with braces and letters that an earlier relay took in is still read", () => {
  const source = SOL.replace('"Hello {name},"', '"Hello {name,"').replace("Grüße", "Gr\uFFFDe")
  const read = storedReader(1, (stored) => readVoice(stored, true))
  expect(read(source).voice?.greetings["en"]).toContain("Hello {name,")
})

test.each(["brand:sol-plus", "brand_SOL_PLUS", "brand-Sol Plus", "brand:Ｓｏｌ plus"])(
  "a brand of two words is recognised by the tag %s, which can't hold a blank",
  (tag) => {
    const { voice } = readVoice(SOL.replace("[Sol, Sol Plus]", "Sol Plus"))
    expect(voice && chooseVoice([voice], { tags: [tag] }, "en")).toBe(voice)
    expect(voice && chooseVoice([voice], { tags: ["brand:solplus"] }, "en")).toBeUndefined()
  }
)
