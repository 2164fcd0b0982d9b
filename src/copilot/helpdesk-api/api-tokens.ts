import * as z from "zod/mini"
import type { KeyValue } from "../../platform/key-value.ts"
import type { Cipher } from "../../store/cipher.ts"
import type { ApiHelpdeskId } from "../../ticket/helpdesk-api/helpdesk-api.ts"
import { opened, sealed } from "../session/sealed-value.ts"

/** Returns the token that a person typed for a helpdesk's API, or undefined if there is none. */
export async function apiTokenOf(
  local: KeyValue,
  cipher: Cipher,
  helpdesk: ApiHelpdeskId
): Promise<string | undefined> {
  return (await opened(local, cipher, NAME, schema))?.[helpdesk]
}

/** Keeps a token encrypted, in the place of the one before. "" forgets it. */
export async function keepToken(
  local: KeyValue,
  cipher: Cipher,
  helpdesk: ApiHelpdeskId,
  token: string
): Promise<void> {
  const { [helpdesk]: _before, ...others } = (await opened(local, cipher, NAME, schema)) ?? {}
  const kept = token === "" ? others : { ...others, [helpdesk]: token }
  if (Object.keys(kept).length === 0) return local.remove(NAME)
  await local.set(NAME, await sealed(cipher, NAME, kept))
}

const NAME = "helpdesk-tokens"
const schema = z.record(z.string(), z.string())
