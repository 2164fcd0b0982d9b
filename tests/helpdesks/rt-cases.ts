import { readdirSync, readFileSync } from "node:fs"
import { requestTracker } from "../../src/helpdesks/request-tracker/adapter.ts"
import type { Case } from "./case.ts"
import { openRecording } from "./rt-replay.ts"

/** The recorded pages of a Request Tracker, with what a person read there. */
export const rtCases: Case[] = readdirSync("tests/pages/rt", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const expected = JSON.parse(readFileSync(`tests/pages/rt/${name}/expected.json`, "utf8"))
    for (const { messageIndex, filename } of expected.attachments ?? [])
      expected.messages[messageIndex].attachments = [{ name: filename }]
    const { composer } = expected
    return {
      name: `request-tracker ${name}`,
      adapter: requestTracker,
      open: () => openRecording(name),
      ticket: expected,
      editor: !composer?.found ? "none" : composer.insert === "allowed" ? "public" : "not-public",
      editorElement: composer?.kind === "textarea" ? "textarea" : "body"
    }
  })
