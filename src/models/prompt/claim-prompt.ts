import { promptBlock } from "./prompt-blocks.ts"

/**
 * How a model wants a document and a claim: as MiniCheck, which answers Yes or No, or as Lynx, which answers PASS or
 * FAIL. The words are those that these models were trained with:
 * https://ollama.com/library/bespoke-minicheck, https://huggingface.co/PatronusAI/Llama-3-Patronus-Lynx-8B-Instruct
 */
export type ClaimStyle = "minicheck" | "lynx"

/** @param claim one sentence */
export function claimPrompt(
  style: ClaimStyle,
  { document, claim, question }: { document: string; claim: string; question: string }
): { role: "system" | "user"; content: string }[] {
  if (style === "lynx")
    return [{ role: "user", content: promptBlock("claim-lynx", { question, document, answer: claim }) }]
  return [
    { role: "system", content: promptBlock("claim") },
    { role: "user", content: `Document: ${document}\nClaim: ${claim}` }
  ]
}
