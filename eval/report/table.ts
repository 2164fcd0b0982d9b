import type { Row } from "./row.ts"

/** A set as the report lists it: its rows, or the reason why there are none. */
export type Told = Row | { set: string; missing: string } | { set: string; error: string }

/** Returns the table of the report in Markdown. */
export function tableOf(told: readonly Told[]): string[] {
  return [
    "| set | metric | figure | baseline | seconds | lines a second |",
    "|---|---|---|---|---|---|",
    ...told.map((one) => `| ${cells(one).join(" | ")} |`)
  ]
}

/**
 * Groups rows that are many of a kind, such as one for each type or name origin, into a line for all that were measured
 * together.
 */
export function detailsOf(rows: readonly Row[]): string[] {
  const groups = Map.groupBy(rows, ({ set, metric }) => `${set} | ${metric.slice(0, metric.lastIndexOf(": "))}`)
  const one = (row: Row) => `${row.metric.slice(row.metric.lastIndexOf(": ") + 2)} ${wordOf(row)}`
  return [
    "| set | measured | figures |",
    "|---|---|---|",
    ...[...groups].map(([about, own]) => `| ${about} | ${own.map(one).join(", ")} |`)
  ]
}

function cells(one: Told): string[] {
  if ("missing" in one) return [one.set, `not there (${one.missing})`, "", "", "", ""]
  if ("error" in one)
    return [one.set, `failed: ${one.error.replaceAll("|", "/").replaceAll("\n", " ")}`, "", "", "", ""]
  return [
    one.set,
    one.metric,
    wordOf(one),
    one.baseline ?? "",
    one.seconds.toFixed(one.seconds < 1 ? 2 : one.seconds < 10 ? 1 : 0),
    String(Math.round(one.linesPerSecond))
  ]
}

/** Writes a figure for readers: "92.9 %", "+1.2 points", "3". */
export function wordOf({ figure, unit }: Row): string {
  if (!Number.isFinite(figure)) return "none"
  if (unit === "count") return String(figure)
  const percent = (figure * 100).toFixed(1)
  return unit === "points" ? `${figure > 0 ? "+" : ""}${percent} points` : `${percent} %`
}

/**
 * Replaces the lines between the two marks of a document, `<!-- name -->` and `<!-- end of name -->`.
 * @throws Error without the marks
 */
export function withTable(document: string, lines: readonly string[], name = "report"): string {
  const [opening, closing] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`]
  const start = document.indexOf(opening)
  const end = document.indexOf(closing)
  if (start < 0 || end < start) throw new Error(`The document lacks the lines ${opening} and ${closing}.`)
  return `${document.slice(0, start + opening.length)}\n\n${lines.join("\n")}\n\n${document.slice(end)}`
}
