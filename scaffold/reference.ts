import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { variableReference } from "../src/runtime/variables.ts"

const BEGIN = "<!-- `npm run reference` writes this table. -->"
const END = "<!-- end -->"

/**
 * Returns the documents that describe the relay's settings, by their path from the repository's root, as they follow
 * from src/runtime/variables.ts.
 * @throws Error if the README has no place for the table
 */
export function referenceDocuments(root: string): Record<string, string> {
  const readme = readFileSync(join(root, "README.md"), "utf8")
  const [before, rest] = halves(readme, BEGIN)
  const [, after] = halves(rest, END)
  return {
    "README.md": `${before}${BEGIN}\n\n${shortTable()}\n\n${END}${after}`,
    "docs/environment.md": environmentPage()
  }
}

/** Whether the README has a variable. Of several that belong together it has the first. */
export const isInReadme = (name: string): boolean =>
  !/^OIDC_(?!ISSUER)|^(?:AUDIT|MASTER)_KEY$|^RELAY_METRICS_LISTEN$/.test(name)

function shortTable(): string {
  const rows = variableReference()
    .filter(([name]) => isInReadme(name))
    .map(([name, { means, ...rest }]) => [name, rest.default, means.replaceAll("](", "](docs/")])
  return tableOf(["variable", "default", "means"], rows)
}

function environmentPage(): string {
  const rows = variableReference().map(([name, { means, mustBe, ...rest }]) => [name, rest.default, means, mustBe])
  return `# Environment

These variables configure the relay, which reads them once, at start. \`npm run reference\` writes this page from [src/runtime/variables.ts](../src/runtime/variables.ts). An empty variable counts as unset. If a value isn't allowed, the relay doesn't start, and prints the sentence in the last column.

[settings.md](settings.md) explains them, and has the variables of imports and of the demo.

${tableOf(["variable", "default", "means", "if the value is refused"], rows)}
`
}

function tableOf(heads: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`
  return [line(heads), line(heads.map(() => "---")), ...rows.map(([name, ...cells]) => line([`\`${name}\``, ...cells]))]
    .join("\n")
    .replaceAll("| --- ", "|---")
    .replaceAll("--- |", "---|")
}

function halves(text: string, mark: string): [before: string, after: string] {
  const [before, after, ...more] = text.split(mark)
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`README.md must have the line ${mark} once: put it back where the settings stand.`)
  return [before, after]
}

if (import.meta.main) {
  const root = join(import.meta.dirname, "..")
  for (const [file, text] of Object.entries(referenceDocuments(root))) writeFileSync(join(root, file), text)
}
