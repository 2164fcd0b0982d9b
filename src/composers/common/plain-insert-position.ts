/**
 * The offset at which a draft belongs in a plain text that may already hold the agent's own words, a quote and a
 * signature: it is where the agent's own words end. White space, quote and signature follow in any order.
 */
export function endOfOwnWords(text: string): number {
  let lines = text.split("\n")
  let before: number
  do {
    before = lines.length
    lines = withoutSignature(withoutQuote(withoutBlanks(lines)))
  } while (lines.length < before)
  return lines.join("\n").trimEnd().length
}

/** The line breaks to put around an insertion at `at`, so that blank lines separate it from the text around it. */
export function blankLinesAround(text: string, at: number): { before: string; after: string } {
  const above = text.slice(0, at)
  const below = text.slice(at)
  return {
    before: above === "" ? "" : missing(/\n*$/.exec(above)?.[0]),
    after: below === "" ? "" : missing(/^\n*/.exec(below)?.[0])
  }
}

function missing(breaks: string | undefined): string {
  return "\n".repeat(Math.max(0, 2 - (breaks?.length ?? 0)))
}

function withoutBlanks(lines: string[]): string[] {
  const last = lines.findLastIndex((line) => line.trim() !== "")
  return lines.slice(0, last + 1)
}

function withoutQuote(lines: string[]): string[] {
  const last = lines.findLastIndex((line) => !/^\s*(>|$)/.test(line))
  if (!lines.slice(last + 1).some((line) => /^\s*>/.test(line))) return lines
  return lines.slice(0, isAttribution(lines[last]) ? last : last + 1)
}

/**
 * The line before a quote ends with a colon in every language: "On Mon, Dana wrote:", "Am 3. Mai schrieb Dana:",
 * "2026年… :".
 */
function isAttribution(line: string | undefined): boolean {
  return line !== undefined && /[:：]\s*$/.test(line)
}

/** A signature runs from the last "-- " line to the end, unless that is too much text for one. */
function withoutSignature(lines: string[]): string[] {
  const start = lines.findLastIndex((line) => /^--\s?$/.test(line))
  return start === -1 || lines.length - start > 12 ? lines : lines.slice(0, start)
}
