import { runCheckJob } from "../src/checks/jobs/run-check-job.ts"
import { createMaskHost } from "../src/masking/mask-host.ts"
import { isMaskJob } from "../src/masking/job-size.ts"
import { serveOffscreen } from "../src/platform/offscreen.ts"

const host = createMaskHost({
  spawn: () => new Worker(new URL("../src/masking/worker.ts", import.meta.url), { type: "module" })
})

serveOffscreen(async (job, signal) => (isMaskJob(job) ? host.run(job, signal) : runCheckJob(job)))
