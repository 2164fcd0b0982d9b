import type { Language } from "../../../text/languages.ts"
import { placeholdersToGaps } from "../tickets/gaps.ts"

/**
 * Describes a Zendesk placeholder in words in brackets: `{{ticket.requester.first_name}}` becomes "[the customer's
 * first name]". It isn't a blank, because Zendesk fills it.
 */
export function gapOfPlaceholder(name: string, language: Language): string {
  const plain = name.replace(/\|.*/s, "").trim().toLowerCase()
  const [, who = "", what = ""] =
    /^(?:ticket\.)?(requester|assignee|submitter|current_user|agent)\.(\w+)$/.exec(plain) ?? []
  const person = PERSON[language][who === "requester" || who === "submitter" ? "customer" : "agent"][WHAT[what] ?? ""]
  const thing = THING[language][ALIKE[plain] ?? ""]
  // The placeholder's words may look like one of Replywright's placeholders: "ticket.id 1".
  return placeholdersToGaps(`[${person ?? thing ?? wordsOf(plain)}]`, language)
}

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

const people = (
  customer: [name: string, first: string, last: string, email: string, phone: string],
  agent: typeof customer
): Record<"customer" | "agent", Record<string, string>> => {
  const fields = ([name, first, last, email, phone]: typeof customer) => ({ name, first, last, email, phone })
  return { customer: fields(customer), agent: fields(agent) }
}
const PERSON: Record<Language, ReturnType<typeof people>> = {
  en: people(
    [
      "the customer's name",
      "the customer's first name",
      "the customer's last name",
      "the customer's e-mail address",
      "the customer's phone number"
    ],
    [
      "the agent's name",
      "the agent's first name",
      "the agent's last name",
      "the agent's e-mail address",
      "the agent's phone number"
    ]
  ),
  de: people(
    [
      "Name des Kunden",
      "Vorname des Kunden",
      "Nachname des Kunden",
      "E-Mail-Adresse des Kunden",
      "Telefonnummer des Kunden"
    ],
    [
      "Name des Bearbeiters",
      "Vorname des Bearbeiters",
      "Nachname des Bearbeiters",
      "E-Mail-Adresse des Bearbeiters",
      "Telefonnummer des Bearbeiters"
    ]
  ),
  fr: people(
    [
      "nom du client",
      "prénom du client",
      "nom de famille du client",
      "adresse e-mail du client",
      "numéro de téléphone du client"
    ],
    [
      "nom de l'agent",
      "prénom de l'agent",
      "nom de famille de l'agent",
      "adresse e-mail de l'agent",
      "numéro de téléphone de l'agent"
    ]
  ),
  es: people(
    [
      "nombre completo del cliente",
      "nombre del cliente",
      "apellido del cliente",
      "correo electrónico del cliente",
      "teléfono del cliente"
    ],
    [
      "nombre completo del agente",
      "nombre del agente",
      "apellido del agente",
      "correo electrónico del agente",
      "teléfono del agente"
    ]
  ),
  pt: people(
    ["nome do cliente", "primeiro nome do cliente", "sobrenome do cliente", "e-mail do cliente", "telefone do cliente"],
    ["nome do agente", "primeiro nome do agente", "sobrenome do agente", "e-mail do agente", "telefone do agente"]
  ),
  ja: people(
    ["お客様のお名前", "お客様の名", "お客様の姓", "お客様のメールアドレス", "お客様の電話番号"],
    ["担当者の名前", "担当者の名", "担当者の姓", "担当者のメールアドレス", "担当者の電話番号"]
  )
}
const THING: Record<Language, Record<string, string>> = {
  en: {
    id: "the ticket's number",
    title: "the ticket's subject",
    link: "a link to the ticket",
    signature: "the agent's signature",
    organisation: "the customer's organisation",
    brand: "our name",
    rating: "a link to rate us"
  },
  de: {
    id: "Nummer des Tickets",
    title: "Betreff des Tickets",
    link: "Link zum Ticket",
    signature: "Signatur des Bearbeiters",
    organisation: "Organisation des Kunden",
    brand: "unser Name",
    rating: "Link zur Bewertung"
  },
  fr: {
    id: "numéro du ticket",
    title: "objet du ticket",
    link: "lien vers le ticket",
    signature: "signature de l'agent",
    organisation: "organisation du client",
    brand: "notre nom",
    rating: "lien pour nous évaluer"
  },
  es: {
    id: "número del ticket",
    title: "asunto del ticket",
    link: "enlace al ticket",
    signature: "firma del agente",
    organisation: "organización del cliente",
    brand: "nuestro nombre",
    rating: "enlace para valorarnos"
  },
  pt: {
    id: "número do ticket",
    title: "assunto do ticket",
    link: "ligação para o ticket",
    signature: "assinatura do agente",
    organisation: "organização do cliente",
    brand: "o nosso nome",
    rating: "ligação para nos avaliar"
  },
  ja: {
    id: "チケット番号",
    title: "チケットの件名",
    link: "チケットへのリンク",
    signature: "担当者の署名",
    organisation: "お客様の組織",
    brand: "当社名",
    rating: "評価用リンク"
  }
}
