import { availableParallelism, homedir } from "node:os"
import { StartError } from "./problem.ts"
import { mistakesOfSignIn, signInSettings, type SignInSettings } from "./sign-in-settings.ts"
import { DEFAULTS, listOf, variables } from "./variables.ts"
import { join, resolve } from "node:path"

export interface Settings {
  model:
    | { baseUrl: string; apiKey: string | undefined; name: string | undefined; embed?: string; atOnce?: number }
    | undefined
  /**
   * This is the path of `models.yaml` as given. If it is undefined, the file in the data folder is used if it exists.
   */
  modelsFile: string | undefined
  port: number
  /** This is the address of this machine on which the relay listens. */
  listen: string
  /** These are addresses and subnets of an HTTPS proxy on another machine. */
  proxies: string[]
  /** The relay runs as this many processes that share its port. */
  workers: number
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
  /** A read replica of that database. */
  databaseReadUrl: string | undefined
  /** The database of the team's views, in a role that only reads. */
  lookupDatabaseUrl: string | undefined
  /** Sign-in by the organisation's provider, or undefined if browsers only pair. */
  signIn: SignInSettings | undefined
  /** Browsers may pair with a code. */
  pairing: boolean
  retentionDays: number
  /** The audit log keeps an entry for this many days. */
  auditDays: number
  /** The private key by which the audit is signed, as PEM or base64. */
  auditKey: string | undefined
  /** The file of that key. If both are undefined, it is in the data folder. */
  auditKeyFile: string | undefined
  /** The master keys by which stored texts are encrypted, as base64, separated by spaces. */
  masterKey: string | undefined
  /** The file of those keys. If both are undefined, it is in the data folder. */
  masterKeyFile: string | undefined
}

/**
 * Reads the settings from the environment.
 * @throws StartError with code "settings" and a sentence for each mistake, which names the variable and says what to do
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  // A file of settings that was written on Windows leaves a line end behind each value.
  const given = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : []))
  )
  const read = variables.safeParse(given)
  const wrong = read.success ? [] : read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`)
  const mistakes = [...wrong, ...mistakesBetween(given)]
  if (!read.success || mistakes.length > 0) throw new StartError("settings", mistakes.join("\n"))
  const {
    MODEL_BASE_URL: baseUrl,
    MODEL_API_KEY: apiKey,
    MODEL_NAME: name,
    MODEL_EMBED_NAME: embed,
    MODEL_AT_ONCE: atOnce,
    ...rest
  } = read.data
  return {
    model:
      baseUrl === undefined
        ? undefined
        : {
            baseUrl,
            apiKey,
            name,
            ...(embed !== undefined && { embed }),
            ...(atOnce !== undefined && { atOnce: Number(atOnce) })
          },
    modelsFile: rest.MODELS_FILE,
    port: Number(rest.RELAY_PORT ?? DEFAULTS.port),
    listen: rest.RELAY_LISTEN ?? DEFAULTS.listen,
    metricsPort: rest.RELAY_METRICS_PORT === undefined ? undefined : Number(rest.RELAY_METRICS_PORT),
    metricsListen: rest.RELAY_METRICS_LISTEN ?? LOOPBACK,
    log: rest.RELAY_LOG === undefined ? undefined : rest.RELAY_LOG === "json" ? "json" : "text",
    tracesEndpoint: rest.OTEL_EXPORTER_OTLP_ENDPOINT,
    workers: rest.RELAY_WORKERS === undefined ? usualWorkers(rest.DATABASE_URL) : Number(rest.RELAY_WORKERS),
    hosts: listOf(rest.RELAY_HOSTS).map((host) => host.toLowerCase()),
    proxies: listOf(rest.RELAY_PROXIES),
    insecure: rest.RELAY_INSECURE_LISTEN !== undefined,
    connectionsPerAddress: Number(rest.RELAY_CONNECTIONS_PER_ADDRESS ?? DEFAULTS.connectionsPerAddress),
    data: dataFolder(given),
    databaseUrl: databaseAddress(rest.DATABASE_URL),
    databaseReadUrl: databaseAddress(rest.DATABASE_READ_URL),
    lookupDatabaseUrl: databaseAddress(rest.LOOKUP_DATABASE_URL),
    signIn: signInSettings(given),
    pairing: rest.RELAY_PAIRING === undefined,
    retentionDays: Number(rest.RETENTION_DAYS ?? DEFAULTS.retentionDays),
    auditDays: Number(rest.AUDIT_DAYS ?? DEFAULTS.auditDays),
    auditKey: rest.AUDIT_KEY,
    auditKeyFile: rest.AUDIT_KEY_FILE,
    masterKey: rest.MASTER_KEY,
    masterKeyFile: rest.MASTER_KEY_FILE
  }
}

/**
 * Returns the address with the mode of TLS that pg takes the weaker ones for, because it warns of those in several lines
 * that are no lines of the log.
 */
function databaseAddress(url: string | undefined): string | undefined {
  if (url?.includes("uselibpqcompat=")) return url
  return url?.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/, "$1verify-full")
}

/** The most workers of a relay that nobody has told how many. */
const USUAL_WORKERS = 4

/** One for each core with a server of its own; with the embedded database one process, which is the lightest. */
function usualWorkers(databaseUrl: string | undefined): number {
  return databaseUrl === undefined ? 1 : Math.min(USUAL_WORKERS, availableParallelism())
}

export const LOOPBACK = DEFAULTS.listen

/** Returns whether other machines can't reach this address. */
export function isLoopback(address: string): boolean {
  return address === "::1" || /^127\./.test(address)
}

function mistakesBetween(given: Record<string, string | undefined>): string[] {
  return [
    ...mistakesOfModel(given),
    ...mistakesOfNetwork(given),
    ...mistakesOfStorage(given),
    ...mistakesOfMetrics(given),
    ...mistakesOfSignIn(given)
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
  DATABASE_READ_URL: replica,
  AUDIT_KEY: key,
  AUDIT_KEY_FILE: keyFile,
  MASTER_KEY: masterKey,
  MASTER_KEY_FILE: masterKeyFile
}: Record<string, string | undefined>): string[] {
  if (key !== undefined && keyFile !== undefined)
    return ["AUDIT_KEY and AUDIT_KEY_FILE are both set: unset one, so that it is clear which key signs the audit."]
  if (masterKey !== undefined && masterKeyFile !== undefined)
    return ["MASTER_KEY and MASTER_KEY_FILE are both set: unset one, so that it is clear which key encrypts."]
  return replica !== undefined && server === undefined
    ? ["DATABASE_READ_URL is set but DATABASE_URL is not: set it to the database that this is a replica of."]
    : []
}

function mistakesOfModel(given: Record<string, string | undefined>): string[] {
  if (given["MODEL_BASE_URL"] !== undefined) return []
  return (["MODEL_NAME", "MODEL_EMBED_NAME", "MODEL_API_KEY", "MODEL_AT_ONCE"] as const)
    .filter((name) => given[name] !== undefined)
    .map((name) => `${name} is set but MODEL_BASE_URL is not: set it to the endpoint's address, or unset ${name}.`)
}

/**
 * Checks the network settings. Other machines may connect only if tokens and tickets cross the network encrypted, or if
 * somebody has explicitly allowed plain HTTP.
 */
function mistakesOfNetwork(given: Record<string, string | undefined>): string[] {
  const { RELAY_LISTEN: listen, RELAY_HOSTS: hosts, RELAY_PROXIES: proxies, RELAY_INSECURE_LISTEN: insecure } = given
  if (listen === undefined || isLoopback(listen)) return []
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

/**
 * Returns the one folder outside the clone to which the product writes: REPLYWRIGHT_DATA, or otherwise the user's data
 * folder. For root it is a place that the database's unprivileged uid can reach, which a home of mode 0700 isn't.
 */
export function dataFolder(environment: Record<string, string | undefined> = process.env): string {
  const folder = environment["REPLYWRIGHT_DATA"]
  if (folder) return resolve(folder)
  if (process.platform === "win32")
    return join(environment["LOCALAPPDATA"] ?? join(homedir(), "AppData/Local"), "replywright")
  if (process.platform === "darwin") return join(homedir(), "Library/Application Support/replywright")
  if (process.getuid?.() === 0) return "/var/lib/replywright"
  return join(environment["XDG_DATA_HOME"] ?? join(homedir(), ".local/share"), "replywright")
}
