import * as z from "zod/mini"
import { languageOf } from "../../src/text/language.ts"
import { lineId, lineTask, UsageError, type Values } from "../task.ts"

/** Detects the language of a text, or returns null if it could be another. */
export const language = lineTask({
  usage: "language [--languages en,de,...]   {id, text} -> {id, language, confidence}",
  options: { languages: { type: "string" } },
  shape: z.object({ id: lineId, text: z.string() }),
  open(values) {
    const among = amongOf(values)
    return { work: ({ text }) => languageOf(text, among) }
  }
})

/** Returns the languages to choose from. @throws UsageError */
function amongOf({ languages }: Values): string[] | undefined {
  if (languages === undefined) return undefined
  const codes = String(languages)
    .toLowerCase()
    .split(",")
    .map((code) => code.trim())
  if (!codes.every((code) => /^[a-z]{2}$/.test(code)))
    throw new UsageError("--languages are codes of two letters, such as en,de,fr.")
  return codes
}
