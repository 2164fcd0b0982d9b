import { readdirSync, readFileSync } from "node:fs"
import { redmine } from "../../src/helpdesks/redmine/adapter.ts"
import type { Case } from "./case.ts"
import { openRecording } from "./redmine-replay.ts"

/** The recorded pages of a Redmine, with what a person read there. */
export const redmineCases: Case[] = readdirSync("tests/pages/redmine", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const { composer, requester, attachments, ...expected } = JSON.parse(
      readFileSync(`tests/pages/redmine/${name}/expected.json`, "utf8")
    )
    for (const { filename } of attachments ?? []) expected.messages[0].attachments = [{ name: filename }]
    return {
      name: `redmine ${name}`,
      adapter: redmine,
      open: () => openRecording(name),
      // Redmine shows no address, which the recordings note as null, and a list's values by the alphabet.
      ticket: { ...expected, requester: { name: requester.name }, tags: expected.tags.toSorted() },
      editor: composer?.insert === "allowed" ? "public" : "none",
      editorElement: "textarea"
    }
  })
