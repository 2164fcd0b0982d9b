import { temporaryFolder } from "./relay/help/data-folder.ts"

/** Vitest's global setup: a place for the databases that tests copy (`relay/help/seed.ts`), gone after the run. */
export default function setup(): (() => void) | undefined {
  // There is no `cp -a`.
  if (process.platform === "win32") return undefined
  const { folder, remove } = temporaryFolder()
  process.env["REPLYWRIGHT_SEEDS"] = folder
  return remove
}
