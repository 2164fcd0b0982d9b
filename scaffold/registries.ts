import { writeFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { declarationsOf, folderOf } from "../demo/helpdesk-scripts.ts"

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
  /** Each is listed by the name of its folder. */
  byFolder?: true
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
    typeFrom: "./contract/adapter.ts",
    list: "recognisers",
    docs: "One for each helpdesk, by its id. Every page loads these and nothing else of a helpdesk.",
    byFolder: true
  },
  {
    file: "src/helpdesks/unread.ts",
    folder: "src/helpdesks",
    type: "UnreadHelpdesk",
    typeFrom: "./contract/adapter.ts",
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

/** Lists of the folders' names, and their type if it is needed, in a room that may not import from the folders. */
const NAMES = [
  {
    file: "src/ticket/tone-rule-names.ts",
    folder: "src/checks/tone/rules",
    type: "ToneRule",
    list: "TONE_RULE_NAMES",
    listType: "ToneRuleName",
    docs: "The names of the tone rules"
  },
  {
    file: "src/ticket/names/helpdesk-names.ts",
    folder: "src/helpdesks",
    type: "HelpdeskAdapter",
    list: "HELPDESK_NAMES",
    docs: "The ids of the helpdesks that have an adapter"
  }
]

/** The registries as the folders have them now, each with its path from the root and its text. */
export function registries(root: string): { file: string; text: string }[] {
  return [
    ...REGISTRIES.map((registry) => ({ file: registry.file, text: textOf(registry, root) })),
    ...NAMES.map((names) => ({ file: names.file, text: namesOf(names, root) }))
  ]
}

/** Writes the registries. */
export function writeRegistries(root: string): void {
  for (const { file, text } of registries(root)) writeFileSync(join(root, file), text)
}

function textOf(
  { file, folder, type, typeFrom, list, docs, made = "", first, last, byFolder }: Registry,
  root: string
): string {
  const entries = declarationsOf(
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
${
  byFolder
    ? recordOf(`export const ${list}: Readonly<Record<string, ${type}>> = `, found)
    : arrayOf(
        `export const ${list}: readonly ${type}[] = `,
        found.map(({ name }) => name)
      )
}
`
}

function namesOf({ folder, type, list, listType, docs }: (typeof NAMES)[number], root: string): string {
  const names = declarationsOf(join(root, folder), new RegExp(`^export const (\\w+): ${type} = `, "m")).map(
    ({ path }) => `"${folderOf(path)}"`
  )
  return `/**
 * ${docs}, which are the folders in \`${folder}\`.
 * Written by \`npm run registries\` from the folders: don't edit.
 */
${arrayOf(`export const ${list} = `, names, " as const")}
${listType === undefined ? "" : `\nexport type ${listType} = (typeof ${list})[number]\n`}`
}

const sourceOf = (line: string) => /from "(.+)"$/.exec(line)?.[1] ?? ""

/** An array laid out as the formatter does it. */
function arrayOf(declaration: string, names: string[], end = ""): string {
  const line = `${declaration}[${names.join(", ")}]${end}`
  return line.length <= 120 ? line : `${declaration}[\n  ${names.join(",\n  ")}\n]${end}`
}

/** An object by the folders' names, laid out as the formatter does it. */
function recordOf(declaration: string, entries: { name: string; path: string }[]): string {
  const keyOf = (folder: string) => (/^\w+$/.test(folder) ? folder : `"${folder}"`)
  const lines = entries.map(({ name, path }) => `  ${keyOf(folderOf(path))}: ${name}`)
  return `${declaration}{\n${lines.join(",\n")}\n}`
}

if (import.meta.main) writeRegistries(join(import.meta.dirname, ".."))
