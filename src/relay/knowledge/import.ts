import { createHash } from "node:crypto"
import { readFile, readdir, realpath, stat } from "node:fs/promises"
import { basename, join, relative, sep } from "node:path"
import type { Kysely } from "kysely"
import type { Visibility } from "../../ticket/ticket.ts"
import type { Schema } from "../storage/schema.ts"
import { ArticleError, readArticle, type Article } from "./article.ts"
import type { Origin } from "./tables.ts"
import { replaceCollection, type Incoming } from "./write.ts"

export interface ImportOptions {
  origin: Origin
  /** Visibility of a document that neither says it nor lies in a folder of that name. "public" unless told. */
  visibility?: Visibility
  report?: (line: string) => void
  signal: AbortSignal
}

export interface ImportResult {
  imported: number
  unchanged: number
  removed: number
  failed: { file: string; reason: string }[]
}

export class ImportError extends Error {
  override name = "ImportError"
  readonly code = "folder-not-readable"
  readonly retryable = false
}

/**
 * Takes a folder of Markdown files (`.md`, in any depth) into the knowledge. Imported again, changed documents are replaced and
 * vanished ones removed, all in one transaction; a file that can't be read is listed with its reason, keeps its former version,
 * and doesn't stop the rest.
 * @throws ImportError when the folder itself can't be read; the signal's reason when aborted (nothing is changed then)
 */
export async function importFolder(db: Kysely<Schema>, folder: string, options: ImportOptions): Promise<ImportResult> {
  const { origin, visibility = "public", report, signal } = options
  const { root, files } = await markdownFiles(folder)
  const failed: ImportResult["failed"] = []
  const collection = origin === "sample" ? "sample" : `${basename(root)}-${hash(root).slice(0, 6)}`
  const incoming = new Map<string, Incoming>()
  const kept = new Set<string>()
  for (const path of files) {
    signal.throwIfAborted()
    try {
      const text = await readText(join(root, path))
      const article = readArticle(path, text, visibility)
      const id = `${collection}/${article.id ?? path.replace(/\.md$/i, "")}`
      const twin = incoming.get(id)
      if (twin) throw new ArticleError(`It has the same id as ${twin.path}.`)
      incoming.set(id, { id, path, article, hash: fingerprint(article, path) })
    } catch (error) {
      if (!(error instanceof ArticleError)) throw error
      failed.push({ file: path, reason: error.message })
      report?.(`${path}: ${error.message}`)
      kept.add(path)
    }
  }
  const changes = await replaceCollection(db, { origin, collection }, [...incoming.values()], kept, signal)
  report?.(`${changes.imported} imported, ${changes.unchanged} unchanged, ${changes.removed} removed, ${failed.length} failed`)
  return { ...changes, failed }
}

/** Raised when documents are cut, or read for the keep list, in another way than before, so that the next import reads them anew. */
const CUT = 3
const LARGEST_FILE = 5_000_000

async function markdownFiles(folder: string): Promise<{ root: string; files: string[] }> {
  try {
    const root = await realpath(folder)
    const entries = await readdir(root, { recursive: true, withFileTypes: true })
    const files = entries
      .filter((entry) => entry.isFile() && /\.md$/i.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
      .filter((path) => !path.split("/").some((part) => part.startsWith(".") || part === "node_modules"))
      .sort()
    return { root, files }
  } catch (cause) {
    throw new ImportError(`The folder ${folder} can't be read. Is the path right, and may this user read it?`, { cause })
  }
}

async function readText(file: string): Promise<string> {
  try {
    if ((await stat(file)).size > LARGEST_FILE) throw new ArticleError("The file is larger than 5 MB.")
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file))
    if (text.includes("\0")) throw new ArticleError("The file isn't text.")
    return text
  } catch (cause) {
    if (cause instanceof ArticleError) throw cause
    const reason = cause instanceof TypeError ? "The file isn't UTF-8 text." : "The file can't be read."
    throw new ArticleError(reason, { cause })
  }
}

function fingerprint(article: Article, path: string): string {
  const { blocks: _, ...said } = article
  return hash(JSON.stringify([CUT, path, said]))
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex")
