import { readlinkSync, rmSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { commandLineOf } from "../../src/storage/embedded/embedded.ts"
import { ifThere } from "./if-there.ts"

/**
 * Ends a browser that outlived a killed start and removes its lock from the profile. The caller holds the data folder's
 * lock, so nobody else uses the profile. If another program has the dead browser's process number by now, that program
 * isn't touched.
 */
export async function endLeftOver(profile: string): Promise<void> {
  const pid = Number(/-(\d+)$/.exec(lockOf(profile) ?? "")?.[1])
  const isOurs = async () => (await commandLineOf(pid))?.includes(`--user-data-dir=${profile}`) ?? false
  if (pid && (await isOurs())) {
    process.kill(pid, "SIGKILL")
    // There is no event for the end of a process that isn't a child process.
    for (let tries = 0; tries < 100 && (await isOurs()); tries++) await wait(50)
  }
  for (const name of [LOCK, "SingletonCookie", "SingletonSocket"]) rmSync(join(profile, name), { force: true })
}

const LOCK = "SingletonLock"

/** Reads Chromium's lock, which is a symbolic link to HOST-PID. */
const lockOf = (profile: string) => ifThere(() => readlinkSync(join(profile, LOCK)))
