import { readFile, stat, writeFile } from "node:fs/promises"

/**
 * Makes something, and nothing where it was made from the same before and stands there as it was left.
 *
 * @param from tells what it is made from, e.g. a hash
 * @param result a file that is written last; gone or written by another, all is made again
 * @param note where is noted from what it was made
 */
export async function unlessMade(
  { from, result, note }: { from: string; result: string; note: string },
  make: () => Promise<unknown>
): Promise<void> {
  const state = async () => `${from} ${(await stat(result)).mtimeMs}`
  const before = await Promise.all([readFile(note, "utf8"), state()]).catch(() => undefined)
  if (before && before[0] === before[1]) return
  await make()
  await writeFile(note, await state())
}
