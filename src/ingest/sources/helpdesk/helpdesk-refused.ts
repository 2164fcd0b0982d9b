import { SourceError } from "../../source/source.ts"

/** What a helpdesk says no with. */
export type RefusalStatus = 401 | 403 | 404

/** It understood, and says no. */
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
 * Nothing, where it isn't there or not for these eyes: what it adds then goes without. Credentials that are refused
 * stay so.
 */
export async function undefinedIfRefused<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof HelpdeskRefused && error.status !== 401) return undefined
    throw error
  }
}
