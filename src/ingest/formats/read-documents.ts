import { csv } from "./csv.ts"
import { feed, looksLikeFeed } from "./feed.ts"
import { formats } from "./index.ts"
import { DocumentError, type Format, type ImportFile, type ReadItem } from "./common/format.ts"
import { json } from "./json.ts"
import { jsonl } from "./jsonl.ts"
import { fileSignatureOf } from "./common/file-signature.ts"
import { endingOf } from "./common/file-names.ts"
import { draftPathReason } from "./publication/draft-paths.ts"
import { unpublishedItem } from "./publication/refuse-unpublished.ts"
import { peek } from "./common/peek.ts"

/** Returns the format for a file of this name, or undefined if such files never hold knowledge (pictures, styles). */
export function formatOf(path: string): Format | undefined {
  const ending = endingOf(path)
  return formats.find(({ endings }) => endings.includes(ending))
}

/**
 * Yields the documents of one file. The format is the one that its ending names, unless its first bytes show another.
 * The file is opened once. If it can't be imported, the result is one failed item with the reason.
 */
export async function* documentsOf(file: ImportFile, signal: AbortSignal): AsyncGenerator<ReadItem, void> {
  const draft = draftPathReason(file.path)
  try {
    for await (const item of read(file, signal))
      yield draft !== undefined && item.type === "document" ? unpublishedItem(item.document, draft) : item
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    yield { type: "failed", path: file.path, reason: error.message }
  }
}

async function* read(file: ImportFile, signal: AbortSignal): AsyncGenerator<ReadItem, void> {
  const ending = endingOf(file.path)
  const named = formatOf(file.path)
  if (!named) throw new DocumentError(`Files that end in .${ending} aren't read.`)
  // A large file is refused before it is opened. An archive may state a wrong size, so the bytes are counted again
  // while reading.
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
    // A file that is refused by its first bytes was also opened.
    await close()
  }
}

/** These formats may hold products as well as articles. */
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

/** This many bytes are enough to recognise the format. */
const HEAD = 4096

/** Writes a size in the way people state it: "1.2 GB". */
export function fileSizeText(bytes: number): string {
  if (bytes >= 1e9) return `${rounded(bytes / 1e9)} GB`
  return bytes >= 1e6 ? `${rounded(bytes / 1e6)} MB` : `${Math.ceil(bytes / 1e3)} kB`
}

const rounded = (value: number) => (value < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value)))
