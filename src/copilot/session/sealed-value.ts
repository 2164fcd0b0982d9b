import * as z from "zod/mini"
import type { KeyValue } from "../../platform/key-value.ts"
import type { Cipher } from "../../store/cipher.ts"
import { StoreFault } from "../../store/store-fault.ts"
import { fromBase64, toBase64 } from "../../text/bytes/base64.ts"

/** Returns a value as it is kept in the browser's storage: encrypted for the person who is signed in. */
export const sealed = async (cipher: Cipher, name: string, value: unknown): Promise<string> =>
  toBase64(await cipher.seal(value, name))

/** Keeps a value of the person who is signed in, unless that has changed by the time it is sealed. */
export async function keepSealed(
  area: KeyValue,
  cipher: Cipher,
  name: string,
  value: unknown,
  isStill: () => boolean
): Promise<void> {
  const text = await sealed(cipher, name, value)
  if (isStill()) await area.set(name, text)
}

/** Returns undefined if nothing is kept, or only somebody else's. */
export async function opened<Schema extends z.ZodMiniType>(
  area: KeyValue,
  cipher: Cipher,
  name: string,
  schema: Schema
): Promise<z.infer<Schema> | undefined> {
  const kept = z.string().safeParse(await area.get(name))
  if (!kept.success) return undefined
  try {
    const read = schema.safeParse(await cipher.open(fromBase64(kept.data), name))
    return read.success ? read.data : undefined
  } catch (error) {
    if (error instanceof StoreFault) return undefined
    throw error
  }
}
