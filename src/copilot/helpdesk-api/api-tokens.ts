import * as z from "zod/mini"
import type { KeyValue } from "../../platform/key-value.ts"
import type { Cipher } from "../../store/cipher.ts"
import type { ApiHelpdeskId } from "../../ticket/helpdesk-api/helpdesk-api.ts"
import { opened, sealed } from "../session/sealed-value.ts"

/** A token, and its account as far as the API was asked whose it is. */
interface KeptToken {
  token: string
  account?: string
}

/** Returns the token that a person typed for a helpdesk's API, or undefined if there is none. */
export async function apiTokenOf(
  local: KeyValue,
  cipher: Cipher,
  helpdesk: ApiHelpdeskId
): Promise<KeptToken | undefined> {
  const kept = await opened(local, cipher, NAME, schema)
  const { [helpdesk]: token, [accountOf(helpdesk)]: account } = kept ?? {}
  return token === undefined ? undefined : { token, ...(account === undefined ? {} : { account }) }
}

/** Returns whether a person typed a token for a helpdesk's API. */
export const hasToken = async (local: KeyValue, cipher: Cipher, helpdesk: ApiHelpdeskId): Promise<boolean> =>
  (await apiTokenOf(local, cipher, helpdesk)) !== undefined

/** Keeps a token encrypted, in the place of the one before. "" forgets it. */
export async function keepToken(
  local: KeyValue,
  cipher: Cipher,
  helpdesk: ApiHelpdeskId,
  { token, account }: KeptToken
): Promise<void> {
  const before = (await opened(local, cipher, NAME, schema)) ?? {}
  const { [helpdesk]: _token, [accountOf(helpdesk)]: _account, ...others } = before
  const kept = {
    ...others,
    ...(token === "" ? {} : { [helpdesk]: token, ...(account === undefined ? {} : { [accountOf(helpdesk)]: account }) })
  }
  if (Object.keys(kept).length === 0) return local.remove(NAME)
  await local.set(NAME, await sealed(cipher, NAME, kept))
}

const NAME = "helpdesk-tokens"
const accountOf = (helpdesk: ApiHelpdeskId) => `account of ${helpdesk}`
const schema = z.record(z.string(), z.string())
