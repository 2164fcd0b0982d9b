import fc from "fast-check"
import { expect, test } from "vitest"
import { sentences, sentenceStream } from "../../src/text/sentences.ts"
import type { Sentence } from "../../src/text/sentences.ts"
import { threadClock } from "../slowness.ts"

const cut = (text: string, language?: string) => sentences(text, language).map((sentence) => sentence.text)

test.each([
  ["two sentences", "It works. Thanks for waiting!", ["It works.", "Thanks for waiting!"]],
  [
    "decimals and money",
    "It costs 12.50 euros. That is €1.234,56 a year.",
    ["It costs 12.50 euros.", "That is €1.234,56 a year."]
  ],
  ["titles", "Dr. Miller and Mr. Smith wrote. We read it.", ["Dr. Miller and Mr. Smith wrote.", "We read it."]],
  [
    "e.g. and etc.",
    "Send a photo, e.g. of the box. Bring papers, labels, etc. Then wait.",
    ["Send a photo, e.g. of the box.", "Bring papers, labels, etc.", "Then wait."]
  ],
  ["No. as a word and before a number", "No. Order No. 5 is late.", ["No.", "Order No. 5 is late."]],
  [
    "links and addresses",
    "See https://shop.example/a.b?c=d. Or write to help@shop.example. Bye.",
    ["See https://shop.example/a.b?c=d.", "Or write to help@shop.example.", "Bye."]
  ],
  ["versions", "Update to 2.4.1. Restart it.", ["Update to 2.4.1.", "Restart it."]],
  [
    "quotes and brackets close",
    'He said "Done." We agree. (It is free.) Good.',
    ['He said "Done."', "We agree.", "(It is free.)", "Good."]
  ],
  ["source numbers stay", "You have 30 days.[1] Then it ends.", ["You have 30 days.[1]", "Then it ends."]],
  [
    "blanks with a stop inside",
    "It arrives on [[date of delivery? e.g. Friday.]] by post. Bye.",
    ["It arrives on [[date of delivery? e.g. Friday.]] by post.", "Bye."]
  ],
  [
    "placeholders",
    "Hello [PERSON_1]. Your mail [EMAIL_2]. Fine.",
    ["Hello [PERSON_1].", "Your mail [EMAIL_2].", "Fine."]
  ],
  ["lower case after a stop", "it does not work. please help", ["it does not work.", "please help"]],
  ["dots that trail off", "Well... that is odd. Wait... What?", ["Well... that is odd.", "Wait...", "What?"]],
  [
    "times of day",
    "We open at 9 a.m. on Monday. We close at 5 p.m. Please come.",
    ["We open at 9 a.m. on Monday.", "We close at 5 p.m.", "Please come."]
  ],
  [
    "a paragraph right after a list",
    "- in Belgium 40 % of the rent of the first 24 months, that is 88 €\nThe deduction is never more than half.",
    ["- in Belgium 40 % of the rent of the first 24 months, that is 88 €", "The deduction is never more than half."]
  ],
  [
    "a list item that was only wrapped",
    "- in Belgium 40 % of the rent of the first 24 months\nand nothing else",
    ["- in Belgium 40 % of the rent of the first 24 months\nand nothing else"]
  ],
  ["numbered list in one line", "1. Open it. 2. Close it.", ["1. Open it.", "2. Close it."]],
  [
    "German",
    "Am 16. November 2026, d. h. bald, z. B. am 3. Tag. Wir melden uns bzgl. Nr. 5.",
    ["Am 16. November 2026, d. h. bald, z. B. am 3. Tag.", "Wir melden uns bzgl. Nr. 5."]
  ],
  ["French", "M. Dupont a écrit. Merci d'attendre !", ["M. Dupont a écrit.", "Merci d'attendre !"]],
  [
    "Spanish",
    "¿Qué pasó? La Sra. López, p. ej. ayer, llamó. ¡Gracias!",
    ["¿Qué pasó?", "La Sra. López, p. ej. ayer, llamó.", "¡Gracias!"]
  ],
  ["Portuguese", "O Sr. Silva ligou. Obrigado!", ["O Sr. Silva ligou.", "Obrigado!"]],
  [
    "Japanese",
    "お世話になっております。「はい。」と言いました。本当ですか?ありがとうございます!",
    ["お世話になっております。", "「はい。」と言いました。", "本当ですか?", "ありがとうございます!"]
  ]
])("%s", (_name, text, expected) => {
  expect(cut(text)).toEqual(expected)
})

test("a letter's lines are sentences, a wrapped line is not", () => {
  const letter = [
    "Hi Anna,",
    "",
    "you can return most items within thirty days of the day on which",
    "they reached you. Here is how:",
    "- Open Orders",
    "- Choose Return",
    "1) Print the label",
    "",
    "Kind regards",
    "Ben",
    "Example Shop"
  ].join("\n")
  expect(cut(letter)).toEqual([
    "Hi Anna,",
    "you can return most items within thirty days of the day on which\nthey reached you.",
    "Here is how:",
    "- Open Orders",
    "- Choose Return",
    "1) Print the label",
    "Kind regards",
    "Ben",
    "Example Shop"
  ])
})

test("offsets point at the text in the whole", () => {
  const text = "  Hi!\n\n It's 5.5 kg.  Ok? 🙂 「はい。」 "
  for (const sentence of sentences(text)) expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
})

test("a sentence comes as soon as it is surely finished", () => {
  const stream = sentenceStream()
  expect(stream.push("We refund within 14 days")).toEqual([])
  expect(stream.push(". ").map((sentence) => sentence.text)).toEqual([])
  expect(stream.push("Please wait").map((sentence) => sentence.text)).toEqual(["We refund within 14 days."])
  expect(stream.end().map((sentence) => sentence.text)).toEqual(["Please wait"])
})

const pieces = fc.array(
  fc.constantFrom(
    "a",
    "Word",
    "the ",
    " ",
    "  ",
    "\n",
    "\n\n",
    ". ",
    ".",
    "?",
    "! ",
    "…",
    "...",
    "。",
    "「",
    "」",
    "と",
    "はい",
    "[",
    "[[",
    "]]",
    "[[a. b]]",
    "[PERSON_1]",
    "1.",
    "16. ",
    "November",
    "z. B.",
    "e.g. ",
    "etc. ",
    "No. ",
    "J. ",
    '"',
    ")",
    "[1]",
    "- ",
    "https://a.b/c?d. ",
    "a@b.c",
    "😀",
    "𐐀",
    "é",
    ":",
    ", ",
    "x".repeat(50),
    " y".repeat(60),
    " ".repeat(210),
    "m".repeat(2100)
  ),
  { maxLength: 40 }
)

test("whatever the chunks, the stream cuts as the whole text is cut", () => {
  fc.assert(
    fc.property(pieces, fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 20 }), (parts, sizes) => {
      const text = parts.join("")
      const stream = sentenceStream()
      const found: Sentence[] = []
      for (let at = 0, i = 0; at < text.length; i++) {
        const size = sizes[i % sizes.length] ?? 1
        found.push(...stream.push(text.slice(at, at + size)))
        at += size
      }
      found.push(...stream.end())
      expect(found).toEqual(sentences(text))
      for (const sentence of found) expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
    }),
    { numRuns: 2000 }
  )
})

test.each([
  ["no stop at all", "a".repeat(100_000)],
  ["only stops", ".".repeat(100_000)],
  ["only white space", "a.\n" + " ".repeat(100_000)],
  ["only brackets", "[".repeat(100_000)],
  ["only closers", "." + '"'.repeat(100_000)],
  ["ideographic stops", "。".repeat(100_000)],
  ["abbreviations", "z. B. ".repeat(16_000)],
  ["prose", "We refund it within 14 days. ".repeat(3_500)]
])("100,000 characters, whole and unit by unit: %s", (_name, text) => {
  const spent = threadClock()
  const whole = sentences(text)
  const stream = sentenceStream()
  const found: Sentence[] = []
  for (const unit of text) found.push(...stream.push(unit))
  found.push(...stream.end())
  expect(found).toEqual(whole)
  expect(spent()).toBeLessThan(15_000)
})

test("a German day in figures doesn't end a sentence that goes on, and what is no German may", () => {
  expect(cut("Am 17.11. verschickt. Es kam am 18.11. Danke!", "de")).toEqual([
    "Am 17.11. verschickt.",
    "Es kam am 18.11.",
    "Danke!"
  ])
  expect(cut("use version 1.2. it works", "en")).toEqual(["use version 1.2.", "it works"])
})
