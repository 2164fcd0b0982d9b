import { LOOPBACK } from "../../runtime/settings.ts"

/** Returns the host as it is written in a URL. If the relay listens on every address, that is this machine's own. */
export function hostInUrl(listen: string): string {
  if (listen === "0.0.0.0" || listen === "::") return LOOPBACK
  return listen.includes(":") ? `[${listen}]` : listen
}
