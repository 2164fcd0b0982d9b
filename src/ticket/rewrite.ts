/** What may be done to a text of the agent without changing what it says. */
export const REWRITES = ["shorter", "longer", "friendlier", "formal", "simpler", "steps", "spelling"] as const
/** What rules alone can do, without a model. */
export const OFFLINE_REWRITES: readonly Rewrite[] = ["shorter", "friendlier", "simpler"]
export type Rewrite = (typeof REWRITES)[number]
