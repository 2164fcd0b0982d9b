import { DocumentError } from "../../formats/common/format.ts"
import { SourceError, type ImportedDocument, type SourceItem } from "../../source/source.ts"
import { HelpdeskBroken } from "./client.ts"
import { HelpdeskRefused } from "./helpdesk-refused.ts"

/**
 * Returns a function that makes the item for one document, so that a document that fails doesn't end the read. The read
 * ends if the server fails over many documents in a row or refuses the credentials.
 */
export function createFailureIsolation(): (
  about: { id: string; path: string },
  make: () => Promise<ImportedDocument | undefined>
) => Promise<SourceItem> {
  let broken = 0
  return async ({ id, path }, make) => {
    try {
      const document = await make()
      broken = 0
      return document ? { type: "document", document } : { type: "gone", id }
    } catch (error) {
      // The document was deleted after it was listed.
      if (error instanceof HelpdeskRefused && error.status === 404) return { type: "gone", id }
      const isItsOwn =
        error instanceof DocumentError ||
        (error instanceof HelpdeskRefused && error.status === 403) ||
        (error instanceof SourceError && error.code === "source-unreadable")
      if (!isItsOwn && !(error instanceof HelpdeskBroken && ++broken < MAX_BROKEN)) throw error
      return { type: "failed", id, path, reason: error.message }
    }
  }
}

const MAX_BROKEN = 5
