import type { Cipher } from "./cipher.ts"
import { StoreFault } from "./store-fault.ts"

/**
 * Opens a row. A row that was sealed with another key counts as absent: it belongs to somebody else, or the relay's key
 * has changed. `T` is what the counterpart of the calling function sealed. The box is authenticated, so nobody else can
 * have made it.
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
    if (error instanceof StoreFault && error.code === "unreadable") return undefined
    throw error
  }
}
