/** Returns the same numbers with room for as many more. */
export function doubledArray(some: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * some.length)
  more.set(some)
  return more
}
