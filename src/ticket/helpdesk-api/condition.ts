/** What a helpdesk's API has to say first, so that a page may have something else read there. */
export interface Condition {
  /** Below the API's origin. */
  address: string
  /** @param answer JSON, or undefined if it knows nothing there */
  says(answer: unknown): boolean
}
