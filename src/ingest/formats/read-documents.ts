import { csv } from "./csv.ts"
import { feed, looksLikeFeed } from "./feed.ts"
import { formats } from "./index.ts"
import { DocumentError, type Format, type ImportFile, type ReadItem } from "./common/format.ts"
import { json } from "./json.ts"
import { jsonl } from "./jsonl.ts"
import { fileSignatureOf } from "./common/file-signature.ts"
import { endingOf } from "./common/file-names.ts"
import { peek } from "./common/peek.ts"

/**
 * The reader for a file of this name, or undefined where files of its kind are none of knowledge (pictures, styles).
 */
export function formatOf(path: string): Format | undefined {
  const ending = endingOf(path)
  return formats.find(({ endings }) => endings.includes(ending))
}

/**
 * The documents of one file, by the reader that its ending names, or its first bytes where they say something else. It
 * is opened once. A file that can't be taken is told as one failed item with the reason.
 */
export async function* documentsOf(file: ImportFile, signal: AbortSignal): AsyncGenerator<ReadItem, void> {
  try {
    yield* read(file, signal)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    yield { type: "failed", path: file.path, reason: error.message }
  }
}

async function* read(file: ImportFile, signal: AbortSignal): AsyncGenerator<ReadItem, void> {
  const ending = endingOf(file.path)
  const named = formatOf(file.path)
  if (!named) throw new DocumentError(`Files that end in .${ending} aren't read.`)
  // Refused unread, before it is opened. An archive may lie about the size, so it is counted again on the way.
  refuseLarge(file.size, named, ending)
  const { head, whole, close } = await peek(await file.open(), HEAD, signal)
  try {
    if (head.length === 0) throw new DocumentError("The file is empty.")
    const kind = fileSignatureOf(head)
    const format =
      kind && !kind.endings.includes(ending)
        ? byBytes(kind, ending)
        : TABLES.has(named) && looksLikeFeed(head)
          ? feed
          : named
    refuseLarge(file.size, format, ending)
    const opened: ImportFile = { ...file, open: () => Promise.resolve(counted(whole, format, ending)) }
    yield* format.read(opened, signal)
  } finally {
    // A file that is refused by its beginning was opened, too.
    await close()
  }
}

/** What may hold products as well as articles. */
const TABLES = new Set([csv, json, jsonl])

function byBytes({ name, ending: real }: NonNullable<ReturnType<typeof fileSignatureOf>>, ending: string): Format {
  const format = real ? formats.find(({ endings }) => endings.includes(real)) : undefined
  if (format) return format
  throw new DocumentError(`It is called .${ending} and is ${name}.`)
}

function refuseLarge(size: number, { largest }: Format, ending: string): void {
  if (size > largest)
    throw new DocumentError(`The file has ${fileSizeText(size)}; a .${ending} file may have ${fileSizeText(largest)}.`)
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  { largest }: Format,
  ending: string
): AsyncGenerator<Uint8Array, void> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > largest)
      throw new DocumentError(
        `The file has more than ${fileSizeText(largest)}, the most that a .${ending} file may have.`
      )
    yield chunk
  }
}

/** Enough to tell what it is, in bytes. */
const HEAD = 4096

/** "1.2 GB", as people say it. */
export function fileSizeText(bytes: number): string {
  if (bytes >= 1e9) return `${rounded(bytes / 1e9)} GB`
  return bytes >= 1e6 ? `${rounded(bytes / 1e6)} MB` : `${Math.ceil(bytes / 1e3)} kB`
}

const rounded = (value: number) => (value < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value)))
