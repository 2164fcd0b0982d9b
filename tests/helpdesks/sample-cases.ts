import { readFileSync } from "node:fs"
import { sample } from "../../src/helpdesks/sample/adapter.ts"
import { openDocument, type Case } from "./case.ts"

const form = (
  kind: string
) => `<form data-reply-form><input type="radio" name="visibility" value="public" ${kind === "public" ? "checked" : ""}>
  <input type="radio" name="visibility" value="internal" ${kind === "internal" ? "checked" : ""}><textarea name="text"></textarea></form>`

const ticketOf = (id: string) => JSON.parse(readFileSync(`demo/tickets/${id}.json`, "utf8"))

/** The sample helpdesk by its contract; tests/e2e opens the running one. */
export const sampleCases: Case[] = [
  { id: "1001", editor: "public", inside: form("public") },
  { id: "1002", editor: "not-public", inside: form("internal") },
  { id: "1003", editor: "not-public", inside: form("neither") },
  { id: "1004", editor: "none", inside: "" }
].map(({ id, editor, inside }) => ({
  name: `sample ${id}, ${editor}`,
  adapter: sample,
  open: () =>
    openDocument(
      `<html data-sample-helpdesk="1"><main data-ticket-id="${id}">${inside}</main>`,
      `http://localhost:4000/tickets/${id}`,
      ({ pathname }) =>
        pathname === `/api/tickets/${id}` ? Response.json(ticketOf(id)) : Response.json({}, { status: 404 })
    ),
  ticket: ticketOf(id),
  editor: editor as Case["editor"],
  editorElement: "textarea"
}))
