import { readFileSync, readdirSync, writeFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"

/** A registry lists every exported constant of one type in the files of one folder. */
interface Registry {
  file: string
  folder: string
  type: string
  typeFrom: string
  list: string
  docs: string
  /** A function that makes one. */
  made?: string
  /** The one that takes what all others leave: it comes last. */
  last?: string
  /** The one that knows its own among what others would take as well: it comes first. */
  first?: string
}

const REGISTRIES: Registry[] = [
  {
    file: "src/helpdesks/index.ts",
    folder: "src/helpdesks",
    type: "HelpdeskAdapter",
    typeFrom: "./contract/adapter.ts",
    list: "adapters",
    docs: "Every helpdesk that is known. The first that matches a page reads it."
  },
  {
    file: "src/helpdesks/recognisers.ts",
    folder: "src/helpdesks",
    type: "Recogniser",
    typeFrom: "./contract/recogniser.ts",
    list: "recognisers",
    docs: "One a helpdesk: all of it that every page loads."
  },
  {
    file: "src/composers/index.ts",
    folder: "src/composers",
    type: "Composer",
    typeFrom: "./common/composer.ts",
    list: "composers",
    made: "pasting",
    last: "contenteditable",
    docs: "Every kind of editor that is known. The first that accepts an element writes into it."
  },
  {
    file: "src/checks/sentence-checks.ts",
    folder: "src/checks",
    type: "SentenceCheck",
    typeFrom: "./sentence/sentence-check.ts",
    list: "sentenceChecks",
    docs: "Every check of a draft's sentences. The first that finds something marks the sentence."
  },
  {
    file: "src/ui/agent/cards/index.ts",
    folder: "src/ui/agent",
    type: "PanelCard",
    typeFrom: "../card-kit/panel-card.ts",
    list: "cards",
    docs: "Every card of the panel, in the order of their `order`."
  },
  {
    file: "src/ingest/formats/index.ts",
    folder: "src/ingest/formats",
    type: "Format",
    typeFrom: "./common/format.ts",
    list: "formats",
    docs: "Every format of files that knowledge is read from. The first with a file's ending reads it."
  },
  {
    file: "src/ingest/sources/index.ts",
    folder: "src/ingest/sources",
    type: "ImportSourceKind",
    typeFrom: "../source/source-kind.ts",
    list: "sourceKinds",
    first: "zendesk",
    last: "files",
    docs: "Every kind of place that knowledge comes from. The first that knows an argument opens it."
  },
  {
    file: "src/knowledge/report/findings/index.ts",
    folder: "src/knowledge/report/findings",
    type: "Finder",
    typeFrom: "../corpus/finding.ts",
    list: "finders",
    docs: "Every kind of fault that the report on the knowledge looks for."
  }
]

/** The registries as the folders have them now: path from the root, and text. */
export function registries(root: string): { file: string; text: string }[] {
  return REGISTRIES.map((registry) => ({ file: registry.file, text: textOf(registry, root) }))
}

export function writeRegistries(root: string): void {
  for (const { file, text } of registries(root)) writeFileSync(join(root, file), text)
}

function textOf({ file, folder, type, typeFrom, list, docs, made = "", first, last }: Registry, root: string): string {
  const entries = entriesOf(
    join(root, folder),
    new RegExp(`^export const (\\w+)(?:: ${type} = ${made ? `| = ${made}\\(` : ""})`, "m")
  )
  const found = [
    ...entries.filter(({ name }) => name === first),
    ...entries.filter(({ name }) => name !== first && name !== last),
    ...entries.filter(({ name }) => name === last)
  ]
  const from = (path: string) => {
    const way = relative(dirname(join(root, file)), path)
    return way.startsWith(".") ? way : `./${way}`
  }
  const imports = [
    `import type { ${type} } from "${typeFrom}"`,
    ...found.map(({ name, path }) => `import { ${name} } from "${from(path)}"`)
  ]
  return `${imports.sort((a, b) => (sourceOf(a) < sourceOf(b) ? -1 : 1)).join("\n")}

/**
 * ${docs}
 * Written by \`npm run registries\` from the files: don't edit.
 */
${arrayOf(
  `export const ${list}: readonly ${type}[] = `,
  found.map(({ name }) => name)
)}
`
}

function entriesOf(folder: string, declared: RegExp): { name: string; path: string }[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file)
  )
  return files.sort().flatMap((file) => {
    const path = join(folder, file)
    const name = declared.exec(readFileSync(path, "utf8"))?.[1]
    return name === undefined ? [] : [{ name, path }]
  })
}

const sourceOf = (line: string) => /from "(.+)"$/.exec(line)?.[1] ?? ""

/** Laid out as the formatter does it. */
function arrayOf(declaration: string, names: string[]): string {
  const line = `${declaration}[${names.join(", ")}]`
  return line.length <= 120 ? line : `${declaration}[\n  ${names.join(",\n  ")}\n]`
}

if (import.meta.main) writeRegistries(join(import.meta.dirname, ".."))
