import * as z from "zod/mini"
import { instant, textUpTo } from "./fields.ts"

/**
 * How a browser stays signed in: POST /v1/token/renew. An access token is valid for 12 hours. The refresh token beside
 * it returns the next two tokens, once, and only with a signature by the key that the browser made when it was paired.
 * The key never leaves the browser. Binary values are base64, times ISO 8601.
 */

const coordinate = textUpTo(43).check(z.regex(/^[\w-]{43}$/))
/** The public half of an ECDSA key on P-256, as WebCrypto exports it. */
export const browserKey = z.object({ kty: z.literal("EC"), crv: z.literal("P-256"), x: coordinate, y: coordinate })
export type BrowserKey = z.infer<typeof browserKey>

const refresh = z.string().check(z.minLength(1), z.maxLength(200))
/** Returned when the browser sent a key. `family` names the sign-in, which ends without a renewal until `until`. */
export const renewal = z.object({ family: z.uuid(), refresh, until: instant })
export type Renewal = z.infer<typeof renewal>

/**
 * `signature` is ECDSA with SHA-256, r and s of 32 bytes each, over `renewalStatement`. `at` may differ by five
 * minutes: otherwise 409 "clock-differs".
 */
export const renewRequest = z.object({
  refresh,
  at: instant,
  signature: textUpTo(88).check(z.regex(/^[A-Za-z0-9+/]{86}==$/))
})
export type RenewRequest = z.infer<typeof renewRequest>

/** The relay's own time, which comes with 409 "clock-differs". The browser signs again with it. */
export const clockDiffers = z.object({ now: instant })

/**
 * Returns what is signed. Only the browser and its relay know the family's id, so a statement made for one relay is
 * worthless at another.
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
