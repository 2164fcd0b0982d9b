/**
 * Returns the runs of a text that are percent-encoded, as in URLs and names of downloaded files, with what they decode
 * to. It takes linear time.
 */
export function decodedRuns(text: string): { start: number; end: number; decoded: string }[] {
  if (!CODE.test(text)) return []
  return [...text.matchAll(RUN)]
    .filter((match) => CODE.test(match[0]))
    .map((match) => ({ start: match.index, end: match.index + match[0].length, decoded: decoded(match[0]) }))
}

function decoded(run: string): string {
  try {
    return decodeURIComponent(run)
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    // Older programs encode each letter as one byte.
    return run.replace(EACH, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16)))
  }
}

/** Matches letters, digits and codes without a break. A longer run is read in pieces. */
const RUN = /(?:[\p{L}\p{M}\p{N}]|%[0-9a-f]{2}){1,400}/giu
const CODE = /%[0-9a-f]{2}/i
const EACH = /%([0-9a-f]{2})/gi
