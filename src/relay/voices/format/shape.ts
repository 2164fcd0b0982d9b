import * as z from "zod/mini"
import { LANGUAGES } from "../../../text/languages.ts"
import { CHANNELS } from "../../../ticket/ticket.ts"

/** The shape of a voice's file. Each sentence continues the place in the file: "length.words must be ...". */

const say = (sentence: string) => ({
  error: ({ input }: { input?: unknown }) =>
    input === undefined || input === null ? `is missing: it ${sentence}` : sentence
})
const text = (most: number, sentence: string) =>
  z.string(say(sentence)).check(
    z.refine((value) => value.trim() !== "" && value.length <= most, {
      error: `${sentence}, ${most} characters at most`
    })
  )
const name = z
  .string(say("must be a name"))
  .check(z.regex(/^[a-z][\w-]{0,59}$/i, { error: "must be a name of letters, digits and dashes, 60 at most" }))
const map = <Shape extends z.core.$ZodLooseShape>(shape: Shape, sentence: string) =>
  z.strictObject(shape, say(sentence))
const listOf = <One extends z.core.SomeType>(one: One, most: number, sentence: string) =>
  z.pipe(
    z.union(
      [
        one,
        z
          .array(one)
          .check(
            z.minLength(1, { error: `is empty: it ${sentence}` }),
            z.maxLength(most, { error: `${sentence}, ${most} at most` })
          )
      ],
      { error: `${sentence}, ${most} at most` }
    ),
    z.transform((value) => (Array.isArray(value) ? value : [value]) as z.output<One>[])
  )
const one = <Name extends string>(names: readonly Name[]) => z.enum(names, { error: `must be ${orOf(names)}` })
const orOf = (names: readonly string[]) => `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}`

const label = text(100, "must be a name or a list of names")
const word = text(60, "must be a word or a short phrase")
const pattern = text(300, "must be a text, or a list of texts")
const patterns = listOf(pattern, 10, "must be a text, or a list of texts")
/** A text for the voice's own language, or texts by language. */
const byLanguage = <Value extends z.core.SomeType>(value: Value) =>
  z.union([value, z.partialRecord(z.enum(LANGUAGES), value)], {
    error: `must be a text, or hold a text for each language, such as {en: ...}; languages are ${LANGUAGES.join(", ")}`
  })
const figure = (most: number) => {
  const sentence = `must be a whole number from 1 to ${most}`
  return z.int(say(sentence)).check(z.minimum(1, { error: sentence }), z.maximum(most, { error: sentence }))
}
const emoji = "must be the number of emoji that a reply may have, from 0 to 20"

export const voiceFile = map(
  {
    voice: name,
    brand: z.optional(listOf(label, 50, "must be a name or a list of names")),
    group: z.optional(listOf(label, 50, "must be a name or a list of names")),
    channel: z.optional(listOf(one(CHANNELS), 4, `must be ${orOf(CHANNELS)}, or a list of them`)),
    language: z.optional(listOf(one(LANGUAGES), 6, `must be ${orOf(LANGUAGES)}, or a list of them`)),
    persona: text(600, "must say in two sentences who writes"),
    formality: z.optional(one(["formal", "informal"])),
    greeting: z.optional(byLanguage(patterns)),
    "sign-off": z.optional(byLanguage(patterns)),
    name: z.optional(one(["first", "full", "none"])),
    length: z.optional(
      map({ words: z.optional(figure(2000)), characters: z.optional(figure(20_000)) }, "must hold words or characters")
    ),
    emoji: z.optional(z.int(say(emoji)).check(z.minimum(0, { error: emoji }), z.maximum(20, { error: emoji }))),
    words: z.optional(
      map(
        {
          forbid: z.optional(
            listOf(
              z.union([word, z.strictObject({ word, instead: word })], {
                error: "must be a word, or {word: ..., instead: ...}"
              }),
              500,
              "must be a list of words, each alone or as {word: ..., instead: ...}"
            )
          ),
          prefer: z.optional(
            z.record(word, listOf(word, 50, "must be the words in whose place it is said"), {
              error: "must hold for each preferred word the words in whose place it is said"
            })
          ),
          products: z.optional(listOf(label, 500, "must be a list of names"))
        },
        "must hold forbid, prefer or products"
      )
    ),
    disclosure: z.optional(byLanguage(text(500, "must be a line for the customer"))),
    examples: z.optional(listOf(text(2000, "must be a reply"), 3, "must be a list of replies"))
  },
  "must hold voice and persona"
)
export type VoiceFile = z.infer<typeof voiceFile>

/** What a place of the file knows, for sentences about unknown names. */
export function knownAt(path: readonly PropertyKey[]): string[] {
  const [first] = path
  if (first === "length") return ["words", "characters"]
  if (first === "words") return path.length > 1 ? ["word", "instead"] : ["forbid", "prefer", "products"]
  return Object.keys(voiceFile.shape)
}
