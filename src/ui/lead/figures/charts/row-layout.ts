import type { ChartSize } from "./use-chart-size.ts"

/**
 * Returns the pixels for the names, whether they stand above the bars, because they would take more than two fifths of
 * the width, and the length of the longest bar.
 */
export function rowLayout(
  bars: readonly { name: string; words: string }[],
  { width, text }: ChartSize
): { labels: number; isAbove: boolean; longest: number } {
  const widest = (texts: string[]) => Math.max(0, ...texts.map(textWidth)) * text
  const before = widest(bars.map((bar) => bar.name)) + 14
  const isAbove = before > width * 0.4
  const labels = isAbove ? 0 : before
  const behind = widest(bars.map((bar) => bar.words)) + 16
  return { labels, isAbove, longest: Math.max(8, width - labels - behind) }
}

/**
 * Estimates how wide a text of a chart is, in pixels at a text size of 1: rather too wide, so that nothing is drawn
 * over it. Kana and Chinese characters are as wide as they are high.
 */
export function textWidth(text: string): number {
  return [...text].reduce((sum, one) => sum + (one > "\u2e80" ? 13 : 7.5), 0)
}
