import * as z from "zod/mini"
import { answerList, line } from "./fields.ts"
import { apiError } from "./relay.ts"

/** What the relay's second look knows: a card number (Luhn), an IBAN (check digits), an e-mail address. */
export const unmaskedKind = z.enum(["card", "iban", "email"])
export type UnmaskedKind = z.infer<typeof unmaskedKind>

/**
 * 422 "unmasked-data", of every route that takes what people wrote (the OpenAPI document names it there): a text holds
 * what should have been masked. Nothing of the request was stored. `field` is a path in the body, e.g.
 * "ticket.messages[2].text"; no value is told.
 */
export const unmaskedData = z.extend(apiError, { found: answerList(z.object({ field: line, kind: unmaskedKind })) })
export type UnmaskedFound = z.infer<typeof unmaskedData>["found"]
