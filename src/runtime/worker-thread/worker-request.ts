/** A request to the thread: a function that a module exports, and plain data for it. */
export interface WorkerRequest {
  id: number
  /** This is the module's address, as `import` takes it. */
  module: string
  name: string
  parameters: unknown[]
}
