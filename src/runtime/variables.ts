import { isIP } from "node:net"
import * as z from "zod/mini"
import { MODEL_NAME } from "../protocol/fields.ts"

/** What applies where a variable isn't set. */
export const DEFAULTS = {
  port: 8787,
  listen: "127.0.0.1",
  connectionsPerAddress: 200,
  retentionDays: 90,
  auditDays: 400,
  signInScope: "openid profile email",
  groupsClaim: "groups",
  signInHours: 12
}

/** How a variable is described in docs/environment.md and in the README, in Markdown with links from docs/. */
export interface VariableReference {
  default: string
  means: string
  /** What it may hold, as the sentence says that refuses anything else: "must be a folder". */
  mustBe: string
}

const reference = z.registry<VariableReference>()

const variable = (isRight: (value: string) => boolean, { mustBe, means, ...rest }: Described) =>
  z
    .optional(z.string().check(z.refine(isRight, { error: mustBe })))
    .register(reference, { mustBe, means, default: "none", ...rest })

type Described = Omit<VariableReference, "default"> & { default?: string }

/**
 * The variables of the environment that the relay reads, without spaces around their values. A mistake's message
 * continues the variable's name.
 */
export const variables = z.object({
  MODEL_BASE_URL: variable((value) => hasScheme(value, ["http:", "https:"]), {
    mustBe: "must be the address of an OpenAI-compatible endpoint, e.g. http://127.0.0.1:11434/v1",
    means: "address of an OpenAI-compatible endpoint, such as `http://127.0.0.1:11434/v1`"
  }),
  MODEL_NAME: variable((value) => MODEL_NAME.test(value), {
    mustBe: "is longer than 200 characters or than one line: give the model's name as the endpoint lists it",
    means: "the model, as the endpoint lists it"
  }),
  MODEL_EMBED_NAME: variable((value) => value.length <= 200, {
    mustBe: "is longer than 200 characters: give the embedding model's name as the endpoint lists it",
    means: "an [embedding model](settings.md#finding-pages-by-meaning) there, by which pages are found too"
  }),
  MODEL_API_KEY: variable((value) => !/\s/.test(value), {
    mustBe: "must be one word without spaces or line ends: copy the key again",
    means: "its key; stays on the relay"
  }),
  MODEL_AT_ONCE: variable((value) => isWhole(value, 1, 10_000), {
    mustBe: "must be a whole number from 1 to 10000",
    default: "8 for a model on this machine, else no limit",
    means: "how many requests of one relay the model [answers at once](settings.md#a-busy-model); the others wait"
  }),
  MODELS_FILE: variable((value) => !value.includes("\0"), {
    mustBe: "must be the path of a models.yaml",
    default: "`models.yaml` in the data folder, if there is one",
    means:
      "[several models](settings.md#several-models): by task, in order, with prices and budgets; where it is, the five above don't count"
  }),
  RELAY_PORT: variable((value) => isWhole(value, 0, 65535), {
    mustBe: "must be a port between 1 and 65535, e.g. 8787",
    default: String(DEFAULTS.port),
    means: "port on loopback; the next free one if taken"
  }),
  RELAY_HOSTS: variable((value) => value.split(",").every((host) => /^[a-z0-9.-]*$/i.test(host.trim())), {
    mustBe: "must be host names with commas between them and without http:// or port, e.g. relay.example.com",
    means: "further host names under which the relay may be asked, with commas"
  }),
  RELAY_LISTEN: variable((value) => isIP(value) !== 0, {
    mustBe: "must be an address of this machine without a port, e.g. 10.0.0.5, or 0.0.0.0 for all of them",
    default: DEFAULTS.listen,
    means:
      "address to listen on; another machine's requests need HTTPS in front: [a relay for a team](settings.md#a-relay-for-a-team)"
  }),
  RELAY_PROXIES: variable((value) => listOf(value).every(isSubnet), {
    mustBe: "must be addresses or subnets with commas between them, e.g. 10.0.0.2 or 10.0.0.0/28",
    means: "addresses or subnets of an HTTPS proxy on another machine, with commas"
  }),
  RELAY_CONNECTIONS_PER_ADDRESS: variable((value) => /^[1-9]\d{0,4}$/.test(value), {
    mustBe: "must be a whole number from 1 to 99999",
    default: String(DEFAULTS.connectionsPerAddress),
    means: "connections that one address may have open; this machine and `RELAY_PROXIES` may have more"
  }),
  RELAY_WORKERS: variable((value) => isWhole(value, 1, 32), {
    mustBe: "must be a number of processes between 1 and 32, e.g. 2",
    default: "1 with the embedded database, else one a core, at most 4",
    means: "processes of the relay, which [share its port](scale.md#several-processes); each takes some 150 MB"
  }),
  RELAY_INSECURE_LISTEN: variable((value) => value === "yes", {
    mustBe: "must be yes, or not set at all",
    means: "`yes`: other machines may come without HTTPS; the extension doesn't pair that way"
  }),
  RELAY_METRICS_PORT: variable((value) => isWhole(value, 0, 65535), {
    mustBe: "must be a port between 1 and 65535, e.g. 9464, or not set at all",
    means: "port on loopback where Prometheus reads [metrics](operating.md#metrics)"
  }),
  RELAY_METRICS_LISTEN: variable((value) => isIP(value) !== 0, {
    mustBe: "must be an address of this machine without a port, e.g. 10.0.0.5, or 0.0.0.0 for all of them",
    default: DEFAULTS.listen,
    means: "address to listen on for that; whoever reaches it may read them"
  }),
  RELAY_LOG: variable((value) => /^(json|text)$/.test(value), {
    mustBe: "must be json or text, or not set at all",
    default: "text on a terminal, else json",
    means: "how the [log](operating.md#log) is written: `json` or `text`"
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: variable((value) => hasScheme(value, ["http:", "https:"]), {
    mustBe: "must be the address of a collector that takes OTLP by HTTP, e.g. http://127.0.0.1:4318",
    means: "collector that takes [traces](operating.md#traces), such as `http://127.0.0.1:4318`"
  }),
  REPLYWRIGHT_DATA: variable((value) => !value.includes("\0"), {
    mustBe: "must be a folder",
    default: "the user's data folder",
    means: "where database and fetched browser lie; as root `/var/lib/replywright`"
  }),
  DATABASE_URL: variable((value) => hasScheme(value, ["postgres:", "postgresql:"]), {
    mustBe: "must look like postgresql://user:password@host:5432/database",
    means: "a PostgreSQL 15 or newer instead of the embedded one"
  }),
  DATABASE_READ_URL: variable((value) => hasScheme(value, ["postgres:", "postgresql:"]), {
    mustBe: "must look like postgresql://user:password@host:5432/database",
    means: "a [read replica](scale.md#a-read-replica) of it, in which knowledge is searched"
  }),
  LOOKUP_DATABASE_URL: variable((value) => hasScheme(value, ["postgres:", "postgresql:"]), {
    mustBe: "must look like postgresql://reader:password@host:5432/database",
    means:
      "the PostgreSQL of the team's [views](lookups.md#views-that-the-relay-asks), in a role that may read the views and nothing else"
  }),
  OIDC_ISSUER: variable(isIssuer, {
    mustBe:
      "must be the issuer's https:// address as the provider shows it, e.g. https://login.example.com/realms/team",
    means: "the provider of OpenID Connect by which people [sign in](sign-in.md)"
  }),
  OIDC_CLIENT_ID: variable((value) => value.length <= 300, {
    mustBe: "is longer than 300 characters: copy the client's id again",
    means: "the id that the provider has given to Replywright"
  }),
  OIDC_CLIENT_SECRET: variable((value) => !/\s/.test(value), {
    mustBe: "must be one word without spaces or line ends: copy the secret again",
    means: "its secret, if the provider has made one; stays on the relay"
  }),
  OIDC_SCOPE: variable((value) => value.split(/\s+/).includes("openid"), {
    mustBe: `must be words with spaces between them, openid among them, e.g. ${DEFAULTS.signInScope} groups`,
    default: DEFAULTS.signInScope,
    means: "what the provider is asked for"
  }),
  OIDC_GROUPS_CLAIM: variable((value) => value.length <= 200, {
    mustBe: "is longer than 200 characters: give the name of the claim that lists a person's groups",
    default: DEFAULTS.groupsClaim,
    means: "the claim that lists a person's groups"
  }),
  OIDC_AGENTS: variable(isGroups, {
    mustBe: "must be names of groups with commas between them",
    default: "everybody whom the provider signs in",
    means: "the groups whose people are agents"
  }),
  OIDC_LEADS: variable(isGroups, {
    mustBe: "must be names of groups with commas between them",
    means: "the groups whose people are leads"
  }),
  OIDC_ADMINS: variable(isGroups, {
    mustBe: "must be names of groups with commas between them",
    means: "the groups whose people are admins"
  }),
  OIDC_HOURS: variable((value) => isWhole(value, 1, 720), {
    mustBe: "must be a number of hours between 1 and 720, e.g. 12",
    default: String(DEFAULTS.signInHours),
    means: "after so many hours a person signs in again; whoever has left is out by then"
  }),
  RELAY_PAIRING: variable((value) => value === "off", {
    mustBe: "must be off, or not set at all",
    means: "`off`: browsers don't pair with a code, and everybody signs in by the provider"
  }),
  RETENTION_DAYS: variable((value) => isWhole(value, 1, 3650), {
    mustBe: "must be a number of days between 1 and 3650, e.g. 90",
    default: String(DEFAULTS.retentionDays),
    means: "after so many days the relay deletes drafts and outcomes"
  }),
  AUDIT_DAYS: variable((value) => isWhole(value, 30, 3650), {
    mustBe: "must be a number of days between 30 and 3650, e.g. 400",
    default: String(DEFAULTS.auditDays),
    means: "after so many days, 30 or more, the relay deletes an entry of the audit"
  }),
  AUDIT_KEY: variable((value) => value.length <= 1000, {
    mustBe: "must be an Ed25519 private key as PEM or base64",
    means: "the private key by which the [audit](admin.md#audit) is signed, as PEM or as the base64 of its DER"
  }),
  AUDIT_KEY_FILE: variable((value) => !value.includes("\0"), {
    mustBe: "must be the path of an Ed25519 private key",
    default: "`audit-key.pem` in the data folder, made at the first start",
    means: "the file of that key; several relays on one database need the same"
  }),
  MASTER_KEY: variable((value) => value.length <= 1000, {
    mustBe: "must be 32 random bytes as base64, or several such keys with a space between",
    means: "the key by which stored texts are [encrypted](admin.md#encryption), as base64"
  }),
  MASTER_KEY_FILE: variable((value) => !value.includes("\0"), {
    mustBe: "must be the path of a file with a master key",
    default: "`master-key` in the data folder, made at the first start; none with `DATABASE_URL`",
    means: "the file of that key; several relays on one database need the same"
  })
})

/** Returns the description of every variable by its name, in the order in which people read them. */
export function variableReference(): [name: string, VariableReference][] {
  return Object.entries(variables.shape).map(([name, schema]) => {
    const described = reference.get(schema)
    if (!described) throw new Error(`${name} has no description: give it one in src/runtime/variables.ts.`)
    return [name, described]
  })
}

/** Splits a list with commas, and drops what is empty. */
export function listOf(value = ""): string[] {
  return value
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "")
}

/** Without HTTPS only on this machine, for a trial. */
function isIssuer(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, hostname, search, hash } = new URL(value)
  const isHere = hostname === "127.0.0.1" || hostname === "localhost" || hostname === "[::1]"
  return (protocol === "https:" || (protocol === "http:" && isHere)) && search === "" && hash === ""
}

function isGroups(value: string): boolean {
  const groups = listOf(value)
  return groups.length > 0 && groups.every((group) => group.length <= 100)
}

function isSubnet(value: string): boolean {
  const [address = "", length, ...more] = value.split("/")
  const version = isIP(address)
  return version !== 0 && more.length === 0 && (length === undefined || isWhole(length, 1, version === 6 ? 128 : 32))
}

function hasScheme(value: string, schemes: string[]): boolean {
  return URL.canParse(value) && schemes.includes(new URL(value).protocol)
}

function isWhole(value: string, least: number, most: number): boolean {
  return /^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most
}
