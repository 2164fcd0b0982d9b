import { readFileSync } from "node:fs"
import { Problem } from "../../runtime/problem.ts"
import { UsageError } from "./command.ts"

/** @throws UsageError if the file can't be read */
export function readNamedFile(file: string): string {
  try {
    return readFileSync(file, "utf8")
  } catch (cause) {
    throw new UsageError(`${file} can't be read.`, { cause })
  }
}

/**
 * Stores what is in a file. What is wrong with its content is reported as a mistake of whoever called the command.
 * @throws UsageError with the file's name and the mistakes, and whatever else `store` throws
 */
export async function storeFile<Stored>(file: string, store: (content: string) => Promise<Stored>): Promise<Stored> {
  try {
    return await store(readNamedFile(file))
  } catch (error) {
    const isRefused = error instanceof Problem && error.status < 500
    throw isRefused ? new UsageError(`${file}:\n${error.message}`, { cause: error }) : error
  }
}
