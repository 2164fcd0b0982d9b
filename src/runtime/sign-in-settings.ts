import { DEFAULTS, listOf } from "./variables.ts"

/** Sign-in by the organisation's provider of OpenID Connect. */
export interface SignInSettings {
  issuer: string
  clientId: string
  clientSecret: string | undefined
  /** What the provider is asked for, with spaces between. */
  scope: string
  /** The claim that lists a person's groups. */
  groupsClaim: string
  /** The groups whose people sign in as what. Without groups of agents, everybody else signs in as an agent. */
  roles: Record<"agent" | "lead" | "admin", readonly string[]>
  /** After so many hours a person signs in again. */
  hours: number
}

type Given = Record<string, string | undefined>

/** Returns how people sign in by a provider, or undefined if they don't. */
export function signInSettings(given: Given): SignInSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = given
  if (issuer === undefined || clientId === undefined) return undefined
  return {
    issuer,
    clientId,
    clientSecret: given["OIDC_CLIENT_SECRET"],
    scope: given["OIDC_SCOPE"] ?? DEFAULTS.signInScope,
    groupsClaim: given["OIDC_GROUPS_CLAIM"] ?? DEFAULTS.groupsClaim,
    roles: {
      agent: listOf(given["OIDC_AGENTS"]),
      lead: listOf(given["OIDC_LEADS"]),
      admin: listOf(given["OIDC_ADMINS"])
    },
    hours: Number(given["OIDC_HOURS"] ?? DEFAULTS.signInHours)
  }
}

/** Says what is missing beside what is set. */
export function mistakesOfSignIn(given: Given): string[] {
  const own = Object.keys(given).filter((name) => name.startsWith("OIDC_"))
  const missing = ["OIDC_ISSUER", "OIDC_CLIENT_ID"].filter((name) => given[name] === undefined)
  return [
    ...(own.length > 0 && missing.length > 0
      ? [`${own[0]} is set but ${missing.join(" and ")} not: set it as your provider shows it for Replywright.`]
      : []),
    ...(given["RELAY_PAIRING"] === "off" && given["OIDC_ISSUER"] === undefined
      ? ["RELAY_PAIRING is off and there is no OIDC_ISSUER: nobody could sign in. Set it, or leave RELAY_PAIRING out."]
      : [])
  ]
}
