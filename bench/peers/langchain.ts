import { INSTRUCTIONS, promptOf, questionOf, servePlain, setting } from "./plain-pipeline.ts"

/**
 * A plain pipeline with LangChain: its BM25 retriever in memory, the five best passages in the prompt. It is a process
 * of its own, started by start-peers.ts.
 */
const { BM25Retriever, ChatOpenAI } = (await import(setting("LIBRARIES"))) as Libraries

interface Document {
  pageContent: string
  metadata: { title: string }
}

interface Libraries {
  BM25Retriever: {
    fromDocuments(documents: Document[], options: { k: number }): { invoke(question: string): Promise<Document[]> }
  }
  ChatOpenAI: new (settings: {
    model: string
    apiKey: string
    maxRetries: number
    configuration: { baseURL: string }
  }) => { stream(messages: [role: string, text: string][]): Promise<AsyncIterable<{ content: unknown }>> }
}

const model = new ChatOpenAI({
  model: "bench",
  apiKey: "none",
  maxRetries: 0,
  configuration: { baseURL: `${setting("ENDPOINT")}/v1` }
})

await servePlain("LangChain", async (_database, passages) => {
  const documents = passages.map(({ title, text }) => ({ pageContent: text, metadata: { title } }))
  const retriever = BM25Retriever.fromDocuments(documents, { k: 5 })
  return async function* (ticket) {
    const hits = await retriever.invoke(questionOf(ticket))
    const sources = hits.map(({ pageContent, metadata }) => ({ title: metadata.title, text: pageContent }))
    const stream = await model.stream([
      ["system", INSTRUCTIONS],
      ["user", promptOf(ticket, sources)]
    ])
    for await (const { content } of stream) if (typeof content === "string" && content !== "") yield content
  }
})
