import { open } from "node:fs/promises"

/** Waits until the disk knows a folder's names: what was made, renamed or removed in it survives a power cut then. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r")
  await handle.sync().finally(() => handle.close())
}
