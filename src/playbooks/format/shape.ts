import * as z from "zod/mini"
import { LANGUAGES } from "../../text/languages.ts"
import { FACT_TYPES } from "../playbook.ts"

/** The shape of a playbook's file. Each sentence continues the place in the file: "steps.2.say must be ...". */

const say = (sentence: string) => ({
  error: ({ input }: { input?: unknown }) =>
    input === undefined || input === null ? `is missing: it ${sentence}` : sentence
})
const text = (most: number, sentence: string) =>
  z
    .string(say(sentence))
    .check(z.refine((value) => value.trim() !== "" && value.length <= most, { error: `${sentence}, ${most} at most` }))
const line = text(300, "must be a text on one line, in characters").check(
  z.refine((value) => !value.includes("\n"), { error: "must be a text on one line" })
)
const name = z
  .string(say("must be a name"))
  .check(z.regex(/^[a-z][\w-]{0,59}$/i, { error: "must be a name of letters, digits and dashes, 60 at most" }))
const long = text(4000, "must be a text, in characters")
/** One value or several. What YAML takes for a figure or for true counts as it is written. */
const value = z.union([z.string(), z.number(), z.boolean()], { error: "must be a value" })
const several = z.pipe(
  z.union([value, z.array(value).check(z.maxLength(500))], { error: "must be a value or a list of values" }),
  z.transform((one) => (Array.isArray(one) ? one : [one]).map(String))
)
const map = <Shape extends z.core.$ZodLooseShape>(shape: Shape, sentence: string) =>
  z.strictObject(shape, say(sentence))
const byName = <Value extends z.core.SomeType>(one: Value, sentence: string) => z.record(z.string(), one, say(sentence))

const languages = LANGUAGES.join(", ")
const language = `must hold a text for each language, such as {en: ...}; languages are ${languages}`
const byLanguage = <Value extends z.core.SomeType>(one: Value) =>
  z.record(z.string(), one, say(language)).check(
    z.refine((texts) => Object.keys(texts).length > 0 && Object.keys(texts).every((key) => isLanguageName(key)), {
      error: language
    })
  )
const isLanguageName = (key: string) => (LANGUAGES as readonly string[]).includes(key)

const quoted = map({ source: line, sentence: long }, "must be a text, or hold source and sentence")
const part = z.union([long, quoted], { error: "must be a text, or hold source and sentence" })
const said = byLanguage(
  z.pipe(
    z.union([part, z.array(part).check(z.minLength(1), z.maxLength(40))], {
      error: "must be a text, a quoted sentence (source and sentence), or a list of them"
    }),
    z.transform((one) => (Array.isArray(one) ? one : [one]))
  )
)
const escalation = map({ group: line, why: line }, "must say group and why")

const fact = map(
  {
    label: line,
    type: z.optional(z.enum(FACT_TYPES, { error: `must be one of ${FACT_TYPES.join(", ")}` })),
    field: z.optional(several),
    tags: z.optional(byName(z.pipe(value, z.transform(String)), "must hold a value for each tag")),
    lookup: z.optional(line),
    pattern: z.optional(text(200, "must be a regular expression, in characters")),
    words: z.optional(byName(several, "must hold phrases for each value")),
    near: z.optional(several),
    future: z.optional(z.literal(true, { error: "must be true, or be left out" })),
    attachment: z.optional(z.literal(true, { error: "must be true, or be left out" })),
    in: z.optional(z.enum(["customer", "agent", "newest"], { error: "must be customer, agent or newest" })),
    ask: z.optional(byLanguage(line)),
    find: z.optional(line)
  },
  "must say label and where the fact is read"
)

const to = z.string(say("must be the name of a step"))
const branch = z.union(
  [z.strictObject({ if: z.unknown(), to }), z.strictObject({ to }), z.strictObject({ else: to })],
  { error: "must be {if: condition, to: step} or {else: step}" }
)
const step = map(
  {
    step: name,
    title: line,
    needs: z.optional(several),
    say: z.optional(said),
    do: z.optional(text(1000, "must be a line for the agent, in characters")),
    until: z.optional(z.unknown()),
    next: z.optional(
      z.union([to, z.array(branch).check(z.minLength(1), z.maxLength(30))], {
        error: "must be the name of a step, or a list of branches such as {if: condition, to: step} and {else: step}"
      })
    ),
    escalate: z.optional(escalation)
  },
  "must say step and title"
)
const noSigns = { tags: z.optional(several), words: z.optional(several) }
const outcome = map(
  { say: z.optional(said), do: z.optional(line), escalate: z.optional(escalation) },
  "must say what holds where no branch applies: say, do or escalate"
)

export const playbookFile = map(
  {
    playbook: name,
    title: line,
    when: map(
      {
        ...noSigns,
        fields: z.optional(byName(several, "must hold values for each field")),
        intent: z.optional(several),
        unless: z.optional(map(noSigns, "must hold tags or words"))
      },
      "must say by which tags, words, fields or intent a ticket is known"
    ),
    facts: z.optional(byName(fact, "must hold the facts by name")),
    steps: z
      .array(step, say("must be a list of steps"))
      .check(z.minLength(1, { error: "must hold a step" }), z.maxLength(100, { error: "must hold 100 steps at most" })),
    fallback: outcome
  },
  "must hold playbook, title, when, steps and fallback"
)
export type PlaybookFile = z.infer<typeof playbookFile>

/** What a place of the file knows, for sentences about unknown names. */
export function knownAt(path: readonly PropertyKey[]): string[] {
  const [first, second, third] = [path[0], path[1], path[2]]
  if (first === undefined) return ["playbook", "title", "when", "facts", "steps", "fallback"]
  if (path.at(-1) === "escalate") return ["group", "why"]
  if (first === "when") return second === "unless" ? ["tags", "words"] : ["tags", "words", "fields", "intent", "unless"]
  if (first === "facts") return Object.keys(fact.shape)
  if (first === "fallback") return ["say", "do", "escalate"]
  if (third === "say") return ["source", "sentence"]
  if (third === "next") return ["if", "to", "else"]
  return Object.keys(step.shape)
}
