import { SourceError } from "../../source/source.ts"

/** A status with which a helpdesk refuses a request. */
export type RefusalStatus = 401 | 403 | 404

/** The helpdesk understood the request and refused it. */
export class HelpdeskRefused extends SourceError {
  override name = "HelpdeskRefused"
  readonly status: RefusalStatus

  constructor(status: RefusalStatus, sentence: string) {
    super(status === 404 ? "source-unreadable" : "source-refused", sentence)
    this.status = status
  }
}

export const isRefusal = (status: number): status is RefusalStatus => status === 401 || status === 403 || status === 404

/**
 * Returns undefined if something doesn't exist or isn't visible, so that the document goes without it. An error about
 * refused credentials is still thrown.
 */
export async function undefinedIfRefused<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof HelpdeskRefused && error.status !== 401) return undefined
    throw error
  }
}
