import type { sharedPlaces as english } from "../../en/picking/shared-places.ts"
import type { Translation } from "../../translation.ts"

/** Places of a page that are the team's: in the panel, and on the admin page's card. */
export const sharedPlaces: Translation<typeof english> = {
  "shared.here":
    "Ihr Team hat Replywright gezeigt, wo auf dieser Seite das Ticket steht. Erlauben Sie die Website, dann werden ihre Tickets gelesen.",
  "shared.team": "Gelesen in den Bereichen, die Ihr Team gezeigt hat",
  "shared.of.browser": "Diese Bereiche sind nur in diesem Browser gespeichert.",
  "shared.of.browser.same": "Diese Bereiche sind in diesem Browser gespeichert, und Ihr Team verwendet dieselben.",
  "shared.of.browser.other":
    "Diese Bereiche sind in diesem Browser gespeichert. Ihr Team verwendet andere; sie gelten hier, sobald Sie Ihre eigenen vergessen.",
  "shared.of.team": "Diese Bereiche sind die Ihres Teams. Ein Admin hat sie geteilt.",
  "shared.of.nobody": "Diese Bereiche gelten nur für diese Seite. Sie sind nicht gespeichert.",
  "shared.share": "Mit dem Team teilen",
  "shared.sharing": "Anfrage läuft",
  "shared.asked": "Ein Admin wurde gefragt. Bis dahin gelten die Bereiche nur in diesem Browser.",
  "shared.already": "Ihr Team hat diese Bereiche schon.",
  "shared.failed": "Nichts wurde geteilt. {why}",
  "shared.hashed":
    "Nichts wurde geteilt. Ihr Team speichert Adressen von Helpdesks nur gehasht, und Bereiche nennen die Adresse.",
  "shared.forget.team":
    "Diese Bereiche sind die Ihres Teams, deshalb bleiben sie. Ein Admin kann sie auf der Verwaltungsseite zurücknehmen, und „Erneut zeigen“ gibt diesem Browser eigene.",
  "shared.forgotten":
    "In diesem Browser vergessen. Nach dem Neuladen wird die Seite in den Bereichen Ihres Teams gelesen; ein Admin kann sie zurücknehmen.",

  shared: "Vom Team gezeigte Seiten",
  "shared.lead":
    "Bei einem Helpdesk, den Replywright nicht kennt, zeigen Agenten, wo auf einer Seite das Ticket steht. Was jemand gezeigt hat, gilt in allen Browsern, die die Website lesen dürfen, sobald Sie es teilen. Es enthält nur Bereiche: keinen Text eines Tickets und keinen Code.",
  "shared.none": "Niemand hat eine Seite vorgeschlagen.",
  "shared.list": "Seiten nach Website",
  "shared.state.proposed": "Vorgeschlagen",
  "shared.state.shared": "Geteilt",
  "shared.state.declined": "Nicht geteilt",
  "shared.proposed": "Vorgeschlagen von {name}, {time}.",
  "shared.decided.shared": "Geteilt von {name}, {time}.",
  "shared.decided.declined": "Abgelehnt oder zurückgenommen von {name}, {time}.",
  "shared.somebody": "jemandem, den das Relay nicht mehr kennt",
  "shared.subject": "Betreff",
  "shared.messages": "Nachrichten",
  "shared.customer": "Nachrichten des Kunden erkennbar an",
  "shared.agent": "Nachrichten der Agenten erkennbar an",
  "shared.notes": "Interne Notizen erkennbar an",
  "shared.notes.all": "den üblichen Wörtern wie „intern“ und dem Gelb eines Klebezettels",
  "shared.notes.except": "den üblichen Wörtern und dem Gelb eines Klebezettels, ohne {words}",
  "shared.notes.colour": "Gelb",
  "shared.notes.warning":
    "Nachrichten mit {words} werden hier als öffentlich gelesen, auch die interne Notiz eines Agenten. Teilen Sie dies nur, wenn öffentliche Nachrichten dieser Website das wirklich haben und Notizen etwas anderes.",
  "shared.reply": "Antwortfeld",
  "shared.read": "gelesen",
  "shared.read.newest-first": "gelesen, die neueste oben",
  "shared.not-read": "nicht gelesen",
  "shared.mark.name": "einem Namen im Code der Seite",
  "shared.mark.left": "ihrer Seite des Verlaufs: links",
  "shared.mark.right": "ihrer Seite des Verlaufs: rechts",
  "shared.mark.first": "ihrem Verfasser: dem der ersten Nachricht",
  "shared.mark.other": "ihrem Verfasser: nicht dem der ersten Nachricht",
  "shared.mark.word": "dem Wort „{word}“ daneben",
  "shared.mark.none": "nichts, deshalb werden sie weggelassen",
  "shared.reply.yes": "ja: „Einfügen“ schreibt dort hinein",
  "shared.reply.no": "nein: Ein Entwurf lässt sich nur kopieren",
  "shared.warning":
    "Mit einem Antwortfeld schreibt „Einfügen“ in jedem Browser des Teams dort hinein. Teilen Sie es nur, wenn das dort Geschriebene an den Kunden geht und keine interne Notiz ist.",
  "shared.replaces": "Dies ersetzt die Bereiche, die das Team jetzt für diese Website verwendet.",
  "shared.json": "Die Bereiche als JSON",
  "shared.do-share": "Teilen",
  "shared.decline": "Ablehnen",
  "shared.remove": "Zurücknehmen",
  "shared.working": "Das Relay wird benachrichtigt",
  "shared.said.shared":
    "Die Bereiche von {site} sind geteilt. Browser verwenden sie ab der nächsten Seite, die sie laden.",
  "shared.said.declined": "Die Bereiche von {site} sind abgelehnt.",
  "shared.said.taken-back":
    "Die Bereiche von {site} sind zurückgenommen. Browser verwenden sie ab der nächsten Seite, die sie laden, nicht mehr.",
  "shared.sure": "Seiten dieser Website werden in Browsern ohne eigene Bereiche nicht mehr gelesen.",
  "shared.do": "Zurücknehmen",
  "shared.keep": "Weiter teilen"
}
