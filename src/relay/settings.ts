import * as z from "zod/mini"
import { StartError } from "./problem.ts"
import { dataFolder } from "./storage/data-folder.ts"

export interface Settings {
  model: { baseUrl: string; apiKey: string | undefined; name: string | undefined } | undefined
  /** Where `models.yaml` lies, as given; undefined: in the data folder, if there is one. */
  modelsFile: string | undefined
  port: number
  /** Further names under which the relay may be asked, besides those of loopback. */
  hosts: string[]
  data: string
  databaseUrl: string | undefined
  retentionDays: number
}

/**
 * Reads the settings out of the environment.
 * @throws StartError with code "settings": a sentence for each mistake, which names the variable and what to do.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const read = variables.safeParse(given)
  const wrong = read.success ? [] : read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`)
  const mistakes = [...wrong, ...mistakesBetween(given)]
  if (!read.success || mistakes.length > 0) throw new StartError("settings", mistakes.join("\n"))
  const { MODEL_BASE_URL: baseUrl, MODEL_API_KEY: apiKey, MODEL_NAME: name, ...rest } = read.data
  return {
    model: baseUrl === undefined ? undefined : { baseUrl, apiKey, name },
    modelsFile: rest.MODELS_FILE?.trim(),
    port: Number(rest.RELAY_PORT ?? 8787),
    hosts: (rest.RELAY_HOSTS ?? "").split(",").map((host) => host.trim().toLowerCase()).filter((host) => host !== ""),
    data: dataFolder(given),
    databaseUrl: rest.DATABASE_URL,
    retentionDays: Number(rest.RETENTION_DAYS ?? 90)
  }
}

const optional = (isRight: (value: string) => boolean, sentence: string) => z.optional(z.string().check(z.refine(isRight, { error: sentence })))

const variables = z.object({
  MODEL_BASE_URL: optional((value) => hasScheme(value, ["http:", "https:"]), "must be the address of an OpenAI-compatible endpoint, e.g. http://127.0.0.1:11434/v1"),
  MODEL_API_KEY: optional((value) => !/\s/.test(value.trim()), "must be one word without spaces or line ends: copy the key again"),
  MODEL_NAME: optional((value) => value.length <= 200, "is longer than 200 characters: give the model's name as the endpoint lists it"),
  MODELS_FILE: optional((value) => !value.includes("\0"), "must be the path of a models.yaml"),
  RELAY_PORT: optional((value) => isWhole(value, 0, 65535), "must be a port between 1 and 65535, e.g. 8787"),
  RELAY_HOSTS: optional(
    (value) => value.split(",").every((host) => /^[a-z0-9.-]*$/i.test(host.trim())),
    "must be host names with commas between them and without http:// or port, e.g. relay.example.com"
  ),
  REPLYWRIGHT_DATA: optional((value) => !value.includes("\0"), "must be a folder"),
  DATABASE_URL: optional((value) => hasScheme(value, ["postgres:", "postgresql:"]), "must look like postgresql://user:password@host:5432/database"),
  RETENTION_DAYS: optional((value) => isWhole(value, 1, 3650), "must be a number of days between 1 and 3650, e.g. 90")
})

function mistakesBetween(given: Record<string, string | undefined>): string[] {
  if (given["MODEL_BASE_URL"] !== undefined) return []
  return (["MODEL_NAME", "MODEL_API_KEY"] as const)
    .filter((name) => given[name] !== undefined)
    .map((name) => `${name} is set but MODEL_BASE_URL is not: set it to the endpoint's address, or unset ${name}.`)
}

function hasScheme(value: string, schemes: string[]): boolean {
  return URL.canParse(value) && schemes.includes(new URL(value).protocol)
}

function isWhole(value: string, least: number, most: number): boolean {
  return /^\d{1,6}$/.test(value.trim()) && Number(value) >= least && Number(value) <= most
}
