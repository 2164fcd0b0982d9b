import * as z from "zod/mini"
import { VERDICTS, type VerdictKind } from "../../../ticket/draft.ts"

/** One verdict as models write it: the number as "1.", the verdict in their own spelling, the evidence as one text. */
export const verdictEntry = z.object({
  n: z.pipe(z.transform(numberIn), z.number()),
  verdict: z.pipe(z.transform(verdictIn), z.enum(VERDICTS)),
  evidence: z.catch(z.pipe(z.transform(namesIn), z.array(z.string())), []),
  why: z.catch(z.optional(z.string()), "")
})

/** Reads 1, "1", "1.", "#1" and "Sentence 1" as a number. */
function numberIn(value: unknown): unknown {
  if (typeof value !== "string") return Number.isInteger(value) ? value : undefined
  const [, figures] = /^\D{0,12}(\d{1,4})\D{0,3}$/.exec(value.trim()) ?? []
  return figures === undefined ? undefined : Number(figures)
}

/** Reads "Not supported", "not_supported", "notSupported" and "**Unsupported.**" as the same. */
function verdictIn(value: unknown): unknown {
  if (typeof value !== "string") return value
  const word = value
    .replace(/(?<=[a-z])(?=[A-Z])/g, "-")
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")
    .replace(/^-|-$/g, "")
  return KIND_BY_WORD.get(word) ?? word
}

/** What models write instead of the words that they were given. What is only partly supported isn't. */
const OTHER_SPELLINGS: Readonly<Partial<Record<VerdictKind, readonly string[]>>> = {
  supported: ["support", "supports", "fully-supported", "entailed", "entailment", "entails"],
  follows: ["follow", "inferred", "derived", "derivable", "implied"],
  "not-supported": [
    "unsupported",
    "not-support",
    "notsupported",
    "no-support",
    "nosupport",
    "partially-supported",
    "partly-supported",
    "partial",
    "not-entailed",
    "neutral"
  ],
  contradicted: ["contradiction", "contradicts", "contradictory", "contradict", "refuted"],
  "other-case": ["othercase", "another-case", "different-case", "wrong-case"],
  unclear: ["unknown", "uncertain", "unsure", "not-clear", "cannot-tell", "can-t-tell"]
}

const KIND_BY_WORD: ReadonlyMap<string, VerdictKind> = new Map(
  VERDICTS.flatMap((kind) => (OTHER_SPELLINGS[kind] ?? []).map((word) => [word, kind] as const))
)

/** Reads a list of names, or one text with some. Small models copy more of a line than the name of its sentence. */
function namesIn(value: unknown): unknown {
  if (typeof value === "string") {
    const names = value.match(/(?<![\w.])[A-Z]?\d*Q?\.\d+/gi)
    return (names ?? (value.trim() === "" ? [] : [nameOf(value)])).map((name) => name.toUpperCase())
  }
  return Array.isArray(value) ? value.flatMap((one) => (typeof one === "string" ? [nameOf(one)] : [])) : []
}

const nameOf = (text: string): string => /^\W*([A-Z]?\d*Q?(?:\.\d+)?)/i.exec(text)?.[1]?.toUpperCase() ?? ""
