import { languageInto } from "../../ticket/rewrite.ts"
import type { RewriteTask } from "../drafter/contract.ts"
import { promptBlock } from "./prompt-blocks.ts"
import { fenced, shortened, tidy } from "./prompt-fence.ts"

/** The limits are in bytes of UTF-8. No text of an agent is longer than what the relay takes. */
const TEXT = 80_000
const WISH = 2000

/**
 * Builds the prompt that has a text reworded or translated: the rules, and then the text as data behind an unpredictable
 * boundary.
 */
export function rewriteMessages(
  { text, change }: RewriteTask,
  boundary: string
): { role: "system" | "user"; content: string }[] {
  const into = typeof change === "string" ? languageInto(change) : undefined
  const words = typeof change === "string" ? (CHANGES.get(change) ?? "") : `Change it like this: ${wishOf(change.wish)}`
  return [
    { role: "system", content: promptBlock(into === undefined ? "rewrite" : "translate", { boundary }) },
    {
      role: "user",
      content: [
        fenced("TEXT", boundary, shortened(text, TEXT)),
        into === undefined
          ? promptBlock("rewrite-task", { boundary, change: words })
          : promptBlock("translate-task", { boundary, language: NAMES.of(into) ?? into })
      ].join("\n\n")
    }
  ]
}

const NAMES = new Intl.DisplayNames("en", { type: "language" })
const wishOf = (wish: string) => shortened(tidy(wish).replaceAll("\n", " "), WISH)

const CHANGES = new Map(
  promptBlock("rewrite-changes")
    .split("\n")
    .map((line): [string, string] => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)])
)
