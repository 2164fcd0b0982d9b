import type { Kysely } from "kysely"
import { createMiddleware } from "hono/factory"
import { SITES_SETTING } from "../../masking-rules/site-hashing.ts"
import { Problem } from "../../runtime/problem.ts"
import { CORRECTIONS_VERSION } from "../../storage/corrections.ts"
import { RECIPES_VERSION } from "../../storage/page-recipes.ts"
import type { Schema, RoleName } from "../../storage/schema.ts"
import "../../masking-rules/tables.ts"
import { OFF_SWITCHES_SETTING, offSwitchesOf } from "../team-settings/stored-switches.ts"
import { TEAM_SETTING, teamOf } from "../team-settings/stored-team.ts"
import { endedProblem, TOKEN_HOURS } from "./token-families.ts"
import { hashToken } from "./secrets.ts"
import { ATTACHMENTS_HEADER, EARLIER_HEADER } from "../../protocol/admin.ts"
import { API_VERSION } from "../../protocol/relay.ts"
import type { SignedIn, RelayEnv } from "../http/context.ts"
import { retryWhileUnavailable } from "../../storage/retry.ts"
import { OFF_SWITCHES_HEADER } from "../../protocol/routes/off-switches.ts"
import { LOOKUPS_HEADER } from "../../protocol/routes/lookups.ts"
import { CORRECTIONS_HEADER, PAGE_RECIPES_HEADER } from "../../protocol/routes/helpdesk-pages.ts"
import { RULES_HEADER } from "../../protocol/routes/masking-rules.ts"

/**
 * Returns the person whose access token it is. The first request with a token shows that the browser has received it,
 * so the refresh token that it was renewed with is no longer valid.
 * @throws Problem 401 "not-paired", "token-outdated", "token-revoked", "sign-in-reused", or "token-expired", after
 * which a browser renews its token
 */
async function authenticate(db: Kysely<Schema>, token: string | undefined, now: Date): Promise<SignedIn> {
  if (!token) throw again("not-paired", "This browser is not paired with the relay")
  const hash = hashToken(token)
  const row = await readToken(db, hash)
  if (!row) throw again("not-paired", "The relay does not know this browser")
  if (row.family === null)
    throw again(
      "token-outdated",
      "The relay was updated since this browser was paired, and sign-ins from before are not renewed"
    )
  if (row.revoked_at) throw endedProblem(row.ended_why)
  if (row.expires_at <= now)
    throw again("token-expired", `This token is older than ${TOKEN_HOURS} hours, and was not renewed`)
  if (row.used_at === null) await db.updateTable("tokens").set({ used_at: now }).where("hash", "=", hash).execute()
  const { id, name, role, groups, tenant, family, expires_at: expires, rules, recipes, sites, team } = row
  const { earlier, attachments } = teamOf(team)
  const versions = {
    rules: rules ?? 0,
    lookups: Number(row.lookups ?? 0),
    recipes: Number(recipes ?? 0),
    corrections: Number(row.corrections ?? 0),
    earlier,
    attachments,
    offSwitches: offSwitchesOf(row.off_switches)
  }
  return { person: { id, name, role, groups }, tenant, family, expires, ...versions, siteSetting: sites }
}

/** Reads a token with its person, and the versions of all that a browser keeps of the team's settings. */
function readToken(db: Kysely<Schema>, hash: Buffer) {
  const setting = (key: string) => db.selectFrom("settings").select("settings.value").where("settings.key", "=", key)
  return db
    .selectFrom("tokens")
    .innerJoin("people", "people.id", "tokens.person")
    .leftJoin("token_families", "token_families.id", "tokens.family")
    .select(["people.id", "people.name", "people.role", "people.groups", "people.tenant"])
    .select(["tokens.family", "tokens.expires_at", "tokens.revoked_at", "tokens.used_at", "token_families.ended_why"])
    .select((query) =>
      query
        .selectFrom("masking_rules")
        .select((rules) => rules.fn.max("version").as("newest"))
        .as("rules")
    )
    .select((query) =>
      query
        .selectFrom("lookup_versions")
        .select((versions) => versions.fn.countAll<string>().as("count"))
        .as("lookups")
    )
    .select([
      setting(SITES_SETTING).as("sites"),
      setting(TEAM_SETTING).as("team"),
      setting(OFF_SWITCHES_SETTING).as("off_switches"),
      setting(RECIPES_VERSION).as("recipes"),
      setting(CORRECTIONS_VERSION).as("corrections")
    ])
    .where("tokens.hash", "=", hash)
    .executeTakeFirst()
}

function again(code: string, what: string): Problem {
  return new Problem(401, code, `${what}: pair it with a new code.`)
}

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
    context.set("person", signedIn)
    if (RANKS[signedIn.person.role] < RANKS[role]) throw new Problem(403, "not-allowed", `This needs the role ${role}.`)
    await next()
  })
}
