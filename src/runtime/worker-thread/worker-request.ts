/** A request to the thread: a function that a module exports, and plain data for it. Several are one message. */
export interface WorkerRequest {
  id: number
  /** This is the module's address, as `import` takes it. */
  module: string
  name: string
  parameters: unknown[]
  /** The answer may come with those of the message's other jobs. */
  canWait: boolean
}

/** What a thread answers. */
export interface WorkerReplies {
  replies: WorkerReply[]
  /** No further answer to the jobs of this message follows. */
  isLast: boolean
}

export interface WorkerReply {
  id: number
  value: never
  fault?: string
}
