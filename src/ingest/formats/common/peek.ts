export interface Peeked<Piece> {
  head: Piece
  /**
   * The sequence yields everything, as if nothing had been read. It can be iterated once, and leaving it early closes
   * its input.
   */
  whole: AsyncIterable<Piece>
  /** Closes the input, for callers that don't iterate over `whole`. */
  close(): Promise<void>
}

/** Reads at least this many bytes ahead, or fewer if there are no more. */
export function peek(
  chunks: AsyncIterable<Uint8Array>,
  bytes: number,
  signal: AbortSignal
): Promise<Peeked<Uint8Array>> {
  return ahead(chunks, bytes, (read) => (read.length === 1 ? (read[0] ?? NOTHING) : Buffer.concat(read)), signal)
}

/** Does the same for a text and counts characters. */
export function peekText(
  texts: AsyncIterable<string>,
  characters: number,
  signal: AbortSignal
): Promise<Peeked<string>> {
  return ahead(texts, characters, (read) => read.join(""), signal)
}

const NOTHING = new Uint8Array()

async function ahead<Piece extends { length: number }>(
  pieces: AsyncIterable<Piece>,
  least: number,
  join: (read: Piece[]) => Piece,
  signal: AbortSignal
): Promise<Peeked<Piece>> {
  const rest = pieces[Symbol.asyncIterator]()
  const close = async () => void (await rest.return?.())
  const read: Piece[] = []
  try {
    for (let size = 0; size < least; ) {
      signal.throwIfAborted()
      const next = await rest.next()
      if (next.done) break
      read.push(next.value)
      size += next.value.length
    }
  } catch (error) {
    await close()
    throw error
  }
  const head = join(read)
  return { head, whole: continued(head, rest, close), close }
}

async function* continued<Piece extends { length: number }>(
  head: Piece,
  rest: AsyncIterator<Piece>,
  close: () => Promise<void>
): AsyncGenerator<Piece, void> {
  try {
    if (head.length > 0) yield head
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await close()
  }
}
