import "../src/ui/kit/tokens.css"
import "../src/ui/kit/fonts.css"
import "../src/ui/kit/kit.css"
import "../src/ui/lead/lead.css"
import { keepFocus } from "../src/ui/kit/keep-focus.ts"
import { inLanguage } from "../src/ui/kit/language/in-language.tsx"
import { createRelayLink } from "../src/ui/kit/relay/relay-link.ts"
import { OwnReviews } from "../src/ui/own/own-reviews.tsx"

keepFocus()
const link = createRelayLink("agent")
export default inLanguage("title.feedback", () => <OwnReviews link={link} />)
