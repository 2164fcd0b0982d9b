import { glob, mkdir, readFile, writeFile } from "node:fs/promises"
import { basename, join } from "node:path"
import type { Plugin as EsbuildPlugin } from "esbuild"
import type { Plugin as VitePlugin } from "vite"
import type { WordLists } from "../src/lexicon/lexicon.ts"
import { groupNames, readGroup } from "../src/lexicon/read-group.ts"
import { root } from "./root.ts"

/** A group's name, as `import { LISTS } from "replywright/lexicon/checks"` gives it. */
const GROUP = /^replywright\/lexicon\/([\w-]+)$/

/** Puts word lists into what Vite makes for a browser, which has no folder from which to read them. */
export const viteLexicon: VitePlugin = {
  name: "lexicon",
  // Vite would take the package's own name for a file of the package.
  enforce: "pre",
  resolveId: (source) => (GROUP.test(source) ? `\0${source}` : undefined),
  load(id) {
    const [, group] = GROUP.exec(id.replace("\0", "")) ?? []
    return group === undefined ? undefined : moduleOf(group)
  }
}

/** Puts word lists into what esbuild makes. */
export const esbuildLexicon: EsbuildPlugin = {
  name: "lexicon",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: GROUP }, ({ path }) => ({ path, namespace: "lexicon" }))
    onLoad({ filter: GROUP, namespace: "lexicon" }, ({ path }) => ({ contents: moduleOf(GROUP.exec(path)?.[1] ?? "") }))
  }
}

/**
 * Writes the modules that the extension's builder uses instead of `src/lexicon/group.ts` and `src/lexicon/weights/*.ts`
 * (see "alias" in package.json), because a browser has no folder from which to read word lists and weights.
 */
export async function writeLexicon(): Promise<void> {
  for (const group of groupNames()) await writeModule("groups", group, moduleOf(group))
  for await (const file of glob("*.ts", { cwd: join(root, "src/lexicon/weights") })) {
    const name = basename(file, ".ts")
    const bytes = await readFile(join(root, `lexicon/weights/${name}.bin`))
    await writeModule(
      "weights",
      name,
      'import { fromBase64 } from "../../../src/text/bytes/base64.ts"\n' +
        `export const weights = () => fromBase64("${bytes.toString("base64")}")\n`
    )
  }
}

async function writeModule(folder: string, name: string, text: string): Promise<void> {
  const target = join(root, "build/lexicon", folder)
  await mkdir(target, { recursive: true })
  await writeIfChanged(join(target, `${name}.ts`), text)
}

const moduleOf = (group: string) => `export const LISTS = ${textOf(readGroup(group))}\n`

/** Writes an object whose lists are template literals, in which a line end takes one byte. */
function textOf(lists: WordLists): string {
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
