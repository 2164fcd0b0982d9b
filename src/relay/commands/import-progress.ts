import type { ImportProgress, ImportSummary } from "../../knowledge/import/run-import.ts"
import type { Terminal } from "./command.ts"
import { plainLine } from "./plain-output.ts"

/**
 * Shows the progress of an import: a bar that is redrawn on a terminal, or otherwise a line now and then, and each
 * failure and each notice once.
 */
export function importProgress(
  print: (line: string) => void,
  terminal?: Terminal,
  now: () => number = () => performance.now()
) {
  const began = now()
  let first: number | undefined
  let told = began
  let failures = 0
  let notices = 0
  let width = BAR
  const clear = () => terminal?.write("\r\u001B[K")
  return {
    report(progress: ImportProgress): void {
      first ??= progress.seen
      clear()
      for (const { path, reason } of progress.failures)
        if (++failures <= MAX_FAILURES) print(plainLine(`${path}: ${reason}`))
      for (const { path, notice } of progress.notices)
        if (++notices <= MAX_FAILURES) print(plainLine(`${path}: ${notice}`))
      const line = progressLine(progress, { taken: progress.seen - first, seconds: (now() - began) / 1000 })
      if (terminal) {
        // The words aren't cut off for the bar, and the bar never grows again, because it would jump back and forth.
        width = Math.max(MIN_BAR, Math.min(width, terminal.columns - line.length - "[] ".length - 1))
        terminal.write(`${bar(progress, width)} ${line}`.slice(0, terminal.columns - 1))
      } else if (now() - told > EVERY) {
        told = now()
        print(line)
      }
    },
    end(): void {
      clear()
      if (failures > MAX_FAILURES) print(`and ${count(failures - MAX_FAILURES)} more that were not taken`)
      if (notices > MAX_FAILURES) print(`and ${count(notices - MAX_FAILURES)} more that were taken in part`)
    }
  }
}

const MAX_FAILURES = 100
const EVERY = 5_000
const BAR = 24
const MIN_BAR = 4

/**
 * Returns "4,500 of 10,000 documents, 45 %, 950 a second, 6 s left", with rate and rest as soon as they can be
 * computed.
 */
export function progressLine(
  { phase, seen, total, words }: ImportProgress,
  { taken, seconds }: { taken: number; seconds: number }
): string {
  if (phase === "finishing") return `${count(seen)} documents read, finishing`
  if (words) return `${count(words.read)} of ${count(words.of)} documents looked through for your own words`
  const rate = seconds > 0.5 ? taken / seconds : 0
  const known = total !== undefined && total >= seen
  return [
    known ? `${count(seen)} of ${count(total)} documents` : `${count(seen)} documents`,
    ...(known && total > 0 ? [`${Math.floor((100 * seen) / total)} %`] : []),
    ...(rate > 0 ? [`${rate < 10 ? rate.toFixed(1) : count(Math.round(rate))} a second`] : []),
    ...(known && rate > 0 ? [`${duration((total - seen) / rate)} left`] : [])
  ].join(", ")
}

export function summaryOf({ imported, unchanged, removed, failed }: Omit<ImportSummary, "id" | "state">): string {
  return `${count(imported)} imported, ${count(unchanged)} unchanged, ${count(removed)} removed, ${count(failed)} failed`
}

function bar({ phase, seen, total, words }: ImportProgress, width: number): string {
  const share = words
    ? words.read / Math.max(1, words.of)
    : phase === "finishing"
      ? 1
      : total === undefined || total === 0
        ? 0
        : Math.min(1, seen / total)
  const full = Math.floor(share * width)
  return `[${"=".repeat(full)}${" ".repeat(width - full)}]`
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  return seconds < 5_400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`
}

const count = (number: number) => number.toLocaleString("en")
