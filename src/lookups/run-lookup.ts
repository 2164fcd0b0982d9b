import type { LookupFact, Identity } from "../ticket/looked-up.ts"
import { answerTexts } from "./answer-texts.ts"
import { getJson, type JsonAnswer, LookupFault } from "./get-json.ts"
import { identitiesIn } from "./identities.ts"
import { isHelpdeskAddress, noteNameIn, readsEverything } from "./note-places.ts"
import { readFacts } from "./read-facts.ts"
import { fillAddress, fillHeader, fillPath, placesIn } from "./template.ts"
import { valuesAt } from "./json-path.ts"
import type { LookupDefinition } from "../protocol/routes/lookups.ts"

/** What a lookup found. `none` says that the system answered and knows nothing. */
export interface LookupFound {
  facts: LookupFact[]
  identities: Identity[]
  none: boolean
  /** The system has further pages that were not read. */
  more: boolean
}

/** With every text of the answer, in which masking is to find what the names of its places don't tell. */
export interface LookupAnswer extends LookupFound {
  texts: string[]
}

export interface LookupJob {
  definition: LookupDefinition
  values: Readonly<Record<string, string>>
  secrets: Readonly<Record<string, string>>
  /** The origin of the helpdesk's page, for a lookup of the helpdesk itself. */
  site: string
}

/**
 * Makes a lookup: at most three pages, 256 kB and `limitMs` milliseconds in all.
 * @throws LookupFault; the signal's reason
 */
export async function runLookup(
  job: LookupJob,
  now: number,
  signal: AbortSignal,
  limitMs = LIMIT_MS
): Promise<LookupAnswer> {
  const { definition, secrets } = job
  const late = AbortSignal.timeout(limitMs)
  const either = AbortSignal.any([signal, late])
  const pages: unknown[] = []
  let room = MAX_BYTES
  let address: string | undefined = addressOf(job)
  const headers = headersOf(definition, secrets)
  try {
    while (address !== undefined && pages.length < MAX_PAGES) {
      const answer: JsonAnswer = await getJson({ address, headers, session: isOwn(definition), room }, now, either)
      room -= answer.bytes
      if (answer.json === undefined) break
      pages.push(answer.json)
      address = nextPage(definition, address, answer, allowedOrigins(definition, job.site))
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason
    // What was read before says what it says, and that there is more.
    if (pages.length === 0) throw late.aborted ? new LookupFault("timeout", { cause: error }) : error
    address ??= ""
  }
  return { ...foundIn(pages, job), more: pages.length > 0 && address !== undefined }
}

/** Reads what a lookup found from the pages of its answer. */
export function foundIn(
  pages: readonly unknown[],
  {
    definition,
    values,
    secrets
  }: Pick<LookupJob, "values" | "secrets"> & { definition: Pick<LookupDefinition, "facts"> & { url?: string } }
): LookupAnswer {
  const asked = { facts: factsFor(definition, values) }
  const facts = readFacts(asked, pages, Object.values(secrets)).map((fact) =>
    fact.value !== undefined && fact.withheld === undefined && readsNotes(definition, fact.name)
      ? { ...fact, withheld: "note" as const }
      : fact
  )
  return {
    facts,
    identities: identitiesIn(pages, asked),
    texts: answerTexts(pages),
    none: facts.every(({ value, withheld }) => value === undefined && withheld === undefined),
    more: false
  }
}

/** Whether a fact stands where helpdesks keep internal notes. Such a lookup was stored before it was refused. */
function readsNotes({ url = "", facts }: Pick<LookupDefinition, "facts"> & { url?: string }, name: string): boolean {
  const { path = "" } = facts[name] ?? {}
  const isHelpdesk = isHelpdeskAddress(url)
  return (
    noteNameIn(url, isHelpdesk) !== "" || noteNameIn(path, isHelpdesk) !== "" || (isHelpdesk && readsEverything(path))
  )
}

/** Returns the origins that a lookup may ask, as the browser is asked to allow them. */
export function allowedOrigins({ url, hosts }: Pick<LookupDefinition, "url" | "hosts">, site: string): string[] {
  return isOwn({ url }) ? [site] : hosts.map((host) => originOf(url, host))
}

/** Returns the origin that a lookup's address is at: that of the open ticket, where the helpdesk itself is asked. */
export const originAsked = ({ url }: Pick<LookupDefinition, "url">, site: string): string =>
  isOwn({ url }) ? site : new URL(url).origin

/** Whether the helpdesk itself is asked. */
export const isOwn = ({ url }: Pick<LookupDefinition, "url">): boolean => url.startsWith("/")

const originOf = (url: string, host: string) =>
  new URL(`${url.startsWith("http://") ? "http" : "https"}://${host}`).origin

function addressOf({ definition, values, site }: LookupJob): string {
  const { address, refused } = fillAddress(definition.url, values)
  if (refused !== undefined || address === undefined) throw new LookupFault("bad-value")
  const whole = isOwn(definition) ? `${site}${address}` : address
  if (!allowedOrigins(definition, site).includes(new URL(whole).origin)) throw new LookupFault("bad-value")
  return whole
}

/** Returns the definition's facts with paths that are about this ticket's values. */
const factsFor = ({ facts }: Pick<LookupDefinition, "facts">, values: LookupJob["values"]): LookupDefinition["facts"] =>
  Object.fromEntries(
    Object.entries(facts).map(([name, { path, currency, ...rest }]) => [
      name,
      {
        ...rest,
        path: fillPath(path, values),
        ...(currency === undefined ? {} : { currency: fillPath(currency, values) })
      }
    ])
  )

/** @throws LookupFault "needs-secret", or "bad-secret" for one that no header can hold */
function headersOf({ headers }: LookupDefinition, secrets: LookupJob["secrets"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, template]) => {
      if (placesIn(template).some((place) => secrets[place.name] === undefined)) throw new LookupFault("needs-secret")
      const header = fillHeader(template, secrets)
      if (!HEADER.test(header)) throw new LookupFault("bad-secret")
      return [name, header]
    })
  )
}

/** A line break would begin another header, and a curly quote has no byte. */
const HEADER = /^[\t\x20-\x7e\x80-\xff]*$/

/** In milliseconds. */
const LIMIT_MS = 3000
const MAX_PAGES = 3
const MAX_BYTES = 256 * 1024

/**
 * Returns the address of the next page, or undefined after the last one. An address at a host that isn't allowed counts
 * as none.
 */
export function nextPage(
  { next }: Pick<LookupDefinition, "next">,
  address: string,
  { json, headers }: JsonAnswer,
  origins: readonly string[]
): string | undefined {
  if (!next) return undefined
  const reference = next.by === "link" ? linkIn(headers.get("link")) : textAt(json, next.path)
  if (reference === undefined || reference === "") return undefined
  const target = next.by === "parameter" ? withParameter(address, next.parameter ?? "", reference) : reference
  if (!URL.canParse(target, address)) return undefined
  const following = new URL(target, address)
  return origins.includes(following.origin) && following.href !== address ? following.href : undefined
}

/** Reads `<address>; rel="next"` (RFC 8288). */
function linkIn(header: string | null): string | undefined {
  const links = (header ?? "").slice(0, 8000).matchAll(/<([^<>]{1,4000})>([^<]*)/g)
  for (const [, address, parameters = ""] of links)
    if (/;\s*rel\s*=\s*"?(?:[^",;]*\s)?next(?:\s[^",;]*)?"?/i.test(parameters)) return address
  return undefined
}

function textAt(json: unknown, path = "$"): string | undefined {
  const [value] = valuesAt(json, path)
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined
}

function withParameter(address: string, name: string, value: string): string {
  const changed = new URL(address)
  changed.searchParams.set(name, value)
  return changed.href
}
