import * as z from "zod/mini"
import { mayReview, UNSAVED_REVIEWS } from "../../protocol/lead.ts"
import type { MaskedText } from "../../protocol/outgoing.ts"
import { DEFAULT_ADDRESS } from "../../protocol/panel.ts"
import { ROUTES } from "../../protocol/routes/all.ts"
import type {
  PageAnswer,
  PageMessage,
  PageRole,
  PageRoute,
  PageStatus,
  RelayCall,
  UploadTarget
} from "../../protocol/routes/calls/page-call.ts"
import type { Operation } from "../../protocol/routes/describe/operation.ts"
import type { CopilotParts } from "../relay-client/copilot-parts.ts"
import type { Egress } from "../relay-client/egress-contract.ts"
import { createEgress, pageBody } from "../relay-client/egress.ts"
import type { RelayClient } from "../relay-client/relay-client.ts"
import { isRevoked, RelayFault } from "../relay-client/relay-fault.ts"
import type { Account } from "../session/account.ts"
import { endedPairing, isSamePairing, signedInAs, signedOutReason, type Pairing } from "../session/pairings.ts"
import type { PlainParts } from "../../protocol/routes/calls/route-types.ts"
import { mistakesIn } from "../../protocol/routes/describe/mistakes.ts"
import { addressOf } from "../relay-client/route-address.ts"

/**
 * Answers the pages for leads and admins with the token of the role as which they ask. The panel's sign-in is only
 * changed if it is that one.
 */
export function createPageCalls(
  parts: Pick<CopilotParts, "browser" | "relay" | "masker">,
  account: Account,
  changed: () => void
): (message: PageMessage) => Promise<PageAnswer> {
  const calls = new PageCalls(parts, account, changed)
  return async (message) => {
    try {
      return { ok: true, value: await calls.answer(message) }
    } catch (error) {
      if (!(error instanceof RelayFault)) throw error
      const problem = message.kind === "relay-call" ? problemIn(message.route, error) : undefined
      return {
        ok: false,
        code: faultCodeOf(error),
        message: error.message,
        ...(problem !== undefined && { problem })
      }
    }
  }
}

class PageCalls {
  readonly #parts: Pick<CopilotParts, "browser" | "relay" | "masker">
  readonly #account: Account
  readonly #changed: () => void

  constructor(parts: Pick<CopilotParts, "browser" | "relay" | "masker">, account: Account, changed: () => void) {
    this.#parts = parts
    this.#account = account
    this.#changed = changed
  }

  /** @throws RelayFault */
  async answer(message: PageMessage): Promise<unknown> {
    const account = this.#account
    await account.load()
    switch (message.kind) {
      case "page-status":
        return statusOf(account, message.as)
      case "page-sign-out":
        return this.#signOut(message.as)
      case "upload-target":
        return this.#uploadTarget()
      case "corrections-verdict":
        return this.#withSignIn("admin", async (client) =>
          account.corrections.verdictOn(await client.call("GET /v1/corrections", {}, new AbortController().signal))
        )
      case "relay-call":
        return this.#call(message)
    }
  }

  #pairingOf(as: PageRole): Pairing | undefined {
    const { pairings } = this.#account
    return pairingAs(pairings, as)
  }

  async #signOut(as: PageRole): Promise<null> {
    const one = this.#pairingOf(as)
    if (!one || isSamePairing(one, this.#account.pairings.main)) return null
    if (as === "lead") await this.#parts.browser.session.remove(UNSAVED_REVIEWS)
    await signOutBeside(this.#account, one, this.#changed)
    return null
  }

  /** Works with the relay of the sign-in that this role has. @throws RelayFault "signed-out", "no-lead", "no-admin" */
  async #withSignIn<T>(as: PageRole, work: (client: RelayClient, one: SignedIn) => Promise<T>): Promise<T> {
    const one = this.#pairingOf(as)
    if (!isSignedIn(one)) throw new RelayFault(one ? "signed-out" : `no-${as}`, SIGN_IN[as], false)
    try {
      return await work(this.#parts.relay(one.address, this.#account.renewals.bearerOf(one)), one)
    } catch (error) {
      await handleCallFailure(this.#account, one, error, this.#changed)
      throw error
    }
  }

  async #call(call: RelayCall): Promise<unknown> {
    const { route, operation, parts } = readPageCall(call)
    const { pairings, rules } = this.#account
    return this.#withSignIn(call.as, async (client, one) => {
      const { signal } = new AbortController()
      // These are the rules of the relay that keeps the note. The panel may be signed in at another relay, or not at
      // all.
      const egress = createEgress(this.#parts.masker, () => client.call("GET /v1/masking-rules", {}, signal))
      const mask = (text: string) => maskedNote(egress, text, signal)
      const body = await pageBody(operation, call.body, mask)
      const query = await maskedQuery(operation, parts.query, mask)
      const value = await client.send(
        route,
        { ...parts, ...(query && { query }), ...(body !== undefined && { body }) },
        signal
      )
      // The panel of the person who sets the rules gets them at once, without waiting until its own sign-in hears of
      // them.
      if (RULE_CHANGES.has(route) && pairings.main?.address === one.address) rules.heard(newRules.parse(value).version)
      return value
    })
  }

  #uploadTarget(): Promise<UploadTarget> {
    return this.#withSignIn("admin", async (client, one) => {
      // A page can't renew a token. This call renews one that has expired.
      await client.call("GET /v1/me", {}, new AbortController().signal)
      return { address: one.address, token: this.#account.pairings.current(one)?.token ?? one.token }
    })
  }
}

type SignedIn = Pairing & { token: string }
const isSignedIn = (one: Pairing | undefined): one is SignedIn => one?.token !== undefined

const SIGN_IN: Record<PageRole, string> = {
  agent: "Your replies’ reviews are at the relay: sign in first.",
  lead: "Review is for leads: pair with a lead's code.",
  admin: "This page is for admins: pair with an admin’s code."
}

/** The calls that are answered with newer masking rules. */
const RULE_CHANGES = new Set<PageRoute>(["PUT /v1/masking-rules", "POST /v1/masking-rules/undo"])
const newRules = z.object({ version: z.number() })

/** @throws RelayFault "note-not-masked" */
const maskedNote = (egress: Egress, written: string, signal: AbortSignal): Promise<MaskedText> =>
  egress.note(written, signal).catch((cause: unknown) => {
    if (cause instanceof RelayFault) throw cause
    throw new RelayFault("note-not-masked", "The note could not be masked in time, so nothing was sent.", true, 0, {
      cause
    })
  })

/** Masks what somebody typed to search for: a customer's name would else stand in an address. */
async function maskedQuery(
  { masksQuery = [] }: Operation,
  query: PlainParts["query"],
  mask: (text: string) => Promise<MaskedText>
): Promise<PlainParts["query"]> {
  const typed = Object.entries(query ?? {}).filter(([name]) => masksQuery.includes(name))
  if (typed.length === 0) return query
  const masked = await Promise.all(typed.map(async ([name, text]) => [name, await mask(String(text))] as const))
  return { ...query, ...Object.fromEntries(masked) }
}

/** Returns what came with a refusal, if the route's description names it. */
function problemIn(route: string, { status, said }: RelayFault): unknown {
  const operation: Operation | undefined = Object.hasOwn(ROUTES, route) ? ROUTES[route as PageRoute] : undefined
  return operation?.answers[status]?.schema?.safeParse(said).data
}

/** Returns a code for which the pages have a sentence. */
function faultCodeOf({ status, code }: RelayFault): string {
  if (status === 401) return "signed-out"
  if (status === 410 || code === "no-case") return "erased"
  return status === 426 ? "other-version" : code
}

/** Handles a failed call of a sign-in. A secondary sign-in ends here if the relay says that it has ended. */
async function handleCallFailure(account: Account, one: Pairing, error: unknown, changed: () => void): Promise<void> {
  if (isSamePairing(one, account.pairings.main)) return account.heard(error)
  if (!(error instanceof RelayFault) || !isRevoked(error)) return
  await account.pairings.replace(one, endedPairing(one, error.code))
  changed()
}

/** Ends a secondary sign-in. The main one ends in the popup, which shows what else is deleted with it. */
async function signOutBeside({ pairings, renewals }: Account, one: Pairing, changed: () => void): Promise<void> {
  const tell = await renewals.farewell(one)
  await pairings.replace(one, undefined)
  changed()
  // If the relay is out of reach, the sign-in is forgotten here anyway; at the relay it ends by itself after 30 days.
  await tell?.(new AbortController().signal).catch((error: unknown) => {
    if (!(error instanceof RelayFault)) throw error
  })
}

/** Returns the sign-in with which a page of this role asks. */
function pairingAs({ main, reviewer, administrator }: Account["pairings"], as: PageRole): Pairing | undefined {
  if (as === "agent") return main
  return as === "admin" ? administrator : reviewer
}

function statusOf({ pairings }: Account, as: PageRole): PageStatus {
  const { main } = pairings
  const one = pairingAs(pairings, as)
  const person = signedInAs(one)
  const panel = isSamePairing(main, one) ? undefined : signedInAs(main)
  return {
    ...(person && (as !== "lead" || mayReview(person)) && { person }),
    address: (one ?? main)?.address ?? DEFAULT_ADDRESS,
    ...(panel && { panel }),
    ...(one?.revoked && { revoked: true as const }),
    ...signedOutReason(one)
  }
}

/** A page's call whose route and parts fit the route's description. Its body is read by the egress. */
interface PageCall {
  route: PageRoute
  operation: Operation
  parts: Pick<PlainParts, "path" | "query">
}

/**
 * Reads a page's call by the description of its route.
 * @throws RelayFault "bad-request" if there is no such route for pages, if the role may not ask it, or if its path or
 * query isn't as the description says
 */
function readPageCall({ route, as, path, query }: Omit<RelayCall, "kind">): PageCall {
  if (!isRoute(route)) throw refusal(`No route is called ${route}.`)
  const operation: Operation = ROUTES[route]
  if (!isPageRoute(route, operation) || RANKS[operation.who] > RANKS[as])
    throw refusal(`A page may not ask ${route} as ${as}.`)
  if (operation.path) read(operation.path, path)
  const parts = {
    ...(path && { path }),
    ...(query && operation.query && { query: readQuery(operation.query, query) })
  }
  if (!addressOf(route, parts)) throw refusal("The address lacks a part, or leads to another one.")
  return { route, operation, parts }
}

/** No page has the token of the organisation's provisioning. */
const RANKS: Record<Operation["who"], number> & Record<PageRole, number> = {
  anyone: 0,
  agent: 0,
  lead: 1,
  admin: 2,
  provisioning: Infinity
}

const isRoute = (route: string): route is keyof typeof ROUTES => Object.hasOwn(ROUTES, route)

/** At run time what `PageRoute` says of the types. */
function isPageRoute(route: keyof typeof ROUTES, { who, takesFile }: Operation): route is PageRoute {
  if (takesFile) return false
  return who === "lead" || who === "admin" || (who === "agent" && /^GET | \/v1\/own\//.test(route))
}

function read(schema: NonNullable<Operation["path" | "query"]>, given: object | undefined): object {
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw refusal(mistakesIn(parsed.error.issues))
  return parsed.data
}

/** Returns what the description names of a query, in the order in which the page has it. */
function readQuery(schema: NonNullable<Operation["query"]>, given: Record<string, unknown>): object {
  const values = new Map(Object.entries(read(schema, given)))
  return Object.fromEntries(Object.keys(given).flatMap((name) => (values.has(name) ? [[name, values.get(name)]] : [])))
}

const refusal = (message: string) => new RelayFault("bad-request", message, false)
