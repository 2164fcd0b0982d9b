import { DocumentError } from "../../formats/common/format.ts"
import { SourceError } from "../../source/source.ts"

/** Limits that an archive of documents stays below and a zip bomb exceeds. */
export interface Limits {
  entries: number
  /** This limits the unpacked bytes of everything that is read. */
  bytes: number
  /** This limits the unpacked bytes for each packed byte. It is checked once `ratioFrom` bytes are unpacked. */
  ratio: number
  ratioFrom: number
}

/** Text is compressed to a tenth, very regular tables to a hundredth, and zeros to a thousandth. */
export const LIMITS: Limits = { entries: 200_000, bytes: 8e9, ratio: 250, ratioFrom: 5e6 }

/** Counts what an archive really unpacks to, not what its headers state. */
export class Volume {
  #bytes = 0
  #entries = 0
  readonly #name: string
  readonly #limits: Limits

  /** Starts the count for one archive. @param name the archive's name, for people */
  constructor(name: string, limits: Limits) {
    this.#name = name
    this.#limits = limits
  }

  /** Counts one entry. @throws SourceError if there are too many */
  countEntry(): void {
    if (++this.#entries > this.#limits.entries)
      throw new SourceError(
        "source-refused",
        `${this.#name} has more than ${this.#limits.entries.toLocaleString("en")} files. Unpack it, look what it is, and import its folder.`
      )
  }

  /**
   * Passes bytes on and counts them.
   * @param packed the number of bytes in the archive
   * @param over makes the error to throw if the bytes grow out of proportion
   * @throws SourceError if the whole archive has grown too large
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

  /** Returns the error that says in a sentence why the archive can't be read, or not any further. */
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

/** Returns the reason why a file of an archive isn't read, or `skip` if nobody would miss it. */
export function refusalOf(path: string): "skip" | string | undefined {
  const parts = path.replace(/\\/g, "/").split("/")
  if (/^(?:[a-z]:)?[\\/]/i.test(path) || /^[a-z]:/i.test(path) || parts.includes("..") || path.includes("\0"))
    return "Its path leads out of the archive."
  if (parts.some((part) => part.startsWith(".") || part === "__MACOSX" || part === "node_modules")) return "skip"
  return /\.(?:zip|tar|tgz|gz|bz2|xz|zst|7z|rar)$/i.test(path)
    ? "An archive inside an archive isn't read: unpack it first."
    : undefined
}
