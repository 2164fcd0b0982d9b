import { isIP } from "node:net"
import * as z from "zod/mini"
import { MODEL_NAME } from "../protocol/fields.ts"
import { StartError } from "./problem.ts"
import { dataFolder } from "./data-folder.ts"

export interface Settings {
  model: { baseUrl: string; apiKey: string | undefined; name: string | undefined; embed?: string } | undefined
  /**
   * This is the path of `models.yaml` as given. If it is undefined, the file in the data folder is used if it exists.
   */
  modelsFile: string | undefined
  port: number
  /** This is the address of this machine on which the relay listens. */
  listen: string
  /** These are addresses and subnets of an HTTPS proxy on another machine. */
  proxies: string[]
  /** Plain HTTP from other machines is accepted. */
  insecure: boolean
  /** One address may have this many open connections. A proxy and this machine may have more. */
  connectionsPerAddress: number
  /** The port on which Prometheus reads the metrics. If it is undefined, nothing is exposed. */
  metricsPort: number | undefined
  /** This is the address of this machine on which the metrics are read. */
  metricsListen: string
  /** How the log is written. If it is undefined, text on a terminal, and JSON anywhere else. */
  log: "json" | "text" | undefined
  /** The collector to which traces are sent by OTLP over HTTP, or undefined if none are made. */
  tracesEndpoint: string | undefined
  /** These are further host names under which the relay may be called, besides those of loopback. */
  hosts: string[]
  data: string
  databaseUrl: string | undefined
  /** The data is kept in PGlite even where an embedded PostgreSQL would run. */
  storage: "pglite" | undefined
  retentionDays: number
  /** The audit log keeps an entry for this many days. */
  auditDays: number
}

/**
 * Reads the settings from the environment.
 * @throws StartError with code "settings" and a sentence for each mistake, which names the variable and says what to do
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const read = variables.safeParse(given)
  const wrong = read.success ? [] : read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`)
  const mistakes = [...wrong, ...mistakesBetween(given)]
  if (!read.success || mistakes.length > 0) throw new StartError("settings", mistakes.join("\n"))
  const {
    MODEL_BASE_URL: baseUrl,
    MODEL_API_KEY: apiKey,
    MODEL_NAME: name,
    MODEL_EMBED_NAME: embed,
    ...rest
  } = read.data
  return {
    model:
      baseUrl === undefined
        ? undefined
        : { baseUrl, apiKey, name, ...(embed !== undefined && { embed: embed.trim() }) },
    modelsFile: rest.MODELS_FILE?.trim(),
    port: Number(rest.RELAY_PORT ?? 8787),
    listen: rest.RELAY_LISTEN?.trim() ?? LOOPBACK,
    metricsPort: rest.RELAY_METRICS_PORT === undefined ? undefined : Number(rest.RELAY_METRICS_PORT),
    metricsListen: rest.RELAY_METRICS_LISTEN?.trim() ?? LOOPBACK,
    log: rest.RELAY_LOG === undefined ? undefined : rest.RELAY_LOG.trim() === "json" ? "json" : "text",
    tracesEndpoint: rest.OTEL_EXPORTER_OTLP_ENDPOINT?.trim(),
    hosts: listOf(rest.RELAY_HOSTS).map((host) => host.toLowerCase()),
    proxies: listOf(rest.RELAY_PROXIES),
    insecure: rest.RELAY_INSECURE_LISTEN !== undefined,
    connectionsPerAddress: Number(rest.RELAY_CONNECTIONS_PER_ADDRESS ?? 200),
    data: dataFolder(given),
    databaseUrl: rest.DATABASE_URL,
    storage: rest.REPLYWRIGHT_STORAGE === undefined ? undefined : "pglite",
    retentionDays: Number(rest.RETENTION_DAYS ?? 90),
    auditDays: Number(rest.AUDIT_DAYS ?? 400)
  }
}

const optional = (isRight: (value: string) => boolean, sentence: string) =>
  z.optional(z.string().check(z.refine(isRight, { error: sentence })))

const variables = z.object({
  MODEL_BASE_URL: optional(
    (value) => hasScheme(value, ["http:", "https:"]),
    "must be the address of an OpenAI-compatible endpoint, e.g. http://127.0.0.1:11434/v1"
  ),
  MODEL_API_KEY: optional(
    (value) => !/\s/.test(value.trim()),
    "must be one word without spaces or line ends: copy the key again"
  ),
  MODEL_NAME: optional(
    (value) => MODEL_NAME.test(value),
    "is longer than 200 characters or than one line: give the model's name as the endpoint lists it"
  ),
  MODEL_EMBED_NAME: optional(
    (value) => value.length <= 200,
    "is longer than 200 characters: give the embedding model's name as the endpoint lists it"
  ),
  MODELS_FILE: optional((value) => !value.includes("\0"), "must be the path of a models.yaml"),
  RELAY_PORT: optional((value) => isWhole(value, 0, 65535), "must be a port between 1 and 65535, e.g. 8787"),
  RELAY_HOSTS: optional(
    (value) => value.split(",").every((host) => /^[a-z0-9.-]*$/i.test(host.trim())),
    "must be host names with commas between them and without http:// or port, e.g. relay.example.com"
  ),
  RELAY_LISTEN: optional(
    (value) => isIP(value.trim()) !== 0,
    "must be an address of this machine without a port, e.g. 10.0.0.5, or 0.0.0.0 for all of them"
  ),
  RELAY_PROXIES: optional(
    (value) => listOf(value).every(isSubnet),
    "must be addresses or subnets with commas between them, e.g. 10.0.0.2 or 10.0.0.0/28"
  ),
  RELAY_METRICS_PORT: optional(
    (value) => isWhole(value, 0, 65535),
    "must be a port between 1 and 65535, e.g. 9464, or not set at all"
  ),
  RELAY_METRICS_LISTEN: optional(
    (value) => isIP(value.trim()) !== 0,
    "must be an address of this machine without a port, e.g. 10.0.0.5, or 0.0.0.0 for all of them"
  ),
  RELAY_LOG: optional((value) => /^(json|text)$/.test(value.trim()), "must be json or text, or not set at all"),
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(
    (value) => hasScheme(value, ["http:", "https:"]),
    "must be the address of a collector that takes OTLP by HTTP, e.g. http://127.0.0.1:4318"
  ),
  RELAY_CONNECTIONS_PER_ADDRESS: optional(
    (value) => /^[1-9]\d{0,4}$/.test(value.trim()),
    "must be a whole number from 1 to 99999"
  ),
  RELAY_INSECURE_LISTEN: optional((value) => value.trim() === "yes", "must be yes, or not set at all"),
  REPLYWRIGHT_DATA: optional((value) => !value.includes("\0"), "must be a folder"),
  REPLYWRIGHT_STORAGE: optional((value) => value.trim() === "pglite", "must be pglite, or not set at all"),
  DATABASE_URL: optional(
    (value) => hasScheme(value, ["postgres:", "postgresql:"]),
    "must look like postgresql://user:password@host:5432/database"
  ),
  RETENTION_DAYS: optional((value) => isWhole(value, 1, 3650), "must be a number of days between 1 and 3650, e.g. 90"),
  AUDIT_DAYS: optional((value) => isWhole(value, 30, 3650), "must be a number of days between 30 and 3650, e.g. 400")
})

export const LOOPBACK = "127.0.0.1"

/** Returns whether other machines can't reach this address. */
export function isLoopback(address: string): boolean {
  return address === "::1" || /^127\./.test(address)
}

function mistakesBetween(given: Record<string, string | undefined>): string[] {
  return [
    ...mistakesOfModel(given),
    ...mistakesOfNetwork(given),
    ...mistakesOfStorage(given),
    ...mistakesOfMetrics(given)
  ]
}

function mistakesOfMetrics({
  RELAY_METRICS_PORT: port,
  RELAY_METRICS_LISTEN: listen
}: Record<string, string | undefined>): string[] {
  return listen !== undefined && port === undefined
    ? ["RELAY_METRICS_LISTEN is set but RELAY_METRICS_PORT is not: set it to the port for Prometheus, e.g. 9464."]
    : []
}

function mistakesOfStorage({
  DATABASE_URL: server,
  REPLYWRIGHT_STORAGE: own
}: Record<string, string | undefined>): string[] {
  return server !== undefined && own !== undefined
    ? ["REPLYWRIGHT_STORAGE is set, but with DATABASE_URL nothing is stored in the data folder: unset one of them."]
    : []
}

function mistakesOfModel(given: Record<string, string | undefined>): string[] {
  if (given["MODEL_BASE_URL"] !== undefined) return []
  return (["MODEL_NAME", "MODEL_EMBED_NAME", "MODEL_API_KEY"] as const)
    .filter((name) => given[name] !== undefined)
    .map((name) => `${name} is set but MODEL_BASE_URL is not: set it to the endpoint's address, or unset ${name}.`)
}

/**
 * Checks the network settings. Other machines may connect only if tokens and tickets cross the network encrypted, or if
 * somebody has explicitly allowed plain HTTP.
 */
function mistakesOfNetwork(given: Record<string, string | undefined>): string[] {
  const { RELAY_LISTEN: listen, RELAY_HOSTS: hosts, RELAY_PROXIES: proxies, RELAY_INSECURE_LISTEN: insecure } = given
  if (listen === undefined || isLoopback(listen.trim())) return []
  return [
    ...(hosts === undefined
      ? [
          "RELAY_LISTEN lets other machines come, but RELAY_HOSTS is not set: give the name that browsers call, e.g. relay.example.com."
        ]
      : []),
    ...(proxies === undefined && insecure === undefined
      ? [
          "RELAY_LISTEN lets other machines come, so HTTPS must stand before the relay: give its proxy's address in RELAY_PROXIES, e.g. 10.0.0.2. RELAY_INSECURE_LISTEN=yes does without; then tokens and tickets cross the network readable."
        ]
      : [])
  ]
}

function listOf(value = ""): string[] {
  return value
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "")
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
  return /^\d{1,6}$/.test(value.trim()) && Number(value) >= least && Number(value) <= most
}
