import type { SampleTickets } from "./sample-tickets.ts"

export const de: SampleTickets = {
  agent: "Ben Sommer",
  tickets: [
    {
      subject: "Paket als zugestellt gemeldet, aber nicht da",
      requester: "Katharina Vogel",
      text: `Guten Tag,

meine Bestellung LL-48188 gilt seit dem 17. November als zugestellt, es ist aber nichts angekommen. Die Nachbarn habe ich gefragt. Wie geht es weiter, und wie lange dauert die Suche?

Katharina Vogel`,
      page: {
        title: "Als zugestellt gemeldet, aber nicht angekommen",
        passage: `Manchmal wird ein Paket als zugestellt gescannt, bevor es an der Tür ist.

Zuerst nachsehen

- Fragen Sie Nachbarn und alle im Haushalt.
- Sehen Sie im Hausflur und bei den Mülltonnen nach.
- Suchen Sie im Briefkasten nach einer Karte des Zustellers.

Warten Sie bitte einen Werktag nach dem Scan; oft kommt das Paket dann noch.

Der Nachforschungsauftrag

Ist ein Paket als zugestellt gemeldet, aber nicht da, lassen wir den Zusteller danach suchen. Der Zusteller antwortet innerhalb von fünf Werktagen. Sie erhalten von uns eine Suchnummer; sie steht in der Bestätigungsmail des Zustellers. Bis zum Ende der Suche wird nichts erstattet.
1. Melden Sie sich innerhalb von 14 Tagen nach dem Zustellscan.
2. Bestätigen Sie Ihre vollständige Lieferadresse.
3. Bei einem Bestellwert über 150 € unterschreiben Sie die Erklärung, dass nichts angekommen ist.

Wird es nicht gefunden

Dann wählen Sie zwischen einer Ersatzlieferung und der vollen Erstattung samt Versandkosten. Der Ersatz verlässt unser Lager innerhalb eines Werktags, die Erstattung veranlassen wir innerhalb von zwei Werktagen.`
      }
    },
    {
      subject: "Wasserkocher K2 zurücksenden",
      requester: "Bernd Krüger",
      text: `Hallo,

ich habe den Wasserkocher K2 aus der Bestellung LL-47912 einmal mit Wasser ausprobiert, er ist mir zu laut. Kann ich ihn zurücksenden, was kostet die Rücksendung, und wie bekomme ich ein Etikett?

Bernd Krüger`,
      page: {
        title: "Etwas zurücksenden",
        passage: `Sie können alles innerhalb von 30 Tagen nach der Lieferung zurücksenden, ohne einen Grund zu nennen.

Bedingungen

- Sie dürfen das Produkt ausprobieren wie im Laden. Ein Versuch mit Wasser ist bei Wasserkochern und Kaffeemaschinen in Ordnung.
- Legen Sie alles wieder bei: Werkzeuge, Deckel, Kabel, Anleitung.
- Der Originalkarton ist nicht nötig, wenn das Produkt gut geschützt ist.
- Bei Spuren von Lebensmitteln, Kaffee oder Öl ziehen wir 20 % des Preises ab.

So geht es

1. Öffnen Sie Rücksendungen auf unserer Website und geben Sie Bestellnummer und E-Mail-Adresse ein.
2. Drucken Sie das Etikett aus oder zeigen Sie den Code in der Annahmestelle.
3. Geben Sie das Paket innerhalb von sieben Tagen ab. Das darf auch jemand anderes tun.

Kosten

Eine Rücksendung innerhalb der EU kostet 4,90 €, die wir von der Erstattung abziehen. Bei einem Mangel oder falscher Ware ist sie kostenlos. Wir prüfen die Rücksendung innerhalb von drei Werktagen nach dem Eingang.`
      }
    },
    {
      subject: "Rechnung auf meine Firma",
      requester: "Sabine Albrecht",
      text: `Guten Tag,

die Rechnung zur Bestellung LL-46618 lautet auf meinen Namen, gekauft hat aber meine Firma. Können Sie die Rechnung berichtigen, und was brauchen Sie dafür?

Sabine Albrecht`,
      page: {
        title: "Rechnung erhalten oder berichtigen",
        passage: `Die Rechnung kommt als PDF per E-Mail an dem Tag, an dem das Paket unser Lager verlässt.

Wiederfinden

- Mit Kundenkonto: Bestellungen, dann die Bestellung, dann Rechnung.
- Ohne Kundenkonto: Schreiben Sie uns mit der Bestellnummer. Wir senden sie innerhalb eines Werktags noch einmal.

Auf Papier versenden wir keine Rechnungen.

Berichtigen

Name, Firma, Adresse und USt-IdNr. lassen sich innerhalb von 30 Tagen nach dem Rechnungsdatum berichtigen. Senden Sie uns:
1. die Bestellnummer,
2. den vollständigen Namen der Firma und ihre Adresse,
3. die USt-IdNr., wenn es eine gibt.

Die berichtigte Rechnung kommt innerhalb von zwei Werktagen per E-Mail. Datum und Betrag bleiben gleich.

Nach 30 Tagen

Dann schreiben wir eine Gutschrift und eine neue Rechnung mit dem Datum des Tages. Das dauert fünf Werktage. Rechnungen eines abgeschlossenen Jahres lassen sich nach dem 31. Januar nicht mehr ändern.`
      }
    }
  ]
}
