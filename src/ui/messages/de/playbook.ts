import type { playbook as english } from "../en/playbook.ts"
import type { Translation } from "../translation.ts"

/** The panel's card that tells where a ticket stands in a playbook, and the admin page's card of all of them. */
export const playbook: Translation<typeof english> = {
  playbook: "Playbook: {title}",
  "playbook.step": "Schritt {n} von {of}",
  "playbook.renewed": "Die Schritte werden erneut durchgegangen. Unten steht der vorige Stand.",
  "playbook.passed": "Erledigt:",
  "playbook.state.asks": "wartet auf fehlende Angaben",
  "playbook.state.acts": "jetzt",
  "playbook.state.escalates": "eine andere Gruppe macht weiter",
  "playbook.state.ends": "erledigt",
  "playbook.state.falls-back": "kein Zweig des Playbooks passt",
  "playbook.do": "Zu tun: {line}",
  "playbook.escalate": "An {group} übergeben. {why}",
  "playbook.missing": "Fehlt für den nächsten Schritt",
  "playbook.asked": "Der Entwurf fragt danach.",
  "playbook.unread": "Das Playbook kann Ihre Eingabe „{value}“ nicht lesen: Schreiben Sie nur das Datum oder die Zahl.",
  "playbook.given": "Von Ihnen eingegeben",
  "playbook.given.fact": "{label}: {value}",
  "playbook.given.back": "Zurücknehmen",
  "playbook.given.back.long": "Zurücknehmen: {label}, {value}",
  "playbook.period.hour": "{n, plural, one {# Stunde} other {# Stunden}}",
  "playbook.period.day": "{n, plural, one {# Tag} other {# Tage}}",
  "playbook.period.business-day": "{n, plural, one {# Werktag} other {# Werktage}}",
  "playbook.period.month": "{n, plural, one {# Monat} other {# Monate}}",
  "playbook.period.year": "{n, plural, one {# Jahr} other {# Jahre}}",
  "playbook.because.tag":
    "{holds, select, yes {Das Ticket hat das Tag {value}} other {Das Ticket hat das Tag {values} nicht}}",
  "playbook.because.intent":
    "{holds, select, yes {Im Ticket geht es um: {value}} other {Im Ticket geht es nicht um: {values}}}",
  "playbook.because.unknown": "{what}: nicht bekannt",
  "playbook.because.known": "{what}: {value}",
  "playbook.because.is":
    "{holds, select, yes {{what}: {value}, ist {values}} other {{what}: {value}, ist nicht {values}}}",
  "playbook.because.within":
    "{holds, select, yes {{what}: {value}, innerhalb der Frist ({period})} other {{what}: {value}, nicht innerhalb der Frist ({period})}}",
  "playbook.because.within.day":
    "{holds, select, yes {{what}: {value}, innerhalb der Frist ({period}), bis {day}} other {{what}: {value}, nicht innerhalb der Frist ({period}), die am {day} endete}}",
  "playbook.because.longer-than":
    "{holds, select, yes {{what}: {value}, länger als {period}} other {{what}: {value}, nicht länger als {period}}}",
  "playbook.because.longer-than.day":
    "{holds, select, yes {{what}: {value}, länger her als {period}, seit {day}} other {{what}: {value}, bis {day} nicht länger her als {period}}}",
  "playbook.because.at-least":
    "{holds, select, yes {{what}: {value}, mindestens {figure, number}} other {{what}: {value}, weniger als {figure, number}}}",
  "playbook.because.at-most":
    "{holds, select, yes {{what}: {value}, höchstens {figure, number}} other {{what}: {value}, mehr als {figure, number}}}",
  "playbook.because.over":
    "{holds, select, yes {{what}: {value}, über {figure, number}} other {{what}: {value}, nicht über {figure, number}}}",
  "playbook.because.under":
    "{holds, select, yes {{what}: {value}, unter {figure, number}} other {{what}: {value}, nicht unter {figure, number}}}",
  "playbook.because.before":
    "{holds, select, yes {{what}: {value}, vor dem {day}} other {{what}: {value}, nicht vor dem {day}}}",
  "playbook.because.after":
    "{holds, select, yes {{what}: {value}, nach dem {day}} other {{what}: {value}, nicht nach dem {day}}}",
  "playbook.because.earlier": "{what}: {value}, {test}",
  playbooks: "Playbooks",
  "playbooks.lead":
    "Die Abläufe des Teams, einer je Art von Ticket. Ein Entwurf entsteht aus dem Schritt, den das Ticket erreicht hat. Jede Änderung ist eine Version.",
  "playbooks.none": "Es gibt kein Playbook. Entwürfe entstehen nur aus Seiten und Antworten.",
  "playbooks.list": "Playbooks des Teams",
  "playbooks.of":
    "{name}, Version {version}, seit {time}. {steps, plural, one {# Schritt} other {# Schritte}}, {ends, plural, one {# Ende} other {# Enden}}, {groups, plural, =0 {kein Weg zu einer anderen Gruppe} one {# Weg zu einer anderen Gruppe} other {# Wege zu anderen Gruppen}}. Kein Fehler.",
  "playbooks.unread":
    "{name}, Version {version}, seit {time}. Dieses Relay kann es nicht lesen, deshalb lassen Entwürfe es weg:",
  "playbooks.show": "Text zeigen",
  "playbooks.flow": "Ablauf zeigen",
  "playbooks.picture":
    "Ablaufdiagramm von {title} mit {steps, plural, one {# Schritt} other {# Schritten}}. Die Liste darunter sagt dasselbe.",
  "playbooks.scroll": "Ablaufdiagramm von {title}, scrollbar",
  "playbooks.steps": "Schritte von {title} und ihre Wege",
  "playbooks.step.end": "Ein Ende",
  "playbooks.step.escalation": "Eine andere Gruppe macht weiter",
  "playbooks.way": "Zu {title}",
  "playbooks.way.if": "Wenn {label}: zu {title}",
  "playbooks.way.else": "Sonst: zu {title}",
  "playbooks.remove": "Entfernen",
  "playbooks.sure": "Entwürfe folgen ihm nicht mehr. Seine Versionen bleiben.",
  "playbooks.do": "Entfernen",
  "playbooks.keep": "Behalten",
  "playbooks.removed": "{name} ist entfernt.",
  "playbooks.source": "Text eines Playbooks (YAML)",
  "playbooks.source.hint":
    "Fügen Sie ihn ein oder wählen Sie eine Datei. Ein Playbook der Liste mit demselben Namen wird ersetzt.",
  "playbooks.unsaved": "Speichern Sie zuerst den Text unten oder leeren Sie das Feld: Die Datei würde ihn ersetzen.",
  "playbooks.source.none": "Fügen Sie den Text eines Playbooks ein oder wählen Sie eine Datei.",
  "playbooks.file": "Datei eines Playbooks",
  "playbooks.file.unread": "Die Datei ist nicht lesbar: Wählen Sie sie erneut oder fügen Sie ihren Text ein.",
  "playbooks.file.large": "Die Datei ist zu groß: Ein Playbook hat höchstens 200.000 Zeichen.",
  "playbooks.mistakes": "Nicht gespeichert:",
  "playbooks.save": "Playbook speichern",
  "playbooks.saving": "Wird gespeichert.",
  "playbooks.saved": "{name} ist als Version {version} gespeichert."
}
