import { isMessage, tell } from "../../messages/t.ts"

/** Returns the name of a helpdesk as people know it, or its id if it is none of ours. */
export function helpdeskTitle(helpdesk: string): string {
  const key = `helpdesk.${helpdesk}`
  return isMessage(key) ? tell(key, {}) : helpdesk
}
