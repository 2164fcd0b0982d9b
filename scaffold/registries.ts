import { readFileSync, readdirSync, writeFileSync } from "node:fs"
import { basename, dirname, join, relative } from "node:path"

/** A registry lists every exported constant of one type in the files below one folder. */
interface Registry {
  file: string
  folder: string
  type: string
  typeFrom: string
  list: string
  docs: string
  /** The name of a function that makes such a constant. */
  made?: string
  /** This one takes whatever the others leave, so it comes last. */
  last?: string
  /** This one recognises its own among what others would take as well, so it comes first. */
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
    docs: "One for each helpdesk. Every page loads these and nothing else of a helpdesk."
  },
  {
    file: "src/helpdesks/unread.ts",
    folder: "src/helpdesks",
    type: "UnreadHelpdesk",
    typeFrom: "./contract/unread-helpdesk.ts",
    list: "unreadHelpdesks",
    docs: "Every helpdesk that is recognised and read only by places that were shown, or by a selected text."
  },
  {
    file: "src/helpdesks/correctables.ts",
    folder: "src/helpdesks",
    type: "Correctable",
    typeFrom: "./contract/correctable.ts",
    list: "correctables",
    docs: "Which selectors of each helpdesk a signed correction may replace."
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
    file: "src/checks/tone/rules/index.ts",
    folder: "src/checks/tone/rules",
    type: "ToneRule",
    typeFrom: "../basis/finding.ts",
    list: "toneRules",
    docs: "Every tone rule: one for each folder here."
  },
  {
    file: "src/checks/tone/rules/explanations.ts",
    folder: "src/checks/tone/rules",
    type: "ToneExplanation",
    typeFrom: "../basis/explanation.ts",
    list: "toneExplanations",
    docs: "How the tone card explains the findings of each rule. The panel loads these and not the rules."
  },
  {
    file: "src/ui/agent/cards/index.ts",
    folder: "src/ui/agent/cards",
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

/** A list of the folders' names, and their type, in a room that may not import from the folders. */
const TONE_RULE_NAMES = { file: "src/ticket/tone-rule-names.ts", folder: "src/checks/tone/rules" }

/** The registries as the folders have them now, each with its path from the root and its text. */
export function registries(root: string): { file: string; text: string }[] {
  return [
    ...REGISTRIES.map((registry) => ({ file: registry.file, text: textOf(registry, root) })),
    { file: TONE_RULE_NAMES.file, text: toneRuleNames(root) }
  ]
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

function toneRuleNames(root: string): string {
  const names = entriesOf(join(root, TONE_RULE_NAMES.folder), /^export const (\w+): ToneRule = /m).map(
    ({ path }) => `"${basename(dirname(path))}"`
  )
  return `/**
 * The names of the tone rules, which are the folders in \`${TONE_RULE_NAMES.folder}\`.
 * Written by \`npm run registries\` from the folders: don't edit.
 */
${arrayOf("export const TONE_RULE_NAMES = ", names, " as const")}

export type ToneRuleName = (typeof TONE_RULE_NAMES)[number]
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

/** An array laid out as the formatter does it. */
function arrayOf(declaration: string, names: string[], end = ""): string {
  const line = `${declaration}[${names.join(", ")}]${end}`
  return line.length <= 120 ? line : `${declaration}[\n  ${names.join(",\n  ")}\n]${end}`
}

if (import.meta.main) writeRegistries(join(import.meta.dirname, ".."))
