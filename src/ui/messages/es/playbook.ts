import type { playbook as english } from "../en/playbook.ts"
import type { Translation } from "../translation.ts"

/** The panel's card that tells where a ticket stands in a playbook, and the admin page's card of all of them. */
export const playbook: Translation<typeof english> = {
  playbook: "Procedimiento: {title}",
  "playbook.step": "Paso {n} de {of}",
  "playbook.renewed": "Se están recorriendo los pasos de nuevo. Abajo figura cómo estaban antes.",
  "playbook.passed": "Hecho:",
  "playbook.state.asks": "espera lo que falta",
  "playbook.state.acts": "ahora",
  "playbook.state.escalates": "continúa otro grupo",
  "playbook.state.ends": "hecho",
  "playbook.state.falls-back": "no se aplica ninguna rama del procedimiento",
  "playbook.do": "Por hacer: {line}",
  "playbook.escalate": "Traspasar a {group}. {why}",
  "playbook.missing": "Falta para el paso siguiente",
  "playbook.asked": "El borrador lo pide.",
  "playbook.unread": "Escribió “{value}”, que el procedimiento no puede leer: escriba solo el día o la cifra.",
  "playbook.given": "Escrito por usted",
  "playbook.given.fact": "{label}: {value}",
  "playbook.given.back": "Retirar",
  "playbook.given.back.long": "Retirar {label}: {value}",
  "playbook.period.hour": "{n, plural, one {# hora} other {# horas}}",
  "playbook.period.day": "{n, plural, one {# día} other {# días}}",
  "playbook.period.business-day": "{n, plural, one {# día laborable} other {# días laborables}}",
  "playbook.period.month": "{n, plural, one {# mes} other {# meses}}",
  "playbook.period.year": "{n, plural, one {# año} other {# años}}",
  "playbook.because.tag":
    "{holds, select, yes {El ticket tiene la etiqueta {value}} other {El ticket no tiene la etiqueta {values}}}",
  "playbook.because.intent": "{holds, select, yes {El ticket trata de {value}} other {El ticket no trata de {values}}}",
  "playbook.because.unknown": "{what}: no se sabe",
  "playbook.because.known": "{what}: {value}",
  "playbook.because.is": "{holds, select, yes {{what}: {value}, es {values}} other {{what}: {value}, no es {values}}}",
  "playbook.because.within":
    "{holds, select, yes {{what}: {value}, dentro de un plazo de {period}} other {{what}: {value}, fuera de un plazo de {period}}}",
  "playbook.because.within.day":
    "{holds, select, yes {{what}: {value}, dentro de un plazo de {period}, hasta el {day}} other {{what}: {value}, fuera de un plazo de {period}, que terminó el {day}}}",
  "playbook.because.longer-than":
    "{holds, select, yes {{what}: {value}, más de {period}} other {{what}: {value}, no más de {period}}}",
  "playbook.because.longer-than.day":
    "{holds, select, yes {{what}: {value}, hace más de {period}, desde el {day}} other {{what}: {value}, no hace más de {period} (hasta el {day})}}",
  "playbook.because.at-least":
    "{holds, select, yes {{what}: {value}, al menos {figure, number}} other {{what}: {value}, menos de {figure, number}}}",
  "playbook.because.at-most":
    "{holds, select, yes {{what}: {value}, como máximo {figure, number}} other {{what}: {value}, más de {figure, number}}}",
  "playbook.because.over":
    "{holds, select, yes {{what}: {value}, más de {figure, number}} other {{what}: {value}, no más de {figure, number}}}",
  "playbook.because.under":
    "{holds, select, yes {{what}: {value}, menos de {figure, number}} other {{what}: {value}, no menos de {figure, number}}}",
  "playbook.because.before":
    "{holds, select, yes {{what}: {value}, antes del {day}} other {{what}: {value}, no antes del {day}}}",
  "playbook.because.after":
    "{holds, select, yes {{what}: {value}, después del {day}} other {{what}: {value}, no después del {day}}}",
  "playbook.because.earlier": "{what}: {value}, {test}",
  playbooks: "Procedimientos",
  "playbooks.lead":
    "Los procedimientos del equipo, uno por cada tipo de ticket. Un borrador se escribe desde el paso al que ha llegado el ticket. Cada cambio es una versión.",
  "playbooks.none": "No hay ningún procedimiento. Los borradores se escriben solo a partir de páginas y respuestas.",
  "playbooks.list": "Procedimientos del equipo",
  "playbooks.of":
    "{name}, versión {version}, {time}. {steps, plural, one {# paso} other {# pasos}}, {ends, plural, one {# final} other {# finales}}, {groups, plural, =0 {ninguna vía a otro grupo} one {# vía a otro grupo} other {# vías a otro grupo}}. Sin errores.",
  "playbooks.unread":
    "{name}, versión {version}, {time}. Este relay no puede leerlo, así que los borradores lo omiten:",
  "playbooks.show": "Mostrar el texto",
  "playbooks.flow": "Mostrar el flujo",
  "playbooks.picture":
    "Diagrama de flujo de {title} con {steps, plural, one {# paso} other {# pasos}}. La lista de abajo dice lo mismo.",
  "playbooks.scroll": "Diagrama de flujo de {title}, desplazable",
  "playbooks.steps": "Pasos de {title} y sus vías",
  "playbooks.step.end": "Un final",
  "playbooks.step.escalation": "Continúa otro grupo",
  "playbooks.way": "A {title}",
  "playbooks.way.if": "Si {label}: a {title}",
  "playbooks.way.else": "Si no: a {title}",
  "playbooks.remove": "Quitar",
  "playbooks.sure": "Los borradores dejan de seguirlo. Sus versiones se conservan.",
  "playbooks.do": "Quitarlo",
  "playbooks.keep": "Conservarlo",
  "playbooks.removed": "{name} se ha quitado.",
  "playbooks.source": "Texto de un procedimiento (YAML)",
  "playbooks.source.hint":
    "Péguelo o elija un archivo. Si lleva el nombre de un procedimiento de la lista, lo sustituye.",
  "playbooks.unsaved": "Guarde antes el texto de abajo o vacíe el campo: el archivo lo sustituiría.",
  "playbooks.source.none": "Pegue el texto de un procedimiento o elija un archivo.",
  "playbooks.file": "Archivo de un procedimiento",
  "playbooks.file.unread": "El archivo no se puede leer: elíjalo de nuevo o pegue su texto.",
  "playbooks.file.large": "El archivo es demasiado grande: un procedimiento tiene como máximo 200 mil caracteres.",
  "playbooks.mistakes": "No se ha guardado:",
  "playbooks.save": "Guardar el procedimiento",
  "playbooks.saving": "Guardándolo.",
  "playbooks.saved": "{name} se ha guardado como versión {version}."
}
