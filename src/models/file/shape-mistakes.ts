import type { Document, LineCounter } from "yaml"
import type * as z from "zod/mini"
import { lineOf, type Mistake } from "../../runtime/yaml/mistake-lines.ts"

/** Describes what is valid YAML but doesn't fit the file's shape. */
export function shapeMistakes(document: Document, counter: LineCounter, issues: z.core.$ZodIssue[]): Mistake[] {
  return issues.flatMap((issue): Mistake[] => {
    const place = issue.path.map(String).join(".")
    if (issue.code !== "unrecognized_keys") {
      const sentence = place === "" ? `The file ${issue.message}.` : `${place} ${issue.message}.`
      return [{ line: lineOf(document, counter, issue.path), sentence }]
    }
    const known = knownAt(issue.path)
    return issue.keys.map((key) => ({
      line: lineOf(document, counter, [...issue.path, key]),
      sentence: `${place === "" ? "The file" : place} knows no "${key.slice(0, 60)}"; what it knows is ${known}.`
    }))
  })
}

function knownAt(path: readonly PropertyKey[]): string {
  const last = path.at(-1)
  if (last === undefined) return "endpoints, tasks, team, currency and budgets"
  if (path.length === 1 && last === "tasks") return "draft, summary, tone, judge, embed and rerank"
  if (path.length === 1 && last === "team") return "company, channel, facts, disclosure and examples"
  if (path.length === 1) return "prepared and cost"
  if (last === "price") return "in and out"
  if (last === "timeouts") return "first, between and whole"
  return "kind, url, model, key, key-env, temperature, prompt, price and timeouts (of an offline one only kind)"
}
