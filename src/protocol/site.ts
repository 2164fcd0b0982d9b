import * as z from "zod/mini"

/**
 * The site of a ticket: the origin of the helpdesk's page, such as "https://lumen.zendesk.com", or its keyed hash if
 * the team has sites hashed. The same number at two sites is two tickets.
 * @see docs/decisions/0026-tickets-by-site-and-number.md
 */
export const site = z.string().check(z.maxLength(300), z.regex(/^(https?:\/\/[\w.:[\]-]+|hmac:[\w-]{43})$/))

/** A site as it is stored, or "" when it was reported by an extension that did not report sites yet. */
export const storedSite = z.string().check(z.maxLength(300))
