import * as z from "zod/mini"
import { apiError } from "./relay.ts"

/** What the relay's second look knows: a card number (Luhn), an IBAN (check digits), an e-mail address. */
export const unmaskedKind = z.enum(["card", "iban", "email"])
export type UnmaskedKind = z.infer<typeof unmaskedKind>

/**
 * 422 "unmasked-data", of POST /v1/drafts, POST /v1/summaries, POST /v1/outcomes and PUT /v1/review/cases/:id: a text holds what should
 * have been masked. Nothing of the request was stored. `field` is a path in the body, e.g. "ticket.messages[2].text"; no value is told.
 */
export const unmaskedData = z.extend(apiError, { found: z.array(z.object({ field: z.string(), kind: unmaskedKind })) })
export type UnmaskedFound = z.infer<typeof unmaskedData>["found"]
