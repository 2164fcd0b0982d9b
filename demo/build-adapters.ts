import { join } from "node:path"
import { build } from "esbuild"
import { HELPDESK_NAMES } from "../src/ticket/names/helpdesk-names.ts"
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
    legalComments: "none",
    logLevel: "warning"
  })
}
