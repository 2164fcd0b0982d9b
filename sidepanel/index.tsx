import "../src/ui/kit/tokens.css"
import "../src/ui/kit/fonts.css"
import "../src/ui/kit/kit.css"
import "../src/ui/agent/panel.css"
import { Panel } from "../src/ui/agent/panel.tsx"
import { setDocumentTitle } from "../src/ui/kit/document-title.ts"
import { keepFocus } from "../src/ui/kit/keep-focus.ts"

setDocumentTitle("title.panel")
keepFocus()
export default function SidePanel() {
  return <Panel />
}
