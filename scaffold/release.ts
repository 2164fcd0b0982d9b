import { join } from "node:path"
import { parseArgs } from "node:util"
import { CORRECTIONS_USAGE, runCorrections } from "./corrections/run-corrections.ts"
import { makeRelease } from "./release/make-release.ts"
import { prepareRelease } from "./release/prepare-release.ts"
import { ReleaseError } from "./release/release-error.ts"
import { tagOf } from "./release/tag.ts"

const USAGE = `npm run release -- X.Y.Z --prepare   writes the version into the files that hold it; then look, and commit
npm run release -- X.Y.Z --dry-run   makes the files of a release, but for the extension
npm run release -- X.Y.Z [--tag]     makes all of them in build/release/X.Y.Z, and with --tag tags the commit
${CORRECTIONS_USAGE}`

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof ReleaseError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function main(args: string[]): Promise<number> {
  if (args[0] === "correction-keys" || args[0] === "sign-corrections") {
    const done = await runCorrections(args, (line) => console.log(line))
    if (done === undefined) console.error(CORRECTIONS_USAGE)
    return done ?? 2
  }
  const options = { prepare: { type: "boolean" }, "dry-run": { type: "boolean" }, tag: { type: "boolean" } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [version, ...more] = positionals
  const modes = [values.prepare, values["dry-run"], values.tag].filter(Boolean).length
  if (version === undefined || more.length > 0 || modes > 1) {
    console.error(USAGE)
    return 2
  }
  const root = join(import.meta.dirname, "..")
  if (values.prepare) {
    const changed = prepareRelease(root, version, new Date().toISOString().slice(0, 10))
    console.log(`Changed: ${changed.join(", ")}. Look at them, and commit them before you go on.`)
    return 0
  }
  const stop = new AbortController()
  process.once("SIGINT", () => stop.abort())
  const { files, tag } = await makeRelease(root, version, {
    dryRun: values["dry-run"] ?? false,
    tag: values.tag ?? false,
    signal: stop.signal
  })
  for (const file of files) console.log(file)
  console.log(`\n${values.tag ? "The tag" : "The text of the tag"} ${tagOf(version)}:\n\n${tag}`)
  return 0
}
