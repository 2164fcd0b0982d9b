import "../src/ui/kit/tokens.css"
import "../src/ui/kit/fonts.css"
import "../src/ui/kit/kit.css"
import "../src/ui/popup/popup.css"
import { nameDocument } from "../src/ui/kit/document.ts"
import { Popup } from "../src/ui/popup/popup.tsx"

nameDocument("title.popup")
export default function ToolbarPopup() {
  return <Popup />
}
