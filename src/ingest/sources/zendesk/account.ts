import { SourceError } from "../../source/source.ts"
import { readAddress } from "../web/ssrf-guard.ts"

export type Credentials = { user: string; password: string } | { bearer: string }

/** The parts of an account that can be imported. Each has documents and a state of its own. */
export const PARTS = ["articles", "macros", "tickets"] as const
export type Part = (typeof PARTS)[number]

/**
 * Returns the account and its parts that an argument names: `zendesk:acme`, `zendesk:acme/tickets`,
 * `zendesk:https://help.example.com` or `https://acme.zendesk.com/hc/...`. Returns undefined if it names no Zendesk
 * account.
 * @throws SourceError
 */
export function accountOf(argument: string): { account: URL; parts: Part[] } | undefined {
  const [, place] = /^zendesk:(.*)$/is.exec(argument.trim()) ?? []
  if (place === undefined) {
    const address = URL.parse(argument.trim())
    return address && /^https?:$/.test(address.protocol) && /\.zendesk\.com$/i.test(address.hostname)
      ? { account: readAddress(address.origin), parts: [] }
      : undefined
  }
  const [, name = "", part = ""] = /^(.*?)\/*(?:\/(articles|macros|tickets))?\/*$/is.exec(place.trim()) ?? []
  const parts = PARTS.filter((one) => one === part.toLowerCase())
  if (/^[a-z0-9][a-z0-9-]*$/i.test(name))
    return { account: new URL(`https://${name.toLowerCase()}.zendesk.com`), parts }
  if (name === "")
    throw new SourceError("source-unreadable", "Say which account: zendesk:acme for https://acme.zendesk.com.")
  return {
    account: readAddress(readAddress(/^[a-z][a-z\d+.-]*:\/\//i.test(name) ? name : `https://${name}`).origin),
    parts
  }
}

/** Returns the argument that opens this part alone, from anywhere. */
export function argumentOf(account: URL, part: Part): string {
  return `zendesk:${account.origin}/${part}`
}

/**
 * Returns an agent's address with an API token, or an OAuth token.
 * @throws SourceError with a sentence that names the variables
 */
export function credentialsOf(environment: Record<string, string | undefined>): Credentials {
  const [email, token, bearer] = ["ZENDESK_EMAIL", "ZENDESK_TOKEN", "ZENDESK_OAUTH_TOKEN"].map(
    (name) => environment[name]?.trim() || undefined
  )
  if ([email, token, bearer].some((value) => value !== undefined && /\s/.test(value)))
    throw new SourceError(
      "source-refused",
      "ZENDESK_EMAIL, ZENDESK_TOKEN and ZENDESK_OAUTH_TOKEN are one word each: copy them again."
    )
  if (bearer !== undefined) return { bearer }
  if (email !== undefined && token !== undefined)
    return { user: `${email.replace(/\/token$/, "")}/token`, password: token }
  throw new SourceError(
    "source-refused",
    'Zendesk wants credentials: set ZENDESK_EMAIL (an admin\'s) and ZENDESK_TOKEN (an API token of the Admin Center), or ZENDESK_OAUTH_TOKEN with the scope "read". (site:https://... reads a public help centre without, by its sitemap.)'
  )
}
