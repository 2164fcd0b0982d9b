import { execFileSync, spawn, spawnSync, type ChildProcessByStdio } from "node:child_process"
import { copyFileSync, cpSync, mkdirSync, statSync, writeFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import type { Readable } from "node:stream"
import { root } from "../house/files.ts"
import type { Dockerfile, Stage, Step } from "./dockerfile.ts"
import { layPackages } from "./lay-packages.ts"

/** Why the image can't be tried out on this machine, or an empty text. */
export const lackingForImage =
  process.platform !== "linux"
    ? "only Linux has namespaces"
    : process.getuid?.() !== 0
      ? "only root may change the root folder"
      : spawnSync("unshare", ["--mount", "--pid", "--fork", "true"]).status === 0
        ? ""
        : "this machine allows no namespaces"

/**
 * Carries out the steps of a Dockerfile below a folder and returns the root folder of its image. Of the base image there
 * is only what the relay may count on: Node with its libraries, and the user "node".
 */
export function buildImage({ stages }: Dockerfile, folder: string, isIgnored: (path: string) => boolean): string {
  const rootOf = (stage: number) => join(folder, `stage-${stage}`)
  for (const [at, stage] of stages.entries()) {
    const source = (name: string) => rootOf(stages.findIndex((one) => one.name === name))
    carryOut(stage, { place: rootOf(at), stageRoot: source, isIgnored })
  }
  const image = rootOf(stages.length - 1)
  layBase(image)
  return image
}

interface Build {
  /** The root folder of the stage. */
  place: string
  /** Returns the root folder of another stage. */
  stageRoot: (name: string) => string
  isIgnored: (path: string) => boolean
}

function carryOut({ steps }: Stage, build: Build): void {
  let folder = "/"
  for (const step of steps) {
    const here = join(build.place, folder)
    if (step.does === "workdir") mkdirSync(join(build.place, (folder = step.folder)), { recursive: true })
    else if (step.does === "copy") copy(step, here, build)
    // This fetches packages. What it would fetch is installed in this checkout.
    else if (step.command.startsWith("npm ci ")) layPackages(here, omittedBy(step.command))
    else execFileSync("/bin/sh", ["-c", step.command], { cwd: here, stdio: "pipe" })
  }
}

/** Copies as Docker does: of a folder its content, and a file by its own name if the target ends in a slash. */
function copy({ sources, to, stage }: Extract<Step, { does: "copy" }>, here: string, build: Build): void {
  const from = stage === undefined ? root : build.stageRoot(stage)
  const target = to.startsWith("/") ? join(build.place, to) : join(here, to)
  const filter = stage === undefined ? (path: string) => !build.isIgnored(path.slice(root.length + 1)) : () => true
  for (const source of sources) {
    const path = join(from, source)
    const named = to.endsWith("/") && !statSync(path).isDirectory() ? join(target, basename(source)) : target
    mkdirSync(dirname(named), { recursive: true })
    if (stage !== undefined) execFileSync("cp", ["--archive", "--link", "--no-target-directory", path, named])
    else cpSync(path, named, { recursive: true, filter })
  }
}

const omittedBy = (command: string) => [...command.matchAll(/--omit=(\w+)/g)].map(([, kind]) => kind)

/** Lays what the base image has: Node with the libraries that it is linked to, and the names of its users. */
function layBase(image: string): void {
  for (const folder of ["proc", "dev", "tmp", "etc", "usr/local/bin"])
    mkdirSync(join(image, folder), { recursive: true })
  copyFileSync(process.execPath, join(image, "usr/local/bin/node"))
  const linked = execFileSync("ldd", [process.execPath], { encoding: "utf8" })
  for (const [, library = ""] of linked.matchAll(/(\/\S+) \(0x/g)) {
    mkdirSync(join(image, dirname(library)), { recursive: true })
    copyFileSync(library, join(image, library))
  }
  writeFileSync(join(image, "etc/passwd"), "root:x:0:0::/root:/bin/sh\nnode:x:1000:1000::/home/node:/bin/sh\n")
}

/** Mounts what a container runtime does, makes the root read-only, and runs a command there as the image's user. */
const RUN = `set -e
image=$1 folder=$2 user=$3 group=$4
shift 4
mount --bind "$image" "$image"
mount -t proc proc "$image/proc"
mount -t tmpfs tmpfs "$image/tmp"
mount --rbind /dev "$image/dev"
mount -o remount,bind,ro "$image"
exec setpriv --clear-groups --no-new-privs unshare --root="$image" --wd="$folder" --setgid="$group" --setuid="$user" -- "$@"`

export interface Container {
  process: ChildProcessByStdio<null, Readable, Readable>
  /** Sends a signal to the command. */
  kill(signal: NodeJS.Signals): void
}

/**
 * Runs a command in an image that `buildImage` has made, as a container with a read-only root would.
 * @param given the environment variables beside the image's own
 */
export function runInImage(
  image: string,
  { image: { user, folder, environment } }: Dockerfile,
  command: string[],
  given: Record<string, string> = {}
): Container {
  const [uid = "", gid = ""] = user.split(":")
  const place = [image, folder, uid, gid]
  const child = spawn(
    "unshare",
    ["--mount", "--pid", "--fork", "--kill-child=KILL", "sh", "-c", RUN, "sh", ...place, ...command],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: { NODE_ENV: "production", PATH: "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", ...environment, ...given },
      // A group of its own gets the signals, because unshare passes none on.
      detached: true
    }
  )
  return {
    process: child,
    kill(signal) {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, signal)
    }
  }
}
