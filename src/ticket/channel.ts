/** How customer and agent write to each other. "social" is in public, and a message has 280 characters at most. */
export const CHANNELS = ["mail", "chat", "messaging", "social"] as const
export type Channel = (typeof CHANNELS)[number]
