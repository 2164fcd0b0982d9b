import { rmSync } from "node:fs"
import { join } from "node:path"
import { browserProgram } from "../demo/browser/find.ts"
import { buildExtension } from "../demo/build.ts"
import { root } from "../demo/root.ts"
import { makePackages } from "./packages/make-packages.ts"

const USAGE = `npm run package                 builds the extension and makes what the stores take, in build/packages
npm run package -- --pictures   takes the pictures of the listings too, in build/packages/pictures, with Chromium`

process.exitCode = await main(process.argv.slice(2))

async function main(args: string[]): Promise<number> {
  if (args.some((arg) => arg !== "--pictures")) {
    console.error(USAGE)
    return 2
  }
  const stop = new AbortController()
  process.once("SIGINT", () => stop.abort())
  const folder = join(root, "build/packages")
  rmSync(folder, { recursive: true, force: true })
  const build = await buildExtension(stop.signal)
  const names = [...(await makePackages(build, folder)), "SHA256SUMS"]
  if (args.length > 0) {
    // Only the pictures need the relay, so that the packages don't wait for it.
    const { takeStorePictures } = await import("./packages/store-pictures.ts")
    const pictures = await takeStorePictures(build, browserProgram(), join(folder, "pictures"))
    names.push(...pictures.map((name) => join("pictures", name)))
  }
  for (const name of names) console.log(join(folder, name))
  return 0
}
