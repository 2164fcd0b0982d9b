import fc from "fast-check"
import type { ImportedDocument, ImportSource } from "../../../src/ingest/source/source.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"
import { ticket } from "../../knowledge/help/tickets.ts"

/** A page of a made-up team. */
export interface Page extends Pick<ImportedDocument, "title" | "kind" | "visibility" | "groups" | "body" | "locale"> {
  /**
   * A word that stands in this page alone, if it is internal or for a group: in its title and in every sentence that is
   * its own.
   */
  mark: string
}

export interface Asked {
  ticket: MaskedTicket
  groups: string[]
  /** Of the agent. */
  instruction: string | undefined
}

/**
 * Pages that speak of the same few things, public, internal, for groups, and twins of each other; and tickets about
 * these things.
 */
export function knowledgeWithTickets(tickets: number): fc.Arbitrary<{ pages: Page[]; tickets: Asked[] }> {
  return fc.record({
    pages: fc.array(page, { minLength: 4, maxLength: 24 }).map((drawn) => drawn.flatMap((one, at) => pagesOf(one, at))),
    tickets: fc.array(asked, { minLength: tickets, maxLength: tickets })
  })
}

/** The pages as a place that an import reads: whatever was there before is gone. */
export function placeOf(pages: readonly Page[]): ImportSource {
  return {
    kind: "test",
    collection: "generated",
    label: "generated pages",
    async *read() {
      for (const [at, { mark: _none, ...page }] of pages.entries()) {
        const id = String(at)
        yield { type: "document", document: { id, path: id, ...page } }
      }
      yield { type: "end", all: true }
    }
  }
}

const LANGUAGES = {
  en: {
    things: [
      "lamp",
      "parcel",
      "invoice",
      "printer",
      "refund",
      "voucher",
      "return label",
      "delivery date",
      "warranty",
      "subscription"
    ],
    deeds: ["return", "cancel", "repair", "replace", "track", "pay for"],
    says: (deed: string, thing: string, other: string, n: number) =>
      `You can ${deed} the ${thing} within ${n} days if the ${other} is missing`,
    asks: (deed: string, thing: string, other: string) =>
      `How long can I ${deed} the ${thing} when the ${other} is missing?`
  },
  de: {
    things: ["Lampe", "Paketnummer", "Rechnung", "Erstattung", "Gutschrift", "Garantie", "Bestellung", "Lieferung"],
    deeds: ["zurückgeben", "stornieren", "umtauschen", "bezahlen"],
    says: (deed: string, thing: string, other: string, n: number) =>
      `Sie können die ${thing} innerhalb von ${n} Tagen ${deed}, wenn die ${other} fehlt`,
    asks: (deed: string, thing: string, other: string) =>
      `Wie lange kann ich die ${thing} ${deed}, wenn die ${other} fehlt?`
  }
}
type Code = keyof typeof LANGUAGES

const about = fc.record({ deed: fc.nat(), thing: fc.nat(), other: fc.nat(), days: fc.integer({ min: 2, max: 90 }) })
type About = typeof about extends fc.Arbitrary<infer T> ? T : never

const code = fc.constantFrom<Code>("en", "en", "en", "de")
const page = fc.record({
  code,
  sentences: fc.array(about, { minLength: 1, maxLength: 8 }),
  topic: about,
  visibility: fc.constantFrom("public" as const, "internal" as const),
  groups: fc.constantFrom<string[]>([], [], [], ["leads"], ["agents"]),
  kind: fc.constantFrom("article" as const, "article" as const, "policy" as const, "macro" as const, "ticket" as const),
  /** The same page once more for others, word for word or with sentences of its own. */
  twin: fc.constantFrom("none" as const, "none" as const, "same" as const, "longer" as const),
  /** Its own words under a heading, among the rest, or in a list. */
  shape: fc.constantFrom("plain" as const, "headings" as const, "list" as const)
})
type Drawn = typeof page extends fc.Arbitrary<infer T> ? T : never

const asked: fc.Arbitrary<Asked> = fc
  .record({
    code,
    subject: about,
    questions: fc.array(about, { minLength: 1, maxLength: 4 }),
    groups: fc.constantFrom<string[]>([], ["agents"], ["agents", "leads"]),
    wish: fc.option(about),
    answered: fc.boolean()
  })
  .map(({ code: language, subject, questions, groups, wish, answered }) => {
    const { asks } = LANGUAGES[language]
    const questioned = questions.map((one) => worded(one, language, asks)).join(" ")
    const turns = answered
      ? [questioned, `agent: ${worded(subject, language, LANGUAGES[language].says)}.`, worded(subject, language, asks)]
      : [questioned]
    return {
      ticket: { ...ticket(topicOf(subject, language), ...turns), locale: language },
      groups,
      instruction: wish ? `mention the ${topicOf(wish, language)}, longer` : undefined
    }
  })

function pagesOf(drawn: Drawn, at: number): Page[] {
  const { twin, visibility, groups } = drawn
  const first = made(drawn, `${at}a`, visibility, groups)
  if (twin === "none") return [first]
  // The words that both say are public where one of the two is; then only what is the internal one's alone may not be
  // told.
  const open = made({ ...drawn, kind: "article" }, `${at}b`, "public", [])
  const own = { ...open, mark: markOf(`${at}c`), visibility: "internal" as const, groups }
  const body = twin === "same" ? open.body : `${open.body}\n\n${sentencesOf(drawn, own.mark)[0] ?? ""}`
  return [first, open, { ...own, title: `${open.title} ${own.mark}`, body }]
}

function made(
  { code: language, sentences, topic, kind, shape }: Drawn,
  place: string,
  visibility: Page["visibility"],
  groups: string[]
): Page {
  const mark = visibility === "public" && groups.length === 0 ? "" : markOf(place)
  const said = sentencesOf({ code: language, sentences }, mark)
  const body =
    shape === "list"
      ? `${said[0]}\n\n${said
          .slice(1)
          .map((one) => `- ${one}`)
          .join("\n")}`
      : shape === "headings"
        ? said.map((one, at) => `## ${topicOf(topic, language)} ${at} ${mark}\n\n${one}`).join("\n\n")
        : said.join(" ")
  return {
    title: `${topicOf(topic, language)} ${mark}`.trim(),
    kind,
    visibility,
    groups,
    locale: language,
    body: kind === "macro" ? `Hello,\n\n${body}\n\nKind regards` : body,
    mark: mark || NOBODYS
  }
}

const sentencesOf = ({ code: language, sentences }: Pick<Drawn, "code" | "sentences">, mark: string) =>
  sentences.map((one) => `${worded(one, language, LANGUAGES[language].says)}${mark ? `, ${mark}` : ""}.`)

function worded(
  { deed, thing, other, days }: About,
  language: Code,
  words: (deed: string, thing: string, other: string, n: number) => string
): string {
  const { deeds, things } = LANGUAGES[language]
  return words(pick(deeds, deed), pick(things, thing), pick(things, other), days)
}
const topicOf = ({ thing, other }: About, language: Code) =>
  `${pick(LANGUAGES[language].things, thing)}, ${pick(LANGUAGES[language].things, other)}`
const pick = (words: readonly string[], n: number) => words[n % words.length] ?? ""

/** Letters alone, so that it is a word like others, and one that stands in no other page: "qx", its place, "xq". */
const markOf = (place: string) =>
  `qx${[...place].map((character) => String.fromCharCode("a".charCodeAt(0) + (/\d/.test(character) ? Number(character) : 10 + character.charCodeAt(0) - 97))).join("")}xq`
/** Of a page that everybody may read: nothing is its own. */
const NOBODYS = "qx-nobody-xq"
