/** Joins texts to pieces that masking reads one by one, because an answer can be longer than what it reads at once. */
export function piecesOf(texts: readonly string[]): string[] {
  const pieces: string[] = []
  for (const text of texts)
    for (let at = 0; at < text.length; at += MAX_PIECE - OVERLAP) {
      const part = text.slice(at, at + MAX_PIECE)
      const last = pieces.at(-1)
      if (last === undefined || last.length + part.length > MAX_PIECE) pieces.push(part)
      else pieces[pieces.length - 1] = `${last}\n\n${part}`
    }
  return pieces
}

/** In characters. What stands where a long text is cut is read twice. */
const MAX_PIECE = 20_000
const OVERLAP = 200
