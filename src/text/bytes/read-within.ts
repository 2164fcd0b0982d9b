/**
 * Reads the whole body of an answer. Of a longer one it doesn't wait for the rest.
 * @returns undefined if there are more than `most` bytes
 * @throws what reading throws
 */
export async function readWithin(
  { body }: Pick<Response, "body">,
  most: number
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.length
    if (size > most) {
      await reader?.cancel()
      return undefined
    }
    parts.push(read.value)
  }
  reader?.releaseLock()
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}
