import "../src/ui/kit/tokens.css"
import "../src/ui/kit/fonts.css"
import "../src/ui/kit/kit.css"
import "../src/ui/popup/popup.css"
import { setDocumentTitle } from "../src/ui/kit/document-title.ts"
import { keepFocus } from "../src/ui/kit/keep-focus.ts"
import { Popup } from "../src/ui/popup/popup.tsx"

setDocumentTitle("title.popup")
keepFocus()
export default function ToolbarPopup() {
  return <Popup />
}
