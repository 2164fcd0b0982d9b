import * as z from "zod/mini"
import { findWordings } from "../../checks/tone/voice/wordings.ts"
import { inOrder, readYaml } from "../../playbooks/format/read-yaml.ts"
import type { Mistake } from "../../runtime/yaml/mistake-lines.ts"
import { LANGUAGES } from "../../text/languages.ts"
import { sentences } from "../../text/sentences.ts"
import type { ByLanguage, TeamVoice, Wording } from "../../ticket/team-voice.ts"
import { CHANNELS } from "../../ticket/ticket.ts"

export type VoiceRead = { voice: TeamVoice; mistakes?: undefined } | { voice?: undefined; mistakes: Mistake[] }

/**
 * Reads a voice from YAML. It returns the voice, or a sentence for each mistake with its line, in the file's order.
 * @param isStored an earlier version of the relay took it in, so words that contradict each other, and braces that are
 * no gap, don't keep the relay from starting
 */
export function readVoice(source: string, isStored = false): VoiceRead {
  const read = readYaml(source, voiceFile, knownAt)
  if (read.mistakes) return { mistakes: read.mistakes }
  const { data, lineAt } = read
  const faults = [...faultsOf(data, isStored), ...(isStored ? [] : contradictions(data))]
  if (faults.length === 0) return { voice: voiceOf(data) }
  return { mistakes: inOrder(faults.map(({ path, sentence }) => ({ line: lineAt(path), sentence }))) }
}

interface Fault {
  path: (string | number)[]
  sentence: string
}

/** What the shape can't tell: texts without a language, and gaps that nothing fills. */
function faultsOf(file: VoiceFile, isStored: boolean): Fault[] {
  const { language = [], persona } = file
  const texts = [
    ["greeting", "name"],
    ["sign-off", "agent"],
    ["disclosure", ""]
  ] as const
  return [
    ...(sentences(persona, language[0] ?? null).length > 2
      ? [{ path: ["persona"], sentence: "persona has more than two sentences: say in two who writes." }]
      : []),
    ...texts.flatMap(([key, gap]) => {
      const value = file[key]
      if (value === undefined) return []
      const plain = typeof value === "string" || Array.isArray(value)
      if (plain && language.length !== 1)
        return [
          {
            path: [key],
            sentence: `${key} is in one language, and the voice isn't: write it as {en: ..., de: ...}, or give the voice one language.`
          }
        ]
      return Object.values(plain ? { own: value } : value)
        .flat()
        .flatMap((written) => [...unknownGaps(written, gap), ...(isStored ? [] : brokenGaps(written, gap))])
        .map((sentence) => ({ path: [key], sentence: `${key} ${sentence}` }))
    })
  ]
}

function unknownGaps(text: string, gap: string): string[] {
  const known = gap === "" ? "no gap in braces" : `only the gap {${gap}}`
  return [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([whole, name]) =>
    name === gap ? [] : [`knows ${known}, and not ${whole}.`]
  )
}

/** Braces that don't belong to one gap stand in the letter as they are, and a second gap would be lost. */
function brokenGaps(text: string, gap: string): string[] {
  const written = [...text.matchAll(/\{+[^{}]*\}*|\}+/g)].map(([whole]) => whole.trim())
  return written.flatMap((whole, at) => {
    if (whole === `{${gap}}`) return written.indexOf(whole) < at ? [`has ${whole} twice: it can stand once.`] : []
    return /^\{[^{}]*\}$/.test(whole) ? [] : [`has a brace too many or too few: ${whole.slice(0, 40)}.`]
  })
}

/** What is put in the place of a word is said as it stands, so it must have no word that isn't said itself. */
function contradictions({ language: languages = [], words: lists = {} }: VoiceFile): Fault[] {
  const { forbid = [], prefer = {}, products = [] } = lists
  const [language = null] = languages
  const listed: (Wording & Pick<Fault, "path">)[] = [
    ...forbid.map((one, at) => ({ ...(typeof one === "string" ? { word: one } : one), path: ["words", "forbid", at] })),
    ...Object.entries(prefer).flatMap(([instead, over]) =>
      over.map((word) => ({ word, instead, path: ["words", "prefer", instead] }))
    )
  ]
  const isBare = (word: string) => word.replace(/[*\s]/g, "") === ""
  const bare = listed.filter(({ word }) => isBare(word))
  const words = listed.filter(({ word }) => !isBare(word))
  const said = [...new Map(words.map(({ instead, path }) => [instead, path]))].flatMap(([instead, path]) =>
    instead === undefined ? [] : [{ instead, path }]
  )
  return [
    ...bare.map(({ word, path }) => ({ path, sentence: `"${word}" matches every word: say which one is meant.` })),
    ...said.flatMap(({ instead, path }) => {
      if (instead.includes("*")) return [{ path, sentence: `"${instead}" is said as it stands: leave the star out.` }]
      const against = words.find((one) => findWordings(instead, [one], products, language).length > 0)
      if (!against) return []
      const { word, instead: other } = against
      return [
        {
          path,
          sentence:
            other === undefined || other === instead
              ? `"${instead}" is to be said and ${word === instead ? "is forbidden" : `has "${word}" in it, which is forbidden`}: take it out of one of the lists.`
              : `"${instead}" is to be said, and "${other}" in the place of "${word}": take one of them out.`
        }
      ]
    })
  ]
}

function voiceOf(file: VoiceFile): TeamVoice {
  const { brand = [], group = [], channel = [], language = [], words = {}, length = {} } = file
  const small = (names: string[]) => names.map((one) => one.trim().toLowerCase())
  const in_ = <Value extends string | string[]>(
    value: Value | Partial<Record<string, Value>> | undefined
  ): ByLanguage<Value> => {
    if (value === undefined) return {}
    if (typeof value === "string" || Array.isArray(value))
      return Object.fromEntries(language.map((one) => [one, value])) as ByLanguage<Value>
    return Object.fromEntries(
      LANGUAGES.flatMap((one) => {
        const own = value[one]
        return own === undefined ? [] : [[one, own]]
      })
    )
  }
  return {
    name: file.voice,
    of: { brands: small(brand), groups: small(group), channels: channel, languages: language },
    persona: file.persona.trim(),
    formality: file.formality,
    greetings: in_<string[]>(file.greeting),
    signOffs: in_<string[]>(file["sign-off"]),
    naming: file.name,
    most: length,
    emoji: file.emoji,
    forbidden: (words.forbid ?? []).map((one): Wording => (typeof one === "string" ? { word: one } : one)),
    preferred: Object.entries(words.prefer ?? {}).flatMap(([instead, over]) =>
      over.map((word): Wording => ({ word, instead }))
    ),
    products: words.products ?? [],
    disclosure: in_<string>(file.disclosure),
    examples: file.examples ?? []
  }
}

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

const voiceFile = map(
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
type VoiceFile = z.infer<typeof voiceFile>

/** What a place of the file knows, for sentences about unknown names. */
function knownAt(path: readonly PropertyKey[]): string[] {
  const [first] = path
  if (first === "length") return ["words", "characters"]
  if (first === "words") return path.length > 1 ? ["word", "instead"] : ["forbid", "prefer", "products"]
  return Object.keys(voiceFile.shape)
}
