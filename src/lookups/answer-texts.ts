import { parseJson } from "./get-json.ts"

/** A value of an answer, with the name of its place and of what that is in: "city" in "ship_to". */
export interface AnswerValue {
  value: string | number
  /** "" for the answer itself. What stands in a list has the list's name. */
  key: string
  above: string
}

/**
 * Visits every object and every text and number of an answer, at any depth. A text that is itself JSON, as a column of
 * a view can be, is read as what it holds.
 */
export function visitAnswer(
  pages: readonly unknown[],
  { value: visitValue, object: visitObject }: { value: (one: AnswerValue) => void; object?: (one: object) => void }
): void {
  const waiting = pages.map((json) => ({ json, key: "", above: "" })).reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { key, above } = next
    const json = typeof next.json === "string" ? unpacked(next.json) : next.json
    if (typeof json === "string" || typeof json === "number") visitValue({ value: json, key, above })
    if (typeof json !== "object" || json === null) continue
    if (!Array.isArray(json)) visitObject?.(json)
    for (const [name, one] of Object.entries(json).reverse())
      waiting.push(Array.isArray(json) ? { json: one, key, above } : { json: one, key: name, above: key })
  }
}

/**
 * Returns every text of an answer with its name before it, "Ship to: ...", because the name tells masking what the text
 * is, as that of a ticket's field does.
 */
export function answerTexts(pages: readonly unknown[]): string[] {
  const texts = new Set<string>()
  visitAnswer(pages, {
    value({ value, key, above }) {
      if (typeof value !== "string" || value.trim().length < MIN_CHARACTERS || INSTANT.test(value)) return
      const label = wordsOf(GENERIC.test(key) ? above : key)
      texts.add(label === "" ? value : `${label}: ${value}`)
    }
  })
  return [...texts]
}

function unpacked(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text
  try {
    return parseJson(text)
  } catch {
    // A text may begin with a bracket and be no JSON.
    return text
  }
}

/** "shipTo_name" as people write it: "ship to name". */
const wordsOf = (key: string): string =>
  key
    .replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, "$1 ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase()

/** Names that say nothing of what the value is: that of the place above says more. */
const GENERIC = /^(?:name|title|label|value|text|data|content|display|raw|formatted|\d+)$/i
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?$/
const MIN_CHARACTERS = 2
