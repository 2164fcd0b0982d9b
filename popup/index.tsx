import "../src/ui/kit/tokens.css"
import "../src/ui/kit/fonts.css"
import "../src/ui/kit/kit.css"
import "../src/ui/popup/popup.css"
import { keepFocus } from "../src/ui/kit/keep-focus.ts"
import { inLanguage } from "../src/ui/kit/language/in-language.tsx"
import { Popup } from "../src/ui/popup/popup.tsx"

keepFocus()
export default inLanguage("title.popup", Popup)
