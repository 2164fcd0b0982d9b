import type { Cipher } from "./cipher.ts"
import { StoreError } from "./store-error.ts"

/**
 * Opens a row. One that was sealed with another key is as good as absent: it is somebody else's, or the relay's
 * key changed. `T` is what the same function's counterpart sealed: the box is authenticated, nobody else can have made
 * it.
 */
export async function openSealedRow<T>(
  cipher: Cipher,
  row: { box: Uint8Array<ArrayBuffer> } | undefined,
  about: string
): Promise<T | undefined> {
  if (!row) return undefined
  try {
    return (await cipher.open(row.box, about)) as T
  } catch (error) {
    if (error instanceof StoreError && error.code === "unreadable") return undefined
    throw error
  }
}
