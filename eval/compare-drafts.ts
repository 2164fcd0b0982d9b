import type { UsageEntry } from "../src/models/usage/usage-book.ts"
import type { Claim } from "../src/ticket/draft.ts"
import type { Drafted } from "./drafting.ts"

/** A draft, and how many milliseconds it took. */
export interface Timed {
  drafted: Drafted
  ms: number
}

/** Returns the lines of a table that shows a model's drafts beside the offline drafter's for the same tickets. */
export function comparison(
  name: string,
  pairs: { model: Timed; offline: Timed }[],
  used: readonly UsageEntry[]
): string[] {
  const offline = columnOf(pairs.map((pair) => pair.offline))
  const model = columnOf(pairs.map((pair) => pair.model))
  const rows = [
    ["", "offline", name],
    ...Object.entries(model).map(([row, figure]) => [row, offline[row] ?? "", figure]),
    ...["draft", "verify", "rerank"].map((task) => [`model tokens, ${task}`, "", tokensOf(used, task)]),
    ["cost", "", costOf(used)]
  ]
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => (row[at] ?? "").length)))
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd()
  )
}

function columnOf(all: Timed[]): Record<string, string> {
  const drafts = all.map(({ drafted }) => drafted)
  const letters = drafts.filter(({ text }) => text !== "")
  const claims = letters.flatMap((letter) => letter.claims).filter(({ state }) => state !== "courtesy")
  const share = (state: Claim["state"]) =>
    percent(claims.filter((claim) => claim.state === state).length, claims.length)
  const judged = drafts.flatMap(({ judge }) => judge ?? [])
  const sum = (numbers: number[]) => String(numbers.reduce((one, other) => one + other, 0))
  return {
    tickets: String(all.length),
    letters: String(letters.length),
    "words a letter": middle(letters.map(({ text }) => text.split(/\s+/).length)),
    "sentences that a source proves": share("supported"),
    "sentences near a source": share("near"),
    "sentences without": share("no-source"),
    "sentences that a source contradicts": share("contradicts"),
    "sentences that need approval": share("needs-approval"),
    "open blanks": sum(letters.map(({ questions }) => questions.length)),
    "asked twice": String(drafts.filter(({ repair }) => repair).length),
    "still faulty": String(drafts.filter(({ repair }) => repair && repair.left.length > 0).length),
    "judge confirmed": sum(judged.map(({ confirmed }) => confirmed)),
    "judge doubted": sum(judged.map(({ doubted }) => doubted)),
    "judge gave no verdict": String(judged.filter(({ state }) => state !== "done").length),
    "ms a draft": middle(all.map(({ ms }) => Math.round(ms)))
  }
}

const percent = (part: number, all: number) => (all === 0 ? "-" : `${((100 * part) / all).toFixed(1)} %`)

/** Returns the median, or "-" without numbers. */
function middle(numbers: number[]): string {
  const sorted = numbers.toSorted((one, other) => one - other)
  return String(sorted[Math.floor(sorted.length / 2)] ?? "-")
}

/** Returns the model tokens that were used for a task, sent and received. */
export function tokensOf(used: readonly UsageEntry[], task: string): string {
  const own = used.filter((entry) => entry.task === task)
  const sum = (what: "in" | "out") => own.reduce((all, entry) => all + entry[what], 0)
  return `${sum("in")} in, ${sum("out")} out`
}

/** Returns what all of it cost, with its currency. */
export function costOf(used: readonly UsageEntry[]): string {
  const all = used.reduce((sum, { cost }) => sum + cost, 0)
  return `${all.toFixed(4)} ${used[0]?.currency ?? ""}`.trimEnd()
}
