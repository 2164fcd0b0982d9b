import * as z from "zod/mini"
import { MODEL_NAME } from "../../protocol/fields.ts"
import { VERIFIER_KINDS } from "../endpoint/models.ts"

/** The shape of `models.yaml`. Each sentence continues the place in the file: "endpoints.big.url must be ...". */

const say = (sentence: string) => ({
  error: ({ input }: { input?: unknown }) =>
    input === undefined || input === null ? `is missing: it ${sentence}` : sentence
})
const text = (sentence: string) =>
  z.string(say(sentence)).check(z.refine((value) => value.trim() !== "", { error: sentence }))
const number = (sentence: string, isRight: (value: number) => boolean) =>
  z.number(say(sentence)).check(z.refine(isRight, { error: sentence }))
const map = <Shape extends z.core.$ZodLooseShape>(shape: Shape, sentence: string) =>
  z.strictObject(shape, say(sentence))

const amount = number("must be a number, 0 or more: the price of a million tokens", (value) => value >= 0)
const seconds = number("must be a number of seconds between 1 and 3600", (value) => value >= 1 && value <= 3600)
const requests = number(
  "must be a whole number from 1 to 10000: requests under way at once",
  (value) => Number.isInteger(value) && value >= 1 && value <= 10_000
)
const order = z.array(
  text("must be the name of an endpoint"),
  say("must be a list of endpoints, such as [big, local, offline]")
)

const disclosure = z.string().check(z.trim(), z.minLength(1), z.maxLength(300))

const model = map(
  {
    kind: z.literal("openai-compatible"),
    url: text("must be the address of an OpenAI-compatible endpoint, e.g. http://127.0.0.1:11434/v1"),
    model: text("must be the model's name as the endpoint lists it, in quotes where it looks like a number").check(
      z.refine((name) => MODEL_NAME.test(name), {
        error: "must be a model's name: 200 characters at most, on one line"
      })
    ),
    key: z.optional(text("must name the variable that holds the key, e.g. ${BIG_KEY}")),
    "key-env": z.optional(text("must be the name of the variable that holds the key, e.g. BIG_KEY")),
    temperature: z.optional(number("must be a number between 0 and 2", (value) => value >= 0 && value <= 2)),
    prompt: z.optional(
      z.enum(["whole", "short"], { error: "must be whole or short: short is for a small local model" })
    ),
    "at-once": z.optional(requests),
    verifies: z.optional(
      z.enum(VERIFIER_KINDS, { error: "must be chat, pairs, spans or claims: what kind of verifier it is" })
    ),
    threshold: z.optional(
      number(
        "must be a number between 0 and 1: the score from which on it is sure",
        (value) => value >= 0 && value <= 1
      )
    ),
    price: z.optional(map({ in: amount, out: amount }, "must hold in and out, the prices of a million tokens")),
    timeouts: z.optional(
      map(
        { first: z.optional(seconds), between: z.optional(seconds), whole: z.optional(seconds) },
        "must hold first, between or whole, in seconds"
      )
    )
  },
  "must say kind, url and model"
)

const limit = map(
  {
    of: z.enum(["person", "group", "team"], { error: "must be person, group or team: whose use is counted together" }),
    group: z.optional(text("must be the name of a group")),
    per: z.enum(["day", "month"], { error: "must be day or month" }),
    cost: z.optional(number("must be a number, 0 or more: money", (value) => value >= 0)),
    tokens: z.optional(
      number("must be a whole number, 0 or more: tokens", (value) => Number.isInteger(value) && value >= 0)
    )
  },
  "must say of, per, and cost or tokens"
)

const endpoint = z.discriminatedUnion("kind", [model, z.strictObject({ kind: z.literal("offline") })], {
  error: ({ input }) =>
    typeof input === "object" && input !== null
      ? "must be openai-compatible or offline"
      : "must say kind, url and model"
})

export const modelsFile = map(
  {
    endpoints: z.optional(z.record(z.string(), endpoint, say("must name endpoints, each with kind, url and model"))),
    tasks: map(
      {
        draft: order,
        summary: z.optional(order),
        tone: z.optional(order),
        verify: z.optional(order),
        /** The older name of `verify`. */
        judge: z.optional(order),
        embed: z.optional(order),
        rerank: z.optional(order)
      },
      "must say who writes, e.g. draft: [big, offline]"
    ),
    team: z.optional(
      map(
        {
          company: z.optional(text("must be the company's name as customers know it")),
          channel: z.optional(text("must say how replies are sent, e.g. e-mail")),
          facts: z.optional(
            z.array(text("must be one sentence that holds for every ticket"), say("must be a list of sentences"))
          ),
          disclosure: z.optional(
            z.union([disclosure, z.record(z.string().check(z.regex(/^[a-z]{2}$/)), disclosure)], {
              error: "must be a line of at most 300 characters, or one for each language by its two letters"
            })
          ),
          examples: z.optional(z.boolean(say("must be true or false: whether a model sees replies to similar tickets")))
        },
        "must hold company, channel, facts, disclosure or examples"
      )
    ),
    currency: z.optional(
      text("must be a currency of three letters, e.g. EUR").check(
        z.refine((value) => /^[A-Z]{3}$/.test(value), { error: "must be a currency of three letters, e.g. EUR" })
      )
    ),
    budgets: z.optional(
      map(
        {
          prepared: z.optional(
            number(
              "must be a whole number, 0 or more: prepared drafts a person and day",
              (value) => Number.isInteger(value) && value >= 0
            )
          ),
          cost: z.optional(number("must be a number, 0 or more: money a person and day", (value) => value >= 0)),
          limits: z.optional(
            z.array(limit, say("must be a list of limits, such as - {of: team, per: month, cost: 500}"))
          )
        },
        "must hold prepared, cost or limits"
      )
    )
  },
  "must hold endpoints and tasks"
)

export type ModelsFile = z.infer<typeof modelsFile>

/** Returns the variable from which an endpoint's key is read: `key: ${NAME}` or `key-env: NAME`. */
export function keyVariable(endpoint: {
  key?: string | undefined
  "key-env"?: string | undefined
}): string | undefined {
  return endpoint["key-env"]?.trim() ?? /^\$\{\s*(\w+)\s*\}$/.exec(endpoint.key?.trim() ?? "")?.[1]
}
