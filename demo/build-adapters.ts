import { build, type Plugin } from "esbuild"
import { HELPDESK_NAMES } from "../src/ticket/names/helpdesk-names.ts"
import { helpdeskScripts } from "./helpdesk-scripts.ts"
import { esbuildLexicon } from "./lexicon.ts"
import { root } from "./root.ts"

/**
 * Bundles the script of each helpdesk into the built extension, as adapter-ID.js: the name by which the background
 * injects it. The extension's builder would make a content script of each, and takes seconds for one.
 */
export async function buildAdapters(extension: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: adapterEntries(),
    outdir: extension,
    bundle: true,
    minify: true,
    // Injected scripts are no modules, and each is apart.
    format: "iife",
    platform: "browser",
    target: ["chrome128", "firefox142"],
    plugins: [helpdeskEntries, esbuildLexicon],
    legalComments: "none",
    logLevel: "warning"
  })
}

/** What esbuild makes of `helpdeskEntries`, a script for each helpdesk. */
export const adapterEntries = () => HELPDESK_NAMES.map((id) => ({ in: `helpdesk:${id}`, out: `adapter-${id}` }))

/** Makes the entries, which are no files. */
export const helpdeskEntries: Plugin = {
  name: "helpdesks",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^helpdesk:/ }, ({ path }) => ({ path: path.slice("helpdesk:".length), namespace: "helpdesk" }))
    onLoad({ filter: /.*/, namespace: "helpdesk" }, ({ path }) => ({
      contents: helpdeskScripts(root).get(path),
      resolveDir: root
    }))
  }
}
