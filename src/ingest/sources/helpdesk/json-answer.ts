import { SourceError } from "../../source/source.ts"

/**
 * Reads the JSON of a response.
 * @param doubt a question about what may be wrong with the address
 * @throws SourceError if it isn't JSON
 */
export function jsonIn(bytes: Uint8Array, { host, pathname }: URL, doubt: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new SourceError(
      "source-unreadable",
      `${host} answers to ${pathname} with something else than JSON. ${doubt}`,
      { cause }
    )
  }
}
