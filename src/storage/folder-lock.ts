import { rm } from "node:fs/promises"
import { connect, createServer, type Server } from "node:net"
import { join } from "node:path"
import { StartError } from "../runtime/problem.ts"

/**
 * Holds the data folder for this process. The lock is a listening socket: it ends with its process, however that ends.
 * @throws StartError "data-folder-busy" when another relay holds it.
 */
export async function lockFolder(folder: string, sockets: string): Promise<() => Promise<void>> {
  const path = join(sockets, "relay.sock")
  const first = await listen(path)
  if (first) return () => close(first)
  if (await isFolderLocked(sockets)) throw busy(folder)
  // Left by a process that was killed.
  await rm(path, { force: true })
  const second = await listen(path)
  if (!second) throw busy(folder)
  return () => close(second)
}

/** Whether a relay runs on this folder now. */
export function isFolderLocked(sockets: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(join(sockets, "relay.sock"))
    const answer = (held: boolean) => {
      socket.destroy()
      resolve(held)
    }
    socket.once("connect", () => answer(true)).once("error", () => answer(false))
  })
}

function busy(folder: string): StartError {
  return new StartError(
    "data-folder-busy",
    `Another relay already runs on ${folder}: use that one, stop it, or set REPLYWRIGHT_DATA to another folder.`
  )
}

function listen(path: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(undefined) : reject(error)
    )
    server.listen(path, () => resolve(server.unref()))
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}
