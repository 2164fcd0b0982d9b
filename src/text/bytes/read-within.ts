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
  // In a content script of Firefox the parts are the page's, and so is whatever is made of them without a copy: there
  // `subarray` is refused.
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
