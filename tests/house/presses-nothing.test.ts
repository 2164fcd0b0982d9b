import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { HELPDESK_MODULES, root, sourceFiles } from "./files.ts"
import { reachedFrom } from "./imports.ts"

/** What runs in a helpdesk's page: all that its scripts load. Enter sends in chats, and so does a click on a button. */
const inPage = [
  ...new Set([...sourceFiles("contents"), ...HELPDESK_MODULES].flatMap((file) => [...reachedFrom(file)]))
].sort()
/** Without comments: prose may name what code must not do. */
const code = (file: string) =>
  readFileSync(join(root, file), "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|[\s{(;])\/\/.*$/gm, "$1")
const found = (pattern: RegExp) =>
  inPage.flatMap((file) => [...code(file).matchAll(pattern)].map(([what]) => `${file}: ${what.trim()}`))

test("the page's scripts are found, with composers, adapters and the picker", () => {
  expect(inPage.length).toBeGreaterThan(100)
  for (const file of ["composers/common/paste-event", "helpdesks/gmail/adapter", "page/picker/capture-input"])
    expect(inPage).toContain(`src/${file}.ts`)
})

test.each<[string, RegExp, string[]]>([
  ["makes a key event", /\bKeyboardEvent\s*\(|["'`]KeyboardEvent["'`]|\.KeyboardEvent\b|\binitKey\w*/g, []],
  // In an editor's own text, where it ends no press: it makes Redactor save a step of its undo.
  [
    "makes a pointer or submit event",
    /\b(?:Mouse|Pointer|Touch|Submit)Event\s*\([^,)]*|\bcreateEvent\s*\(/g,
    ['src/composers/redactor/composer.ts: MouseEvent("mouseup"']
  ],
  // The picker's own function, which takes what the agent has clicked on over the page.
  ["clicks", /[\w)\]?!]+\.click\b(?!\s*:)/g, ["src/page/picker/capture-input.ts: input.click"]],
  ["sends a form", /\.(?:submit|requestSubmit)\b|\[\s*["'`](?:submit|requestSubmit|click)["'`]\s*\]/g, []]
])("nothing that runs in a helpdesk's page %s", (_, pattern, allowed) => expect(found(pattern)).toEqual(allowed))

/**
 * An editor hears of a paste, of the focus and of its selection, and a field of new text, because it takes nothing
 * otherwise. "change" goes to objects of our own, which are no part of the page.
 */
test("the events that are made in a helpdesk's page are these", () => {
  expect(found(/\bdispatchEvent\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g)).toEqual([
    'src/composers/common/paste-event.ts: dispatchEvent(pasteEvent(view, { ...(html ? { "text/html": html } : {}), "text/plain": text }))',
    'src/composers/common/paste-event.ts: dispatchEvent(new view.Event("selectionchange"))',
    'src/composers/common/paste-event.ts: dispatchEvent(new view.FocusEvent("focus"))',
    'src/composers/common/paste-event.ts: dispatchEvent(new view.FocusEvent("focusin", { bubbles: true }))',
    'src/composers/redactor/composer.ts: dispatchEvent(new view.MouseEvent("mouseup", { bubbles: true, cancelable: true, view }))',
    "src/composers/summernote/composer.ts: dispatchEvent(pasteEvent(view, {}))",
    'src/composers/textarea/composer.ts: dispatchEvent(new (document.defaultView ?? globalThis).Event("input", { bubbles: true }))',
    'src/helpdesks/contract/in-page.ts: dispatchEvent(new Event("change"))',
    'src/page/start-page.ts: dispatchEvent(new Event("change"))'
  ])
  // What a paste says of itself: it is made in one place, of this kind alone.
  expect(found(/\bClipboardEvent\([^)]*\)/g)).toEqual([
    'src/composers/common/paste-event.ts: ClipboardEvent("paste", options)'
  ])
})
