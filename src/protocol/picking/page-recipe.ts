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
