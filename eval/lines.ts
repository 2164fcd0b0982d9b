import type { Context } from "./task.ts"

/**
 * Passes each line of the input, parsed, to `work` and writes what it returns, in the order read, while more is read. A
 * line that isn't JSON, or on which `work` throws, gives `{id, error}`, and the others are still processed. Empty lines
 * are skipped.
 * @param parallel the number of lines in progress at once
 */
export async function eachLine(
  { input, write, signal }: Pick<Context, "input" | "write" | "signal">,
  work: (value: unknown) => Promise<object>,
  parallel = 1
): Promise<{ done: number; failed: number }> {
  const counts = { done: 0, failed: 0 }
  const underWay: Promise<object>[] = []
  const settle = async () => {
    const answer = await underWay.shift()
    if (!answer) return
    counts.done++
    if ("error" in answer) counts.failed++
    await write(JSON.stringify(answer))
  }
  for await (const line of linesOf(input)) {
    signal.throwIfAborted()
    underWay.push(answerTo(line, work))
    if (underWay.length >= parallel) await settle()
  }
  while (underWay.length > 0) await settle()
  signal.throwIfAborted()
  return counts
}

async function answerTo(line: Uint8Array, work: (value: unknown) => Promise<object>): Promise<object> {
  let id: unknown = null
  try {
    const value = jsonOf(line)
    id = idOf(value)
    return await work(value)
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}

/** Parses a line. @throws Error with a sentence if the bytes aren't UTF-8 or JSON */
export function jsonOf(line: Uint8Array): unknown {
  let text: string
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(line)
  } catch (cause) {
    throw new Error("The line is no UTF-8 text.", { cause })
  }
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`The line is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

/** Returns the id, if there is one, even of a line that is otherwise invalid. */
function idOf(value: unknown): unknown {
  const id = typeof value === "object" && value !== null && "id" in value ? value.id : null
  return typeof id === "string" || typeof id === "number" ? id : null
}

/** Splits at line feeds only, because other line ends may stand in a JSON string. */
export async function* linesOf(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  /** These are pieces of a line whose end hasn't arrived yet. */
  let open: Uint8Array[] = []
  const take = (rest: Uint8Array): Uint8Array | undefined => {
    const line = open.length > 0 ? Buffer.concat([...open, rest]) : rest
    open = []
    return line.some((byte) => !BLANK.has(byte)) ? line : undefined
  }
  for await (const chunk of input) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk
    let from = 0
    for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, from)) {
      const line = take(bytes.subarray(from, at))
      if (line) yield line
      from = at + 1
    }
    if (from < bytes.length) open.push(bytes.subarray(from))
  }
  const last = take(new Uint8Array())
  if (last) yield last
}

const LINE_FEED = 10
const BLANK: ReadonlySet<number> = new Set([9, 10, 13, 32])
