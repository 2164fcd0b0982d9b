import { afterEach, describe, expect, test } from "vitest"
import { openFroala } from "./editors/froala.ts"
import { openRedactor } from "./editors/redactor.ts"
import { stand, undo, type Stand } from "./stand.ts"

const DRAFT = "Hello Maya,\n\nwe found it."
let editor: Stand
afterEach(() => editor.close())

/** The form sends a hidden field, which the editor fills with what stands in its element. */
describe.each([
  { name: "Froala", open: openFroala },
  { name: "Redactor", open: openRedactor }
])("$name", ({ name, open }) => {
  test("the field that is sent holds the draft, and after an undo what it held before", async () => {
    const opened = open('<p>My own words.</p><p class="signature">Dana</p>')
    const stood = opened.field.value
    editor = await stand({ name, open: async () => opened })
    await editor.insert(DRAFT)
    await expect.poll(() => opened.field.value).toBe(editor.model())
    expect(opened.field.value).toContain("<p>we found it.</p>")
    await undo()
    await expect.poll(() => opened.field.value).toBe(stood)
  })
})
