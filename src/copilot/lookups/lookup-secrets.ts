import * as z from "zod/mini"
import type { KeyValue } from "../../platform/key-value.ts"
import type { LookupDefinition } from "../../protocol/operating/lookups.ts"
import type { Cipher } from "../../store/cipher.ts"
import { opened, sealed } from "../session/sealed-value.ts"

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
  const kept = (await opened(local, cipher, NAME, schema))?.[name]
  return kept && hosts.every((host) => kept.hosts.includes(host)) ? kept.values : {}
}

/** Keeps secrets of a lookup, in the place of those that were kept before. */
export async function keepSecrets(
  local: KeyValue,
  cipher: Cipher,
  { name, hosts, secrets }: LookupDefinition,
  typed: Record<string, string>
): Promise<void> {
  const kept: Secrets = (await opened(local, cipher, NAME, schema)) ?? {}
  const values = Object.fromEntries(
    Object.entries(typed).filter(([secret, value]) => secret in secrets && value.trim() !== "")
  )
  await local.set(NAME, await sealed(cipher, NAME, { ...kept, [name]: { hosts, values } }))
}

const NAME = "lookup-secrets"
const schema = z.record(z.string(), z.object({ hosts: z.array(z.string()), values: z.record(z.string(), z.string()) }))
