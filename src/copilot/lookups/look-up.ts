import {
  allowedOrigins,
  isOwn,
  originAsked,
  runLookup,
  type LookupAnswer,
  type LookupFound
} from "../../lookups/run-lookup.ts"
import { ticketValues } from "../../lookups/ticket-values.ts"
import type { LookupResult, Lookups, Identity } from "../../ticket/looked-up.ts"
import type { Cipher } from "../../store/cipher.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import { managedPolicy } from "../session/managed-policy.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"
import { askView } from "./ask-view.ts"
import { allowedByPress, hashOf, secretsOf } from "./lookup-permissions.ts"
import { keptAnswers, type Definition } from "./kept-answers.ts"
import { withholdNotes } from "./ticket-facts.ts"
import { LookupFault } from "../../lookups/get-json.ts"
import type { LookupDefinition } from "../../protocol/routes/lookups.ts"

/**
 * Makes all lookups of the team for a ticket, in parallel. It never fails: what has no answer says why. Each system has
 * three seconds, and none is asked again as long as its answer may be used.
 * @param anew asks even where an answer is kept
 */
export function lookUp(services: Services, state: TicketState, ticket: Ticket, anew = false): Promise<Lookups> {
  if (state.lookingUp && !anew) return state.lookingUp
  const looking = lookUpOnce(services, state, ticket, anew).finally(() => {
    if (state.lookingUp === looking) delete state.lookingUp
  })
  return (state.lookingUp = looking)
}

async function lookUpOnce(services: Services, state: TicketState, ticket: Ticket, anew: boolean): Promise<Lookups> {
  const team = services.account.lookups
  const isOff = (await managedPolicy(services.browser)).isOff("lookups")
  const definitions: Definition[] = isOff ? [] : [...(await team.ready()), ...team.views()]
  const { cipher } = team
  if (!cipher || definitions.length === 0) {
    state.lookups = undefined
    return { results: [], identities: [] }
  }
  const all = await Promise.all(
    definitions.map((definition) => lookUpOne(services, { state, ticket, definition, cipher, anew }))
  )
  const answers = {
    results: all.map(({ result }) => result),
    identities: all.flatMap(({ identities }) => identities)
  }
  const lookups = withholdNotes(answers, ticket, state.ticket.site)
  state.lookups = lookups
  services.show(state)
  return lookups
}

interface Asking {
  state: TicketState
  ticket: Ticket
  definition: Definition
  cipher: Cipher
  anew: boolean
}

/** What became of one lookup, and who is named in its answer. */
interface LookupOutcome {
  result: LookupResult
  identities: Identity[]
}

/** What a result says whatever became of it: what was to be asked, whom and when. */
type ResultHead = Pick<LookupResult, "name" | "title" | "origin" | "host" | "at">

async function lookUpOne(services: Services, asking: Asking): Promise<LookupOutcome> {
  const { state, ticket, definition, cipher, anew } = asking
  const { browser, clock } = services
  const now = clock.now()
  const { origin, host } = systemOf(definition, state.ticket.site)
  const head = { name: definition.name, title: definition.title, origin, host, at: new Date(now).toISOString() }
  const { values, missing } = ticketValues(definition, ticket)
  if (!values) return { result: { ...head, state: "not-asked", missing, facts: [] }, identities: [] }
  const answers = keptAnswers(browser.session, cipher)
  const question = { definition, values, origin }
  try {
    const former = anew ? undefined : await answers.get(question, now)
    if (former) return outcomeOf(former.found as LookupFound, { ...head, at: new Date(former.at).toISOString() })
    const { texts, ...answer } =
      "url" in definition
        ? await askSystem(services, { state, definition, values, cipher, origin, now })
        : await askView(services, state, { ticket, view: definition, values })
    const people = await foundByMasking(services, asking, texts)
    const withPeople = { ...answer, identities: [...answer.identities, ...people] }
    await answers.put(question, { at: now, found: withPeople })
    return outcomeOf(withPeople, head)
  } catch (error) {
    if (!(error instanceof LookupFault)) throw error
    // What the card shows is what the next draft gets, and what an agent typed isn't put aside for an older answer.
    if (anew) await answers.forget(question)
    const until = error.retryAfter === undefined ? undefined : now + error.retryAfter * 1000
    if (error.code === "rate-limited" && until !== undefined) await answers.wait(origin, until)
    return { result: { ...head, ...(await failureOf(error, definition, cipher, until)) }, identities: [] }
  }
}

function outcomeOf({ facts, identities, none, more }: LookupFound, head: ResultHead): LookupOutcome {
  return {
    result: {
      ...head,
      state: none ? "none" : "found",
      facts: none ? [] : facts,
      ...(more ? { more: true as const } : {})
    },
    identities
  }
}

/** What the card shows of a lookup that failed. @param until when the system may be asked again, in milliseconds */
async function failureOf(
  { code, status, said, label, origin }: LookupFault,
  definition: Definition,
  cipher: Cipher,
  until: number | undefined
): Promise<Omit<LookupResult, keyof ResultHead> & Partial<ResultHead>> {
  const unknown = Object.entries(definition.facts).map(([name, { label: title }]) => ({ name, label: title }))
  const secrets = Object.entries("url" in definition ? definition.secrets : {})
  const wantsSecret = code === "needs-secret" || code === "bad-secret" || code === "refused"
  return {
    state: "failed",
    problem: code,
    facts: unknown,
    ...(origin !== undefined && "url" in definition
      ? { origin, host: new URL(origin).host, definition: await hashOf(cipher, definition) }
      : {}),
    ...(status === undefined ? {} : { status }),
    ...(until === undefined ? {} : { until: new Date(until).toISOString() }),
    ...(said === undefined ? {} : { said }),
    ...(label === undefined ? {} : { missing: label }),
    ...(wantsSecret ? { secrets: secrets.map(([name, what]) => ({ name, label: what })) } : {})
  }
}

/**
 * Returns what masking finds in the texts of an answer, whatever the names of their places.
 * @throws LookupFault "unmasked", because without it a fact or the thread could tell who somebody is
 */
async function foundByMasking({ egress }: Services, { state, ticket }: Asking, texts: string[]): Promise<Identity[]> {
  try {
    return await egress.identitiesIn(texts, ticket, state.overrides, new AbortController().signal)
  } catch (cause) {
    throw new LookupFault("unmasked", { cause })
  }
}

/** The host that is asked, and its origin. A view has neither. */
function systemOf(definition: Definition, site: string): { origin: string; host: string } {
  if (!("url" in definition)) return { origin: "", host: "" }
  const origin = originAsked(definition, site)
  return { origin, host: new URL(origin).host }
}

interface AskingSystem {
  state: TicketState
  definition: LookupDefinition
  values: Record<string, string>
  cipher: Cipher
  origin: string
  now: number
}

async function askSystem(
  { browser }: Services,
  { state, definition, values, cipher, origin, now }: AskingSystem
): Promise<LookupAnswer> {
  const missing = await originToAllow(browser, cipher, definition)
  if (missing !== undefined) throw new LookupFault("needs-permission", { origin: missing })
  const until = await keptAnswers(browser.session, cipher).waitOf(origin)
  if (until > now) throw new LookupFault("rate-limited", { retryAfter: Math.ceil((until - now) / 1000) })
  const secrets = await secretsOf(browser.local, cipher, definition)
  return runLookup({ definition, values, secrets, site: state.ticket.site }, now, new AbortController().signal)
}

/**
 * Returns the first origin of a lookup that its user hasn't allowed for this definition, or that the browser doesn't
 * let be asked. What the manifest names, such as every Zendesk, is allowed for reading tickets there and for nothing
 * else. The helpdesk of the open ticket is asked in the agent's session, without a press.
 */
async function originToAllow(
  { local, permissions }: Services["browser"],
  cipher: Cipher,
  definition: LookupDefinition
): Promise<string | undefined> {
  if (isOwn(definition)) return undefined
  const pressed = await allowedByPress(local, cipher, definition)
  for (const origin of [originAsked(definition, ""), ...allowedOrigins(definition, "")])
    if (!pressed.includes(origin) || !(await permissions.contains(origin))) return origin
  return undefined
}
