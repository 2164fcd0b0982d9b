import type { ParseArgsConfig } from "node:util"
import * as z from "zod/mini"
import { eachLine } from "./lines.ts"
import { parse } from "../training/read-lines.ts"

/** A task that can be measured, in a file of `eval/tasks/`. */
export interface Task {
  /** The usage shows its name and options, and then what it does. */
  usage: string
  options: NonNullable<ParseArgsConfig["options"]>
  /** Runs the task and returns the exit status. @throws UsageError for an invalid option */
  run(values: Values, context: Context): Promise<number>
}

export type Values = Record<string, string | boolean | (string | boolean)[] | undefined>

export interface Context {
  input: AsyncIterable<Uint8Array>
  /** Writes one line of JSON to standard output. */
  write(line: string): void | Promise<void>
  /** Writes progress and summary to standard error. */
  say(line: string): void
  /** This is the person's working directory, to which paths are relative. */
  folder: string
  signal: AbortSignal
}

/** The request can't be carried out as it was made. The message is a sentence for the person who made it. */
export class UsageError extends Error {
  override name = "UsageError"
}

/** The work of a task on its lines, once it is ready. */
export interface Worker<Line> {
  work(line: Line): object | Promise<object>
  /** This many lines are in progress at once. The default is one. */
  parallel?: number
  /** Something besides the lines couldn't be read, such as a document of the corpus, so the exit status is 1. */
  failed?: boolean
  /** Lines of a summary, written to standard error after the last line. */
  summary?(): string[]
  close?(): Promise<void>
}

/** Creates a task that takes lines of one shape. The id of each is returned with the result of `work`. */
export function lineTask<Line extends { id: string | number }>(task: {
  usage: string
  options?: Task["options"]
  shape: z.ZodMiniType<Line>
  open(values: Values, context: Context): Worker<Line> | Promise<Worker<Line>>
}): Task {
  return {
    usage: task.usage,
    options: task.options ?? {},
    async run(values, context) {
      const worker = await task.open(values, context)
      try {
        const began = performance.now()
        const { done, failed } = await eachLine(
          context,
          async (value) => {
            const line = parse(task.shape, value)
            return { id: line.id, ...(await worker.work(line)) }
          },
          worker.parallel
        )
        const seconds = (performance.now() - began) / 1000
        context.say(
          `${done} lines in ${seconds.toFixed(1)} s, ${Math.round(done / seconds)} a second, ${failed} with an error`
        )
        for (const line of worker.summary?.() ?? []) context.say(line)
        return failed > 0 || worker.failed ? 1 : 0
      } finally {
        await worker.close?.()
      }
    }
  }
}

export const lineId = z.union([z.string(), z.number()])

/** Returns the value of an option that takes any word. */
export function word(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === "string" ? value : undefined
}

/** Returns the value of an option that takes one of a few words. @throws UsageError */
export function choice<T extends string>(values: Values, name: string, choices: readonly T[]): T | undefined {
  const value = values[name]
  if (value === undefined) return undefined
  const found = choices.find((one) => one === value)
  if (found === undefined) throw new UsageError(`--${name} is one of ${choices.join(", ")}.`)
  return found
}

/** Returns the locale option. @throws UsageError for anything but a tag such as "de" or "pt-BR" */
export function localeOf(values: Values): string | undefined {
  const { locale } = values
  if (locale === undefined) return undefined
  if (typeof locale !== "string" || !/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(locale))
    throw new UsageError("--locale is a language such as en or pt-BR.")
  return locale
}
