import { SourceError } from "../../source/source.ts"

/**
 * An answer's JSON.
 * @param doubt what may be wrong with the address, as a question
 * @throws SourceError where it is none
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
