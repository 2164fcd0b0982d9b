import { isOwnPage } from "./messages.ts"

/** A page's lasting line to the background; it ends when either side goes. */
export interface PagePort {
  name: string
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onClose(listener: () => void): void
}

export const ports = {
  /** Lines that pages of the extension open; a content script's are not passed on. */
  onConnect(listener: (port: PagePort) => void): void {
    chrome.runtime.onConnect.addListener((port) => {
      if (!port.sender || !isOwnPage(port.sender)) return
      let open = true
      port.onDisconnect.addListener(() => (open = false))
      listener({
        name: port.name,
        // The page may have gone between two events: nothing is lost, it reconnects and is sent the whole state.
        post: (message) => {
          if (open) port.postMessage(message)
        },
        onMessage: (heard) => port.onMessage.addListener((message: unknown) => heard(message)),
        onClose: (closed) => port.onDisconnect.addListener(closed)
      })
    })
  }
}
