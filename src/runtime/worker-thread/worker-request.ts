/** What the thread is asked for: a function that a module exports, and plain data for it. */
export interface WorkerRequest {
  id: number
  /** Its address, as `import` takes it. */
  module: string
  name: string
  parameters: unknown[]
}
