import * as z from "zod/mini"
import { instant, textUpTo } from "./fields.ts"

/**
 * How a browser goes on being signed in: POST /v1/token/renew. An access token is good for 12 hours; the refresh token
 * beside it gives the next two, once, and only with a signature by the key that the browser made when it was paired.
 * The key never leaves the browser. Binary values are base64, times ISO 8601.
 */

const coordinate = textUpTo(43).check(z.regex(/^[\w-]{43}$/))
/** The public half of an ECDSA key on P-256, as WebCrypto exports it. */
export const browserKey = z.object({ kty: z.literal("EC"), crv: z.literal("P-256"), x: coordinate, y: coordinate })
export type BrowserKey = z.infer<typeof browserKey>

const refresh = z.string().check(z.minLength(1), z.maxLength(200))
/** Told where the browser sent a key. `family` names the sign-in; without a renewal until `until` it ends. */
export const renewal = z.object({ family: z.uuid(), refresh, until: instant })
export type Renewal = z.infer<typeof renewal>

/**
 * `signature`: ECDSA with SHA-256, r and s of 32 bytes each, over `renewalStatement`. `at` may be five minutes off:
 * else 409 "clock-differs".
 */
export const renewRequest = z.object({
  refresh,
  at: instant,
  signature: textUpTo(88).check(z.regex(/^[A-Za-z0-9+/]{86}==$/))
})
export type RenewRequest = z.infer<typeof renewRequest>

/** What the relay says beside 409 "clock-differs": its own time, to sign anew with. */
export const clockDiffers = z.object({ now: instant })

/**
 * What is signed. The family's id is known to the browser and its relay alone, so that a statement made for one relay
 * means nothing at another.
 * @param refreshHash SHA-256 of the refresh token, base64
 */
export function renewalStatement({
  family,
  at,
  refreshHash
}: {
  family: string
  at: string
  refreshHash: string
}): string {
  return ["replywright renewal 1", "POST /v1/token/renew", family, at, refreshHash].join("\n")
}
