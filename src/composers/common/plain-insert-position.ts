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
    // Empty lines alone need none more.
    after: below.trim() === "" ? "" : missing(/^\n*/.exec(below)?.[0])
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
  return lines.slice(0, attributionStart(lines, last))
}

/**
 * Where the words begin that a mail program puts above a quote ("On Mon, Dana wrote:"), or the line after `last` when
 * it is the agent's own: what agents write above a quote often ends with a colon, too.
 */
function attributionStart(lines: string[], last: number): number {
  const line = lines[last] ?? ""
  if (!/[:：]\s*$/.test(line)) return last + 1
  if (!ADDRESS_OR_TIME.test(line) && (!WROTE.test(line) || SAID_OF_US.test(line))) return last + 1
  // The day and the time may stand in a line above the name.
  return /^[^\d]*\d.*,$/.test((lines[last - 1] ?? "").trimEnd()) ? last - 1 : last
}

const ADDRESS_OR_TIME = /[^\s@]@[^\s@]|\d{1,2}[:.h]\d\d/
/** As programs say it; other languages have an address or a time beside it. */
const WROTE =
  /(?<!\p{L})(?:wrote|schrieb|a [ée]crit|escribi[óo]|escreveu|schreef|ha scritto)(?!\p{L})|(?:書きました|のメール|のメッセージ)/iu
/** An agent who takes up what somebody wrote names nobody: "as you wrote", "wie Ihr Kollege schrieb". */
const SAID_OF_US =
  /(?<!\p{L})(?:I|you|your|we|our|he|she|they|ich|ihr|ihre|er|sie|wir|unser|vous|votre|il|elle|nous|notre|usted|su|nuestr[oa]|você|seu|sua|noss[oa])(?!\p{L})/iu

/**
 * A signature runs from the last "-- " to the end, however long a footer the team has. Two dashes without the space
 * that mail programs write may be the agent's own line, and then much text below them isn't a signature.
 */
function withoutSignature(lines: string[]): string[] {
  const start = lines.findLastIndex((line) => /^--\s?$/.test(line))
  const isOwnLine = lines[start] === "--" && lines.length - start > MAX_SIGNATURE_LINES
  return start === -1 || isOwnLine ? lines : lines.slice(0, start)
}

const MAX_SIGNATURE_LINES = 40
