import { startWorld, type World, type WorldOptions } from "../tests/e2e/help/harness.ts"

/**
 * Starts the whole product for one measurement. The signal closes the browser, and with it anything that waits for one
 * of its pages.
 */
export async function inWorld<T>(
  signal: AbortSignal,
  work: (world: World) => Promise<T>,
  { settings = {}, ...options }: WorldOptions & { settings?: Record<string, string> } = {}
): Promise<T> {
  const world = await startWorld(settings, options)
  const close = () => void world.browser.context.close()
  signal.addEventListener("abort", close, { once: true })
  try {
    return await work(world)
  } finally {
    signal.removeEventListener("abort", close)
    await world.close()
  }
}
