import { test } from "vitest"

export const SOAK = Boolean(process.env["REPLYWRIGHT_SOAK"])

/** A test whose path another test goes further: only the soak runs it. */
export function testInSoak(title: string, run: () => Promise<void>): void {
  test.skipIf(!SOAK)(SOAK ? title : `${title} (skipped: another test goes this path, npm run soak runs both)`, run)
}

/** Of the cases every second one, beginning with the first or the second; in the soak all. */
export const everySecond = <T>(cases: readonly T[], from: 0 | 1): T[] =>
  cases.filter((_, at) => SOAK || at % 2 === from)
