/**
 * Cuts a stream of UTF-8 into its lines, without their ends. A last piece that has no end is a line too. (readline
 * doesn't hand on the errors of its stream.)
 * @throws RangeError where the first line has more bytes than `longestFirst`: then the stream is something else
 */
export async function* readLines(stream: AsyncIterable<Buffer>, longestFirst: number): AsyncGenerator<string> {
  let pieces: Buffer[] = []
  let isFirst = true
  for await (const chunk of stream) {
    let from = 0
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      yield Buffer.concat([...pieces, chunk.subarray(from, at)]).toString("utf8")
      pieces = []
      from = at + 1
      isFirst = false
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from))
    if (isFirst && pieces.reduce((sum, { length }) => sum + length, 0) > longestFirst)
      throw new RangeError("The first line is too long.")
  }
  if (pieces.length > 0) yield Buffer.concat(pieces).toString("utf8")
}

const LINE_FEED = 0x0a
