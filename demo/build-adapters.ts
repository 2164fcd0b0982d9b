import { basename, join } from "node:path"
import { build, type Plugin } from "esbuild"
import { readGroup } from "../src/lexicon/read-group.ts"
import { HELPDESK_NAMES } from "../src/ticket/names/helpdesk-names.ts"
import { textOf } from "./lexicon.ts"
import { root } from "./root.ts"

/**
 * Bundles the script of each helpdesk into the built extension, as adapter-ID.js: the name by which the background
 * injects it. The extension's builder would make a content script of each, and takes seconds for one.
 */
export async function buildAdapters(extension: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: HELPDESK_NAMES.map((id) => ({
      in: join(root, `src/helpdesks/scripts/${id}.ts`),
      out: `adapter-${id}`
    })),
    outdir: extension,
    bundle: true,
    minify: true,
    // Injected scripts are no modules, and each is apart.
    format: "iife",
    platform: "browser",
    target: ["chrome128", "firefox142"],
    plugins: [lexicon],
    legalComments: "none",
    logLevel: "warning"
  })
}

/** Puts word lists into the script: a browser has no folder from which to read them. */
const lexicon: Plugin = {
  name: "lexicon",
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/lexicon\/groups\/[^/]+\.ts$/ }, ({ path }) => ({
      contents: `export const LISTS = ${textOf(readGroup(basename(path, ".ts")))}`
    }))
  }
}
