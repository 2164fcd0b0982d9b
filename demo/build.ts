import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { copyFile, glob, readFile, rename, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { buildAdapters } from "./build-adapters.ts"
import { buildRelay } from "./build-relay.ts"
import { writeLexicon } from "./lexicon.ts"
import { translateManifest } from "./manifest-texts.ts"
import { root } from "./root.ts"
import { unlessMade } from "./unless-made.ts"

/** These files must accompany the extension wherever it is distributed. */
const LICENCES = { LICENSE: "LICENSE", NOTICE: "NOTICE", "assets/fonts/inter-LICENSE.txt": "LICENSE-Inter.txt" }

/**
 * Builds the extension, with its licences, into build/chrome-mv3-prod and returns that folder.
 *
 * @throws Error with the end of the builder's output
 */
export async function buildExtension(signal: AbortSignal): Promise<string> {
  await writeLexicon()
  const build = await bundle(signal)
  await takeOut(build, ["desk", "picker"])
  await buildAdapters(build)
  await addManagedSchema(build)
  await translateManifest(build)
  for (const [from, to] of Object.entries(LICENCES)) await copyFile(join(root, from), join(build, to))
  return build
}

/**
 * Does the same, but skips the build if this function made the existing one from the same files, because the build
 * takes most of a start.
 *
 * @throws Error with the end of the builder's output
 */
export async function builtExtension(signal: AbortSignal): Promise<string> {
  await unlessMade(
    { from: await hashOfSources(), result: join(BUILD, "manifest.json"), note: join(root, "build/made-from") },
    () => buildExtension(signal)
  )
  return BUILD
}

/** Names in the manifest what an organisation can set by policy. */
async function addManagedSchema(build: string): Promise<void> {
  const file = join(build, "manifest.json")
  const manifest: Record<string, unknown> = JSON.parse(await readFile(file, "utf8"))
  await copyFile(join(root, "deploy/managed/schema.json"), join(build, "managed-schema.json"))
  await writeFile(file, JSON.stringify({ ...manifest, storage: { managed_schema: "managed-schema.json" } }))
}

/** Where the built extension lies. */
export const BUILD = join(root, "build/chrome-mv3-prod")

/** Returns a hash of everything that the builder reads and of the files that control the build. */
async function hashOfSources(): Promise<string> {
  const files = await Array.fromAsync(
    glob(
      [
        "{assets,background,contents,popup,sidepanel,src,tabs}/**/*.*",
        "package.json",
        "package-lock.json",
        "tsconfig.json",
        "lexicon/**/*.*",
        "demo/{build,build-adapters,helpdesk-scripts,lexicon,manifest-texts}.ts",
        "deploy/managed/schema.json",
        ...Object.keys(LICENCES)
      ],
      { cwd: root }
    )
  )
  const hash = createHash("sha256")
  for (const file of files.sort()) hash.update(`${file}\0`).update(await readFile(join(root, file)))
  return hash.digest("hex")
}

interface Manifest {
  content_scripts: { js: string[] }[]
}

/**
 * Renames scripts. The builder makes a content script of each file in contents/, but some of them aren't meant for every
 * page. Each gets the name by which the background injects it, and its entry in the manifest is removed.
 */
async function takeOut(build: string, names: string[]): Promise<void> {
  const file = join(build, "manifest.json")
  const manifest: Manifest = JSON.parse(await readFile(file, "utf8"))
  let scripts = manifest.content_scripts
  for (const name of names) {
    const isIt = ({ js }: Manifest["content_scripts"][number]) =>
      js.some((built) => built.startsWith(`${name}.`) && built.split(".").length === 3)
    const [built, ...more] = scripts.filter(isIt).flatMap(({ js }) => js)
    if (built === undefined || more.length > 0)
      throw new Error(`The builder no longer makes one script of contents/${name}.ts: look at the manifest it wrote.`)
    await rename(join(build, built), join(build, `${name}.js`))
    scripts = scripts.filter((script) => !isIt(script))
  }
  await writeFile(file, JSON.stringify({ ...manifest, content_scripts: scripts }))
}

function bundle(signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const builder = join(root, "node_modules/plasmo/bin/index.mjs")
    const child = spawn(process.execPath, [builder, "build", "--src-path=.", "--hoist"], {
      cwd: root,
      signal,
      stdio: ["ignore", "pipe", "pipe"]
    })
    let output = ""
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => (output += text))
    child.on("error", reject)
    child.on("exit", (code) =>
      code === 0
        ? resolve(BUILD)
        : reject(
            new Error(`The extension could not be built. Run "npm ci" again; the builder said:\n${output.slice(-800)}`)
          )
    )
  })
}

if (import.meta.main) {
  const stop = new AbortController()
  process.once("SIGINT", () => stop.abort())
  await buildRelay()
  console.log(await buildExtension(stop.signal))
}
