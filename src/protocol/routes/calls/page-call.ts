import * as z from "zod/mini"
import type { SignedOut } from "../../notice.ts"
import type { PairedPerson } from "../../relay.ts"
import type { Routes } from "../all.ts"
import type { Route } from "./route-types.ts"

/**
 * The messages from the pages for leads and admins to the background, which has their tokens. Nearly all of them are one
 * call of the relay's API, by the name of its route. They are answered with `PageAnswer`.
 */

/** As whom a page asks: with the panel's sign-in, the lead's or the admin's. */
const pageRole = z.enum(["agent", "lead", "admin"])
export type PageRole = z.infer<typeof pageRole>

/** The background reads `route` and the parts by the route's description before anything is sent. */
const relayCall = z.object({
  kind: z.literal("relay-call"),
  as: pageRole,
  route: z.string(),
  path: z.optional(z.record(z.string(), z.string())),
  query: z.optional(z.record(z.string(), z.unknown())),
  body: z.optional(z.unknown())
})
export type RelayCall = z.infer<typeof relayCall>

export const pageMessage = z.discriminatedUnion("kind", [
  relayCall,
  z.object({ kind: z.literal("page-status"), as: pageRole }),
  z.object({ kind: z.literal("page-sign-out"), as: pageRole }),
  // A file can't be sent in a message, and the worker would be ended during the upload, so the page sends it.
  z.object({ kind: z.literal("upload-target") }),
  // The browser judges the file by the keys that it trusts.
  z.object({ kind: z.literal("corrections-verdict") })
])
export type PageMessage = z.infer<typeof pageMessage>

/** `problem` is what the route's description says that comes with the refusal, such as what somebody else saved. */
export type PageAnswer = { ok: true; value: unknown } | { ok: false; code: string; message?: string; problem?: unknown }

/**
 * The routes that a page may ask: those for leads and admins, and of those for everybody the ones that only read, or are
 * about what is one's own. A file is sent by the page itself.
 */
export type PageRoute = {
  [R in Route]: Routes[R] extends { takesFile: true }
    ? never
    : Routes[R] extends { who: "lead" | "admin" }
      ? R
      : R extends `GET ${string}` | `${string} /v1/own/${string}`
        ? Routes[R] extends { who: "agent" }
          ? R
          : never
        : never
}[Route]

/** What a page shows about the sign-in that it uses. */
export interface PageStatus {
  /** The person whose token the page uses, or undefined when nobody with its role is signed in. */
  person?: PairedPerson
  /** That person's relay, or else the one at which a new code is tried. */
  address: string
  /** Who is signed in to the panel, if that is somebody else. */
  panel?: PairedPerson
  /** The relay ended the sign-in. */
  revoked?: true
  signedOut?: SignedOut
}

/** Where the admin page itself uploads a file, and with which token. */
export interface UploadTarget {
  address: string
  token: string
}
