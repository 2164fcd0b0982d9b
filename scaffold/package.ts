import { rmSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { browserProgram } from "../demo/browser/find.ts"
import { buildExtension } from "../demo/build.ts"
import { root } from "../demo/root.ts"
import { makePackages } from "./packages/make-packages.ts"
import { makeSelfHosted, type SelfHosted } from "./packages/self-hosted.ts"

const USAGE = `npm run package                 builds the extension and makes what the stores take, in build/packages
npm run package -- --pictures   takes the pictures of the listings too, in build/packages/pictures, with Chromium
npm run package -- --self-hosted ADDRESS --key FILE [--site SITE ...] [--relay ADDRESS]
                                makes a signed package that browsers install and update from ADDRESS by policy, the
                                answer to their requests, and the policy. FILE gets the key, if there is none yet`

process.exitCode = await main(process.argv.slice(2))

async function main(args: string[]): Promise<number> {
  const options = readOptions(args)
  if (options === undefined) {
    console.error(USAGE)
    return 2
  }
  const stop = new AbortController()
  process.once("SIGINT", () => stop.abort())
  const folder = join(root, "build/packages")
  rmSync(folder, { recursive: true, force: true })
  const build = await buildExtension(stop.signal)
  const names = [...(await makePackages(build, folder)), "SHA256SUMS"]
  if (options.pictures) {
    // Only the pictures need the relay, so that the packages don't wait for it.
    const { takeStorePictures } = await import("./packages/store-pictures.ts")
    const pictures = await takeStorePictures(build, browserProgram(), join(folder, "pictures"))
    names.push(...pictures.map((name) => join("pictures", name)))
  }
  if (options.selfHosted) {
    const { id, names: files } = makeSelfHosted(build, folder, browserProgram(), options.selfHosted)
    names.push(...files)
    console.log(`The extension of this key has the id ${id}.`)
  }
  for (const name of names) console.log(join(folder, name))
  return 0
}

/** Returns what the arguments ask for, or undefined if they can't be understood. */
function readOptions(args: string[]): { pictures: boolean; selfHosted?: SelfHosted } | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: {
        pictures: { type: "boolean", default: false },
        "self-hosted": { type: "string" },
        key: { type: "string" },
        site: { type: "string", multiple: true, default: [] },
        relay: { type: "string" }
      }
    })
    const { pictures, "self-hosted": address, key: keyFile, site: sites, relay } = values
    if (address !== undefined && keyFile !== undefined)
      return { pictures, selfHosted: { address, keyFile, sites, relay } }
    return (address ?? keyFile ?? relay ?? sites[0]) ? undefined : { pictures }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return undefined
  }
}
