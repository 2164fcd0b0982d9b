import { join } from "node:path"
import { browserProgram } from "../demo/browser/find.ts"
import { buildExtension } from "../demo/build.ts"
import { root } from "../demo/root.ts"
import { takeDocumentPictures } from "./pictures/document-pictures.ts"

/** `npm run pictures` builds the extension and takes the README's pictures anew, in docs/pictures, with Chromium. */
const stop = new AbortController()
process.once("SIGINT", () => stop.abort())
const folder = join(root, "docs/pictures")
const build = await buildExtension(stop.signal)
for (const name of await takeDocumentPictures(build, browserProgram(), folder)) console.log(join(folder, name))
