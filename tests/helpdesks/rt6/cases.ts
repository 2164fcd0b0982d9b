import { readFileSync } from "node:fs"
import { requestTracker } from "../../../src/helpdesks/request-tracker/adapter.ts"
import { updatePage, type Update } from "../../doubles/rt6/update-page.ts"
import type { Case } from "../case.ts"
import { openRecording, recordingOf } from "../rt-replay.ts"

export const ORIGIN = "https://tracker.example"

/** A page of version 6, read by what version 5 answered. */
export function openRt6(update: Partial<Update> = {}, path = "/Ticket/Update.html?id=1&Action=Respond", html?: string) {
  const page = html ?? updatePage({ ticketId: "1", ...update })
  return openRecording("refund", recordingOf("refund"), ORIGIN + path, page)
}

const pages: { name: string; update: Partial<Update>; editor: Case["editor"]; editorElement?: string }[] = [
  { name: "reply in rich text", update: {}, editor: "public", editorElement: "div" },
  { name: "reply in plain text", update: { editor: "plain" }, editor: "public", editorElement: "textarea" },
  { name: "comment", update: { type: "private" }, editor: "not-public" },
  { name: "comment in plain text", update: { type: "private", editor: "plain" }, editor: "not-public" },
  { name: "editor still loading", update: { editor: "loading" }, editor: "none" },
  { name: "editor shows its source", update: { editor: "source" }, editor: "none" },
  { name: "no form", update: { form: false }, editor: "none" },
  {
    name: "come from the first page without a load",
    update: { component: "index" },
    editor: "public",
    editorElement: "div"
  }
]

const expected: Case["ticket"] = JSON.parse(readFileSync("tests/pages/rt/refund/expected.json", "utf8"))

export const rt6Cases: Case[] = pages.map(({ name, update, ...more }) => ({
  name: `request-tracker 6, ${name}`,
  adapter: requestTracker,
  open: () => openRt6(update),
  ticket: expected,
  ...more
}))
