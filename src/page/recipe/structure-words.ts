/**
 * Words by which pages name their own parts, in the languages of the interfaces that agents use. They are looked for in
 * names of classes and attributes, in labels and in short lines beside a message, never in what a customer wrote.
 */

/** A message or an editor with one of these may be for the team only. */
export const NOTE_WORDS = [
  "note",
  "notes",
  "internal",
  "internally",
  "private",
  "privately",
  "whisper",
  "staffonly",
  "notiz",
  "notizen",
  "intern",
  "interne",
  "interner",
  "internes",
  "privat",
  "private",
  "privée",
  "privé",
  "nota",
  "notas",
  "interna",
  "interno",
  "privada",
  "privado",
  "anteckning",
  "notatka",
  "wewnętrzna",
  "заметка",
  "внутренняя",
  "メモ",
  "社内",
  "内部",
  "备注",
  "메모"
]

/** A message with one of these beside it is by the customer. */
export const CUSTOMER_WORDS = [
  "customer",
  "client",
  "requester",
  "requestor",
  "enduser",
  "contact",
  "visitor",
  "incoming",
  "inbound",
  "received",
  "kunde",
  "kundin",
  "cliente",
  "顧客",
  "お客様"
]

/** A message with one of these beside it is by an agent. */
export const AGENT_WORDS = [
  "agent",
  "staff",
  "support",
  "operator",
  "representative",
  "admin",
  "team",
  "outgoing",
  "outbound",
  "sent",
  "mitarbeiter",
  "mitarbeiterin",
  "agente",
  "équipe",
  "担当者"
]

/** Words of the structure of a page, which a label may hold without being about anybody. */
export const PART_WORDS = [
  "answer",
  "article",
  "body",
  "bubble",
  "chat",
  "comment",
  "comments",
  "composer",
  "content",
  "conversation",
  "detail",
  "details",
  "discussion",
  "editor",
  "email",
  "entry",
  "entries",
  "event",
  "feed",
  "field",
  "header",
  "history",
  "item",
  "list",
  "log",
  "mail",
  "main",
  "message",
  "messages",
  "panel",
  "post",
  "posts",
  "public",
  "region",
  "reply",
  "replies",
  "response",
  "row",
  "stream",
  "subject",
  "text",
  "thread",
  "ticket",
  "tickets",
  "timeline",
  "title",
  "view",
  "your",
  "antwort",
  "nachricht",
  "nachrichten",
  "betreff",
  "verlauf",
  "réponse",
  "sujet",
  "respuesta",
  "mensajes",
  "asunto",
  "返信",
  "件名"
]

/** State of a part, which comes and goes. It says nothing about what the part is. */
export const STATE_WORDS = [
  "active",
  "checked",
  "closed",
  "collapsed",
  "current",
  "disabled",
  "even",
  "expanded",
  "first",
  "focus",
  "focused",
  "hidden",
  "highlighted",
  "hover",
  "last",
  "loaded",
  "loading",
  "new",
  "odd",
  "open",
  "read",
  "seen",
  "selected",
  "show",
  "shown",
  "unread",
  "visible"
]

/** Splits names such as "message--internalNote" into lower-case words. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "")
}
