/** Returns what the work returns, or undefined if it fails or takes longer than that. */
export function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value | undefined> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(undefined), milliseconds)
    work
      .catch(() => undefined)
      .then((value) => {
        clearTimeout(late)
        resolve(value)
      })
  })
}
