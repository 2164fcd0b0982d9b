import "../src/ui/kit/tokens.css"
import "../src/ui/kit/fonts.css"
import "../src/ui/kit/kit.css"
import "../src/ui/lead/lead.css"
import "../src/ui/popup/popup.css"
import "../src/ui/welcome/welcome.css"
import { keepFocus } from "../src/ui/kit/keep-focus.ts"
import { inLanguage } from "../src/ui/kit/language/in-language.tsx"
import { Welcome } from "../src/ui/welcome/welcome.tsx"

keepFocus()
export default inLanguage("title.welcome", Welcome)
