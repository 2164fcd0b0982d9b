import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { findUnmasked, restore } from "../../../src/masking/index.ts"
import { findPlaceholders } from "../../../src/masking/basis/placeholder.ts"
import { NO_RULES } from "../../../src/masking/basis/masking-rules.ts"
import { maskPair, type MaskedPair, type SolvedTicket } from "../../../src/ingest/sources/tickets/masked-pair.ts"
import { gapsToPlaceholders } from "../../../src/ingest/sources/tickets/gaps.ts"
import { caseOf } from "../../masking/leak/cases.ts"
import { leaksIn } from "../../masking/leak/leaks.ts"
import { KNOWN, PHRASES, runs, ticketText } from "../../masking/properties-parts.ts"

const solved = (rest: Partial<SolvedTicket>): SolvedTicket => ({
  subject: "",
  question: "",
  reply: "",
  tags: [],
  people: KNOWN,
  around: [],
  ...rest
})
const textsOf = ({ subject, question, reply, tags }: MaskedPair) => [subject, question, reply, ...tags]
const TICKETS = process.env["REPLYWRIGHT_SOAK"] ? 1000 : 80
const LOCALES = ["en", "de", "fr", "es", "pt", "ja", undefined] as const

describe("what becomes of values", () => {
  test("each becomes a gap in the ticket's language, the same for every value of a kind", () => {
    const said = {
      question: "Anna-Lena O’Hara and 佐藤 美咲 wrote from x.y@post.example, then from z@post.example.",
      reply: "Dear Anna-Lena, call +44 117 496 0321."
    }
    expect(maskPair(solved({ ...said, locale: "en-GB" }), NO_RULES)).toMatchObject({
      question: "[a name] and [a name] wrote from [an e-mail address], then from [an e-mail address].",
      reply: "Dear [a name], call [a phone number]."
    })
    expect(
      LOCALES.map((locale) => maskPair(solved({ subject: "O’Hara", ...(locale && { locale }) }), NO_RULES).subject)
    ).toEqual(["[a name]", "[ein Name]", "[un nom]", "[un nombre]", "[um nome]", "[名前]", "[a name]"])
  })

  test("what a signature or a quote tells is found in question and reply, and isn't given out", () => {
    const pair = maskPair(
      solved({
        people: [],
        question: "It is Wendeline's lamp.",
        reply: "Sent to Wendeline Oortgiesen.",
        around: ["Kind regards,\nWendeline Oortgiesen\nMember ID: QX-448812"]
      }),
      NO_RULES
    )
    expect(pair).toEqual({ subject: "", question: "It is [a name]'s lamp.", reply: "Sent to [a name].", tags: [] })
  })

  test("the team's own words stay, and its mode doesn't make it weaker", () => {
    const rules = { ...NO_RULES, mode: "balanced" as const, keep: ["help@shop.example", "Halo Lamp"] }
    const pair = maskPair(
      solved({
        reply: "Write to help@shop.example about your Halo Lamp in Utrecht. I moved from Leeds to Utrecht last year."
      }),
      rules
    )
    expect(pair.reply).toMatch(/^Write to help@shop\.example about your Halo Lamp in /)
    expect(pair.reply).not.toContain("Leeds")
  })

  test("a tag that holds somebody is left out", () => {
    expect(maskPair(solved({ tags: ["refund", "vip_anna-lena_ohara", "ID_1"] }), NO_RULES).tags).toEqual(["refund"])
  })

  test("words that look like a placeholder are safe too, whatever hides in them", () => {
    for (const text of [
      ...PHRASES.LIT,
      "[PER\u200bSON_1]",
      "[[PERSON_1]_2]",
      "[PERSON_[PERSON_1]]",
      "[EMAIL_1]_1]",
      "\\[[IP_1]_2\\]"
    ]) {
      const pair = maskPair(solved({ question: text, reply: `See ${text}.`, subject: text, tags: [text] }), NO_RULES)
      expect(textsOf(pair).flatMap(findPlaceholders), text).toEqual([])
    }
  })
})

describe("whatever was written", () => {
  const anyTicket = fc
    .record({
      subject: ticketText,
      question: ticketText,
      reply: ticketText,
      tags: fc.array(ticketText, { maxLength: 2 }),
      around: fc.array(ticketText, { maxLength: 2 }),
      locale: fc.constantFrom(...LOCALES)
    })
    .map(({ locale, ...rest }) => solved({ ...rest, ...(locale && { locale }) }))

  // Under load, it takes more than the usual half minute.
  const timeout = 120_000

  test("no live placeholder stands in it, nothing that the relay would refuse; nothing comes back in another customer's reply; masking it again changes nothing", {
    timeout
  }, () => {
    const present = {
      entries: [...Object.keys(PHRASES)].flatMap((type) =>
        [1, 2, 3].map((n) => ({
          placeholder: `[${type}_${n}]`,
          type: type as keyof typeof PHRASES,
          value: `PRESENT-${type}`
        }))
      )
    }
    fc.assert(
      fc.property(anyTicket, (ticket) => {
        const once = maskPair(ticket, NO_RULES)
        for (const text of textsOf(once)) {
          expect(findPlaceholders(text)).toEqual([])
          expect(findUnmasked(text, { keep: [] })).toEqual([])
          // The text is quoted as a draft quotes it.
          const quoted = `Dear [PERSON_1],\n\n${text}\n\nRegards`
          expect(restore(quoted, present).text).toBe(`Dear PRESENT-PERSON,\n\n${text}\n\nRegards`)
        }
        expect(maskPair({ ...ticket, ...once }, NO_RULES)).toEqual(once)
      }),
      runs(150)
    )
  })

  test(`none of the people in ${TICKETS} made-up tickets is left in question, reply, subject or tags`, {
    timeout
  }, () => {
    const leaks: string[] = []
    for (let seed = 0; seed < TICKETS; seed++) {
      const one = caseOf(seed)
      const { requester, agent = {}, people = [], messages, subject, tags, locale } = one.ticket
      const [asked, answered, ...rest] = messages.map(({ text }) => text)
      const pair = maskPair(
        {
          subject,
          tags,
          question: asked ?? "",
          reply: answered ?? "",
          around: rest,
          people: [requester, agent, ...people],
          ...(locale && { locale })
        },
        NO_RULES
      )
      for (const { what, window } of leaksIn(
        JSON.stringify(textsOf(pair).map(gapsToPlaceholders)).replaceAll("999999", "1"),
        one.people,
        one.own,
        one.placed.map(({ after }) => after)
      ))
        leaks.push(`${seed} ${what}: ${JSON.stringify(window)}`)
    }
    expect(leaks).toEqual([])
  })
})
