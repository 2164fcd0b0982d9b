import { rmSync } from "node:fs"
import { join } from "node:path"
import { buildExtension } from "../demo/build.ts"
import { root } from "../demo/root.ts"
import { makePackages } from "./packages/make-packages.ts"

const USAGE = `npm run package   builds the extension and makes what the stores take, in build/packages`

process.exitCode = await main(process.argv.slice(2))

async function main(args: string[]): Promise<number> {
  if (args.length > 0) {
    console.error(USAGE)
    return 2
  }
  const stop = new AbortController()
  process.once("SIGINT", () => stop.abort())
  const folder = join(root, "build/packages")
  rmSync(folder, { recursive: true, force: true })
  const names = await makePackages(await buildExtension(stop.signal), folder)
  for (const name of [...names, "SHA256SUMS"]) console.log(join(folder, name))
  return 0
}
