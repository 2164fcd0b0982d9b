import { vi } from "vitest"

/** Waits until it holds, as long as a busy machine may take; a bare `vi.waitFor` gives up after one second. */
export const soon = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 30_000, interval: 30 })
