import { deviceTail } from "./signature-words.ts"
import { afterFarewell, farewellLength } from "./farewells.ts"
import { headerEnd, type QuotedHistory, quotedHistoryOf, type QuotedRun } from "./quoted-history.ts"
import { isBlank, type MailLine, type MailPiece, type PartKind, wordsOf } from "./mail-line.ts"
import { isBareName } from "./bare-name.ts"
import { signatureParts } from "./signature-parts.ts"
import { isReplyMarker } from "./quote-headers.ts"

/**
 * Returns the kind of each line of a mail. Every line is returned once and in order, and a text without line breaks may
 * be returned in pieces. It runs in linear time.
 */
export function splitMail(given: readonly MailLine[]): MailPiece[] {
  const lines = given.flatMap(apartFromDevice)
  const kinds = lineKinds(lines)
  return promoted(inOneGo(lines.map((line, at) => ({ text: line.text, kind: kinds[at] ?? "visible" }))))
}

/** Returns the kind of each line. */
export function lineKinds(lines: readonly MailLine[]): PartKind[] {
  const kinds = kindsIn(lines, quotedHistoryOf(lines))
  return lines.some((line, at) => kinds[at] !== "quoted" && !isBlank(line)) ? kinds : kindsWithin(lines, kinds)
}

/**
 * Takes a second look at a mail that would be nothing but a quote, because some authors write inside it: below the line
 * that a helpdesk puts there, or between marked lines below a header. A mail without such words stays a quote.
 */
function kindsWithin(lines: readonly MailLine[], quoted: PartKind[]): PartKind[] {
  const first = lines.findIndex((line) => !isBlank(line))
  if (first < 0) return quoted
  const isMarker = lines.map((line) => line.depth === 0 && isReplyMarker(wordsOf(line).trim()))
  if (isMarker.includes(true)) {
    const kinds = kindsIn(lines, quotedHistoryOf(lines, { isBelowMarker: false }))
    return kinds.map((kind, at) => (isMarker[at] ? "quoted" : kind))
  }
  const isMarked = (line: MailLine) => line.depth > (lines[first]?.depth ?? 0)
  const header = headerEnd(lines, first)
  if (header === undefined || !lines.some(isMarked)) return quoted
  return lines.map((line, at) => (at < header || isMarked(line) ? "quoted" : "visible"))
}

function kindsIn(lines: readonly MailLine[], { runs, below, isForwarded }: QuotedHistory): PartKind[] {
  const kinds = new Array<PartKind>(lines.length).fill("visible")
  kinds.fill(isForwarded ? "forwarded" : "quoted", below)
  const put = (from: number, parts: readonly PartKind[] = []) =>
    parts.forEach((kind, at) => {
      kinds[from + at] = kind
    })
  const gaps = gapsOf(runs, below)
  const signed = gaps.map(({ from, to }) => signatureParts(lines.slice(from, to)))
  const holds = (kind: PartKind) =>
    gaps.map(({ from }, gap) => signed[gap]?.some((one, at) => one === kind && !isBlank(lines[from + at])) ?? false)
  const said = holds("visible")
  const isText = said.includes(true) ? said : holds("closing")
  const last = isText.lastIndexOf(true)
  const isBetween = isText.slice(1, runs.length).includes(true)
  const isOwn =
    runs.length > 0 &&
    !isBetween &&
    last === runs.length &&
    isText[0] === true &&
    !runs.some(({ isHeaded }) => isHeaded)
  // If no header calls them an earlier mail, marked lines inside the text are the author's own.
  if (isOwn) put(0, signatureParts(lines.slice(0, below)))
  else {
    // The quote is answered line by line, so everything up to the last answer is shown.
    for (const { from, to } of runs.slice(isBetween ? last : 0)) kinds.fill("quoted", from, to)
    for (const [at, { from }] of gaps.entries()) if (at >= last) put(from, signed[at])
  }
  return kinds
}

/** Returns the parts between the quotes, one more than there are quotes. */
function gapsOf(runs: readonly QuotedRun[], below: number): { from: number; to: number }[] {
  return [...runs, { from: below }].map(({ from }, at) => ({ from: runs[at - 1]?.to ?? 0, to: from }))
}

/** Makes a closing visible if the mail has nothing but thanks and a name. */
function promoted(pieces: MailPiece[]): MailPiece[] {
  if (pieces.some(({ text, kind }) => kind === "visible" && text.replace(/[\s>\u00a0\u200b\ufeff]+/g, "") !== ""))
    return pieces
  return pieces.map((piece) => (piece.kind === "closing" ? { ...piece, kind: "visible" } : piece))
}

/** Puts "Sent from my phone" at the end of a line on a line of its own. */
function apartFromDevice(line: MailLine): MailLine[] {
  if (line.depth > 0 || line.text.length < 30) return [line]
  const at = deviceTail(line.text)
  return at === undefined
    ? [line]
    : [
        { ...line, text: line.text.slice(0, at) },
        { ...line, text: line.text.slice(at) }
      ]
}

/** Finds the farewell and name at the end of a text without line breaks. */
function inOneGo(pieces: MailPiece[]): MailPiece[] {
  const own = pieces.flatMap(({ text, kind }, at) =>
    kind === "visible" && wordsOf({ text, depth: 0 }) !== "" ? [at] : []
  )
  const [at] = own
  const piece = at === undefined ? undefined : pieces[at]
  if (own.length !== 1 || at === undefined || !piece || pieces.some(({ kind }) => kind === "closing")) return pieces
  const from = farewellAtEnd(
    piece.text,
    pieces.some(({ kind }) => kind === "signature")
  )
  return from === undefined
    ? pieces
    : [
        ...pieces.slice(0, at),
        { ...piece, text: piece.text.slice(0, from) },
        { text: piece.text.slice(from), kind: "closing" },
        ...pieces.slice(at + 1)
      ]
}

/**
 * Returns where the farewell with a name begins that ends the line, after at least six words. With `signed`, the name
 * may be missing.
 */
function farewellAtEnd(line: string, signed: boolean): number | undefined {
  const end = line.trimEnd().length
  const starts = [...line.slice(Math.max(0, end - 70), end).matchAll(/(?<=[\s。！!?？.])\S/gu)].map(
    (match) => match.index + Math.max(0, end - 70)
  )
  for (const start of starts) {
    const before = line.slice(Math.max(0, start - 300), start).trim()
    if (before.length < 30 && before.split(/\s+/).length < 6) continue
    const rest = line.slice(start, end)
    const name = /\p{Script=Hiragana}/u.test(rest) ? afterFarewell(rest) : undefined
    if (name !== undefined && (name === "" ? signed : isBareName(name))) return start
    const length = farewellLength(rest)
    if (length > 0 && (rest.slice(length).trim() === "" ? signed : isBareName(rest.slice(length)))) return start
  }
  return undefined
}
