import "../src/ui/kit/tokens.css"
import "../src/ui/kit/fonts.css"
import "../src/ui/kit/kit.css"
import "../src/ui/popup/popup.css"
import { setDocumentTitle } from "../src/ui/kit/document-title.ts"
import { Popup } from "../src/ui/popup/popup.tsx"

setDocumentTitle("title.popup")
export default function ToolbarPopup() {
  return <Popup />
}
