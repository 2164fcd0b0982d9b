import { createMaskHost } from "../src/masking/host.ts"
import { isMaskJob } from "../src/masking/job-size.ts"
import { serveOffscreen } from "../src/platform/offscreen.ts"

const host = createMaskHost({ spawn: () => new Worker(new URL("../src/masking/worker.ts", import.meta.url), { type: "module" }) })

serveOffscreen((job, signal) => (isMaskJob(job) ? host.run(job, signal) : Promise.reject(new TypeError("not a masking job"))))
