import type { Pool } from "../pool.ts"

export const de: Pool = {
  language: "de",
  products: ["Wasserkocher K2", "Crema E1", "Batter B5", "Pendelleuchte Halo", "Stehleuchte Aurora"],
  amounts: ["89,00 €", "149,90 €", "34,50 €", "219,00 €", "64,80 €"],
  openings: ["Guten Tag,", "Hallo,", "Sehr geehrte Damen und Herren,", "Hallo zusammen,", "Moin,"],
  endings: [
    "Viele Grüße\n[PERSON_1]",
    "Mit freundlichen Grüßen\n[PERSON_1]\n[PHONE_1]",
    "Danke und Gruß\n[PERSON_1]",
    "[PERSON_1]",
    "Besten Dank im Voraus\n[PERSON_1]\n[EMAIL_1]"
  ],
  again: [
    "Ich warte jetzt seit drei Tagen auf eine Antwort. Kümmert sich jemand?",
    "Noch etwas: Meine Frau [PERSON_3] ist ab Donnerstag zu Hause, falls das hilft.",
    "Hier noch einmal die Bestellnummer: {order}.",
    "Am Telefon hieß es, ich solle schreiben. Das tue ich hiermit.",
    "Im Spam habe ich auch nachgesehen, da ist nichts."
  ],
  asked: [
    "Guten Tag [PERSON_1],\n\nkönnen Sie uns die Bestellnummer nennen? Dann sehen wir nach.\n\nFreundliche Grüße\n[PERSON_2]",
    "Guten Tag [PERSON_1],\n\nwir haben nachgefragt und melden uns morgen wieder.\n\n[PERSON_2]"
  ],
  greetings: ["Guten Tag [PERSON_1],", "Hallo [PERSON_1],", "Sehr geehrte Frau [PERSON_1],"],
  closings: ["Freundliche Grüße\n[PERSON_2]", "Viele Grüße\n[PERSON_2]", "Mit freundlichen Grüßen\n[PERSON_2]"],
  sorry: [
    "vielen Dank für Ihre Nachricht zur Bestellung {order}.",
    "es tut mir leid, dass Sie Ärger mit Ihrem Produkt haben.",
    "vielen Dank für Ihre Geduld.",
    "danke, dass Sie sich noch einmal melden."
  ],
  offers: [
    "Melden Sie sich gern, wenn etwas unklar ist.",
    "Antworten Sie einfach auf diese Mail, wenn Sie noch eine Frage haben.",
    "Brauchen Sie noch etwas von uns?"
  ],
  doubtful: [
    "Meist geht es zu dieser Jahreszeit schneller.",
    "Die meisten Kunden haben am nächsten Morgen Antwort.",
    "Eine Kollegin hat das heute früh bestätigt.",
    "Das geht auch in unserer App."
  ],
  promises: [
    "Für den Ärger schreibe ich Ihnen 10 € gut.",
    "Die Versandkosten erstatte ich Ihnen heute.",
    "Bis Freitag ist das erledigt."
  ],
  adds: [
    "Ich habe das an Ihrer Bestellung vermerkt, damit auch meine Kollegen es wissen.",
    "Sobald es Neues gibt, schreibe ich Ihnen selbst.",
    "Sie müssen bis dahin nichts weiter tun.",
    "Meine Kollegin [PERSON_4] weiß auch Bescheid, falls ich nicht da bin.",
    "Mit der übrigen Bestellung ist alles in Ordnung."
  ],
  topics: [
    {
      tag: "delivery",
      article: "de/zustellung-fehlt",
      passage: "Der Zusteller antwortet innerhalb von fünf Werktagen",
      subjects: [
        "Paket zugestellt, aber nicht da",
        "Wo ist Bestellung {order}?",
        "Sendung laut Verfolgung am {date} zugestellt"
      ],
      asks: [
        "laut Sendungsverfolgung wurde {order} am {date} zugestellt. Hier ist nichts, ich habe auch [PERSON_3] von nebenan gefragt. Wie geht es weiter?",
        "mein Paket soll da sein, ist es aber nicht. Ich war den ganzen Tag zu Hause, geklingelt hat niemand. Es geht um {product} für {amount}.",
        "der Bote hat {product} angeblich am {date} abgelegt. Im Hausflur liegt nichts, im Briefkasten keine Karte."
      ],
      says: [
        "Wir lassen den Zusteller nach dem Paket suchen.",
        "Der Zusteller antwortet innerhalb von fünf Werktagen.",
        "Ihre Suchnummer ist [[Suchnummer]].",
        "Wird das Paket nicht gefunden, wählen Sie zwischen einer Ersatzlieferung und der vollen Erstattung samt Versandkosten.",
        "Bitte bestätigen Sie uns Ihre vollständige Lieferadresse."
      ],
      otherwise: [
        "Ich habe eben eine Suche beim Zusteller veranlasst.",
        "Eine Antwort bekommen wir binnen fünf Werktagen.",
        "Der Auftrag hat die Nummer S-48213.",
        "Bleibt es verschwunden, senden wir neu oder erstatten alles, ganz wie Sie möchten.",
        "Stimmt die Adresse in der Bestellung noch?"
      ],
      wrong: { text: "Der Zusteller antwortet innerhalb von drei Werktagen.", says: "fünf Werktagen" }
    },
    {
      tag: "refund",
      article: "de/erstattung",
      passage: "Eine Erstattung geht immer auf dem Weg zurück",
      subjects: ["Erstattung zu {order}", "Geld auf ein anderes Konto", "Rücksendung: wann kommt mein Geld?"],
      asks: [
        "ich habe {product} am {date} zurückgeschickt und warte auf {amount}. Meine Bank sieht nichts.",
        "können Sie die {amount} auf ein anderes Konto überweisen? Die Karte von damals gilt nicht mehr.",
        "wie lange dauert eine Erstattung mit PayPal? Die Rücksendung kam am {date} bei Ihnen an."
      ],
      says: [
        "Eine Erstattung geht immer auf dem Weg zurück, auf dem bezahlt wurde.",
        "Sie beginnt, sobald die Rücksendung geprüft ist; das dauert ab Eingang drei Werktage.",
        "Mit Karte dauert es danach 5 bis 7 Werktage.",
        "Auf ein anderes Konto oder eine andere Karte zahlen wir nicht aus."
      ],
      otherwise: [
        "Wir können nur dorthin erstatten, womit Sie bezahlt haben.",
        "Ihre Rücksendung ist geprüft, die {amount} sind unterwegs.",
        "Bei Karten braucht die Bank bis zu sieben Werktage.",
        "Eine andere Karte geht leider nicht, auch wenn Ihre abgelaufen ist: Die Bank leitet weiter."
      ],
      wrong: { text: "Mit PayPal dauert es 5 Werktage.", says: "2 Werktage" }
    },
    {
      tag: "return",
      products: 2,
      article: "de/ruecksendung",
      passage: "Drucken Sie das Etikett aus",
      subjects: ["{product} zurückgeben", "Wie schicke ich das zurück?", "Rücksendeetikett für {order}"],
      asks: [
        "{product} gefällt mir nicht. Einmal mit Wasser ausprobiert. Kann ich noch zurückgeben, und brauche ich den Karton?",
        "ich möchte {order} zurücksenden. Woher bekomme ich das Etikett, und darf mein Nachbar [PERSON_3] es abgeben?",
        "bitte nehmen Sie eines der beiden Geräte zurück, geliefert am {date}. Was kostet mich das?"
      ],
      says: [
        "Sie können alles innerhalb von 30 Tagen nach der Lieferung zurücksenden, ohne einen Grund zu nennen.",
        "Öffnen Sie Rücksendungen auf unserer Website und geben Sie Bestellnummer und E-Mail-Adresse ein.",
        "Geben Sie das Paket innerhalb von sieben Tagen ab; das darf auch jemand anderes tun.",
        "Eine Rücksendung innerhalb der EU kostet 4,90 €, die wir von der Erstattung abziehen.",
        "Der Originalkarton ist nicht nötig, wenn das Produkt gut geschützt ist."
      ],
      otherwise: [
        "Natürlich können Sie es zurückgeben, 30 Tage lang.",
        "Das Etikett finden Sie auf unserer Website unter Rücksendungen.",
        "Bringen Sie es binnen einer Woche weg, oder lassen Sie es bringen.",
        "4,90 € für das Etikett gehen von der Erstattung ab.",
        "Ein anderer fester Karton tut es auch."
      ],
      wrong: { text: "Dafür haben Sie 14 Tage Zeit.", says: "30 Tagen" }
    },
    {
      tag: "warranty",
      products: 3,
      article: "de/garantie",
      passage: "Die Reparatur dauert bis zu 15 Werktage",
      subjects: ["Geräusch seit {date}", "{product} defekt", "Garantie für {product}"],
      asks: [
        "{product} klackert seit dem {date}, auch im Leerlauf. Gerät ist gut ein Jahr alt. Ist das ein Garantiefall?",
        "das Gerät aus {order} geht nicht mehr an. Was brauchen Sie von mir, und wie lange dauert die Reparatur?",
        "beim Putzen ist das Glas gesprungen. Fällt das unter die Garantie?"
      ],
      says: [
        "Alle Produkte haben zwei Jahre Garantie ab Lieferung.",
        "Wir brauchen die Bestellnummer, die Seriennummer und ein Foto oder kurzes Video des Fehlers.",
        "Die Seriennummer steht auf dem Etikett an der Unterseite.",
        "Die Reparatur dauert bis zu 15 Werktage ab Eingang in unserer Werkstatt.",
        "Ist sie nicht möglich, wählen Sie zwischen Ersatz und voller Erstattung."
      ],
      otherwise: [
        "Ihr Gerät ist noch keine zwei Jahre alt und damit abgedeckt.",
        "Am meisten hilft uns ein kurzes Video mit der Seriennummer dazu.",
        "Die Nummer finden Sie, wenn Sie es umdrehen.",
        "Rechnen Sie mit drei Wochen.",
        "Klappt die Reparatur nicht, bekommen Sie ein neues oder das Geld zurück."
      ],
      wrong: { text: "Alle Produkte haben drei Jahre Garantie.", says: "zwei Jahre" }
    },
    {
      tag: "invoice",
      article: "de/rechnung",
      passage: "lassen sich innerhalb von 30 Tagen nach dem Rechnungsdatum berichtigen",
      subjects: ["Rechnung auf Firma", "Rechnung zu {order} fehlt", "USt-IdNr. ergänzen"],
      asks: [
        "die Rechnung zu {order} vom {date} läuft auf mich, gekauft hat aber unsere Firma. Lässt sich das ändern?",
        "ich finde die Rechnung für {product} nicht. Ein Kundenkonto habe ich nicht. Geht das auch auf Papier?",
        "auf der Rechnung fehlt unsere USt-IdNr. Unsere Buchhaltung, Frau [PERSON_3], braucht sie bis Monatsende."
      ],
      says: [
        "Name, Firma, Adresse und USt-IdNr. lassen sich innerhalb von 30 Tagen nach dem Rechnungsdatum berichtigen.",
        "Senden Sie uns den vollständigen Namen der Firma, ihre Adresse und die USt-IdNr.",
        "Die berichtigte Rechnung kommt innerhalb von zwei Werktagen per E-Mail.",
        "Datum und Betrag bleiben gleich.",
        "Auf Papier versenden wir keine Rechnungen."
      ],
      otherwise: [
        "Das geht noch, die 30 Tage sind nicht um.",
        "Schicken Sie mir einfach die Firmendaten als Antwort.",
        "Das neue PDF haben Sie in zwei Werktagen.",
        "Am Betrag ändert sich nichts.",
        "Es gibt sie nur als PDF."
      ]
    }
  ]
}
