/** The name under which a relay, and a command beside it that writes, are connected. */
export const RELAY_SESSION = "replywright"
