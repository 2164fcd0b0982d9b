import { join } from "node:path"
import { parseArgs } from "node:util"
import { builtExtension } from "../demo/build.ts"
import { aborted, untilStopped } from "../demo/until-stopped.ts"
import { startGallery } from "./gallery/server.ts"

/**
 * `npm run gallery` builds the extension if it has changed and serves its pages in every state, without a browser
 * extension, a helpdesk or a relay behind them. `--port N` takes a port of your own.
 */
await untilStopped(async (signal) => {
  const { values } = parseArgs({ options: { port: { type: "string", default: "8790" } } })
  const gallery = await startGallery(await builtExtension(signal), { port: Number(values.port) })
  console.log(`${gallery.url}\nEvery state of the pages of ${join("build", "chrome-mv3-prod")}. Ctrl-C ends it.`)
  await aborted(signal)
  await gallery.close()
  return 0
})
