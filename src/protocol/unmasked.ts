import * as z from "zod/mini"
import { answerList, line } from "./fields.ts"
import { apiError } from "./relay.ts"

/** The kinds that the relay's second look finds: a card number (Luhn), an IBAN (check digits), an e-mail address. */
export const unmaskedKind = z.enum(["card", "iban", "email"])
export type UnmaskedKind = z.infer<typeof unmaskedKind>

/**
 * 422 "unmasked-data" is an answer of every route that accepts people's texts (the OpenAPI document lists it there): a
 * text contains what should have been masked. Nothing of the request was stored. `field` is a path in the body, such as
 * "ticket.messages[2].text". No value is returned.
 */
export const unmaskedData = z.extend(apiError, { found: answerList(z.object({ field: line, kind: unmaskedKind })) })
export type UnmaskedFound = z.infer<typeof unmaskedData>["found"]
