import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/**
 * The words of the prompts are files in `blocks/`, so that they can be read and changed without code. `{{name}}` in a
 * block stands for a value.
 */
const FOLDER = join(import.meta.dirname, "blocks")
const BLOCKS = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => [file.slice(0, -".txt".length), readFileSync(join(FOLDER, file), "utf8").trimEnd()])
)

/**
 * Returns the words of a block with its values. A value is put in as it is, so `{{name}}` inside one stays.
 * @throws Error when there is no such block, or when the block names a value that isn't given
 */
export function promptBlock(name: string, values: Record<string, string> = {}): string {
  const words = BLOCKS.get(name)
  if (words === undefined) throw new Error(`There is no block "${name}" of the prompt.`)
  return words.replace(/\{\{([a-z-]+)\}\}/g, (_, value: string) => {
    const given = values[value]
    if (given === undefined) throw new Error(`The block "${name}" of the prompt needs "${value}".`)
    return given
  })
}

/** Returns the words of all blocks, for the fingerprint. */
export const allPromptBlocks = (): [name: string, words: string][] => [...BLOCKS]
