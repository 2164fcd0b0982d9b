/**
 * Cuts a stream of UTF-8 into its lines, without their ends. A last piece that has no end is a line too. (readline
 * doesn't hand on the errors of its stream.)
 * @param longest the bytes that the first line, and any other one, may have
 * @throws LineTooLong before the rest of such a line is read: then the stream is something else
 */
export async function* readLines(
  stream: AsyncIterable<Buffer>,
  longest: { first: number; other: number }
): AsyncGenerator<string> {
  let pieces: Buffer[] = []
  let size = 0
  let isFirst = true
  for await (const chunk of stream) {
    let from = 0
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      yield Buffer.concat([...pieces, chunk.subarray(from, at)]).toString("utf8")
      pieces = []
      size = 0
      from = at + 1
      isFirst = false
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from))
    size += chunk.length - from
    if (size > (isFirst ? longest.first : longest.other)) throw new LineTooLong(isFirst)
  }
  if (pieces.length > 0) yield Buffer.concat(pieces).toString("utf8")
}

export class LineTooLong extends Error {
  override name = "LineTooLong"

  readonly isFirst: boolean

  constructor(isFirst: boolean) {
    super(isFirst ? "The first line is too long." : "A line is too long.")
    this.isFirst = isFirst
  }
}

const LINE_FEED = 0x0a
