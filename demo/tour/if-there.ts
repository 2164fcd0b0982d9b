/** Returns what `read` reads of a file, or undefined if there is no such file. @throws any other error of `read` */
export function ifThere(read: () => string): string | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined
    throw error
  }
}
