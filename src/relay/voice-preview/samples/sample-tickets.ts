/**
 * Three tickets of the sample shop in one language, each with the page that answers it. They are part of the relay, so
 * a voice is previewed without the sample knowledge. The pages say what those in `demo/knowledge` say, which a test
 * holds.
 */
export interface SampleTickets {
  /** Who signs the letters. */
  agent: string
  tickets: readonly SampleTicket[]
}

export interface SampleTicket {
  subject: string
  requester: string
  text: string
  page: { title: string; passage: string }
}
