import OpenAI from "openai"
import { chatUrl, isAzure } from "./address.ts"

/**
 * The openai package for everything that is no stream of text. It asks the address as it is given, follows no redirect
 * and logs nothing.
 * @throws ModelError when the address is none
 */
export function openaiClient(
  { baseUrl, apiKey }: { baseUrl: string; apiKey?: string | undefined },
  patience: { timeout: number; maxRetries: number }
): OpenAI {
  const chat = chatUrl(baseUrl)
  return new OpenAI({
    baseURL: chat.origin + chat.pathname.replace(/\/chat\/completions$/, ""),
    // The package refuses to start without one; a server without keys ignores it.
    apiKey: apiKey || "none",
    organization: null,
    project: null,
    defaultQuery: Object.fromEntries(chat.searchParams),
    defaultHeaders: {
      ...(apiKey ? {} : { authorization: null }),
      ...(apiKey && isAzure(chat) ? { "api-key": apiKey } : {})
    },
    fetchOptions: { redirect: "manual" },
    ...patience,
    logLevel: "off"
  })
}
