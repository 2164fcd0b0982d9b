import { cleanup } from "@testing-library/react"
import { afterEach, beforeEach, vi } from "vitest"

/** Stubs the browser's question whether a site may be asked, which is answered with yes. */
export function useAskedSites() {
  const request = vi.fn<(wanted: { origins: string[] }) => Promise<boolean>>()
  beforeEach(() => {
    localStorage.clear()
    request.mockReset().mockResolvedValue(true)
    vi.stubGlobal("chrome", { permissions: { request }, runtime: { getURL: () => "chrome-extension://x/" } })
  })
  afterEach(() => {
    cleanup()
    vi.unstubAllGlobals()
  })
  return request
}
