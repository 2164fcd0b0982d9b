import * as z from "zod/mini"
import type { KeyValue } from "../../platform/key-value.ts"
import type { Cipher } from "../../store/cipher.ts"
import { opened, sealed } from "../session/sealed-value.ts"
import type { LookupDefinition } from "../../protocol/routes/lookups.ts"

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
  const consent = (await opened(local, cipher, CONSENTS, consentsSchema))?.[definition.name]
  return consent?.definition === (await hashOf(cipher, definition)) ? consent.origins : []
}

/** Keeps a press. Presses for an earlier definition of this name no longer count. */
export async function keepPress(
  local: KeyValue,
  cipher: Cipher,
  definition: LookupDefinition,
  origin: string
): Promise<void> {
  const before = await allowedByPress(local, cipher, definition)
  const consents: Consents = (await opened(local, cipher, CONSENTS, consentsSchema)) ?? {}
  const consent = { definition: await hashOf(cipher, definition), origins: [...new Set([...before, origin])] }
  await local.set(CONSENTS, await sealed(cipher, CONSENTS, { ...consents, [definition.name]: consent }))
}

const CONSENTS = "lookup-consents"
const consentsSchema = z.record(z.string(), z.object({ definition: z.string(), origins: z.array(z.string()) }))

/** What a person typed for a lookup. It is sent to these hosts only, encrypted here, and never to the relay. */
type Secrets = Record<string, { hosts: string[]; values: Record<string, string> }>

/**
 * Returns the secrets of a lookup. They belong to the hosts for which they were typed: an admin who changes the hosts
 * can't have them sent elsewhere.
 */
export async function secretsOf(
  local: KeyValue,
  cipher: Cipher,
  { name, hosts }: LookupDefinition
): Promise<Record<string, string>> {
  const entry = (await opened(local, cipher, SECRETS, secretsSchema))?.[name]
  return entry && hosts.every((host) => entry.hosts.includes(host)) ? entry.values : {}
}

/** Keeps secrets of a lookup, in the place of those that were kept before. */
export async function keepSecrets(
  local: KeyValue,
  cipher: Cipher,
  { name, hosts, secrets }: LookupDefinition,
  typed: Record<string, string>
): Promise<void> {
  const storedSecrets: Secrets = (await opened(local, cipher, SECRETS, secretsSchema)) ?? {}
  const values = Object.fromEntries(
    Object.entries(typed).filter(([secret, value]) => secret in secrets && value.trim() !== "")
  )
  await local.set(SECRETS, await sealed(cipher, SECRETS, { ...storedSecrets, [name]: { hosts, values } }))
}

const SECRETS = "lookup-secrets"
const secretsSchema = z.record(
  z.string(),
  z.object({ hosts: z.array(z.string()), values: z.record(z.string(), z.string()) })
)
