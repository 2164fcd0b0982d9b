/** What the thread is asked for: a function that a module exports, and plain data for it. */
export interface Job {
  id: number
  /** Its address, as `import` takes it. */
  module: string
  name: string
  given: unknown[]
}
