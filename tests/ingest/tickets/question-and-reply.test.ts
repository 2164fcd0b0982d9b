import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { findPlaceholders } from "../../../src/masking/basis/placeholder.ts"
import { NO_RULES } from "../../../src/masking/basis/masking-rules.ts"
import { blocksOf } from "../../../src/ingest/markdown/markdown.ts"
import { maskPair } from "../../../src/ingest/sources/tickets/masked-pair.ts"
import { plainMarkdown } from "../../../src/ingest/formats/common/escape-markdown.ts"
import {
  questionAndReplyOf,
  type PublicMessage,
  ticketDocument
} from "../../../src/ingest/sources/tickets/solved-document.ts"
import { runs, ticketText } from "../../masking/properties-parts.ts"

const turns = (...texts: string[]): PublicMessage[] =>
  texts.map((text, n) => ({
    role: text.startsWith("C:") ? "customer" : "agent",
    at: `2026-11-0${n + 1}T09:00:00Z`,
    text: text.slice(2).trim()
  }))

describe("question and reply", () => {
  test("the customer's messages, and the last reply with matter of its own", () => {
    expect(
      questionAndReplyOf(
        turns(
          "C: My lamp flickers.",
          "A: Which model is it?",
          "C: A Halo 2.",
          "A: Hold the button for ten seconds; the lamp then starts anew.",
          "C: It works, thanks!",
          "A: You're welcome! Have a great day."
        )
      )
    ).toEqual({
      question: "My lamp flickers.\n\nA Halo 2.",
      reply: "Hold the button for ten seconds; the lamp then starts anew.",
      replied: "2026-11-04T09:00:00Z",
      language: "en"
    })
  })

  test.each([
    ["en", "You're welcome! Let us know if you have any more questions."],
    ["de", "Gern geschehen! Melden Sie sich gerne bei Fragen."],
    ["fr", "Je vous en prie. Bonne journée !"],
    ["es", "De nada. Si tiene más preguntas, estamos aquí."],
    ["pt", "De nada! Tenha um bom dia."],
    ["ja", "ありがとうございます。よろしくお願いいたします。"]
  ])("a short courtesy is no reply (%s)", (_, courtesy) => {
    const first = "Hold the button for ten seconds; the lamp then starts anew."
    expect(questionAndReplyOf(turns("C: My lamp flickers.", `A: ${first}`, "C: Ah!", `A: ${courtesy}`))?.reply).toBe(
      first
    )
  })

  test("nobody asked, nobody answered, or only asked back: no pair", () => {
    expect(questionAndReplyOf([])).toBeUndefined()
    expect(questionAndReplyOf(turns("C: My lamp flickers."))).toBeUndefined()
    expect(questionAndReplyOf(turns("A: We have changed our opening hours as of the first of March."))).toBeUndefined()
    expect(
      questionAndReplyOf(turns("C: My lamp flickers.", "A: Could you tell us the number of your order, please?"))
    ).toBeUndefined()
    expect(
      questionAndReplyOf(turns("C: ", "A: Hold the button for ten seconds; the lamp then starts anew."))
    ).toBeUndefined()
  })

  test("of a long exchange the first message and the last are kept", () => {
    const many = Array.from({ length: 3_000 }, (_, n) => `C: message ${n} ${"x".repeat(20)}`)
    const { question = "" } =
      questionAndReplyOf(turns(...many, "A: Hold the button for ten seconds; the lamp then starts anew.")) ?? {}
    expect(question.length).toBeLessThanOrEqual(8_000)
    expect(question).toMatch(/^message 0 x/)
    expect(question).toMatch(/message 2999 x+$/)
  })
})

describe("as a document", () => {
  test("it is internal, and its headings are in its language", () => {
    const pair = {
      subject: "Lampe",
      question: "Sie flackert.",
      reply: "Knopf *zehn* Sekunden halten:\n1. drücken\n2. warten",
      tags: ["lampe"]
    }
    expect(
      ticketDocument({
        id: "7",
        path: "Ticket 7",
        pair,
        locale: "de",
        satisfaction: "good",
        replied: "2026-11-04T09:00:00Z",
        url: "https://a.zendesk.com/agent/tickets/7"
      })
    ).toEqual({
      id: "7",
      path: "Ticket 7",
      title: "Lampe",
      kind: "ticket",
      visibility: "internal",
      groups: [],
      locale: "de",
      changed: "2026-11-04T09:00:00Z",
      url: "https://a.zendesk.com/agent/tickets/7",
      body: "## Frage\n\nSie flackert.\n\n## Antwort\n\nKnopf \\*zehn\\* Sekunden halten:\n1. drücken\n2. warten",
      details: {
        kind: "ticket",
        question: pair.question,
        reply: pair.reply,
        tags: ["lampe"],
        satisfaction: "good",
        replied: "2026-11-04T09:00:00Z"
      }
    })
  })

  test("what people write isn't markup, and hides no placeholder", () => {
    const read = (text: string) =>
      blocksOf(plainMarkdown(text))
        .map((block) => block.text)
        .join("\n")
    for (const text of [
      "# no heading",
      "a_b_c *d* `e` <b>f</b> [g](http://h)",
      "> quoted",
      "[a name]: http://x",
      "&lt;b&gt; &#91;",
      "a | b",
      "![x](y)",
      "~~gone~~"
    ])
      expect(read(text)).toBe(text)
    expect(read("one\n---\ntwo\n===\nthree")).toBe("one\ntwo\nthree")
    fc.assert(
      fc.property(
        ticketText,
        fc.constantFrom("[PER<!-- -->SON_1]", "&#91;PERSON_1]", "[PER\\SON_1]", "[PERSON\n_1]", "[PERSON **1**]", ""),
        (text, hidden) => {
          const { reply } = maskPair(
            { subject: "", question: "", reply: text + hidden, tags: [], people: [], around: [] },
            NO_RULES
          )
          expect(findPlaceholders(read(reply))).toEqual([])
        }
      ),
      runs(300)
    )
  })
})
