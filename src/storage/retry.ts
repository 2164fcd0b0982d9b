import { setTimeout as wait } from "node:timers/promises"
import { databaseProblem } from "./database-problem.ts"

/** Milliseconds that work waits for a database that went away; the embedded one is back after some 300. */
const PATIENCE = 5_000
const MAX_PAUSE = 400

/** Does the step again while the database is away. @throws what it throws else, or still throws after five seconds */
export async function retryWhileUnavailable<Value>(step: () => Promise<Value>): Promise<Value> {
  const until = performance.now() + PATIENCE
  for (let pause = 50; ; pause = Math.min(MAX_PAUSE, pause * 2)) {
    try {
      return await step()
    } catch (error) {
      if (databaseProblem(error)?.code !== "database-down" || performance.now() + pause > until) throw error
      await wait(pause)
    }
  }
}
