import { createAttachmentHost, isAttachmentJob } from "../src/attachments/attachment-host.ts"
import { createCheckHost } from "../src/checks/jobs/check-host.ts"
import { createMaskHost } from "../src/masking/mask-host.ts"
import { isMaskJob } from "../src/masking/job-size.ts"
import { serveOffscreen } from "../src/platform/offscreen.ts"

const host = createMaskHost({
  spawn: () => new Worker(new URL("../src/masking/worker.ts", import.meta.url), { type: "module" })
})
const readAttachment = createAttachmentHost({
  spawn: () => new Worker(new URL("../src/attachments/worker.ts", import.meta.url), { type: "module" })
})
const check = createCheckHost({
  spawn: () => new Worker(new URL("../src/checks/jobs/worker.ts", import.meta.url), { type: "module" })
})

serveOffscreen(async (job, signal) => {
  if (isAttachmentJob(job)) return readAttachment(job, signal)
  return isMaskJob(job) ? host.run(job, signal) : check(job, signal)
})
