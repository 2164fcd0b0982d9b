import { expect, test } from "vitest"
import { adapters } from "../../../src/helpdesks/index.ts"
import { correctables } from "../../../src/helpdesks/correctables.ts"

/** What a correction must never reach, by adapter, with the reason. A name that is new in a table belongs in one list. */
const FORBIDDEN: Record<string, Record<string, readonly string[]>> = {
  chatwoot: {
    "recognises the product": ["app", "config"],
    "keeps messages from passing as the reply box": ["message"],
    "tells that messages are drawn whose own mark was renamed": ["numbered"],
    "leads to the editor": ["box", "top", "rich", "plain"],
    "tells a note from a reply": ["private", "chip", "replyTab"]
  },
  freescout: {
    "recognises the product": ["product"],
    "tells a customer's message, an agent's reply, and what was never sent, from a note": [
      "fromCustomer",
      "fromAgent",
      "draft",
      "unsent",
      "internal"
    ],
    "keeps messages from passing as what is written in": ["written"],
    "leads to the editor": ["block", "hidden", "conversationId", "editor"],
    "tells the signed-in agent from everybody else": ["profile"],
    "tells a note or a forward from a reply": ["isNote", "subtype", "otherKinds"]
  },
  freshdesk: {
    "recognises the product": ["app"],
    "leads to the editor": ["froala", "editor"]
  },
  front: {},
  gmail: {
    "says who is signed in, and so who is of the team": ["account", "accountButton"],
    "says which conversation is in front, and so whose reply it is": ["pane", "heading", "threadId", "permanentId"],
    "keeps drafts and other conversations from passing as messages": ["row", "message", "content"],
    "tells who is a customer, and what reached the customer": ["sender", "recipient"],
    "leads to the editor": ["composer", "editor"],
    "tells whom a response goes to": ["answered", "forward", "chip", "formerChip", "shortened", "fields"]
  },
  "help-scout": {
    "keeps other elements from passing as messages": ["list", "thread"],
    "tells who is a customer, and what is public": ["fromCustomer"],
    "leads to the editor": ["editor", "slate"]
  },
  hubspot: {
    "leads to the editor": ["send", "proseMirror"]
  },
  intercom: {
    "says where the inbox is drawn, and so where the editor is": ["host"],
    "leads to the editor": ["editor", "proseMirror"]
  },
  osticket: {
    "recognises the product and who is signed in": ["signedIn"],
    "says which ticket is in front, and so whose reply it is": ["self"],
    "keeps messages from passing as what is written in": ["written"],
    "leads to the editor": ["id", "text", "rich"],
    "tells a note from a public message": ["internal"],
    "tells a note from a reply": ["reply", "note", "action"]
  },
  redmine: {
    "recognises the product and who is signed in": ["product", "signedIn", "refusal"],
    "finds what bears the mark of a private note": ["note"],
    "tells a private note from a public one": ["privateNote", "privateNotes"],
    "tells who is a customer": ["opened", "noteHead", "person", "roles"],
    "keeps messages from passing as what is written in": ["written"],
    "leads to the editor": ["notes", "otherNotes", "closed"],
    "says which tickets are the agent's own next ones": ["subprojects", "projects", "next"]
  },
  "request-tracker": {
    "recognises the product": ["product", "ticketPage"],
    "says which ticket is in front, and so whose reply it is": ["display"],
    "keeps messages from passing as the form": ["message"],
    "leads to the editor": ["update", "updateId", "content", "frame", "ckeditor5"],
    "tells a comment from a reply": ["updateType"]
  },
  sample: {
    "recognises the product": ["product"],
    "says which ticket is in front, and so whose reply it is": ["ticket"],
    "tells a public message from a note": ["publicMessage"],
    "keeps messages from passing as what is written in": ["written"],
    "leads to the editor": ["form", "editor"],
    "tells a note from a reply": ["choice", "visibility"]
  },
  zammad: {
    "recognises the product": ["product", "desktop"],
    "says which ticket is in front, and so whose reply it is": ["activePane"],
    "keeps messages from passing as the composer": ["bubble"],
    "leads to the editor": ["composer", "open", "editor", "desktopComposer"],
    "tells a note from a reply": ["public", "internal", "isInternal", "type"],
    "tells whom a mail goes to": ["subtype", "to", "cc"],
    "cuts words out of what an agent wrote": ["signature"]
  },
  zendesk: {
    "recognises the product": ["panes"],
    "says which ticket is in front, and so whose reply it is": ["selectedTab"],
    "tells a composer from more than one": ["beyond"],
    "keeps messages from passing as what is written in": ["logged"],
    "leads to the editor": ["editor"],
    "tells a note from a reply": ["channel"],
    "cuts words out of what an agent wrote": ["signature"]
  }
}

test("every helpdesk says which of its selectors may be corrected", () => {
  expect(correctables.map(({ helpdesk }) => helpdesk)).toEqual(adapters.map(({ id }) => id))
  expect(Object.keys(FORBIDDEN)).toEqual(adapters.map(({ id }) => id))
})

test.each(correctables.map((one) => [one.helpdesk, one] as const))(
  "%s: each selector is either only read, or forbidden for a reason",
  (helpdesk, { table, names }) => {
    const forbidden = Object.values(FORBIDDEN[helpdesk] ?? {}).flat()
    expect(names.filter((name) => forbidden.includes(name))).toEqual([])
    expect([...names, ...forbidden].sort()).toEqual(Object.keys(table).sort())
    expect(names.filter((name) => typeof table[name] !== "string")).toEqual([])
  }
)
