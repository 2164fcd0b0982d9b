import { isGuardJob } from "../src/checks/guard/is-guard-job.ts"
import { isToneJob } from "../src/checks/tone/is-tone-job.ts"
import { createMaskHost } from "../src/masking/mask-host.ts"
import { isMaskJob } from "../src/masking/job-size.ts"
import { serveOffscreen } from "../src/platform/offscreen.ts"

const host = createMaskHost({
  spawn: () => new Worker(new URL("../src/masking/worker.ts", import.meta.url), { type: "module" })
})

serveOffscreen(async (job, signal) => {
  if (isMaskJob(job)) return host.run(job, signal)
  if (isGuardJob(job)) {
    const { runGuardJob } = await import("../src/checks/guard/job.ts")
    return runGuardJob(job)
  }
  if (!isToneJob(job)) throw new TypeError("not a job of this page")
  // The first tone or guard job loads this module, so that masking, which every draft waits for, starts without it.
  const { runToneJob } = await import("../src/checks/tone/job.ts")
  return runToneJob(job)
})
