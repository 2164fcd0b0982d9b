import { DocumentError } from "../../formats/common/format.ts"
import { SourceError } from "../../source/source.ts"

/** What an archive of documents stays below, and a bomb doesn't. */
export interface Limits {
  entries: number
  /** Unpacked, of all that is read. */
  bytes: number
  /** Unpacked bytes for each packed one, looked at once there are `ratioFrom` of them. */
  ratio: number
  ratioFrom: number
}

/** Text packs to a tenth, very regular tables to a hundredth, zeros to a thousandth. */
export const LIMITS: Limits = { entries: 200_000, bytes: 8e9, ratio: 250, ratioFrom: 5e6 }

/** Counts what comes out of one archive, not what its headers say. */
export class Volume {
  #bytes = 0
  #entries = 0
  readonly #name: string
  readonly #limits: Limits

  /** @param name of the archive, for people */
  constructor(name: string, limits: Limits) {
    this.#name = name
    this.#limits = limits
  }

  /** @throws SourceError when there are too many */
  countEntry(): void {
    if (++this.#entries > this.#limits.entries)
      throw new SourceError(
        "source-refused",
        `${this.#name} has more than ${this.#limits.entries.toLocaleString("en")} files. Unpack it, look what it is, and import its folder.`
      )
  }

  /**
   * Passes bytes on and counts them.
   * @param packed how many they are in the archive
   * @param over what is thrown when they grow out of proportion
   * @throws SourceError when the whole archive has grown too large
   */
  async *counted(
    chunks: AsyncIterable<Uint8Array>,
    packed: number,
    over: () => Error
  ): AsyncGenerator<Uint8Array, void> {
    let size = 0
    try {
      for await (const chunk of chunks) {
        size += chunk.length
        this.#bytes += chunk.length
        if (this.#bytes > this.#limits.bytes) throw this.tooMuch()
        if (size > this.#limits.ratioFrom && size > packed * this.#limits.ratio) throw over()
        yield chunk
      }
    } catch (cause) {
      throw this.failure(cause)
    }
  }

  tooMuch(): SourceError {
    return new SourceError(
      "source-refused",
      `${this.#name} unpacks to far more than it holds, as a zip bomb does. It was stopped.`
    )
  }

  /** Why the archive can't be read (further), as a sentence. */
  failure(cause: unknown): Error {
    if (cause instanceof SourceError || cause instanceof DocumentError) return cause
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : ""
    if (/^E(?:NOENT|ACCES|PERM|ISDIR)$/.test(code))
      return new SourceError(
        "source-unreadable",
        `${this.#name} can't be read. Is the path right, and may this user read it?`,
        { cause }
      )
    return new SourceError(
      "source-unreadable",
      `${this.#name} is broken or cut off. Make it anew, or unpack it and import its folder.`,
      { cause }
    )
  }
}

/** Why a file of an archive isn't even looked at; `skip` where nobody would miss it. */
export function refusalOf(path: string): "skip" | string | undefined {
  const parts = path.replace(/\\/g, "/").split("/")
  if (/^(?:[a-z]:)?[\\/]/i.test(path) || /^[a-z]:/i.test(path) || parts.includes("..") || path.includes("\0"))
    return "Its path leads out of the archive."
  if (parts.some((part) => part.startsWith(".") || part === "__MACOSX" || part === "node_modules")) return "skip"
  return /\.(?:zip|tar|tgz|gz|bz2|xz|zst|7z|rar)$/i.test(path)
    ? "An archive inside an archive isn't read: unpack it first."
    : undefined
}
