import { copyFileSync, cpSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import type { BuildOptions, Plugin } from "esbuild"
import { buildExtension, BUILD } from "../build.ts"
import { adapterEntries, helpdeskEntries } from "../build-adapters.ts"
import { esbuildLexicon, writeLexicon } from "../lexicon.ts"
import { root } from "../root.ts"
import { withOrigin, type Manifest } from "../tour/extension.ts"
import { incrementalBundle, type ChangedFiles } from "./incremental-bundle.ts"

/** What a change of the sources asks of the browser: nothing, its pages opened anew, or the whole extension. */
export type Change = "none" | "pages" | "extension"

export interface ExtensionBundles {
  /**
   * Bundles what these files belong to.
   * @throws BuildFailure of esbuild, and leaves the files as they were
   */
  rebuild(files: ChangedFiles): Promise<Change>
  close(): Promise<void>
}

/**
 * Bundles the extension into `folder` for development. Plasmo, which builds what is released, takes half a minute, so
 * it is asked only for the manifest and the icons; esbuild makes the scripts, and again what a change touches.
 * @param origin of the sample helpdesk, which the extension may read without a click
 * @param listener what the scripts of the pages and of the background end with
 */
export async function bundleForDevelopment(
  { folder, origin, listener }: { folder: string; origin: string; listener: string },
  signal: AbortSignal
): Promise<ExtensionBundles> {
  if (!isManifestCurrent()) await buildExtension(signal)
  writeFrame(folder, origin)
  const bundles = await Promise.all(
    [pages(folder, listener), workers(folder), background(folder, listener), injected(folder)].map(incrementalBundle)
  )
  const rebuild = async (files?: ChangedFiles): Promise<Change> => {
    if (files === undefined) await writeLexicon()
    const [ofPages, ...others] = await Promise.all(bundles.map((bundle) => bundle.rebuild(files)))
    if (others.includes(true)) return "extension"
    return ofPages ? "pages" : "none"
  }
  await rebuild()
  return {
    rebuild,
    async close() {
      await Promise.all(bundles.map((bundle) => bundle.close()))
    }
  }
}

/** What the manifest is made from, apart from the scripts' own code. */
const OF_MANIFEST = [
  "package.json",
  "demo/build.ts",
  "demo/manifest-texts.ts",
  "deploy/managed/schema.json",
  "contents/*.ts"
]

function isManifestCurrent(): boolean {
  const made = statSync(join(BUILD, "manifest.json"), { throwIfNoEntry: false })?.mtimeMs ?? 0
  return globSync(OF_MANIFEST, { cwd: root }).every((file) => statSync(join(root, file)).mtimeMs < made)
}

/** The pages that people see, by what their HTML is called. */
const PAGES = ["sidepanel", "popup", ...globSync("tabs/*.tsx", { cwd: root }).map((file) => file.replace(/\.tsx$/, ""))]

/** Writes everything but the scripts: the manifest, the icons and the pages. */
function writeFrame(folder: string, origin: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, "tabs"), { recursive: true })
  for (const file of globSync(["*.png", "managed-schema.json"], { cwd: BUILD }))
    copyFileSync(join(BUILD, file), join(folder, file))
  cpSync(join(BUILD, "_locales"), join(folder, "_locales"), { recursive: true })
  const manifest = withOrigin<Manifest>(JSON.parse(readFileSync(join(BUILD, "manifest.json"), "utf8")), `${origin}/*`)
  const [spot] = manifest.content_scripts
  writeFileSync(
    join(folder, "manifest.json"),
    JSON.stringify({
      ...manifest,
      background: { service_worker: "background.js" },
      content_scripts: [{ ...spot, js: ["helpdesk.js"] }]
    })
  )
  for (const page of PAGES) writeFileSync(join(folder, `${page}.html`), pageHtml(page))
  writeFileSync(
    join(folder, "tabs/offscreen.html"),
    '<!doctype html><script type="module" src="offscreen.js"></script>'
  )
  cpSync(join(root, "LICENSE"), join(folder, "LICENSE"))
}

const pageHtml = (page: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><link rel="stylesheet" href="/${page}.css"></head>` +
  `<body><div id="__plasmo"></div><script type="module" src="/${page}.js"></script></body></html>`

const common = (folder: string): BuildOptions => ({
  absWorkingDir: root,
  outdir: folder,
  bundle: true,
  platform: "browser",
  target: ["chrome128"],
  jsx: "automatic",
  sourcemap: "linked",
  define: { "process.env.NODE_ENV": '"development"' },
  loader: { ".woff2": "file" },
  // The same as in package.json, for Plasmo.
  alias: { "unpdf/pdfjs": "./node_modules/unpdf/dist/pdfjs.mjs", yaml: "./node_modules/yaml/browser/dist/index.js" },
  plugins: [esbuildLexicon, weights, helpdeskEntries, mount, workerAddresses]
})

/** The pages that people see, which share chunks. */
const pages = (folder: string, listener: string): BuildOptions => ({
  ...common(folder),
  format: "esm",
  footer: { js: listener },
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  entryPoints: PAGES.map((page) => ({ in: `mount:${entryOf(page)}`, out: page }))
})

const entryOf = (page: string) => (page.startsWith("tabs/") ? `${page}.tsx` : `${page}/index.tsx`)

/** The offscreen page and the workers that it starts. */
const workers = (folder: string): BuildOptions => ({
  ...common(folder),
  format: "esm",
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  entryPoints: [
    { in: "tabs/offscreen.ts", out: "tabs/offscreen" },
    ...workerFiles().map((file) => ({ in: file, out: workerName(file) }))
  ]
})

/** How the offscreen page names its workers. */
const WORKER = /new URL\("\.\.\/([^"]+)", import\.meta\.url\)/g
const workerName = (file: string) => `worker-${dirname(file).split("/")[1]}`

const workerFiles = () =>
  [...readFileSync(join(root, "tabs/offscreen.ts"), "utf8").matchAll(WORKER)].map(([, file = ""]) => file)

const background = (folder: string, listener: string): BuildOptions => ({
  ...common(folder),
  format: "iife",
  footer: { js: listener },
  entryPoints: [{ in: "background/index.ts", out: "background" }]
})

/** What runs in the helpdesk's page: injected scripts are no modules. */
const injected = (folder: string): BuildOptions => ({
  ...common(folder),
  format: "iife",
  entryPoints: [
    ...["desk", "helpdesk", "picker"].map((name) => ({ in: `contents/${name}.ts`, out: name })),
    ...adapterEntries()
  ]
})

/** Weights are read from what `writeLexicon` makes of them, as Plasmo does. */
const weights: Plugin = {
  name: "weights",
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/lexicon\/weights\/[^/]+\.ts$/ }, ({ path }) => {
      const folder = join(root, "build/lexicon/weights")
      return { contents: readFileSync(join(folder, basename(path)), "utf8"), resolveDir: folder, loader: "ts" }
    })
  }
}

/** A page's component is put into its element, as Plasmo does. */
const mount: Plugin = {
  name: "mount",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^mount:/ }, ({ path }) => ({ path: path.slice("mount:".length), namespace: "mount" }))
    onLoad({ filter: /.*/, namespace: "mount" }, ({ path }) => ({
      contents: `import { createElement } from "react"
        import { createRoot } from "react-dom/client"
        import Page from "./${path}"
        createRoot(document.getElementById("__plasmo")).render(createElement(Page))`,
      resolveDir: root
    }))
  }
}

/** Points the offscreen page to its bundled workers. */
const workerAddresses: Plugin = {
  name: "worker-addresses",
  setup({ onLoad }) {
    onLoad({ filter: /\/tabs\/offscreen\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(WORKER, (_, file: string) => `"/${workerName(file)}.js"`),
      loader: "ts"
    }))
  }
}
