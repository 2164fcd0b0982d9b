import type * as z from "zod/mini"

/** Returns a sentence for each of the first three mistakes, which names the field and never quotes its value. */
export const mistakesIn = (issues: readonly z.core.$ZodIssue[]): string => issues.slice(0, 3).map(sentence).join(" ")

function sentence({ path, code, ...issue }: z.core.$ZodIssue): string {
  // A key that isn't allowed is a value of whoever asks, too.
  const place = code === "invalid_key" ? path.slice(0, -1) : path
  const field =
    place
      .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
      .join("")
      .replace(/^\./, "") || "the request"
  switch (code) {
    case "invalid_type":
      return `${field}: ${"expected" in issue ? String(issue.expected) : "something else"} expected.`
    case "too_big":
      return `${field}: more than ${"maximum" in issue ? String(issue.maximum) : "allowed"}${unitOf(issue)}.`
    case "too_small":
      return `${field}: less than ${"minimum" in issue ? String(issue.minimum) : "needed"}.`
    case "invalid_format":
      return `${field}: not a ${"format" in issue && issue.format !== "regex" ? String(issue.format) : "value of the right form"}.`
    default:
      return `${field}: not one of the values that are allowed.`
  }
}

function unitOf(issue: object): string {
  const origin = "origin" in issue ? issue.origin : ""
  return origin === "array"
    ? " entries"
    : origin === "record"
      ? " names"
      : origin === "texts"
        ? " characters together"
        : ""
}
