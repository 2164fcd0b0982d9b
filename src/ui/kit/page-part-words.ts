import { isMessage, tell } from "../messages/t.ts"

/**
 * Words a part of a helpdesk's page by its name. One without words here, as of another version, is shown as it comes.
 */
export function pagePartWords(part: string): string {
  const key = `page-part.${part.replaceAll(" ", "-")}`
  return isMessage(key) ? tell(key, {}) : part
}
