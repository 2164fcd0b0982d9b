import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { letter } from "../../../src/relay/drafting/offline/offline-drafter.ts"
import type { RetrievedSources } from "../../../src/models/drafter/contract.ts"
import type { Answer } from "../../../src/ticket/draft.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"
import { ticket } from "../../knowledge/help/tickets.ts"
import { foundOf, source } from "./offline-sources.ts"
import { LETTERS, PARCEL, source as inLanguage } from "./offline-help.ts"

const PAGE = source(
  1,
  "Missing parcels",
  "When a parcel is missing, we search for the parcel at the depot, at the neighbours and at every pick-up point on its way. The parcel search takes five days, and up to ten days abroad or before public holidays. A missing parcel is replaced or refunded, whichever you prefer, as soon as the search has ended without it. A parcel is insured up to €500. Express parcels cost €9.90."
)
const FOUND = foundOf(PAGE)
const QUESTION: MaskedTicket = {
  ...ticket("Missing parcel", "My parcel is missing. What about the parcel search, is it replaced or refunded?"),
  requester: "[PERSON_1]",
  agent: "[PERSON_2]"
}

function write(
  instruction?: string,
  {
    on = QUESTION,
    found = FOUND,
    language = "en",
    attempt
  }: { on?: MaskedTicket; found?: RetrievedSources; language?: string; attempt?: number } = {}
) {
  const parts = letter({
    request: { ticket: on, ...(instruction === undefined ? {} : { instruction }), ...(attempt ? { attempt } : {}) },
    retrieval: found,
    language
  })
  return {
    text: parts.map((part) => ("text" in part ? part.text : "")).join(""),
    answer: parts.flatMap((part): Answer[] => ("answer" in part ? [part.answer] : []))[0],
    language: parts.flatMap((part) => ("language" in part ? [part.language] : []))[0],
    isRefused: parts.some((part) => "refusal" in part)
  }
}

const wordsOf = (text: string) => text.split(/\s+/).length
const undone = (instruction: string, options?: Parameters<typeof write>[1]) =>
  write(instruction, options).answer?.notDone ?? []

describe("wishes add up", () => {
  test("a later wish doesn't take back an earlier one", () => {
    const { text, answer } = write("no refund\nmention the express cost\napologise")
    expect(text).not.toContain("refund")
    expect(text).toContain("Express parcels cost €9.90.")
    expect(text).toContain("I'm sorry for the trouble.")
    expect(answer?.notDone).toBeUndefined()
  })

  test("shorter twice is shorter than once, and longer takes one step back", () => {
    const [plain, once, twice, back] = ["", "shorter", "shorter\nmake it shorter", "shorter\nlonger"].map(
      (wish) => write(wish).text
    )
    expect(wordsOf(once ?? "")).toBeLessThan(wordsOf(plain ?? ""))
    expect(wordsOf(twice ?? "")).toBeLessThan(wordsOf(once ?? ""))
    expect(back).toBe(plain)
  })
})

describe("what can't be done is said, and the letter stays", () => {
  test.each([
    ["make it rhyme", [{ part: "rhyme", why: "unknown" }]],
    ["qwertz", [{ part: "qwertz", why: "unknown" }]],
    ["mention the summer festival", [{ part: "mention the summer festival", why: "no-source" }]],
    ["no pineapple", [{ part: "no pineapple", why: "not-said" }]],
    ["in German", [{ part: "in German", why: "no-language" }]],
    ["use the first name", [{ part: "use the first name", why: "no-first-name" }]]
  ])("%s", (wish, notDone) => {
    const { text, answer } = write(wish)
    expect(text).toBe(write().text)
    expect(answer?.notDone).toEqual(notDone)
  })

  test("a letter that says all that the page says can't get longer", () => {
    expect(undone("longer\nlonger\nlonger")).toContainEqual({ part: "longer", why: "no-longer" })
  })

  test("where nothing would be left, the agent picks", () => {
    const { text, answer } = write("leave out the parcel\nno search", {
      found: foundOf(source(1, "Parcels", "We search for a missing parcel."))
    })
    expect(text).toBe("")
    expect(answer?.tier).toBe("unsure")
    expect(answer?.notDone).toEqual([
      { part: "leave out the parcel", why: "nothing-left" },
      { part: "no search", why: "nothing-left" }
    ])
  })

  test("without a letter, there is nothing to shorten", () => {
    const nothing = { ...FOUND, chance: 0 }
    expect(write("shorter", { found: nothing }).isRefused).toBe(true)
    expect(undone("shorter", { found: nothing })).toEqual([{ part: "shorter", why: "no-draft" }])
  })
})

describe("greeting", () => {
  const known = { ...QUESTION, firstName: "[PERSON_3]" }

  test("by first name if it is wished, or if an agent did so before, unless it is unwished", () => {
    const greeted: MaskedTicket = {
      ...known,
      messages: [
        ...ticket("", "My parcel is missing.", "agent: Hello [PERSON_3], we look into it.").messages,
        ...QUESTION.messages
      ]
    }
    expect(write(undefined, { on: known }).text).toMatch(/^Hello \[PERSON_1\],/)
    expect(write("first name", { on: known }).text).toMatch(/^Hello \[PERSON_3\],/)
    expect(write(undefined, { on: greeted }).text).toMatch(/^Hello \[PERSON_3\],/)
    expect(write("don't use the first name", { on: greeted }).text).toMatch(/^Hello \[PERSON_1\],/)
  })

  test("formal, informal or none", () => {
    expect(write("more formal greeting").text).toMatch(/^Dear \[PERSON_1\],/)
    expect(write("informal greeting").text).toMatch(/^Hi \[PERSON_1\],/)
    expect(write("no greeting").text).toMatch(/^I'm sorry for the trouble\./)
  })

  test("an apology is there if it is wished, and not if it is unwished", () => {
    const calm = {
      ...ticket("Parcel search", "What about the parcel search, is the parcel replaced or refunded?"),
      requester: "[PERSON_1]"
    }
    expect(write(undefined, { on: calm }).text).toContain("Thank you for your message.")
    expect(write("apologise", { on: calm }).text).toContain("I'm sorry for the trouble.")
    expect(write("no apology").text).not.toContain("sorry")
  })
})

describe("another language", () => {
  const english = inLanguage(2, "en", "Missing parcels", PARCEL.en.page)
  const german = inLanguage(1, "de", "Fehlende Pakete", PARCEL.de.page)
  const on = { ...ticket("Paket fehlt", PARCEL.de.ask), requester: "[PERSON_1]", agent: "[PERSON_2]" }
  const both = foundOf(german, english)

  test("the agent picks from the pages in that language, within its greeting and closing", () => {
    const { text, answer, language } = write("auf Englisch", { on, found: both, language: "de" })
    expect(language).toBe("en")
    expect(text).toBe("")
    expect(answer?.tier).toBe("unsure")
    expect(answer?.frame?.opening).toMatch(/^Hello \[PERSON_1\],/)
    expect(answer?.suggestions.map((one) => one.source)).toContain(2)
    expect(answer?.suggestions.every((one) => one.source === 2)).toBe(true)
  })

  test("only the pages that the agent chose are offered, if there are some in that language", () => {
    const other = inLanguage(3, "en", "Missing letters", "A missing letter is not searched for.")
    const found = { ...foundOf(german, english, other), chosen: [english.id] }
    const { answer } = write("in English", { on, found, language: "de" })
    expect(answer?.suggestions.map((one) => one.source)).toEqual([2, 2, 2])
  })

  test("without a page in that language, the letter stays in the ticket's", () => {
    const { text, answer, language } = write("auf Englisch", { on, found: foundOf(german), language: "de" })
    expect(language).toBeUndefined()
    expect(text).toBe(LETTERS.de)
    expect(answer?.notDone).toEqual([{ part: "auf Englisch", why: "no-language" }])
  })
})

describe("another draft", () => {
  const second = source(
    2,
    "Parcel search",
    "A parcel search starts on the third day after a parcel is missing. Is the parcel replaced or refunded? You choose that when the search ends. The parcel search is free."
  )
  const found = foundOf({ ...PAGE, score: 1 }, { ...second, score: 0.95 })

  test("says other sentences, or that there is none", () => {
    const [first, next] = [write("shorter", { found }), write("shorter", { found, attempt: 1 })]
    expect(next.text).not.toBe(first.text)
    expect(next.answer?.notDone).toBeUndefined()
    const last = write("shorter", { found, attempt: 20 })
    expect(last.text).not.toBe("")
    expect(last.answer?.notDone).toEqual([{ part: "", why: "no-other" }])
  })

  test("is never far below the first: what says little of the question is no other draft", () => {
    const aside = source(
      2,
      "Parcel opening hours",
      "The parcel shop opens at nine. Bring a bag for a large parcel. The parcel shop has a car park."
    )
    const pages = foundOf({ ...PAGE, score: 1 }, { ...aside, score: 0.95 })
    const [first, next] = [write(undefined, { found: pages }), write(undefined, { found: pages, attempt: 1 })]
    expect(next.text).toBe(first.text)
    expect(next.answer?.notDone).toEqual([{ part: "", why: "no-other" }])
    expect(next.answer?.suggestions).not.toHaveLength(0)
  })
})

test("no words of a wish are in a letter, unless a source holds them", () => {
  const word = fc.constantFrom("zebra", "kumquat", "unicorn", "47,11", "[[blank]]", "<b>", "refund", "kürzer", "短く")
  const form = fc.constantFrom("%", "shorter, %", "mention %", "no %", "in %", "greeting: %", "say that %", "offer %")
  const wish = fc
    .tuple(form, fc.array(word, { minLength: 1, maxLength: 4 }))
    .map(([form, words]) => form.replace("%", words.join(" ")))
  const plain = new Set(write().text.match(/\S+/g))
  const allowed = `${PAGE.passage} Dear Hi Thank you for your message. I'm sorry for the trouble.`
  fc.assert(
    fc.property(fc.array(wish, { minLength: 1, maxLength: 4 }), (wishes) => {
      const { text } = write(wishes.join("\n"))
      expect(text).not.toBe("")
      for (const one of text.match(/\S+/g) ?? []) expect(plain.has(one) || allowed.includes(one), one).toBe(true)
    })
  )
})
