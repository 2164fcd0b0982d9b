import * as z from "zod/mini"
import { RECIPE_LIMITS as LIMITS, type PageRecipe } from "../../ticket/page-recipe.ts"

/** The wire's form of a page's places. Each script that uses them checks that the browser reads the selectors, too. */
// A database takes neither NUL nor half a surrogate pair, and no selector needs control characters.
const selector = z.string().check(z.maxLength(LIMITS.selector), z.regex(/^[^\p{Cc}\p{Cs}]+$/u))
const through = z.array(selector).check(z.maxLength(LIMITS.through))
const place = z.strictObject({ through, selector })
const ground = z.string().check(z.maxLength(50), z.regex(/^(?:rgba?\([\d., ]{5,40}\))?$/))
const word = z.string().check(z.maxLength(30), z.regex(/^[\p{L}]+$/u))
const mark = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["self", "inside", "above"]), selector }),
  z.strictObject({ kind: z.literal("side"), side: z.enum(["left", "right"]), ground }),
  z.strictObject({ kind: z.literal("author"), is: z.enum(["first", "other"]), ground }),
  z.strictObject({ kind: z.literal("word"), word })
])

export const pageRecipe = z.strictObject({
  version: z.literal(1),
  site: z.string().check(z.maxLength(LIMITS.site), z.regex(/^https?:\/\/[^/?#\s\p{Cc}\p{Cs}]+$/u)),
  address: z.string().check(z.maxLength(LIMITS.address), z.regex(/^\/[^\s?"<>\p{Cc}\p{Cs}]*$/u)),
  fragment: z.optional(z.literal(true)),
  subject: z.optional(place),
  messages: z.strictObject({
    through,
    selector,
    opening: z.optional(place),
    customer: mark,
    agent: z.optional(mark),
    head: z.array(selector).check(z.maxLength(LIMITS.head)),
    author: z.optional(selector),
    time: z.optional(
      z.strictObject({
        selector,
        attribute: z.optional(z.string().check(z.maxLength(31), z.regex(/^[a-z][a-z-]{0,30}$/)))
      })
    ),
    newestFirst: z.optional(z.literal(true)),
    plainWords: z.optional(z.array(word).check(z.maxLength(LIMITS.words)))
  }),
  reply: z.optional(place)
})
pageRecipe satisfies z.ZodMiniType<PageRecipe>

/**
 * The wire between the background and the script by which an agent shows where a page has its ticket. What the page
 * sends holds text of the ticket, which the background shows masked and keeps nowhere.
 */
const words = z.string().check(z.maxLength(100_000))

/** The parts in the order in which they are shown. "done": each has been shown or passed over. */
export const PICK_STEPS = ["subject", "customer", "another", "agent", "reply", "done"] as const
export type PickStep = (typeof PICK_STEPS)[number]

export const pickedMessage = z.object({
  id: words,
  role: z.optional(z.enum(["customer", "agent"])),
  author: words,
  at: z.optional(words),
  text: words,
  /** It was pointed at, and not found because it is like the others. */
  shown: z.boolean(),
  /** Why it isn't read. "said": because the agent left it out. */
  out: z.optional(z.enum(["note", "role", "said"]))
})

export const pickState = z.object({
  site: z.string(),
  step: z.enum(PICK_STEPS),
  subject: z.optional(words),
  messages: z.array(pickedMessage).check(z.maxLength(1000)),
  /** The box for the reply was shown. */
  reply: z.boolean(),
  /** Where no times tell which message is newer: whether the agent has to say it, or what they said. */
  order: z.optional(z.enum(["ask", "newest-first", "oldest-first"])),
  /** The page takes clicks and keys, so that its person can open the reply or another tab. */
  paused: z.optional(z.literal(true)),
  /** What is aimed at by key, as its first words. */
  aim: z.optional(z.string().check(z.maxLength(200))),
  /** Why what was pointed at last can't be taken. */
  fault: z.optional(
    z.enum(["note-editor", "no-editor", "no-text", "not-alike", "no-role", "taken", "gone", "loaded-anew"])
  )
})
export type PickState = z.infer<typeof pickState>
export type PickFault = NonNullable<PickState["fault"]>

/** What the agent does in the panel while the page is being shown. */
export const pickAct = z.discriminatedUnion("act", [
  z.object({ act: z.literal("key"), key: z.enum(["next", "previous", "wider", "narrower", "take"]) }),
  z.object({ act: z.literal("skip") }),
  z.object({ act: z.literal("step"), step: z.enum(PICK_STEPS) }),
  z.object({ act: z.literal("leave-out"), id: z.string() }),
  z.object({ act: z.literal("leave-out-subject") }),
  z.object({ act: z.literal("order"), newestFirst: z.boolean() }),
  z.object({ act: z.literal("pause"), on: z.boolean() }),
  /** It isn't a note, and it is by this person. */
  z.object({ act: z.literal("read"), id: z.string(), role: z.enum(["customer", "agent"]) })
])
export type PickAct = z.infer<typeof pickAct>

/** The picker's words in the page, in the panel's language. "#" is replaced by a number. */
export const pickWords = z.object({
  subject: z.string(),
  message: z.string(),
  alike: z.string(),
  out: z.string(),
  reply: z.string(),
  take: z.string(),
  point: z.record(z.enum(PICK_STEPS), z.string()),
  paused: z.string(),
  keys: z.object({
    wider: z.string(),
    narrower: z.string(),
    next: z.string(),
    take: z.string(),
    out: z.string(),
    skip: z.string(),
    pause: z.string(),
    stop: z.string()
  })
})
export type PickWords = z.infer<typeof pickWords>

/** What the agent said about single messages of the ticket in front. */
export const messageChoices = z.object({
  out: z.array(z.string()),
  roles: z.record(z.string(), z.enum(["customer", "agent"]))
})

export type MessageChoices = z.infer<typeof messageChoices>

export const pickAnswer = z.union([
  z.object({ ok: z.literal(true), state: pickState }),
  z.object({ ok: z.literal(false) })
])
export const pickedRecipe = z.union([
  z.object({ ok: z.literal(true), recipe: pageRecipe, choices: messageChoices }),
  z.object({ ok: z.literal(false) })
])
export type PickAnswer = z.infer<typeof pickAnswer>
export type PickedRecipe = z.infer<typeof pickedRecipe>

/** Background to the picker's script in the page; each is answered by the type named. */
export type ToPicker =
  | { kind: "pick-start"; words: PickWords; again?: true } // PickAnswer; "again": the page was loaded anew meanwhile
  | { kind: "pick-look" } // PickAnswer
  | { kind: "pick-act"; act: PickAct } // PickAnswer
  | { kind: "pick-finish" } // PickedRecipe
  | { kind: "pick-stop" } // PickAnswer, with the state in which it was stopped
