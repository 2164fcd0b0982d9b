import { createRemoteJWKSet, errors as joseErrors, jwtVerify, type JWTVerifyGetKey } from "jose"
import * as oidc from "openid-client"
import { Problem } from "../../runtime/problem.ts"
import type { SignInSettings } from "../../runtime/sign-in-settings.ts"

/** What the relay remembers of a sign-in between its two halves. */
export interface BegunSignIn {
  state: string
  nonce: string
  /** Of PKCE (RFC 7636): whoever has the code alone can't trade it. */
  verifier: string
  redirect: string
}

/** Whom the provider has signed in. */
export interface SignedInPerson {
  /** Issuer and subject, which name a person for good: names and addresses change hands. */
  subject: string
  name: string
  /** An address or a login name, where a second person has the same name. */
  login: string | undefined
  /** The login name, or an address that the provider has verified, by which the directory may know the person. */
  userName: string | undefined
  /** The ids by which the organisation's directory may know the person. */
  ids: string[]
  groups: string[]
}

/** The organisation's provider of OpenID Connect. */
export interface SignInProvider {
  /** The host of its issuer, as the sign-in button names it. */
  host: string
  /** Returns the address where a person signs in, and what to remember. @throws Problem 503 "provider-away" */
  begin(redirect: string): Promise<{ url: string; begun: BegunSignIn }>
  /**
   * Trades the code in the address to which the provider has sent the browser back.
   * @throws Problem 403 "sign-in-refused", 503 "provider-away"
   */
  finish(callback: URL, begun: BegunSignIn): Promise<SignedInPerson>
  /**
   * Reads a logout token (OpenID Connect Back-Channel Logout 1.0, section 2.6) and returns whose sign-ins end.
   * @throws Problem 400 "bad-logout-token", 503 "provider-away"
   */
  whoLeft(logoutToken: string): Promise<string>
}

/** How many seconds the provider's clock may be off. */
const CLOCK_SECONDS = 120
/** How many seconds an answer of the provider may take. */
const ANSWER_SECONDS = 10
const LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout"
const MAX_GROUPS = 100
const MAX_NAME = 100

/**
 * Reads the provider's own description when it is first needed, and once more if that failed. Every answer of it is
 * verified by openid-client: signature by the published keys, issuer, audience, nonce, time, state and PKCE.
 */
export function createSignInProvider(settings: SignInSettings): SignInProvider {
  let discovered: Promise<Discovered> | undefined
  const provider = () => {
    discovered ??= discover(settings).catch((error: unknown) => {
      discovered = undefined
      throw providerAway(error)
    })
    return discovered
  }
  return {
    host: new URL(settings.issuer).host,
    begin: async (redirect) => addressFor(await provider(), redirect, settings.scope),
    async finish(callback, begun) {
      const { config } = await provider()
      try {
        return personOf(await claimsOf(config, callback, begun, settings.groupsClaim), settings)
      } catch (error) {
        throw problemOf(error)
      }
    },
    async whoLeft(logoutToken) {
      const { config, keys } = await provider()
      try {
        return subjectOf(settings.issuer, await subjectIn(logoutToken, config, keys, settings.clientId))
      } catch (error) {
        if (error instanceof Problem) throw error
        if (error instanceof joseErrors.JWKSTimeout) throw providerAway(error)
        throw badLogoutToken(error instanceof Error ? error.message : String(error))
      }
    }
  }
}

/** What the provider says of itself, and the keys by which it signs. */
interface Discovered {
  config: oidc.Configuration
  keys: JWTVerifyGetKey | undefined
}

async function addressFor({ config }: Discovered, redirect: string, scope: string) {
  const begun = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    redirect
  }
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirect,
    scope,
    state: begun.state,
    nonce: begun.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(begun.verifier),
    code_challenge_method: "S256"
  })
  return { url: url.href, begun }
}

type Claims = oidc.IDToken | (oidc.IDToken & oidc.UserInfoResponse)

/** Trades the code for the claims. Some providers list groups and names only for the access token. */
async function claimsOf(
  config: oidc.Configuration,
  callback: URL,
  begun: BegunSignIn,
  groupsClaim: string
): Promise<Claims> {
  const tokens = await oidc.authorizationCodeGrant(config, callback, {
    pkceCodeVerifier: begun.verifier,
    expectedState: begun.state,
    expectedNonce: begun.nonce,
    idTokenExpected: true
  })
  const claims = tokens.claims()
  if (!claims) throw refused("The provider sent no ID token.")
  const hasMore = config.serverMetadata().userinfo_endpoint !== undefined
  if (claims[groupsClaim] !== undefined || !hasMore) return claims
  return { ...claims, ...(await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)) }
}

function personOf(claims: Claims, { issuer, groupsClaim }: SignInSettings): SignedInPerson {
  const [userName, address] = [textOf(claims["preferred_username"]), textOf(claims["email"])]
  const login = userName ?? address
  return {
    subject: subjectOf(issuer, claims.sub),
    name: textOf(claims["name"]) ?? login ?? claims.sub.slice(0, MAX_NAME),
    login,
    // Whoever may type an address of their own must not take a colleague's place in the directory.
    userName: userName ?? (claims["email_verified"] === true ? address : undefined),
    // Entra ID provisions users by their object id, while `sub` is another one for each application.
    ids: [claims.sub, textOf(claims["oid"]) ?? []].flat(),
    groups: groupsOf(claims[groupsClaim])
  }
}

async function subjectIn(
  logoutToken: string,
  config: oidc.Configuration,
  keys: JWTVerifyGetKey | undefined,
  audience: string
): Promise<string> {
  if (!keys) throw badLogoutToken("The provider publishes no keys.")
  const { payload } = await jwtVerify(logoutToken, keys, {
    issuer: config.serverMetadata().issuer,
    audience,
    clockTolerance: CLOCK_SECONDS,
    requiredClaims: ["iat", "jti", "events"],
    maxTokenAge: `${MAX_LOGOUT_SECONDS}s`
  })
  const events = payload["events"]
  if (typeof events !== "object" || events === null || !(LOGOUT_EVENT in events))
    throw badLogoutToken("It is no logout token.")
  if (payload["nonce"] !== undefined) throw badLogoutToken("A logout token has no nonce.")
  if (payload.sub === undefined) throw badLogoutToken("It names nobody: let the provider send the subject.")
  return payload.sub
}

/** How old a logout token may be, in seconds. */
const MAX_LOGOUT_SECONDS = 300

async function discover({ issuer, clientId, clientSecret }: SignInSettings): Promise<Discovered> {
  const address = new URL(issuer)
  const config = await oidc.discovery(
    address,
    clientId,
    { [oidc.clockTolerance]: CLOCK_SECONDS, ...(clientSecret !== undefined && { client_secret: clientSecret }) },
    clientSecret === undefined ? oidc.None() : undefined,
    {
      timeout: ANSWER_SECONDS,
      // Without HTTPS only on this machine, which the settings make sure of.
      execute: address.protocol === "http:" ? [oidc.allowInsecureRequests] : []
    }
  )
  // The signature of an ID token is verified, although it came from the provider itself over HTTPS.
  oidc.enableNonRepudiationChecks(config)
  const { jwks_uri: published } = config.serverMetadata()
  const keys =
    published === undefined
      ? undefined
      : createRemoteJWKSet(new URL(published), { timeoutDuration: ANSWER_SECONDS * 1000 })
  return { config, keys }
}

/** Issuers are as they are in the settings, so that a provider that moves is another one. */
const subjectOf = (issuer: string, subject: string) => `${issuer} ${subject}`

function textOf(claim: unknown): string | undefined {
  if (typeof claim !== "string") return undefined
  // A name is one line in lists, and no control sign hides in it.
  const text = claim.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim()
  return text === "" ? undefined : text.slice(0, MAX_NAME).trim()
}

/** Some providers send one group as text. */
function groupsOf(claim: unknown): string[] {
  const all: unknown[] = Array.isArray(claim) ? claim : [claim]
  return [...new Set(all.flatMap((group) => textOf(group) ?? []))].slice(0, MAX_GROUPS)
}

const refused = (why: string) =>
  new Problem(403, "sign-in-refused", `Your organisation's sign-in was not accepted: ${why} Sign in again.`)

const badLogoutToken = (why: string) => new Problem(400, "bad-logout-token", `This logout token is not valid: ${why}`)

function providerAway(error: unknown): Problem {
  const why = error instanceof Error ? error.message : String(error)
  return new Problem(
    503,
    "provider-away",
    `Your organisation's sign-in can't be reached (${why}). Whoever is signed in goes on. Try again in a moment.`,
    { retryable: true }
  )
}

/** A refusal of the provider or of a check is one of this sign-in; anything else means that nothing came back. */
function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof oidc.AuthorizationResponseError)
    return refused(error.error === "access_denied" ? "It was cancelled." : `The provider says "${error.error}".`)
  if (error instanceof oidc.ResponseBodyError)
    return error.status >= 500 ? providerAway(error) : refused(`The provider says "${error.error}".`)
  if (error instanceof oidc.ClientError && !isTransport(error)) return refused(`${error.message}.`)
  return providerAway(error)
}

const isTransport = ({ code }: oidc.ClientError) => code === "OAUTH_TIMEOUT" || code === "OAUTH_RESPONSE_IS_NOT_CONFORM"
