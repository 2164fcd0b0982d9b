import { readdirSync } from "node:fs"
import { join } from "node:path"
import { root } from "../demo/root.ts"
import { mailOf } from "./masking-mail.ts"
import { millisecondsOf, percentiles, spread, times, type Row } from "./table.ts"
import { inWorld } from "./world.ts"

/**
 * Measures masking in the built extension's own Worker, from a page of the extension: from the message to the Worker to
 * its answer. Warm is a Worker that has reported that it is ready. It masks a sample before it does.
 */
export async function masking(signal: AbortSignal): Promise<Row[]> {
  const script = readdirSync(join(root, "build/chrome-mv3-prod")).find((name) => /^worker\.\w+\.js$/.test(name))
  if (!script) throw new Error("There is no masking Worker in build/chrome-mv3-prod: run npm run build first.")
  return inWorld(
    signal,
    async ({ browser }) => {
      const page = await browser.page("tabs/offscreen.html")
      const mail = mailOf(200_000)
      const texts = (length: number, count: number) =>
        Array.from({ length: count }, (_, at) => mail.slice((at * 997) % (mail.length - length)).slice(0, length))
      const run = (jobs: string[]) => page.evaluate(inWorker, { script: `/${script}`, jobs })
      const starts = await times(10, () => run(texts(2000, 1)))
      const { took } = await run(texts(2000, 300))
      const rates = await times(2, async (n) => {
        const length = n === 0 ? 20_000 : 100_000
        const { took } = await run(texts(length, 12))
        // The first two results are left out, because the Worker hasn't seen such long texts before.
        return took.slice(2).map((ms) => length / ms / 1000)
      })
      return [
        ["2,000 characters of mail", percentiles(took, millisecondsOf)],
        [
          "the first 2,000 of a Worker that is ready",
          percentiles(
            starts.map(({ took }) => took[0] ?? Number.NaN),
            millisecondsOf
          )
        ],
        [
          "the first 2,000 from the Worker's start on, its script read and warmed up",
          percentiles(
            starts.map(({ ready, took }) => ready + (took[0] ?? Number.NaN)),
            millisecondsOf
          )
        ],
        ...["20,000", "100,000"].map(
          (length, n): Row => [
            `${length} characters: million characters a second`,
            spread(rates[n] ?? [], (rate) => rate.toFixed(2))
          ]
        )
      ]
    },
    { knowledge: false }
  )
}

/**
 * Runs in a page of the extension. Returns the milliseconds until a new Worker is ready, and those of each job after
 * that.
 */
async function inWorker({
  script,
  jobs
}: {
  script: string
  jobs: string[]
}): Promise<{ ready: number; took: number[] }> {
  const began = performance.now()
  const worker = new Worker(script, { type: "module" })
  const next = () =>
    new Promise<{ error?: string }>((resolve, reject) => {
      worker.addEventListener("message", ({ data }) => resolve(data), { once: true })
      worker.addEventListener("error", () => reject(new Error("The Worker broke.")), { once: true })
    })
  await next()
  const ready = performance.now() - began
  const took: number[] = []
  for (const [id, text] of jobs.entries()) {
    const from = performance.now()
    const answer = next()
    worker.postMessage({
      id,
      job: {
        kind: "text",
        text,
        table: { entries: [] },
        known: [{ name: "Martha Quigley", email: "martha.quigley@post.example" }]
      }
    })
    const { error } = await answer
    if (error) throw new Error(`The Worker refused a text: ${error}.`)
    took.push(performance.now() - from)
  }
  worker.terminate()
  return { ready, took }
}
