import { readFile, stat, writeFile } from "node:fs/promises"

/**
 * Makes something, unless it was already made from the same input and is unchanged.
 *
 * @param from identifies the input, for example by a hash
 * @param result a file that is written last; if it is missing or another process has written it, everything is made
 * again
 * @param note the file that records the input
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
