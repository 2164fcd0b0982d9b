import { LISTS } from "replywright/lexicon/gaps"
import { pairsOf } from "../../../lexicon/lexicon.ts"
import type { Language } from "../../../text/languages.ts"
import { onceEach } from "../../../text/memo/once.ts"
import { placeholdersToGaps } from "../tickets/gaps.ts"

/**
 * Describes a Zendesk placeholder in words in brackets: `{{ticket.requester.first_name}}` becomes "[the customer's
 * first name]". It isn't a blank, because Zendesk fills it.
 */
export function gapOfPlaceholder(name: string, language: Language): string {
  const plain = name.replace(/\|.*/s, "").trim().toLowerCase()
  const [, who = "", what = ""] =
    /^(?:ticket\.)?(requester|assignee|submitter|current_user|agent)\.(\w+)$/.exec(plain) ?? []
  const words = valuesIn(language)
  const person = words.get(`${who === "requester" || who === "submitter" ? "customer" : "agent"}-${WHAT[what] ?? ""}`)
  const thing = words.get(ALIKE[plain] ?? "")
  // The placeholder's words may look like one of Replywright's placeholders: "ticket.id 1".
  return placeholdersToGaps(`[${person ?? thing ?? wordsOf(plain)}]`, language)
}

const valuesIn = onceEach((language: Language) => pairsOf(LISTS, language, "macro-values"))

const wordsOf = (name: string) =>
  name
    .replace(/^ticket\./, "")
    .replace(/[\s._[\]{}]+/g, " ")
    .trim()
    .slice(0, 80) || "…"

type Field = "name" | "first" | "last" | "email" | "phone"
const WHAT: Record<string, Field> = {
  name: "name",
  formatted_name: "name",
  first_name: "first",
  last_name: "last",
  email: "email",
  phone: "phone"
}
type Thing = "id" | "title" | "link" | "signature" | "organisation" | "brand" | "rating"
const ALIKE: Record<string, Thing> = {
  "ticket.id": "id",
  "ticket.encoded_id": "id",
  "ticket.title": "title",
  "ticket.link": "link",
  "ticket.url": "link",
  "ticket.url_with_protocol": "link",
  "current_user.signature": "signature",
  "agent.signature": "signature",
  signature: "signature",
  "ticket.organization.name": "organisation",
  "ticket.requester.organization.name": "organisation",
  "ticket.account": "brand",
  "ticket.brand.name": "brand",
  "satisfaction.rating_section": "rating",
  "satisfaction.rating_url": "rating",
  "satisfaction.positive_rating_url": "rating",
  "satisfaction.negative_rating_url": "rating"
}
