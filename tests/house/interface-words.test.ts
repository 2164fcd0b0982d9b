import { readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"
import { describe, expect, test } from "vitest"
import { en } from "../../src/ui/messages/en/en.ts"
import { root, sourceFiles } from "./files.ts"

/** Every word that a person reads is a message, so that it can be translated: none is written into a component. */
const files = sourceFiles("src/ui", "popup", "sidepanel", "tabs").filter(
  (file) => file.endsWith(".tsx") && !file.includes(".test.")
)

/** A command of the relay, and what the address of a webhook begins with, are the same in every language. */
const SAME_EVERYWHERE = new Set(["npm run relay -- pair --role", "--name NAME", "https://"])

test.each(files)("%s has no words of its own", (file) => {
  expect(wordsIn(file, readFileSync(join(root, file), "utf8"))).toEqual([])
})

describe("the search", () => {
  test.each([
    ["<p>Save it</p>", ["Save it"]],
    ["<p>{count} drafts</p>", ["drafts"]],
    ["<p>{`${count} drafts`}</p>", ["drafts"]],
    ['<p>{isOpen ? "Close it" : t("open")}</p>', ["Close it"]],
    ['<input aria-label="Name" placeholder={`Type a ${thing}`} />', ["Name", "Type a"]],
    ['<Button label={t("save")} className="btn main">{t("save")}</Button>', []],
    ["<p>{tell(`notice.${code}`, {})} · #{id}</p>", []]
  ])("finds in %s: %j", (script, words) => expect(wordsIn("a.tsx", `const a = ${script}`)).toEqual(words))
})

/** Attributes that are read out or shown. */
const SPOKEN = /^(?:aria-(?:label|description|roledescription|valuetext)|title|placeholder|alt|label)$/

function wordsIn(file: string, script: string): string[] {
  const source = ts.createSourceFile(file, script, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const words: string[] = []
  const note = (text: string) => {
    const trimmed = text.trim().replace(/\s+/g, " ")
    if (/\p{L}{2}/u.test(trimmed) && !SAME_EVERYWHERE.has(trimmed) && !(trimmed in en)) words.push(trimmed)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node.text)
    else if (ts.isJsxExpression(node) && node.expression && isShown(node))
      for (const text of textsOf(node.expression)) note(text)
    else if (ts.isJsxAttribute(node) && isSpoken(node) && node.initializer && ts.isStringLiteral(node.initializer))
      note(node.initializer.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return words
}

const isSpoken = ({ name }: ts.JsxAttribute) => SPOKEN.test(name.getText())
/** What stands between two tags, or in an attribute that is read out. */
const isShown = ({ parent }: ts.JsxExpression) => !ts.isJsxAttribute(parent) || isSpoken(parent)

/** The texts that an expression can be, apart from what functions make of theirs. */
function textsOf(node: ts.Expression): string[] {
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression)
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)]
  if (ts.isBinaryExpression(node)) return [...textsOf(node.left), ...textsOf(node.right)]
  return []
}
