import { jsonPathFault } from "../../../lookups/json-path.ts"
import { isHelpdeskAddress, noteNameIn, readsEverything } from "../../../lookups/note-places.ts"
import { placesIn } from "../../../lookups/template.ts"
import { readOrderPattern } from "../../../text/order-pattern.ts"
import type { LookupFile } from "./shape.ts"
import type { LookupDefinition, TicketValue } from "../../../protocol/routes/lookups.ts"

export interface Fault {
  path: PropertyKey[]
  sentence: string
}

/**
 * Makes the definition of a file with the right shape, and lists what doesn't fit together in it.
 * @param isStored an earlier version took it in; of what it reads where notes are, browsers send nothing
 */
export function assemble(
  file: LookupFile & { url: string },
  isStored = false
): { definition: LookupDefinition; faults: Fault[] } {
  const faults: Fault[] = []
  const secrets = file.secrets ?? {}
  const { values, facts, cacheMinutes } = commonParts(file, faults)
  const definition: LookupDefinition = {
    ...{ name: file.lookup, title: file.title, url: file.url.trim(), hosts: file.hosts ?? [], secrets, values, facts },
    headers: file.headers ?? {},
    cacheMinutes,
    ...(file.next !== undefined && { next: nextOf(file.next) })
  }
  checkAddress(definition, faults)
  checkHeaders(definition, faults)
  checkFacts(definition, faults)
  checkAmounts(definition, faults)
  if (!isStored) checkNotes(definition, faults)
  for (const [name, { unmasked }] of Object.entries(file.values ?? {}))
    if (unmasked !== undefined)
      faults.push({ path: ["values", name], sentence: "unmasked is for a view: what a browser asks is never masked." })
  return { definition, faults }
}

/** What a request and a view have in common. */
export function commonParts(file: LookupFile, faults: Fault[]) {
  return {
    values: Object.fromEntries(
      Object.entries(file.values ?? {}).map(([name, value]) => [name, valueOf(name, value, faults)])
    ),
    facts: Object.fromEntries(
      Object.entries(file.facts).map(([name, { words = {}, type = "text", minor = false, ...rest }]) => [
        name,
        { ...rest, words: wordsOf(words), type, minor }
      ])
    ),
    cacheMinutes: minutesOf(file.cache, faults)
  }
}

/** A name null of YAML is read as "". */
const wordsOf = (words: Record<string, string>) =>
  Object.fromEntries(Object.entries(words).map(([value, word]) => [value === "" ? "null" : value, word]))

function valueOf(name: string, value: NonNullable<LookupFile["values"]>[string], faults: Fault[]): TicketValue {
  const { label, from, field = [], pattern } = value
  const path = ["values", name]
  if (from === undefined && field.length === 0 && pattern === undefined)
    faults.push({ path, sentence: `Nothing gives "${name}": say from, field or pattern.` })
  const read = pattern === undefined ? undefined : readOrderPattern(pattern)
  if (read?.ok === false)
    faults.push({
      path: [...path, "pattern"],
      sentence: `The pattern of "${name}" can't be used (${read.why}): it must be a simple regular expression that requires a digit.`
    })
  return {
    ...{ label, field },
    ...(from !== undefined && { from }),
    ...(read?.ok && { pattern: read.pattern })
  }
}

function nextOf(next: NonNullable<LookupFile["next"]>): NonNullable<LookupDefinition["next"]> {
  if (next === "link") return { by: "link" }
  return "parameter" in next ? { by: "parameter", ...next } : { by: "path", ...next }
}

/** The host stands in the address as it is, and is one of those that are listed. */
function checkAddress({ url, hosts, values, headers, secrets }: LookupDefinition, faults: Fault[]): void {
  const fault = (path: PropertyKey[], sentence: string) => faults.push({ path, sentence })
  for (const { kind, name } of placesIn(url)) {
    if (kind !== "value") fault(["url"], "A secret can't stand in the address, which systems log: put it in a header.")
    else if (!(name in values)) fault(["url"], `{${name}} stands under no "values", so nothing gives it.`)
  }
  for (const name of Object.keys(values))
    if (!placesIn(url).some((place) => place.name === name))
      fault(["values", name], `The address has no {${name}}, so this value isn't used.`)
  if (/[?&]_?(?:http_?)?method=/i.test(url))
    fault(["url"], "A lookup only reads: the address can't name another method.")
  if (url.startsWith("/")) {
    if (url.startsWith("//")) fault(["url"], "The address needs https:// at its beginning.")
    if (hosts.length > 0 || Object.keys(headers).length + Object.keys(secrets).length > 0)
      fault(
        ["url"],
        "An address that begins with / is the helpdesk's own, which is asked as the agent: it has no hosts, headers and secrets."
      )
    return
  }
  const origin = /^(https:\/\/|http:\/\/127\.0\.0\.1(?=[:/]))[^/?#{}@\\\s]*(?=[/?#]|$)/.exec(url)?.[0]
  if (origin === undefined || !URL.canParse(origin))
    return void fault(
      ["url"],
      "The address must begin with https:// and a host that is written out, without {values}. Only this computer may be asked with http://127.0.0.1."
    )
  if (!hosts.includes(new URL(origin).host))
    fault(
      ["hosts"],
      `The host "${new URL(origin).host}" of the address isn't among the hosts: list each one that may be asked.`
    )
  for (const [at, host] of hosts.entries())
    if (!/^[a-z0-9.-]{1,253}(?::\d{1,5})?$/i.test(host) || !URL.canParse(`https://${host}`))
      fault(["hosts", at], `"${host.slice(0, 60)}" is no host: it looks like shop.example, without https:// and *.`)
}

function checkHeaders({ headers, secrets }: LookupDefinition, faults: Fault[]): void {
  const all = Object.entries(headers)
  for (const [name, value] of all) {
    const path = ["headers", name]
    if (!/^[\w-]{1,100}$/.test(name)) faults.push({ path, sentence: `"${name.slice(0, 60)}" is no name of a header.` })
    if (/method|^(?:cookie|host|origin|referer|content-.*|transfer-.*|connection)$/i.test(name))
      faults.push({ path, sentence: `The header "${name}" can't be set by a lookup.` })
    for (const place of placesIn(value)) {
      if (place.kind === "value")
        faults.push({ path, sentence: `A header takes {secret:${place.name}} or {base64:${place.name}}, no value.` })
      else if (!(place.name in secrets))
        faults.push({ path, sentence: `{${place.kind}:${place.name}} stands under no "secrets".` })
    }
  }
  for (const name of Object.keys(secrets))
    if (!all.some(([, value]) => placesIn(value).some((place) => place.kind !== "value" && place.name === name)))
      faults.push({ path: ["secrets", name], sentence: `No header uses the secret "${name}".` })
}

export function checkFacts(
  { facts, next, values }: Pick<LookupDefinition, "facts" | "next" | "values">,
  faults: Fault[]
): void {
  checkPaths({ facts, next, values }, faults)
  for (const [name, fact] of Object.entries(facts)) checkFact(name, fact, faults)
}

function checkPaths(
  { facts, next, values }: Pick<LookupDefinition, "facts" | "next" | "values">,
  faults: Fault[]
): void {
  const paths: [PropertyKey[], string | undefined][] = [
    ...Object.entries(facts).map(([name, { path }]): [PropertyKey[], string] => [["facts", name, "path"], path]),
    ...Object.entries(facts).map(([name, { currency }]): [PropertyKey[], string | undefined] => [
      ["facts", name, "currency"],
      currency?.startsWith("$") ? currency : undefined
    ]),
    [["next", "path"], next?.path]
  ]
  for (const [place, path] of paths) {
    const fault = path === undefined ? undefined : jsonPathFault(path)
    if (fault) faults.push({ path: place, sentence: PATH_SENTENCES[fault]((path ?? "").slice(0, 60)) })
  }
  for (const [place, path = ""] of paths.filter(([[first]]) => first === "facts"))
    for (const { kind, name } of placesIn(path)) {
      if (kind !== "value") faults.push({ path: place, sentence: "A secret can't stand in a path." })
      else if (!(name in values))
        faults.push({ path: place, sentence: `{${name}} stands under no "values", so nothing gives it.` })
    }
}

function checkFact(
  name: string,
  { type, currency, minor, identity }: LookupDefinition["facts"][string],
  faults: Fault[]
): void {
  const path = ["facts", name]
  if (!/^[a-z][\w-]{0,59}$/i.test(name))
    faults.push({
      path,
      sentence: `The name of a fact has letters, digits and dashes: "${name.slice(0, 60)}" is none.`
    })
  if (type !== "money" && (currency !== undefined || minor))
    faults.push({ path, sentence: `currency and minor are for the type money, and "${name}" is ${type}.` })
  if (currency !== undefined && !currency.startsWith("$") && !/^[A-Z]{3}$/.test(currency))
    faults.push({ path: [...path, "currency"], sentence: "The currency is a code such as EUR, or a JSON path to one." })
  if (identity !== undefined && type !== "text" && type !== "list")
    faults.push({ path, sentence: `identity is for the types text and list, and "${name}" is ${type}.` })
}

/** Refuses what helpdesks use for internal notes, in the address and in the paths of facts. */
export function checkNotes(
  { facts, url = "" }: Pick<LookupDefinition, "facts"> & { url?: string },
  faults: Fault[]
): void {
  const isHelpdesk = isHelpdeskAddress(url)
  const named = noteNameIn(url, isHelpdesk)
  if (named !== "")
    faults.push({ path: ["url"], sentence: `The address asks for "${named}", ${NOTES_STAY} Ask for other fields.` })
  for (const [name, { path }] of Object.entries(facts)) {
    const place = ["facts", name, "path"]
    const read = noteNameIn(path, isHelpdesk)
    if (read !== "")
      faults.push({ path: place, sentence: `"${name}" reads "${read}", ${NOTES_STAY} Read another field.` })
    else if (isHelpdesk && readsEverything(path))
      faults.push({
        path: place,
        sentence: `"${name}" reads the helpdesk's answer at any depth (".."), its internal notes too, and those never leave the browser. Write the whole path, such as $.ticket.plan.`
      })
  }
}

const NOTES_STAY =
  "where helpdesks keep internal notes, and those never leave the browser. What customers wrote and read is in the ticket already."

export function checkAmounts(
  {
    facts,
    values,
    headers = {},
    secrets = {},
    hosts = []
  }: Pick<LookupDefinition, "facts" | "values"> & Partial<LookupDefinition>,
  faults: Fault[]
): void {
  const counts: [PropertyKey, number, number][] = [
    ["facts", Object.keys(facts).length, 30],
    ["values", Object.keys(values).length, 10],
    ["headers", Object.keys(headers).length, 20],
    ["secrets", Object.keys(secrets).length, 5],
    ["hosts", hosts.length, 10]
  ]
  if (Object.keys(facts).length === 0) faults.push({ path: ["facts"], sentence: "A lookup needs a fact." })
  for (const [place, count, most] of counts)
    if (count > most) faults.push({ path: [place], sentence: `A lookup has ${most} ${String(place)} at most.` })
}

function minutesOf(cache: LookupFile["cache"], faults: Fault[]): number {
  if (cache === undefined) return USUAL_MINUTES
  const [, figure = "", unit = "minutes"] =
    /^(\d{1,4})\s*(m|mins?|minutes?|h|hrs?|hours?)?$/i.exec(String(cache).trim()) ?? []
  const minutes = Number(figure) * (/^h/i.test(unit) ? 60 : 1)
  if (figure !== "" && minutes <= MAX_MINUTES) return minutes
  faults.push({ path: ["cache"], sentence: "The cache time is up to 24 hours, such as 10 min or 2 h, or 0 for none." })
  return USUAL_MINUTES
}

const USUAL_MINUTES = 5
const MAX_MINUTES = 24 * 60

const PATH_SENTENCES = {
  "no-path": (path: string) => `"${path}" is no JSON path: it looks like $.orders[0].status.`,
  pattern: (path: string) =>
    `"${path}" matches by a pattern, which a path may not: leave out match() and search(), and compare by == as in $.orders[?@.state == "open"].number.`
} as const
