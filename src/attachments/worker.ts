import { AttachmentError } from "./common/attachment-error.ts"
import { readFile } from "./read-file.ts"

/**
 * The Worker that reads one file. It receives `{bytes, name, type}` and sends `{read: true}` with the text or the code of
 * what is wrong. Whoever started it stops it afterwards. pdf.js, which takes any worker for its own, sends messages too.
 */
declare const self: DedicatedWorkerGlobalScope

self.addEventListener(
  "message",
  async ({ data }: MessageEvent<{ bytes: Uint8Array<ArrayBuffer>; name: string; type?: string }>) => {
    try {
      self.postMessage({ read: true, result: await readFile(data.bytes, data) })
    } catch (error) {
      // Only the code is sent, because a message could hold text of the file.
      self.postMessage({ read: true, code: error instanceof AttachmentError ? error.code : "unreadable" })
    }
  }
)
