import type { ZendeskState } from "./api.ts"
import { users, type ZendeskTicket } from "./tickets.ts"

export interface ZendeskMacro {
  id: number
  title: string
  active: boolean
  actions: { field: string; value: unknown }[]
}

/** Macros of the account, by title, in the shapes of Zendesk's own API. */
export function macros(): ZendeskMacro[] {
  return [
    macro(501, "Ask for a photo", [
      { field: "status", value: "pending" },
      {
        field: "comment_value_html",
        value:
          "<p>Hello {{ticket.requester.first_name}},</p><p>could you send a photo of {{ticket.ticket_field_360001}}, please?</p><p>{{current_user.name}}</p>"
      }
    ]),
    macro(502, "Closing words", [
      {
        field: "comment_value",
        value: [
          "channel:all",
          "Dear {{ticket.requester.name}},\r\n\r\nthank you for writing about “{{ticket.title}}”.\r\n\r\n{{current_user.first_name}}"
        ]
      },
      { field: "comment_value", value: ["channel:chat", "Thanks, {{ticket.requester.first_name}}!"] }
    ]),
    macro(503, "Escalate, note for the kiln", [
      { field: "comment_mode_is_public", value: "false" },
      { field: "comment_value", value: "KILN-SECRET-17: batch is faulty" }
    ]),
    macro(504, "Solve", [{ field: "status", value: "solved" }]),
    macro(505, "Unknown things", [
      {
        field: "comment_value",
        value:
          "Hi {{ticket.requester.first_name}},\n\n{% if ticket.tags contains 'vip' %}as a friend of the house{% endif %} your {{dc.product_name | upcase}} number {{ticket.ticket_field_9}} {{ticket.ticket_field_10}} is ready.\n\n{{nobody.knows.this}}"
      }
    ])
  ]
}

function macro(id: number, title: string, actions: ZendeskMacro["actions"]): ZendeskMacro {
  return { id, title, active: true, actions }
}

/**
 * What applying it would write; nothing is changed. "rendered": placeholders filled and unknown ones dropped, as
 * templates do; "raw": none touched.
 */
export function preview({ preview: how }: ZendeskState, { actions }: ZendeskMacro, ticket: ZendeskTicket) {
  const requester = users.find(({ id }) => id === ticket.requester_id)
  const [agent] = users
  const facts: Record<string, string | undefined> = {
    "ticket.requester.name": requester?.name,
    "ticket.requester.first_name": requester?.name.split(" ")[0],
    "ticket.title": ticket.subject,
    "current_user.name": agent?.name,
    "current_user.first_name": agent?.name.split(" ")[0]
  }
  const render = (text: string) =>
    how === "raw"
      ? text
      : text.replace(/\{%[^%]*%\}/g, "").replace(/\{\{([^}]*)\}\}/g, (_whole, name: string) => facts[name.trim()] ?? "")
  const said = actions.filter(({ field }) => field.startsWith("comment_value"))
  const html = said.find(({ field }) => field === "comment_value_html")
  const scoped = said.flatMap(({ value }): [string, string][] =>
    Array.isArray(value) ? [[String(value[0]), render(String(value[1]))]] : []
  )
  const plain = said.find(({ value }) => typeof value === "string")
  const comment = html
    ? { html_body: render(String(html.value)) }
    : scoped.length > 0
      ? { scoped_body: scoped, body: scoped[0]?.[1] }
      : { body: render(String(plain?.value ?? "")) }
  return { result: { ticket: { id: ticket.id, url: "", comment } } }
}
