import { parseArgs } from "node:util"
import { UsageError, type Context } from "./task.ts"
import { tasks } from "./tasks/index.ts"

/**
 * Runs the task that the arguments name. The exit status is 0, or 1 if a line or a set failed (the others are still
 * processed), or 2 with the usage for an unknown task or option or an invalid value.
 */
export async function runEval([name, ...args]: string[], context: Context): Promise<number> {
  try {
    const task = name !== undefined && Object.hasOwn(tasks, name) ? tasks[name] : undefined
    if (!task) throw new UsageError(name === undefined ? "Say which task." : `There is no task "${name}".`)
    return await task.run(valuesOf(args, task.options), context)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    context.say([error.message, ...USAGE].join("\n"))
    return 2
  }
}

function valuesOf(args: string[], options: NonNullable<Parameters<typeof parseArgs>[0]>["options"]) {
  try {
    return parseArgs({ args, options: options ?? {}, allowPositionals: false, strict: true }).values
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause), { cause })
  }
}

const USAGE = [
  "Usage: npm run --silent eval -- TASK [options] < in.jsonl > out.jsonl",
  ...Object.values(tasks).map(({ usage }) => `  ${usage}`),
  "What a line holds and what comes out: docs/quality/methods.md."
]
