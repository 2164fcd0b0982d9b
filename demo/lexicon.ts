import { glob, mkdir, readFile, writeFile } from "node:fs/promises"
import { basename, join } from "node:path"
import type { WordLists } from "../src/lexicon/lexicon.ts"
import { readGroup } from "../src/lexicon/read-group.ts"
import { root } from "./root.ts"

/**
 * Writes the modules that the builder uses instead of `src/lexicon/groups/<group>.ts` and `src/lexicon/weights/*.ts`
 * (see "alias" in package.json), because a browser has no folder from which to read word lists and weights.
 */
export async function writeLexicon(): Promise<void> {
  await writeModules("groups", (group) => `export const LISTS = ${textOf(readGroup(group))}\n`)
  await writeModules("weights", async (name) => {
    const bytes = await readFile(join(root, `lexicon/weights/${name}.bin`))
    return (
      'import { fromBase64 } from "../../../src/text/bytes/base64.ts"\n' +
      `export const weights = () => fromBase64("${bytes.toString("base64")}")\n`
    )
  })
}

async function writeModules(folder: string, textFor: (name: string) => string | Promise<string>): Promise<void> {
  const target = join(root, "build/lexicon", folder)
  await mkdir(target, { recursive: true })
  for await (const file of glob("*.ts", { cwd: join(root, "src/lexicon", folder) }))
    await writeIfChanged(join(target, file), await textFor(basename(file, ".ts")))
}

/** Writes an object whose lists are template literals, in which a line end takes one byte. */
export function textOf(lists: WordLists): string {
  const languages = Object.entries(lists).map(
    ([language, own]) => `${JSON.stringify(language)}: {${Object.entries(own).map(property).join(",\n")}}`
  )
  return `{${languages.join(",\n")}}`
}

const property = ([list, text]: [string, string]) =>
  `${JSON.stringify(list)}: \`${text.replace(/[\\`]|\$(?=\{)/g, "\\$&")}\``

/** Writes a file only if it has changed, because the builder reuses its result for unchanged files. */
async function writeIfChanged(file: string, text: string): Promise<void> {
  const before = await readFile(file, "utf8").catch(() => undefined)
  if (before !== text) await writeFile(file, text)
}
