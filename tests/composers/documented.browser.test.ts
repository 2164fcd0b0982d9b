import { expect, test } from "vitest"
import readme from "../../docs/composers/README.md?raw"
import { composers } from "../../src/composers/index.ts"
import type { Editor } from "./editor.ts"
import { editorRows } from "./editor-rows.ts"
import { editors } from "./editors.ts"

const rows = editorRows(readme)
const said: Record<keyof NonNullable<Editor["differs"]>, string> = {
  redo: "redo is Ctrl+Y",
  plainSpaces: "a single non-breaking space becomes a plain one",
  undoesTogether: "what was just typed is undone together with the draft",
  undoesTyping: "what is typed behind the draft is undone together with it",
  endsInList: "nothing goes below a list that ends the text",
  composes: "a letter and its accent become one sign",
  drawsPart: "a text of many pages isn't written",
  alwaysCaret: "a caret is always somewhere in it"
}

test("every editor of the contract has its row, and every composer serves one", () => {
  expect(rows.map(({ name }) => name)).toEqual(editors.map(({ name }) => name))
  expect([...new Set(rows.map(({ composer }) => composer))].sort()).toEqual(composers.map(({ id }) => id).sort())
})

test.each(editors)("$name: its row says which composer serves it, and what it does otherwise", async (editor) => {
  const row = rows.find(({ name }) => name === editor.name)
  const { element, close } = await editor.open()
  try {
    expect(row?.composer).toBe(composers.find((each) => each.accepts(element))?.id)
  } finally {
    close()
  }
  const differs = Object.entries(said).flatMap(([flag, words]) => (flag in (editor.differs ?? {}) ? [words] : []))
  expect(row?.otherwise.split("; ").sort()).toEqual(differs.length > 0 ? differs.sort() : ["nothing"])
})
