import { isOwnPage } from "./messages.ts"

/** A page's lasting connection to the background. It ends when either side goes. */
export interface PagePort {
  name: string
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onClose(listener: () => void): void
}

export const ports = {
  /** Passes on connections that pages of the extension open, but not those of content scripts. */
  onConnect(listener: (port: PagePort) => void): void {
    chrome.runtime.onConnect.addListener((port) => {
      if (!port.sender || !isOwnPage(port.sender)) return
      let open = true
      port.onDisconnect.addListener(() => (open = false))
      listener({
        name: port.name,
        // The page may have gone between two events. Nothing is lost, because it reconnects and receives the whole
        // state.
        post: (message) => {
          if (open) port.postMessage(message)
        },
        onMessage: (heard) => port.onMessage.addListener((message: unknown) => heard(message)),
        onClose: (closed) => port.onDisconnect.addListener(closed)
      })
    })
  }
}
