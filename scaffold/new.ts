import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { writeRegistries } from "./registries.ts"

/** What a new one of each kind is made of. */
interface Kind {
  folder: string
  /** The command that runs its test. */
  test: string
  /** A line of a message file of each language, which is put in order among the lines of the same group. */
  message?: { file: string; group: string; line: string }
}

const KINDS: Record<string, Kind> = {
  helpdesk: { folder: "src/helpdesks/{{id}}", test: "npx vitest run --project node src/helpdesks/{{id}}" },
  composer: { folder: "src/composers/{{id}}", test: "npx vitest run --project editors src/composers/{{id}}" },
  check: { folder: "src/checks/{{id}}", test: "npx vitest run --project node src/checks/{{id}}" },
  card: { folder: "src/ui/agent/cards/{{id}}", test: "npx vitest run --project dom src/ui/agent/cards/{{id}}" },
  "tone-rule": {
    folder: "src/checks/tone/rules/{{id}}",
    test: "npx vitest run --project node src/checks/tone/rules/{{id}}",
    message: {
      file: "tone.ts",
      group: '  "tone.rule.',
      line: '  "tone.rule.{{id}}.why": "Say in one plain sentence what is wrong with these words."'
    }
  }
}

/**
 * Makes the folder of a new helpdesk, composer, check, card or tone rule, with code, a fixture and a test that fails
 * until it works, and its page in docs/. The registries list it at once, and a tone rule has its sentence among the
 * messages. Returns the paths of the new files, from the root.
 *
 * @throws Error, with a sentence for a person, when the kind or name can't be used; then nothing is written
 */
export function scaffold(root: string, kind: string | undefined, name: string | undefined): string[] {
  const place = kind === undefined ? undefined : KINDS[kind]
  if (kind === undefined || !place)
    throw new Error(`Say what to make: npm run new -- ${Object.keys(KINDS).join("|")} NAME`)
  if (name === undefined || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new Error(
      `A name is lower-case words joined by dashes, like "fresh-desk", not ${JSON.stringify(name ?? "")}.`
    )
  const fill = fillerOf(name)
  const folder = fill(place.folder)
  if (existsSync(join(root, folder)) || existsSync(join(root, `${folder}.ts`)))
    throw new Error(`${folder} is there already: take another name.`)
  const templates = join(import.meta.dirname, "templates", kind)
  const files = readdirSync(templates, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => path.slice(templates.length + 1))
    .sort()
  const written = files.map((file) => {
    const target = file === "page.md.txt" ? `docs/${kind}s/${name}.md` : join(folder, fill(file).replace(/\.txt$/, ""))
    mkdirSync(dirname(join(root, target)), { recursive: true })
    writeFileSync(join(root, target), fill(readFileSync(join(templates, file), "utf8")))
    return target
  })
  if (place.message) addMessages(root, { ...place.message, line: fill(place.message.line) })
  writeRegistries(root)
  return written
}

const MESSAGES = "src/ui/messages"

/** Adds the English line to each language: the test of translations is red until it is in that language's words. */
function addMessages(root: string, { file, group, line }: NonNullable<Kind["message"]>): void {
  const languages = readdirSync(join(root, MESSAGES), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const { name } of languages) {
    const path = join(root, MESSAGES, name, file)
    const lines = readFileSync(path, "utf8").split("\n")
    const first = lines.findIndex((one) => one.startsWith(group))
    const keyOf = (one: string) => one.slice(0, one.indexOf(":"))
    const isBefore = (one: string) => /^ {4}/.test(one) || (one.startsWith(group) && keyOf(one) < keyOf(line))
    const next = lines.findIndex((one, at) => at >= first && !isBefore(one))
    writeFileSync(path, lines.toSpliced(next, 0, `${line},`).join("\n"))
  }
}

/** For "fresh-desk", {{id}} becomes fresh-desk, {{name}} freshDesk, {{Name}} FreshDesk and {{title}} Fresh desk. */
function fillerOf(id: string): (text: string) => string {
  const name = id.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase())
  const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  const words: Record<string, string> = { id, name, Name: upper(name), title: upper(id.replaceAll("-", " ")) }
  return (text) => text.replace(/\{\{(\w+)\}\}/g, (gap, word: string) => words[word] ?? gap)
}

if (import.meta.main) {
  const [kind, name] = process.argv.slice(2)
  try {
    for (const file of scaffold(join(import.meta.dirname, ".."), kind, name)) console.log(file)
    const { message } = KINDS[kind ?? ""] ?? {}
    if (message) console.log(`\nIts sentence for the panel has a line in ${MESSAGES}/*/${message.file}.`)
    console.log(`\nRed until it works: ${fillerOf(name ?? "")(KINDS[kind ?? ""]?.test ?? "")}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
