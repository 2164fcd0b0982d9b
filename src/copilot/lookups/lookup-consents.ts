import * as z from "zod/mini"
import type { KeyValue } from "../../platform/key-value.ts"
import type { LookupDefinition } from "../../protocol/operating/lookups.ts"
import type { Cipher } from "../../store/cipher.ts"
import { opened, sealed } from "../session/sealed-value.ts"

/** By a lookup's name, the origins for which its user pressed "Allow", and the definition that the card showed then. */
type Consents = Record<string, { definition: string; origins: string[] }>

/** Returns the hash of a definition. One that has changed in anything is another, and asks again. */
export const hashOf = (cipher: Cipher, definition: LookupDefinition): Promise<string> =>
  cipher.blind(`lookup definition ${JSON.stringify(definition)}`)

/** Returns the origins (scheme, host and port) that this definition may ask. */
export async function allowedByPress(
  local: KeyValue,
  cipher: Cipher,
  definition: LookupDefinition
): Promise<readonly string[]> {
  const kept = (await opened(local, cipher, NAME, schema))?.[definition.name]
  return kept?.definition === (await hashOf(cipher, definition)) ? kept.origins : []
}

/** Keeps a press. Presses for an earlier definition of this name no longer count. */
export async function keepPress(
  local: KeyValue,
  cipher: Cipher,
  definition: LookupDefinition,
  origin: string
): Promise<void> {
  const before = await allowedByPress(local, cipher, definition)
  const kept: Consents = (await opened(local, cipher, NAME, schema)) ?? {}
  const consent = { definition: await hashOf(cipher, definition), origins: [...new Set([...before, origin])] }
  await local.set(NAME, await sealed(cipher, NAME, { ...kept, [definition.name]: consent }))
}

const NAME = "lookup-consents"
const schema = z.record(z.string(), z.object({ definition: z.string(), origins: z.array(z.string()) }))
