import type { Kysely } from "kysely"
import { createMiddleware } from "hono/factory"
import { ATTACHMENTS_HEADER, EARLIER_HEADER } from "../../protocol/admin.ts"
import { RULES_HEADER } from "../../protocol/masking-rules.ts"
import { LOOKUPS_HEADER } from "../../protocol/operating/lookups.ts"
import { OFF_SWITCHES_HEADER } from "../../protocol/operating/off-switches.ts"
import { CORRECTIONS_HEADER, PAGE_RECIPES_HEADER } from "../../protocol/operating/helpdesk-pages.ts"
import { API_VERSION } from "../../protocol/relay.ts"
import type { RelayEnv } from "../http/context.ts"
import { Problem } from "../../runtime/problem.ts"
import { retryWhileUnavailable } from "../../storage/retry.ts"
import type { RoleName, Schema } from "../../storage/schema.ts"
import { authenticate } from "./authenticate.ts"

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]

/** Refuses a request under a foreign name that resolves to this machine, which is an attack by DNS rebinding. */
export function checkHost(hosts: string[]) {
  const names = new Set([...LOOPBACK, ...hosts])
  return createMiddleware<RelayEnv>(async ({ env }, next) => {
    const name = (env.incoming.headers.host ?? "").toLowerCase().replace(/:\d{1,5}$/, "")
    if (!names.has(name))
      throw new Problem(
        403,
        "wrong-host",
        "The relay is not served under this name: its owner can add it to RELAY_HOSTS."
      )
    await next()
  })
}

/** Refuses an extension that speaks another version of the protocol. One that names no version may try. */
export const checkVersion = createMiddleware<RelayEnv>(async ({ env }, next) => {
  const version = env.incoming.headers["x-replywright-api"]
  if (version !== undefined && version !== String(API_VERSION)) {
    throw new Problem(
      426,
      "other-version",
      `This relay speaks version ${API_VERSION} of the protocol: update the extension or the relay, so that both are of one version.`
    )
  }
  await next()
})

const RANKS: Record<RoleName, number> = { agent: 0, lead: 1, admin: 2 }

/**
 * Lets in a person who has a token and at least the given role. The route reads them from the context as `person`.
 * @throws Problem 401 as `authenticate` does, 403 "not-allowed" for a lower role
 */
export function requirePerson(db: Kysely<Schema>, clock: () => Date, role: RoleName = "agent") {
  return createMiddleware<RelayEnv>(async (context, next) => {
    const [, token] = /^Bearer ([\w-]{1,200})$/i.exec(context.env.incoming.headers.authorization ?? "") ?? []
    // This is nearly always the first query of a request, so it is the one that finds a connection lost. It only reads,
    // so it may be repeated.
    const signedIn = await retryWhileUnavailable(() => authenticate(db, token, clock()))
    context.env.outgoing.setHeader(RULES_HEADER, String(signedIn.rules))
    context.env.outgoing.setHeader(LOOKUPS_HEADER, String(signedIn.lookups))
    context.env.outgoing.setHeader(PAGE_RECIPES_HEADER, String(signedIn.recipes))
    context.env.outgoing.setHeader(CORRECTIONS_HEADER, String(signedIn.corrections))
    context.env.outgoing.setHeader(OFF_SWITCHES_HEADER, String(signedIn.offSwitches.version))
    context.env.outgoing.setHeader(EARLIER_HEADER, signedIn.earlier ? "on" : "off")
    context.env.outgoing.setHeader(ATTACHMENTS_HEADER, signedIn.attachments ? "on" : "off")
    if (RANKS[signedIn.person.role] < RANKS[role]) throw new Problem(403, "not-allowed", `This needs the role ${role}.`)
    context.set("person", signedIn)
    await next()
  })
}
