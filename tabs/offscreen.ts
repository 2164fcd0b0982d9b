import { createMaskHost, isMaskJob } from "../src/masking/index.ts"
import { serveOffscreen } from "../src/platform/offscreen.ts"

const host = createMaskHost({ spawn: () => new Worker(new URL("../src/masking/worker.ts", import.meta.url), { type: "module" }) })

serveOffscreen((job, signal) => (isMaskJob(job) ? host.run(job, signal) : Promise.reject(new TypeError("not a masking job"))))
