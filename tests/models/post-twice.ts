import { setTimeout as pause } from "node:timers/promises"
import { post } from "../../src/models/openai/post.ts"

/** Asks a model twice, one request after the other, and prints the answers. It is run as a process of its own. */
for (let n = 0; n < 2; n++) {
  const url = new URL("http://model.invalid/v1/chat/completions")
  const response = await post(url, "{}", {}, new AbortController().signal)
  console.log((await Array.fromAsync(response)).join(""))
  await pause(20)
}
