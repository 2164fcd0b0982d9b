import type { helpdeskToken as english } from "../../en/lookups/helpdesk-token.ts"
import type { Translation } from "../../translation.ts"

/** The panel's card on a helpdesk that is read by its API. */
export const helpdeskToken: Translation<typeof english> = {
  token: "Wie dieses Ticket gelesen wird",
  "token.why.missing.front":
    "Nirgends ist veröffentlicht, woran die Seite dieses Helpdesks Nachrichten von Kunden und Kollegen unterscheidet. Deshalb werden Tickets über seine dokumentierte API gelesen. Sie verlangt ein Token, das ein Admin des Helpdesks erstellt.",
  "token.why.missing.hubspot":
    "HubSpot garantiert nicht, dass ein Ticket in Ihrer Sitzung lesbar ist. Die dokumentierte API liefert es, auch eine lange Unterhaltung und die eines Tickets, dessen Adresse keine nennt. Sie verlangt ein Token, das ein Admin von HubSpot erstellt.",
  "token.why.refused": "{host} hat das Token abgelehnt. Vielleicht wurde es gelöscht.",
  "token.why.too-narrow":
    "Das Token darf dieses Ticket nicht lesen. Ein Admin des Helpdesks kann es erweitern oder ein anderes erstellen.",
  "token.why.other-account": "Das Token gehört zu einem anderen Konto des Helpdesks als diese Seite.",
  "token.why.not-allowed":
    "Dieser Browser darf {host} noch nicht fragen. Gefragt wird nur nach dem Ticket im Vordergrund, mit GET.",
  "token.front":
    "In Front: Settings, Developers, API tokens. Es braucht Lesezugriff auf Unterhaltungen und Nachrichten, sonst nichts.",
  "token.hubspot":
    "In HubSpot: Development, Keys, Service keys. Eine früher erstellte private App geht auch. Es braucht conversations.read, sonst nichts.",
  "token.label": "API-Token",
  "token.where": "Verschlüsselt in diesem Browser gespeichert und nur an {host} gesendet.",
  "token.offer": "Oder über die API lesen lassen",
  "token.save": "Speichern und Ticket lesen",
  "token.allow": "{host} erlauben",
  "token.allow.not": "Der Browser hat es nicht erlaubt, deshalb wurde nichts gelesen.",
  "token.failed": "Es konnte nicht gespeichert werden. Laden Sie die Seite neu und versuchen Sie es erneut.",
  "token.says.front":
    "Ihr Browser fragt {host} mit Ihrem Token nach dem Ticket im Vordergrund. Kommentare des Teams werden nicht abgefragt.",
  "token.says.hubspot":
    "Ihr Browser fragt {host} mit Ihrem Token nach der Unterhaltung im Vordergrund. Kommentare des Teams kommen mit und bleiben in diesem Browser.",
  "token.instead": "Dieses Ticket wurde stattdessen in Ihrer Sitzung gelesen.",
  "token.other": "Anderes Token verwenden",
  "token.forget": "Token vergessen",
  "token.forgotten.front": "Vergessen. Tickets werden hier wieder gelesen, sobald Sie ein Token eingeben.",
  "token.forgotten.hubspot": "Vergessen. Tickets werden hier in Ihrer Sitzung gelesen, soweit diese sie liefert."
}
